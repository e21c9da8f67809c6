import Testing
import Values

@Suite struct WorkCalendarTests {
    private let calendar = SampleCalendar.calendar

    private func due(_ amount: Int, _ unit: LegalPeriod.Unit, from start: String, excluded: [ClosedRange<Day>] = [])
        throws -> DueDate
    {
        let day = try #require(Day(start))
        return calendar.due(
            LegalPeriod(amount, unit), from: day, startInstant: Moment(day), excluded: excluded, rolls: true)
    }

    @Test(arguments: [
        ("2026-02-12", 5, "2026-02-26"), ("2026-02-12", 20, "2026-03-18"), ("2026-02-14", 5, "2026-02-28"),
        ("2026-02-20", 5, "2026-02-28"), ("2026-04-30", 5, "2026-05-11"), ("2026-05-08", 1, "2026-05-09"),
        ("2026-09-18", 45, "2026-11-26"), ("2026-12-24", 5, "2026-12-31"), ("2026-03-02", 20, "2026-03-30"),
        ("2025-01-24", 10, "2025-02-13"), ("2025-09-26", 10, "2025-10-16"), ("2024-09-13", 5, "2024-09-23"),
        ("2024-02-08", 20, "2024-03-13"), ("2023-12-29", 5, "2024-01-08"), ("2022-12-30", 5, "2023-01-09"),
        ("2021-09-17", 10, "2021-10-08"), ("2020-01-22", 5, "2020-02-06"),
    ]) func `a period in working days ends on the day of the golden table`(start: String, amount: Int, end: String)
        throws
    {
        #expect(try due(amount, .workdays, from: start) == .on(try #require(Day(end))))
    }

    @Test func `excluded days are not counted`() throws {
        let excluded = Day(2026, 3, 9)...Day(2026, 3, 13)
        #expect(try due(20, .workdays, from: "2026-03-02", excluded: [excluded]) == .on(Day(2026, 4, 7)))
        // Two grounds for the same days do not count them twice.
        #expect(try due(20, .workdays, from: "2026-03-02", excluded: [excluded, excluded]) == .on(Day(2026, 4, 7)))
    }

    @Test func `a year without a notice is not known yet, and the workdays counted so far are told`() throws {
        let due = try due(5, .workdays, from: "2026-12-28")
        #expect(due == .notYetKnown(workdaysLeft: 2, after: Day(2026, 12, 31)))
        #expect(due.instant == nil)
        #expect(calendar.isWorkday(Day(2027, 1, 4)) == nil)
        #expect(calendar.workdaysUsed(after: Day(2026, 12, 28), through: Day(2027, 1, 4), excluded: []) == nil)
        #expect(calendar.workdaysUsed(after: Day(2026, 12, 28), through: Day(2026, 12, 31), excluded: []) == 3)
    }

    @Test(arguments: [
        ("2025-11-30", 3, "2026-02-28"), ("2026-01-31", 1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
    ]) func `months keep the number of the day or take the last day`(start: String, months: Int, end: String) throws {
        let day = try #require(Day(start))
        let due = calendar.due(
            LegalPeriod(months, .months), from: day, startInstant: Moment(day), excluded: [], rolls: false)
        #expect(due == .on(try #require(Day(end))))
    }

    @Test func `a period in months that ends on a day off moves to the next workday`() throws {
        // 2026-02-28 is a Saturday on which people work; 2025-03-01 is a Saturday on which they do not.
        #expect(try due(3, .months, from: "2025-11-30") == .on(Day(2026, 2, 28)))
        #expect(try due(1, .months, from: "2025-02-01") == .on(Day(2025, 3, 3)))
        #expect(try due(1, .years, from: "2025-02-15") == .on(Day(2026, 2, 24)))
        #expect(try due(6, .months, from: "2026-08-31") == .notYetKnown(workdaysLeft: 0, after: Day(2027, 2, 27)))
    }

    @Test func `natural days count days off and end on a workday`() throws {
        #expect(try due(15, .days, from: "2026-02-02") == .on(Day(2026, 2, 24)))
        #expect(try due(7, .days, from: "2026-03-02") == .on(Day(2026, 3, 9)))
    }

    @Test func `hours run by the clock, days off included`() {
        let start = Moment(2026, 2, 14, hour: 17, minute: 30)
        let due = calendar.due(
            LegalPeriod(24, .hours), from: start.day, startInstant: start, excluded: [], rolls: true)
        #expect(due == .at(Moment(2026, 2, 15, hour: 17, minute: 30)))
    }

    @Test(arguments: [
        (2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248),
    ]) func `a year has the number of workdays of its notice`(year: Int, workdays: Int) {
        let used = calendar.workdaysUsed(after: Day(year, 1, 1).previous, through: Day(year, 12, 31), excluded: [])
        // 31 December of 2018 has no notice, but the day before the first is not counted itself.
        #expect(used == workdays)
    }

    @Test func `the months of 2026 have their workdays`() {
        let counted = (1...12).map { month in
            let first = Day(2026, month, 1)
            return calendar.workdaysUsed(
                after: first.previous, through: first.adding(months: 1).previous, excluded: [])
        }
        #expect(counted == [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])
    }

    @Test(arguments: SampleCalendar.years) func `days off less make-up days are the statutory days`(
        year: WorkCalendar.Year
    ) {
        let weekdaysOff = year.off.filter { $0.weekday <= 5 }.count
        let statutory = [2019: 11, 2020: 13, 2025: 13, 2026: 13][year.year] ?? 11
        #expect(weekdaysOff - year.work.count == statutory)
        #expect(year.work.allSatisfy { $0.weekday > 5 })
        #expect(year.off.isDisjoint(with: year.work))
    }

    @Test func `the due day is the first day on which the whole period is used`() {
        var random = SeededGenerator.announced("WorkCalendarTests.due")
        for _ in 0..<1_000 {
            let start = Day(2019, 1, 1).adding(days: Int.random(in: 0..<2_600, using: &random))
            let stop = start.adding(days: Int.random(in: 0..<40, using: &random))
            let excluded = [stop...stop.adding(days: Int.random(in: 0..<20, using: &random))]
            let amount = Int.random(in: 1...60, using: &random)
            let due = calendar.due(
                LegalPeriod(amount, .workdays), from: start, startInstant: Moment(start), excluded: excluded,
                rolls: true)
            guard case .on(let day) = due else {
                Issue.record("\(start) + \(amount) lies inside the calendar")
                continue
            }
            #expect(calendar.workdaysUsed(after: start, through: day, excluded: excluded) == amount)
            #expect(calendar.workdaysUsed(after: start, through: day.previous, excluded: excluded) == amount - 1)
            #expect(calendar.isWorkday(day) == true && !excluded[0].contains(day))
        }
    }
}
