import Storage
import Values

/// Tells anyone whether a certificate holds who can name its number and the first character of its holder's name
/// (证照查验); nothing else is told, and what does not fit is never explained.
package struct VerifyDesk: Sendable {
    let certificates: CertificateDesk
    let accounts: AccountDesk

    private static let byAddress = TryLimit(counter: .address, tries: 20, windowInSeconds: 900)

    package init(certificates: CertificateDesk, accounts: AccountDesk) {
        self.certificates = certificates
        self.accounts = accounts
    }

    /// What somebody types who holds a certificate in his hand.
    package struct Question: Hashable, Sendable {
        package let number: String
        /// The first character of the holder's name.
        package let initial: String

        package init(number: String, initial: String) {
            self.number = number
            self.initial = initial
        }
    }

    /// The state of the certificate today; nil: no certificate has this number and such a holder.
    ///
    /// Throws `Failure.problems` for what was left out, and `Failure.tooMany` after twenty tries in a quarter of an
    /// hour from one address.
    package func answer(
        _ question: Question, from address: String, at moment: Moment
    ) async throws -> Certificate.State? {
        var problems: [Problem] = []
        let number = question.number.normalisedCode
        if number.isEmpty || number.count > 60 { problems.append(VerifyWords.numberMissing) }
        let initial = question.initial.comparisonKey
        if initial.count != 1 { problems.append(VerifyWords.initialMissing) }
        guard problems.isEmpty else { throw Failure.problems(problems) }
        try await accounts.count(VerifyDesk.byAddress, "verify:" + address, at: moment)
        let printed = String(question.number.prefix(60))
        let found = try await certificates.database.read { connection in
            var entries = try CertificateStore.find(number: number, in: connection)
            if printed != number { entries += try CertificateStore.find(number: printed, in: connection) }
            return try entries.filter { try VerifyDesk.initial(of: $0.holder, in: connection) == initial }
        }
        return found.last?.standing(on: moment.day)
    }

    /// Of a person only the first character of the name is kept open, which is what is asked.
    private static func initial(of holder: String, in connection: any Connection) throws -> String? {
        let name: String?
        switch Subject(holder) {
        case .person(let id): name = try AccountStore.person(id, in: connection)?.nameMask
        case .enterprise(let id): name = try AccountStore.enterprise(id, in: connection)?.name
        case nil: name = nil
        }
        return name.map { String($0.comparisonKey.prefix(1)) }
    }
}
