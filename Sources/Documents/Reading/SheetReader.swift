import Values

/// Reads the visible sheets of a .xlsx: each cell with its sheet and name, merged cells with their reach, days as days.
struct SheetReader {
    let archive: ZipArchive
    let faults: ReadingFaults

    /// More cells than any table of tasks has.
    private static let mostCells = 500_000

    private struct Sheet {
        var name = ""
        var relation = ""
        var isHidden = false
    }

    func read() throws(Failure) -> SourceText {
        let sheets = try sheets()
        let paths = try paths()
        let strings = try strings()
        let days = try stylesOfDays()
        var lines: [SourceText.Line] = []
        for (index, sheet) in sheets.enumerated() where !sheet.isHidden {
            let path = paths[sheet.relation] ?? "worksheets/sheet\(index + 1).xml"
            guard let xml = try archive.read(path.hasPrefix("/") ? String(path.dropFirst()) : "xl/" + path) else {
                continue
            }
            var cells = SheetCells(sheet: sheet.name, table: index + 1, strings: strings, days: days)
            for event in MarkupScanner(xml) {
                cells.take(event)
                guard cells.count <= SheetReader.mostCells else { throw faults.tooSlow }
            }
            guard cells.isWhole else { throw faults.damaged(path) }
            lines += cells.lines
        }
        let hidden = sheets.filter(\.isHidden).map(\.name)
        let doubts = hidden.map { name in
            Problem(
                place: name, message: Wording(zh: "隐藏的工作表“\(name)”未读取", en: "the hidden sheet \(name) was not read"),
                remedy: Wording(zh: "如有需要，请取消隐藏后再导入", en: "show it and import again if it is needed"))
        }
        guard lines.contains(where: { !$0.text.isEmpty }) else { throw faults.empty }
        return SourceText(lines: lines, hasWholeParagraphs: true, doubts: doubts)
    }

    private func sheets() throws(Failure) -> [Sheet] {
        guard let xml = try archive.read("xl/workbook.xml") else { throw faults.damaged("xl/workbook.xml") }
        return MarkupScanner(xml).compactMap { event in
            guard case .open("sheet", let attributes, _) = event else { return nil }
            return Sheet(
                name: attributes["name"] ?? "", relation: attributes["id"] ?? "",
                isHidden: (attributes["state"] ?? "visible") != "visible")
        }
    }

    private func paths() throws(Failure) -> [String: String] {
        var paths: [String: String] = [:]
        for event in MarkupScanner(try archive.read("xl/_rels/workbook.xml.rels") ?? []) {
            guard case .open("relationship", let attributes, _) = event, let id = attributes["id"] else { continue }
            paths[id] = attributes["target"]
        }
        return paths
    }

    private func strings() throws(Failure) -> [String] {
        var strings: [String] = []
        var isText = false
        var isPhonetic = false
        for event in MarkupScanner(try archive.read("xl/sharedStrings.xml") ?? []) {
            switch event {
            case .open("si", _, _): strings.append("")
            case .open("t", _, let isClosed): isText = !isClosed
            case .open("rph", _, _): isPhonetic = true
            case .close("rph"): isPhonetic = false
            case .close("t"): isText = false
            case .text(let text):
                if isText, !isPhonetic, let last = strings.indices.last { strings[last] += text }
            default: break
            }
        }
        return strings
    }

    /// Which cell formats show a number as a day (ECMA-376 part 1, 18.8.30, and formats that name years or days).
    private func stylesOfDays() throws(Failure) -> Set<Int> {
        var shown: Set<Int> = Set((14...17).map { $0 }).union([22]).union(27...31).union([36]).union(50...54)
        shown.formUnion([57, 58])
        var days: Set<Int> = []
        var isInCells = false
        var index = 0
        for event in MarkupScanner(try archive.read("xl/styles.xml") ?? []) {
            switch event {
            case .open("numfmt", let attributes, _):
                let code = (attributes["formatcode"] ?? "").lowercased()
                if code.contains("yy") || code.contains("年") || code.contains("m月"),
                    let id = Int(attributes["numfmtid"] ?? "")
                {
                    shown.insert(id)
                }
            case .open("cellxfs", _, _): isInCells = true
            case .close("cellxfs"): isInCells = false
            case .open("xf", let attributes, _):
                guard isInCells else { break }
                if let id = Int(attributes["numfmtid"] ?? ""), shown.contains(id) { days.insert(index) }
                index += 1
            default: break
            }
        }
        return days
    }
}

/// Takes the events of one sheet.
private struct SheetCells {
    private struct Cell {
        let row: Int
        let column: Int
        let name: String
        let text: String
    }

    private struct Span {
        let rows: Int
        let columns: Int
    }

    let sheet: String
    let table: Int
    let strings: [String]
    let days: Set<Int>
    private var cells: [Cell] = []
    private var spans: [String: Span] = [:]
    private var name = ""
    private var type = ""
    private var style = 0
    private var value = ""
    private var isValue = false
    private(set) var isWhole = false

    init(sheet: String, table: Int, strings: [String], days: Set<Int>) {
        self.sheet = sheet
        self.table = table
        self.strings = strings
        self.days = days
    }

    var count: Int { cells.count }

    var lines: [SourceText.Line] {
        cells.map { cell in
            let span = spans[cell.name]
            return SourceText.Line(
                place: .sheet(sheet, cell: cell.name), text: cell.text,
                spot: TableSpot(
                    table: table, row: cell.row - 1, column: cell.column - 1, rows: span?.rows ?? 1,
                    columns: span?.columns ?? 1), box: nil)
        }
    }

    mutating func take(_ event: MarkupScanner.Event) {
        switch event {
        case .open("c", let attributes, let isClosed):
            (name, type, value) = (attributes["r"] ?? "", attributes["t"] ?? "", "")
            style = Int(attributes["s"] ?? "") ?? 0
            if isClosed { name = "" }
        case .open("v", _, let isClosed), .open("t", _, let isClosed): isValue = !isClosed
        case .close("v"), .close("t"): isValue = false
        case .text(let text): if isValue { value += text }
        case .close("c"): end()
        case .open("mergecell", let attributes, _): merge(attributes["ref"] ?? "")
        case .close("worksheet"): isWhole = true
        default: break
        }
    }

    private mutating func end() {
        guard let (row, column) = SheetCells.place(name) else { return }
        let text: String
        switch type {
        case "s": text = Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "e": text = ""
        case "str", "inlineStr", "b", "d": text = value
        default: text = days.contains(style) ? SheetCells.day(value) ?? value : SheetCells.number(value)
        }
        cells.append(Cell(row: row, column: column, name: name, text: text))
    }

    private mutating func merge(_ reference: String) {
        let ends = reference.split(separator: ":").map(String.init)
        guard ends.count == 2, let from = SheetCells.place(ends[0]), let to = SheetCells.place(ends[1]) else { return }
        spans[ends[0]] = Span(rows: to.row - from.row + 1, columns: to.column - from.column + 1)
    }

    /// `B7` as row 7, column 2.
    private static func place(_ name: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in name.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0 && column < 20_000: column = column * 26 + Int(byte - 0x40)
            case 0x30...0x39 where row < 10_000_000: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
        }
        return row > 0 && column > 0 ? (row, column) : nil
    }

    /// A whole number without the `.0` that some programs write.
    private static func number(_ value: String) -> String {
        guard value.hasSuffix(".0") else { return value }
        return String(value.dropLast(2))
    }

    /// Days since 1899-12-30, as the format counts them from March 1900 on.
    private static func day(_ value: String) -> String? {
        guard let whole = value.split(separator: ".").first, let number = Int(whole), (61...200_000).contains(number)
        else { return nil }
        return Day(1899, 12, 30).adding(days: number).description
    }
}
