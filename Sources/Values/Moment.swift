/// An instant, kept in milliseconds, with its local day in Asia/Shanghai (UTC+8 without summer time since 1992).
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    private static let offset: Int64 = 8 * 3_600_000
    private static let dayLength: Int64 = 86_400_000

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// That local day at that local time.
    package init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        milliseconds = Int64(day.number) * Moment.dayLength + seconds * 1000 - Moment.offset
    }

    /// A local date and time; the date must exist.
    package init(_ year: Int, _ month: Int, _ day: Int, hour: Int = 0, minute: Int = 0) {
        self.init(Day(year, month, day), hour: hour, minute: minute)
    }

    /// Reads the recorded form `2026-03-02T01:15:00.123Z` exactly.
    package init?(utc text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[23] == 0x5A, bytes[19] == 0x2E,
            let milliseconds = Day.digits(bytes[20..<23]),
            let whole = Moment.clockTime(bytes[0..<19])
        else { return nil }
        self.milliseconds = whole + Int64(milliseconds)
    }

    /// Reads a local day or instant: `2026-03-02` (00:00), `2026-03-02T09:15` or `2026-03-02T09:15:00`.
    package init?(local text: String) {
        if let day = Day(text) {
            self.init(day)
            return
        }
        var bytes = Array(text.utf8)
        if bytes.count == 16 { bytes += Array(":00".utf8) }
        guard bytes.count == 19, let whole = Moment.clockTime(bytes[0..<19]) else { return nil }
        self.init(milliseconds: whole - Moment.offset)
    }

    private static func clockTime(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let text = Array(bytes)
        guard text[10] == 0x54, text[13] == 0x3A, text[16] == 0x3A,
            let day = Day(String(decoding: text[0..<10], as: UTF8.self)),
            let hour = Day.digits(text[11..<13]), let minute = Day.digits(text[14..<16]),
            let second = Day.digits(text[17..<19]), hour < 24, minute < 60, second < 60
        else { return nil }
        return Int64(day.number) * dayLength + Int64(hour * 3600 + minute * 60 + second) * 1000
    }

    package static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    /// That much later; earlier when negative.
    package func adding(milliseconds more: Int64) -> Moment { Moment(milliseconds: milliseconds + more) }
    /// That many hours of 60 minutes later, by the clock.
    package func adding(hours: Int) -> Moment { adding(milliseconds: Int64(hours) * 3_600_000) }

    /// The local day of this instant.
    package var day: Day {
        let local = milliseconds + Moment.offset
        let number = local >= 0 ? local / Moment.dayLength : (local - Moment.dayLength + 1) / Moment.dayLength
        return Day(number: Int(number))
    }

    /// Milliseconds since local midnight, 0 ..< 86,400,000.
    package var millisecondsOfDay: Int {
        Int(milliseconds + Moment.offset - Int64(day.number) * Moment.dayLength)
    }

    /// 24:00 of a local day, that is 00:00 of the next: the instant at which a day ends in law.
    package static func endOf(_ day: Day) -> Moment { Moment(day.next) }

    /// `2026-03-02T01:15:00.123Z`, the form of `at` in a record.
    package var description: String {
        let utc = Moment(milliseconds: milliseconds - Moment.offset)
        guard utc.hasPlainYear else {
            return utc.day.description + "T" + utc.clock + "." + Day.padded(utc.millisecondsOfDay % 1000, 3) + "Z"
        }
        return String(unsafeUninitializedCapacity: 24) { text in
            utc.writeSeconds(into: text)
            text[19] = 0x2E
            Day.write(utc.millisecondsOfDay % 1000, width: 3, at: 20, into: text)
            text[23] = 0x5A
            return 24
        }
    }

    /// `2026-03-02T09:15:00`, the local form of `effective`.
    package var local: String {
        guard hasPlainYear else { return day.description + "T" + clock }
        return String(unsafeUninitializedCapacity: 19) { text in
            writeSeconds(into: text)
            return 19
        }
    }

    /// Its day is written in ten characters.
    private var hasPlainYear: Bool { (0...9999).contains(day.year) }

    /// The 19 characters of its day and its time to the second, at the beginning of `text`.
    private func writeSeconds(into text: UnsafeMutableBufferPointer<UInt8>) {
        day.write(into: text)
        let seconds = millisecondsOfDay / 1000
        text[10] = 0x54
        Day.write(seconds / 3600, width: 2, at: 11, into: text)
        text[13] = 0x3A
        Day.write(seconds / 60 % 60, width: 2, at: 14, into: text)
        text[16] = 0x3A
        Day.write(seconds % 60, width: 2, at: 17, into: text)
    }

    /// Local time of day to the minute, `09:15`.
    package var localTime: String { String(clock.prefix(5)) }

    private var clock: String {
        let seconds = millisecondsOfDay / 1000
        return Day.padded(seconds / 3600, 2) + ":" + Day.padded(seconds / 60 % 60, 2) + ":"
            + Day.padded(seconds % 60, 2)
    }
}
