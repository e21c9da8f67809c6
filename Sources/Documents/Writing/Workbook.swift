import Values

/// Tables to be opened in a spreadsheet: numbers are numbers there.
package struct Workbook: Hashable, Sendable {
    package enum Cell: Hashable, Sendable {
        case text(String)
        /// In hundredths, so that nothing is rounded on the way.
        case hundredths(Int)
        case empty

        /// A whole number.
        package static func whole(_ number: Int) -> Cell { .hundredths(number * 100) }
    }

    package struct Column: Hashable, Sendable {
        package let title: String
        /// In characters of the Latin script; a Chinese one takes two.
        package let width: Int

        package init(_ title: String, width: Int) {
            self.title = title
            self.width = width
        }
    }

    /// A sheet whose first row is its header, which stays in sight.
    package struct Sheet: Hashable, Sendable {
        /// At most 31 characters, each name once.
        package let name: String
        package let columns: [Column]
        package let rows: [[Cell]]

        package init(name: String, columns: [Column], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    package let title: String
    /// At least one.
    package let sheets: [Sheet]
    /// When it was made; all that a file says of time.
    package let made: Moment

    package init(title: String, sheets: [Sheet], made: Moment) {
        self.title = title
        self.sheets = sheets
        self.made = made
    }
}
