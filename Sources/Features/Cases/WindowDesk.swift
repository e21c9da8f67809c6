import Casework
import Definitions
import Proofs
import Storage
import Values

/// Taking in at the window, for somebody who is present: who he is, what he wants, and filing it (窗口收件).
///
/// The draft belongs to the clerk who fills it in; applicant and agent are accounts, opened here without a login when
/// they have none.
package struct WindowDesk: Sendable {
    let staff: StaffDesk
    let accounts: Accounts
    private let applicants: ApplicantDesk
    var parts: CaseDesk.Parts { staff.parts }

    package init(staff: StaffDesk, accounts: Accounts) {
        self.staff = staff
        self.accounts = accounts
        applicants = ApplicantDesk(cases: staff.cases)
    }

    /// Who stands at the window and what for, as the clerk typed it from the identity card and the licence.
    package struct Arrival: Hashable, Sendable {
        package var service = ""
        package var isForEnterprise = false
        package var name = ""
        package var idNumber = ""
        /// Unified social credit code; empty for a person.
        package var code = ""
        /// The clerk has checked the original of a paper delegation.
        package var hasPaperDelegation = false

        package init() {}
    }

    /// Key of a draft's `present`: the id of who is present.
    static let presentPerson = "person"
    /// A delegation on paper holds for this application and what follows from it, not for ever.
    private static let paperDelegationInDays = 90

    // MARK: Begin

    /// Services that a clerk may open in his region today, by name: those that his region decides.
    package func services(of officer: StaffDesk.Officer, on day: Day) async throws -> [(id: String, name: Wording)] {
        let region = officer.post.region
        var found: [(id: String, name: Wording)] = []
        for id in parts.catalogue.services(in: region, on: day) {
            let definition = try await parts.catalogue.definition(of: id, region: region, on: day)
            guard definition.plans[0].opening.by.roles.contains(officer.post.role.rawValue),
                parts.territory.current.deciding(definition.service.level, for: region) == region
            else { continue }
            found.append((id, definition.service.name))
        }
        return found.sorted { ($0.name.zh, $0.id) < ($1.name.zh, $1.id) }
    }

    /// Finds or opens the accounts of whoever is present, and begins a draft.
    ///
    /// Throws `Failure.problems` with everything that must be put right; sent twice, it begins one draft.
    package func begin(
        _ arrival: Arrival, by officer: StaffDesk.Officer, _ acting: AccountActing
    ) async throws -> Draft {
        var id = WindowDesk.draftID(acting)
        if let existing = try? await parts.drafts.open(id, by: officer.session.person.id.actor) {
            return existing.draft
        }
        let fixed = id.text
        if try await parts.database.read({ try EventStore.key(of: fixed, in: $0) }) != .none {
            // That one was filed or deleted meanwhile; the old page begins another.
            id = acting.entropy.identifier("draft", 0, at: acting.moment)
        }
        let day = acting.moment.day
        let offered = try await services(of: officer, on: day)
        guard offered.contains(where: { $0.id == arrival.service }) else {
            throw Failure.problems([WindowWords.noService])
        }
        let definition = try await parts.catalogue.definition(
            of: arrival.service, region: officer.post.region, on: day)
        let kinds = definition.service.applicants
        guard kinds.isEmpty || kinds.contains(arrival.isForEnterprise ? "enterprise" : "person") else {
            throw Failure.problems([WindowWords.wrongApplicant(isForEnterprise: arrival.isForEnterprise)])
        }
        let person = try await present(arrival, acting)
        var applicant = Subject.person(person)
        var delegation: Delegation.ID?
        if arrival.isForEnterprise {
            let enterprise = try await enterprise(arrival, representedBy: person, acting)
            applicant = .enterprise(enterprise)
            delegation = try await self.delegation(arrival, to: person, of: applicant, acting)
        }
        var content = Draft.Content.empty
        content.present = [WindowDesk.presentPerson: person.text]
        if !definition.service.tracks.contains(content.track), let track = definition.service.tracks.first {
            content.track = track
        }
        let draft = Draft(
            id: id, owner: officer.session.person.id.actor, applicant: applicant, delegation: delegation,
            service: arrival.service, region: officer.post.region, definition: definition.hash, revision: 1,
            content: content, lastUsed: acting.moment, isAtWindow: true)
        return try await parts.drafts.begin(draft, as: nil, entropy: acting.entropy.part("draft", 0))
    }

    private static func draftID(_ acting: AccountActing) -> Draft.ID {
        guard let key = acting.key else { return acting.entropy.identifier("draft", 0, at: acting.moment) }
        // The day stands first, so that newer cases still come later, and a second click makes the same id.
        let hash = SM3.hash(Array("window/\(key.actor)/\(key.clientKey)".utf8))
        return Draft.ID(at: Moment(acting.moment.day), random: hash)
    }

    /// A part of the command under the same chance; the draft's id makes the whole of it happen once.
    private static func part(_ label: String, of acting: AccountActing) -> AccountActing {
        AccountActing(
            actor: acting.actor, moment: acting.moment, entropy: acting.entropy.part(label, 0), key: nil)
    }

    /// The account of the person whose card the clerk holds; opened without a login when there is none.
    private func present(_ arrival: Arrival, _ acting: AccountActing) async throws -> Person.ID {
        let name = arrival.name
        guard !name.isEmpty, name.count <= 50 else { throw Failure.problems([WindowWords.nameMissing]) }
        let number: CitizenIdentityNumber
        do {
            number = try CitizenIdentityNumber(reading: arrival.idNumber, on: acting.moment.day)
        } catch {
            throw Failure.problems([error.problem(at: "id-number", named: WindowWords.idNumber)])
        }
        let index = accounts.desk.indexes.idNumber(number)
        if let found = try await parts.database.read({ try AccountStore.person(idNumberIndex: index, in: $0) }) {
            guard try await accounts.desk.person(number, named: name) != nil else {
                throw Failure.problems([WindowWords.otherName])
            }
            return found.id
        }
        let part = WindowDesk.part("person", of: acting)
        let id: Person.ID = part.entropy.identifier("person", 0, at: acting.moment)
        try await accounts.desk.registerPerson(
            PersonRegistration(name: name, idNumber: number, phone: nil, isSample: false), as: id, login: nil, by: part)
        return id
    }

    /// The enterprise of that code; opened when the register knows it and names who is present as its representative.
    private func enterprise(
        _ arrival: Arrival, representedBy person: Person.ID, _ acting: AccountActing
    ) async throws -> Enterprise.ID {
        let code: String
        do {
            code = try UnifiedSocialCreditCode(reading: arrival.code).text
        } catch {
            throw Failure.problems([error.problem(at: "code", named: WindowWords.code)])
        }
        if let found = try await parts.database.read({ try AccountStore.enterprise(code: code, in: $0) }) {
            return found.id
        }
        let question = Register.Question(
            about: [EnterpriseStanding.code: code],
            facts: ["enterprise.name", "enterprise.legal_person", EnterpriseStanding.representativeNumber], needs: [])
        let reply = await parts.registers.ask([EnterpriseStanding.register: question])[EnterpriseStanding.register]
        guard let name = reply?.facts["enterprise.name"]?.text else {
            throw Failure.problems([WindowWords.noEnterprise])
        }
        guard reply?.facts["enterprise.legal_person"]?.text?.comparisonKey == arrival.name.comparisonKey else {
            throw Failure.problems([WindowWords.notRepresentative])
        }
        // Two people may bear one name: where the register tells the number of the card, that decides.
        if let recorded = reply?.facts[EnterpriseStanding.representativeNumber]?.text,
            CitizenIdentityNumber(arrival.idNumber)?.description != recorded
        {
            throw Failure.problems([WindowWords.notRepresentative])
        }
        let part = WindowDesk.part("enterprise", of: acting)
        let id: Enterprise.ID = part.entropy.identifier("enterprise", 0, at: acting.moment)
        try await accounts.desk.registerEnterprise(
            Enterprise(id: id, code: code, name: name, representative: person, isSample: false),
            delegation: part.entropy.identifier("delegation", 0, at: acting.moment),
            until: acting.moment.day.adding(months: 12), by: part)
        return id
    }

    /// The delegation under which who is present acts; recorded from paper when the clerk has checked the original.
    private func delegation(
        _ arrival: Arrival, to person: Person.ID, of subject: Subject, _ acting: AccountActing
    ) async throws -> Delegation.ID {
        let day = acting.moment.day
        let all = try await parts.database.read { try AccountStore.delegations(to: person, for: subject, in: $0) }
        if let found = all.first(where: { $0.covers(arrival.service, on: day) }) {
            return found.id
        }
        guard arrival.hasPaperDelegation else { throw Failure.problems([WindowWords.noDelegation]) }
        let part = WindowDesk.part("delegation", of: acting)
        let id: Delegation.ID = part.entropy.identifier("delegation", 0, at: acting.moment)
        try await accounts.desk.recordDelegation(
            Delegation(
                id: id, subject: subject, agent: person, services: [arrival.service], from: day,
                until: day.adding(days: WindowDesk.paperDelegationInDays), revokedOn: nil), by: part)
        return id
    }

    // MARK: Filling in

    /// What the clerk has begun and not filed.
    package func drafts(of officer: StaffDesk.Officer) async throws -> [Draft] {
        try await parts.drafts.drafts(of: officer.session.person.id.actor).filter(\.isAtWindow)
    }

    /// An applicant as pages show him; masked for persons.
    func name(of subject: Subject) async throws -> String { try await applicants.name(of: subject) }

    /// A draft of this clerk with everything that its pages show.
    package func open(
        _ id: Draft.ID, by officer: StaffDesk.Officer, at moment: Moment
    ) async throws -> OpenDraft {
        try await opened(id, by: officer, at: moment).view
    }

    private func opened(
        _ id: Draft.ID, by officer: StaffDesk.Officer, at moment: Moment
    ) async throws -> (view: OpenDraft, key: StreamKey, new: FilingRequest) {
        var (draft, key) = try await parts.drafts.open(id, by: officer.session.person.id.actor)
        guard draft.isAtWindow, draft.region == officer.post.region,
            let present = draft.content.present[WindowDesk.presentPerson].flatMap({ Person.ID($0) })
        else { throw DraftDesk.missing }
        let definition = try await parts.catalogue.definition(
            of: draft.service, region: draft.region, on: moment.day)
        draft.content = ApplicantDesk.fitting(draft.content, to: definition)
        let uploads = try await parts.uploads.files(of: id.text, under: key)
        let isOwn = draft.applicant == .person(present)
        let new = FilingRequest(
            id: id, service: draft.service, region: draft.region, applicant: draft.applicant,
            agent: isOwn ? nil : present, delegation: draft.delegation, content: draft.content,
            identity: try await applicants.identity(of: draft.applicant, agent: present), uploads: uploads,
            draftKey: key)
        let found = await staff.cases.find(new, for: definition, at: moment)
        let guidance = Guidance.read(
            definition, answers: found.answers, track: draft.content.track, at: moment,
            calendar: parts.territory.current.calendar)
        let view = OpenDraft(
            draft: draft, definition: definition, found: found, guidance: guidance, uploads: uploads,
            standIns: Set(parts.registers.names.filter { parts.registers[$0]?.isStandIn ?? false }),
            isReplaced: draft.definition != definition.hash,
            applicantName: try await applicants.name(of: draft.applicant), moment: moment,
            told: try staff.cases.told(new, found, by: definition, at: moment))
        return (view, key, new)
    }

    /// Saves over the revision that the page showed; `Failure.conflict` with `changedMeanwhile` otherwise.
    package func save(
        _ change: ApplicantDesk.Change, in id: Draft.ID, over revision: Int, by officer: StaffDesk.Officer,
        _ acting: AccountActing
    ) async throws -> OpenDraft {
        let (view, key, _) = try await opened(id, by: officer, at: acting.moment)
        var draft = view.draft
        draft.content = ApplicantDesk.changed(draft.content, by: change, in: view)
        draft.definition = view.definition.hash
        _ = try await parts.drafts.save(draft, under: key, over: revision, at: acting.moment, entropy: acting.entropy)
        return try await open(id, by: officer, at: acting.moment)
    }

    /// Keeps a scanned document. Throws `Failure.problems` for one that cannot be taken.
    package func keep(
        _ arrival: UploadDesk.Arrival, in id: Draft.ID, by officer: StaffDesk.Officer, _ acting: AccountActing
    ) async throws {
        try await applicants.keep(arrival, in: id, by: officer.session, acting)
    }

    package func remove(_ upload: Upload.ID, from id: Draft.ID, by officer: StaffDesk.Officer) async throws {
        try await applicants.remove(upload, from: id, by: officer.session)
    }

    package func file(
        _ upload: Upload.ID, of id: Draft.ID, by officer: StaffDesk.Officer
    ) async throws -> (Upload, [UInt8]) {
        try await applicants.file(upload, of: id, by: officer.session)
    }

    package func drop(_ id: Draft.ID, by officer: StaffDesk.Officer) async throws {
        try await parts.drafts.drop(id, by: officer.session.person.id.actor)
    }

    /// Files the draft by the channel `window`; sent twice, it files once. Gives the id of the case.
    ///
    /// Throws `Failure.problems` with everything that is still missing.
    package func file(
        _ id: Draft.ID, by officer: StaffDesk.Officer, _ acting: AccountActing
    ) async throws -> String {
        if try await isFiled(id) { return id.text }
        let (view, _, new) = try await opened(id, by: officer, at: acting.moment)
        guard view.problems.isEmpty else { throw Failure.problems(view.problems) }
        do {
            _ = try await staff.cases.file(
                ApplicantDesk.asked(new, by: view), by: staff.sender(officer, acting, channel: "window"))
        } catch Failure.notFound {
            guard try await isFiled(id) else { throw DraftDesk.missing }
        }
        return id.text
    }

    private func isFiled(_ id: Draft.ID) async throws -> Bool {
        try await parts.database.read { try CaseStore.row(id.text, in: $0) != nil }
    }
}
