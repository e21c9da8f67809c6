import Definitions
import Testing
import Values

/// Days, weeks, months, quarters and years as reports name them.
@Suite struct ReportSpanTests {
    @Test(arguments: [
        (ReportSpan.Every.day, "2026-03-12", Day(2026, 3, 12), Day(2026, 3, 12), "2026年3月12日"),
        (.week, "2026-W11", Day(2026, 3, 9), Day(2026, 3, 15), "2026年第11周"),
        (.month, "2026-03", Day(2026, 3, 1), Day(2026, 3, 31), "2026年3月"),
        (.quarter, "2026-Q1", Day(2026, 1, 1), Day(2026, 3, 31), "2026年第一季度"),
        (.year, "2026", Day(2026, 1, 1), Day(2026, 12, 31), "2026年"),
    ])
    func `a day lies in one period of each kind`(
        every: ReportSpan.Every, text: String, first: Day, last: Day, name: String
    ) {
        let period = ReportSpan(every, containing: Day(2026, 3, 12))
        #expect(period.text == text && period.first == first && period.last == last && period.name.zh == name)
        #expect(!period.hasEnded(on: last) && period.hasEnded(on: last.next))
        #expect(period.next.previous == period && period.previous.last == first.previous)
    }

    @Test func `a week belongs to the year of its Thursday`() {
        #expect(ReportSpan(.week, containing: Day(2027, 1, 1)).text == "2026-W53")
        #expect(ReportSpan(.week, containing: Day(2027, 1, 4)).text == "2027-W01")
        #expect(ReportSpan(.week, containing: Day(2024, 12, 30)).text == "2025-W01")
    }

    @Test func `the last quarter and February have their own lengths`() {
        #expect(ReportSpan(.quarter, containing: Day(2026, 12, 31)).first == Day(2026, 10, 1))
        #expect(ReportSpan(.month, containing: Day(2028, 2, 3)).last == Day(2028, 2, 29))
    }

    @Test func `the reports of the repository are read whole`() throws {
        let book = ReportBook(try #require(RealLibrary.library.files["Services/reports.yaml"]).content)
        #expect(book.reports.map(\.every) == [.day, .week, .month, .quarter, .year])
        #expect(book.reports.map(\.name.zh) == ["日扫描", "周调度", "月通报", "季分析", "年考核"])
        #expect(book.rankings.count == 2 && book.report("monthly-bulletin")?.parts.count == 10)
        let index = try #require(book.index("efficiency"))
        #expect(index.parts.reduce(0) { $0 + $1.weight } == 100)
        #expect(index.parts.map(\.metric).first == "on-time" && index.parts.first?.none == 8000)
    }
}
