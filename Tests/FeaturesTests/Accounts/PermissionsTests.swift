import Features
import Testing
import Values

@Suite struct PermissionsTests {
    @Test func `every verb is for somebody, and every standing may ask for something`() {
        for verb in Verb.allCases {
            #expect(Standing.allCases.contains { Permissions.allows(verb, to: $0) }, "\(verb) is for nobody")
        }
        for standing in Standing.allCases {
            #expect(Verb.allCases.contains { Permissions.allows($0, to: standing) }, "\(standing.name.en) may nothing")
        }
    }

    @Test func `anyone may only read public pages, sign in, open an account and rate`() {
        let open = Verb.allCases.filter { Permissions.allows($0, to: .anyone) }
        #expect(open == [.readPublicPages, .signIn, .openAccount, .rateService])
    }

    @Test func `no officer acts as applicant from his post, and no citizen does what officers do`() {
        let own: [Verb] = [.keepDrafts, .fileCase, .actAsApplicant, .readOwnCases, .manageDelegations, .readLooks]
        for role in Role.allCases {
            #expect(own.allSatisfy { !Permissions.allows($0, to: .officer(role)) })
        }
        let official: [Verb] = [
            .takeInAtWindow, .readWorklist, .readCaseAsOfficer, .actAsOfficer, .lookAtPersonalData, .readPermissions,
        ]
        #expect(official.allSatisfy { !Permissions.allows($0, to: .citizen) })
        for role in [Role.administrator, .dataSteward, .operator] {
            #expect(!Permissions.allows(.actAsOfficer, to: .officer(role)))
            #expect(!Permissions.allows(.lookAtPersonalData, to: .officer(role)))
        }
    }

    @Test func `an item manager works on adjustments and never looks at personal data`() {
        #expect(Permissions.allows(.actAsOfficer, to: .officer(.itemManager)))
        #expect(!Permissions.allows(.lookAtPersonalData, to: .officer(.itemManager)))
        for standing in Standing.allCases {
            #expect(Permissions.allows(.manageItems, to: standing) == (standing == .officer(.itemManager)))
        }
    }

    @Test func `a system may ask for what its scopes say and for nothing on pages`() {
        let all = Set(
            Verb.allCases.filter { verb in
                ConnectedSystem.Scope.allCases.contains { Permissions.allows(verb, to: .system($0)) }
            })
        #expect(
            all == [
                .readPublicPages, .signIn, .openAccount, .readByInterface, .fileByInterface, .decideByInterface,
                .actByInterface, .readFeedByInterface, .readReportsByInterface,
            ])
        let scopes = ConnectedSystem.Scope.allCases
        #expect(scopes.filter { Permissions.allows(.readReportsByInterface, to: .system($0)) } == [.read])
        #expect(!Permissions.allows(.decideByInterface, to: .system(.file)))
        #expect(!Permissions.allows(.fileByInterface, to: .system(.read)))
    }

    @Test func `a refusal names who may, and anyone is asked to sign in`() throws {
        #expect(throws: Failure.signInNeeded) { try Permissions.require(.fileCase, of: .anyone) }
        let system = ConnectedSystem(id: "s", name: "s", scopes: [.read])
        let failure = #expect(throws: Failure.self) { try Permissions.require(.actAsOfficer, of: .system(system)) }
        guard case .forbidden(let sentence)? = failure else {
            Issue.record("not forbidden: \(String(describing: failure))")
            return
        }
        #expect(sentence.zh.contains("审批人"))
    }
}
