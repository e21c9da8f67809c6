import Values

/// The zones that may be named: all of the tz database, with every change since 1970 and the rule that holds from the
/// last one on (`ZoneTable`). A moment before 1970 is taken by what held at the start of that year.
enum ZoneRules {
    /// Changes of one zone, read from its record.
    private struct Zone {
        /// Seconds since 1970-01-01T00:00:00Z.
        let moments: [Int]
        /// Seconds east of UTC before the first change, and after each.
        let offsets: [Int]
        let rule: YearlyRule?

        func offset(at moment: Int) -> Int {
            if let rule, moment >= moments.last ?? .min { return rule.offset(at: moment) }
            var (low, high) = (0, moments.count)
            while low < high {
                let middle = (low + high) / 2
                if moments[middle] <= moment { low = middle + 1 } else { high = middle }
            }
            return offsets[low]
        }
    }

    static func isKnown(_ name: String) -> Bool { zones[name] != nil }

    /// Seconds east of UTC in a zone whose clocks are never changed any more; nil for any other.
    static func fixedOffset(_ name: String) -> Int? {
        guard let zone = zones[name], zone.rule == nil else { return nil }
        return zone.offsets.last
    }

    /// Seconds east of UTC when clocks in the zone show this: an hour that is shown twice is the first of the two, and
    /// one that is left out is counted on from before.
    static func offset(_ name: String, day: Day, second: Int) -> Int? {
        guard let zone = zones[name] else { return nil }
        let shown = day.number * secondsPerDay + second
        let before = zone.offset(at: shown - secondsPerDay)
        let after = zone.offset(at: shown + secondsPerDay)
        if before == after || zone.offset(at: shown - before) == before { return before }
        return zone.offset(at: shown - after) == after ? after : before
    }

    private static let secondsPerDay = 86_400

    // MARK: - Records

    private static let zones: [String: Zone] = {
        var zones: [String: Zone] = [:]
        for text in [ZoneTable.text, ZoneTableContinued.text] {
            for record in text.split(separator: "|") {
                let zone = zone(record)
                for name in record.prefix(while: { $0 != ";" }).split(separator: " ") { zones[String(name)] = zone }
            }
        }
        return zones
    }()

    private static func zone(_ record: Substring) -> Zone {
        let parts = record.split(separator: ";", omittingEmptySubsequences: false)
        let known = parts[2].split(separator: ",").compactMap { Int($0) }
        var moments: [Int] = []
        var offsets = [Int(parts[1]) ?? 0]
        var (delta, unit) = (0, 900)
        for byte in parts[3].utf8 {
            switch byte {
            case 0x7E: unit = 1
            case 0x41...0x5A:
                moments.append((moments.last ?? 0) + delta * unit)
                offsets.append(known[Int(byte) - 0x41])
                (delta, unit) = (0, 900)
            default: delta = delta * 36 + Int(byte) - (byte >= 0x61 ? 0x57 : 0x30)
            }
        }
        return Zone(moments: moments, offsets: offsets, rule: YearlyRule(parts[4]))
    }
}

/// What repeats every year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
private struct YearlyRule {
    private struct Change {
        let month: Int
        /// 5 is the last one.
        let week: Int
        /// 0 is Sunday.
        let weekday: Int
        /// Seconds after midnight, as clocks show them before the change.
        let second: Int

        init?(_ text: Substring) {
            let parts = text.split(separator: "/")
            let numbers = (parts.first ?? "").dropFirst().split(separator: ".").compactMap { Int($0) }
            guard text.first == "M", numbers.count == 3 else { return nil }
            (month, week, weekday) = (numbers[0], numbers[1], numbers[2])
            second = parts.count > 1 ? YearlyRule.seconds(parts[1]) ?? 7200 : 7200
        }

        /// In seconds since 1970 of clocks that show the time before the change.
        func shown(in year: Int) -> Int {
            let first = Day(wide: year, month, 1)
            var day = first.number + (weekday - first.weekday % 7 + 7) % 7 + 7 * (week - 1)
            while day >= first.number + Day.lengthOfMonth(year, month) { day -= 7 }
            return day * 86_400 + second
        }
    }

    private let standard: Int
    private let summer: Int
    private let from: Change
    private let until: Change

    /// nil for a rule without summer time.
    init?(_ text: Substring) {
        let parts = text.split(separator: ",")
        guard parts.count == 3, let from = Change(parts[1]), let until = Change(parts[2]) else { return nil }
        var rest = parts[0]
        guard let standard = YearlyRule.zone(&rest) else { return nil }
        // What is not said is an hour more.
        summer = YearlyRule.zone(&rest) ?? standard + 3600
        self.standard = standard
        self.from = from
        self.until = until
    }

    func offset(at moment: Int) -> Int {
        let year = Day(number: (moment + standard) >= 0 ? (moment + standard) / 86_400 : -1).year
        let start = from.shown(in: year) - standard
        let end = until.shown(in: year) - summer
        let isSummer = start < end ? moment >= start && moment < end : moment >= start || moment < end
        return isSummer ? summer : standard
    }

    /// A name in letters or `<…>`, and the offset after it, which POSIX counts westwards.
    private static func zone(_ rest: inout Substring) -> Int? {
        if rest.first == "<" {
            rest = rest.drop { $0 != ">" }.dropFirst()
        } else {
            rest = rest.drop { $0.isLetter }
        }
        let number = rest.prefix { $0 == "-" || $0 == "+" || $0 == ":" || $0.isNumber }
        rest = rest.dropFirst(number.count)
        return seconds(number).map { -$0 }
    }

    /// `-1`, `5:30`, `24`, `-4:30`.
    private static func seconds(_ text: Substring) -> Int? {
        let isNegative = text.first == "-"
        let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ":").compactMap { Int($0) }
        guard !parts.isEmpty else { return nil }
        let seconds = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return isNegative ? -seconds : seconds
    }
}

extension TimeZoneOfValue {
    /// Seconds east of UTC, where that does not depend on the day.
    var fixedOffset: Int? {
        switch self {
        case .local: nil
        case .offset(let seconds): seconds
        case .named(let name): ZoneRules.fixedOffset(name)
        }
    }
}

extension LocalDateTime {
    /// Nanoseconds since 1970-01-01T00:00:00Z; nil when it is local and so on no place of the earth.
    var instant: Int128? {
        let offset: Int?
        switch time.zone {
        case .local: offset = nil
        case .offset(let seconds): offset = seconds
        case .named(let name):
            offset = ZoneRules.offset(name, day: day, second: Int(time.nanoseconds / nanosecondsPerSecond))
        }
        return offset.map { nanoseconds - Int128($0) * Int128(nanosecondsPerSecond) }
    }

    /// Nanoseconds between two; nil when only one of them is local.
    func distance(from other: LocalDateTime) -> Int128? {
        switch (instant, other.instant) {
        case (let one?, let two?): one - two
        case (nil, nil): nanoseconds - other.nanoseconds
        default: nil
        }
    }
}
