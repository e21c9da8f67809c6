import Rules
import Values

/// How much a value must be guarded.
package enum Sensitivity: String, Hashable, Sendable, CaseIterable {
    case `public`, `internal`, personal, sensitive

    /// Personal and sensitive values stand only in the sealed part of an event and are masked when shown.
    package var isSealed: Bool { self == .personal || self == .sensitive }
}

/// One fact that a person, a register or an officer can give: a concept, or a field of the service's own.
package final class Field: Sendable {
    package let id: String
    /// The question or the name shown above the box.
    package let ask: Wording
    /// `text number boolean date choice unit people code address region money phone list file case`.
    package let type: String
    package let unit: String?
    /// In the order of the file.
    package let choices: [Choice]
    package let must: Expression?
    package let otherwise: Wording?
    package let when: Expression?
    /// The register that knows it; what has one is never asked for while the register answers.
    package let register: String?
    package let sensitivity: Sensitivity
    /// Entry of the shared dictionary (`concepts.yaml`); false for a field of the service's own.
    package let isConcept: Bool
    /// Taken by a situation that says nothing; never an answer in a real case.
    package let usual: JSON?

    package struct Choice: Hashable, Sendable {
        package let id: String
        package let name: Wording

        package init(id: String, name: Wording) {
            self.id = id
            self.name = name
        }
    }

    package init(
        id: String, ask: Wording, type: String, unit: String?, choices: [Choice], must: Expression?,
        otherwise: Wording?, when: Expression?, register: String?, sensitivity: Sensitivity, isConcept: Bool,
        usual: JSON?
    ) {
        self.id = id
        self.ask = ask
        self.type = type
        self.unit = unit
        self.choices = choices
        self.must = must
        self.otherwise = otherwise
        self.when = when
        self.register = register
        self.sensitivity = sensitivity
        self.isConcept = isConcept
        self.usual = usual
    }
}

/// One topic of the form, a page of its own.
package struct FormSection: Sendable {
    package let title: Wording
    /// Field ids in order.
    package let fields: [String]

    package init(title: Wording, fields: [String]) {
        self.title = title
        self.fields = fields
    }
}

/// A document or proof that the case needs (材料), and where it may come from, in this order of preference:
/// certificate, register, case, promise, upload.
package final class EvidenceNeed: Sendable {
    package enum Source: String, Hashable, Sendable, CaseIterable {
        case certificate, register
        case earlierCase = "case"
        case promise, upload
    }

    package let id: String
    package let name: Wording
    package let when: Expression?
    package let from: [Source]
    /// The kind of certificate that answers it, when `from` has `certificate`.
    package let certificate: String?
    /// The register that answers it, when `from` has `register`.
    package let register: String?
    /// May be handed in that long after acceptance (容缺).
    package let deferrable: LegalPeriod?
    /// What is told before it may be promised; nil: a promise here is a plain sentence, or none is taken.
    package let commitment: CommitmentRule?
    /// What is promised, in one or two sentences; for a promise without a commitment.
    package let promise: Wording?

    package init(
        id: String, name: Wording, when: Expression?, from: [Source], certificate: String?, register: String?,
        deferrable: LegalPeriod?, commitment: CommitmentRule?, promise: Wording?
    ) {
        self.id = id
        self.name = name
        self.when = when
        self.from = from
        self.certificate = certificate
        self.register = register
        self.deferrable = deferrable
        self.commitment = commitment
        self.promise = promise
    }
}
