import Casework
import Definitions
import Rules
import Values

extension MetricCounter {
    /// Counts the opening of a case.
    mutating func countOpening(_ file: MetricCase, _ event: PastEvent) {
        observe(observation(of: file, event, [.filing], [:]), weight: 1)
        countEvidence(of: file, event)
    }

    /// Counts an event by which a case goes on; `file` is the state after it.
    mutating func countDeed(_ file: MetricCase, _ event: PastEvent) {
        let open = event.body.open
        switch CaseEventKind(rawValue: event.body.kind) {
        case .acted:
            guard let name = open["event"]?.text else { return }
            let deed: [String: FEELValue] = [
                "event": .text(name), "issues": open["issues"]?.text.map { .text($0) } ?? .null,
                "is_deemed": .boolean(open["deemed"]?.bool ?? false),
                "is_automatic": .boolean(open["auto"]?.bool ?? false),
            ]
            observe(observation(of: file, event, [.deed, .event(name)], deed), weight: 1)
        case .evidenceAdded: countEvidence(of: file, event)
        case .stageEntered:
            guard open["final"]?.bool == true else { return }
            let sources: [MetricSource] = [.closed(nil), .closed(file.procedure), .closed(file.service)]
            observe(observation(of: file, event, Array(Set(sources)), [:]), weight: 1)
        default: break
        }
    }

    private mutating func countEvidence(of file: MetricCase, _ event: PastEvent) {
        for answer in event.body.open["evidence"]?.list ?? [] {
            let more: [String: FEELValue] = [
                "source": .text(answer["source"]?.text ?? ""), "need": .text(answer["need"]?.text ?? ""),
                "grade": .text(answer["grade"]?.text ?? ""),
            ]
            observe(observation(of: file, event, [.evidence], more), weight: 1)
        }
    }

    private func observation(
        of file: MetricCase, _ event: PastEvent, _ sources: [MetricSource], _ more: [String: FEELValue]
    ) -> Observation {
        let day = event.body.effective.day
        let cell = MetricCell(
            day: day, posted: event.at.day, service: file.service, unit: file.unit, region: file.region,
            channel: file.channel)
        let names = MetricCaseNames(file: file, day: day, calendar: calendar, facts: book.facts)
        let found = FoundNames()
        return Observation(sources: sources, cell: cell, caseID: event.stream) { name in
            more[name] ?? found.value(of: name, by: names)
        }
    }

    // MARK: Ratings

    /// A further rating takes the place of the first, at the day of the first.
    mutating func countRating(_ event: PastEvent) {
        let open = event.body.open
        guard let grade = open["grade"]?.number else { return }
        let day = open["rated_on"]?.text.flatMap { Day($0) } ?? event.at.day
        if let was = open["was"]?.number { observe(rating(event, was, day, isFurther: false), weight: -1) }
        observe(rating(event, grade, day, isFurther: open["was"]?.number != nil), weight: 1)
    }

    private func rating(_ event: PastEvent, _ grade: Int, _ day: Day, isFurther: Bool) -> Observation {
        let open = event.body.open
        func text(_ key: String) -> String { open[key]?.text ?? "" }
        let cell = MetricCell(
            day: day, posted: event.at.day, service: text("service"), unit: text("unit"), region: text("region"),
            channel: text("channel"))
        return Observation(sources: [.rating], cell: cell, caseID: nil) { name in
            switch name {
            case "grade": .number(grade)
            case "is_further": .boolean(isFurther)
            default: open[name]?.text.map { .text($0) } ?? .null
            }
        }
    }
}

/// Names that some expression has asked for already; many metrics ask for the same ones.
///
/// A class, because an observation's closure shares what was found with the next expression.
private final class FoundNames {
    private var values: [String: FEELValue] = [:]

    func value(of name: String, by names: MetricCaseNames) -> FEELValue {
        if let known = values[name] { return known }
        let value = names.value(of: name)
        values[name] = value
        return value
    }
}

/// The names that expressions may ask of a case (`MetricNames`), worked out when they are read.
struct MetricCaseNames {
    let file: MetricCase
    let day: Day
    let calendar: WorkCalendar
    let facts: [String: FactType]

    func value(of name: String) -> FEELValue {
        switch name {
        case "service": .text(file.service)
        case "variant": file.variant.map { .text($0) } ?? .null
        case "procedure": .text(file.procedure)
        case "track": .text(file.track)
        case "channel": .text(file.channel)
        case "region": .text(file.region)
        case "unit": .text(file.unit)
        case "opened_by": .text(file.openedBy)
        case "outcome": file.outcome.map { .text($0) } ?? .null
        case "is_member": .boolean(file.isMember)
        case "is_bundle": .boolean(file.isBundle)
        case "is_application": .boolean(file.isApplication)
        case "materials", "uploads", "certificates", "registers", "earlier_cases", "promises", "deferred", "members":
            .number(file.counts[name] ?? 0)
        case "days": .number(day.number - file.filed.number)
        case "workdays":
            calendar.workdaysUsed(after: file.filed, through: day, excluded: []).map { .number($0) } ?? .unknown(name)
        default: below(name)
        }
    }

    /// `main.used`, `clocks.decide.used`, `happened.granted.times`, or a fact.
    private func below(_ name: String) -> FEELValue {
        if let type = facts[name] {
            return file.facts[name].flatMap { FEELValue($0, as: type) } ?? .unknown(name)
        }
        let words = name.split(separator: ".").map(String.init)
        switch (words.first, words.count) {
        case ("main", 2): return clock(file.mainClock, words[1], name)
        case ("clocks", 3): return clock(words[1], words[2], name)
        case ("happened", 3): return .number(file.happened[words[1]] ?? 0)
        default: return .null
        }
    }

    private func clock(_ id: String, _ what: String, _ name: String) -> FEELValue {
        guard let clock = file.clocks[id] else {
            return ["ran", "missed", "late"].contains(what) ? .boolean(false) : .null
        }
        func days(_ limit: LegalPeriod?) -> FEELValue {
            guard limit != nil else { return .null }
            return clock.workdays(of: limit, in: calendar).map { .number($0) } ?? .unknown(name)
        }
        switch what {
        case "ran": return .boolean(true)
        case "missed": return .boolean(clock.isMissed)
        case "late": return .boolean(clock.isLate)
        case "statutory": return days(clock.statutory)
        case "promised": return days(clock.promised)
        default: return clock.used(through: day, in: calendar).map { .number($0) } ?? .unknown(name)
        }
    }
}
