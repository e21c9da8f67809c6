import Testing
import Values

@testable import Features

/// People open accounts for themselves, change how they are reached, and change their password.
@Suite struct RegistrationDeskTests {
    private static let number = "500103198802149915"

    private func typed(
        name: String = "钱多多", idNumber: String = number, phone: String = "139 0000 1111",
        password: String = "three small 词语", again: String? = nil, address: String = "192.0.2.7"
    ) -> RegistrationDesk.Typed {
        RegistrationDesk.Typed(
            name: name, idNumber: idNumber, phone: phone,
            password: TypedPassword(password, again: again ?? password), address: address)
    }

    private func register(_ sample: AccountSample, _ typed: RegistrationDesk.Typed, _ number: Int) async throws {
        try await sample.accounts.registrations.register(
            typed, entropy: AccountSample.entropy(number), at: AccountSample.now)
    }

    @Test func `a person whose identity fits signs in with telephone and identity number`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await register(sample, typed(), 1)
            let opened = try await sample.signIn("13900001111", 2, password: "three small 词语")
            _ = try await sample.signIn(Self.number, 3, password: "three small 词语")
            let session = try #require(try await sample.session(opened.token))
            #expect(session.person.nameMask == "钱**" && !session.person.isSample)
            #expect(session.person.phoneMask == "139****1111")
            #expect(try await sample.rebuild.run().isClean)
        }
    }

    @Test func `everything that is wrong is told at once`() async throws {
        try await AccountSample.onBothEngines { sample in
            let wrong = typed(
                name: " ", idNumber: "500103198802149914", phone: "02363636363", password: "short", again: "other")
            let failure = await #expect(throws: Failure.self) { try await register(sample, wrong, 1) }
            guard case .problems(let problems)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(problems.map(\.place) == ["name", "id-number", "phone", "password", "again"])
        }
    }

    @Test func `an identity that does not fit, or that nobody confirms, opens nothing`() async throws {
        try await AccountSample.onBothEngines { sample in
            await #expect(throws: Failure.problems([AccountProblems.identityDiffers])) {
                try await register(sample, typed(name: "别人"), 1)
            }
            await #expect(throws: Failure.unavailable(AccountProblems.identitySilent)) {
                try await register(sample, typed(name: "孙不语"), 2)
            }
            await #expect(throws: Failure.problems([AccountProblems.wrongLogin])) {
                _ = try await sample.signIn("13900001111", 3, password: "three small 词语")
            }
        }
    }

    @Test func `a number has one account, a telephone signs in one person, and tries are counted`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await register(sample, typed(), 1)
            await #expect(throws: Failure.problems([AccountProblems.idNumberTaken])) {
                try await register(sample, typed(phone: "13900002222"), 2)
            }
            await #expect(throws: Failure.problems([AccountProblems.loginTaken])) {
                try await register(sample, typed(idNumber: "500103199508309927"), 3)
            }
            var last: Failure?
            for number in 10..<40 {
                do {
                    try await register(sample, typed(name: "别人"), number)
                } catch let failure as Failure {
                    last = failure
                }
            }
            guard case .tooMany? = last else {
                Issue.record("tries are not counted: \(String(describing: last))")
                return
            }
        }
    }

    @Test func `contact is kept sealed, shown masked, and told the same twice recorded once`() async throws {
        try await AccountSample.onBothEngines { sample in
            let id = try await sample.register(SamplePeople.citizens[0], 1)
            func keep(
                _ phone: String, _ mail: String, _ number: Int,
                dropped: Set<AccountDesk.TypedContact.Part> = []
            ) async throws {
                try await sample.accounts.desk.keep(
                    AccountDesk.TypedContact(phone: phone, mail: mail, dropped: dropped), of: id,
                    by: AccountSample.acting(number))
            }
            try await keep("13900003333", "a.b@Example.cn", 2)
            try await keep("13900003333", "a.b@example.cn", 3)
            let contact = try await sample.accounts.desk.contact(of: id)
            #expect(contact.phone?.text == "13900003333" && contact.mail?.text == "a.b@example.cn")
            let stored = try await sample.database.read {
                try $0.query("SELECT record FROM event WHERE stream = $1", [.text(id.text)]).map { try $0.text(0) }
            }
            #expect(stored.count == 2 && stored.allSatisfy { !$0.contains("13900003333") && !$0.contains("example") })
            let person = try await sample.database.read { try AccountStore.person(id, in: $0) }
            #expect(person?.phoneMask == "139****3333")
            await #expect(throws: Failure.problems([AccountProblems.mailWrong])) { try await keep("", "a@b", 4) }
            try await keep("", "c@example.cn", 5)
            #expect(try await sample.accounts.desk.contact(of: id).phone?.text == "13900003333", "empty leaves it")
            try await keep("", "", 6, dropped: [.mail])
            #expect(try await sample.accounts.desk.contact(of: id).mail == nil)
            #expect(try await sample.rebuild.run().isClean)
            try await sample.accounts.desk.erase(id, at: AccountSample.now)
            #expect(try await sample.accounts.desk.contact(of: id) == Contact(phone: nil, mail: nil))
        }
    }

    @Test func `a new password ends the other sessions and replaces the old one`() async throws {
        try await AccountSample.onBothEngines { sample in
            try await sample.register(SamplePeople.citizens[0], 1)
            let phone = SamplePeople.citizens[0].phone
            let here = try await sample.signIn(phone, 2)
            let elsewhere = try await sample.signIn(phone, 3)
            let session = try #require(try await sample.session(here.token))
            func change(_ old: String, _ new: String, _ number: Int) async throws {
                try await sample.accounts.desk.changePassword(
                    from: old, to: TypedPassword(new, again: new), in: session,
                    entropy: AccountSample.entropy(number), at: AccountSample.now)
            }
            await #expect(throws: Failure.problems([AccountProblems.oldPasswordWrong])) {
                try await change("not it", "a longer password", 4)
            }
            await #expect(throws: Failure.problems([AccountProblems.passwordSimple])) {
                try await change(AccountSample.password, "aaaaaaaaaaaa", 5)
            }
            try await change(AccountSample.password, "a longer password", 6)
            #expect(try await sample.session(here.token) != nil)
            #expect(try await sample.session(elsewhere.token) == nil)
            await #expect(throws: Failure.problems([AccountProblems.wrongLogin])) {
                _ = try await sample.signIn(phone, 7)
            }
            _ = try await sample.signIn(phone, 8, password: "a longer password")
        }
    }

    @Test(arguments: [
        ("a@b.cn", true), ("a.b+c@sub.example.com", true), ("a@b", false), ("@b.cn", false), ("a@", false),
        ("a@@b.cn", false), ("a b@c.cn", true), (".a@b.cn", false), ("a..b@c.cn", false), ("a@-b.cn", false),
        ("王@b.cn", false), ("a@b.cn\r\nBcc: x@y.cn", false), ("", false),
    ]) func `a mail address has the usual form`(typed: String, isOne: Bool) {
        #expect((MailAddress(typed) != nil) == isOne)
    }
}
