import Definitions
import Testing
import Values
import Web

@testable import Features

/// The pages of promises and measures as they are stored, in both languages, with a promise in each state.
@Suite struct BoardPageTests {
    private static let today = Day(2026, 3, 12)
    private static let question = BoardDesk.Question(
        region: nil, first: Month(Day(2026, 1, 1)), last: Month(today), reported: nil)
    private static let counted = BoardDesk.Counted(position: 4711, lag: 2)
    private static let names = ["wansheng": Wording(zh: "万盛经开区<b>", en: "Wansheng")]

    private func reader(_ language: Language) -> Reader {
        Reader(
            language: language, display: .standard, name: nil, moment: Moment(Self.today, hour: 9),
            here: "/open/promises",
            formToken: "0123456789abcdef")
    }

    private static func measured() throws -> [BoardDesk.Measured] {
        let library = Library(
            texts: try PlatformSample.texts(below: "Services").merging(PlatformSample.texts(below: "Territory")) { $1 })
        let book = try MetricBook.reading(library.metricDocument)
        func value(_ part: Int, _ whole: Int) -> MetricValue { MetricValue(part: part, whole: whole, counted: whole) }
        func one(
            _ id: String, _ value: MetricValue?, _ months: [MetricValue?], _ state: PromiseState?
        ) throws -> BoardDesk.Measured {
            let metric = try #require(book.metric(id))
            return BoardDesk.Measured(
                metric: metric, region: metric.target?.region, service: nil, value: value,
                months: months.enumerated().map { (202_601 + $0.offset, $0.element) }, state: state,
                strictness: id == "water-new-time"
                    ? LimitStrictness(
                        try #require(metric.target), unit: "工作日",
                        document: [
                            "plans": [["variant": "new", "clocks": ["decide": ["promised": "20 workdays"]]]]
                        ]) : nil)
        }
        return [
            try one("decide-time-ratio", value(2800, 100), [value(2500, 100), nil, value(3100, 100)], .atRisk),
            try one("water-new-time", value(12, 1), [nil, value(8, 1), value(12, 1)], .broken),
            try one("bad-rating-corrected", value(500, 5), [value(500, 5)], .kept),
            try one("zero-material-items", value(40, 1), [], .notYetDue(Day(2026, 12, 31))),
            try one("mixed-windows", nil, [], .notMeasurable(try #require(book.metric("mixed-windows")?.elsewhere))),
            try one("bad-rating-called-back", nil, [], .notMeasurable(BoardWords.nothingMeasured)),
            try one("time-average", value(37, 8), [value(9, 2), value(28, 6), nil], nil),
        ]
    }

    @Test(arguments: Language.allCases) func `the board and the public page are as stored`(language: Language) throws {
        let board = BoardPage(
            measured: try Self.measured(), question: Self.question,
            regions: [("yuzhong", Wording(zh: "渝中区", en: "Yuzhong"))], names: Self.names, counted: Self.counted,
            late: 7, today: Self.today)
        try expectShown(board.body(in: language), "board.\(language.rawValue)")
        let open = OpenPromisesPage(
            measured: try Self.measured(), bound: [], next: nil,
            names: TargetNames(regions: Self.names, services: [:]), counted: Self.counted,
            first: Self.question.first, last: Self.question.last)
        try expectShown(
            open.page(for: reader(language)).html(on: .accountSample, for: reader(language)),
            "promises-open.\(language.rawValue)")
        let nothing = OpenPromisesPage(
            measured: [], bound: [], next: nil, names: TargetNames(regions: [:], services: [:]),
            counted: Self.counted, first: Self.question.first, last: Self.question.last)
        #expect(
            nothing.page(for: reader(language)).html(on: .accountSample, for: reader(language)).text.contains("empty"))
    }

    @Test func `what had no case is told apart from what nobody records`() throws {
        let states = try Self.measured().compactMap(\.state)
        let summary = BoardWords.summary(states)
        #expect(summary.zh == "6 条承诺：兑现 1，有风险 1，未兑现 1，未到期 1，还没有办件 1，这里测不了 1")
        #expect(
            summary.en == "6 promises: 1 kept, 1 at risk, 1 broken, 1 not yet due, 1 no case yet, 1 not measurable here"
        )
        #expect(BoardWords.reason(.notMeasurable(BoardWords.nothingMeasured)) == nil)
        #expect(BoardWords.why(.notMeasurable(BoardWords.nothingMeasured)) != nil, "the interface says why")
        #expect(BoardWords.item("6").zh == "第 6 项" && BoardWords.item("（一）").zh == "（一）")
        #expect(BoardWords.insideQuotes("“零材料”事项") == "‘零材料’事项")
    }

    @Test(arguments: Language.allCases) func `a metric with its cases is as stored`(language: Language) throws {
        let fault = MetricReadingStore.Fault(
            caseID: "01KE4VS900Q6KP1A98PV340EE2", day: Day(2026, 3, 4), service: "water-connection", unit: "u",
            region: "wansheng", value: 12)
        let share = BoardDesk.Share(
            id: "u", name: Wording(zh: "自来水公司<i>", en: "Water company"),
            value: MetricValue(part: 12, whole: 1, counted: 3))
        let page = MetricPage(
            one: try Self.measured()[1], question: Self.question, regions: [],
            placeName: Self.names["wansheng"] ?? BoardWords.wholeCity,
            shares: [(.unit, [share])],
            faults: [
                MetricPage.Fault(
                    row: fault, service: Wording(zh: "获得用水", en: "Water"), unit: Wording(zh: "自来水公司", en: "Water"))
            ], next: FaultCursor(day: fault.day, caseID: fault.caseID), isFirst: true, counted: Self.counted,
            today: Self.today)
        try expectShown(page.body(in: language), "metric.\(language.rawValue)")
    }
}

/// Compares what stands in `main`, or a staff page's own part, with what is stored.
private func expectShown(_ html: HTML, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expectStored(mainPart(of: html.text), name, beside: #filePath, sourceLocation: sourceLocation)
}
