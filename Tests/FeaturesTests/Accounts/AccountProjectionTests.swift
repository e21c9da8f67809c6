import Storage
import Testing
import Values

@testable import Features

@Suite struct AccountProjectionTests {
    @Test func `rows made anew from the log equal those of the commands`() async throws {
        try await AccountSample.onBothEngines { sample in
            #expect(
                try await SampleDesk(accounts: sample.accounts.desk).add(
                    entropy: AccountSample.entropy(1), at: AccountSample.now) == SamplePeople.all.count)
            let post = try await sample.post(SamplePeople.citizens[0], 2, role: .expert)
            try await sample.accounts.desk.endPost(post.id, on: Day(2026, 5, 1), by: AccountSample.acting(3))
            try await sample.accounts.desk.erase(SamplePeople.citizens[3].id, at: AccountSample.now)
            let report = try await sample.rebuild.run()
            #expect(report.isClean, "\(report.tables.filter { !$0.isEqual }) \(report.unreadable)")
            let rows = Dictionary(uniqueKeysWithValues: report.tables.map { ($0.table, $0.rowsNow) })
            #expect(rows["account_person"] == SamplePeople.all.count - 1)
            #expect(rows["account_enterprise"] == 1)
            #expect(rows["account_post"] == SamplePeople.officers.count + 1)
            #expect(rows["account_delegation"] == 3)
            #expect(rows["account_system"] == 1)
        }
    }

    @Test func `erasing a person takes masks, index, login, sessions and looks, and signs nobody in`() async throws {
        try await AccountSample.onBothEngines { sample in
            let person = SamplePeople.citizens[0]
            try await sample.register(person, 1)
            let token = try await sample.signIn(person.phone, 2).token
            let seen = LookDesk.Seen(person: person.id, caseID: "C", facts: ["id_number"], ground: "核对")
            try await sample.accounts.looks.record(seen, by: AccountSample.acting(3))
            try await sample.accounts.desk.erase(person.id, at: AccountSample.now)
            #expect(try await sample.session(token) == nil)
            #expect(try await sample.database.read { try AccountStore.person(person.id, in: $0) } == nil)
            await #expect(throws: Failure.self) { try await sample.signIn(person.phone, 4) }
            let looks = try await sample.accounts.looks.looks(at: person.id, until: AccountSample.now.day)
            #expect(looks.map(\.ground) == [nil])
            // The number is free again: nothing of the old account can be found by it.
            let again = SamplePerson.withOtherKey(person)
            try await sample.register(again, 5)
            #expect(try await sample.signIn(person.phone, 6).person == again.id)
        }
    }

    @Test func `one identity number, login and credit code has one account`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.registerEnterprise()
            let twice = await #expect(throws: Failure.self) {
                try await sample.register(SamplePerson.withOtherKey(SamplePeople.citizens[0]), 50)
            }
            guard case .problems(let problems)? = twice else {
                Issue.record("registered twice")
                return
            }
            #expect(problems.map(\.place) == ["id_number"])
            for (code, place) in [(SamplePeople.enterprise.code, "code"), ("91500103MA9TB0018K", "code")] {
                let other = Enterprise(
                    id: AccountSample.entropy(60).identifier("e", 0, at: AccountSample.now), code: code, name: "x",
                    representative: SamplePeople.citizens[0].id, isSample: true)
                let failure = await #expect(throws: Failure.self) {
                    try await sample.accounts.desk.registerEnterprise(
                        other, delegation: AccountSample.entropy(61).identifier("d", 0, at: AccountSample.now),
                        until: Day(2027, 1, 1), by: AccountSample.acting(62))
                }
                guard case .problems(let problems)? = failure else {
                    Issue.record("registered \(code)")
                    return
                }
                #expect(problems.map(\.place) == [place])
            }
        }
    }

    @Test func `the open part of a person's record holds neither values nor masks`() async throws {
        try await AccountSample.onSQLite { sample in
            let person = SamplePeople.citizens[0]
            try await sample.register(person, 1)
            let record = try await sample.database.read {
                try EventStore.events(of: person.id.text, after: 0, in: $0).map(\.record).joined()
            }
            #expect(record.contains("person-registered"))
            for text in [person.name, "李", person.idNumber, "9906", person.phone, "0001"] {
                #expect(!record.contains(text), "\(text)")
            }
        }
    }

    @Test func `the query behind every page uses an index at each table`() async throws {
        try await AccountSample.onSQLite { sample in
            let plan = try await sample.database.read { connection in
                try connection.query(
                    "EXPLAIN QUERY PLAN " + VisitorStore.query, [.text("x"), .int(0)]
                ).map { try $0.text(3) }
            }
            #expect(plan.count >= 6)
            #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }
}

extension SamplePerson {
    /// The same person with another account.
    static func withOtherKey(_ person: SamplePerson) -> SamplePerson {
        SamplePerson(
            key: person.key + "-again", name: person.name, idNumber: person.idNumber, phone: person.phone,
            account: person.account, role: person.role, unit: person.unit)
    }
}
