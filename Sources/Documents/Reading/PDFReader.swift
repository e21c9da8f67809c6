import Foundation
import Values

/// Reads the text layer of a PDF with poppler's `pdftotext`: every word with its place on the page.
///
/// The tool runs as a child process on a file of its own, so a damaged PDF can at most end the child.
struct PDFReader {
    let limits: DocumentReader.Limits
    let faults: ReadingFaults

    private static let tool = "/usr/bin/pdftotext"

    func read(_ bytes: [UInt8]) throws(Failure) -> SourceText {
        guard FileManager.default.isExecutableFile(atPath: PDFReader.tool) else { throw faults.pdfToolMissing }
        let ended = try run(on: bytes)
        let said = ended.errors
        if said.contains("Incorrect password") || said.contains("Unsupported security handler") {
            throw faults.locked
        }
        guard ended.code == 0, !ended.isStopped else {
            throw ended.isStopped ? faults.tooSlow : faults.damaged("PDF")
        }
        let pages = PrintedPages(ended.output)
        guard pages.count > 0 else { throw faults.damaged("PDF") }
        guard pages.count <= limits.pages else { throw faults.tooManyPages(pages.count, limit: limits.pages) }
        guard !pages.lines.isEmpty else { throw faults.noTextLayer(pages: pages.count) }
        return SourceText(lines: pages.lines, hasWholeParagraphs: false, doubts: doubts(pages, said: said))
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

    private func run(on bytes: [UInt8]) throws(Failure) -> Ended {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array((folder + "/tongban-pdf-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .defect("no temporary folder in \(folder)") }
        let place = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: place) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: place + "/in.pdf"))
            return try run(in: place)
        } catch {
            throw .defect("pdftotext: \(error)")
        }
    }

    private func run(in place: String) throws -> Ended {
        for name in ["out.html", "errors.txt"] {
            try Data().write(to: URL(fileURLWithPath: place + "/" + name))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: PDFReader.tool)
        // `timeout` of the C library's tools would be another package; pdftotext is told how many pages at most.
        process.arguments = [
            "-bbox-layout", "-enc", "UTF-8", "-l", String(limits.pages + 1), place + "/in.pdf", place + "/out.html",
        ]
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
        let output = FileManager.default.contents(atPath: place + "/out.html") ?? Data()
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

    /// - Parameter markup: what `pdftotext -bbox-layout` writes.
    init(_ markup: [UInt8]) {
        var words: [Word] = []
        var box: PrintBox?
        var text = ""
        for event in MarkupScanner(markup) {
            switch event {
            case .open("page", _, _):
                count += 1
                words = []
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
        for (index, row) in rows.enumerated() {
            for piece in pieces(of: row.sorted { $0.box.left < $1.box.left }) {
                lines.append(
                    SourceText.Line(
                        place: .page(count, line: index + 1), text: piece.text, spot: nil, box: piece.box))
            }
        }
    }

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
