import Values

/// Finds tables on printed pages by the places of their words, and gives each piece its cell.
///
/// Columns are parted where no word stands between two heads; rows where the gap between two lines is widest between
/// two numbers of the first column. Ruled lines are not known here.
struct PrintedGrid {
    private struct Piece {
        let index: Int
        let box: PrintBox
        let text: LocatedText
    }

    /// The heads of a table with the places that part its columns.
    private struct Heads {
        let roles: [TableColumns.Role?]
        let centres: [Double]
        var edges: [Double] = []
    }

    /// - Returns: cells by the index of the source's line.
    static func spots(in source: SourceText) -> [Int: TableSpot] {
        var grid = PrintedGrid()
        var page: [Piece] = []
        for (index, line) in source.lines.enumerated() {
            guard let box = line.box, line.spot == nil else { continue }
            if let first = page.first, first.box.page != box.page {
                grid.read(page)
                page = []
            }
            page.append(
                Piece(index: index, box: box, text: Normalisation.read(line.text, line: index, isMarkdown: false)))
        }
        grid.read(page)
        return grid.spots
    }

    private var spots: [Int: TableSpot] = [:]
    private var table = 0
    private var row = 0
    private var heads: Heads?
    /// Whether the last row of the page before may go on: its text has no full stop.
    private var isOpen = false

    private mutating func read(_ page: [Piece]) {
        let pieces = page.filter { !isFooter($0) }
        let lines = PrintedGrid.lines(of: pieces)
        var start: Int?
        for (order, line) in lines.enumerated() {
            guard let found = PrintedGrid.heads(in: line) else { continue }
            if heads == nil || heads?.roles != found.roles {
                table += 1
                row = 0
                isOpen = false
            }
            heads = found
            start = order + 1
            for (column, piece) in line.enumerated() { put(piece, row: row, column: column) }
            row += 1
            break
        }
        // Without heads a page goes on with the table before only when its lines fit the columns.
        if start == nil, heads != nil { start = 0 }
        guard let start, var heads else { return }
        let region = Array(lines[start...])
        let cells = region.flatMap { $0 }
        if heads.edges.isEmpty || start > 0 { heads.edges = edges(of: heads, cells: cells) }
        let end = region.firstIndex { isOutside($0, heads) } ?? region.count
        self.heads = end < region.count ? nil : heads
        guard end > 0 else { return }
        place(Array(region[..<end]), heads)
    }

    private func isFooter(_ piece: Piece) -> Bool { PageMarks.isFooter(piece.text.normal) }

    /// Pieces that stand at one height, from top to bottom.
    private static func lines(of pieces: [Piece]) -> [[Piece]] {
        var lines: [[Piece]] = []
        for piece in pieces.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
            if let first = lines.last?.first,
                piece.box.middle - first.box.middle < min(first.box.height, piece.box.height) * 0.25
            {
                lines[lines.count - 1].append(piece)
            } else {
                lines.append([piece])
            }
        }
        return lines.map { $0.sorted { $0.box.left < $1.box.left } }
    }

    private static func heads(in line: [Piece]) -> Heads? {
        guard line.count >= 3, let roles = TableColumns.heads(line.map(\.text)) else { return nil }
        return Heads(roles: roles, centres: line.map { ($0.box.left + $0.box.right) / 2 })
    }

    /// Between two heads the widest stretch on which no word of a cell stands.
    private func edges(of heads: Heads, cells: [Piece]) -> [Double] {
        zip(heads.centres, heads.centres.dropFirst()).map { left, right in
            var at = left
            var best = (from: left, to: left)
            let inside = cells.filter {
                $0.box.right > left && $0.box.left < right && $0.box.right - $0.box.left < (right - left) * 3
            }
            for piece in inside.sorted(by: { $0.box.left < $1.box.left }) {
                if piece.box.left > at, piece.box.left - at > best.to - best.from { best = (at, piece.box.left) }
                at = max(at, piece.box.right)
            }
            if right > at, right - at > best.to - best.from { best = (at, right) }
            return best.to > best.from ? (best.from + best.to) / 2 : (left + right) / 2
        }
    }

    private func column(of piece: Piece, _ heads: Heads) -> Int {
        let middle = (piece.box.left + piece.box.right) / 2
        return heads.edges.firstIndex { middle < $0 } ?? heads.edges.count
    }

    /// A line that runs over the columns and is no section of the table: the text goes on below the table.
    private func isOutside(_ line: [Piece], _ heads: Heads) -> Bool {
        guard line.count == 1, let piece = line.first else { return false }
        let crossed = heads.edges.count { piece.box.left < $0 - 3 && piece.box.right > $0 + 3 }
        if crossed == 0 { return PageMarks.endsText(piece.text.normal) || piece.text.string.hasPrefix("附件") }
        return !(MandateHeading(piece.text.normal) != nil && piece.text.count <= 40)
    }

    // MARK: Rows

    private struct Line {
        let pieces: [Piece]
        let top: Double
        let bottom: Double
        var isSection: Bool
        let serial: Int?
    }

    private mutating func place(_ region: [[Piece]], _ heads: Heads) {
        let serialColumn = heads.roles.firstIndex(of: .serial)
        let lines = region.map { pieces in
            let serial = pieces.first { serialColumn == column(of: $0, heads) }.flatMap {
                MandateNumerals.plain($0.text.normal)
            }
            let isSection =
                pieces.count == 1 && serial == nil
                && MandateHeading(pieces[0].text.normal).map { $0.level <= .second } ?? false
            return Line(
                pieces: pieces, top: pieces.map(\.box.top).min() ?? 0, bottom: pieces.map(\.box.bottom).max() ?? 0,
                isSection: isSection, serial: serial)
        }
        var block: [Line] = []
        for line in lines {
            if line.isSection {
                placeRows(block, heads)
                block = []
                if let piece = line.pieces.first { put(piece, row: row, column: 0) }
                row += 1
                isOpen = false
            } else {
                block.append(line)
            }
        }
        placeRows(block, heads)
    }

    /// Lines between two sections: each number has a row, cut where the gap is widest.
    private mutating func placeRows(_ lines: [Line], _ heads: Heads) {
        let serials = lines.indices.filter { lines[$0].serial != nil }
        guard !lines.isEmpty else { return }
        var cuts: [Int] = []
        if isOpen, let first = serials.first, first > 0 {
            cuts.append(cut(lines, from: 0, to: first, heads))
        } else if serials.isEmpty || isOpen {
            if serials.isEmpty { cuts.append(lines.count) }
        }
        for (left, right) in zip(serials, serials.dropFirst()) {
            cuts.append(cut(lines, from: left + 1, to: right, heads))
        }
        var from = 0
        for end in cuts + [lines.count] where end > from {
            let isRest = from == 0 && isOpen && !(serials.first.map { $0 < end } ?? false)
            let target = isRest ? max(0, row - 1) : row
            for line in lines[from..<end] {
                for piece in line.pieces { put(piece, row: target, column: column(of: piece, heads)) }
            }
            if !isRest { row += 1 }
            from = end
        }
        let content = heads.roles.lastIndex(of: .content)
        let last = lines.reversed().lazy.flatMap(\.pieces).first { column(of: $0, heads) == content }
        isOpen = last.map { !"。；！？”".unicodeScalars.contains($0.text.last ?? " ") } ?? false
    }

    /// Where the next row begins between two numbers: at the widest gap, sooner behind a full stop.
    private func cut(_ lines: [Line], from: Int, to: Int, _ heads: Heads) -> Int {
        let content = heads.roles.lastIndex(of: .content)
        var best = (place: to, size: -Double.infinity)
        for place in max(1, from)...max(1, to) {
            let above = lines[..<place].map(\.bottom).max() ?? 0
            var size = lines[place].top - above
            let last = lines[..<place].reversed().lazy.flatMap(\.pieces).first { column(of: $0, heads) == content }
            if let text = last?.text, "。；！".unicodeScalars.contains(text.last ?? " ") { size += 4 }
            if size > best.size { best = (place, size) }
        }
        return best.place
    }

    private mutating func put(_ piece: Piece, row: Int, column: Int) {
        // Numbers behind those of tables that are ruled.
        spots[piece.index] = TableSpot(table: 10_000 + table, row: row, column: column, rows: 1, columns: 1)
    }
}
