import Features
import Proofs
import Storage
import Testing
import Values

@Suite struct SessionDeskTests {
    private let liMing = SamplePeople.citizens[0]

    @Test func `a person signs in by telephone, identity number or account, however typed`() async throws {
        try await AccountSample.onBothEngines { sample in
            let officer = SamplePeople.officers[0]
            try await sample.register(officer, 1)
            _ = try await sample.post(officer, 1, role: .clerk)
            let typed = [
                officer.phone, "+86 199-0000-0005", officer.idNumber, " ５００１０３198801019940 ", "window", " Window ",
            ]
            for (number, name) in typed.enumerated() {
                let opened = try await sample.signIn(name, number)
                let session = try #require(try await sample.session(opened.token))
                #expect(session.person.id == officer.id)
                #expect(session.person.nameMask == "周*")
                #expect(session.post?.role == .clerk)
            }
        }
    }

    @Test func `a wrong password and an unknown name are answered alike`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.register(liMing, 1)
            let wrong = await #expect(throws: Failure.self) {
                try await sample.signIn(liMing.phone, 2, password: "wrong", address: "a")
            }
            let unknown = await #expect(throws: Failure.self) {
                try await sample.signIn("19911112222", 3, password: "wrong", address: "b")
            }
            #expect(wrong == unknown)
            guard case .problems(let problems)? = wrong else {
                Issue.record("not a problem")
                return
            }
            #expect(problems.map(\.place) == ["login"])
        }
    }

    @Test func `what nobody would type is answered as wrong and never breaks`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let long = String(repeating: "字", count: 10_000)
            let bad: [(String, String)] = [
                (long, "x"), (liMing.phone, long), ("a\u{0}b", "x"), ("😀", "😀"), ("' OR 1=1 --", "x"),
                (liMing.phone, "\u{0}"), ("\u{202E}", "x"),
            ]
            for (number, (name, password)) in bad.enumerated() {
                let failure = await #expect(throws: Failure.self) {
                    try await sample.signIn(name, number, password: password, address: "a\(number)")
                }
                guard case .problems(let problems)? = failure else {
                    Issue.record("\(number): \(String(describing: failure))")
                    continue
                }
                #expect(problems.count == 1)
            }
            let empty = await #expect(throws: Failure.self) {
                try await sample.signIn(" \u{3000}", 50, password: "", address: "z")
            }
            guard case .problems(let problems)? = empty else {
                Issue.record("empty names are no problem")
                return
            }
            #expect(problems.map(\.place) == ["login", "password"])
        }
    }

    @Test func `after ten tries for one name the eleventh waits, even with the right password`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.register(liMing, 1)
            for number in 0..<10 {
                await #expect(throws: Failure.self) {
                    try await sample.signIn(liMing.phone, number, password: "wrong", address: "a\(number)")
                }
            }
            // 9:15 begins a quarter of an hour.
            await #expect(throws: Failure.tooMany(retryAfterSeconds: 900)) {
                try await sample.signIn(liMing.phone, 20, address: "b")
            }
            let later = AccountSample.now.adding(milliseconds: 15 * 60_000)
            let opened = try await sample.signIn(liMing.phone, 21, address: "b", at: later)
            #expect(opened.person == liMing.id)
        }
    }

    @Test func `from one address wrong tries are counted and right ones are not`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            for number in 0..<12 { _ = try await sample.signIn(liMing.phone, number) }
            for number in 0..<10 {
                await #expect(throws: Failure.self) {
                    try await sample.signIn("nobody\(number)", 30 + number, password: "wrong")
                }
            }
            let later = AccountSample.now.adding(milliseconds: 60_500)
            await #expect(throws: Failure.tooMany(retryAfterSeconds: 840)) {
                try await sample.signIn(liMing.phone, 50, at: later)
            }
        }
    }

    @Test func `a citizen's session lives twelve hours, an officer's eight`() async throws {
        try await AccountSample.onBothEngines { sample in
            let officer = SamplePeople.officers[0]
            try await sample.register(liMing, 1)
            try await sample.register(officer, 2)
            _ = try await sample.post(officer, 3, role: .clerk)
            for (name, hours) in [(liMing.phone, 12), ("window", 8)] {
                let opened = try await sample.signIn(name, hours)
                #expect(opened.lifeInSeconds == hours * 3600)
                let end = AccountSample.now.adding(hours: hours)
                #expect(try await sample.session(opened.token, at: end.adding(milliseconds: -1)) != nil)
                #expect(try await sample.session(opened.token, at: end) == nil)
            }
        }
    }

    @Test func `a session is renewed at most once an hour`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let token = try await sample.signIn(liMing.phone, 1).token
            let sessions = sample.accounts.sessions
            let early = AccountSample.now.adding(milliseconds: 3_599_999)
            let due = AccountSample.now.adding(hours: 1)
            #expect(try await !sessions.visitor(cookie: token, at: early).isDueForRenewal)
            let arrival = try await sessions.visitor(cookie: token, at: due)
            #expect(arrival.isDueForRenewal)
            try await sessions.renew(try #require(arrival.visitor.session), at: due)
            #expect(try await !sessions.visitor(cookie: token, at: due).isDueForRenewal)
            #expect(try await sample.session(token, at: AccountSample.now.adding(hours: 12)) != nil)
        }
    }

    @Test func `signing out, signing in anew and sweeping end sessions`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.register(liMing, 1)
            let first = try await sample.signIn(liMing.phone, 1).token
            try await sample.accounts.sessions.signOut(try #require(try await sample.session(first)))
            #expect(try await sample.session(first) == nil)
            let second = try await sample.signIn(liMing.phone, 2).token
            let third = try await sample.accounts.sessions.signIn(
                SessionDesk.Attempt(
                    name: liMing.phone, password: AccountSample.password, address: "a", replaced: second),
                entropy: AccountSample.entropy(3), at: AccountSample.now)
            #expect(try await sample.session(second) == nil)
            #expect(try await sample.session(third.token) != nil)
            try await sample.accounts.sessions.sweep(at: AccountSample.now.adding(hours: 13))
            let rest = try await sample.database.read { try $0.query("SELECT id FROM session").count }
            #expect(rest == 0)
        }
    }

    @Test func `neither token, nor login name, nor address stands in the database`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let token = try await sample.signIn(liMing.phone, 1, address: "192.0.2.77").token
            let rows = try await sample.database.read { connection in
                try ["session", "credential", "counted_try", "account_person", "event"].flatMap { table in
                    try connection.query("SELECT * FROM \(table)").map { row in
                        (0..<row.count).map { "\(row[$0])" }.joined(separator: "|")
                    }
                }
            }
            #expect(rows.count >= 6)
            let all = rows.joined(separator: "\n")
            for secret in [token, liMing.phone, liMing.idNumber, liMing.name, "192.0.2.77", AccountSample.password] {
                #expect(!all.contains(secret))
            }
        }
    }

    @Test func `a password hashed with old parameters is hashed anew at the next sign-in`() async throws {
        try await AccountSample.onBothEngines { sample in
            // argon2id of the sample password with one pass over 8 MiB, as another tool made it.
            let old = OldHash.ofSamplePassword
            try await sample.register(liMing, 1, passwordHash: old)
            _ = try await sample.signIn(liMing.phone, 2)
            let stored = try await sample.database.read { connection in
                try connection.query("SELECT password_hash FROM credential").map { try $0.text(0) }
            }
            #expect(stored.count == 2)
            #expect(stored.allSatisfy { $0 != old && !PasswordHash.needsRenewal($0) })
            _ = try await sample.signIn(liMing.phone, 3)
        }
    }

    @Test func `forms of a session carry what follows from its token, and it alone`() async throws {
        try await AccountSample.onSQLite { sample in
            try await sample.register(liMing, 1)
            let first = try await sample.signIn(liMing.phone, 1).token
            let second = try await sample.signIn(liMing.phone, 2).token
            let tokens = [
                try await sample.session(first)?.formToken, try await sample.session(first)?.formToken,
                try await sample.session(second)?.formToken,
            ]
            #expect(tokens[0] == tokens[1])
            #expect(tokens[0] != tokens[2])
            #expect(tokens[0] != first)
            for bad in ["", "x", String(repeating: "0", count: 64), first.uppercased(), first + "0"] {
                #expect(try await sample.session(bad) == nil)
            }
        }
    }

    @Test func `a post can be chosen only while it is held`() async throws {
        try await AccountSample.onBothEngines { sample in
            let officer = SamplePeople.officers[0]
            try await sample.register(officer, 1)
            let clerk = try await sample.post(officer, 1, role: .clerk)
            let reviewer = try await sample.post(officer, 2, role: .reviewer, until: Day(2026, 3, 2))
            let over = try await sample.post(officer, 3, role: .head, until: Day(2026, 3, 1))
            let token = try await sample.signIn("window", 1).token
            let session = try #require(try await sample.session(token))
            #expect(session.post == nil)
            #expect(Set(session.posts) == [clerk, reviewer])
            try await sample.accounts.sessions.choosePost(reviewer.id, in: session)
            #expect(try await sample.session(token)?.post == reviewer)
            await #expect(throws: Failure.self) {
                try await sample.accounts.sessions.choosePost(over.id, in: session)
            }
            #expect(try await sample.session(token, at: Moment(2026, 3, 2, hour: 16))?.post == reviewer)
            try await sample.accounts.desk.endPost(
                reviewer.id, on: Day(2026, 3, 2), by: AccountSample.acting(9))
            let after = try #require(try await sample.session(token))
            #expect(after.post == nil)
            #expect(after.posts == [clerk])
        }
    }

    @Test func `a system is known by its token until it expires`() async throws {
        try await AccountSample.onBothEngines { sample in
            let system = SamplePeople.system
            try await sample.accounts.desk.connectSystem(system, by: AccountSample.acting(1))
            let token = try await sample.accounts.desk.issueToken(
                for: system.id, until: AccountSample.now.adding(hours: 1), entropy: AccountSample.entropy(2))
            let sessions = sample.accounts.sessions
            guard case .system(let found) = try await sessions.visitor(bearer: token, at: AccountSample.now) else {
                Issue.record("no system")
                return
            }
            #expect(found == system)
            await #expect(throws: Failure.signInNeeded) {
                try await sessions.visitor(bearer: token, at: AccountSample.now.adding(hours: 1))
            }
            await #expect(throws: Failure.signInNeeded) {
                try await sessions.visitor(bearer: token + "x", at: AccountSample.now)
            }
        }
    }
}
