import Values

/// The answer to a question of three values, or one that is not known.
enum Truth: Equatable {
    case yes, no, null
    case unknown(Unknown)

    init(_ boolean: Bool) {
        self = boolean ? .yes : .no
    }

    /// Anything that is neither true, false nor unknown counts as null.
    init(_ value: FEELValue) {
        switch value {
        case .boolean(let boolean): self = boolean ? .yes : .no
        case .unknown(let unknown): self = .unknown(unknown)
        default: self = .null
        }
    }

    var value: FEELValue {
        switch self {
        case .yes: .boolean(true)
        case .no: .boolean(false)
        case .null: .null
        case .unknown(let unknown): .unknown(unknown)
        }
    }

    var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        default: self
        }
    }

    /// `no` decides; what is unknown could still decide, so it comes before null.
    func and(_ other: Truth) -> Truth { other.negated.or(negated).negated }

    func or(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.yes, _), (_, .yes): .yes
        case (.unknown(let left), .unknown(let right)): .unknown(left.joined(with: right))
        case (.unknown, _): self
        case (_, .unknown): other
        case (.null, _), (_, .null): .null
        case (.no, .no): .no
        }
    }
}

enum Comparison {
    enum Order {
        case less, equal, greater
    }

    /// `=` of the language: values of different kinds give null; null equals only null.
    static func equal(_ left: FEELValue, _ right: FEELValue) -> Truth {
        switch (left, right) {
        case (.number(let left), .number(let right)): return Truth(left == right)
        case (.text(let left), .text(let right)): return Truth(left == right)
        case (.boolean(let left), .boolean(let right)): return Truth(left == right)
        case (.day(let left), .day(let right)): return Truth(left == right)
        case (.unknown(let left), .unknown(let right)): return .unknown(left.joined(with: right))
        case (.unknown(let unknown), _), (_, .unknown(let unknown)): return .unknown(unknown)
        case (.null, .null): return .yes
        case (.null, _), (_, .null): return .no
        case (.list(let left), .list(let right)): return equalLists(left, right)
        case (.context(let left), .context(let right)): return equalContexts(left, right)
        case (.range(let left), .range(let right)): return equalRanges(left, right)
        // Times are equal when they show the same second; fractions only count for the order.
        case (.time(let left), .time(let right)) where left.zone == right.zone:
            return Truth(left.nanoseconds / nanosecondsPerSecond == right.nanoseconds / nanosecondsPerSecond)
        case (.dateTime(let left), .dateTime(let right)):
            guard let distance = left.distance(from: right) else { return .no }
            return Truth(distance.magnitude < UInt128(nanosecondsPerSecond))
        default:
            guard let order = order(left, right) else { return sameKind(left, right) ? .no : .null }
            return Truth(order == .equal)
        }
    }

    /// nil when the values have no order between them.
    static func order(_ left: FEELValue, _ right: FEELValue) -> Order? {
        switch (left, right) {
        case (.number(let left), .number(let right)): order(of: left, right)
        case (.text(let left), .text(let right)): order(of: left, right)
        case (.day(let left), .day(let right)): order(of: left, right)
        case (.daysDuration(let left), .daysDuration(let right)): order(of: left, right)
        case (.monthsDuration(let left), .monthsDuration(let right)): order(of: left, right)
        case (.time(let left), .time(let right)):
            instants(Int128(left.nanoseconds), left.zone, Int128(right.nanoseconds), right.zone)
        case (.dateTime(let left), .dateTime(let right)):
            left.distance(from: right).map { order(of: $0, 0) }
        default: nil
        }
    }

    static func compare(_ left: FEELValue, _ operation: CompareOperator, _ right: FEELValue) -> Truth {
        switch operation {
        case .equal: return equal(left, right)
        case .notEqual: return equal(left, right).negated
        default: break
        }
        switch (left, right) {
        case (.null, _), (_, .null): return .null
        case (.unknown(let left), .unknown(let right)): return .unknown(left.joined(with: right))
        case (.unknown(let unknown), _), (_, .unknown(let unknown)): return .unknown(unknown)
        default: break
        }
        guard let order = order(left, right) else { return .null }
        switch operation {
        case .less: return Truth(order == .less)
        case .lessOrEqual: return Truth(order != .greater)
        case .greater: return Truth(order == .greater)
        default: return Truth(order != .less)
        }
    }

    /// Whether a value lies in a range; the open end of a comparison lets everything of that kind in.
    ///
    /// An interval is its two comparisons joined by `and`, as DMN writes it: an end that excludes the value decides
    /// alone, whether the other is null or not known yet.
    static func isIn(_ value: FEELValue, _ range: FEELRange) -> Truth {
        if range.form == .exclusion { return compare(value, .notEqual, range.lower) }
        let isOpen = range.form == .comparison
        let lower: Truth =
            isOpen && range.lower.isNull
            ? .yes : compare(value, range.includesLower ? .greaterOrEqual : .greater, range.lower)
        let upper: Truth =
            isOpen && range.upper.isNull
            ? .yes : compare(value, range.includesUpper ? .lessOrEqual : .less, range.upper)
        return lower.and(upper)
    }

    private static func order<T: Comparable>(of left: T, _ right: T) -> Order {
        left < right ? .less : (left == right ? .equal : .greater)
    }

    private static func instants(
        _ left: Int128, _ leftZone: TimeZoneOfValue, _ right: Int128, _ rightZone: TimeZoneOfValue
    ) -> Order? {
        if leftZone == rightZone { return order(of: left, right) }
        // A time without a day has no offset in a zone that changes it.
        guard let leftOffset = leftZone.fixedOffset, let rightOffset = rightZone.fixedOffset else { return nil }
        let second = Int128(nanosecondsPerSecond)
        return order(of: left - Int128(leftOffset) * second, right - Int128(rightOffset) * second)
    }

    private static func sameKind(_ left: FEELValue, _ right: FEELValue) -> Bool {
        switch (left, right) {
        case (.time, .time), (.dateTime, .dateTime): true
        default: false
        }
    }

    private static func equalLists(_ left: [FEELValue], _ right: [FEELValue]) -> Truth {
        guard left.count == right.count else { return .no }
        var all = Truth.yes
        for (left, right) in zip(left, right) {
            all = all.and(equal(left, right))
            if all == .no { return .no }
        }
        return all
    }

    private static func equalContexts(_ left: FEELContext, _ right: FEELContext) -> Truth {
        guard left.entries.count == right.entries.count else { return .no }
        var all = Truth.yes
        for entry in left.entries {
            guard let other = right[entry.key] else { return .no }
            all = all.and(equal(entry.value, other))
            if all == .no { return .no }
        }
        return all
    }

    private static func equalRanges(_ left: FEELRange, _ right: FEELRange) -> Truth {
        guard left.form == right.form, left.includesLower == right.includesLower,
            left.includesUpper == right.includesUpper
        else { return .no }
        return equal(left.lower, right.lower).and(equal(left.upper, right.upper))
    }
}
