import Testing
import Values

@testable import Features

@Suite struct SamplePeopleTests {
    @Test func `sample people have right numbers, one key each, and together every role`() throws {
        for person in SamplePeople.all {
            let number = try #require(CitizenIdentityNumber(person.idNumber), "\(person.key)")
            #expect(person.idNumber.dropFirst(14).hasPrefix("99"))
            #expect(number.birthDate < Day(2000, 1, 1))
            #expect(PhoneNumber(person.phone)?.kind == .mobile)
        }
        #expect(Set(SamplePeople.all.map(\.key)).count == SamplePeople.all.count)
        #expect(Set(SamplePeople.all.map(\.idNumber)).count == SamplePeople.all.count)
        #expect(Set(SamplePeople.all.map(\.id)).count == SamplePeople.all.count)
        #expect(Set(SamplePeople.officers.compactMap(\.role)) == Set(Role.allCases))
        #expect(UnifiedSocialCreditCode(SamplePeople.enterprise.code) != nil)
        #expect(SamplePeople.lines.count == SamplePeople.all.count + 2)
    }

    @Test func `they are added once, sign in with the printed password, and act for whom they should`() async throws {
        try await AccountSample.onBothEngines { sample in
            let desk = SampleDesk(accounts: sample.accounts.desk)
            let later = AccountSample.now.adding(hours: 24)
            #expect(
                try await desk.add(entropy: AccountSample.entropy(1), at: AccountSample.now) == SamplePeople.all.count)
            #expect(try await desk.add(entropy: AccountSample.entropy(2), at: later) == 0)
            for (number, person) in SamplePeople.all.enumerated() where number % 7 == 0 {
                let opened = try await sample.signIn(
                    person.login, 10 + number, password: SamplePeople.password, address: "a\(number)")
                #expect(opened.post?.role == person.role)
            }
            let agent = try await sample.signIn(
                SamplePeople.citizens[2].phone, 90, password: SamplePeople.password, address: "z")
            let session = try #require(try await sample.session(agent.token))
            let received = try await sample.accounts.delegations.overview(of: session).received
            #expect(received.map(\.subject) == [SamplePeople.enterprise.name])
            let visitor = try await sample.accounts.sessions.visitor(bearer: SamplePeople.token.text, at: later)
            #expect(Permissions.standings(of: visitor).count == 4)
        }
    }
}
