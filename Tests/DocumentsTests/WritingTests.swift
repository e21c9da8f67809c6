import CZip
import Foundation
import Testing
import Values

@testable import Documents

/// Papers and workbooks are written, and read again by others: poppler's `pdftotext`, the house's own reader of sheets.
@Suite struct WritingTests {
    private static let made = Moment(Day(2026, 4, 1), hour: 0, minute: 10)

    /// A report of three pages whose table is longer than a page.
    private static func paper(rows: Int) -> Paper {
        let sentence = "2026年3月全市收件1,204件，比上月多86件；“按承诺时限办结率”98.7%，高于目标（不少于98%）。"
        return Paper(
            title: "2026年3月政务服务月通报", subtitle: ["全市", "2026年3月1日至2026年3月31日"],
            blocks: [
                .heading("一、总体情况"),
                .paragraph(String(repeating: sentence, count: 3)),
                .note("说明：百分比保留两位小数，向下取整。"),
                .table(
                    Paper.Table(
                        caption: "表1 各指标情况",
                        columns: [
                            Paper.Column("指标", share: 5, isNumber: false), .init("本期", share: 2, isNumber: true),
                            .init("结论", share: 4, isNumber: false),
                        ],
                        rows: (1...rows).map { ["第\($0)项指标", "\($0).25%", $0 % 7 == 0 ? sentence : "达到"] })),
                .heading("二、逾期任务"), .paragraph("没有逾期任务。"),
            ], closing: ["重庆市", "2026年4月1日"], made: made)
    }

    /// What a command prints; nil where it is not installed.
    private func output(_ tool: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }

    private func withFile<Value>(_ bytes: [UInt8], _ use: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.path + "/tongban-writing-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try use(path)
    }

    private func pages(of bytes: [UInt8]) throws -> [String] {
        try withFile(bytes) { path in
            try output("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"]).split(separator: "\u{0C}").map(String.init)
        }
    }

    @Test func `a paper is read back from its PDF, header and number on every page`() throws {
        let bytes = try PaperPDF.bytes(of: Self.paper(rows: 70))
        if let folder = ProcessInfo.processInfo.environment["TONGBAN_SHOWN"] {
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/paper.pdf"))
        }
        let pages = try pages(of: bytes)
        #expect(pages.count >= 3)
        let whole = pages.joined().filter { !$0.isWhitespace }
        #expect(whole.contains("2026年3月政务服务月通报") && whole.contains("第1项指标") && whole.contains("第70项指标"))
        #expect(whole.contains("“按承诺时限办结率”98.7%，高于目标（不少于98%）。"), "the text layer is the text")
        for (number, page) in pages.enumerated() {
            #expect(page.filter { !$0.isWhitespace }.hasSuffix("—\(number + 1)—"))
            #expect(!page.contains("项指标") || page.contains("结论"), "the header of the table on page \(number + 1)")
        }
    }

    @Test func `no line begins with a sign that ends a sentence, and none ends with an opening one`() throws {
        let bytes = try PaperPDF.bytes(of: Self.paper(rows: 40))
        let text = try withFile(bytes) { try output("pdftotext", ["-raw", "-enc", "UTF-8", $0, "-"]) }
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        #expect(lines.count > 60)
        for line in lines {
            #expect(!"，。；：、！？”’）》】%".contains(line.first ?? " "), "begins: \(line)")
            #expect(!"“‘（《【".contains(line.last ?? " "), "ends: \(line)")
        }
    }

    @Test func `the same paper gives the same bytes`() throws {
        let paper = Self.paper(rows: 30)
        #expect(try PaperPDF.bytes(of: paper) == PaperPDF.bytes(of: paper))
    }

    @Test func `a cell longer than a page is cut between lines and loses nothing`() throws {
        let long = (1...900).map { "甲\($0)乙" }.joined()
        let table = Paper.Table(
            caption: "表", columns: [.init("内容", share: 1, isNumber: false), .init("数", share: 1, isNumber: true)],
            rows: [["短", "1"], [long, "2"], ["末", "3"]])
        let paper = Paper(title: "长", subtitle: [], blocks: [.table(table)], closing: [], made: Self.made)
        let whole = try pages(of: PaperPDF.bytes(of: paper)).joined().filter { !$0.isWhitespace }
        #expect(whole.contains("甲1乙") && whole.contains("甲900乙"))
        let found = (1...900).filter { whole.contains("甲\($0)乙") }.count
        #expect(found > 700, "only those cut by a line with another column beside them may be torn: \(found)")
    }

    @Test func `an empty paper and signs of control do no harm`() throws {
        let paper = Paper(title: "", subtitle: [], blocks: [.paragraph("甲\u{0}乙\u{7}丙")], closing: [], made: Self.made)
        #expect(try pages(of: PaperPDF.bytes(of: paper)).joined().filter { !$0.isWhitespace } == "甲乙丙—1—")
    }

    // MARK: Workbooks

    private static let book = Workbook(
        title: "月通报",
        sheets: [
            Workbook.Sheet(
                name: "指标", columns: [.init("指标", width: 30), .init("本期", width: 12)],
                rows: [
                    [.text("按承诺时限办结率"), .hundredths(9870)], [.text("=1+1"), .whole(1204)],
                    [.text("测不了<&>"), .empty],
                ]),
            Workbook.Sheet(name: "任务", columns: [.init("任务", width: 40)], rows: []),
        ], made: made)

    @Test func `numbers are numbers, the header stays, columns have their width`() throws {
        let bytes = try WorkbookXLSX.bytes(of: Self.book)
        let limits = DocumentReader.Limits.standard
        let archive = try ZipArchive(bytes, limits: limits, faults: ReadingFaults(name: "b"))
        let sheet = String(decoding: try #require(try archive.read("xl/worksheets/sheet1.xml")), as: UTF8.self)
        #expect(sheet.contains("<v>98.7</v>") && sheet.contains("<v>1204</v>"), "numbers as numbers")
        #expect(!sheet.contains("<f>"), "what begins with = is text and no formula")
        #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
        #expect(sheet.contains("customWidth=\"1\"") && sheet.contains("<col min=\"1\" max=\"1\" width=\"30."))
        #expect(try archive.read("xl/worksheets/sheet2.xml") != nil)
        let text = try DocumentReader(limits: limits).read(bytes, name: "b.xlsx")
        let words = "\(text)"
        #expect(words.contains("按承诺时限办结率") && words.contains("=1+1") && words.contains("测不了<&>"))
    }

    @Test func `the same workbook gives the same bytes, and a bad name is refused`() throws {
        #expect(try WorkbookXLSX.bytes(of: Self.book) == WorkbookXLSX.bytes(of: Self.book))
        let bad = Workbook(title: "", sheets: [.init(name: "a/b", columns: [], rows: [])], made: Self.made)
        #expect(throws: Failure.self) { try WorkbookXLSX.bytes(of: bad) }
    }
}
