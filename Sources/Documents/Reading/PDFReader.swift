import Foundation
import Values

/// Reads the text layer of a PDF with poppler's `pdftotext`: every word with its place on the page. Where words stand
/// in columns, `pdftocairo` says where lines are ruled, so that cells are told apart.
///
/// The tools run as child processes on a file of their own, so a damaged PDF can at most end the child.
struct PDFReader {
    let limits: DocumentReader.Limits
    let faults: ReadingFaults

    private static let tool = "/usr/bin/pdftotext"
    private static let drawer = "/usr/bin/pdftocairo"
    /// Ruled lines are looked for on so many pages at most: drawing takes longer than reading.
    private static let drawnPages = 400

    func read(_ bytes: [UInt8]) throws(Failure) -> SourceText {
        guard FileManager.default.isExecutableFile(atPath: PDFReader.tool) else { throw faults.pdfToolMissing }
        let (ended, drawn) = try run(on: bytes)
        let rules = drawn ?? [:]
        let said = ended.errors
        if said.contains("Incorrect password") || said.contains("Unsupported security handler") {
            throw faults.locked
        }
        guard ended.code == 0, !ended.isStopped else {
            throw ended.isStopped ? faults.tooSlow : faults.damaged("PDF")
        }
        let pages = PrintedPages(ended.output, rules: rules)
        guard pages.count > 0 else { throw faults.damaged("PDF") }
        guard pages.count <= limits.pages else { throw faults.tooManyPages(pages.count, limit: limits.pages) }
        guard !pages.lines.isEmpty else { throw faults.noTextLayer(pages: pages.count) }
        let unruled = drawn == nil ? [undrawn] : []
        return SourceText(lines: pages.lines, hasWholeParagraphs: false, doubts: doubts(pages, said: said) + unruled)
    }

    private var undrawn: Problem {
        Problem(
            place: faults.name,
            message: Wording(
                zh: "未能读取表格线，表格按文字位置划分", en: "ruled lines could not be read; tables were parted by places"),
            remedy: Wording(zh: "请核对表格各行各列", en: "check the rows and columns of tables"))
    }

    private func doubts(_ pages: PrintedPages, said: String) -> [Problem] {
        var doubts = pages.emptyPages.map { page in
            let place = Wording(zh: "第\(page)页", en: "page \(page)")
            return Problem(
                place: place.en, message: Wording(zh: "\(place.zh)没有文字", en: "there is no text on \(place.en)"),
                remedy: Wording(zh: "若为扫描页，请先识别", en: "recognise its text if it is a scan"))
        }
        if ["Couldn't find trailer", "Couldn't read xref", "xref table", "Unexpected end of file"].contains(
            where: said.contains)
        {
            doubts.append(
                Problem(
                    place: faults.name,
                    message: Wording(zh: "PDF 不完整，已尽量读取", en: "the PDF is incomplete; what could be read was read"),
                    remedy: Wording(zh: "请重新下载后再导入", en: "download it again and import that")))
        }
        return doubts
    }

    private struct Ended {
        let code: Int32
        let output: [UInt8]
        let errors: String
        let isStopped: Bool
    }

    private func run(on bytes: [UInt8]) throws(Failure) -> (Ended, [Int: PrintedRules]?) {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array((folder + "/tongban-pdf-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .defect("no temporary folder in \(folder)") }
        let place = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: place) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: place + "/in.pdf"))
            // `timeout` of the C library's tools would be another package; pdftotext is told how many pages at most.
            let read = try run(
                PDFReader.tool, ["-bbox-layout", "-enc", "UTF-8", "-l", String(limits.pages + 1)], in: place)
            guard read.code == 0, !read.isStopped else { return (read, [:]) }
            return (read, try rules(PrintedPages(read.output, rules: [:]).pagesInColumns, in: place))
        } catch {
            throw .defect("pdftotext: \(error)")
        }
    }

    /// The ruled lines of the pages from the first to the last whose words stand apart, by the page's number; nil when
    /// there are too many of them, or they cannot be drawn.
    private func rules(_ pages: [Int], in place: String) throws -> [Int: PrintedRules]? {
        guard let first = pages.first, let last = pages.last else { return [:] }
        guard last - first < PDFReader.drawnPages, FileManager.default.isExecutableFile(atPath: PDFReader.drawer) else {
            return nil
        }
        let drawn = try run(PDFReader.drawer, ["-svg", "-f", String(first), "-l", String(last)], in: place)
        guard drawn.code == 0, !drawn.isStopped, !drawn.output.isEmpty else { return nil }
        let found = PrintedRules.pages(drawn.output)
        return Dictionary(uniqueKeysWithValues: found.enumerated().map { (first + $0.offset, $0.element) })
    }

    private func run(_ tool: String, _ arguments: [String], in place: String) throws -> Ended {
        for name in ["out.html", "errors.txt"] {
            try Data().write(to: URL(fileURLWithPath: place + "/" + name))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments + [place + "/in.pdf", place + "/out.html"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: place + "/errors.txt"))
        let over = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in over.signal() }
        try process.run()
        let isStopped = over.wait(timeout: .now() + .seconds(limits.seconds)) == .timedOut
        if isStopped {
            process.terminate()
            process.waitUntilExit()
        }
        // A drawing of endless lines is not even read; the words of the longest document that is taken stay below.
        let size = try FileManager.default.attributesOfItem(atPath: place + "/out.html")[.size] as? Int ?? 0
        let isBounded = size <= limits.unpackedBytes * 4
        let output = (isBounded ? FileManager.default.contents(atPath: place + "/out.html") : nil) ?? Data()
        let errors = FileManager.default.contents(atPath: place + "/errors.txt") ?? Data()
        return Ended(
            code: process.terminationStatus, output: Array(output),
            errors: String(decoding: errors, as: UTF8.self), isStopped: isStopped)
    }
}

/// Words with their boxes, put together to the lines that are printed: pieces of a line that stand apart stay apart.
struct PrintedPages {
    private struct Word {
        let text: String
        let box: PrintBox
    }

    private(set) var count = 0
    private(set) var lines: [SourceText.Line] = []
    private(set) var emptyPages: [Int] = []
    /// Pages on which words stand apart in several lines: there may be a table.
    private(set) var pagesInColumns: [Int] = []
    private let rules: [Int: PrintedRules]
    private var tables = 0
    private var lastTable: (table: RuledTable, page: Int, rows: Int)?

    /// - Parameters:
    ///   - markup: what `pdftotext -bbox-layout` writes.
    ///   - rules: the ruled lines by the number of the page, where they are known.
    init(_ markup: [UInt8], rules: [Int: PrintedRules]) {
        self.rules = rules
        var words: [Word] = []
        var box: PrintBox?
        var text = ""
        for event in MarkupScanner(markup) {
            switch event {
            case .open("page", _, _):
                count += 1
                words = []
                printed = 0
            case .open("word", let attributes, _):
                box = PrintedPages.box(attributes, page: count)
                text = ""
            case .text(let more): text += more
            case .close("word"):
                if let box, !text.isEmpty { words.append(Word(text: text, box: box)) }
                box = nil
            case .close("page"): end(words)
            default: break
            }
        }
    }

    private static func box(_ attributes: [String: String], page: Int) -> PrintBox? {
        guard let left = Double(attributes["xmin"] ?? ""), let right = Double(attributes["xmax"] ?? ""),
            let top = Double(attributes["ymin"] ?? ""), let bottom = Double(attributes["ymax"] ?? "")
        else { return nil }
        return PrintBox(page: page, left: left, right: right, top: top, bottom: bottom)
    }

    /// Words whose middles stand at one height are one printed line; a gap of more than a character parts its pieces.
    private mutating func end(_ words: [Word]) {
        if words.isEmpty {
            emptyPages.append(count)
            return
        }
        let ruled = rules[count].map(RuledTable.tables) ?? []
        if ruled.isEmpty {
            print(words)
        } else {
            end(words, ruled)
        }
    }

    /// Words inside the cells of ruled tables are put together cell by cell; tables stand where they are printed.
    private mutating func end(_ words: [Word], _ ruled: [RuledTable]) {
        var rest: [Word] = []
        var inside: [Int: [Spot: [Word]]] = [:]
        for word in words {
            let x = (word.box.left + word.box.right) / 2
            let found = ruled.indices.lazy.compactMap { table in
                ruled[table].spot(x: x, y: word.box.middle).map { (table, $0) }
            }.first
            guard let (table, spot) = found else {
                rest.append(word)
                continue
            }
            let place = Spot(row: spot.row, column: spot.column, rows: spot.rows, columns: spot.columns)
            inside[table, default: [:]][place, default: []].append(word)
        }
        for (index, table) in ruled.enumerated() {
            guard let cells = inside[index] else { continue }
            let above = rest.filter { $0.box.middle < table.rows[0] }
            rest.removeAll { $0.box.middle < table.rows[0] }
            print(above)
            // A table that goes on from the page before has the same columns and nothing above it but a page head.
            let goesOn = index == 0 && lastTable.map { $0.page == count - 1 && table.hasColumns(of: $0.table) } ?? false
            if !goesOn { tables += 1 }
            let start = goesOn ? lastTable?.rows ?? 0 : 0
            for (place, words) in cells.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
                let spot = TableSpot(
                    table: tables, row: start + place.row, column: place.column, rows: place.rows,
                    columns: place.columns)
                print(words, at: spot)
            }
            lastTable = (table, count, start + table.rows.count - 1)
        }
        if !rest.isEmpty { print(rest) }
    }

    private struct Spot: Hashable {
        let row: Int
        let column: Int
        let rows: Int
        let columns: Int
    }

    private mutating func print(_ words: [Word], at spot: TableSpot? = nil) {
        let sorted = words.sorted { $0.box.middle < $1.box.middle }
        var rows: [[Word]] = []
        for word in sorted {
            // Measured from the first word of the row: lines of centred cells stand half a line apart.
            if let first = rows.last?.first,
                word.box.middle - first.box.middle < min(first.box.height, word.box.height) * 0.25
            {
                rows[rows.count - 1].append(word)
            } else {
                rows.append([word])
            }
        }
        var inColumns = 0
        for row in rows {
            let pieces = pieces(of: row.sorted { $0.box.left < $1.box.left })
            if row.count >= 3 { inColumns += 1 }
            printed += 1
            for piece in pieces {
                lines.append(
                    SourceText.Line(
                        place: .page(count, line: printed), text: piece.text, spot: spot, box: piece.box))
            }
        }
        if inColumns >= 2, pagesInColumns.last != count { pagesInColumns.append(count) }
    }

    /// Lines of the page so far.
    private var printed = 0

    private func pieces(of row: [Word]) -> [Word] {
        var pieces: [Word] = []
        for word in row {
            guard let last = pieces.last, word.box.left - last.box.right < max(last.box.height, 6) * 0.45 else {
                pieces.append(word)
                continue
            }
            let gap = word.box.left - last.box.right
            let box = PrintBox(
                page: count, left: last.box.left, right: word.box.right, top: min(last.box.top, word.box.top),
                bottom: max(last.box.bottom, word.box.bottom))
            let space = gap > last.box.height * 0.25 ? " " : ""
            pieces[pieces.count - 1] = Word(text: last.text + space + word.text, box: box)
        }
        return pieces
    }
}
