import Casework
import Features
import Proofs
import Values

/// Everybody who was invented so far, and who is invented next.
struct SimulatedCrowd {
    private let people: SimulatedPeople
    private let districts: [String]
    /// The number of the next person or enterprise; also what tells two runs on one database apart.
    private var next: Int
    private let isSample: Bool
    /// Who may come again, the newest last.
    private var known: [SimulatedApplicant] = []
    private var certificates: [Subject: [String: String]] = [:]

    private static let remembered = 4000
    private static let returning = 0.22

    /// - Parameter offset: people of this number and above are not in the database yet.
    init(territory: TerritoryMap, offset: Int, isSample: Bool) {
        districts = SimulatedPeople.districts(of: territory).map(\.name.zh)
        people = SimulatedPeople(territory: territory)
        next = offset
        self.isSample = isSample
    }

    // MARK: Officers

    struct Officer {
        let post: Post
        let commands: [ReadyCommand]
    }

    /// An officer with an account and a post in a place.
    mutating func officer(
        in place: SimulatedOffice.Place, from day: Day, accounts: AccountDesk, by acting: AccountActing
    ) throws -> Officer {
        let (person, _, command) = try account(accounts, by: acting)
        guard let role = Role(rawValue: place.role) else { throw Failure.defect("\(place.role) is no role") }
        let post = Post(
            id: acting.entropy.identifier("post", 0, at: acting.moment), person: person, unit: place.unit,
            region: place.region, role: role, from: day, until: nil)
        return Officer(post: post, commands: [command, try accounts.ready(post, by: acting)])
    }

    private mutating func account(
        _ accounts: AccountDesk, by acting: AccountActing
    ) throws -> (Person.ID, SimulatedPeople.Invented, ReadyCommand) {
        guard next < people.count else {
            throw Failure.unavailable(
                Wording(zh: "虚构的身份号码用完了", en: "There are no more invented identity numbers"))
        }
        let human = people.person(next)
        next += 1
        guard let number = CitizenIdentityNumber(human.idNumber) else {
            throw Failure.defect("\(human.idNumber) is no identity number")
        }
        let id: Person.ID = acting.entropy.identifier("person", 0, at: acting.moment)
        let registration = PersonRegistration(
            name: human.name, idNumber: number, phone: PhoneNumber(human.phone), isSample: isSample)
        return (id, human, try accounts.ready(registration, as: id, by: acting))
    }

    // MARK: Applicants

    struct Guest {
        let applicant: SimulatedApplicant
        /// Open the accounts; empty for somebody who has been here before.
        let commands: [ReadyCommand]
    }

    /// Somebody who applies: often somebody new.
    ///
    /// - Parameters:
    ///   - isEnterprise: the form asks for an enterprise.
    ///   - kinds: who may apply, as the service says.
    mutating func applicant(
        isEnterprise: Bool, kinds: [String], region: String, accounts: AccountDesk, by acting: AccountActing,
        _ chance: inout SimulatedChance
    ) throws -> Guest {
        if !known.isEmpty, chance.happens(SimulatedCrowd.returning) {
            let again = chance.pick(known)
            if (again.enterprise != nil) == isEnterprise { return Guest(applicant: again, commands: []) }
        }
        let (person, human, command) = try account(accounts, by: acting)
        let address = SimulatedPeople.address(in: chance.pick(districts), by: &chance)
        guard isEnterprise else {
            let applicant = SimulatedApplicant(
                subject: .person(person), person: person, delegation: nil, human: human, enterprise: nil,
                address: address)
            return Guest(applicant: applicant, commands: [command])
        }
        let number = next
        next += 1
        let enterprise = Enterprise(
            id: acting.entropy.identifier("enterprise", 0, at: acting.moment), code: people.code(number),
            name: people.enterpriseName(number), representative: person, isSample: isSample)
        let delegation = Delegation(
            id: acting.entropy.identifier("delegation", 0, at: acting.moment), subject: .enterprise(enterprise.id),
            agent: person, services: nil, from: acting.moment.day, until: acting.moment.day.adding(months: 60),
            revokedOn: nil)
        let part = AccountActing(
            actor: acting.actor, moment: acting.moment, entropy: acting.entropy.part("enterprise", 0), key: nil)
        let mayBeEnterprise = kinds.isEmpty || kinds.contains("enterprise")
        let applicant = SimulatedApplicant(
            subject: mayBeEnterprise ? .enterprise(enterprise.id) : .person(person), person: person,
            delegation: delegation.id, human: human, enterprise: enterprise, address: address)
        return Guest(
            applicant: applicant,
            commands: [command, try accounts.ready(enterprise, delegation: delegation, by: part)])
    }

    /// Remembers who was here.
    mutating func keep(_ applicant: SimulatedApplicant) {
        known.append(applicant)
        guard known.count > SimulatedCrowd.remembered else { return }
        for gone in known.prefix(SimulatedCrowd.remembered / 2) { certificates[gone.subject] = nil }
        known.removeFirst(SimulatedCrowd.remembered / 2)
    }

    /// Learns which certificates somebody was given.
    mutating func learn(_ event: PastEvent, of applicant: SimulatedApplicant) {
        guard event.body.kind == CertificateEventKind.issued.rawValue, let kind = event.body.open["kind"]?.text
        else { return }
        certificates[applicant.subject, default: [:]][kind] = event.stream
    }

    /// Ids of certificates by kind.
    func held(by applicant: SimulatedApplicant) -> [String: String] { certificates[applicant.subject, default: [:]] }
}
