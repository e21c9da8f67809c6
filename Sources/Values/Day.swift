/// A calendar day in the Gregorian calendar, without time or zone (日).
///
/// Stored as the number of days since 1970-01-01. Years 1 to 9999 in what is recorded; expressions go further.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    /// The first day that anybody may give as an answer: nothing that is asked of people today lies before it, and a
    /// year before it is one of two digits or a slip.
    package static let earliestAnswer = Day(1900, 1, 1)

    /// The day of that date; the date must exist (use `init?(year:month:day:)` for input from outside).
    package init(_ year: Int, _ month: Int, _ day: Int) {
        precondition(Day.exists(year, month, day), "\(year)-\(month)-\(day) is not a date")
        number = Day.number(ofYear: year, month: month, day: day)
    }

    /// nil when the date does not exist, for example 2026-02-29.
    package init?(year: Int, month: Int, day: Int) {
        guard Day.exists(year, month, day) else { return nil }
        number = Day.number(ofYear: year, month: month, day: day)
    }

    /// The day of a date in any year, which must exist (use `init?(wide:)` for input from outside).
    package init(wide year: Int, _ month: Int, _ day: Int) {
        let isThere = (1...12).contains(month) && (1...Day.lengthOfMonth(year, month)).contains(day)
        precondition(isThere, "\(year)-\(month)-\(day) is not a date")
        number = Day.number(ofYear: year, month: month, day: day)
    }

    /// Reads what FEEL writes: `2026-03-02`, `-2017-01-01`, `12026-03-02`; nil for a date that does not exist.
    package init?(wide text: some StringProtocol) {
        var bytes = Array(text.utf8)
        let isNegative = bytes.first == 0x2D
        if isNegative { bytes.removeFirst() }
        guard bytes.count >= 10, bytes.count <= 15 else { return nil }
        let end = bytes.count
        let yearBytes = bytes[0..<end - 6]
        guard bytes[end - 6] == 0x2D, bytes[end - 3] == 0x2D, yearBytes.count == 4 || yearBytes.first != 0x30,
            let year = Day.digits(yearBytes), let month = Day.digits(bytes[end - 5..<end - 3]),
            let day = Day.digits(bytes[end - 2..<end]), Day.existsWide(isNegative ? -year : year, month, day)
        else { return nil }
        self.init(wide: isNegative ? -year : year, month, day)
    }

    /// Whether there is such a date in a year from −999,999,999 to 999,999,999.
    package static func existsWide(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (-999_999_999...999_999_999).contains(year) && (1...12).contains(month) && (1...31).contains(day)
            && day <= lengthOfMonth(year, month)
    }

    /// Reads `2026-03-02` exactly; nil for any other form or a date that does not exist.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
            let day = Day.digits(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    package var next: Day { Day(number: number + 1) }
    package var previous: Day { Day(number: number - 1) }

    /// That many days later; earlier when negative.
    package func adding(days: Int) -> Day { Day(number: number + days) }

    /// The same day number `months` later; the last day of that month where it is missing (民法典 第二百零二条).
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + (month - 1) + months
        let newYear = count >= 0 ? count / 12 : (count - 11) / 12
        let newMonth = count - newYear * 12 + 1
        let last = Day.lengthOfMonth(newYear, newMonth)
        return Day(number: Day.number(ofYear: newYear, month: newMonth, day: min(day, last)))
    }

    /// Year, month 1–12 and day 1–31 of this day.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { parts.year }
    package var month: Int { parts.month }
    package var dayOfMonth: Int { parts.day }

    /// 1 = Monday … 7 = Sunday.
    package var weekday: Int {
        let index = (number + 3) % 7
        return (index < 0 ? index + 7 : index) + 1
    }

    /// `2026-03-02`.
    package var description: String {
        let (year, month, day) = parts
        guard (0...9999).contains(year) else {
            return (year < 0 ? "-" : "") + Day.padded(abs(year), 4) + "-" + Day.padded(month, 2) + "-"
                + Day.padded(day, 2)
        }
        return String(unsafeUninitializedCapacity: 10) { text in
            write(into: text)
            return 10
        }
    }

    /// The ten characters of a day of the years 0 to 9999, at the beginning of `text`.
    func write(into text: UnsafeMutableBufferPointer<UInt8>) {
        let (year, month, day) = parts
        Day.write(year, width: 4, at: 0, into: text)
        text[4] = 0x2D
        Day.write(month, width: 2, at: 5, into: text)
        text[7] = 0x2D
        Day.write(day, width: 2, at: 8, into: text)
    }

    /// Digits with leading zeros.
    static func write(_ value: Int, width: Int, at start: Int, into text: UnsafeMutableBufferPointer<UInt8>) {
        var rest = value
        for index in stride(from: start + width - 1, through: start, by: -1) {
            text[index] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// Whole years from this day to `other`, as an age is counted.
    package func wholeYears(until other: Day) -> Int {
        let (fromYear, fromMonth, fromDay) = parts
        let (toYear, toMonth, toDay) = other.parts
        return toYear - fromYear - ((toMonth, toDay) < (fromMonth, fromDay) ? 1 : 0)
    }

    /// Whether February of that year has 29 days.
    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days of a month 1–12: 28 to 31.
    package static func lengthOfMonth(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (1...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day)
            && day <= lengthOfMonth(year, month)
    }

    private static func number(ofYear year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return bytes.isEmpty ? nil : value
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
