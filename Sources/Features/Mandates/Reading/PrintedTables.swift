import Values

/// Lines of a source made ready for paragraphs: what a printed page tells by its places is worked out here.
enum PrintedTables {
    struct Line {
        let index: Int
        let text: String
        var spot: TableSpot?
        /// Whether it begins to the right of its page's edge; nil when places are not known.
        var isIndented: Bool?
        /// Whether the line before it reached its page's right edge.
        var isPreviousFull: Bool
        var isAfterBreak: Bool
        var isFirstOfPage: Bool
        var isLastOfPage: Bool

        var isCell: Bool { spot != nil }
    }

    static func cut(_ source: SourceText) -> [Line] {
        guard source.lines.contains(where: { $0.box != nil }) else {
            let wrap = source.hasWholeParagraphs ? nil : WrapWidth(source.lines.map(\.text))
            return source.lines.enumerated().map { index, line in
                Line(
                    index: index, text: line.text, spot: line.spot, isIndented: wrap?.isIndented(line.text),
                    isPreviousFull: index > 0 && wrap?.isFull(source.lines[index - 1].text) ?? false,
                    isAfterBreak: line.text.unicodeScalars.contains("\u{C}"), isFirstOfPage: false, isLastOfPage: false)
            }
        }
        return PrintedPage.pages(of: source).flatMap { $0 }
    }
}

/// The pieces of one printed page in reading order.
enum PrintedPage {
    private struct Row {
        var pieces: [(index: Int, box: PrintBox, text: String)]

        var left: Double { pieces.map(\.box.left).min() ?? 0 }
        var right: Double { pieces.map(\.box.right).max() ?? 0 }
        /// The width of a Han character; boxes of some fonts are more than twice as high as their text.
        var em: Double {
            let height = pieces.map(\.box.height).max() ?? 0
            let widths = pieces.compactMap { piece -> Double? in
                let count = piece.text.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x1100 ? 1 : 0.5) }
                return count >= 4 ? (piece.box.right - piece.box.left) / count : nil
            }
            return widths.max().map { min($0, height) } ?? height
        }
    }

    static func pages(of source: SourceText) -> [[PrintedTables.Line]] {
        // Cells that are ruled are known already.
        var cells = PrintedGrid.spots(in: source)
        for (index, line) in source.lines.enumerated() { if let spot = line.spot { cells[index] = spot } }
        var byPage: [[Row]] = []
        var page = 0
        var place: SourcePlace?
        for (index, line) in source.lines.enumerated() {
            guard let box = line.box else { continue }
            if box.page != page {
                byPage.append([])
                page = box.page
                place = nil
            }
            let last = byPage.count - 1
            if place == line.place, !byPage[last].isEmpty {
                byPage[last][byPage[last].count - 1].pieces.append((index, box, line.text))
            } else {
                byPage[last].append(Row(pieces: [(index, box, line.text)]))
            }
            place = line.place
        }
        return byPage.map { lines(of: $0, cells: cells) }
    }

    /// How far to the right of the edge a row begins that opens a paragraph, in characters; opening brackets are
    /// often set half as wide there.
    private static func indent(_ row: Row) -> Double {
        let first = row.pieces.first?.text.unicodeScalars.first { !Normalisation.isBlank($0) }
        return first.map { "（(“《【〔".unicodeScalars.contains($0) } == true ? 0.75 : 1.2
    }

    private static func lines(of rows: [Row], cells: [Int: TableSpot]) -> [PrintedTables.Line] {
        let body = rows.filter { row in !row.pieces.contains { cells[$0.index] != nil } }
        let left = body.map(\.left).min() ?? 0
        let right = body.map(\.right).max() ?? 0
        var lines: [PrintedTables.Line] = []
        var isFull = false
        for (order, row) in rows.enumerated() {
            let isLast = order == rows.count - 1
            let isNumber =
                row.pieces.count == 1 && row.pieces[0].text.unicodeScalars.allSatisfy(MandateNumerals.isDigit)
            if isLast, isNumber, cells[row.pieces[0].index] == nil { continue }
            for (number, piece) in row.pieces.enumerated() {
                lines.append(
                    PrintedTables.Line(
                        index: piece.index, text: piece.text, spot: cells[piece.index],
                        isIndented: number > 0 ? false : row.left > left + row.em * indent(row),
                        isPreviousFull: number > 0 || isFull, isAfterBreak: order == 0, isFirstOfPage: order == 0,
                        isLastOfPage: isLast))
            }
            isFull = row.right > right - row.em * 2.2
        }
        return lines
    }
}
