import Casework
import Definitions
import Proofs
import Storage
import Values

/// What applicants and their agents do, between the pages and the desks of drafts and cases: whose it is, what the
/// city already knows, and who may see it.
package struct ApplicantDesk: Sendable {
    let cases: CaseDesk
    var parts: CaseDesk.Parts { cases.parts }

    package init(cases: CaseDesk) {
        self.cases = cases
    }

    /// What somebody wants to begin.
    package struct Wish: Hashable, Sendable {
        package let service: String
        package let region: String
        /// Answers that the guide asked for already, by field.
        package let answers: [String: JSON]

        package init(service: String, region: String, answers: [String: JSON]) {
            self.service = service
            self.region = region
            self.answers = answers
        }
    }

    // MARK: Whose it is

    /// The delegation under which a person acts for a subject in a service; nil for himself.
    ///
    /// Throws `Failure.notFound` when there is none in force: another's matters are as if they were not there.
    func delegation(
        of person: Person.ID, for subject: Subject, service: String, on day: Day
    ) async throws -> Delegation? {
        if subject == .person(person) { return nil }
        let all = try await parts.database.read { try AccountStore.delegations(to: person, for: subject, in: $0) }
        guard let found = all.first(where: { $0.covers(service, on: day) }) else {
            throw CaseDesk.missing
        }
        return found
    }

    /// Sends commands as this person for that subject.
    ///
    /// - Parameter row: the case that he was found to be permitted; nil for one that is filed now.
    func sender(
        _ person: Person.ID, for subject: Subject, under delegation: Delegation?, in row: CaseRow?,
        _ acting: AccountActing
    ) -> CaseDesk.Sender {
        let own = Actor.person(person.text)
        let kernel = Acting(
            actor: own, actingFor: subject == .person(person) ? nil : subject.actor, person: person.text, roles: [],
            units: [], region: nil, regionAncestors: [],
            delegations: delegation.map { $0.services.map { $0 + [row?.service].compactMap { $0 } } ?? ["*"] } ?? [],
            isParty: true)
        return CaseDesk.Sender(
            acting: { _ in kernel }, channel: "online", key: acting.key, moment: acting.moment,
            entropy: acting.entropy)
    }

    /// What the account vouches for: names and numbers of the applicant, and of the agent who acts for him.
    func identity(of subject: Subject, agent person: Person.ID) async throws -> [String: JSON] {
        var facts: [String: JSON] = [:]
        switch subject {
        case .person(let id):
            for (key, value) in try await registered(id) { facts["person." + key] = value }
        case .enterprise(let id):
            if let enterprise = try await parts.database.read({ try AccountStore.enterprise(id, in: $0) }) {
                facts["enterprise.uscc"] = .text(enterprise.code)
                facts["enterprise.name"] = .text(enterprise.name)
            }
        }
        return facts.merging(try await identity(ofAgent: person, for: subject)) { $1 }
    }

    /// What the account of an agent vouches for; nothing for who acts for himself.
    func identity(ofAgent person: Person.ID, for subject: Subject) async throws -> [String: JSON] {
        var facts: [String: JSON] = [:]
        guard subject != .person(person) else { return facts }
        for (key, value) in try await registered(person) where key != "phone" { facts["agent." + key] = value }
        return facts
    }

    /// Name and identity number as they were checked when the account was opened, and the newest telephone.
    private func registered(_ id: Person.ID) async throws -> [String: JSON] {
        let events = try await parts.events.stream(id.text).events
        guard let first = events.first, !first.isErased else { return [:] }
        var facts: [String: JSON] = [:]
        for key in ["name", "id_number"] { if let value = first.body.data[key], !value.isNull { facts[key] = value } }
        if let phone = Contact(folding: events).phone { facts["phone"] = .text(phone.text) }
        return facts
    }

    func name(of subject: Subject) async throws -> String {
        try await parts.database.read { connection in
            switch subject {
            case .person(let id): try AccountStore.person(id, in: connection)?.nameMask ?? "—"
            case .enterprise(let id): try AccountStore.enterprise(id, in: connection)?.name ?? "—"
            }
        }
    }
}
