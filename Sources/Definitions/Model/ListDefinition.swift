import Values

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
