import Values

/// Days, times and periods. `now()` and `today()` give the moment of the evaluation, never a clock's.
enum DateFunctions {
    static let all: [FunctionEntry] = [
        FunctionEntry(
            "date", [["from"], ["year", "month", "day"]], kinds: [.any, .number, .number], gives: .fixed(.day),
            traits: [], body: { arguments, _ in date(arguments) }),
        FunctionEntry(
            "time", [["from"], ["hour", "minute", "second"], ["hour", "minute", "second", "offset"]],
            kinds: [.any, .number, .number, .daysDuration], gives: .fixed(.time), traits: [],
            body: { arguments, _ in time(arguments) }),
        FunctionEntry(
            "date and time", [["from"], ["date", "time"]], kinds: [.any, .time], gives: .fixed(.dateTime), traits: [],
            body: { arguments, _ in dateTime(arguments) }),
        FunctionEntry("duration", [["from"]], kinds: [.any], gives: .fixed(.duration), traits: []) { arguments, _ in
            switch arguments[0] {
            case .text(let text): ValueReading.duration(text) ?? .null
            case .daysDuration, .monthsDuration: arguments[0]
            default: .null
            }
        },
        FunctionEntry(
            "years and months duration", [["from", "to"]], kinds: [.any, .any], gives: .fixed(.monthsDuration),
            traits: []
        ) { arguments, _ in
            guard let from = day(arguments[0]), let to = day(arguments[1]) else { return .null }
            return .monthsDuration(months: wholeMonths(from: from, to: to))
        },
        FunctionEntry("now", [[]], kinds: [], gives: .fixed(.dateTime), traits: [.readsOutside]) { _, outside in
            .dateTime(LocalDateTime(outside.moment))
        },
        FunctionEntry("today", [[]], kinds: [], gives: .fixed(.day), traits: [.readsOutside]) { _, outside in
            .day(outside.moment.day)
        },
        of("day of week", gives: .text) {
            .text(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][$0.weekday - 1])
        },
        of("month of year", gives: .text) {
            .text(
                [
                    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                    "November", "December",
                ][$0.month - 1])
        },
        of("day of year", gives: .number) { .number($0.number - Day(wide: $0.year, 1, 1).number + 1) },
        of("week of year", gives: .number) { day in
            // The week belongs to the year of its Thursday (ISO 8601).
            let thursday = day.adding(days: 4 - day.weekday)
            return .number((thursday.number - Day(wide: thursday.year, 1, 1).number) / 7 + 1)
        },
    ]

    private static func of(
        _ name: String, gives: FactType, _ body: @escaping @Sendable (Day) -> FEELValue
    ) -> FunctionEntry {
        FunctionEntry(name, [["date"]], kinds: [.any], gives: .fixed(gives), traits: []) { arguments, _ in
            day(arguments[0]).map(body) ?? .null
        }
    }

    private static func day(_ value: FEELValue) -> Day? {
        switch value {
        case .day(let day): day
        case .dateTime(let dateTime): dateTime.day
        default: nil
        }
    }

    private static func date(_ arguments: [FEELValue]) -> FEELValue {
        if arguments.count == 3 {
            guard let year = arguments[0].number?.whole, let month = arguments[1].number?.whole,
                let dayOfMonth = arguments[2].number?.whole,
                Day.existsWide(year, month, dayOfMonth)
            else { return .null }
            return .day(Day(wide: year, month, dayOfMonth))
        }
        if case .text(let text) = arguments[0] { return Day(wide: text).map { .day($0) } ?? .null }
        return day(arguments[0]).map { .day($0) } ?? .null
    }

    private static func time(_ arguments: [FEELValue]) -> FEELValue {
        guard arguments.count == 1 else { return timeOfParts(arguments) }
        switch arguments[0] {
        case .text(let text): return ValueReading.time(text[...]).map { .time($0) } ?? .null
        case .time: return arguments[0]
        case .dateTime(let dateTime): return .time(dateTime.time)
        case .day: return .time(ClockTime(nanoseconds: 0, zone: .offset(seconds: 0)))
        default: return .null
        }
    }

    private static func timeOfParts(_ arguments: [FEELValue]) -> FEELValue {
        guard let hour = arguments[0].number?.whole, let minute = arguments[1].number?.whole,
            let seconds = arguments[2].number, let second = seconds.floor.whole,
            let fraction = seconds.subtracting(seconds.floor)?.multiplied(by: Decimal(1_000_000_000))?.floor.whole
        else { return .null }
        var zone = TimeZoneOfValue.local
        if arguments.count == 4, !arguments[3].isNull {
            guard case .daysDuration(let offset) = arguments[3], abs(offset) <= 18 * 3600 * Int128(nanosecondsPerSecond)
            else { return .null }
            zone = .offset(seconds: Int(offset / Int128(nanosecondsPerSecond)))
        }
        guard let time = ClockTime(hour: hour, minute: minute, second: second, zone: zone) else { return .null }
        return .time(ClockTime(nanoseconds: time.nanoseconds + Int64(fraction), zone: zone))
    }

    private static func dateTime(_ arguments: [FEELValue]) -> FEELValue {
        if arguments.count == 2 {
            guard let day = day(arguments[0]), case .time(let time) = arguments[1] else { return .null }
            return .dateTime(LocalDateTime(day: day, time: time))
        }
        switch arguments[0] {
        case .text(let text):
            if let day = Day(wide: text) {
                return .dateTime(LocalDateTime(day: day, time: ClockTime(nanoseconds: 0, zone: .local)))
            }
            return ValueReading.dateTime(text).map { .dateTime($0) } ?? .null
        case .dateTime: return arguments[0]
        default: return .null
        }
    }

    /// Whole months between two days, towards zero.
    static func wholeMonths(from: Day, to: Day) -> Int {
        if to < from { return -wholeMonths(from: to, to: from) }
        let (start, end) = (from.parts, to.parts)
        let months = (end.year - start.year) * 12 + end.month - start.month
        return end.day < start.day ? months - 1 : months
    }
}
