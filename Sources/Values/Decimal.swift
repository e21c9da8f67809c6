/// An exact decimal number of up to 34 digits, as FEEL and decimal128 have it; never binary floating point.
///
/// Value = `coefficient` / 10^`scale`. Sums, differences and products are exact as long as they fit in 34 digits and
/// are rounded half to even beyond that; quotients always are. Equal values are equal whatever their scale
/// (`1.0 = 1.00`), but the scale is kept for writing: `2000.00` stays `2000.00`.
package struct Decimal: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// At most 34 digits.
    package var coefficient: Int128 { Int128(high) << 64 | Int128(low) }
    /// The coefficient in two words: a value that holds an `Int128` itself must lie at a multiple of 16, and the
    /// compiler without optimisation places copies out of enums where they fault (found by fuzzing, Swift 6.3).
    private let high: Int64
    private let low: UInt64
    /// Digits after the point; negative for multiples of powers of ten; within ±6144.
    package let scale: Int32

    package static let zero = Decimal(0)
    package static let one = Decimal(1)

    /// A whole number, without places.
    package init(_ whole: Int) {
        self.init(kept: Int128(whole), 0)
    }

    /// Whole cents as an amount of two places: 200000 is `2000.00`.
    package init(cents: Int) {
        self.init(kept: Int128(cents), 2)
    }

    private init(kept coefficient: Int128, _ scale: Int32) {
        high = Int64(truncatingIfNeeded: coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
        self.scale = scale
    }

    /// Rounds to 34 digits; nil when the number is too large for that.
    init?(_ coefficient: Int128, scale: Int, hasMore: Bool) {
        var coefficient = coefficient
        var scale = scale
        if coefficient.magnitude >= limit {
            let excess = digitCount(coefficient.magnitude) - 34
            let sign: Int128 = coefficient < 0 ? -1 : 1
            let kept = halfEven(coefficient.magnitude, dividedBy: powersOfTen[excess], hasMore: hasMore)
            coefficient = sign * Int128(kept)
            scale -= excess
            if kept >= limit { (coefficient, scale) = (coefficient / 10, scale - 1) }
        }
        if coefficient == 0 { scale = min(max(scale, 0), 6144) }
        guard (-6144...6144).contains(scale) else {
            // Too small to tell from nothing is zero; too large is no number.
            guard scale > 0 else { return nil }
            self.init(kept: 0, 0)
            return
        }
        self.init(kept: coefficient, Int32(scale))
    }

    /// Reads `12`, `-12.50`, `.5` and `1.2e3`, rounded to 34 digits.
    ///
    /// nil for anything else, and for more than 37 digits.
    package init?(_ text: some StringProtocol) {
        guard let read = DecimalText(text.utf8) else { return nil }
        self.init(read.coefficient, scale: read.scale, hasMore: false)
    }

    package static func == (left: Decimal, right: Decimal) -> Bool {
        left.scale == right.scale ? left.coefficient == right.coefficient : order(left, right) == 0
    }

    package static func < (left: Decimal, right: Decimal) -> Bool {
        left.scale == right.scale ? left.coefficient < right.coefficient : order(left, right) < 0
    }

    package func hash(into hasher: inout Hasher) {
        let shortest = shortest
        hasher.combine(shortest.coefficient)
        hasher.combine(shortest.scale)
    }

    /// The same value without zeros at its end, and with no negative scale other than for powers of ten.
    package var shortest: Decimal {
        guard coefficient != 0 else { return Decimal(kept: 0, 0) }
        var (coefficient, scale) = (coefficient, scale)
        while coefficient % 10 == 0 { (coefficient, scale) = (coefficient / 10, scale - 1) }
        return Decimal(kept: coefficient, scale)
    }

    package var isNegative: Bool { coefficient < 0 }
    package var isWhole: Bool { floor == self }

    /// The whole number it is; nil when it has a fraction or does not fit.
    package var whole: Int? {
        if scale == 0 { return Int(exactly: coefficient) }
        let shortest = shortest
        guard shortest.scale <= 0, shortest.scale > -19 else { return nil }
        let (product, overflow) = shortest.coefficient.multipliedReportingOverflow(
            by: Int128(powersOfTen[Int(-shortest.scale)]))
        return overflow ? nil : Int(exactly: product)
    }

    /// Written out, without exponent: `-0.05`, `2000.00`.
    package var description: String {
        let digits = String(coefficient.magnitude)
        let sign = coefficient < 0 ? "-" : ""
        if scale <= 0 {
            return sign + digits + (coefficient == 0 ? "" : String(repeating: "0", count: Int(-scale)))
        }
        let places = Int(scale)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}

/// Negative, zero or positive as `left` is less than, equal to or greater than `right`.
private func order(_ left: Decimal, _ right: Decimal) -> Int {
    let signs = left.coefficient.signum() - right.coefficient.signum()
    if signs != 0 || left.coefficient == 0 { return Int(signs) }
    let difference = Int(left.scale) - Int(right.scale)
    if difference < 0 { return compared(left.coefficient, raisedBy: -difference, with: right.coefficient) }
    return -compared(right.coefficient, raisedBy: difference, with: left.coefficient)
}

/// Compares `small` × 10^`power` with `large`; both have the same sign.
private func compared(_ small: Int128, raisedBy power: Int, with large: Int128) -> Int {
    let tooLarge = small < 0 ? -1 : 1
    guard power <= 38, let factor = Int128(exactly: powersOfTen[power]) else { return tooLarge }
    let (raised, overflow) = small.multipliedReportingOverflow(by: factor)
    if overflow { return tooLarge }
    return raised < large ? -1 : (raised == large ? 0 : 1)
}

/// The digits, point and exponent of a written number.
private struct DecimalText {
    private(set) var coefficient: Int128 = 0
    private(set) var scale = 0

    init?(_ bytes: some Collection<UInt8>) {
        var rest = bytes[...]
        let isNegative = rest.first == 0x2D
        if isNegative { rest = rest.dropFirst() }
        var (digits, isAfterPoint, exponent) = (0, false, 0)
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == 0x2E, !isAfterPoint {
                isAfterPoint = true
                guard let next = rest.first, next >= 0x30, next <= 0x39 else { return nil }
            } else if byte == 0x65 || byte == 0x45 {
                guard digits > 0, let written = DecimalText.exponent(rest) else { return nil }
                exponent = written
                rest = rest[rest.endIndex...]
            } else {
                guard byte >= 0x30, byte <= 0x39, coefficient < 3_000_000_000_000_000_000_000_000_000_000_000_000
                else { return nil }
                coefficient = coefficient * 10 + Int128(byte - 0x30)
                digits += 1
                if isAfterPoint { scale += 1 }
            }
        }
        guard digits > 0, scale < 10_000 else { return nil }
        if isNegative { coefficient = -coefficient }
        scale -= exponent
    }

    private static func exponent(_ bytes: some Collection<UInt8>) -> Int? {
        let isNegative = bytes.first == 0x2D
        let digits = isNegative || bytes.first == 0x2B ? bytes.dropFirst() : bytes.dropFirst(0)
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return isNegative ? -value : value
    }
}

// MARK: - Wide arithmetic shared with DecimalArithmetic.swift

/// 10^34: the first number of 35 digits.
let limit: UInt128 = 10_000_000_000_000_000_000_000_000_000_000_000

/// 10^0 … 10^38.
let powersOfTen: [UInt128] = (0...38).map { exponent in
    (0..<exponent).reduce(UInt128(1)) { product, _ in product * 10 }
}

/// Number of digits; 1 for 0.
func digitCount(_ magnitude: UInt128) -> Int {
    var low = 1
    var high = 39
    while low < high {
        let middle = (low + high) / 2
        if magnitude < powersOfTen[middle] { high = middle } else { low = middle + 1 }
        if middle == 38, magnitude >= powersOfTen[38] { return 39 }
    }
    return low
}

/// `magnitude` / `divisor`, half to even; `hasMore`: something not zero was already cut off below `magnitude`.
func halfEven(_ magnitude: UInt128, dividedBy divisor: UInt128, hasMore: Bool) -> UInt128 {
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
    guard divisor > 1 else { return quotient }
    let half = divisor / 2
    let isHalf = remainder == half && !hasMore
    let isUp = isHalf ? quotient % 2 == 1 : remainder >= half
    return isUp ? quotient + 1 : quotient
}
