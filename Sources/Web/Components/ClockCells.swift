import Values

/// What a clock is drawn from: the days of the law and of the promise, and what was not counted.
package struct ClockFacts: Hashable, Sendable {
    /// The day from which the clock counts; it does not count itself.
    package let startedOn: Day
    /// What is promised, or set where the office owes nothing, and its last day; nil when there is none.
    package let promise: Limit?
    /// The law's limit and its last day; nil when there is none.
    package let legal: Limit?
    /// Days that are not counted, both ends included; an open pause ends with `today`.
    package let pauses: [ClosedRange<Day>]
    package let isPaused: Bool
    /// nil while the clock goes on.
    package let end: End?
    /// It is the office's own time; otherwise `promise` is the applicant's last day, or one that must pass.
    package let isOffices: Bool
    /// Days left at which the light turns amber; 0 for never before the last day.
    package let warnAt: Int

    package struct Limit: Hashable, Sendable {
        package let period: LegalPeriod
        package let due: DueDate

        package init(_ period: LegalPeriod, due: DueDate) {
            self.period = period
            self.due = due
        }
    }

    /// The last day of a clock, and how it came to it.
    package struct End: Hashable, Sendable {
        package enum Way: Hashable, Sendable {
            /// What it waited for was done.
            case done
            /// The matter ended without it.
            case brokenOff
            /// Nothing was done, and time brought the consequence.
            case ranOut
        }

        package let day: Day
        package let way: Way

        package init(on day: Day, _ way: Way) {
            self.day = day
            self.way = way
        }
    }

    package init(
        startedOn: Day, promise: Limit?, legal: Limit?, pauses: [ClosedRange<Day>], isPaused: Bool, end: End?,
        isOffices: Bool, warnAt: Int
    ) {
        self.startedOn = startedOn
        self.promise = promise
        self.legal = legal
        self.pauses = pauses
        self.isPaused = isPaused
        self.end = end
        self.isOffices = isOffices
        self.warnAt = warnAt
    }
}

extension ClockView {
    /// Lays the days out as cells, and finds the state of the clock on `today`.
    ///
    /// Working days count only the days on which people work; all other units count calendar days, an hour clock the
    /// days that it touches. A year without a calendar ends the row of cells; the state then says so.
    package init(of facts: ClockFacts, calendar: WorkCalendar, today: Day) {
        let binding = facts.promise ?? facts.legal
        let row = ClockRow(facts: facts, calendar: calendar, today: today)
        let size = ClockRow.cellSize(forDays: row.days.count)
        unit = binding?.period.unit == .hours ? .days : binding?.period.unit ?? .days
        cells = row.cells(of: size)
        daysPerCell = size
        startedOn = facts.startedOn
        promise = facts.promise.flatMap { row.mark($0, cellSize: size) }
        legal = facts.legal.flatMap { row.mark($0, cellSize: size) }
        usedDays = row.usedDays
        pausedDays = row.pausedDays
        warnAt = facts.warnAt
        isOffices = facts.isOffices
        daysOverLaw = row.daysOverLaw(of: facts)
        state = row.state(of: facts, binding: binding)
        self.today = today
    }
}

/// The days of a clock in a row, each with what it is.
private struct ClockRow {
    var days: [(day: Day, cell: ClockView.Cell)] = []
    let today: Day
    /// The last day of the promise, or of the law where nothing is promised.
    let lastDay: Day?

    init(facts: ClockFacts, calendar: WorkCalendar, today: Day) {
        self.today = today
        let promised = facts.promise?.due.day
        let lawful = facts.legal?.due.day
        lastDay = promised ?? lawful
        let shown = facts.end?.day ?? today
        let end = [promised, lawful, shown].compactMap { $0 }.max() ?? shown
        let isWorkdays = (facts.promise ?? facts.legal)?.period.unit == .workdays
        let longest = facts.startedOn.adding(days: 3700)  // Ten years: no clock of a case is longer.
        var day = facts.startedOn
        while day < min(end, longest) {
            day = day.next
            if isWorkdays {
                guard let isWorkday = calendar.isWorkday(day) else { break }
                guard isWorkday else { continue }
            }
            days.append((day, kind(of: day, facts: facts, shown: shown)))
        }
    }

    private func kind(of day: Day, facts: ClockFacts, shown: Day) -> ClockView.Cell {
        if facts.pauses.contains(where: { $0.contains(day) }) { return .pause }
        if let lastDay, day > lastDay {
            return day <= shown ? .over : .legal
        }
        if day > shown { return .open }
        return day == today && facts.end?.day == nil ? .today : .used
    }

    var usedDays: Int { days.count { $0.cell == .used || $0.cell == .over } }
    var pausedDays: Int { days.count { $0.cell == .pause && $0.day <= today } }

    /// 1 up to 20 days, else 5, else so many that at most 30 cells remain.
    static func cellSize(forDays count: Int) -> Int {
        if count <= 20 { return 1 }
        if count <= 100 { return 5 }
        return (count + 29) / 30
    }

    /// One cell for `size` days; it shows the gravest of them, and today before all.
    func cells(of size: Int) -> [ClockView.Cell] {
        if size == 1 { return days.map(\.cell) }
        return stride(from: 0, to: days.count, by: size).map { start in
            let group = days[start..<min(start + size, days.count)].map(\.cell)
            let order: [ClockView.Cell] = [.today, .over, .used, .pause, .open, .legal]
            return order.first { group.contains($0) } ?? .open
        }
    }

    func mark(_ limit: ClockFacts.Limit, cellSize: Int) -> ClockMark? {
        guard let day = limit.due.day else { return nil }
        let index = days.lastIndex { $0.day <= day } ?? 0
        return ClockMark(limit: limit.period, day: day, cell: index / cellSize)
    }

    /// Days past the law's last day, beside a promise that had passed before; 0 while it has not passed.
    func daysOverLaw(of facts: ClockFacts) -> Int {
        guard facts.promise != nil, let lawful = facts.legal?.due.day, lawful < (facts.end?.day ?? today) else {
            return 0
        }
        return max(1, days.count { $0.day > lawful && $0.cell == .over })
    }

    func state(of facts: ClockFacts, binding: ClockFacts.Limit?) -> ClockView.State {
        if let end = facts.end {
            switch end.way {
            case .brokenOff: return .brokenOff(on: end.day)
            case .ranOut: return .ranOut(on: end.day)
            case .done:
                let late = days.count { $0.cell == .over }
                return late > 0 ? .endedLate(on: end.day, by: late) : .endedInTime(on: end.day)
            }
        }
        if facts.isPaused { return .paused }
        if case .notYetKnown(let left, let after)? = binding?.due {
            return .notYetKnown(workdaysLeft: left, after: after)
        }
        let late = days.count { $0.cell == .over }
        if late > 0 { return .over(by: late) }
        if let lastDay, today > lastDay { return .over(by: 1) }
        if today == lastDay { return .dueToday }
        return .running(left: max(1, days.count { $0.cell == .today || $0.cell == .open }))
    }
}
