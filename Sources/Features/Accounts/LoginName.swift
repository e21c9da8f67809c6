import Values

/// What somebody types to say who he is: identity number, telephone number, or the account name of an officer.
///
/// Kept only as a blind index. Equal names are equal texts, however they were typed.
package struct LoginName: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case idNumber = "id-number"
        case phone, account
    }

    package let kind: Kind
    package let text: String

    /// Longer ones belong to nobody.
    package static let longest = 64

    /// nil when nothing was typed, or more than `longest` characters.
    package init?(_ typed: String) {
        guard typed.utf8.count <= LoginName.longest * 4 else { return nil }
        let text = typed.comparisonKey
        guard !text.isEmpty, text.count <= LoginName.longest else { return nil }
        if let number = CitizenIdentityNumber(typed) {
            self.init(number)
        } else if let phone = PhoneNumber(typed) {
            self.init(phone)
        } else {
            self.init(kind: .account, text: text)
        }
    }

    package init(_ number: CitizenIdentityNumber) {
        self.init(kind: .idNumber, text: number.text)
    }

    package init(_ phone: PhoneNumber) {
        self.init(kind: .phone, text: phone.text)
    }

    private init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}
