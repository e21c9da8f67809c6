extension Decimal {
    package enum Rounding: Hashable, Sendable {
        case halfEven, halfUp, halfDown, up, down, floor, ceiling
    }

    /// nil when the result is too large.
    package func adding(_ other: Decimal) -> Decimal? {
        if scale == other.scale { return Decimal(coefficient + other.coefficient, scale: Int(scale)) }
        return scale < other.scale ? Decimal.sum(coarse: self, fine: other) : Decimal.sum(coarse: other, fine: self)
    }

    /// nil when the result is too large.
    package func subtracting(_ other: Decimal) -> Decimal? { adding(other.negated) }

    package var negated: Decimal { Decimal(-coefficient, scale: Int(scale)) ?? self }
    package var magnitude: Decimal { isNegative ? negated : self }

    /// Rounded to the digits that fit; nil when the result is too large.
    package func multiplied(by other: Decimal) -> Decimal? {
        let scale = Int(scale) + Int(other.scale)
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        if !overflow { return Decimal(product, scale: scale) }
        let (left, right) = (coefficient.magnitude, other.coefficient.magnitude)
        let excess = digitCount(left) + digitCount(right) - 35
        let wide = left.multipliedFullWidth(by: right)
        let (quotient, remainder) = powersOfTen[excess].dividingFullWidth((wide.high, wide.low))
        let isNegative = (coefficient < 0) != (other.coefficient < 0)
        return Decimal(
            isNegative ? -Int128(quotient) : Int128(quotient), scale: scale - excess, hasMore: remainder != 0)
    }

    /// Half to even at 34 digits; nil when `other` is zero or the result is too large.
    package func divided(by other: Decimal) -> Decimal? {
        guard other.coefficient != 0 else { return nil }
        guard coefficient != 0 else { return .zero }
        let divisor = other.coefficient.magnitude
        let digits = digitCount(coefficient.magnitude)
        let shift = max(0, 36 + digitCount(divisor) - digits)
        let first = min(shift, 38 - digits)
        let raised = coefficient.magnitude * powersOfTen[first]
        let wide = raised.multipliedFullWidth(by: powersOfTen[shift - first])
        let (quotient, remainder) = divisor.dividingFullWidth((wide.high, wide.low))
        let isNegative = (coefficient < 0) != (other.coefficient < 0)
        let scale = Int(scale) - Int(other.scale)
        let rounded = Decimal(
            isNegative ? -Int128(quotient) : Int128(quotient), scale: scale + shift, hasMore: remainder != 0)
        return rounded?.withoutZeros(downTo: Int32(max(0, scale)))
    }

    /// `self` − `other` × floor(`self` / `other`), with the sign of `other`; nil for zero.
    package func modulo(_ other: Decimal) -> Decimal? {
        guard other.coefficient != 0 else { return nil }
        let places = max(scale, other.scale)
        guard let left = raised(to: places), let right = other.raised(to: places) else { return nil }
        let rest = left % right
        return Decimal(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest, scale: Int(places))
    }

    /// To the power of a whole number; nil when that is too large, or zero is raised to a negative power.
    package func power(_ exponent: Int) -> Decimal? {
        if exponent < 0 {
            guard let inverse = power(exponent == .min ? .max : -exponent) else { return .zero }
            return Decimal.one.divided(by: inverse)
        }
        var (result, base, left) = (Decimal.one, self, exponent)
        while left > 0 {
            if left & 1 == 1 {
                guard let product = result.multiplied(by: base) else { return nil }
                result = product
            }
            left >>= 1
            if left > 0 {
                guard let square = base.multiplied(by: base) else { return nil }
                base = square
            }
        }
        return result
    }

    /// Rounded to that many digits after the point (negative: tens, hundreds …); nil outside ±6144.
    package func rounded(to places: Int, _ rounding: Rounding) -> Decimal? {
        guard places < Int(scale) else { return self }
        guard places >= -6144 else { return nil }
        let excess = Int(scale) - places
        let divisor = excess > 38 ? nil : powersOfTen[excess]
        let magnitude = coefficient.magnitude
        let quotient = divisor.map { magnitude / $0 } ?? 0
        let rest = divisor.map { magnitude % $0 } ?? magnitude
        let half = divisor.map { $0 / 2 } ?? UInt128.max
        let isUp = rest != 0 && goesUp(rounding, rest: rest, half: half, isOdd: quotient % 2 == 1)
        let kept = Int128(isUp ? quotient + 1 : quotient)
        return Decimal(isNegative ? -kept : kept, scale: places)
    }

    package var floor: Decimal { rounded(to: 0, .floor) ?? self }
    package var ceiling: Decimal { rounded(to: 0, .ceiling) ?? self }

    private func goesUp(_ rounding: Rounding, rest: UInt128, half: UInt128, isOdd: Bool) -> Bool {
        switch rounding {
        case .halfEven: rest > half || (rest == half && isOdd)
        case .halfUp: rest >= half
        case .halfDown: rest > half
        case .up: true
        case .down: false
        case .floor: isNegative
        case .ceiling: !isNegative
        }
    }

    private func withoutZeros(downTo places: Int32) -> Decimal {
        var (coefficient, scale) = (coefficient, scale)
        while scale > places, coefficient % 10 == 0 { (coefficient, scale) = (coefficient / 10, scale - 1) }
        return Decimal(coefficient, scale: Int(scale)) ?? self
    }

    /// The coefficient at a scale that is not smaller; nil when it does not fit.
    private func raised(to places: Int32) -> Int128? {
        let power = Int(places) - Int(scale)
        if coefficient == 0 { return 0 }
        guard power <= 38, let factor = Int128(exactly: powersOfTen[power]) else { return nil }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }

    private static func sum(coarse: Decimal, fine: Decimal) -> Decimal? {
        if coarse.coefficient == 0 { return fine }
        if let raised = coarse.raised(to: fine.scale) {
            let (sum, overflow) = raised.addingReportingOverflow(fine.coefficient)
            if !overflow { return Decimal(sum, scale: Int(fine.scale)) }
        }
        // The coarse one is far larger: raise it to 37 digits, cut the fine one, and keep in mind that it was cut.
        let power = 37 - digitCount(coarse.coefficient.magnitude)
        let raised = coarse.coefficient * Int128(powersOfTen[power])
        let excess = Int(fine.scale) - Int(coarse.scale) - power
        guard excess <= 38 else {
            let nudge: Int128 = fine.coefficient == 0 ? 0 : (fine.coefficient < 0 ? -1 : 1)
            return Decimal(raised + nudge, scale: Int(coarse.scale) + power)
        }
        let (quotient, remainder) = fine.coefficient.magnitude.quotientAndRemainder(dividingBy: powersOfTen[excess])
        // A last digit of 0 or 5 could look exact: move it one further so that the half is seen rightly.
        let isExactLooking = remainder != 0 && quotient % 5 == 0
        let cut = Int128(quotient) + (isExactLooking ? 1 : 0)
        return Decimal(raised + (fine.isNegative ? -cut : cut), scale: Int(coarse.scale) + power)
    }
}

extension Decimal {
    /// From a coefficient and the digits after the point, rounded to 34 digits; nil when it is too large.
    package init?(_ coefficient: Int128, scale: Int) {
        self.init(coefficient, scale: scale, hasMore: false)
    }

    /// The whole number it is, when it fits in 38 digits.
    package var wide: Int128? {
        let shortest = shortest
        guard shortest.scale <= 0 else { return nil }
        return shortest.raised(to: 0)
    }
}
