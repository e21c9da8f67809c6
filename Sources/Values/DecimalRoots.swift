// Square root, powers of e and natural logarithm, worked out with 60 places and rounded to 34 digits, half to even.
extension Decimal {
    /// nil for a negative number. Rounded rightly: the root is compared with the number in 256 bits.
    package func squareRoot() -> Decimal? {
        guard !isNegative else { return nil }
        guard coefficient != 0 else { return .zero }
        // A coefficient of 67 or 68 digits with an even scale has a root of 34 digits.
        let digits = digitCount(coefficient.magnitude)
        var shift = 68 - digits
        if (Int(scale) + shift) % 2 != 0 { shift -= 1 }
        let wide = (coefficient.magnitude * powersOfTen[min(shift, 38 - digits)])
            .multipliedFullWidth(by: powersOfTen[shift - min(shift, 38 - digits)])
        var (low, high): (UInt128, UInt128) = (0, limit)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            let square = middle.multipliedFullWidth(by: middle)
            if (square.high, square.low) <= (wide.high, wide.low) { low = middle } else { high = middle }
        }
        let square = low.multipliedFullWidth(by: low)
        // Nearer to the next one when the rest is more than the root itself.
        let (rest, _) = wide.low.subtractingReportingOverflow(square.low)
        let isUp = rest > low
        let root = Decimal(Int128(isUp ? low + 1 : low), scale: (Int(scale) + shift) / 2)
        guard let root, square.high == wide.high, square.low == wide.low else { return root }
        let shortest = root.shortest
        return shortest.scale < 0 ? shortest.rounded(to: 0, .down) : shortest
    }

    /// e to the power of this number; nil when that is too large.
    package func exponential() -> Decimal? {
        if coefficient == 0 { return .one }
        guard magnitude < Decimal(15_000) else { return isNegative ? .zero : nil }
        // e^x = 10^k · e^r with |r| at most half of ln 10.
        guard let k = Fixed(self).divided(by: Fixed.ln10).nearestWhole else { return nil }
        let rest = Fixed(self).subtracting(Fixed.ln10.multiplied(by: k))
        return rest.exponential().decimal(timesTenTo: k)
    }

    /// The natural logarithm; nil for zero and below.
    package func logarithm() -> Decimal? {
        guard coefficient > 0 else { return nil }
        if self == .one { return .zero }
        let digits = digitCount(coefficient.magnitude)
        // x = m · 10^k with m from 1 up to 10.
        let k = digits - 1 - Int(scale)
        guard let m = Decimal(coefficient, scale: digits - 1) else { return nil }
        return Fixed(m).logarithm().adding(Fixed.ln10.multiplied(by: k)).decimal(timesTenTo: 0)
    }

    /// To the power of any number; nil when there is no such number or it is too large.
    package func power(_ exponent: Decimal) -> Decimal? {
        if let whole = exponent.whole, abs(whole) <= 1_000_000_000 { return power(whole) }
        if exponent == Decimal(5).divided(by: Decimal(10)) { return squareRoot() }
        guard coefficient > 0 else { return coefficient == 0 && !exponent.isNegative ? .zero : nil }
        return logarithm()?.multiplied(by: exponent)?.exponential()
    }
}

/// A number with 63 places after the point, as a sign and groups of nine digits, the lowest first.
private struct Fixed {
    static let places = 7
    static let base: UInt64 = 1_000_000_000

    var isNegative: Bool
    var groups: [UInt64]

    static let one = Fixed(whole: 1)
    static let ln10 = Fixed(whole: 10).logarithm()

    init(isNegative: Bool, groups: [UInt64]) {
        self.isNegative = isNegative
        self.groups = groups
        while self.groups.count > Fixed.places + 1, self.groups.last == 0 { self.groups.removeLast() }
    }

    init(whole: Int) {
        isNegative = whole < 0
        groups = [UInt64](repeating: 0, count: Fixed.places) + [UInt64(whole.magnitude)]
    }

    init(_ decimal: Decimal) {
        // The digits, set so that the point falls between two groups; what lies below the last place is cut.
        let digits = Array(String(decimal.coefficient.magnitude).utf8.map { $0 - 0x30 }.reversed())
        let shift = Fixed.places * 9 - Int(decimal.scale)
        var groups = [UInt64](repeating: 0, count: Fixed.places + 6)
        for (index, digit) in digits.enumerated() {
            let place = index + shift
            guard place >= 0, place / 9 < groups.count else { continue }
            groups[place / 9] += UInt64(digit) * (0..<place % 9).reduce(UInt64(1)) { power, _ in power * 10 }
        }
        self.init(isNegative: decimal.isNegative, groups: groups)
    }

    var isZero: Bool { groups.allSatisfy { $0 == 0 } }

    var negated: Fixed { Fixed(isNegative: !isNegative, groups: groups) }

    func adding(_ other: Fixed) -> Fixed {
        if isNegative == other.isNegative {
            return Fixed(isNegative: isNegative, groups: Fixed.sum(groups, other.groups))
        }
        if Fixed.isLess(groups, other.groups) {
            return Fixed(isNegative: other.isNegative, groups: Fixed.difference(other.groups, groups))
        }
        return Fixed(isNegative: isNegative, groups: Fixed.difference(groups, other.groups))
    }

    func subtracting(_ other: Fixed) -> Fixed { adding(other.negated) }

    func multiplied(by other: Fixed) -> Fixed {
        var product = [UInt64](repeating: 0, count: groups.count + other.groups.count + 1)
        for (index, group) in groups.enumerated() where group != 0 {
            var carry: UInt64 = 0
            for (place, factor) in other.groups.enumerated() {
                let value = product[index + place] + group * factor + carry
                (carry, product[index + place]) = value.quotientAndRemainder(dividingBy: Fixed.base)
            }
            product[index + other.groups.count] += carry
        }
        return Fixed(isNegative: isNegative != other.isNegative, groups: Array(product[Fixed.places...]))
    }

    func multiplied(by whole: Int) -> Fixed { multiplied(by: Fixed(whole: whole)) }

    /// By a whole number below the base.
    func divided(by divisor: UInt64) -> Fixed {
        var quotient = groups
        var rest: UInt64 = 0
        for index in groups.indices.reversed() {
            (quotient[index], rest) = (rest * Fixed.base + groups[index]).quotientAndRemainder(dividingBy: divisor)
        }
        return Fixed(isNegative: isNegative, groups: quotient)
    }

    /// Good to 30 digits, which is enough to find a whole number near it.
    func divided(by other: Fixed) -> Fixed {
        guard let left = decimal(timesTenTo: 0), let right = other.decimal(timesTenTo: 0),
            let quotient = left.divided(by: right)
        else { return Fixed(whole: 0) }
        return Fixed(quotient)
    }

    var nearestWhole: Int? { decimal(timesTenTo: 0)?.rounded(to: 0, .halfEven)?.whole }

    /// e to the power of a small number, by its series.
    func exponential() -> Fixed {
        var (sum, term) = (Fixed.one, Fixed.one)
        for index in 1...400 {
            term = term.multiplied(by: self).divided(by: UInt64(index))
            if term.isZero { break }
            sum = sum.adding(term)
        }
        return sum
    }

    /// Of a number from 1 to 10, by Newton's steps: y + x·e^−y − 1.
    func logarithm() -> Fixed {
        var guess = Fixed(whole: 1)
        for _ in 0..<12 {
            guess = guess.adding(multiplied(by: guess.negated.exponential())).subtracting(.one)
        }
        return guess
    }

    /// Rounded to 34 digits, half to even; nil when it is too large.
    func decimal(timesTenTo power: Int) -> Decimal? {
        var digits: [UInt8] = []
        for group in groups.reversed() {
            let text = Array(String(group).utf8.map { $0 - 0x30 })
            digits += [UInt8](repeating: 0, count: 9 - text.count) + text
        }
        let leading = digits.prefix { $0 == 0 }.count
        let kept = digits.dropFirst(leading).prefix(36)
        var coefficient = kept.reduce(Int128(0)) { $0 * 10 + Int128($1) }
        if isNegative { coefficient = -coefficient }
        let cut = digits.count - leading - kept.count
        let hasMore = digits.suffix(max(0, cut)).contains { $0 != 0 }
        return Decimal(coefficient, scale: Fixed.places * 9 - max(0, cut) - power, hasMore: hasMore)
    }

    private static func sum(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        var sum: [UInt64] = []
        var carry: UInt64 = 0
        for index in 0..<max(left.count, right.count) {
            let value = carry + (index < left.count ? left[index] : 0) + (index < right.count ? right[index] : 0)
            sum.append(value % base)
            carry = value / base
        }
        return carry > 0 ? sum + [carry] : sum
    }

    /// `left` is not the smaller one.
    private static func difference(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        var difference: [UInt64] = []
        var borrow: UInt64 = 0
        for index in left.indices {
            let take = borrow + (index < right.count ? right[index] : 0)
            borrow = left[index] < take ? 1 : 0
            difference.append(left[index] + borrow * base - take)
        }
        return difference
    }

    private static func isLess(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        for index in (0..<max(left.count, right.count)).reversed() {
            let (one, other) = (index < left.count ? left[index] : 0, index < right.count ? right[index] : 0)
            if one != other { return one < other }
        }
        return false
    }
}
