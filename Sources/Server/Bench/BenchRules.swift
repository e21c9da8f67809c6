import Rules
import Values

/// The rules alone: one table, one benefit, a chain of rules, each over records made from a fixed seed.
struct BenchRules: Sendable {
    struct Figure {
        let name: String
        let records: Int
        let seconds: Double
        /// Hash of all results, so that ways which must agree can be compared.
        let results: Int

        var json: [String: JSON] {
            [
                "rules": .text(name), "records": .number(Int64(records)),
                "records_per_second": .number(Int64(Double(records) / seconds)),
                "nanoseconds_per_record": .number(Int64(seconds / Double(records) * 1e9)),
                "results": .text(String(results, radix: 16)),
            ]
        }
    }

    /// Seconds since some instant; measured by whoever holds a clock.
    let now: @Sendable () -> Double
    /// Seconds of processor that this program has used.
    let processorTime: @Sendable () -> Double
    /// For each figure, at least; the best round counts.
    let seconds: Double

    private static let moment = Moment(2026, 3, 2, hour: 9)
    private static let records = 100_000
    private static let persons = 1_000_000

    func run(_ show: @Sendable (Figure) -> Void) async throws {
        try await table(show)
        try await chain("one benefit", BenchRules.benefit, show)
        try await chain("chain of rules", BenchRules.income, show)
    }

    // MARK: - A table of 20 rows and 6 inputs

    private func table(_ show: @Sendable (Figure) -> Void) async throws {
        let scope = Scope(names: [
            "age": .number, "income": .money, "kind": .choice(["a", "b", "c", "d"]), "resident": .boolean,
            "months": .number, "since": .day, "grade": .text,
        ])
        let table = try CompiledTable.compile(BenchRules.twenty, scope: scope).get()
        var random = BenchChance(state: 20)
        let facts = (0..<BenchRules.records).map { _ in BenchRules.record(scope, &random) }
        try show(
            measured("table 20x6, one by one", facts.count) {
                var hash = BenchHash()
                for values in facts {
                    let environment = Environment(scope: scope, values: values, moment: BenchRules.moment, lists: [:])
                    hash.add(try table.value(in: environment))
                }
                return hash.sum
            })
        try show(
            measured("table 20x6, one by one with rows", facts.count) {
                var hash = BenchHash()
                for values in facts {
                    let environment = Environment(scope: scope, values: values, moment: BenchRules.moment, lists: [:])
                    hash.add(try table.evaluate(in: environment).value)
                }
                return hash.sum
            })
        try show(
            measured("table 20x6, one by one with trace", facts.count) {
                var hash = BenchHash()
                for values in facts {
                    let environment = Environment(scope: scope, values: values, moment: BenchRules.moment, lists: [:])
                    hash.add(try table.evaluateTracing(in: environment).1.value)
                }
                return hash.sum
            })
        let columns = Dictionary(
            scope.names.enumerated().map { slot, name in (name, Column(facts.map { $0[slot] })) },
            uniquingKeysWith: { $1 })
        guard let chain = try? DecisionChain.ordering(["grade": .table(table)], scope: scope).get() else { return }
        try await batch("table 20x6", chain, "grade", columns, facts.count, show)
    }

    private func batch(
        _ name: String, _ chain: DecisionChain, _ result: String, _ columns: [String: Column], _ count: Int,
        _ show: @Sendable (Figure) -> Void
    ) async throws {
        for cores in 1...2 {
            var best = Double.infinity
            var hash = 0
            let begin = now()
            while now() - begin < seconds {
                // One core: what it cost, so that other work on the machine does not count; two: what passed.
                let time = cores == 1 ? processorTime : now
                let start = time()
                let results = await chain.results(over: columns, cores: cores, moment: BenchRules.moment, lists: [:])
                best = min(best, time() - start)
                hash = BenchRules.hash(results[result], count)
            }
            let how = cores == 1 ? ", in batch, one core" : ", in batch, two cores"
            show(Figure(name: name + how, records: count, seconds: best, results: hash))
        }
    }

    private static func record(_ scope: Scope, _ random: inout BenchChance) -> [FEELValue] {
        scope.names.map { name in
            switch name {
            case "age": .number(random.below(90))
            case "income": .number(Decimal(cents: random.below(2_000_000)))
            case "kind": .text(["a", "b", "c", "d"][random.below(4)])
            case "resident": .boolean(random.below(2) == 1)
            case "months": .number(random.below(240))
            case "since": .day(Day(number: 14_000 + random.below(6_500)))
            default: .null
            }
        }
    }

    /// Every record passes through rows that read all six inputs.
    private static var twenty: DecisionTable {
        let kinds = ["\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"a\",\"b\""]
        let incomes = ["< 2000.00", "[2000.00..5000.00)", "[5000.00..12000.00)", ">= 12000.00"]
        let rules = (0..<19).map { row in
            DecisionTable.Rule(
                tests: [
                    ["< 18", "[18..35)", "[35..60)", ">= 60"][row % 4], incomes[row / 4 % 4], kinds[row % 5],
                    ["true", "-", "false"][row % 3], ["-", ">= 12", ">= 60"][row % 3],
                    ["-", "< @\"2020-01-01\"", ">= @\"2015-06-30\""][row % 3],
                ], output: "\"grade-\(row)\"", law: nil, why: Wording(zh: "样例", en: "sample"))
        }
        let last = DecisionTable.Rule(
            tests: Array(repeating: "-", count: 6), output: "\"none\"", law: nil, why: Wording(zh: "其余", en: "rest"))
        return DecisionTable(
            name: "grade", hit: .first, inputs: ["age", "income", "kind", "resident", "months", "since"], gives: .text,
            rules: rules + [last], otherwise: nil)
    }

    // MARK: - Persons

    /// What OpenFisca's simple benefit asks: an age, an income, residence.
    private static let benefit: KeyValuePairs = [
        "eligible": "resident and today >= born + duration(\"P60Y\") and income < 1200.00"
    ]
    /// A disposable income: contributions, a tax by brackets, a benefit, and what is left.
    private static let income: KeyValuePairs = [
        "age": "years and months duration(born, today).years",
        "contribution": "if age < 60 then income * 0.105 else 0.00000",
        "taxable": "max(income - contribution - 5000.00000, 0.00000)",
        "tax": """
        if taxable <= 3000 then taxable * 0.03 else if taxable <= 12000 then taxable * 0.10 - 210.0000000 \
        else if taxable <= 25000 then taxable * 0.20 - 1410.0000000 else taxable * 0.25 - 2660.0000000
        """,
        "benefit": "if resident and age >= 60 and income < 1200.00 then 1200.00 - income else 0.00",
        "left": "income - contribution - tax + benefit",
    ]

    /// Trace on and off, for the expressions of a chain each by itself.
    private func traces(_ name: String, _ steps: [DecisionChain.Step], _ facts: [[FEELValue]], _ scope: Scope) throws
        -> [Figure]
    {
        let expressions = steps.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
        let off = try measured(name + ", each expression", facts.count * expressions.count) {
            var hash = BenchHash()
            for values in facts {
                let environment = Environment(scope: scope, values: values, moment: BenchRules.moment, lists: [:])
                for expression in expressions { hash.add(try expression.evaluate(in: environment)) }
            }
            return hash.sum
        }
        let on = try measured(name + ", each expression with trace", facts.count * expressions.count) {
            var hash = BenchHash()
            for values in facts {
                let environment = Environment(scope: scope, values: values, moment: BenchRules.moment, lists: [:])
                for expression in expressions { hash.add(try expression.evaluateTracing(in: environment).1.value) }
            }
            return hash.sum
        }
        return [off, on]
    }

    private func chain(
        _ name: String, _ sources: KeyValuePairs<String, String>, _ show: @Sendable (Figure) -> Void
    ) async throws {
        var types: [String: FactType] = ["born": .day, "today": .day, "income": .money, "resident": .boolean]
        for (step, _) in sources { types[step] = .any }
        let scope = Scope(names: types)
        var steps: [String: DecisionChain.Step] = [:]
        for (step, source) in sources {
            steps[step] = .expression(try Expression.compile(source, scope: scope).get())
        }
        guard let chain = try? DecisionChain.ordering(steps, scope: scope).get(), let last = sources.last?.key else {
            return
        }
        var random = BenchChance(state: 1_000_000)
        let born = (0..<BenchRules.persons).map { _ in Int64(-14_000 + random.below(34_000)) }
        let incomes = (0..<BenchRules.persons).map { _ in Int64(random.below(3_000_000)) }
        let residents = (0..<BenchRules.persons).map { _ in random.below(4) > 0 }
        let columns = [
            "born": Column(dayNumbers: born), "income": Column(wholes: incomes, scale: 2),
            "resident": Column(truths: residents),
            "today": Column(
                codes: Array(repeating: 0, count: BenchRules.persons), of: [.day(BenchRules.moment.day)]),
        ]
        let facts = try (0..<BenchRules.records).map { subject in
            try scope.names.map { try columns[$0]?.value(at: subject) ?? .null }
        }
        for figure in try traces(name, steps.sorted { $0.key < $1.key }.map(\.value), facts, scope) { show(figure) }
        let place = chain.names.firstIndex(of: last) ?? 0
        try show(
            measured(name + ", one by one", facts.count) {
                var hash = BenchHash()
                for values in facts {
                    hash.add(try chain.results(for: values, moment: BenchRules.moment, lists: [:])[place].get())
                }
                return hash.sum
            })
        try await batch(name, chain, last, columns, BenchRules.persons, show)
    }

    // MARK: - Measuring

    /// The best of as many rounds as fit.
    private func measured(_ name: String, _ count: Int, _ round: () throws -> Int) rethrows -> Figure {
        var best = Double.infinity
        var results = 0
        let begin = now()
        while now() - begin < seconds {
            let start = processorTime()
            results = try round()
            best = min(best, processorTime() - start)
        }
        return Figure(name: name, records: count, seconds: best, results: results)
    }

    /// Only the first hundred thousand, so that looking does not cost more than working out.
    private static func hash(_ column: Column?, _ count: Int) -> Int {
        var hash = BenchHash()
        for subject in 0..<min(count, records) { hash.add((try? column?.value(at: subject)) ?? .null) }
        return hash.sum
    }
}

/// Numbers from a seed, the same on every machine.
struct BenchChance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}

/// A sum over values that does not change from run to run and costs little.
private struct BenchHash {
    private(set) var sum = 0

    mutating func add(_ value: FEELValue) {
        switch value {
        case .number(let number): mix(Int(truncatingIfNeeded: number.coefficient) &+ Int(number.scale))
        case .boolean(let truth): mix(truth ? 2 : 1)
        case .text(let text): mix(text.utf8.count &* 256 &+ Int(text.utf8.last ?? 0))
        default: mix(7)
        }
    }

    private mutating func mix(_ part: Int) { sum = sum &* 31 &+ part }
}
