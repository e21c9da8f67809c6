import Rules
import Values

/// A kind of certificate (证照类型): what it shows, whose it is, how long it holds.
package struct CertificateKind: Sendable {
    package var id: String
    package var name: Wording
    package var authority: String
    /// `person` or `enterprise`, or another kind of subject.
    package var holder: String
    package var numberPrefix: String
    /// The concept that holds the number; when the prefix is empty its value is the number.
    package var numberConcept: String
    /// Concept ids in the order of the document.
    package var fields: [String]
    /// Those of `fields` that hold several values.
    package var many: [String]
    /// Order on the page.
    package var order: [String]
    /// nil: unlimited.
    package var validity: LegalPeriod?
    package var warns: [LegalPeriod]
    package var renewBefore: LegalPeriod?
    package var states: [String]
    package var isPublic: Bool
    /// Grade A–D of what it proves.
    package var grade: String

    package init(
        id: String, name: Wording, authority: String, holder: String, numberPrefix: String, numberConcept: String,
        fields: [String], many: [String], order: [String], validity: LegalPeriod?, warns: [LegalPeriod],
        renewBefore: LegalPeriod?, states: [String], isPublic: Bool, grade: String
    ) {
        self.id = id
        self.name = name
        self.authority = authority
        self.holder = holder
        self.numberPrefix = numberPrefix
        self.numberConcept = numberConcept
        self.fields = fields
        self.many = many
        self.order = order
        self.validity = validity
        self.warns = warns
        self.renewBefore = renewBefore
        self.states = states
        self.isPublic = isPublic
        self.grade = grade
    }
}

/// A list with an owner, a version and dates (清单), read in rules through `listed`.
package struct ListDefinition: Sendable {
    package var id: String
    package var name: Wording
    package var kind: String
    package var version: String
    /// Column id → kind.
    package var columns: [String: String]
    package var entries: [[String: JSON]]

    package init(
        id: String, name: Wording, kind: String, version: String, columns: [String: String],
        entries: [[String: JSON]]
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.version = version
        self.columns = columns
        self.entries = entries
    }
}

/// A notice that the law requires, as a template in both languages.
package struct MessageTemplate: Sendable {
    /// A text is a row of pieces.
    package indirect enum Piece: Sendable {
        case text(String)
        case value(Expression)
        case conditional(Expression, [Piece])
        /// `{for x in FEEL: text}`; the pieces read the variable.
        case each(variable: String, Expression, [Piece])
    }

    package var id: String
    package var name: Wording
    package var ways: [String]
    /// Kept as a document of the case.
    package var isDocument: Bool
    package var law: Citation?
    package var mustSay: [String]
    package var text: [Language: [Piece]]
    /// Ways of appeal: `reconsideration`, `lawsuit` → period and law.
    package var appeal: [String: (within: LegalPeriod, law: Citation)]

    package init(
        id: String, name: Wording, ways: [String], isDocument: Bool, law: Citation?, mustSay: [String],
        text: [Language: [Piece]], appeal: [String: (within: LegalPeriod, law: Citation)]
    ) {
        self.id = id
        self.name = name
        self.ways = ways
        self.isDocument = isDocument
        self.law = law
        self.mustSay = mustSay
        self.text = text
        self.appeal = appeal
    }
}
