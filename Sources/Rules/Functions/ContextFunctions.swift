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
            "context put", [["context", "key", "value"]], kinds: [.context([:]), .text, .any],
            gives: .fixed(.context([:])), traits: [.seesUnknown]
        ) { arguments, _ in
            if let unknown = unknown(Array(arguments.prefix(2))) { return unknown }
            guard var context = arguments[0].context, let key = arguments[1].text else { return .null }
            context[key] = arguments[2]
            return .context(context)
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
    ]

    private static func unknown(_ arguments: [FEELValue]) -> FEELValue? {
        var all: Unknown?
        for case .unknown(let unknown) in arguments { all = all?.joined(with: unknown) ?? unknown }
        return all.map { .unknown($0) }
    }
}
