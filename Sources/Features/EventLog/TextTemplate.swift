import Values

/// A text with holes where ids, names and dates stand, so that it can be written again for somebody else, another day.
///
/// Only dates from a day on are moved: those before it, such as a birth, belong to what they tell of.
package struct TextTemplate: Sendable {
    private enum Hole {
        case needle(Int)
        /// `2026-03-02`
        case day(Int)
        /// `2026年3月2日`
        case spokenDay(Int)
    }

    private struct Place {
        let at: Int
        let hole: Hole
    }

    private let fixed: [UInt8]
    private let places: [Place]
    /// Days from here on stand in columns for none, and stay.
    private static let never = Day(9000, 1, 1)

    /// Finds every needle and date of a text.
    package init(_ text: some Sequence<UInt8>, needles: Needles, since day: Day) {
        let bytes = Array(text)
        var fixed: [UInt8] = []
        fixed.reserveCapacity(bytes.count)
        var places: [Place] = []
        var index = 0
        while index < bytes.count {
            if let found = needles.find(in: bytes, at: index) {
                places.append(Place(at: fixed.count, hole: .needle(found.number)))
                index += found.length
            } else if let found = TextTemplate.date(in: bytes, at: index), found.day >= day,
                found.day < TextTemplate.never
            {
                let number = found.day.number
                places.append(Place(at: fixed.count, hole: found.isSpoken ? .spokenDay(number) : .day(number)))
                index += found.length
            } else {
                fixed.append(bytes[index])
                index += 1
            }
        }
        self.fixed = fixed
        self.places = places
    }

    /// The text with other values in its holes.
    ///
    /// - Parameters:
    ///   - fillings: by the needles' numbers.
    ///   - days: by how many days every date moves.
    package func text(with fillings: [[UInt8]], days: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fixed.count + places.count * 26)
        var start = 0
        for place in places {
            bytes += fixed[start..<place.at]
            start = place.at
            switch place.hole {
            case .needle(let number): bytes += fillings[number]
            case .day(let number): TextTemplate.write(Day(number: number + days), into: &bytes)
            case .spokenDay(let number):
                let (year, month, day) = Day(number: number + days).parts
                bytes += "\(year)年\(month)月\(day)日".utf8
            }
        }
        bytes += fixed[start...]
        return bytes
    }

    // MARK: Dates

    /// `2026-03-02`; years have four digits here.
    private static func write(_ date: Day, into bytes: inout [UInt8]) {
        let (year, month, day) = date.parts
        func digit(_ number: Int) -> UInt8 { UInt8(truncatingIfNeeded: 0x30 + number % 10) }
        bytes.append(contentsOf: [
            digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), 0x2D, digit(month / 10),
            digit(month), 0x2D, digit(day / 10), digit(day),
        ])
    }

    private static func date(in bytes: [UInt8], at start: Int) -> (day: Day, length: Int, isSpoken: Bool)? {
        guard let year = number(in: bytes, at: start, digits: 4...4) else { return nil }
        if start > 0, isDigit(bytes[start - 1]) { return nil }
        let end = start + 10
        if bytes.indices.contains(start + 4), bytes[start + 4] == 0x2D, end <= bytes.count {
            guard bytes[start + 7] == 0x2D, !(end < bytes.count && isDigit(bytes[end])),
                let month = number(in: bytes, at: start + 5, digits: 2...2),
                let day = number(in: bytes, at: start + 8, digits: 2...2),
                let date = Day(year: year.value, month: month.value, day: day.value)
            else { return nil }
            return (date, 10, false)
        }
        var next = start + 4
        guard take(yearSign, in: bytes, &next), let month = number(in: bytes, at: next, digits: 1...2) else {
            return nil
        }
        next += month.length
        guard take(monthSign, in: bytes, &next), let day = number(in: bytes, at: next, digits: 1...2) else {
            return nil
        }
        next += day.length
        guard take(daySign, in: bytes, &next),
            let date = Day(year: year.value, month: month.value, day: day.value)
        else { return nil }
        return (date, next - start, true)
    }

    private static let yearSign = Array("年".utf8)
    private static let monthSign = Array("月".utf8)
    private static let daySign = Array("日".utf8)

    private static func take(_ sign: [UInt8], in bytes: [UInt8], _ index: inout Int) -> Bool {
        guard index + sign.count <= bytes.count, bytes[index..<index + sign.count].elementsEqual(sign) else {
            return false
        }
        index += sign.count
        return true
    }

    private static func number(
        in bytes: [UInt8], at start: Int, digits: ClosedRange<Int>
    ) -> (value: Int, length: Int)? {
        var value = 0
        var length = 0
        while length < digits.upperBound, start + length < bytes.count, isDigit(bytes[start + length]) {
            value = value * 10 + Int(bytes[start + length] - 0x30)
            length += 1
        }
        return length >= digits.lowerBound ? (value, length) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// Texts that are found in others: ids, names, numbers.
package struct Needles: Sendable {
    private var numbers: [[UInt8]: Int] = [:]
    /// By first byte, the longest first.
    private var byFirst: [UInt8: [[UInt8]]] = [:]

    /// How many there are.
    package private(set) var count = 0

    package init() {}

    /// Adds one, and gives its number; the same text has one number. Empty texts are none: nil.
    package mutating func add(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return nil }
        if let known = numbers[bytes] { return known }
        numbers[bytes] = count
        byFirst[first, default: []].append(bytes)
        byFirst[first]?.sort { $0.count > $1.count }
        count += 1
        return count - 1
    }

    func find(in bytes: [UInt8], at start: Int) -> (number: Int, length: Int)? {
        guard let candidates = byFirst[bytes[start]] else { return nil }
        for needle in candidates
        where start + needle.count <= bytes.count && bytes[start..<start + needle.count].elementsEqual(needle) {
            return numbers[needle].map { ($0, needle.count) }
        }
        return nil
    }
}
