import Values

/// Collects paragraphs and tables of a file in reading order, and gives each cell its column under merged ones.
struct TableCollector {
    /// A table that is being read.
    private struct OpenTable {
        let number: Int
        var row = -1
        var column = 0
        /// For each column, how many rows below are still covered by a merged cell.
        var covered: [Int: Int] = [:]
        var spot: TableSpot?
    }

    /// At most so many rows or columns are believed of a merged cell.
    private static let widest = 1000

    private(set) var lines: [SourceText.Line] = []
    private var tables: [OpenTable] = []
    private var count = 0
    private var paragraphs = 0

    /// Whether a paragraph would go into a cell.
    var isInCell: Bool { tables.last?.spot != nil }

    mutating func openTable() {
        // A table inside a cell is read as lines of that cell: nobody prints tasks in such tables.
        count += 1
        tables.append(OpenTable(number: count))
    }

    mutating func closeTable() {
        if !tables.isEmpty { tables.removeLast() }
    }

    mutating func openRow() {
        guard var table = tables.popLast() else { return }
        if table.row >= 0 { table.covered = table.covered.mapValues { $0 - 1 }.filter { $0.value > 0 } }
        table.row += 1
        table.column = 0
        table.spot = nil
        tables.append(table)
    }

    mutating func openCell(rows: Int, columns: Int) {
        guard var table = tables.popLast() else { return }
        if table.row < 0 { table.row = 0 }
        while table.covered[table.column] != nil { table.column += 1 }
        let rows = min(max(1, rows), TableCollector.widest)
        let columns = min(max(1, columns), TableCollector.widest)
        table.spot = TableSpot(
            table: table.number, row: table.row, column: table.column, rows: rows, columns: columns)
        if rows > 1 { for column in table.column..<table.column + columns { table.covered[column] = rows } }
        table.column += columns
        tables.append(table)
    }

    mutating func closeCell() {
        guard var table = tables.popLast() else { return }
        table.spot = nil
        tables.append(table)
    }

    mutating func add(_ text: String) {
        let spot = tables.last { $0.spot != nil }?.spot
        let isEmpty = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        if spot == nil {
            if isEmpty { return }
            paragraphs += 1
        }
        let place =
            spot.map { SourcePlace.cell(table: $0.table, row: $0.row + 1, column: $0.column + 1) }
            ?? .paragraph(paragraphs)
        lines.append(SourceText.Line(place: place, text: text, spot: spot, box: nil))
    }
}
