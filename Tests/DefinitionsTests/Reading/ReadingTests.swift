import Definitions
import Testing
import Values

@Suite struct ReadingTests {
    @Test func `an unknown key names the nearest known one`() throws {
        let found = try #require(
            diagnostics("visits: 0", "visits: 0\nchanels: [online]").first { $0.id == "unknown-key" })
        #expect(found.remedy.en == "did you mean `channels`?")
        #expect(found.remedy.zh == "是否应为“channels”？")
    }

    @Test func `an unknown key with nothing near lists what is possible`() throws {
        let found = try #require(diagnostics("visits: 0", "visits: 0\nxyz: 1").first)
        #expect(found.remedy.en.contains("channels"))
    }

    @Test func `every problem of a text is told at once`() {
        let found = diagnostics("visits: 0", "visits: many\nxyz: 1\nfiling: perhaps")
        #expect(found.map(\.id).sorted() == ["unknown-key", "wrong-type", "wrong-type"])
    }

    @Test(arguments: [
        ("0 workdays", "bad-limit"), ("5 work days", "bad-limit"), ("+5 days", "bad-limit"), ("5days", "bad-limit"),
        ("today", "bad-limit"),
    ])
    func `a limit is written exactly`(limit: String, id: String) {
        #expect(diagnostics("promised: 5 workdays", "promised: \(limit)").map(\.id) == [id])
    }

    @Test func `whole numbers, truths and null are read only where they are plain`() throws {
        let text =
            "name: x\nfiled: 2026-03-02\nexpect: {}\n"
            + "given: {a: 60, b: '60', c: 007, d: true, e: 'true', f: null, g: 1.5}\n"
        let file = SourceFile(path: "Services/x/situations/y.yaml", text: text, kind: .situation)
        #expect(file.diagnostics == [])
        #expect(
            file.content["given"] == ["a": 60, "b": "60", "c": "007", "d": true, "e": "true", "f": nil, "g": "1.5"])
    }

    @Test func `entries of a map whose order counts carry their place`() {
        let library = GoodLibrary.library
        let stages = library.files[GoodLibrary.procedure]?.content["stages"]
        #expect(stages?["filed"]?["place"] == 0)
        #expect(stages?["closed"]?["place"] == 4)
    }

    @Test func `what is said with a deed is read as its kind`() {
        let gives = GoodLibrary.library.files[GoodLibrary.procedure]?.content["tasks"]?["approve"]?["results"]?[
            "refuse"]?["gives"]
        #expect(gives?["ground"] == ["kind": "choice", "list": "grounds", "place": 1])
        #expect(
            GoodLibrary.library.files[GoodLibrary.procedure]?.content["opens"]?["gives"]?["note"]
                == ["kind": "text", "optional": true, "place": 0])
    }

    @Test func `a place finds its line, or that of what is above it`() throws {
        let file = try #require(GoodLibrary.library.files[GoodLibrary.service])
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[file.line(of: "tasks/check/within/own") - 1].contains("check:"))
        #expect(lines[file.line(of: "form/0/fields/stall_area") - 1].contains("stall_area:"))
        #expect(lines[file.line(of: "clocks/nothing/at/all") - 1] == "clocks:")
    }

    @Test(arguments: [
        ("Services/x/service.yaml", FileKind.service), ("Services/x/service@2027-01-01.yaml", .service),
        ("Services/x/rules.yaml", .rules), ("Services/x/territory/wansheng.yaml", .layer),
        ("Services/x/situations/a.yaml", .situation), ("Services/x/texts/guide.en.md", .guide),
        ("Services/procedures/licence.yaml", .procedure), ("Services/procedures/rules/a.yaml", .procedureRules),
        ("Services/procedures/situations/a.yaml", .procedureSituation), ("Services/concepts.yaml", .concepts),
        ("Services/lists/a.yaml", .list), ("Territory/regions.yaml", .regions),
        ("Territory/calendars/2026.yaml", .calendar),
    ])
    func `the path tells the kind of a text`(path: String, kind: FileKind) {
        #expect(FileKind(path: path) == kind)
    }

    @Test(arguments: ["Services/readme.yaml", "Services/x/notes/a.yaml", "Other/x.yaml", "Services/lists/a/b.yaml"])
    func `other paths are of no kind`(path: String) {
        #expect(FileKind(path: path) == nil)
    }

    private func diagnostics(_ old: String, _ new: String) -> [Diagnostic] {
        let text = GoodLibrary.texts[GoodLibrary.service, default: ""].replacing(old, with: new)
        return SourceFile(path: GoodLibrary.service, text: text, kind: .service).diagnostics
    }
}
