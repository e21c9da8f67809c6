import Values

/// Contexts as data.
enum ContextFunctions {
    static let all: [FunctionEntry] = [
        FunctionEntry(
            "get value", [["m", "key"]], kinds: [.context([:]), .text], gives: .fixed(.any), traits: [.seesUnknown]
        ) { arguments, _ in
            if let unknown = unknown(arguments) { return unknown }
            guard let context = arguments[0].context, let key = arguments[1].text else { return .null }
            return context[key] ?? .null
        },
        FunctionEntry(
            "get entries", [["m"]], kinds: [.context([:])], gives: .fixed(.list(of: .context([:]))),
            traits: [.seesUnknown]
        ) { arguments, _ in
            if let unknown = unknown(arguments) { return unknown }
            guard let context = arguments[0].context else { return .null }
            return .list(
                context.entries.map { .context(FEELContext(["key": .text($0.key), "value": $0.value])) })
        },
        FunctionEntry(
            "context put", [["context", "key", "value"], ["context", "keys", "value"]],
            kinds: [.context([:]), .any, .any],
            gives: .fixed(.context([:])), traits: [.seesUnknown]
        ) { arguments, _ in
            if let unknown = unknown(Array(arguments.prefix(2))) { return unknown }
            guard let context = arguments[0].context else { return .null }
            switch arguments[1] {
            case .text(let key): return .context(context.putting(arguments[2], at: [key]))
            case .list(let keys): return put(arguments[2], at: keys, in: context)
            default: return .null
            }
        },
        FunctionEntry(
            "context merge", [["contexts"]], kinds: [.any], gives: .fixed(.context([:])), traits: [.seesUnknown]
        ) { arguments, _ in
            if let unknown = unknown(arguments) { return unknown }
            guard case .items(let items) = ListFunctions.list(arguments[0]) else { return .null }
            var merged = FEELContext()
            for item in items {
                if case .unknown = item { return item }
                guard let context = item.context else { return .null }
                for entry in context.entries { merged[entry.key] = entry.value }
            }
            return .context(merged)
        },
        FunctionEntry(
            "context", [["entries"]], kinds: [.any], gives: .fixed(.context([:])), traits: []
        ) { arguments, _ in
            guard case .items(let items) = ListFunctions.list(arguments[0]) else { return .null }
            var made = FEELContext()
            for item in items {
                guard let entry = item.context, let key = entry["key"]?.text, let value = entry["value"],
                    made[key] == nil
                else { return .null }
                made[key] = value
            }
            return .context(made)
        },
    ]

    /// Along a path of keys; what lies on the way must be contexts that are there.
    private static func put(_ value: FEELValue, at keys: [FEELValue], in context: FEELContext) -> FEELValue {
        guard let key = keys.first?.text else { return .null }
        var context = context
        if keys.count == 1 {
            context[key] = value
            return .context(context)
        }
        guard let inner = context[key]?.context else { return .null }
        let changed = put(value, at: Array(keys.dropFirst()), in: inner)
        guard !changed.isNull else { return .null }
        context[key] = changed
        return .context(context)
    }

    private static func unknown(_ arguments: [FEELValue]) -> FEELValue? {
        var all: Unknown?
        for case .unknown(let unknown) in arguments { all = all?.joined(with: unknown) ?? unknown }
        return all.map { .unknown($0) }
    }
}
