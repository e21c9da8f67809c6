import Values

/// A natural person with an account: citizen, agent or officer (自然人).
///
/// The person's own values are personal data: the log keeps them sealed, lists show the masks.
package struct Person: Hashable, Sendable {
    package typealias ID = Identifier<Person>

    package let id: ID
    /// `李**`.
    package let nameMask: String
    /// `500101********9984`.
    package let idNumberMask: String
    /// `138****1234`, when one was given.
    package let phoneMask: String?
    /// Invented, for the demo; said so wherever it is shown (示例数据).
    package let isSample: Bool

    package init(id: ID, nameMask: String, idNumberMask: String, phoneMask: String?, isSample: Bool) {
        self.id = id
        self.nameMask = nameMask
        self.idNumberMask = idNumberMask
        self.phoneMask = phoneMask
        self.isSample = isSample
    }
}

/// What is told when an account is opened. Opened values; never logged, never kept in a row.
package struct PersonRegistration: Sendable {
    package let name: String
    package let idNumber: CitizenIdentityNumber
    package let phone: PhoneNumber?
    package let isSample: Bool

    package init(name: String, idNumber: CitizenIdentityNumber, phone: PhoneNumber?, isSample: Bool) {
        self.name = name
        self.idNumber = idNumber
        self.phone = phone
        self.isSample = isSample
    }
}

/// An organisation with a unified social credit code that deals with the city through agents (法人和非法人组织).
package struct Enterprise: Hashable, Sendable {
    package typealias ID = Identifier<Enterprise>

    package let id: ID
    /// Unified social credit code, checked when it was registered.
    package let code: String
    package let name: String
    /// Who may grant delegations in its name (法定代表人、负责人).
    ///
    /// Law: 民法典 第六十一条.
    package let representative: Person.ID
    package let isSample: Bool

    package init(id: ID, code: String, name: String, representative: Person.ID, isSample: Bool) {
        self.id = id
        self.code = code
        self.name = name
        self.representative = representative
        self.isSample = isSample
    }
}

extension Identifier<Person> {
    /// The person as who does something.
    package var actor: Actor { .person(text) }
}
