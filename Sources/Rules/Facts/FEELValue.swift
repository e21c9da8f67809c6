import Values

/// A value of the expression language: what facts are given as, and what an expression gives.
///
/// Two values stand for something absent. `null` is the standard's and behaves as the standard says.
/// `unknown` is a fact of the case that has not been established; it never compares, counts or decides.
package enum FEELValue: Hashable, Sendable {
    case null
    case unknown(Unknown)
    case boolean(Bool)
    case number(Decimal)
    case text(String)
    case day(Day)
    indirect case time(ClockTime)
    indirect case dateTime(LocalDateTime)
    /// A period of days, hours, minutes and seconds, in nanoseconds. Indirect, so that no value needs to lie at a
    /// multiple of 16 (see `Decimal`).
    indirect case daysDuration(nanoseconds: Int128)
    /// A period of years and months, in months.
    case monthsDuration(months: Int)
    case list([FEELValue])
    case context(FEELContext)
    indirect case range(FEELRange)
    /// Something that can be called; equal only to itself.
    case function(FEELFunction)
}

/// Which facts would have to be established.
package struct Unknown: Hashable, Sendable {
    /// Sorted, without repeats, never empty.
    package let names: [String]

    /// One name that is not established.
    package init(_ name: String) {
        names = [name]
    }

    private init(sorted names: [String]) {
        self.names = names
    }

    /// Both together, each name once.
    package func joined(with other: Unknown) -> Unknown {
        if names == other.names { return self }
        return Unknown(sorted: Set(names).union(other.names).sorted())
    }
}

extension FEELValue {
    /// Shorthands for the two values that are made most often.
    package static func unknown(_ name: String) -> FEELValue { .unknown(Unknown(name)) }
    package static func number(_ whole: Int) -> FEELValue { .number(Decimal(whole)) }

    package var isNull: Bool {
        if case .null = self { return true }
        return false
    }

    package var isUnknown: Bool {
        if case .unknown = self { return true }
        return false
    }

    package var boolean: Bool? {
        if case .boolean(let boolean) = self { return boolean }
        return nil
    }

    package var number: Decimal? {
        if case .number(let number) = self { return number }
        return nil
    }

    package var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    package var day: Day? {
        if case .day(let day) = self { return day }
        return nil
    }

    package var list: [FEELValue]? {
        if case .list(let list) = self { return list }
        return nil
    }

    package var function: FEELFunction? {
        if case .function(let function) = self { return function }
        return nil
    }

    package var context: FEELContext? {
        if case .context(let context) = self { return context }
        return nil
    }

    /// Every fact that is not established in this value or deep inside it; nil when all of it is known.
    package var unknowns: Unknown? {
        switch self {
        case .unknown(let unknown): unknown
        case .list(let list): Unknown.all(in: list)
        case .context(let context): Unknown.all(in: context.entries.lazy.map(\.value))
        case .range(let range): Unknown.all(in: [range.lower, range.upper])
        default: nil
        }
    }
}

extension Unknown {
    /// All that is unknown in any of these values; nil when nothing is.
    static func all(in values: some Sequence<FEELValue>) -> Unknown? {
        var all: Unknown?
        for value in values {
            guard let more = value.unknowns else { continue }
            all = all?.joined(with: more) ?? more
        }
        return all
    }
}

/// Names with values. Order is kept for reading, and does not count for equality.
package struct FEELContext: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let value: FEELValue
    }

    package private(set) var entries: [Entry]

    /// A context without entries.
    package init() {
        entries = []
    }

    /// Entries sorted by key.
    package init(_ map: [String: FEELValue]) {
        entries = map.sorted { $0.key < $1.key }.map { Entry(key: $0.key, value: $0.value) }
    }

    package subscript(key: String) -> FEELValue? {
        get { entries.first { $0.key == key }?.value }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): entries[index] = Entry(key: key, value: value)
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    package var map: [String: FEELValue] {
        Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }

    package static func == (left: FEELContext, right: FEELContext) -> Bool { left.map == right.map }
    package func hash(into hasher: inout Hasher) { hasher.combine(map) }
}

/// From one value to another, each end belonging to it or not; `null` is an open end.
package struct FEELRange: Hashable, Sendable {
    package let lower: FEELValue
    package let includesLower: Bool
    package let upper: FEELValue
    package let includesUpper: Bool
    package let form: Form

    /// How it was written; ranges written differently are not equal, as the standard has it.
    package enum Form: Hashable, Sendable {
        /// `[a..b]`; an end that is null leaves open what lies in it.
        case interval
        /// `(< a)`, `(>= a)`, `(= a)`; the other end is null and lets everything in.
        case comparison
        /// `(!= a)`: both ends are `a`.
        case exclusion
    }

    /// An interval.
    package init(lower: FEELValue, includesLower: Bool, upper: FEELValue, includesUpper: Bool) {
        self.init(
            .interval, lower: lower, includesLower: includesLower, upper: upper, includesUpper: includesUpper)
    }

    init(_ form: Form, lower: FEELValue, includesLower: Bool, upper: FEELValue, includesUpper: Bool) {
        self.form = form
        self.lower = lower
        self.includesLower = includesLower
        self.upper = upper
        self.includesUpper = includesUpper
    }
}

extension FEELRange {
    /// `(< end)` and its like.
    init(_ operation: CompareOperator, _ end: FEELValue) {
        switch operation {
        case .less, .lessOrEqual:
            self.init(
                .comparison, lower: .null, includesLower: false, upper: end,
                includesUpper: operation == .lessOrEqual)
        case .greater, .greaterOrEqual:
            self.init(
                .comparison, lower: end, includesLower: operation == .greaterOrEqual, upper: .null,
                includesUpper: false)
        case .equal: self.init(.comparison, lower: end, includesLower: true, upper: end, includesUpper: true)
        case .notEqual: self.init(.exclusion, lower: end, includesLower: false, upper: end, includesUpper: false)
        }
    }
}
