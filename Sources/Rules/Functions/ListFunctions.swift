import Values

/// Lists. Positions count from 1, negative ones from the end.
enum ListFunctions {
    static let all: [FunctionEntry] = [
        FunctionEntry("count", [["list"]], kinds: [.any], gives: .fixed(.number), traits: [.seesUnknown]) {
            arguments, _ in
            switch list(arguments[0]) {
            case .items(let items): .number(items.count)
            case .instead(let value): value
            }
        },
        on("list contains", ["list", "element"], gives: .fixed(.boolean)) { items, arguments in
            items.reduce(Truth.no) { $0.or(same($1, arguments[0])) }.value
        },
        on("index of", ["list", "match"], gives: .fixed(.list(of: .number))) { items, arguments in
            if let unknown = (items + arguments).lazy.compactMap(\.unknowns).first { return .unknown(unknown) }
            return .list(
                items.enumerated().filter { same($1, arguments[0]) == .yes }.map { .number($0.offset + 1) })
        },
        on("reverse", ["list"], gives: .sameAsFirst) { items, _ in .list(items.reversed()) },
        on("flatten", ["list"], gives: .fixed(.list(of: .any))) { items, _ in
            // An unknown item could be a list of any length.
            Unknown.all(in: items).map { .unknown($0) } ?? .list(flattened(items))
        },
        on("distinct values", ["list"], gives: .sameAsFirst) { items, _ in distinct(items) },
        FunctionEntry(
            "append", [["list", "item"]], kinds: [.any], gives: .fixed(.list(of: .any)),
            traits: [.takesMany, .seesUnknown]
        ) { arguments, _ in
            switch list(arguments[0]) {
            case .items(let items): .list(items + arguments.dropFirst())
            case .instead(let value): value
            }
        },
        joining("concatenate") { .list($0) },
        joining("union") { distinct($0) },
        FunctionEntry(
            "sublist", [["list", "start position"], ["list", "start position", "length"]],
            kinds: [.any, .number, .number], gives: .sameAsFirst, traits: [.seesUnknown],
            body: { arguments, _ in sublist(arguments) }),
        on("insert before", ["list", "position", "newItem"], gives: .sameAsFirst) { items, arguments in
            if case .unknown = arguments[0] { return arguments[0] }
            guard let index = index(arguments[0], in: items) else { return .null }
            return .list(Array(items[..<index]) + [arguments[1]] + Array(items[index...]))
        },
        on("remove", ["list", "position"], gives: .sameAsFirst) { items, arguments in
            if case .unknown = arguments[0] { return arguments[0] }
            guard let index = index(arguments[0], in: items) else { return .null }
            return .list(Array(items[..<index]) + Array(items[(index + 1)...]))
        },
        FunctionEntry(
            "list replace", [["list", "position", "newItem"], ["list", "match", "newItem"]],
            kinds: [.any, .any, .any], gives: .sameAsFirst, traits: [.higher], body: { _, _ in .null }),
        FunctionEntry(
            "sort", [["list"], ["list", "precedes"]], kinds: [.any, .function], gives: .sameAsFirst,
            traits: [.higher], body: { _, _ in .null }),
    ]

    /// A list to work on, or the answer when there is none.
    enum Items {
        case items([FEELValue])
        case instead(FEELValue)
    }

    /// The list; a single value counts as a list of one, null and unknown stay what they are.
    static func list(_ value: FEELValue) -> Items {
        switch value {
        case .list(let list): .items(list)
        case .null, .unknown: .instead(value)
        default: .items([value])
        }
    }

    /// The items of `f([a, b])` and of `f(a, b)` alike.
    static func items(_ arguments: [FEELValue]) -> Items {
        arguments.count == 1 ? list(arguments[0]) : .items(arguments)
    }

    /// Equal, where null is like any other value and values of different kinds are simply not the same.
    private static func same(_ left: FEELValue, _ right: FEELValue) -> Truth {
        let equal = Comparison.equal(left, right)
        return equal == .null ? .no : equal
    }

    private static func on(
        _ name: String, _ parameters: [String], gives: FunctionEntry.Result,
        _ body: @escaping @Sendable ([FEELValue], [FEELValue]) -> FEELValue
    ) -> FunctionEntry {
        let kinds: [FactType] = parameters.map { $0 == "position" ? .number : .any }
        return FunctionEntry(name, [parameters], kinds: kinds, gives: gives, traits: [.seesUnknown]) { arguments, _ in
            switch list(arguments[0]) {
            case .items(let items): body(items, Array(arguments.dropFirst()))
            case .instead(let value): value
            }
        }
    }

    private static func joining(
        _ name: String, _ body: @escaping @Sendable ([FEELValue]) -> FEELValue
    ) -> FunctionEntry {
        FunctionEntry(name, [["list"]], kinds: [.any], gives: .sameAsFirst, traits: [.takesMany, .seesUnknown]) {
            arguments, _ in
            var all: [FEELValue] = []
            for argument in arguments {
                switch list(argument) {
                case .items(let items): all += items
                case .instead(.null): return .null
                case .instead: return Unknown.all(in: arguments).map { .unknown($0) } ?? .null
                }
            }
            return body(all)
        }
    }

    private static func distinct(_ items: [FEELValue]) -> FEELValue {
        if let unknown = Unknown.all(in: items) { return .unknown(unknown) }
        var seen: Set<FEELValue> = []
        return .list(items.filter { seen.insert($0).inserted })
    }

    private static func flattened(_ items: [FEELValue]) -> [FEELValue] {
        var flat: [FEELValue] = []
        for item in items {
            if case .list(let inner) = item { flat += flattened(inner) } else { flat.append(item) }
        }
        return flat
    }

    private static func sublist(_ arguments: [FEELValue]) -> FEELValue {
        guard case .items(let items) = list(arguments[0]) else { return arguments[0] }
        if let unknown = Unknown.all(in: arguments.dropFirst()) { return .unknown(unknown) }
        guard let start = index(arguments[1], in: items) else { return .null }
        guard arguments.count > 2 else { return .list(Array(items[start...])) }
        guard let length = arguments[2].number?.whole, length >= 0, length <= items.count - start else {
            return .null
        }
        return .list(Array(items[start..<start + length]))
    }

    static func index(_ value: FEELValue, in items: [FEELValue]) -> Int? {
        guard let place = value.number?.rounded(to: 0, .down)?.whole, place != 0, place >= -items.count,
            place <= items.count
        else {
            return nil
        }
        return place > 0 ? place - 1 : items.count + place
    }
}
