/// The text of a document as a reader found it, line by line, each with its place in the file.
///
/// Readers of all kinds of files give this one form (room `Documents`); what is read out of it names its places.
package struct SourceText: Hashable, Sendable {
    /// A line of a text, a paragraph, a cell of a table, or a piece of a printed line with its place on the page.
    package struct Line: Hashable, Sendable {
        package let place: SourcePlace
        package let text: String
        /// Where it stands in a table whose cells the file itself tells apart.
        package let spot: TableSpot?
        /// Where it is printed, when only that is known.
        package let box: PrintBox?

        package init(place: SourcePlace, text: String, spot: TableSpot?, box: PrintBox?) {
            self.place = place
            self.text = text
            self.spot = spot
            self.box = box
        }
    }

    package let lines: [Line]
    /// Whether one line of the file is one paragraph; otherwise paragraphs may be broken into several lines.
    package let hasWholeParagraphs: Bool
    /// What the reader was unsure of: damaged characters, a guessed encoding, hidden sheets.
    package let doubts: [Problem]

    package init(lines: [Line], hasWholeParagraphs: Bool, doubts: [Problem]) {
        self.lines = lines
        self.hasWholeParagraphs = hasWholeParagraphs
        self.doubts = doubts
    }
}

/// A cell of a table; rows and columns count from 0, and a merged cell names how far it reaches.
package struct TableSpot: Hashable, Sendable {
    package let table: Int
    package let row: Int
    package let column: Int
    /// How many rows and columns the cell covers, at least 1.
    package let rows: Int
    package let columns: Int

    package init(table: Int, row: Int, column: Int, rows: Int, columns: Int) {
        self.table = table
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
    }
}

/// Where something is printed: the page from 1, and its edges in points from the upper left corner.
package struct PrintBox: Hashable, Sendable {
    package let page: Int
    package let left: Double
    package let right: Double
    package let top: Double
    package let bottom: Double

    package init(page: Int, left: Double, right: Double, top: Double, bottom: Double) {
        self.page = page
        self.left = left
        self.right = right
        self.top = top
        self.bottom = bottom
    }

    package var middle: Double { (top + bottom) / 2 }
    package var height: Double { bottom - top }
}

/// A place in a file, as a person looks it up. All numbers count from 1.
package enum SourcePlace: Hashable, Sendable {
    case line(Int)
    case page(Int, line: Int)
    case paragraph(Int)
    case cell(table: Int, row: Int, column: Int)
    /// A sheet and a cell of it, such as `B7`.
    case sheet(String, cell: String)

    package var wording: Wording {
        switch self {
        case .line(let line): return Wording(zh: "第\(line)行", en: "line \(line)")
        case .page(let page, let line):
            return Wording(zh: "第\(page)页第\(line)行", en: "page \(page), line \(line)")
        case .paragraph(let number): return Wording(zh: "第\(number)段", en: "paragraph \(number)")
        case .cell(let table, let row, let column):
            return Wording(
                zh: "表\(table)第\(row)行第\(column)列", en: "table \(table), row \(row), column \(column)")
        case .sheet(let name, let cell): return Wording(zh: "工作表“\(name)”\(cell)", en: "sheet \(name), \(cell)")
        }
    }
}
