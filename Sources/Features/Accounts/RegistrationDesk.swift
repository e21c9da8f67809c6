import Proofs
import Storage
import Values

/// Asks another authority whether a name and an identity number belong together (身份核验).
///
/// A stand-in says that it is one; pages repeat it.
package struct IdentityCheck: Sendable {
    package enum Answer: Hashable, Sendable {
        case matches
        /// There is no such number, or it is somebody else's: it tells nobody which.
        case differs
        /// Nobody answered.
        case silent
    }

    package let name: Wording
    package let isStandIn: Bool
    package let ask: @Sendable (_ name: String, _ number: CitizenIdentityNumber) async -> Answer

    package init(
        name: Wording, isStandIn: Bool,
        ask: @escaping @Sendable (_ name: String, _ number: CitizenIdentityNumber) async -> Answer
    ) {
        self.name = name
        self.isStandIn = isStandIn
        self.ask = ask
    }
}

/// People open accounts for themselves.
package struct RegistrationDesk: Sendable {
    let accounts: AccountDesk
    let check: IdentityCheck

    private static let byAddress = TryLimit(counter: .address, tries: 20, windowInSeconds: 3600)

    package init(accounts: AccountDesk, check: IdentityCheck) {
        self.accounts = accounts
        self.check = check
    }

    /// What somebody types to open an account.
    package struct Typed: Sendable {
        package let name: String
        package let idNumber: String
        package let phone: String
        package let password: TypedPassword
        /// Where it came from; counted, and kept only as a blind index.
        package let address: String

        package init(name: String, idNumber: String, phone: String, password: TypedPassword, address: String) {
            self.name = name
            self.idNumber = idNumber
            self.phone = phone
            self.password = password
            self.address = address
        }
    }

    /// Opens an account when the identity check agrees; the person then signs in with telephone or identity number.
    ///
    /// Throws `Failure.problems` with everything that is wrong at once, `Failure.unavailable` when the identity check
    /// does not answer, and `Failure.tooMany` after twenty tries an hour from one address.
    package func register(_ typed: Typed, entropy: Entropy, at moment: Moment) async throws {
        var problems: [Problem] = []
        let name = String(typed.name.prefix(100))
        if name.comparisonKey.isEmpty { problems.append(AccountProblems.ownNameMissing) }
        var number: CitizenIdentityNumber?
        do throws(CodeFault) {
            number = try CitizenIdentityNumber(reading: typed.idNumber, on: moment.day)
        } catch {
            problems.append(error.problem(at: "id-number", named: AccountProblems.idNumberName))
        }
        var phone: PhoneNumber?
        do throws(CodeFault) {
            phone = try PhoneNumber(reading: typed.phone)
        } catch {
            problems.append(error.problem(at: "phone", named: AccountProblems.phoneName))
        }
        if let phone, phone.kind != .mobile { problems.append(AccountProblems.notMobile) }
        problems += typed.password.problems
        guard problems.isEmpty, let number, let phone else { throw Failure.problems(problems) }
        try await accounts.count(RegistrationDesk.byAddress, "register:" + typed.address, at: moment)
        switch await check.ask(name, number) {
        case .matches: break
        case .differs: throw Failure.problems([AccountProblems.identityDiffers])
        case .silent: throw Failure.unavailable(AccountProblems.identitySilent)
        }
        let hash = try await accounts.passwords.hash(
            typed.password.text, salt: Array(entropy.bytes("password-salt", 0).prefix(16)))
        let id: Person.ID = entropy.identifier("person", 0, at: moment)
        try await accounts.registerPerson(
            PersonRegistration(name: name, idNumber: number, phone: phone, isSample: false), as: id,
            login: AccountDesk.Login(names: [LoginName(number), LoginName(phone)], passwordHash: hash),
            by: AccountActing(actor: .person(id.text), moment: moment, entropy: entropy, key: nil))
    }
}
