import Values

/// Whose matter it is: a person's or an enterprise's.
package enum Subject: Hashable, Sendable, CustomStringConvertible {
    case person(Person.ID)
    case enterprise(Enterprise.ID)

    package init?(_ text: String) {
        switch Actor(text) {
        case .person(let id):
            guard let id = Person.ID(id) else { return nil }
            self = .person(id)
        case .enterprise(let id):
            guard let id = Enterprise.ID(id) else { return nil }
            self = .enterprise(id)
        default: return nil
        }
    }

    package var actor: Actor {
        switch self {
        case .person(let id): .person(id.text)
        case .enterprise(let id): .enterprise(id.text)
        }
    }

    /// `person:ID` or `enterprise:ID`.
    package var description: String { actor.description }

    /// `person` or `enterprise`, as services name their applicants.
    package var kind: String {
        switch self {
        case .person: "person"
        case .enterprise: "enterprise"
        }
    }
}

/// A recorded delegation: this agent may act for that subject in these services until that day (授权代办).
package struct Delegation: Hashable, Sendable {
    package typealias ID = Identifier<Delegation>

    package let id: ID
    package let subject: Subject
    package let agent: Person.ID
    /// Service ids; nil: every service.
    package let services: [String]?
    package let from: Day
    package let until: Day
    package let revokedOn: Day?

    package init(
        id: ID, subject: Subject, agent: Person.ID, services: [String]?, from: Day, until: Day, revokedOn: Day?
    ) {
        self.id = id
        self.subject = subject
        self.agent = agent
        self.services = services
        self.from = from
        self.until = until
        self.revokedOn = revokedOn
    }

    /// Whether it holds for that service on that day; the day of revocation no longer counts.
    package func covers(_ service: String, on day: Day) -> Bool {
        isInForce(on: day) && (services.map { $0.contains(service) } ?? true)
    }

    package func isInForce(on day: Day) -> Bool {
        from <= day && day <= until && (revokedOn.map { day < $0 } ?? true)
    }
}
