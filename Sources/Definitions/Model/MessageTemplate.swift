import Rules
import Values

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
