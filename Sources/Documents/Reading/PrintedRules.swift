import Values

/// The ruled lines of one printed page, and the cells they make.
struct PrintedRules {
    struct Rule {
        let place: Double
        let from: Double
        let to: Double
    }

    /// Lines from left to right: `place` is their height on the page.
    private(set) var horizontal: [Rule] = []
    /// Lines from top to bottom.
    private(set) var vertical: [Rule] = []

    /// At most so many lines of a page are looked at: drawings have more.
    private static let most = 6000

    /// The lines of every page that is drawn as SVG by `pdftocairo`; what stands in `defs` are letters.
    ///
    /// - Parameter markup: one page, or several in a `pageSet`.
    static func pages(_ markup: [UInt8]) -> [PrintedRules] {
        var pages = [PrintedRules()]
        var inside = 0
        var isSet = false
        for event in MarkupScanner(markup) {
            switch event {
            case .open("defs", _, false), .open("clippath", _, false): inside += 1
            case .close("defs"), .close("clippath"): inside -= 1
            case .open("page", _, false):
                if isSet { pages.append(PrintedRules()) }
                isSet = true
            case .open("path", let attributes, _) where inside == 0:
                pages[pages.count - 1].add(attributes)
            default: break
            }
        }
        return pages
    }

    // MARK: Paths

    private mutating func add(_ attributes: [String: String]) {
        guard let path = attributes["d"], horizontal.count + vertical.count < PrintedRules.most else { return }
        let move = PrintedRules.matrix(attributes["transform"] ?? "")
        let isStroked = !(attributes["style"] ?? "").contains("stroke:none")
        for points in PrintedRules.figures(path) {
            let moved = points.map { point in
                (x: move.0 * point.x + move.2 * point.y + move.4, y: move.1 * point.x + move.3 * point.y + move.5)
            }
            add(moved, isStroked: isStroked)
        }
    }

    /// A thin box is a line; of a stroked figure each side may be one.
    private mutating func add(_ points: [(x: Double, y: Double)], isStroked: Bool) {
        guard points.count >= 2, let left = points.map(\.x).min(), let right = points.map(\.x).max(),
            let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
        else { return }
        let thin = 2.5
        if bottom - top <= thin, right - left > 6 {
            horizontal.append(Rule(place: (top + bottom) / 2, from: left, to: right))
        } else if right - left <= thin, bottom - top > 4 {
            vertical.append(Rule(place: (left + right) / 2, from: top, to: bottom))
        } else if isStroked {
            for (one, other) in zip(points, points.dropFirst()) { add([one, other], isStroked: false) }
        }
    }

    /// The straight figures of a path; one with curves is none.
    private static func figures(_ path: String) -> [[(x: Double, y: Double)]] {
        var figures: [[(x: Double, y: Double)]] = []
        var points: [(x: Double, y: Double)] = []
        var command: Character = "M"
        var waiting: Double?
        for part in path.split(separator: " ") {
            guard let number = Double(part) else {
                command = part.first ?? "M"
                if command == "M", !points.isEmpty {
                    figures.append(points)
                    points = []
                }
                if command == "Z", let first = points.first { points.append(first) }
                continue
            }
            switch command {
            case "M", "L":
                if let x = waiting {
                    points.append((x, number))
                    waiting = nil
                } else {
                    waiting = number
                }
            case "H": if let last = points.last { points.append((number, last.y)) }
            case "V": if let last = points.last { points.append((last.x, number)) }
            default: return []
            }
        }
        if !points.isEmpty { figures.append(points) }
        return figures
    }

    private static func matrix(_ text: String) -> (Double, Double, Double, Double, Double, Double) {
        let numbers = text.split { "(), ".contains($0) }.compactMap { Double($0) }
        guard text.hasPrefix("matrix"), numbers.count == 6 else { return (1, 0, 0, 1, 0, 0) }
        return (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }
}

/// A table of a page whose cells are ruled.
struct RuledTable {
    /// The places of its lines from left to right, and from top to bottom.
    let columns: [Double]
    let rows: [Double]
    /// For each field of the raster the first field of the cell it belongs to.
    private var cell: [Int]

    private static let near = 2.5

    /// The tables of a page, from top to bottom: lines that meet, with three columns and two rows at least.
    static func tables(_ rules: PrintedRules) -> [RuledTable] {
        groups(rules).compactMap { RuledTable($0) }.sorted { $0.rows[0] < $1.rows[0] }
    }

    /// Lines that meet each other belong to one table.
    private static func groups(_ rules: PrintedRules) -> [PrintedRules.Lines] {
        var parent = Array(0..<rules.horizontal.count + rules.vertical.count)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index { index = parent[index] }
            return index
        }
        for (across, line) in rules.horizontal.enumerated() {
            for (down, other) in rules.vertical.enumerated()
            where other.place > line.from - near && other.place < line.to + near && line.place > other.from - near
                && line.place < other.to + near
            {
                parent[root(rules.horizontal.count + down)] = root(across)
            }
        }
        var groups: [Int: PrintedRules.Lines] = [:]
        for (index, line) in rules.horizontal.enumerated() { groups[root(index), default: .init()].across.append(line) }
        for (index, line) in rules.vertical.enumerated() {
            groups[root(rules.horizontal.count + index), default: .init()].down.append(line)
        }
        return Array(groups.values)
    }

    private init?(_ lines: PrintedRules.Lines) {
        columns = RuledTable.places(
            lines.down.map(\.place) + lines.across.flatMap { [$0.from, $0.to] }, least: lines.down.map(\.place))
        rows = RuledTable.places(lines.across.map(\.place), least: lines.across.map(\.place))
        guard columns.count >= 4, rows.count >= 3, columns.count <= 60, rows.count <= 500 else { return nil }
        let width = columns.count - 1
        cell = Array(0..<width * (rows.count - 1))
        for row in 0..<rows.count - 1 {
            for column in 0..<width {
                let field = row * width + column
                let middle = (x: (columns[column] + columns[column + 1]) / 2, y: (rows[row] + rows[row + 1]) / 2)
                if column > 0, !RuledTable.isRuled(lines.down, at: columns[column], middle.y) {
                    join(field, field - 1)
                }
                if row > 0, !RuledTable.isRuled(lines.across, at: rows[row], middle.x) { join(field, field - width) }
            }
        }
    }

    private mutating func join(_ field: Int, _ other: Int) {
        let (old, new) = (max(cell[field], cell[other]), min(cell[field], cell[other]))
        guard old != new else { return }
        for index in cell.indices where cell[index] == old { cell[index] = new }
    }

    /// Places that are nearly the same are one; ends of lines count only where a line goes the other way.
    private static func places(_ all: [Double], least: [Double]) -> [Double] {
        var places: [Double] = []
        for place in all.sorted() where places.last.map({ place - $0 > near }) ?? true { places.append(place) }
        guard let first = places.first, let last = places.last else { return [] }
        return places.filter { place in
            place == first || place == last || least.contains { abs($0 - place) <= near }
        }
    }

    private static func isRuled(_ lines: [PrintedRules.Rule], at place: Double, _ across: Double) -> Bool {
        lines.contains { abs($0.place - place) <= near && $0.from <= across && across <= $0.to }
    }

    /// The cell at this place: its first row and column, and how many it covers; nil outside the table.
    func spot(x: Double, y: Double) -> (row: Int, column: Int, rows: Int, columns: Int)? {
        guard let column = columns.lastIndex(where: { $0 <= x }), column < columns.count - 1,
            let row = rows.lastIndex(where: { $0 <= y }), row < rows.count - 1
        else { return nil }
        let width = columns.count - 1
        let own = cell[row * width + column]
        let fields = cell.indices.filter { cell[$0] == own }
        let (down, across) = (fields.map { $0 / width }, fields.map { $0 % width })
        guard let top = down.min(), let end = down.max(), let left = across.min(), let right = across.max() else {
            return nil
        }
        return (top, left, end - top + 1, right - left + 1)
    }

    /// Whether the columns are those of another table, as where a table goes on over a page.
    func hasColumns(of other: RuledTable) -> Bool {
        columns.count == other.columns.count && zip(columns, other.columns).allSatisfy { abs($0 - $1) <= 4 }
    }
}

extension PrintedRules {
    /// Lines that meet.
    struct Lines {
        var across: [Rule] = []
        var down: [Rule] = []
    }
}
