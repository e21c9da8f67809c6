import Features
import Storage
import Testing
import Values

@Suite struct DelegationDeskTests {
    private let liMing = SamplePeople.citizens[0]
    private let wangFang = SamplePeople.citizens[1]
    private let zhaoLei = SamplePeople.citizens[2]

    private func grant(_ person: SamplePerson, services: [String]? = nil, until: Day = Day(2026, 12, 31))
        -> DelegationDesk.Grant
    {
        DelegationDesk.Grant(
            agentName: person.name, agentIdNumber: person.idNumber, services: services, until: until)
    }

    private func give(
        _ sample: AccountSample, _ grant: DelegationDesk.Grant, by session: Session, _ number: Int
    ) async throws -> Delegation.ID {
        try await sample.accounts.delegations.grant(
            grant, as: AccountSample.entropy(number).identifier("delegation", 0, at: AccountSample.now), by: session,
            AccountSample.acting(number))
    }

    private func session(_ sample: AccountSample, _ person: SamplePerson, _ number: Int) async throws -> (
        String, Session
    ) {
        let token = try await sample.signIn(person.phone, number).token
        return (token, try #require(try await sample.session(token)))
    }

    @Test func `an agent acts for a person until the delegation is revoked, which ends it at once`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let (_, giver) = try await session(sample, wangFang, 10)
            let id = try await give(sample, grant(liMing, services: ["company-seal"]), by: giver, 11)
            let (token, agent) = try await session(sample, liMing, 12)
            try await sample.accounts.sessions.actFor(id, in: agent, at: AccountSample.now)
            let acting = try #require(try await sample.session(token))
            #expect(acting.applicant == .person(wangFang.id))
            #expect(acting.actingFor?.name == "王*")
            #expect(acting.actingFor?.delegation.covers("company-seal", on: AccountSample.now.day) == true)
            #expect(acting.actingFor?.delegation.covers("water-connection", on: AccountSample.now.day) == false)
            try await sample.accounts.delegations.revoke(id, by: giver, AccountSample.acting(13))
            let after = try #require(try await sample.session(token))
            #expect(after.actingFor == nil)
            #expect(after.applicant == .person(liMing.id))
            let kept = try await sample.database.read { try AccountStore.delegation(id, in: $0) }
            #expect(kept?.isInForce(on: AccountSample.now.day) == false)
            await #expect(throws: Failure.self) {
                try await sample.accounts.sessions.actFor(id, in: agent, at: AccountSample.now)
            }
            try await sample.accounts.delegations.revoke(id, by: giver, AccountSample.acting(14))
        }
    }

    @Test func `a delegation ends by itself after its last day`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let (_, giver) = try await session(sample, wangFang, 10)
            let id = try await give(sample, grant(liMing, until: Day(2026, 3, 3)), by: giver, 11)
            let night = Moment(2026, 3, 3, hour: 23, minute: 30)
            let token = try await sample.signIn(liMing.phone, 12, at: night).token
            let agent = try #require(try await sample.session(token, at: night))
            try await sample.accounts.sessions.actFor(id, in: agent, at: night)
            #expect(try await sample.session(token, at: night)?.actingFor != nil)
            #expect(try await sample.session(token, at: night.adding(hours: 1))?.actingFor == nil)
        }
    }

    @Test func `name and number must fit, and which does not is never said`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let (_, giver) = try await session(sample, wangFang, 10)
            let stranger = "50010319900307991" + "X"
            for (name, number) in [("李明明", liMing.idNumber), (zhaoLei.name, liMing.idNumber)] {
                let wrong = DelegationDesk.Grant(
                    agentName: name, agentIdNumber: number, services: nil, until: Day(2026, 12, 31))
                let failure = await #expect(throws: Failure.self) { try await give(sample, wrong, by: giver, 11) }
                guard case .problems(let problems)? = failure else { continue }
                #expect(problems.map(\.place) == ["id-number"])
            }
            let all = DelegationDesk.Grant(agentName: " ", agentIdNumber: stranger, services: [], until: nil)
            let failure = await #expect(throws: Failure.self) { try await give(sample, all, by: giver, 12) }
            guard case .problems(let problems)? = failure else {
                Issue.record("no problems")
                return
            }
            #expect(problems.map(\.place) == ["name", "id-number", "services", "until"])
            let own = await #expect(throws: Failure.self) {
                try await give(sample, grant(wangFang), by: giver, 13)
            }
            guard case .problems(let about)? = own else { return }
            #expect(about.map(\.place) == ["id-number"])
            for until in [Day(2026, 3, 2), Day(2029, 3, 3)] {
                await #expect(throws: Failure.self) {
                    try await give(sample, grant(liMing, until: until), by: giver, 14)
                }
            }
        }
    }

    @Test func `only the representative delegates for an enterprise, and his own delegation stays`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let sessions = sample.accounts.sessions
            let (token, representative) = try await session(sample, wangFang, 10)
            try await sessions.actFor(AccountSample.officeID, in: representative, at: AccountSample.now)
            let acting = try #require(try await sample.session(token))
            #expect(acting.applicant == .enterprise(SamplePeople.enterprise.id))
            let id = try await give(sample, grant(zhaoLei), by: acting, 11)
            let (other, agent) = try await session(sample, zhaoLei, 12)
            try await sessions.actFor(id, in: agent, at: AccountSample.now)
            let agentActing = try #require(try await sample.session(other))
            #expect(agentActing.actingFor?.name == SamplePeople.enterprise.name)
            let further = await #expect(throws: Failure.self) {
                try await give(sample, grant(liMing), by: agentActing, 13)
            }
            guard case .forbidden? = further else {
                Issue.record("an agent delegated further")
                return
            }
            let office = await #expect(throws: Failure.self) {
                try await sample.accounts.delegations.revoke(
                    AccountSample.officeID, by: acting, AccountSample.acting(14))
            }
            guard case .conflict? = office else {
                Issue.record("the delegation by office was revoked")
                return
            }
            let overview = try await sample.accounts.delegations.overview(of: acting)
            #expect(overview.given?.map(\.agent) == ["赵*", "王*"])
            #expect(try await sample.accounts.delegations.overview(of: agentActing).given == nil)
        }
    }

    @Test func `an agent may lay his delegation down, and nobody else sees it`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let (_, giver) = try await session(sample, wangFang, 10)
            let id = try await give(sample, grant(liMing), by: giver, 11)
            let (_, stranger) = try await session(sample, zhaoLei, 12)
            for attempt in [20, 21] {
                await #expect(throws: Failure.self) {
                    try await sample.accounts.delegations.revoke(id, by: stranger, AccountSample.acting(attempt))
                }
                await #expect(throws: Failure.self) {
                    _ = try await sample.accounts.delegations.find(id, for: stranger)
                }
            }
            let (_, agent) = try await session(sample, liMing, 13)
            try await sample.accounts.delegations.revoke(id, by: agent, AccountSample.acting(14))
            let kept = try await sample.database.read { try AccountStore.delegation(id, in: $0) }
            #expect(kept?.revokedOn == AccountSample.now.day)
        }
    }

    @Test func `the same grant sent twice is recorded once`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let (_, giver) = try await session(sample, wangFang, 10)
            let key = CommandKey(actor: giver.actor, verb: "delegation-grant", clientKey: "k", request: [1])
            var ids: Set<Delegation.ID> = []
            for number in 30...31 {
                let acting = AccountActing(
                    actor: giver.actor, moment: AccountSample.now, entropy: AccountSample.entropy(number), key: key)
                ids.insert(
                    try await sample.accounts.delegations.grant(
                        grant(liMing), as: acting.entropy.identifier("delegation", 0, at: acting.moment), by: giver,
                        acting))
            }
            #expect(ids.count == 1)
            let given = try await sample.database.read {
                try AccountStore.delegations(from: .person(wangFang.id), in: $0)
            }
            #expect(given.map(\.id) == Array(ids))
        }
    }

    @Test func `who tries names is stopped`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.registerEnterprise()
            let (_, giver) = try await session(sample, wangFang, 10)
            let wrong = DelegationDesk.Grant(
                agentName: "某人", agentIdNumber: liMing.idNumber, services: nil, until: Day(2026, 12, 31))
            for number in 0..<20 {
                await #expect(throws: Failure.self) { try await give(sample, wrong, by: giver, 40 + number) }
            }
            await #expect(throws: Failure.tooMany(retryAfterSeconds: 900)) {
                try await give(sample, grant(liMing), by: giver, 70)
            }
        }
    }
}
