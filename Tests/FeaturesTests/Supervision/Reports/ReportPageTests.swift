import Definitions
import Testing
import Values
import Web

@testable import Features

/// The pages of scheduled reports as they are stored, in both languages.
@Suite struct ReportPageTests {
    private static let period = ReportSpan(.month, containing: Day(2026, 3, 12))
    private static let id = "01KE4VS900Q6KP1A98PV340EE2"

    private static func words(_ zh: String, _ en: String) -> Report.Cell { .words(Wording(zh: zh, en: en)) }

    /// A part with figures, a ranking of three places, and the lines of one of them; one name is markup.
    private static let report = Report(
        plan: "monthly-bulletin", name: Wording(zh: "月通报", en: "Monthly bulletin"), period: period, region: "chongqing",
        place: Wording(zh: "重庆市", en: "Chongqing"), position: 4711, isCirculated: true,
        sections: [figures, ranking, lines])

    private static let figures = Report.Section(
        name: Wording(zh: "办件和时限", en: "Cases and time"),
        sentences: [
            Wording(zh: "有目标的2项指标中，1项达到目标，1项未达到。", en: "Of 2 metrics with a target 1 reaches it."),
            Wording(zh: "与上期相比，下降的1项。", en: "Against the last period one is down."),
        ],
        tables: [
            Report.Table(
                caption: Wording(zh: "指标", en: "Metrics"),
                columns: [
                    Report.Column(BoardWords.metric, share: 6, isNumber: false),
                    Report.Column(ReportWords.now, share: 3, isNumber: true),
                    Report.Column(ReportWords.verdict, share: 4, isNumber: false),
                ],
                rows: [
                    Report.Row(
                        [words("按时办结率<b>", "On time<b>"), .figure(9484, unit: "%"), words("未达到目标", "below target")],
                        lead: .metric("on-time"), isBad: true),
                    Report.Row(
                        [words("压缩时限", "Shorten"), .figure(-300, unit: "件"), .none], lead: .task(id), isBad: false),
                ], notes: [ReportWords.measuresNote])
        ], isAnnex: false)

    private static let ranking = Report.Section(
        name: Wording(zh: "区县排名", en: "Ranking of districts"),
        sentences: [Wording(zh: "3个区县参加排名。", en: "3 districts are ranked.")],
        tables: [
            Report.Table(
                caption: Wording(zh: "区县排名", en: "Ranking of districts"),
                columns: [
                    Report.Column(ReportWords.rank, share: 2, isNumber: true),
                    Report.Column(ReportWords.places(.region), share: 6, isNumber: false),
                    Report.Column(Wording(zh: "效能指数", en: "Efficiency index"), share: 3, isNumber: true),
                ],
                rows: [
                    ("shapingba", words("沙坪坝区", "Shapingba District"), 10_000),
                    ("shizhu", words("石柱土家族自治县", "Shizhu Tujia Autonomous County"), 9628),
                    ("fengjie", words("奉节县", "Fengjie County"), 0),
                ].enumerated().map { rank, place in
                    Report.Row(
                        [.figure(rank * 100 + 100, unit: ""), place.1, .figure(place.2, unit: "")],
                        lead: .place(place.0), isBad: false)
                }, notes: [])
        ], isAnnex: false)

    private static let lines = Report.Section(
        name: Wording(zh: "附：区县排名的计算", en: "Annex"), sentences: [ReportWords.annexText],
        tables: [
            Report.Table(
                caption: Wording(zh: "附：区县排名的计算", en: "Annex"),
                columns: [
                    Report.Column(ReportWords.places(.region), share: 5, isNumber: false),
                    Report.Column(BoardWords.metric, share: 7, isNumber: false),
                    Report.Column(ReportWords.brings, share: 3, isNumber: true),
                ],
                rows: [("shapingba", "沙坪坝区", 10_000), ("fengjie", "奉节县", 0)].map { place in
                    Report.Row(
                        [words(place.1, place.0), words("按时办结率", "On time"), .figure(place.2, unit: "")],
                        lead: .place(place.0), isBad: false)
                }, notes: [])
        ], isAnnex: true)

    private static let row = ReportRow(
        id: id, plan: report.plan, name: report.name, period: period, region: report.region, position: 4711,
        isCirculated: true, madeAt: Moment(Day(2026, 4, 1), hour: 0, minute: 20),
        content: String(repeating: "a", count: 64),
        files: [.html: String(repeating: "b", count: 64), .pdf: String(repeating: "c", count: 64)])

    private func compare(_ html: HTML, _ name: String, _ language: Language) throws {
        try expectStored(html.text, "\(name).\(language.rawValue)", beside: #filePath, sourceLocation: #_sourceLocation)
    }

    @Test(arguments: Language.allCases) func `a report and the lines of a place are as stored`(language: Language)
        throws
    {
        try compare(ReportPage(row: Self.row, report: Self.report).body(in: language), "report", language)
        let opened = ReportDesk.Opened(row: Self.row, report: Self.report)
        let lines = ReportPlacePage(opened: opened, place: "fengjie")
        try compare(lines.body(in: language), "report-place", language)
        #expect(!lines.body(in: language).text.contains("沙坪坝"), "of one place only")
    }

    @Test(arguments: Language.allCases) func `the list of reports is as stored, also when there is none`(
        language: Language
    ) throws {
        func page(_ rows: [ReportRow], next: ReportCursor?) -> HTML {
            let names = [
                "chongqing": Wording(zh: "重庆市", en: "Chongqing"), "yuzhong": Wording(zh: "渝中区", en: "Yuzhong"),
            ]
            return ReportsPage(
                rows: rows, regions: names.sorted { $0.key < $1.key }.map { (id: $0.key, name: $0.value) },
                region: "chongqing", every: .month, names: names, next: next, isFirst: true
            ).body(in: language)
        }
        let next = ReportCursor(last: Self.period.last, id: Self.id)
        try compare(page([Self.row], next: next), "reports", language)
        try compare(page([], next: nil), "reports-none", language)
    }

    @Test func `the chart of a ranking is as wide as its longest label asks, and no wider than 1280 px can show`()
        throws
    {
        func width(_ language: Language) throws -> Int {
            let html = RankChart(Self.ranking).html(in: language).text
            let start = try #require(html.range(of: "svg viewBox=\"0 0 ")).upperBound
            return try #require(Int(html[start...].prefix { $0 != " " }))
        }
        #expect(try width(.chinese) < 400, "legible on a phone")
        #expect(try width(.english) < 560)
        #expect(try width(.chinese) < width(.english))
    }
}
