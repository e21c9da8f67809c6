import Values

/// The holiday notices of 2019 to 2026 as compact ranges. Source: 国务院办公厅 notices on the arrangement of holidays.
enum SampleCalendar {
    static let calendar = WorkCalendar(years: years, version: "2019–2026")

    static let years: [WorkCalendar.Year] = [
        year(
            2019, off: "01-01 02-04…02-10 04-05…04-07 05-01…05-04 06-07…06-09 09-13…09-15 10-01…10-07",
            work: "02-02 02-03 04-28 05-05 09-29 10-12"),
        year(
            2020, off: "01-01 01-24…02-02 04-04…04-06 05-01…05-05 06-25…06-27 10-01…10-08",
            work: "01-19 04-26 05-09 06-28 09-27 10-10"),
        year(
            2021, off: "01-01…01-03 02-11…02-17 04-03…04-05 05-01…05-05 06-12…06-14 09-19…09-21 10-01…10-07",
            work: "02-07 02-20 04-25 05-08 09-18 09-26 10-09"),
        year(
            2022, off: "01-01…01-03 01-31…02-06 04-03…04-05 04-30…05-04 06-03…06-05 09-10…09-12 10-01…10-07 12-31",
            work: "01-29 01-30 04-02 04-24 05-07 10-08 10-09"),
        year(
            2023, off: "01-01…01-02 01-21…01-27 04-05 04-29…05-03 06-22…06-24 09-29…10-06 12-30…12-31",
            work: "01-28 01-29 04-23 05-06 06-25 10-07 10-08"),
        year(
            2024, off: "01-01 02-10…02-17 04-04…04-06 05-01…05-05 06-10 09-15…09-17 10-01…10-07",
            work: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"),
        year(
            2025, off: "01-01 01-28…02-04 04-04…04-06 05-01…05-05 05-31…06-02 10-01…10-08",
            work: "01-26 02-08 04-27 09-28 10-11"),
        year(
            2026, off: "01-01…01-03 02-15…02-23 04-04…04-06 05-01…05-05 06-19…06-21 09-25…09-27 10-01…10-07",
            work: "01-04 02-14 02-28 05-09 09-20 10-10"),
    ]

    private static func year(_ year: Int, off: String, work: String) -> WorkCalendar.Year {
        WorkCalendar.Year(
            year: year, notice: "sample", off: days(of: off, in: year), work: days(of: work, in: year))
    }

    /// `01-01 02-04…02-10` as days; a text that is no date is a mistake of this file.
    private static func days(of text: String, in year: Int) -> Set<Day> {
        var result: Set<Day> = []
        for range in text.split(separator: " ") {
            let ends = range.split(separator: "…").compactMap { Day("\(year)-\($0)") }
            guard let first = ends.first, let last = ends.last else { preconditionFailure("“\(range)” is no range") }
            for number in first.number...last.number { result.insert(Day(number: number)) }
        }
        return result
    }
}
