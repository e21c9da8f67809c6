import Values

/// Roots, powers of e, logarithms and the spread of numbers, to 34 digits.
enum RootFunctions {
    static let all: [FunctionEntry] = [
        of("sqrt") { $0.squareRoot() }, of("exp") { $0.exponential() }, of("log") { $0.logarithm() },
        FunctionEntry("stddev", [["list"]], kinds: [.any], gives: .fixed(.number), traits: [.takesMany]) {
            arguments, _ in
            guard case .items(let items) = ListFunctions.items(arguments) else { return .null }
            let numbers = items.compactMap(\.number)
            guard numbers.count == items.count, numbers.count > 1 else { return .null }
            return spread(numbers).map { .number($0) } ?? .null
        },
    ]

    private static func of(_ name: String, _ body: @escaping @Sendable (Decimal) -> Decimal?) -> FunctionEntry {
        FunctionEntry(name, [["number"]], kinds: [.number], gives: .fixed(.number), traits: []) { arguments, _ in
            arguments[0].number.flatMap(body).map { .number($0) } ?? .null
        }
    }

    /// The standard deviation of a sample.
    private static func spread(_ numbers: [Decimal]) -> Decimal? {
        var sum: Decimal? = .zero
        for number in numbers { sum = sum?.adding(number) }
        guard let mean = sum?.divided(by: Decimal(numbers.count)) else { return nil }
        var squares: Decimal? = .zero
        for number in numbers {
            guard let distance = number.subtracting(mean), let square = distance.multiplied(by: distance) else {
                return nil
            }
            squares = squares?.adding(square)
        }
        return squares?.divided(by: Decimal(numbers.count - 1))?.squareRoot()
    }
}
