import Features
import Testing
import Values

@Suite struct LookDeskTests {
    @Test func `the person reads who looked, at what and why, the newest first`() async throws {
        try await AccountSample.onBothEngines { sample in
            let (person, officer) = (SamplePeople.citizens[0], SamplePeople.officers[0])
            try await sample.register(person, 1)
            try await sample.register(officer, 2)
            let post = try await sample.post(officer, 3, role: .clerk)
            for (number, month) in [1, 2, 3].enumerated() {
                let acting = AccountActing(
                    actor: .post(post.id.text), moment: Moment(2026, month, 2, hour: 9),
                    entropy: AccountSample.entropy(10 + number), key: nil)
                let seen = LookDesk.Seen(
                    person: person.id, caseID: "C\(month)", facts: ["phone"], ground: "电话约时间 \(month)")
                try await sample.accounts.looks.record(seen, by: acting)
            }
            let again = AccountActing(
                actor: .platform, moment: AccountSample.now, entropy: AccountSample.entropy(20), key: nil)
            try await sample.accounts.looks.record(
                LookDesk.Seen(person: person.id, caseID: "C4", facts: [], ground: "x"), by: again)
            let looks = try await sample.accounts.looks.looks(at: person.id, until: AccountSample.now.day)
            #expect(looks.map(\.caseID) == ["C4", "C3", "C2", "C1"])
            #expect(looks.map(\.ground) == ["x", "电话约时间 3", "电话约时间 2", "电话约时间 1"])
            #expect(looks.map { $0.post?.id } == [nil, post.id, post.id, post.id])
            let later = try await sample.accounts.looks.looks(at: person.id, until: Day(2027, 2, 1))
            #expect(later.map(\.caseID) == ["C4", "C3"])
            let other = try await sample.accounts.looks.looks(at: officer.id, until: AccountSample.now.day)
            #expect(other.isEmpty)
        }
    }

    @Test func `nobody looks without a ground`() async throws {
        try await AccountSample.onSQLite { sample in
            let person = SamplePeople.citizens[0]
            try await sample.register(person, 1)
            for ground in ["", " \u{3000}\n"] {
                await #expect(throws: Failure.self) {
                    try await sample.accounts.looks.record(
                        LookDesk.Seen(person: person.id, caseID: "C", facts: [], ground: ground),
                        by: AccountSample.acting(2))
                }
            }
            #expect(try await sample.accounts.looks.looks(at: person.id, until: AccountSample.now.day).isEmpty)
        }
    }

    @Test func `months run from one day to another without gap`() {
        let months = Month.all(from: Day(2025, 11, 30), to: Day(2026, 2, 1)).map { "\($0.year)-\($0.month)" }
        #expect(months == ["2026-2", "2026-1", "2025-12", "2025-11"])
        #expect(Month.all(from: Day(2026, 2, 1), to: Day(2026, 2, 28)).count == 1)
    }
}
