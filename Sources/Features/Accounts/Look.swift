import Proofs
import Values

/// That an officer saw full values of a person that pages mask (查看记录).
///
/// Law: 个人信息保护法 第五十五条 asks that handling which affects people be recorded; the person can read who looked.
package struct Look: Hashable, Sendable {
    package let at: Moment
    /// The post, person or system that looked.
    package let actor: Actor
    /// The post as it is now; nil when somebody looked without one.
    package let post: Post?
    /// The masked name of the officer who holds the post; nil when nobody does.
    package let officer: String?
    package let caseID: String
    /// Ids of the values that were shown.
    package let facts: [String]
    /// In the officer's words; nil after erasure.
    package let ground: String?

    /// Stands among the facts for a file that was handed in and opened.
    package static let attachedFile = "attached-file"
}
