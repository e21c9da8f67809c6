import Values

/// `not`, `all`, `any`, `is defined`, and our `listed`.
enum LogicFunctions {
    static let all: [FunctionEntry] = [
        FunctionEntry(
            "not", [["negand"]], kinds: [.boolean], gives: .fixed(.boolean), traits: [.seesUnknown]
        ) { arguments, _ in Truth(arguments[0]).negated.value },
        FunctionEntry(
            "all", [["list"]], kinds: [.any], gives: .fixed(.boolean), traits: [.takesMany, .seesUnknown]
        ) { arguments, _ in
            fold(arguments, start: .yes) { $0.and($1) }
        },
        FunctionEntry(
            "any", [["list"]], kinds: [.any], gives: .fixed(.boolean), traits: [.takesMany, .seesUnknown]
        ) { arguments, _ in
            fold(arguments, start: .no) { $0.or($1) }
        },
        FunctionEntry("is defined", [["value"]], kinds: [.any], gives: .fixed(.boolean), traits: [.seesUnknown]) {
            arguments, _ in
            if case .unknown(let unknown) = arguments[0] { return .unknown(unknown) }
            return .boolean(!arguments[0].isNull)
        },
        FunctionEntry(
            "listed", [["list", "key"]], kinds: [.text, .text], gives: .fixed(.boolean), traits: [.readsOutside]
        ) { arguments, outside in
            guard let list = arguments[0].text, let key = arguments[1].text, let keys = outside.lists[list] else {
                return .null
            }
            return .boolean(keys.contains(key))
        },
    ]

    private static func fold(
        _ arguments: [FEELValue], start: Truth, _ step: (Truth, Truth) -> Truth
    ) -> FEELValue {
        switch ListFunctions.items(arguments) {
        case .items(let items): items.reduce(start) { step($0, Truth($1)) }.value
        case .instead(let value): value
        }
    }
}
