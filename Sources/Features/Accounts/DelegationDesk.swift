import Proofs
import Storage
import Values

/// Grants and revokes delegations (授权代办).
///
/// Who may give one is kept simple: a person for himself; for an enterprise only its legal representative, whose own
/// delegation is recorded when the enterprise is registered. An agent cannot delegate further.
///
/// Law: 民法典 第一百六十五条、第一百六十九条、第一百七十三条.
package struct DelegationDesk: Sendable {
    let accounts: AccountDesk

    /// Set by the platform itself, for online delegations; longer ones go by a paper at the window.
    package static let longestInYears = 3
    private static let lookups = TryLimit(counter: .person, tries: 20, windowInSeconds: 900)

    package init(accounts: AccountDesk) {
        self.accounts = accounts
    }

    /// What a giver fills in.
    package struct Grant: Sendable {
        package let agentName: String
        /// As typed.
        package let agentIdNumber: String
        /// Service ids; nil: every service; empty: none was chosen.
        package let services: [String]?
        /// nil when no day was given.
        package let until: Day?

        package init(agentName: String, agentIdNumber: String, services: [String]?, until: Day?) {
            self.agentName = agentName
            self.agentIdNumber = agentIdNumber
            self.services = services
            self.until = until
        }
    }

    /// The delegation that would be recorded, and the mask of the agent's name, for the page that asks once more.
    ///
    /// Throws `Failure.problems` with all that is wrong at once, `Failure.tooMany` when somebody tries names, and
    /// `Failure.forbidden` when the giver may not give this.
    package func check(
        _ grant: Grant, by session: Session, at moment: Moment
    ) async throws -> (agent: Person, subject: Subject, until: Day) {
        try await mayGive(session)
        var problems: [Problem] = []
        if grant.agentName.comparisonKey.isEmpty { problems.append(AccountProblems.nameMissing) }
        let number: CitizenIdentityNumber?
        do throws(CodeFault) {
            number = try CitizenIdentityNumber(reading: grant.agentIdNumber, on: moment.day)
        } catch {
            number = nil
            problems.append(error.problem(at: "id-number", named: Wording(zh: "身份证号", en: "Identity number")))
        }
        if grant.services?.isEmpty == true { problems.append(AccountProblems.servicesMissing) }
        let last = moment.day.adding(months: DelegationDesk.longestInYears * 12)
        let until = grant.until.flatMap { moment.day < $0 && $0 <= last ? $0 : nil }
        if until == nil { problems.append(AccountProblems.untilWrong) }
        guard problems.isEmpty, let number, let until else { throw Failure.problems(problems) }
        try await accounts.count(DelegationDesk.lookups, session.person.id.text, at: moment)
        guard let agent = try await accounts.person(number, named: grant.agentName) else {
            throw Failure.problems([AccountProblems.noMatch])
        }
        guard agent.id != session.person.id else { throw Failure.problems([AccountProblems.oneself]) }
        return (agent, session.applicant, until)
    }

    /// Records a delegation.
    ///
    /// Throws as `check` does.
    package func grant(
        _ grant: Grant, as id: Delegation.ID, by session: Session, _ acting: AccountActing
    ) async throws -> Delegation.ID {
        let checked = try await check(grant, by: session, at: acting.moment)
        let delegation = Delegation(
            id: id, subject: checked.subject, agent: checked.agent.id, services: grant.services,
            from: acting.moment.day, until: checked.until, revokedOn: nil)
        let done = try await acting.run(on: accounts.events) {
            let body = AccountEvents.granted(delegation, by: acting.actor, at: acting.moment)
            return accounts.decided(
                [acting.first(id.text, body)], keys: .none, result: ["delegation": .text(id.text)], also: { _ in })
        }
        return done.result["delegation"]?.text.flatMap { Delegation.ID($0) } ?? id
    }

    /// Ends a delegation from today on; sessions under it step out in the same write. Twice changes nothing.
    ///
    /// The giver may, and the agent, who lays it down. Throws `Failure.notFound` to everybody else, and
    /// `Failure.conflict` for the one that an enterprise's registration gave to its representative.
    package func revoke(_ id: Delegation.ID, by session: Session, _ acting: AccountActing) async throws {
        _ = try await acting.run(on: accounts.events) {
            let past = try await accounts.events.stream(id.text).events
            guard case .delegation(let delegation) = try accounts.projection.rows(of: past),
                try await concerns(delegation, session)
            else { throw Failure.notFound(AccountProblems.delegationNotFound) }
            guard delegation.revokedOn == nil else {
                return accounts.decided([], keys: .none, result: ["delegation": .text(id.text)], also: { _ in })
            }
            if try await isRepresentatives(delegation) {
                throw Failure.conflict(.condition, sentence: DelegationDesk.byOffice, citation: nil)
            }
            let body = AccountEvents.revoked(on: acting.moment.day, by: acting.actor, at: acting.moment)
            let change = StreamAppend(stream: id.text, after: past, bodies: [body], at: acting.moment)
            return accounts.decided(
                [change], keys: .none, result: ["delegation": .text(id.text)], after: [id.text: past]
            ) { try SessionStore.stepOut(of: id, agent: delegation.agent, in: $0) }
        }
    }

    /// What the page of one's delegations shows.
    package struct Overview: Sendable {
        /// Given by the subject for whom the person acts now; nil when he may give none for it.
        package let given: [Shown]?
        package let received: [Shown]
    }

    /// A delegation with the names of both sides: masks of persons, names of enterprises.
    package struct Shown: Sendable {
        package let delegation: Delegation
        package let subject: String
        package let agent: String
        /// The one that goes with the office of legal representative; it cannot be revoked.
        package let isByOffice: Bool
    }

    /// All delegations that concern the person now, the newest first, at most 200 on each side.
    package func overview(of session: Session) async throws -> Overview {
        let (person, subject) = (session.person.id, session.applicant)
        return try await accounts.database.read { connection in
            let mayGive = try DelegationDesk.isGiver(person, for: subject, in: connection)
            let given = try mayGive ? AccountStore.delegations(from: subject, in: connection) : nil
            let received = try AccountStore.delegations(to: person, in: connection)
            return Overview(
                given: try given?.map { try DelegationDesk.shown($0, in: connection) },
                received: try received.map { try DelegationDesk.shown($0, in: connection) })
        }
    }

    /// One delegation, for the page that asks whether to end it.
    ///
    /// Throws `Failure.notFound` unless it concerns the person.
    package func find(_ id: Delegation.ID, for session: Session) async throws -> Shown {
        let shown = try await accounts.database.read { connection in
            try AccountStore.delegation(id, in: connection).map { try DelegationDesk.shown($0, in: connection) }
        }
        guard let shown, try await concerns(shown.delegation, session) else {
            throw Failure.notFound(AccountProblems.delegationNotFound)
        }
        return shown
    }

    private static let byOffice = Wording(
        zh: "这份授权随法定代表人的登记产生，变更法定代表人后才会改变",
        en: "This delegation goes with the office of legal representative and ends when another one is registered")

    private func mayGive(_ session: Session) async throws {
        let (person, subject) = (session.person.id, session.applicant)
        let mayGive = try await accounts.database.read { try DelegationDesk.isGiver(person, for: subject, in: $0) }
        guard mayGive, session.post == nil else {
            throw Failure.forbidden(
                Wording(
                    zh: "授权由本人办理；企业的授权由法定代表人办理",
                    en: "People delegate for themselves; for an enterprise its legal representative does"))
        }
    }

    private static func isGiver(
        _ person: Person.ID, for subject: Subject, in connection: any Connection
    ) throws -> Bool {
        switch subject {
        case .person(let id): return id == person
        case .enterprise(let id): return try AccountStore.enterprise(id, in: connection)?.representative == person
        }
    }

    private func concerns(_ delegation: Delegation, _ session: Session) async throws -> Bool {
        if delegation.agent == session.person.id { return true }
        let person = session.person.id
        return try await accounts.database.read { try DelegationDesk.isGiver(person, for: delegation.subject, in: $0) }
    }

    private func isRepresentatives(_ delegation: Delegation) async throws -> Bool {
        try await accounts.database.read { try DelegationDesk.isByOffice(delegation, in: $0) }
    }

    private static func isByOffice(_ delegation: Delegation, in connection: any Connection) throws -> Bool {
        guard case .enterprise(let id) = delegation.subject else { return false }
        return try AccountStore.enterprise(id, in: connection)?.representative == delegation.agent
    }

    private static func shown(_ delegation: Delegation, in connection: any Connection) throws -> Shown {
        let subject: String?
        switch delegation.subject {
        case .person(let id): subject = try AccountStore.person(id, in: connection)?.nameMask
        case .enterprise(let id): subject = try AccountStore.enterprise(id, in: connection)?.name
        }
        return Shown(
            delegation: delegation, subject: subject ?? "—",
            agent: try AccountStore.person(delegation.agent, in: connection)?.nameMask ?? "—",
            isByOffice: try isByOffice(delegation, in: connection))
    }
}
