/// One page of an application (申请步骤).
package enum ApplyStep: Hashable, Sendable {
    /// The guide's questions (情形引导).
    case questions
    /// A section of the form, by its place in the definition.
    case section(Int)
    /// Between the ordinary way and a commitment, where the service has both (办理方式).
    case way
    case evidence
    case check

    /// As it stands in the address: `questions`, `section-1`, `evidence`, `check`.
    package var name: String {
        switch self {
        case .questions: "questions"
        case .section(let index): "section-\(index + 1)"
        case .way: "way"
        case .evidence: "evidence"
        case .check: "check"
        }
    }

    /// nil for a name that is none of them.
    package init?(_ name: String) {
        switch name {
        case "questions": self = .questions
        case "way": self = .way
        case "evidence": self = .evidence
        case "check": self = .check
        default:
            guard name.hasPrefix("section-"), let number = Int(name.dropFirst("section-".count)), number >= 1 else {
                return nil
            }
            self = .section(number - 1)
        }
    }
}
