import Values

/// Reading and rounding numbers.
enum NumberFunctions {
    static let all: [FunctionEntry] = [
        FunctionEntry(
            "number", [["from"], ["from", "grouping separator", "decimal separator"]], kinds: [.any, .text, .text],
            gives: .fixed(.number), traits: [], body: { arguments, _ in number(arguments) }),
        FunctionEntry(
            "decimal", [["n", "scale"]], kinds: [.number, .number], gives: .fixed(.number), traits: [],
            body: { arguments, _ in rounded(arguments, .halfEven) }),
        rounding("floor", .floor), rounding("ceiling", .ceiling), rounding("round up", .up),
        rounding("round down", .down), rounding("round half up", .halfUp), rounding("round half down", .halfDown),
        FunctionEntry("abs", [["n"]], kinds: [.any], gives: .sameAsFirst, traits: []) { arguments, _ in
            switch arguments[0] {
            case .number(let number): .number(number.magnitude)
            case .daysDuration(let nanoseconds): .daysDuration(nanoseconds: abs(nanoseconds))
            case .monthsDuration(let months): .monthsDuration(months: abs(months))
            default: .null
            }
        },
        FunctionEntry(
            "modulo", [["dividend", "divisor"]], kinds: [.number, .number], gives: .fixed(.number), traits: []
        ) { arguments, _ in
            guard let dividend = arguments[0].number, let divisor = arguments[1].number else { return .null }
            return dividend.modulo(divisor).map { .number($0) } ?? .null
        },
        FunctionEntry("odd", [["number"]], kinds: [.number], gives: .fixed(.boolean), traits: []) { arguments, _ in
            isEven(arguments[0]).map { .boolean(!$0) } ?? .null
        },
        FunctionEntry("even", [["number"]], kinds: [.number], gives: .fixed(.boolean), traits: []) { arguments, _ in
            isEven(arguments[0]).map { .boolean($0) } ?? .null
        },
    ]

    private static func rounding(_ name: String, _ rounding: Decimal.Rounding) -> FunctionEntry {
        FunctionEntry(
            name, [["n"], ["n", "scale"]], kinds: [.number, .number], gives: .fixed(.number), traits: []
        ) { arguments, _ in rounded(arguments, rounding) }
    }

    private static func rounded(_ arguments: [FEELValue], _ rounding: Decimal.Rounding) -> FEELValue {
        guard let number = arguments[0].number else { return .null }
        var places = 0
        if arguments.count > 1 {
            guard let given = arguments[1].number?.rounded(to: 0, .down)?.whole, (-6111...6176).contains(given) else {
                return .null
            }
            places = given
        }
        return number.rounded(to: places, rounding).map { .number($0) } ?? .null
    }

    private static func number(_ arguments: [FEELValue]) -> FEELValue {
        if arguments.count == 1, case .number = arguments[0] { return arguments[0] }
        guard var text = arguments[0].text else { return .null }
        if arguments.count == 3 {
            let (grouping, point) = (arguments[1].text, arguments[2].text)
            guard arguments[1].isNull || [" ", ",", "."].contains(grouping),
                arguments[2].isNull || [",", "."].contains(point), grouping == nil || grouping != point
            else { return .null }
            if let grouping { text = text.filter { String($0) != grouping } }
            if point == "," { text = String(text.map { $0 == "," ? "." : $0 }) }
        }
        return Decimal(text).map { .number($0) } ?? .null
    }

    private static func isEven(_ value: FEELValue) -> Bool? {
        guard let number = value.number, number.isWhole, let rest = number.modulo(Decimal(2)) else { return nil }
        return rest == .zero
    }
}
