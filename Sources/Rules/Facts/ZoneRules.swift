import Values

/// The zones that may be named, with the rules in force today (source: the tz database, 2024a): a fixed offset, or
/// two offsets and the days on which they change. A moment before those rules is taken by them, too.
enum ZoneRules {
    /// A change on the n-th (−1: last) Sunday of a month, at an hour of standard time or of UTC.
    private struct Change {
        let month: Int
        /// 1 for the first; −1 for the last.
        let sunday: Int
        /// Seconds after midnight of that day, by the standard time of the zone.
        let second: Int
    }

    private enum Rule {
        case fixed(Int)
        case summer(standard: Int, from: Change, until: Change)
    }

    static func isKnown(_ name: String) -> Bool { rule(name) != nil }

    /// Seconds east of UTC in a zone without summer time; nil for any other.
    static func fixedOffset(_ name: String) -> Int? {
        if case .fixed(let offset)? = rule(name) { return offset }
        return nil
    }

    /// Seconds east of UTC when clocks in the zone show this; an hour that is shown twice is the first of the two.
    static func offset(_ name: String, day: Day, second: Int) -> Int? {
        switch rule(name) {
        case nil: return nil
        case .fixed(let offset)?: return offset
        case .summer(let standard, let from, let until)?:
            let now = (day.number, second)
            let start = (ZoneRules.day(of: from, year: day.year), from.second)
            // Clocks show summer time until the change.
            let end = (ZoneRules.day(of: until, year: day.year), until.second + 3600)
            let isSummer = start < end ? now >= start && now < end : now >= start || now < end
            return isSummer ? standard + 3600 : standard
        }
    }

    private static func day(of change: Change, year: Int) -> Int {
        if change.sunday > 0 {
            let first = Day(wide: year, change.month, 1)
            return first.number + (7 - first.weekday) % 7 + 7 * (change.sunday - 1)
        }
        let last = Day(wide: year, change.month, Day.lengthOfMonth(year, change.month))
        return last.number - last.weekday % 7
    }

    private static func rule(_ name: String) -> Rule? {
        if let hours = fixed[name] { return .fixed(Int(hours * 2) * 1800) }
        if let hours = european[name] {
            // All of the Union at 01:00 UTC.
            return .summer(
                standard: hours * 3600, from: Change(month: 3, sunday: -1, second: (1 + hours) * 3600),
                until: Change(month: 10, sunday: -1, second: (1 + hours) * 3600))
        }
        if let hours = american[name] {
            return .summer(
                standard: hours * 3600, from: Change(month: 3, sunday: 2, second: 7200),
                until: Change(month: 11, sunday: 1, second: 3600))
        }
        if let hours = australian[name] {
            return .summer(
                standard: Int(hours * 2) * 1800, from: Change(month: 10, sunday: 1, second: 7200),
                until: Change(month: 4, sunday: 1, second: 7200))
        }
        guard name == "Pacific/Auckland" else { return nil }
        return .summer(
            standard: 12 * 3600, from: Change(month: 9, sunday: -1, second: 7200),
            until: Change(month: 4, sunday: 1, second: 7200))
    }

    /// Hours east of UTC.
    private static let fixed: [String: Double] = [
        "UTC": 0, "Etc/UTC": 0, "GMT": 0, "Etc/GMT": 0, "Asia/Shanghai": 8, "Asia/Chongqing": 8, "Asia/Urumqi": 6,
        "Asia/Hong_Kong": 8, "Asia/Macau": 8, "Asia/Taipei": 8, "Asia/Singapore": 8, "Asia/Kuala_Lumpur": 8,
        "Asia/Manila": 8, "Asia/Tokyo": 9, "Asia/Seoul": 9, "Asia/Bangkok": 7, "Asia/Ho_Chi_Minh": 7,
        "Asia/Jakarta": 7, "Asia/Dhaka": 6, "Asia/Kolkata": 5.5, "Asia/Karachi": 5, "Asia/Dubai": 4,
        "Asia/Riyadh": 3, "Asia/Baghdad": 3, "Europe/Moscow": 3, "Europe/Istanbul": 3, "Africa/Nairobi": 3,
        "Africa/Johannesburg": 2, "Africa/Lagos": 1, "Africa/Abidjan": 0, "Atlantic/Reykjavik": 0,
        "America/Sao_Paulo": -3, "America/Argentina/Buenos_Aires": -3, "America/Bogota": -5, "America/Lima": -5,
        "America/Mexico_City": -6, "America/Phoenix": -7, "Pacific/Honolulu": -10, "Australia/Brisbane": 10,
        "Australia/Perth": 8, "Australia/Darwin": 9.5,
    ]

    private static let european: [String: Int] = [
        "Europe/London": 0, "Europe/Dublin": 0, "Europe/Lisbon": 0, "Europe/Paris": 1, "Europe/Berlin": 1,
        "Europe/Madrid": 1, "Europe/Rome": 1, "Europe/Vienna": 1, "Europe/Zurich": 1, "Europe/Brussels": 1,
        "Europe/Amsterdam": 1, "Europe/Stockholm": 1, "Europe/Oslo": 1, "Europe/Copenhagen": 1, "Europe/Prague": 1,
        "Europe/Warsaw": 1, "Europe/Budapest": 1, "Europe/Athens": 2, "Europe/Helsinki": 2, "Europe/Kyiv": 2,
        "Europe/Bucharest": 2, "Europe/Sofia": 2, "CET": 1, "EET": 2,
    ]

    private static let american: [String: Int] = [
        "America/New_York": -5, "America/Toronto": -5, "America/Detroit": -5, "America/Chicago": -6,
        "America/Winnipeg": -6, "America/Denver": -7, "America/Edmonton": -7, "America/Los_Angeles": -8,
        "America/Vancouver": -8, "America/Anchorage": -9, "America/Halifax": -4,
    ]

    private static let australian: [String: Double] = [
        "Australia/Melbourne": 10, "Australia/Sydney": 10, "Australia/Hobart": 10, "Australia/Canberra": 10,
        "Australia/Adelaide": 9.5,
    ]
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
