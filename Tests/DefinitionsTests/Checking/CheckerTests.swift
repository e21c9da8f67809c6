import Definitions
import Testing

@Suite struct CheckerTests {
    @Test func `the good library has nothing to say`() {
        let found = Checker(GoodLibrary.library).check()
        #expect(found.map { "\($0.place) \($0.id) \($0.message.en)" } == [])
    }

    @Test(arguments: Damages.all)
    func `each fault gives exactly its diagnostic at its line`(damage: Damage) throws {
        #expect(GoodLibrary.texts[damage.path]?.contains(damage.old) == true, "the fault is not put in")
        let found = Checker(damage.library).check()
        #expect(found.map(\.id) == [damage.kind.rawValue], "\(found.map { "\($0.place) \($0.id) \($0.message.en)" })")
        let first = try #require(found.first)
        #expect("\(first.file):\(first.line)" == "\(damage.file):\(try damage.line())", "\(first.message.en)")
        #expect(!first.remedy.zh.isEmpty && !first.remedy.en.isEmpty)
    }

    @Test func `every diagnostic there is has a test`() {
        let elsewhere: Set<DiagnosticKind> = [
            .notResolvable, .rowNotExercised, .ruleNotTried, .guideMissing, .noSituation, .missingFile, .unknownFile,
        ]
        let tested = Set(Damages.all.map(\.kind)).union(elsewhere)
        #expect(DiagnosticKind.allCases.filter { !tested.contains($0) } == [])
    }

    @Test func `a missing guide, situation or rules file is said at the service`() {
        var texts = GoodLibrary.texts
        texts[GoodLibrary.guide] = nil
        #expect(Checker(Library(texts: texts)).check().map(\.place) == ["\(GoodLibrary.service):1"])
        texts = GoodLibrary.texts
        texts[GoodLibrary.situation] = nil
        #expect(Checker(Library(texts: texts)).check().map(\.id) == ["no-situation"])
    }

    @Test func `a rules file that is named and missing is told`() throws {
        var texts = GoodLibrary.texts
        texts[GoodLibrary.rules] = nil
        let found = Checker(Library(texts: texts)).check(service: "street-stall")
        let missing = try #require(found.first { $0.id == "missing-file" })
        #expect(missing.message.en == "there is no file `rules.yaml`")
    }

    @Test func `without regions the check says so and nothing else`() {
        var texts = GoodLibrary.texts
        texts[GoodLibrary.regions] = nil
        texts[GoodLibrary.units] = nil
        texts[GoodLibrary.metrics] = nil
        let found = Checker(Library(texts: texts)).check().filter { $0.file.hasPrefix("Territory") }
        #expect(found.map(\.place) == ["Territory/regions.yaml:1"])
    }

    @Test func `a file of no known kind is told`() {
        var texts = GoodLibrary.texts
        texts["Services/street-stall/notes/x.yaml"] = "a: b"
        #expect(Checker(Library(texts: texts)).check().map(\.id) == ["unknown-file"])
    }

    @Test func `rows that no situation hits are told by the line of the row`() throws {
        let checker = Checker(GoodLibrary.library)
        let all = Set(
            (0..<2).flatMap { row in
                ["fee", "refusals", "commitment_bars"].map { RowHit(owner: "street-stall", table: $0, row: row) }
            })
        #expect(checker.unexercised(hits: all) == [])
        let found = checker.unexercised(hits: all.subtracting([RowHit(owner: "street-stall", table: "fee", row: 1)]))
        #expect(found.map(\.place) == ["\(GoodLibrary.rules):9"])
        #expect(found.map(\.id) == ["row-not-exercised"])
    }

    @Test func `one changed text is read again and one service checked again`() {
        let library = GoodLibrary.library
        let text = GoodLibrary.texts[GoodLibrary.service]?.replacing(
            "5 workdays, promised_by", with: "50 workdays, promised_by")
        let changed = library.replacing([GoodLibrary.service: text])
        #expect(Checker(changed).check(service: "street-stall").map(\.id) == ["promise-too-long"])
        #expect(Checker(library).check(service: "street-stall") == [])
    }

    @Test(arguments: [
        ("supervised-task", "opens: [objected]", "opens: [handed_in]", "no-next-task"),
        ("licence", "starts: [deficiency_told]", "starts: [withdrawn]", "silent-state"),
        ("licence", "when: open_tasks = 0\n", "when: false\n    notice: nobody\n", "unknown-message"),
        ("ticket", "event: reworked, to: handling}", "event: reworked, to: calling}", "automatic-cycle"),
    ])
    func `what the trial run of the language taught is caught`(
        procedure: String, old: String, new: String, id: String
    ) throws {
        let path = "Services/procedures/\(procedure).yaml"
        let text = try #require(RealLibrary.texts[path])
        let library = RealLibrary.library.replacing([path: text.replacing(old, with: new)])
        let found = Set(Checker(library).check().filter { $0.file == path && $0.severity == .error }.map(\.id))
        #expect(found == [id])
    }

    @Test func `the repository's own library has no error`() {
        let found = Checker(RealLibrary.library).check().filter { $0.severity == .error }
        #expect(found.map { "\($0.place) \($0.id) \($0.message.en)" } == [])
        #expect(RealLibrary.library.serviceIds.count >= 14)
    }
}
