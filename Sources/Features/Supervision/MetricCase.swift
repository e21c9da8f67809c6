import Values

/// What metrics must remember of a case until it ends; never a sealed value.
struct MetricCase: Hashable, Sendable {
    /// One run of a clock, as its ledger has it (台账).
    struct Clock: Hashable, Sendable {
        struct Stop: Hashable, Sendable {
            var whileOpen: String
            var onlyPromised: Bool
            var from: Day
            var to: Day?
        }

        var asOf: Day
        var from: Moment
        var statutory: LegalPeriod?
        var promised: LegalPeriod?
        var stops: [Stop] = []
        /// The promise, or the legal time, passed in this run or an earlier one.
        var isMissed: Bool
        var isLate: Bool
        var ended: Day?
    }

    var service: String
    var variant: String?
    var procedure: String
    var track: String
    var channel: String
    var region: String
    var unit: String
    var openedBy: String
    var isMember: Bool
    /// Whether somebody outside of the administration may file it.
    var isApplication: Bool
    var isBundle: Bool
    /// The clock that the procedure names as its main one.
    var mainClock: String
    var filed: Day
    var outcome: String?
    /// Open facts that some metric reads.
    var facts: [String: JSON] = [:]
    var clocks: [String: Clock] = [:]
    var happened: [String: Int] = [:]
    /// `materials`, `uploads`, `members` …
    var counts: [String: Int] = [:]
}

extension MetricCase.Clock {
    /// Workdays used up to a day, without stopped ones; nil when a year's calendar is missing.
    func used(through day: Day, in calendar: WorkCalendar) -> Int? {
        let end = min(ended ?? day, day)
        let hasLaw = statutory != nil
        let excluded = stops.filter { !(hasLaw && $0.onlyPromised) }.compactMap { stop -> ClosedRange<Day>? in
            let last = stop.to ?? end
            return last >= stop.from ? stop.from...last : nil
        }
        return calendar.workdaysUsed(after: asOf, through: end, excluded: excluded)
    }

    /// A limit in workdays from the day of the start, whatever its unit; nil when it cannot be said.
    func workdays(of limit: LegalPeriod?, in calendar: WorkCalendar) -> Int? {
        guard let limit else { return nil }
        if limit.unit == .workdays { return limit.amount }
        if limit.unit == .sameDay { return 0 }
        let last: Day
        switch calendar.due(limit, from: asOf, startInstant: from, excluded: [], rolls: false) {
        case .on(let day): last = day
        case .at(let moment): last = moment.day
        case .notYetKnown: return nil
        }
        return calendar.workdaysUsed(after: asOf, through: last, excluded: [])
    }
}

// MARK: As text

extension MetricCase {
    /// Reads what `text` wrote; nil for anything else.
    init?(text: String) {
        guard let json = JSON(text: text), let service = json["s"]?.text, let procedure = json["p"]?.text,
            let region = json["r"]?.text, let unit = json["u"]?.text, let filed = json["f"]?.text.flatMap({ Day($0) })
        else { return nil }
        self.init(
            service: service, variant: json["v"]?.text, procedure: procedure, track: json["t"]?.text ?? "",
            channel: json["c"]?.text ?? "", region: region, unit: unit, openedBy: json["o"]?.text ?? "",
            isMember: json["m"]?.bool ?? false, isApplication: json["a"]?.bool ?? false,
            isBundle: json["b"]?.bool ?? false, mainClock: json["k"]?.text ?? "", filed: filed,
            outcome: json["out"]?.text, facts: json["facts"]?.map ?? [:],
            clocks: (json["clocks"]?.map ?? [:]).compactMapValues { Clock($0) },
            happened: (json["did"]?.map ?? [:]).compactMapValues(\.number),
            counts: (json["n"]?.map ?? [:]).compactMapValues(\.number))
    }

    /// One short text; empty parts are left out.
    var text: String {
        var json: [String: JSON] = [
            "s": .text(service), "p": .text(procedure), "r": .text(region), "u": .text(unit),
            "f": .text(filed.description), "t": .text(track), "c": .text(channel), "o": .text(openedBy),
            "k": .text(mainClock),
        ]
        if let variant { json["v"] = .text(variant) }
        if let outcome { json["out"] = .text(outcome) }
        for (key, holds) in [("m", isMember), ("a", isApplication), ("b", isBundle)] where holds {
            json[key] = .bool(holds)
        }
        if !facts.isEmpty { json["facts"] = .map(facts) }
        if !clocks.isEmpty { json["clocks"] = .map(clocks.mapValues(\.json)) }
        if !happened.isEmpty { json["did"] = .map(happened.mapValues { .number(Int64($0)) }) }
        if !counts.isEmpty { json["n"] = .map(counts.mapValues { .number(Int64($0)) }) }
        return JSON.map(json).canonicalText
    }
}

extension MetricCase.Clock {
    fileprivate init?(_ json: JSON) {
        guard let asOf = json["a"]?.text.flatMap({ Day($0) }), let from = json["f"]?.text.flatMap({ Moment(local: $0) })
        else { return nil }
        self.init(
            asOf: asOf, from: from, statutory: json["l"]?.text.flatMap { LegalPeriod($0) },
            promised: json["p"]?.text.flatMap { LegalPeriod($0) },
            stops: (json["s"]?.list ?? []).compactMap { Stop($0) }, isMissed: json["m"]?.bool ?? false,
            isLate: json["x"]?.bool ?? false, ended: json["e"]?.text.flatMap { Day($0) })
    }

    fileprivate var json: JSON {
        var json: [String: JSON] = ["a": .text(asOf.description), "f": .text(from.local)]
        if let statutory { json["l"] = .text(statutory.description) }
        if let promised { json["p"] = .text(promised.description) }
        if !stops.isEmpty { json["s"] = .list(stops.map(\.json)) }
        if isMissed { json["m"] = .bool(isMissed) }
        if isLate { json["x"] = .bool(isLate) }
        if let ended { json["e"] = .text(ended.description) }
        return .map(json)
    }
}

extension MetricCase.Clock.Stop {
    fileprivate init?(_ json: JSON) {
        guard let from = json["f"]?.text.flatMap({ Day($0) }) else { return nil }
        self.init(
            whileOpen: json["w"]?.text ?? "", onlyPromised: json["o"]?.bool ?? false, from: from,
            to: json["t"]?.text.flatMap { Day($0) })
    }

    fileprivate var json: JSON {
        [
            "w": .text(whileOpen), "o": .bool(onlyPromised), "f": .text(from.description),
            "t": to.map { .text($0.description) } ?? .null,
        ]
    }
}
