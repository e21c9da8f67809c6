import Values

/// What kind of value a name stands for; the check compares these, evaluation never needs them.
package indirect enum FactType: Hashable, Sendable {
    /// Anything; nothing is checked.
    case any
    case text
    case number
    /// A number that is an amount of money, in yuan.
    case money
    case boolean
    case day
    case time
    case dateTime
    /// A period of either kind.
    case duration
    case daysDuration
    case monthsDuration
    /// A text out of a fixed list; an empty list means that the choices are not known here.
    case choice([String])
    case list(of: FactType)
    /// Values by name; an empty map means that the names are not known here.
    case context([String: FactType])
    case range(of: FactType)
    case function

    /// Whether a value of one may be compared with a value of the other.
    func compares(with other: FactType) -> Bool {
        switch (kind, other.kind) {
        case (.any, _), (_, .any): true
        case (.list(let left), .list(let right)): left.compares(with: right)
        case (.range(let left), .range(let right)): left.compares(with: right)
        case (.context, .context): true
        case (.duration, .daysDuration), (.duration, .monthsDuration), (.daysDuration, .duration),
            (.monthsDuration, .duration):
            true
        case (let left, let right): left == right
        }
    }

    /// Without what only narrows it: money is a number, a choice a text.
    var kind: FactType {
        switch self {
        case .money: .number
        case .choice: .text
        default: self
        }
    }

    /// What a value that is one or the other is.
    func joined(with other: FactType) -> FactType {
        if self == other { return self }
        if case .choice(let left) = self, case .choice(let right) = other, !left.isEmpty, !right.isEmpty {
            return .choice(left + right.filter { !left.contains($0) })
        }
        if case .list(let left) = self, case .list(let right) = other { return .list(of: left.joined(with: right)) }
        return kind == other.kind ? kind : .any
    }

    /// For messages: `an amount of money`, 金额.
    var wording: Wording {
        switch self {
        case .any: Wording(zh: "任意值", en: "any value")
        case .text: Wording(zh: "文字", en: "a text")
        case .number: Wording(zh: "数字", en: "a number")
        case .money: Wording(zh: "金额", en: "an amount of money")
        case .boolean: Wording(zh: "是或否", en: "true or false")
        case .day: Wording(zh: "日期", en: "a day")
        case .time: Wording(zh: "时刻", en: "a time of day")
        case .dateTime: Wording(zh: "日期和时刻", en: "a date and time")
        case .duration: Wording(zh: "期间", en: "a period")
        case .daysDuration: Wording(zh: "以日、时计的期间", en: "a period of days and hours")
        case .monthsDuration: Wording(zh: "以年、月计的期间", en: "a period of years and months")
        case .choice: Wording(zh: "选项", en: "a choice")
        case .list: Wording(zh: "列表", en: "a list")
        case .context: Wording(zh: "一组值", en: "a group of values")
        case .range: Wording(zh: "区间", en: "a range")
        case .function: Wording(zh: "函数", en: "a function")
        }
    }
}
