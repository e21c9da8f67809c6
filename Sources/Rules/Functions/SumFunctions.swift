import Values

/// One value out of many: `sum(list)` as well as `sum(a, b, c)`.
enum SumFunctions {
    static let all: [FunctionEntry] = [
        folding("sum", gives: .elementOfFirst) { total($0) ?? .null },
        folding("product", gives: .fixed(.number)) { items in
            guard let numbers = numbers(items) else { return .null }
            var product: Decimal? = .one
            for number in numbers { product = product?.multiplied(by: number) }
            return product.map { .number($0) } ?? .null
        },
        folding("mean", gives: .fixed(.number)) { items in
            guard let sum = total(items) else { return .null }
            return Arithmetic.result(sum, .divide, .number(items.count))
        },
        folding("min", gives: .elementOfFirst) { extreme($0, .less) },
        folding("max", gives: .elementOfFirst) { extreme($0, .greater) },
        folding("median", gives: .fixed(.number)) { items in
            guard let sorted = numbers(items)?.sorted() else { return .null }
            let middle = sorted.count / 2
            if sorted.count % 2 == 1 { return .number(sorted[middle]) }
            return sorted[middle - 1].adding(sorted[middle])?.divided(by: Decimal(2)).map { .number($0) } ?? .null
        },
        folding("mode", gives: .fixed(.list(of: .number)), empty: .list([])) { items in
            guard let numbers = numbers(items) else { return .null }
            let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
            let most = counts.values.max() ?? 0
            return .list(counts.filter { $0.value == most }.keys.sorted().map { .number($0) })
        },
    ]

    private static func folding(
        _ name: String, gives: FunctionEntry.Result, empty: FEELValue = .null,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELValue
    ) -> FunctionEntry {
        FunctionEntry(name, [["list"]], kinds: [.any], gives: gives, traits: [.takesMany]) { arguments, _ in
            switch ListFunctions.items(arguments) {
            case .items(let items): items.isEmpty ? empty : body(items)
            case .instead(let value): value
            }
        }
    }

    private static func numbers(_ items: [FEELValue]) -> [Decimal]? {
        let numbers = items.compactMap(\.number)
        return numbers.count == items.count ? numbers : nil
    }

    /// Numbers or periods of one kind; texts and days are not added up.
    private static func total(_ items: [FEELValue]) -> FEELValue? {
        guard let first = items.first else { return nil }
        switch first {
        case .number, .daysDuration, .monthsDuration: break
        default: return nil
        }
        let sum = items.dropFirst().reduce(first) { sum, item in
            if case .text = item { return .null }
            return Arithmetic.result(sum, .add, item)
        }
        switch (first, sum) {
        case (.number, .number), (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration): return sum
        default: return nil
        }
    }

    private static func extreme(_ items: [FEELValue], _ wanted: Comparison.Order) -> FEELValue {
        var best = items[0]
        guard Comparison.order(best, best) != nil else { return .null }
        for item in items.dropFirst() {
            guard let order = Comparison.order(item, best) else { return .null }
            if order == wanted { best = item }
        }
        return best
    }
}
