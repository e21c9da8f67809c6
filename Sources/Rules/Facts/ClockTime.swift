import Values

let nanosecondsPerSecond: Int64 = 1_000_000_000
let nanosecondsPerDay: Int64 = 86_400 * nanosecondsPerSecond

/// Where on earth a time is meant; facts of a case have none and are local (Asia/Shanghai).
package enum TimeZoneOfValue: Hashable, Sendable {
    case local
    /// Seconds east of UTC, within ±18 hours.
    case offset(seconds: Int)
    /// A zone that `ZoneRules` knows.
    case named(String)

    var text: String {
        switch self {
        case .local: ""
        case .named(let name): "@" + name
        case .offset(0): "Z"
        case .offset(let seconds):
            (seconds < 0 ? "-" : "+") + twoDigits(abs(seconds) / 3600) + ":" + twoDigits(abs(seconds) / 60 % 60)
                + (seconds % 60 == 0 ? "" : ":" + twoDigits(abs(seconds) % 60))
        }
    }
}

/// A time of day.
package struct ClockTime: Hashable, Sendable {
    /// Since midnight, 0 ..< 86,400,000,000,000.
    package let nanoseconds: Int64
    package let zone: TimeZoneOfValue

    package init(nanoseconds: Int64, zone: TimeZoneOfValue) {
        self.nanoseconds = nanoseconds
        self.zone = zone
    }

    /// nil when no clock shows that time.
    package init?(hour: Int, minute: Int, second: Int, zone: TimeZoneOfValue) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        self.init(nanoseconds: Int64(hour * 3600 + minute * 60 + second) * nanosecondsPerSecond, zone: zone)
    }

    package var hour: Int { Int(nanoseconds / nanosecondsPerSecond) / 3600 }
    package var minute: Int { Int(nanoseconds / nanosecondsPerSecond) / 60 % 60 }
    package var second: Int { Int(nanoseconds / nanosecondsPerSecond) % 60 }
    var fraction: Int64 { nanoseconds % nanosecondsPerSecond }

    /// `09:15:00`, `09:15:00.5+08:00`.
    package var text: String {
        twoDigits(hour) + ":" + twoDigits(minute) + ":" + twoDigits(second) + fractionText(fraction) + zone.text
    }
}

/// A day with a time of day.
package struct LocalDateTime: Hashable, Sendable {
    package let day: Day
    package let time: ClockTime

    package init(day: Day, time: ClockTime) {
        self.day = day
        self.time = time
    }

    /// The local date and time of an instant, in Asia/Shanghai.
    package init(_ moment: Moment) {
        day = moment.day
        time = ClockTime(nanoseconds: Int64(moment.millisecondsOfDay) * 1_000_000, zone: .local)
    }

    /// Nanoseconds since 1970-01-01T00:00:00 of its own zone.
    var nanoseconds: Int128 { Int128(day.number) * Int128(nanosecondsPerDay) + Int128(time.nanoseconds) }

    /// nil beyond the last day of the standard.
    init?(nanoseconds: Int128, zone: TimeZoneOfValue) {
        let length = Int128(nanosecondsPerDay)
        var (days, rest) = nanoseconds.quotientAndRemainder(dividingBy: length)
        if rest < 0 { (days, rest) = (days - 1, rest + length) }
        guard let number = Int(exactly: days), let day = Day(checked: number) else { return nil }
        self.init(day: day, time: ClockTime(nanoseconds: Int64(rest), zone: zone))
    }

    /// `2026-03-02T09:15:00`.
    package var text: String { day.description + "T" + time.text }
}

extension Day {
    /// nil outside the years −999,999,999 to 999,999,999, which is as far as the standard goes.
    init?(checked number: Int) {
        guard (-365_243_219_162...365_241_780_471).contains(number) else { return nil }
        self.init(number: number)
    }

    func checkedAdding(months: Int) -> Day? {
        guard (-24_000_000_000...24_000_000_000).contains(months) else { return nil }
        return Day(checked: adding(months: months).number)
    }
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

func fractionText(_ nanoseconds: Int64) -> String {
    guard nanoseconds != 0 else { return "" }
    let digits = String(nanoseconds)
    let padded = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    return "." + String(padded.reversed().drop { $0 == "0" }.reversed())
}
