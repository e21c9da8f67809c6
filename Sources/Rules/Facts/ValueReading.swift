import Values

/// Days, times and periods as FEEL writes them (a part of ISO 8601).
enum ValueReading {
    /// What `@"…"` says: a day, a date and time, a time or a period; nil when it is none of them.
    static func temporal(_ text: String) -> FEELValue? {
        if let day = Day(wide: text) { return .day(day) }
        if let dateTime = dateTime(text) { return .dateTime(dateTime) }
        if let time = time(text[...]) { return .time(time) }
        return duration(text)
    }

    /// `2026-03-02T09:15:00`, with fraction and zone as they come.
    static func dateTime(_ text: String) -> LocalDateTime? {
        guard let mark = text.firstIndex(of: "T"), let day = Day(wide: text[..<mark]) else { return nil }
        let rest = text[text.index(after: mark)...]
        if let time = time(rest) { return LocalDateTime(day: day, time: time) }
        // The end of a day is the start of the next one.
        guard rest.hasPrefix("24:00:00"), let time = time(("00:00:00" + rest.dropFirst(8))[...]), time.nanoseconds == 0,
            let next = Day(checked: day.number + 1)
        else { return nil }
        return LocalDateTime(day: next, time: time)
    }

    /// `09:15:00`, `09:15:00.123`, `09:15:00Z`, `09:15:00+08:00`, `09:15:00@Asia/Shanghai`.
    static func time(_ text: Substring) -> ClockTime? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 8, bytes[2] == 0x3A, bytes[5] == 0x3A, let hour = twoDigits(bytes, at: 0),
            let minute = twoDigits(bytes, at: 3), let second = twoDigits(bytes, at: 6)
        else { return nil }
        var rest = bytes[8...]
        var fraction: Int64 = 0
        if rest.first == 0x2E {
            let digits = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !digits.isEmpty else { return nil }
            fraction = nanoseconds(digits)
            rest = rest[digits.endIndex...]
        }
        guard let zone = zone(rest), let whole = ClockTime(hour: hour, minute: minute, second: second, zone: zone)
        else { return nil }
        return ClockTime(nanoseconds: whole.nanoseconds + fraction, zone: zone)
    }

    /// `P1Y6M`, `-P3M` (years and months), `P10D`, `P1DT2H30M`, `PT0.5S` (days and time); nil when both are mixed.
    static func duration(_ text: String) -> FEELValue? {
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == 0x2D
        if isNegative { rest = rest.dropFirst() }
        guard rest.first == 0x50 else { return nil }
        rest = rest.dropFirst()
        guard !rest.isEmpty, rest.last != 0x54 else { return nil }
        var reader = PeriodReader(rest: rest)
        guard reader.readAll() else { return nil }
        let sign = isNegative ? -1 : 1
        if reader.hasMonths {
            return reader.hasTime ? nil : .monthsDuration(months: sign * reader.months)
        }
        return .daysDuration(nanoseconds: Int128(sign) * reader.nanoseconds)
    }

    private static func zone(_ bytes: ArraySlice<UInt8>) -> TimeZoneOfValue? {
        guard let first = bytes.first else { return .local }
        let rest = Array(bytes.dropFirst())
        switch first {
        case 0x5A: return rest.isEmpty || rest == [0x7A] ? .offset(seconds: 0) : nil
        case 0x40:
            let name = String(decoding: rest, as: UTF8.self)
            guard !rest.isEmpty, rest.count <= 40, name.allSatisfy({ $0.isLetter || "/_+-0123456789".contains($0) })
            else { return nil }
            if name == "Asia/Shanghai" || name == "Asia/Chongqing" { return .offset(seconds: 8 * 3600) }
            return ZoneRules.isKnown(name) ? .named(name) : nil
        case 0x2B, 0x2D:
            guard rest.count == 5 || rest.count == 8, rest[2] == 0x3A, let hours = twoDigits(rest, at: 0),
                let minutes = twoDigits(rest, at: 3), hours <= 18, minutes < 60
            else { return nil }
            var seconds = hours * 3600 + minutes * 60
            if rest.count == 8 {
                guard rest[5] == 0x3A, let more = twoDigits(rest, at: 6), more < 60 else { return nil }
                seconds += more
            }
            return .offset(seconds: first == 0x2B ? seconds : -seconds)
        default: return nil
        }
    }

    private static func twoDigits(_ bytes: [UInt8], at index: Int) -> Int? {
        let (high, low) = (bytes[index], bytes[index + 1])
        guard (0x30...0x39).contains(high), (0x30...0x39).contains(low) else { return nil }
        return Int(high - 0x30) * 10 + Int(low - 0x30)
    }

    /// The first nine digits of a fraction of a second.
    fileprivate static func nanoseconds(_ digits: ArraySlice<UInt8>) -> Int64 {
        var value: Int64 = 0
        let kept = digits.prefix(9)
        for digit in kept { value = value * 10 + Int64(digit - 0x30) }
        for _ in kept.count..<9 { value *= 10 }
        return value
    }
}

/// Reads amounts with their letters, in the order of ISO 8601.
private struct PeriodReader {
    var rest: ArraySlice<UInt8>
    private(set) var months = 0
    private(set) var nanoseconds: Int128 = 0
    private(set) var hasMonths = false
    private(set) var hasTime = false
    private var isAfterT = false
    private var lastRank = 0

    init(rest: ArraySlice<UInt8>) {
        self.rest = rest
    }

    mutating func readAll() -> Bool {
        while let byte = rest.first {
            if byte == 0x54 {
                guard !isAfterT else { return false }
                isAfterT = true
                rest = rest.dropFirst()
            } else if !readAmount() {
                return false
            }
        }
        return hasMonths || hasTime
    }

    private mutating func readAmount() -> Bool {
        let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !digits.isEmpty, digits.count <= 12, let amount = Int(String(decoding: digits, as: UTF8.self)) else {
            return false
        }
        rest = rest[digits.endIndex...]
        var fraction: Int64 = 0
        if rest.first == 0x2E {
            let places = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard isAfterT else { return false }
            fraction = ValueReading.nanoseconds(places)
            rest = rest[places.endIndex...]
            guard rest.first == 0x53 else { return false }
        }
        guard let letter = rest.first else { return false }
        rest = rest.dropFirst()
        return take(amount, fraction: fraction, letter: letter)
    }

    private mutating func take(_ amount: Int, fraction: Int64, letter: UInt8) -> Bool {
        let rank: Int
        switch (letter, isAfterT) {
        case (0x59, false): (rank, months, hasMonths) = (1, months + amount * 12, true)
        case (0x4D, false): (rank, months, hasMonths) = (2, months + amount, true)
        case (0x44, false):
            (rank, hasTime) = (3, true)
            nanoseconds += Int128(amount) * Int128(nanosecondsPerDay)
        case (0x48, true):
            (rank, hasTime) = (4, true)
            nanoseconds += Int128(amount) * 3600 * Int128(nanosecondsPerSecond)
        case (0x4D, true):
            (rank, hasTime) = (5, true)
            nanoseconds += Int128(amount) * 60 * Int128(nanosecondsPerSecond)
        case (0x53, true):
            (rank, hasTime) = (6, true)
            nanoseconds += Int128(amount) * Int128(nanosecondsPerSecond) + Int128(fraction)
        default: return false
        }
        guard rank > lastRank else { return false }
        lastRank = rank
        return true
    }
}

extension FEELValue {
    /// A day, a time, a date and time or a period, as written in ISO 8601; nil when the text is none of them.
    package init?(temporal text: String) {
        guard let value = ValueReading.temporal(text) else { return nil }
        self = value
    }
}
