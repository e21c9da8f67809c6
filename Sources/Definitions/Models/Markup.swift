import Values

/// An element of an XML document, with what stands in it.
package struct Markup: Sendable {
    /// Without its prefix.
    package let name: String
    /// Of the prefix; empty when there is none.
    package let namespace: String
    /// By name with its prefix, as written.
    package let attributes: [String: String]
    package var children: [Markup] = []
    /// All text directly in it, in its order.
    package var text = ""
    /// Where it begins, from 1.
    package let line: Int
    /// In bytes, from 1.
    package let column: Int

    init(name: String, namespace: String, attributes: [String: String], line: Int, column: Int) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.line = line
        self.column = column
    }

    /// The elements of that name directly in it.
    package func children(_ name: String) -> [Markup] { children.filter { $0.name == name } }

    /// The first of them.
    package func child(_ name: String) -> Markup? { children.first { $0.name == name } }

    /// The text of a child, without blanks around it; nil when there is no such child.
    package func text(of name: String) -> String? { child(name)?.trimmed }

    /// Its text without blanks around it.
    package var trimmed: String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
    }

    /// Reads a document. One with a type declaration is refused, because its entities could make it explode.
    package static func read(_ source: String) throws(MarkupProblem) -> Markup {
        var reader = MarkupReader(source)
        return try reader.document()
    }
}

/// What is wrong with an XML document, and where.
package struct MarkupProblem: Error, Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// In bytes, from 1.
    package let column: Int
    package let message: Wording
    package let remedy: Wording

    package init(line: Int, column: Int, message: Wording, remedy: Wording) {
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
    }
}
