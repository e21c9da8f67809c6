import Testing

/// A damaged snippet for each rule, which it must find, beside a sound one, which it must let pass.
struct Sample: Sendable, CustomTestStringConvertible {
    let rule: HouseRule
    let bad: [String: String]
    let good: [String: String]

    var testDescription: String { rule.name }

    init(_ rule: HouseRule, bad: [String: String], good: [String: String]) {
        self.rule = rule
        self.bad = bad
        self.good = good
    }

    /// Both in the same file.
    init(_ rule: HouseRule, in path: String, bad: String, good: String) {
        self.init(rule, bad: [path: bad], good: [path: good])
    }
}

@Suite struct RuleTests {
    @Test(arguments: samples) func `a damaged file is found and a sound one is not`(sample: Sample) {
        #expect(!sample.rule.findings(house(sample.bad)).isEmpty)
        #expect(sample.rule.findings(house(sample.good)) == [])
    }

    @Test func `every rule has its damaged file`() {
        let tried = Set(samples.map(\.rule.name))
        #expect(HouseRules.all.filter { !tried.contains($0.name) }.map(\.name) == [])
    }

    @Test func `a finding names its file and its line`() {
        let findings = WordRules.never.findings(house(["Sources/Values/A.swift": "\n\nlet a = try! b()"]))
        #expect(findings.map(\.description) == ["Sources/Values/A.swift:3: `try!` is never right here"])
    }

    private func house(_ files: [String: String]) -> House {
        House(files: files.map { SourceFile(path: $0, text: $1) })
    }
}

private let list = "enum AllFeatures { static let all = [EventLog.self, Cases.self] }"

private let samples: [Sample] =
    importSamples + featureSamples + lengthSamples + wordSamples + timeSamples + nameSamples + testSamples
    + otherSamples

private let importSamples = [
    Sample(
        ImportRules.byTarget, in: "Sources/Values/A.swift", bad: "import Foundation", good: "import Synchronization"),
    Sample(ImportRules.byTarget, in: "Sources/Rules/A.swift", bad: "import Definitions", good: "import Values"),
    Sample(ImportRules.byTarget, in: "Sources/Web/A.swift", bad: "import CCrypto", good: "import Hummingbird"),
    Sample(ImportRules.byTarget, in: "Sources/Cellar/A.swift", bad: "let a = 1", good: "")
        .with(good: ["Sources/CPQ/A.swift": ""]),
    Sample(
        ImportRules.byKindOfFile, in: "Sources/Features/Cases/CasePage.swift", bad: "import Storage", good: "import Web"
    ),
    Sample(
        ImportRules.byKindOfFile, in: "Sources/Features/Cases/CaseDesk.swift", bad: "import Hummingbird",
        good: "import Storage"),
    Sample(
        ImportRules.byKindOfFile, in: "Sources/Features/Cases/Timeline.swift", bad: "import struct Foundation.Data",
        good: "import Casework"),
]

private let featureSamples = [
    Sample(
        FeatureRules.listed,
        bad: ["Sources/Features/AllFeatures.swift": list, "Sources/Features/Hotline/Hotline.swift": ""],
        good: ["Sources/Features/AllFeatures.swift": list, "Sources/Features/Cases/Cases.swift": ""]),
    Sample(
        FeatureRules.order,
        bad: [
            "Sources/Features/AllFeatures.swift": list, "Sources/Features/EventLog/Follower.swift": "let a: CaseDesk",
            "Sources/Features/Cases/CaseDesk.swift": "struct CaseDesk {}",
        ],
        good: [
            "Sources/Features/AllFeatures.swift": list,
            "Sources/Features/EventLog/Follower.swift": "struct Follower {}",
            "Sources/Features/Cases/CaseDesk.swift": "struct CaseDesk { let f: Follower }",
        ]),
]

private let lengthSamples = [
    Sample(
        LengthRules.lines, in: "Sources/Values/A.swift", bad: "// " + String(repeating: "x", count: 118),
        good: "// " + String(repeating: "字", count: 117) + "\nlet css = \"\"\"\n" + String(repeating: "x", count: 130)
            + "\n\"\"\""),
    Sample(
        LengthRules.files, in: "Tests/ValuesTests/A.swift", bad: String(repeating: "\n", count: 401),
        good: String(repeating: "\n", count: 399) + "let css = #\"\"\"\n" + String(repeating: "x\n", count: 9)
            + "\"\"\"#"),
    Sample(
        LengthRules.functions, in: "Sources/Values/A.swift",
        bad: "protocol P { func p() }\nfunc f(_ a: () -> Void = {}) {\n" + String(repeating: "a()\n", count: 59) + "}",
        good: "func f() {\n" + String(repeating: "a()\n", count: 58) + "}\n"
            + String(repeating: "let s = \"{\"\n", count: 9)),
]

private let wordSamples = [
    Sample(WordRules.never, in: "Sources/Values/A.swift", bad: "let a = b as! C", good: "let a = b as? C // as! C"),
    Sample(
        WordRules.never, in: "Tests/ATests/A.swift", bad: "fatalError()", good: "precondition(a, \"fatalError()\")"),
    Sample(WordRules.never, in: "Sources/Values/A.swift", bad: "public struct A {}", good: "package struct A {}"),
    Sample(
        WordRules.unchecked, in: "Sources/Storage/A.swift", bad: "final class A: @unchecked Sendable {}",
        good: "// One thread owns the handle.\nfinal class A: @unchecked Sendable {}"),
    Sample(
        WordRules.classes, in: "Sources/Storage/A.swift", bad: "final class A {}",
        good: "/// A class, because it closes its handle when it goes.\nfinal class A {}"),
    Sample(
        WordRules.todos, in: "Sources/Values/A.swift", bad: "// TO" + "DO: later", good: "// TO" + "DO (#12): later"),
    Sample(
        WordRules.flags, in: "Sources/Values/A.swift", bad: "func f(_ isLoud: Bool = false) {}",
        good: "private var isLoud: Bool = false"),
    Sample(
        WordRules.singletons, in: "Sources/Web/A.swift", bad: "static let shared = Log()", good: "let log = Log()"),
    Sample(
        WordRules.droppedErrors, in: "Sources/Web/A.swift", bad: "do { try a() } catch {}",
        good: "do { try a() } catch { throw b }"),
]

private let timeSamples = [
    ("Date()", "Moment(2026, 1, 1)"), ("Date.now", "moment"), ("UUID()", "id"), ("Int.random(in: 0..<9)", "draw(9)"),
    ("ContinuousClock.now", "now()"),
].map { bad, good in
    Sample(WordRules.time, in: "Sources/Features/Cases/A.swift", bad: "let a = \(bad)", good: "let a = \(good)")
}

private let nameSamples = [
    Sample(NameRules.types, in: "Sources/Web/A.swift", bad: "struct PageHelper {}", good: "struct PageHeader {}"),
    Sample(NameRules.types, in: "Sources/Web/A.swift", bad: "enum NewForm {}", good: "enum News {}"),
    Sample(NameRules.types, in: "Sources/Web/A.swift", bad: "struct Service {}", good: "struct ServiceGuide {}"),
    Sample(NameRules.functions, in: "Sources/Web/A.swift", bad: "func handleForm() {}", good: "func handles() {}"),
    Sample(NameRules.modules, in: "Sources/Web/A.swift", bad: "struct Casework {}", good: "struct CaseFile {}"),
    Sample(
        NameRules.folders, bad: ["Sources/Web/Extensions/A.swift": ""], good: ["Sources/Web/Forms/A.swift": ""]),
]

private let testSamples = [
    Sample(
        TestRules.expects, in: "Tests/ATests/ATests.swift",
        bad: "@Test func `a b`() { #expect(a) }\n@Test func `c d`() { run() }",
        good: "@Test func `a b`() { #expect(a) }\n@Test func `c d`() throws { try #require(run()) }"),
    Sample(
        TestRules.sentences, in: "Tests/ATests/ATests.swift", bad: "@Test(arguments: [1]) func testA() {}",
        good: "@Test(arguments: [1]) func `a is one`() {}"),
    Sample(
        TestRules.waiting, in: "Tests/ATests/ATests.swift", bad: "try await Task.sleep(for: .seconds(1))",
        good: "await event.happened() // no sleep(1)"),
]

private let otherSamples = [
    Sample(
        DocumentationRules.documented, in: "Sources/Values/A.swift", bad: "package func f() {}",
        good: "/// What it does.\n@discardableResult\npackage func f() {}"),
    Sample(
        DocumentationRules.documented, in: "Sources/Values/A.swift",
        bad: "package init?(_ a: Int) { guard a > 0 else {} }",
        good: "package init(a: Int) { self.a = a }\npackage var description: String { \"\" }"),
    Sample(
        RepositoryRules.ownGround, in: "docs/tour.md", bad: "see .." + "/shared/design.md", good: "see docs/decisions"),
    Sample(
        PaperRules.tour, bad: ["docs/tour.md": "see `Rules/Judge.swift`"],
        good: ["docs/tour.md": "see `Rules/Judge.swift` and `Rules/`", "Sources/Rules/Judge.swift": ""]),
    Sample(
        PaperRules.glossary, bad: ["docs/glossary.md": "| `Judge.Mood`, `judge` |"],
        good: ["docs/glossary.md": "| `Judge.Mood` |", "Sources/Rules/Judge.swift": "package struct Judge {}"]),
    Sample(
        ListRules.plans,
        bad: ["Sources/Features/Cases/CaseStore.swift": "static func rows(of a: A) { q(\"SELECT 1 LIMIT $1\") }"],
        good: [
            "Sources/Features/Cases/CaseStore.swift": "static func rows(of a: A) { q(\"SELECT 1 LIMIT $1\") }",
            "Tests/FeaturesTests/Plans/ListedQueries.swift": "let a = \"CaseStore.rows(of)\"",
        ]),
    Sample(
        RepositoryRules.sql, in: "Sources/Features/Cases/CaseDesk.swift", bad: "let q = \"SELECT 1\"",
        good: "let q = \"Selected\""),
]

extension Sample {
    fileprivate func with(good: [String: String]) -> Sample { Sample(rule, bad: bad, good: good) }
}
