import Values

/// `+ - * / **` over numbers, texts, days and periods; whatever does not fit is null, as the standard says.
enum Arithmetic {
    static func result(_ left: FEELValue, _ operation: ArithmeticOperator, _ right: FEELValue) -> FEELValue {
        switch (left, right) {
        case (.number(let left), .number(let right)): return numbers(left, operation, right)
        case (.null, _), (_, .null): return .null
        case (.unknown(let left), .unknown(let right)): return .unknown(left.joined(with: right))
        case (.unknown(let unknown), _), (_, .unknown(let unknown)): return .unknown(unknown)
        default: break
        }
        switch operation {
        case .add: return sum(left, right) ?? sum(right, left) ?? .null
        case .subtract: return difference(left, right) ?? .null
        case .multiply: return product(left, right) ?? product(right, left) ?? .null
        case .divide: return quotient(left, right) ?? .null
        case .power: return .null
        }
    }

    static func negated(_ value: FEELValue) -> FEELValue {
        switch value {
        case .number(let number): .number(number.negated)
        case .daysDuration(let nanoseconds): .daysDuration(nanoseconds: -nanoseconds)
        case .monthsDuration(let months): .monthsDuration(months: -months)
        case .unknown: value
        default: .null
        }
    }

    static func numbers(_ left: Decimal, _ operation: ArithmeticOperator, _ right: Decimal) -> FEELValue {
        let number: Decimal? =
            switch operation {
            case .add: left.adding(right)
            case .subtract: left.subtracting(right)
            case .multiply: left.multiplied(by: right)
            case .divide: left.divided(by: right)
            case .power: left.power(right)
            }
        return number.map { .number($0) } ?? .null
    }

    private static func sum(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        switch (left, right) {
        case (.text(let left), .text(let right)): .text(left + right)
        case (.monthsDuration(let left), .monthsDuration(let right)): months(Int128(left) + Int128(right))
        case (.daysDuration(let left), .daysDuration(let right)): period(left.addingReportingOverflow(right))
        case (.day(let day), .monthsDuration(let months)): day.checkedAdding(months: months).map { .day($0) }
        case (.day(let day), .daysDuration(let nanoseconds)): later(day, nanoseconds)
        case (.dateTime(let dateTime), .monthsDuration(let months)):
            dateTime.day.checkedAdding(months: months).map { .dateTime(LocalDateTime(day: $0, time: dateTime.time)) }
        case (.dateTime(let dateTime), .daysDuration(let nanoseconds)): later(dateTime, nanoseconds)
        case (.time(let time), .daysDuration(let nanoseconds)): later(time, nanoseconds)
        default: nil
        }
    }

    private static func difference(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        switch (left, right) {
        case (.day(let left), .day(let right)):
            return .daysDuration(nanoseconds: Int128(left.number - right.number) * Int128(nanosecondsPerDay))
        case (.dateTime, .dateTime), (.dateTime, .day), (.day, .dateTime):
            return dateTime(left).flatMap { one in dateTime(right).flatMap { one.distance(from: $0) } }
                .map { .daysDuration(nanoseconds: $0) }
        case (.time(let left), .time(let right)) where left.zone == right.zone:
            return .daysDuration(nanoseconds: Int128(left.nanoseconds - right.nanoseconds))
        case (_, .monthsDuration), (_, .daysDuration):
            // A period before a day is not the same as a day before a period.
            return sum(left, negated(right))
        default: return nil
        }
    }

    private static func product(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        guard case .number(let factor) = right else { return nil }
        switch left {
        case .monthsDuration(let months):
            return Decimal(months).multiplied(by: factor)?.rounded(to: 0, .down)?.whole
                .flatMap { self.months(Int128($0)) }
        case .daysDuration(let nanoseconds):
            return Decimal(nanoseconds, scale: 0)?.multiplied(by: factor).flatMap(period)
        default: return nil
        }
    }

    private static func quotient(_ left: FEELValue, _ right: FEELValue) -> FEELValue? {
        switch (left, right) {
        case (.monthsDuration(let months), .number(let divisor)):
            return Decimal(months).divided(by: divisor)?.rounded(to: 0, .down)?.whole
                .flatMap { self.months(Int128($0)) }
        case (.daysDuration(let nanoseconds), .number(let divisor)):
            return Decimal(nanoseconds, scale: 0)?.divided(by: divisor).flatMap(period)
        case (.monthsDuration(let left), .monthsDuration(let right)):
            return Decimal(left).divided(by: Decimal(right)).map { .number($0) }
        case (.daysDuration(let left), .daysDuration(let right)):
            guard let left = Decimal(left, scale: 0), let right = Decimal(right, scale: 0) else { return nil }
            return left.divided(by: right).map { .number($0) }
        default: return nil
        }
    }

    private static func months(_ months: Int128) -> FEELValue? {
        abs(months) < 1_000_000_000_000 ? .monthsDuration(months: Int(months)) : nil
    }

    private static func period(_ sum: (partialValue: Int128, overflow: Bool)) -> FEELValue? {
        sum.overflow || sum.partialValue.magnitude >= largestPeriod
            ? nil : .daysDuration(nanoseconds: sum.partialValue)
    }

    private static func period(_ nanoseconds: Decimal) -> FEELValue? {
        guard let whole = nanoseconds.rounded(to: 0, .down), let seconds = whole.wide,
            seconds.magnitude < largestPeriod
        else { return nil }
        return .daysDuration(nanoseconds: seconds)
    }

    private static func later(_ day: Day, _ nanoseconds: Int128) -> FEELValue? {
        let start = LocalDateTime(day: day, time: ClockTime(nanoseconds: 0, zone: .local))
        return LocalDateTime(nanoseconds: start.nanoseconds + nanoseconds, zone: .local).map { .day($0.day) }
    }

    private static func later(_ dateTime: LocalDateTime, _ nanoseconds: Int128) -> FEELValue? {
        LocalDateTime(nanoseconds: dateTime.nanoseconds + nanoseconds, zone: dateTime.time.zone)
            .map { .dateTime($0) }
    }

    private static func later(_ time: ClockTime, _ nanoseconds: Int128) -> FEELValue? {
        let length = Int128(nanosecondsPerDay)
        let rest = (Int128(time.nanoseconds) + nanoseconds % length + length) % length
        return .time(ClockTime(nanoseconds: Int64(rest), zone: time.zone))
    }

    /// A day counts as its start in UTC.
    private static func dateTime(_ value: FEELValue) -> LocalDateTime? {
        switch value {
        case .day(let day):
            LocalDateTime(day: day, time: ClockTime(nanoseconds: 0, zone: .offset(seconds: 0)))
        case .dateTime(let dateTime): dateTime
        default: nil
        }
    }

    /// Twenty million years: far beyond any day, and far from overflow.
    private static let largestPeriod: UInt128 = 1_000_000_000_000_000_000_000_000
}
