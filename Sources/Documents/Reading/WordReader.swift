import Values

/// Reads the text of a .docx: paragraphs with their automatic numbers, and tables with their merged cells.
struct WordReader {
    let archive: ZipArchive
    let faults: ReadingFaults

    func read() throws(Failure) -> SourceText {
        guard let document = try archive.read("word/document.xml") else { throw faults.damaged("word/document.xml") }
        let numbering = WordNumbering(try archive.read("word/numbering.xml") ?? [])
        let styles = WordNumbering.styles(try archive.read("word/styles.xml") ?? [])
        var body = WordBody(numbering: numbering, styles: styles)
        var scanner = MarkupScanner(document)
        while let event = scanner.next() { body.take(event) }
        guard body.isWhole else { throw faults.damaged("word/document.xml") }
        let lines = body.lines
        guard lines.contains(where: { !$0.text.isEmpty }) else { throw faults.empty }
        return SourceText(lines: lines, hasWholeParagraphs: true, doubts: body.doubts(faults.name))
    }
}

/// Takes the events of `word/document.xml`.
private struct WordBody {
    private struct Cell {
        var columns = 1
        var isRestart = false
        var isContinued = false
        var texts: [String] = []
    }

    private struct Table {
        var rows: [[Cell]] = []
    }

    private let styles: [String: (number: String, level: Int)]
    private var numbering: WordNumbering
    private var collector = TableCollector()
    private var tables: [Table] = []
    private var paragraph: String?
    private var number: String?
    private var level = 0
    private var isInRun = false
    private var deleted = 0
    private var revisions = 0
    /// Whether the end of the document was seen.
    private(set) var isWhole = false

    init(numbering: WordNumbering, styles: [String: (number: String, level: Int)]) {
        self.numbering = numbering
        self.styles = styles
    }

    var lines: [SourceText.Line] { collector.lines }

    func doubts(_ name: String) -> [Problem] {
        guard revisions > 0 else { return [] }
        return [
            Problem(
                place: name,
                message: Wording(
                    zh: "文件带有\(revisions)处修订，按接受修订后的文字读取",
                    en: "the file holds \(revisions) tracked changes; it was read as if they were accepted"),
                remedy: Wording(zh: "请核对定稿", en: "compare it with the final version"))
        ]
    }

    mutating func take(_ event: MarkupScanner.Event) {
        switch event {
        case .open(let name, let attributes, let isClosed):
            open(name, attributes)
            if isClosed { close(name) }
        case .close(let name): close(name)
        case .text(let text): if isInRun, deleted == 0 { paragraph? += text }
        }
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "tbl": tables.append(Table())
        case "tr": change { $0.rows.append([]) }
        case "tc":
            change { table in
                if !table.rows.isEmpty { table.rows[table.rows.count - 1].append(Cell()) }
            }
        case "gridspan": changeCell { $0.columns = Int(attributes["val"] ?? "") ?? 1 }
        case "vmerge":
            changeCell { cell in
                if attributes["val"] == "restart" { cell.isRestart = true } else { cell.isContinued = true }
            }
        case "p": (paragraph, number, level) = ("", nil, 0)
        case "pstyle": if let style = styles[attributes["val"] ?? ""] { (number, level) = (style.number, style.level) }
        case "ilvl": level = Int(attributes["val"] ?? "") ?? 0
        case "numid": number = attributes["val"]
        case "t": isInRun = true
        case "tab": if paragraph?.isEmpty == false { paragraph? += "\t" }
        case "br", "cr":
            if paragraph != nil {
                end()
                paragraph = ""
            }
        case "del", "movefrom":
            deleted += 1
            revisions += 1
        case "ins": revisions += 1
        default: break
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "t": isInRun = false
        case "p":
            end()
            paragraph = nil
        case "del", "movefrom": deleted = max(0, deleted - 1)
        case "tbl": if let table = tables.popLast() { tables.isEmpty ? place(table) : fold(table) }
        case "document": isWhole = true
        default: break
        }
    }

    private mutating func end() {
        guard let text = paragraph else { return }
        let isEmpty = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        let printed = isEmpty ? text : (number.flatMap { numbering.next(of: $0, level: level) } ?? "") + text
        number = nil
        if tables.isEmpty { collector.add(printed) } else { changeCell { $0.texts.append(printed) } }
    }

    private mutating func change(_ body: (inout Table) -> Void) {
        guard var table = tables.popLast() else { return }
        body(&table)
        tables.append(table)
    }

    private mutating func changeCell(_ body: (inout Cell) -> Void) {
        change { table in
            guard let row = table.rows.indices.last, let cell = table.rows[row].indices.last else { return }
            body(&table.rows[row][cell])
        }
    }

    /// A table inside a cell becomes lines of that cell.
    private mutating func fold(_ table: Table) {
        let texts = table.rows.flatMap { $0.flatMap(\.texts) }
        changeCell { $0.texts += texts }
    }

    private mutating func place(_ table: Table) {
        collector.openTable()
        for (index, row) in table.rows.enumerated() {
            collector.openRow()
            var column = 0
            for cell in row {
                defer { column += cell.columns }
                if cell.isContinued { continue }
                let rows = cell.isRestart ? height(of: column, below: index, in: table) : 1
                collector.openCell(rows: rows, columns: cell.columns)
                for text in cell.texts.isEmpty ? [""] : cell.texts { collector.add(text) }
                collector.closeCell()
            }
        }
        collector.closeTable()
    }

    /// How many rows a cell that begins a vertical merge covers.
    private func height(of column: Int, below row: Int, in table: Table) -> Int {
        var rows = 1
        for next in table.rows.dropFirst(row + 1) {
            var place = 0
            var isCovered = false
            for cell in next {
                if place == column { isCovered = cell.isContinued }
                place += cell.columns
            }
            guard isCovered else { return rows }
            rows += 1
        }
        return rows
    }
}
