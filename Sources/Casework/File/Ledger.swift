import Values

/// The two limits of a clock or a task: what the law gives, and what the office promises.
package struct Limits: Hashable, Sendable {
    package var statutory: LegalPeriod?
    package var promised: LegalPeriod?

    package init(statutory: LegalPeriod?, promised: LegalPeriod?) {
        self.statutory = statutory
        self.promised = promised
    }

    package var isEmpty: Bool { statutory == nil && promised == nil }
}

/// When the two limits run out; nil while there is none, or while it is stopped.
package struct Dues: Hashable, Sendable {
    package var promised: DueDate?
    package var legal: DueDate?

    package init(promised: DueDate?, legal: DueDate?) {
        self.promised = promised
        self.legal = legal
    }
}

/// One run of a clock, with everything that explains its due date (期限台账).
package struct Ledger: Hashable, Sendable {
    package enum State: String, Hashable, Sendable { case running, stopped, ended, expired }

    /// Days that are not counted, both ends included (行政许可法 第四十五条).
    package struct Stop: Hashable, Sendable {
        /// Stage or task that stops it.
        package var whileOpen: String
        package var onlyPromised: Bool
        package var ground: String
        package var law: Citation?
        package var from: Day
        /// nil while it lasts.
        package var to: Day?
    }

    package struct Extension: Hashable, Sendable {
        package var by: LegalPeriod
        package var event: String
        package var law: Citation?
        package var at: Moment
    }

    package var clock: String
    /// From 1; starting again is a new run with a new ledger.
    package var run: Int
    /// The day from which it counts, itself not counted (民法典 第二百零一条).
    package var asOf: Day
    /// The instant from which hours count.
    package var from: Moment
    package var startedAt: Moment
    package var limits: Limits
    /// It ends on a date instead of after a period.
    package var isUntil: Bool
    package var until: Day?
    package var rolls: Bool
    package var stops: [Stop]
    package var extensions: [Extension]
    package var due: Dues
    /// Version of the calendar with which `due` was computed.
    package var calendar: String
    package var missedAt: Moment?
    package var expiredAt: Moment?
    package var endedAt: Moment?
    /// The last change of limits, stops or extensions: it cannot have run out before that.
    package var changedAt: Moment

    /// Whether the limit that counts (the law's if there is one, otherwise the promise) stands still.
    private var isStopped: Bool {
        let hasLaw = limits.statutory != nil
        return stops.contains { $0.to == nil && !(hasLaw && $0.onlyPromised) }
    }

    private var isPromiseStopped: Bool { stops.contains { $0.to == nil } }

    package var state: State {
        if endedAt != nil { return .ended }
        if expiredAt != nil { return .expired }
        return isStopped ? .stopped : .running
    }

    package var isLive: Bool { endedAt == nil && expiredAt == nil }

    /// Both due dates under a calendar. A stopped limit has none: it cannot be said while the stop lasts.
    package func dues(in calendar: WorkCalendar) -> Dues {
        if isUntil { return Dues(promised: until.map { DueDate.on($0) }, legal: nil) }
        let promised = limits.promised.flatMap { period in
            isPromiseStopped ? nil : dueDate(of: period, excluding: stops, in: calendar)
        }
        let legal = limits.statutory.flatMap { period in
            isStopped ? nil : dueDate(of: period, excluding: stops.filter { !$0.onlyPromised }, in: calendar)
        }
        return Dues(promised: promised, legal: legal)
    }

    /// Workdays used up to and including `day`, without stopped days; nil when a year's calendar is missing.
    package func workdaysUsed(through day: Day, in calendar: WorkCalendar) -> Int? {
        let hasLaw = limits.statutory != nil
        let counted = stops.filter { !(hasLaw && $0.onlyPromised) }
        return calendar.workdaysUsed(after: asOf, through: day, excluded: Ledger.ranges(counted, until: day))
    }

    private func dueDate(of period: LegalPeriod, excluding stops: [Stop], in calendar: WorkCalendar) -> DueDate {
        let excluded = Ledger.ranges(stops, until: nil)
        // An extension in the same unit makes the period longer; in another it follows on its end.
        var whole = period
        var following: [LegalPeriod] = []
        for more in extensions.map(\.by) {
            if more.unit == whole.unit, following.isEmpty {
                whole = LegalPeriod(whole.amount + more.amount, whole.unit)
            } else {
                following.append(more)
            }
        }
        var due = calendar.due(whole, from: asOf, startInstant: from, excluded: excluded, rolls: rolls)
        for more in following {
            switch due {
            case .on(let day):
                due = calendar.due(more, from: day, startInstant: .endOf(day), excluded: excluded, rolls: rolls)
            case .at(let moment):
                due = calendar.due(more, from: moment.day, startInstant: moment, excluded: excluded, rolls: rolls)
            case .notYetKnown: return due
            }
        }
        return due
    }

    private static func ranges(_ stops: [Stop], until day: Day?) -> [ClosedRange<Day>] {
        stops.compactMap { stop in
            guard let end = stop.to ?? day, end >= stop.from else { return nil }
            return stop.from...end
        }
    }
}
