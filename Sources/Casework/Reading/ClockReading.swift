import Definitions
import Values

/// How a clock stands on a day, and why: what pages, boards and notices show of a ledger (期限).
///
/// Worked out from the state and a moment; the state itself never holds "days left".
package struct ClockReading: Hashable, Sendable {
    /// One of the two limits.
    package struct Limit: Hashable, Sendable {
        package let period: LegalPeriod?
        /// nil only while nothing can be said: a date that is not known.
        package let due: DueDate?
        /// The clock stands still: `due` is what it would be if the stop ended today.
        package let isProvisional: Bool
        /// Days left in its own unit (workdays or days) after today; negative when it has passed, 0 on the last day.
        package let left: Int?
        /// It passed before the clock ended, or before now.
        package let isBroken: Bool
        package let citation: Citation?
    }

    /// What explains the due date, in the order in which it happened.
    package enum Entry: Hashable, Sendable {
        case started(on: Day)
        case stopped(ClosedRange<Day>, isOpen: Bool, ground: String, onlyPromised: Bool, law: Citation?)
        case extended(by: LegalPeriod, on: Day, law: Citation?)
        case promisePassed(on: Day)
        case expired(on: Day)
        case ended(on: Day)
    }

    /// How a clock came to its end.
    package enum Ending: Hashable, Sendable {
        /// What it waited for was done.
        case done
        /// The matter ended without it: withdrawn, terminated, a paper that never came.
        case brokenOff
        /// Nothing was done, and time itself brought the consequence (逾期视为).
        case ranOut
    }

    /// Whose time it is: only the office's own is a promise.
    package enum Bearer: Hashable, Sendable {
        case office, applicant
        /// A time that must pass before something may be done.
        case nobody
    }

    package let clock: String
    package let name: Wording
    package let run: Int
    package let state: Ledger.State
    package let bearer: Bearer
    package let startedOn: Day
    package let promise: Limit?
    package let legal: Limit?
    /// Workdays counted so far, without stopped days; nil when a year's calendar is missing.
    package let used: Int?
    /// Days that are not counted, both ends included; an open stop ends today.
    package let pauses: [ClosedRange<Day>]
    /// The last day of its life: it ended, brought its consequence by itself, or the case closed; nothing grows after.
    package let endedOn: Day?
    /// nil while it goes on.
    package let ending: Ending?
    /// Of the warning points before the due date, those that are reached.
    package let warnings: [LegalPeriod]
    package let entries: [Entry]

    /// The limit that the applicant is told first: the promise, otherwise the law's.
    package var told: Limit? { promise ?? legal }
}

extension [ClockReading] {
    /// The one clock that lists and pages show: the main one while it goes on, then the office's next that does, such
    /// as that of delivery; after the end the main one again.
    ///
    /// - Parameter main: id of the plan's main clock.
    package func leading(main: String) -> ClockReading? {
        let own = first { $0.clock == main }
        if let own, own.endedOn == nil { return own }
        let open = filter { $0.endedOn == nil && $0.told != nil }
        return open.first { $0.bearer == .office } ?? open.first { $0.bearer == .applicant } ?? own ?? open.first
            ?? first
    }
}

extension CaseFile {
    /// Every clock of the case, in the order of the definition, the main clock first.
    package func clockReadings(
        by definition: Definition, at moment: Moment, calendar: WorkCalendar
    ) -> [ClockReading] {
        guard let plan = definition.plan(ofVariant: header.variant) else { return [] }
        let main = plan.clocks.filter { $0.id == plan.mainClock }
        return (main + plan.clocks.filter { $0.id != plan.mainClock }).compactMap { rule in
            clocks[rule.id].map { ClockReading($0, rule: rule, of: self, plan, at: moment, calendar: calendar) }
        }
    }

    /// Whether a matter that ended like this was broken off, and not decided.
    fileprivate var isBrokenOff: Bool { outcome.map { brokenOffOutcomes.contains($0) } ?? false }
}

/// Outcomes that are no decision on what was asked.
private let brokenOffOutcomes: Set<String> = ["withdrawn", "lapsed", "terminated"]

extension ClockRule {
    /// Whose time runs: the applicant's when he alone can end it, nobody's when nothing does.
    package func bearer(in plan: Plan) -> ClockReading.Bearer {
        if ends.isEmpty { return .nobody }
        let isApplicants = ends.allSatisfy { event in
            plan.actions.contains { $0.deed.event == event && $0.by.roles == ["applicant"] }
        }
        return isApplicants ? .applicant : .office
    }
}

extension Ledger {
    /// Whether somebody still has to do something under it: a clock that ran out goes on until it is ended, unless its
    /// end of time has brought the consequence already.
    package func isUnfinished(by rule: ClockRule) -> Bool { endedAt == nil && ranOut(by: rule) == nil }

    /// When its end of time brought what the law attaches to it; nil while it did not, and where that has a condition.
    fileprivate func ranOut(by rule: ClockRule) -> Moment? {
        guard let deed = rule.expires, deed.when == nil else { return nil }
        return expiredAt
    }
}

extension ClockReading {
    /// One run of a clock on a day; after its end, or that of the case, on the day of that end.
    init(
        _ ledger: Ledger, rule: ClockRule, of file: CaseFile, _ plan: Plan, at moment: Moment, calendar: WorkCalendar
    ) {
        let ranOut = ledger.endedAt == nil ? ledger.ranOut(by: rule) : nil
        let end = ledger.endedAt ?? ranOut ?? file.closedAt
        let now = end ?? moment
        let today = ranOut?.lastDay ?? now.day
        let resumed = ledger.resumed(on: today)
        let counting = LimitReading(now: now, calendar: calendar, provisional: resumed.dues(in: calendar))
        let isStopped = ledger.isLive && ledger.state == .stopped
        let isPromiseStopped = ledger.isLive && ledger.stops.contains { $0.to == nil }
        clock = ledger.clock
        name = rule.name
        run = ledger.run
        state = ledger.state
        startedOn = ledger.asOf
        if ledger.limits.promised != nil || ledger.isUntil {
            let citation =
                rule.source(ofPromise: ledger.limits.promised) ?? (ledger.limits.statutory == nil ? rule.law : nil)
            // A clock that ended while it stood still was left without a date.
            let isLeft = end != nil && ledger.due.promised == nil
            let due = isPromiseStopped || isLeft ? counting.provisional.promised : ledger.due.promised
            promise = counting.limit(ledger.limits.promised, due, isPromiseStopped, citation)
        } else {
            promise = nil
        }
        legal = ledger.limits.statutory.map {
            let isLeft = end != nil && ledger.due.legal == nil
            let due = isStopped || isLeft ? counting.provisional.legal : ledger.due.legal
            return counting.limit($0, due, isStopped, rule.law)
        }
        used = ledger.workdaysUsed(through: max(today, ledger.asOf), in: calendar)
        pauses = resumed.stops.compactMap { stop in stop.to.flatMap { $0 >= stop.from ? stop.from...$0 : nil } }
        endedOn = end == nil ? nil : today
        let isBrokenOff = file.isBrokenOff && end == file.closedAt
        ending = end == nil ? nil : ranOut != nil ? .ranOut : isBrokenOff ? .brokenOff : .done
        bearer = rule.bearer(in: plan)
        let told = promise ?? legal
        warnings = rule.warns.filter { ClockReading.isReached($0, told?.due, calendar: calendar, today: today) }
        entries = ClockReading.entries(of: ledger, today: today)
    }

    /// Workdays or days from today to the last day; negative when it has passed.
    fileprivate static func left(_ due: DueDate, unit: LegalPeriod.Unit?, today: Day, calendar: WorkCalendar) -> Int? {
        let last: Day
        switch due {
        case .on(let day): last = day
        case .at(let moment): last = moment.day
        case .notYetKnown: return nil
        }
        guard unit == .workdays || unit == .sameDay else { return last.number - today.number }
        if last >= today { return calendar.workdaysUsed(after: today, through: last, excluded: []) }
        return calendar.workdaysUsed(after: last, through: today, excluded: []).map { -$0 }
    }

    /// Whether a warning point before a last day has come; false while the day is not known.
    package static func isWarned(
        _ warnings: [LegalPeriod], before due: DueDate, today: Day, calendar: WorkCalendar
    ) -> Bool {
        warnings.contains { isReached($0, due, calendar: calendar, today: today) }
    }

    private static func isReached(_ warning: LegalPeriod, _ due: DueDate?, calendar: WorkCalendar, today: Day) -> Bool {
        guard let due, let days = left(due, unit: warning.unit, today: today, calendar: calendar) else {
            return false
        }
        switch warning.unit {
        case .workdays, .days: return days <= warning.amount
        case .hours: return days * 24 <= warning.amount
        case .months: return days <= warning.amount * 31
        case .years: return days <= warning.amount * 366
        case .sameDay: return days <= 0
        }
    }

    private static func entries(of ledger: Ledger, today: Day) -> [Entry] {
        var dated: [(day: Day, entry: Entry)] = [(ledger.asOf, .started(on: ledger.asOf))]
        for stop in ledger.stops {
            let end = max(stop.to ?? today, stop.from)
            dated.append(
                (
                    stop.from,
                    .stopped(
                        stop.from...end, isOpen: stop.to == nil, ground: stop.ground, onlyPromised: stop.onlyPromised,
                        law: stop.law)
                ))
        }
        for more in ledger.extensions {
            dated.append((more.at.day, .extended(by: more.by, on: more.at.day, law: more.law)))
        }
        // An instant of 00:00 is 24:00 of the day before, on which the time ran out.
        if let missed = ledger.missedAt { dated.append((missed.lastDay, .promisePassed(on: missed.lastDay))) }
        if let expired = ledger.expiredAt { dated.append((expired.lastDay, .expired(on: expired.lastDay))) }
        if let ended = ledger.endedAt { dated.append((ended.day, .ended(on: ended.day))) }
        return dated.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element.entry)
    }
}

/// What both limits of a clock are read with.
private struct LimitReading {
    let now: Moment
    let calendar: WorkCalendar
    /// The due dates if every stop ended now.
    let provisional: Dues

    func limit(_ period: LegalPeriod?, _ due: DueDate?, _ isProvisional: Bool, _ law: Citation?) -> ClockReading.Limit {
        ClockReading.Limit(
            period: period, due: due, isProvisional: isProvisional,
            left: due.flatMap { ClockReading.left($0, unit: period?.unit, today: now.day, calendar: calendar) },
            isBroken: due?.instant.map { $0 <= now } ?? false, citation: law)
    }
}

extension Ledger {
    /// The same ledger with every stop ended on a day.
    fileprivate func resumed(on day: Day) -> Ledger {
        var ledger = self
        for at in ledger.stops.indices where ledger.stops[at].to == nil {
            ledger.stops[at].to = max(day, ledger.stops[at].from)
        }
        return ledger
    }
}

extension Moment {
    /// The day on which a period that ends at this instant ended: 00:00 belongs to the day before.
    fileprivate var lastDay: Day { millisecondsOfDay == 0 ? day.previous : day }
}
