import Definitions
import Synchronization
import Values
import Web

/// The names of one definition, as lists show them.
package struct WorklistNames: Sendable {
    let service: Wording
    let tasks: [String: Wording]
    /// Workdays left at which the light turns amber.
    let warnAt: Int

    init(_ definition: Definition) {
        service = definition.service.name
        let rules = definition.plans.flatMap(\.tasks)
        tasks = Dictionary(rules.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let plan = definition.plans[0]
        let main = plan.clocks.first { $0.id == plan.mainClock }
        warnAt = main?.warns.first { $0.unit == .workdays }?.amount ?? 0
    }
}

/// Words and small clocks of worklists, made once: names of services and tasks by definition, clocks by their days.
///
/// Definitions are immutable by their hash, and a small clock depends only on its days and on today.
package final class WorklistTexts: Sendable {
    private struct ClockKey: Hashable {
        let since: Day
        let due: Day
        let unit: LegalPeriod.Unit
        let warnAt: Int
        let language: Language
    }

    /// A small clock and how urgent it is.
    struct Mini: Sendable {
        let html: HTML
        let tone: Tone
    }

    private struct Clocks {
        var today: Day?
        var calendar = ""
        var minis: [ClockKey: Mini] = [:]
    }

    private static let mostClocks = 5000
    private let names = Mutex<[String: WorklistNames]>([:])
    private let clocks = Mutex(Clocks())

    package init() {}

    func names(of hash: String) -> WorklistNames? { names.withLock { $0[hash] } }

    func keep(_ definition: Definition) -> WorklistNames {
        let made = WorklistNames(definition)
        names.withLock { $0[definition.hash] = made }
        return made
    }

    /// From the day on which the task came to the last day, as it stands today; days are counted as the case's own
    /// page counts them.
    func mini(
        since: Day, due: (day: Day, unit: LegalPeriod.Unit), warnAt: Int, on today: Day, by calendar: WorkCalendar,
        in language: Language
    ) -> Mini {
        let key = ClockKey(since: since, due: due.day, unit: due.unit, warnAt: warnAt, language: language)
        let kept = clocks.withLock { clocks -> Mini? in
            if clocks.today != today || clocks.calendar != calendar.version || clocks.minis.count > Self.mostClocks {
                clocks = Clocks(today: today, calendar: calendar.version, minis: [:])
            }
            return clocks.minis[key]
        }
        if let kept { return kept }
        // A task that came when the time was over already is late by all days since then, and not since it came.
        let facts = ClockFacts(
            startedOn: min(since, due.day), promise: ClockFacts.Limit(LegalPeriod(1, due.unit), due: .on(due.day)),
            legal: nil, pauses: [], isPaused: false, end: nil, isOffices: true, warnAt: warnAt)
        let view = ClockView(of: facts, calendar: calendar, today: today)
        let tone: Tone =
            switch view.lightState {
            case .bad: .bad
            case .warn: .warn
            case .normal, .pause: .plain
            }
        let mini = Mini(html: view.mini(in: language), tone: tone)
        clocks.withLock { if $0.today == today { $0.minis[key] = mini } }
        return mini
    }
}
