import Definitions
import Values

/// Why a promise is not taken here: of this kind, or from this person (不适用告知承诺的情形).
///
/// A row of the table `commitment_bars` that is certain. What is not known excludes nobody from filing; it stands
/// against the decision until somebody establishes it.
package struct CommitmentBar: Hashable, Sendable {
    package let why: Wording
    package let law: Citation?

    static func certain(in facts: Facts) -> [CommitmentBar] {
        facts.rows(of: Definition.barsTable).filter(\.isCertain).map { CommitmentBar(why: $0.why, law: $0.law) }
    }

    /// What stands in the way of filing, and the road that stays open.
    package var problem: Problem {
        Problem(
            place: "track",
            message: Wording(
                zh: "不能用告知承诺办理：\(why.zh)", en: "This cannot be done on a promise: \(why.en)"),
            remedy: Wording(
                zh: "改按一般方式办理，提交证明材料", en: "Use the ordinary way and hand in the proof"))
    }
}

extension Problem {
    static func notTold(_ need: EvidenceNeed) -> Problem {
        Problem(
            place: need.id,
            message: Wording(
                zh: "“\(need.name.zh)”的承诺书没有看过，不能承诺", en: "The text of “\(need.name.en)” was not shown yet"),
            remedy: Wording(zh: "先看承诺书全文，再承诺", en: "Read the whole text first, then promise"))
    }
}
