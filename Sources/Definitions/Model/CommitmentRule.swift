import Values

/// What is told before somebody may promise instead of proving (告知承诺): under a need of evidence.
package struct CommitmentRule: Sendable {
    /// The two forms of the law (国办发〔2020〕42号).
    package enum Form: String, Hashable, Sendable, CaseIterable {
        /// 许可告知承诺: that the conditions of a licence are met; the decision follows at once.
        case licence
        /// 证明事项告知承诺: that what a proof would show is true; the proof is not asked for.
        case proof
    }

    /// One thing that is promised, and where it is demanded.
    package struct Condition: Sendable {
        package let text: Wording
        package let law: Citation
    }

    package let form: Form
    /// Why a promise may replace the proof here.
    package let law: Citation
    package let conditions: [Condition]
    /// What follows from a promise that is not true, in the order in which it is told.
    package let consequences: [Wording]
    /// How and until when it is checked.
    package let check: Wording
    /// The message template that is the text to be promised.
    package let notice: String
}

extension Definition {
    /// Why the matter excludes promises, as the service states it; nil: it does not say.
    ///
    /// The words are those of `CommitmentCheck`; an empty list says that none applies.
    package var concerns: [String]? { document["service"]?["concerns"]?.list?.compactMap(\.text) }

    /// Services that somebody may need instead when this one is not for him; ids, none when the service names none.
    package var instead: [String] { document["service"]?["instead"]?.list?.compactMap(\.text) ?? [] }

    /// The outcome with which a case of this service repairs the broken promises of its applicant; nil: it does not.
    package var repairingOutcome: String? { document["service"]?["repairs"]?.text }

    /// The convention for grounds that exclude promises, as `refusals` is for those against a grant.
    package static let barsTable = "commitment_bars"
}
