import Rules
import Values

/// Whatever may happen to a case: deeds give events, and events alone move clocks, obligations, tasks and children.
package struct Deed: Sendable {
    /// What a deed issues.
    package enum Issue: String, Hashable, Sendable {
        /// The certificate of the plan's outcome, if it has one.
        case certificate
        case revocation
    }

    /// One thing that is said with the deed.
    package struct Given: Hashable, Sendable {
        package let id: String
        /// `text number boolean date list citations answers limit case unit money grade`, or `choice`.
        package let kind: String
        /// Id of the list a `choice` is taken from.
        package let list: String?
        package let isOptional: Bool

        package init(id: String, kind: String, list: String?, isOptional: Bool) {
            self.id = id
            self.kind = kind
            self.list = list
            self.isOptional = isOptional
        }
    }

    /// Id within its owner: action id, result id, or the owner's id for deeds of time and the opening.
    package var id: String
    package var name: Wording?
    package var when: Expression?
    /// The sentence shown when `when` is false.
    package var otherwise: Wording?
    package var gives: [Given]
    package var event: String?
    package var asOf: [String]
    package var to: String?
    package var outcome: String?
    package var issues: Issue?
    package var notice: String?
    package var law: Citation?
    /// Time-triggered only: recorded and shown as a legal fiction (视为).
    package var isDeemed: Bool
    /// A result that counts a try and leaves the task open.
    package var isAgain: Bool

    package init(
        id: String, name: Wording?, when: Expression?, otherwise: Wording?, gives: [Given], event: String?,
        asOf: [String], to: String?, outcome: String?, issues: Issue?, notice: String?, law: Citation?,
        isDeemed: Bool, isAgain: Bool
    ) {
        self.id = id
        self.name = name
        self.when = when
        self.otherwise = otherwise
        self.gives = gives
        self.event = event
        self.asOf = asOf
        self.to = to
        self.outcome = outcome
        self.issues = issues
        self.notice = notice
        self.law = law
        self.isDeemed = isDeemed
        self.isAgain = isAgain
    }
}

/// A unit: that of the case, one by name, or one that an expression names.
package enum UnitRule: Sendable {
    case handling
    case named(String)
    case expression(Expression)
}

/// Who may do a deed.
package struct Permission: Sendable {
    /// `own` the case's region; `above` an ancestor too; `listed` wherever the cross-region list allows; `any`.
    package enum Region: String, Hashable, Sendable { case own, above, listed, any }

    /// Role ids; `applicant` includes an agent with a delegation, `platform` acts by itself.
    package var roles: [String]
    package var unit: UnitRule?
    package var region: Region

    package init(roles: [String], unit: UnitRule?, region: Region) {
        self.roles = roles
        self.unit = unit
        self.region = region
    }

    package var isPlatform: Bool { roles == ["platform"] }
}
