/// The workdays of the years whose holiday notice has been loaded (工作日历).
///
/// A year without a notice is never guessed: whatever touches it is "not known yet".
package struct WorkCalendar: Hashable, Sendable {
    /// The exceptions of one year, as the notice of the State Council's office gives them.
    package struct Year: Hashable, Sendable {
        package let year: Int
        /// Number of the notice, as printed.
        package let notice: String
        /// Days off, weekends inside the ranges included.
        package let off: Set<Day>
        /// Saturdays and Sundays on which people work (调休上班).
        package let work: Set<Day>

        package init(year: Int, notice: String, off: Set<Day>, work: Set<Day>) {
            self.year = year
            self.notice = notice
            self.off = off
            self.work = work
        }
    }

    package let years: [Int: Year]
    /// Names this state of the calendar; recorded with every due date that is computed again.
    package let version: String

    /// - Parameter years: at most one per year; a later one of the same year replaces the earlier.
    package init(years: [Year], version: String) {
        self.years = Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
        self.version = version
    }

    /// nil when the year's notice is not loaded.
    package func isWorkday(_ day: Day) -> Bool? {
        guard let year = years[day.year] else { return nil }
        if year.off.contains(day) { return false }
        if year.work.contains(day) { return true }
        return day.weekday <= 5
    }

    /// The last day or instant of a period that starts on `start`.
    ///
    /// - Parameters:
    ///   - start: the day from which the period counts; it does not count itself (民法典 第二百零一条).
    ///   - startInstant: used for hours only, which are counted by the clock, off days included.
    ///   - excluded: days that are not counted, both ends included (行政许可法 第四十五条).
    ///   - extra: further periods in sequence after the first, for extensions.
    ///   - rolls: days, months and years that end on a day off move to the next workday (民法典 第二百零三条).
    package func due(
        _ period: LegalPeriod, from start: Day, startInstant: Moment, excluded: [ClosedRange<Day>], rolls: Bool
    ) -> DueDate {
        switch period.unit {
        case .sameDay: return roll(start, rolls: rolls)
        case .hours: return hours(period.amount, from: startInstant, excluded: excluded)
        case .workdays: return workdays(period.amount, after: start, excluded: excluded)
        case .days: return roll(count(period.amount, after: start, excluded: excluded), rolls: rolls)
        case .months, .years:
            let months = period.unit == .years ? period.amount * 12 : period.amount
            let plain = start.adding(months: months)
            let lost = excludedDays(in: start.next...max(start.next, plain), excluded: excluded)
            return roll(count(lost, after: plain, excluded: excluded), rolls: rolls)
        }
    }

    /// Workdays after `start` up to and including `end`, without excluded days; nil when a year is not loaded.
    package func workdaysUsed(after start: Day, through end: Day, excluded: [ClosedRange<Day>]) -> Int? {
        var used = 0
        var day = start
        while day < end {
            day = day.next
            guard let isWorkday = isWorkday(day) else { return nil }
            if isWorkday, !excluded.contains(where: { $0.contains(day) }) { used += 1 }
        }
        return used
    }

    private func workdays(_ amount: Int, after start: Day, excluded: [ClosedRange<Day>]) -> DueDate {
        var left = amount
        var day = start
        while left > 0 {
            guard let isWorkday = isWorkday(day.next) else { return .notYetKnown(workdaysLeft: left, after: day) }
            day = day.next
            if isWorkday, !excluded.contains(where: { $0.contains(day) }) { left -= 1 }
        }
        return .on(day)
    }

    private func count(_ amount: Int, after start: Day, excluded: [ClosedRange<Day>]) -> Day {
        var left = amount
        var day = start
        while left > 0 {
            day = day.next
            if !excluded.contains(where: { $0.contains(day) }) { left -= 1 }
        }
        return day
    }

    private func excludedDays(in range: ClosedRange<Day>, excluded: [ClosedRange<Day>]) -> Int {
        var lost = 0
        for number in range.lowerBound.number...range.upperBound.number {
            let day = Day(number: number)
            if excluded.contains(where: { $0.contains(day) }) { lost += 1 }
        }
        return lost
    }

    private func hours(_ amount: Int, from start: Moment, excluded: [ClosedRange<Day>]) -> DueDate {
        var end = start.adding(hours: amount)
        var day = start.day
        while day <= end.day {
            if excluded.contains(where: { $0.contains(day) }) { end = end.adding(hours: 24) }
            day = day.next
        }
        return .at(end)
    }

    private func roll(_ day: Day, rolls: Bool) -> DueDate {
        guard rolls else { return .on(day) }
        var day = day
        while true {
            guard let isWorkday = isWorkday(day) else { return .notYetKnown(workdaysLeft: 0, after: day.previous) }
            if isWorkday { return .on(day) }
            day = day.next
        }
    }
}
