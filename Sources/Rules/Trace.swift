import Values

/// How a value came about: what was read, which rows of a table hit, under which article (决定说明).
package struct Trace: Hashable, Sendable {
    /// A name that was read, and what it gave.
    package struct Fact: Hashable, Sendable {
        package let name: String
        package let value: FEELValue
    }

    package struct Row: Hashable, Sendable {
        /// From 1, as people count.
        package let number: Int
        package let isCertain: Bool
        /// nil when the output was not needed.
        package let output: FEELValue?
        package let why: Wording
        package let law: Citation?
    }

    /// The expression as written, or the name of the table.
    package let what: String
    package let value: FEELValue
    /// In the order of first reading.
    package let facts: [Fact]
    /// Rows that hit or may hit; empty for an expression.
    package let rows: [Row]
    /// The explanations of facts that were themselves worked out.
    package let parts: [Trace]

    /// The citations of the certain rows, here and in the parts, each once.
    package var citations: [Citation] {
        var all: [Citation] = []
        for citation in rows.filter(\.isCertain).compactMap(\.law) + parts.flatMap(\.citations)
        where !all.contains(citation) {
            all.append(citation)
        }
        return all
    }
}
