import Values

/// A document to be printed, in the form of an official Chinese report: a title, text and tables (公文版式).
package struct Paper: Hashable, Sendable {
    /// A part of the text, one below the other.
    package enum Block: Hashable, Sendable {
        case heading(String)
        /// Indented by two characters.
        case paragraph(String)
        /// Smaller, without indent: what explains a table.
        case note(String)
        case table(Table)
    }

    package struct Column: Hashable, Sendable {
        package let title: String
        /// How wide it is against the others; at least 1.
        package let share: Int
        /// Numbers stand at the right.
        package let isNumber: Bool

        /// - Parameter share: less than 1 counts as 1.
        package init(_ title: String, share: Int, isNumber: Bool) {
            self.title = title
            self.share = max(1, share)
            self.isNumber = isNumber
        }
    }

    /// A table; its header is repeated on every page.
    package struct Table: Hashable, Sendable {
        package let caption: String
        package let columns: [Column]
        /// Each as long as `columns`; what is missing is empty.
        package let rows: [[String]]

        package init(caption: String, columns: [Column], rows: [[String]]) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
        }
    }

    package let title: String
    /// Lines below the title, in the middle.
    package let subtitle: [String]
    package let blocks: [Block]
    /// Who made it and when (落款), at the right.
    package let closing: [String]
    /// When it was made; all that a file says of time.
    package let made: Moment

    package init(title: String, subtitle: [String], blocks: [Block], closing: [String], made: Moment) {
        self.title = title
        self.subtitle = subtitle
        self.blocks = blocks
        self.closing = closing
        self.made = made
    }
}
