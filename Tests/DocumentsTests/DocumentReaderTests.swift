import Foundation
import Testing
import Values

@testable import Documents

/// Files of all kinds, whole and damaged, as the reader finds them.
struct DocumentReaderTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples").path

    private func read(_ name: String, limits: DocumentReader.Limits) throws -> SourceText {
        let bytes = try Data(contentsOf: URL(filePath: folder + "/" + name))
        return try DocumentReader(limits: limits).read([UInt8](bytes), name: name)
    }

    private func read(text: String, name: String) throws -> SourceText {
        try DocumentReader(limits: .standard).read(Array(text.utf8), name: name)
    }

    @Test(arguments: ["gb18030.txt", "utf-16le.txt", "utf-16be-without-mark.txt"])
    func `the same text comes out of every encoding`(name: String) throws {
        let text = try read(name, limits: .standard)
        #expect(
            text.lines.map(\.text) == [
                "云溪县人民政府关于优化服务的通知", "云政发〔2026〕1号", "一、推进改革。各单位要认真落实责任，提高服务质量和效率。",
            ])
        #expect(text.lines.map(\.place) == [.line(1), .line(2), .line(3)])
    }

    @Test func `traditional text in Big5 is read, and the guess is said`() throws {
        let text = try read("big5.txt", limits: .standard)
        #expect(text.lines.first?.text == "雲溪縣政府關於優化服務的通知")
        #expect(text.doubts.contains { $0.message.en.contains("BIG5") })
    }

    @Test func `a character cut in half is a doubt with its line`() throws {
        let text = try read("cut-in-a-character.txt", limits: .standard)
        #expect(text.doubts.map(\.place) == ["line 3"])
        #expect(text.lines.count == 3)
    }

    @Test(arguments: [
        ("binary.txt", "the encoding is not known"), ("locked.pdf", "protected by a password"),
        ("locked.docx", "protected by a password"), ("old.doc", "are not read"), ("scan.pdf", "no text in them"),
        ("bomb.docx", "unpacks to too much"), ("truncated.docx", "damaged or incomplete"),
        ("cut-inside.docx", "damaged or incomplete"),
    ])
    func `a file that cannot be read is refused with a sentence and a remedy`(name: String, sentence: String) throws {
        do {
            _ = try read(name, limits: .standard)
            Issue.record("\(name) was read")
        } catch let failure as Failure {
            guard case .problems(let problems) = failure, let problem = problems.first else {
                Issue.record("\(failure)")
                return
            }
            #expect(problem.place == name)
            #expect(problem.message.en.contains(sentence), "\(problem.message.en)")
            #expect(!problem.remedy.zh.isEmpty && !problem.remedy.en.isEmpty && !problem.message.zh.isEmpty)
        }
    }

    @Test func `an archive with more entries than allowed is refused before anything is unpacked`() throws {
        let limits = DocumentReader.Limits(
            bytes: 1 << 20, unpackedBytes: 1 << 20, entries: 0, ratio: 200, pages: 10, seconds: 10)
        #expect(throws: Failure.self) { try read("cut-inside.docx", limits: limits) }
    }

    @Test func `a file above the limit is refused before it is looked at`() throws {
        let limits = DocumentReader.Limits(
            bytes: 10, unpackedBytes: 10, entries: 10, ratio: 200, pages: 10, seconds: 10)
        #expect(throws: Failure.self) { try read("gb18030.txt", limits: limits) }
    }

    @Test(arguments: ["", "  \n\n \u{3000}\n"])
    func `a file without text is refused`(text: String) {
        #expect(throws: Failure.self) { try read(text: text, name: "empty.txt") }
    }

    @Test func `a page gives its paragraphs and cells, and nothing of its scripts`() throws {
        let page = """
            <html><head><title>站点</title><script>var a = "一、假的";</script></head><body><p>第一&nbsp;段<br>第二段</p>
            <table><tr><td rowspan="2">1</td><td>甲&amp;乙</td></tr><tr><td>丙</td></tr></table></body></html>
            """
        let text = try read(text: page, name: "page.html")
        #expect(text.lines.map(\.text) == ["第一\u{A0}段", "第二段", "1", "甲&乙", "丙"])
        #expect(text.lines[4].spot == TableSpot(table: 1, row: 1, column: 1, rows: 1, columns: 1))
        #expect(text.lines[2].spot?.rows == 2)
        #expect(text.hasWholeParagraphs)
    }

    @Test func `lines end at every kind of line end`() throws {
        let text = try read(text: "一\r\n二\r三\n\n四", name: "a.txt")
        #expect(text.lines.map(\.text) == ["一", "二", "三", "", "四"])
    }

    @Test func `tags that never end and entities that expand do no harm`() throws {
        let text = try read(text: "<html><body><p>正文<a href=\"x <b &lol; &#0; &#x1F600;</p>", name: "a.html")
        #expect(text.lines.first?.text.hasPrefix("正文") == true)
    }
}
