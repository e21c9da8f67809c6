import Testing
import Values

@testable import Rules

/// Many subjects at once give what each gives by itself, to the last digit.
@Suite struct ColumnTests {
    private static let scope = Scope(
        names: [
            "age": .number, "income": .money, "kind": .choice(["a", "b", "c"]), "name": .text, "born": .day,
            "resident": .boolean, "months": .number, "today": .day, "one": .any, "two": .any, "three": .any,
            "four": .any,
        ])
    private static let steps = ["one", "two", "three", "four"]
    private static let moment = Moment(2026, 3, 2, hour: 9)

    private static func value(of name: String, _ random: inout Seeded) -> FEELValue {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: return .null
        case 1: return .unknown(name)
        case 2: return .text("甲")
        default: break
        }
        switch name {
        case "age": return .number(Int.random(in: 0...90, using: &random))
        case "months": return .number(Int.random(in: 0...200, using: &random))
        case "income":
            switch Int.random(in: 0..<30, using: &random) {
            case 0: return .number(Decimal("9223372036854775807")!)
            case 1: return .number(Decimal("0.125")!)
            case 2: return .number(Decimal("9999999999999999999999999999999999")!)
            default: return .number(Decimal(cents: Int.random(in: -5_000...2_000_000, using: &random)))
            }
        case "kind": return .text(["a", "b", "c", "d"].randomElement(using: &random)!)
        case "name": return .text(["王", "李", "e\u{301}", "é", "中国茶馆"].randomElement(using: &random)!)
        case "born": return .day(Day(number: Int.random(in: -20_000...20_000, using: &random)))
        case "today": return .day(moment.day)
        default: return .boolean(Bool.random(using: &random))
        }
    }

    private static let leaves = [
        "age", "income", "kind", "name", "born", "resident", "months", "today", "1", "2.50", "60", "12000.00", "\"a\"",
        "true", "@\"P60Y\"", "@\"P90D\"", "null", "today()", "@\"2001-02-28\"", "one", "two",
    ]

    private static func number(_ depth: Int, _ random: inout Seeded) -> String {
        let leaf = ["age", "income", "months", "1", "2.50", "60", "12000.00", "-3"].randomElement(using: &random)!
        guard depth > 0 else { return leaf }
        let (one, other) = (number(depth - 1, &random), number(depth - 1, &random))
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return "(\(one) + \(other))"
        case 1: return "(\(one) - \(other))"
        case 2: return "(\(one) * \(other))"
        case 3: return "(\(one) / \(other))"
        case 4: return "min(\(one), \(other))"
        case 5: return "(if \(truth(depth - 1, &random)) then \(one) else \(other))"
        case 6: return ["floor", "ceiling", "abs", "-"].randomElement(using: &random)! + "(\(one))"
        case 7: return "years and months duration(\(day(depth - 1, &random)), today).years"
        case 8:
            return day(depth - 1, &random) + "." + ["year", "month", "day", "weekday"].randomElement(using: &random)!
        default: return leaf
        }
    }

    private static func day(_ depth: Int, _ random: inout Seeded) -> String {
        let leaf = ["born", "today", "today()", "@\"2001-02-28\""].randomElement(using: &random)!
        guard depth > 0 else { return leaf }
        let period = ["P60Y", "P1M", "P90D", "PT12H"].randomElement(using: &random)!
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return "(\(day(depth - 1, &random)) + @\"\(period)\")"
        case 1: return "(\(day(depth - 1, &random)) - @\"\(period)\")"
        case 2: return "max(\(day(depth - 1, &random)), \(day(depth - 1, &random)))"
        default: return leaf
        }
    }

    private static func truth(_ depth: Int, _ random: inout Seeded) -> String {
        let compare = ["<", "<=", "=", "!=", ">", ">="].randomElement(using: &random)!
        guard depth > 0 else {
            return ["resident", "true", "kind = \"a\"", "contains(name, \"中国\")"].randomElement(using: &random)!
        }
        switch Int.random(in: 0..<11, using: &random) {
        case 0, 1: return "(\(number(depth - 1, &random)) \(compare) \(number(depth - 1, &random)))"
        case 2: return "(\(day(depth - 1, &random)) \(compare) \(day(depth - 1, &random)))"
        case 3: return "(\(truth(depth - 1, &random)) and \(truth(depth - 1, &random)))"
        case 4: return "(\(truth(depth - 1, &random)) or \(truth(depth - 1, &random)))"
        case 5: return "not(\(truth(depth - 1, &random)))"
        case 6: return "(\(number(depth - 1, &random)) in (< 3, [10..20), 60))"
        case 7: return "(\(number(depth - 1, &random)) between 3 and \(number(depth - 1, &random)))"
        case 8: return "(kind in (\"a\", \"b\"))"
        case 9: return "(string length(name) > age)"
        default: return "resident"
        }
    }

    private static func anything(_ depth: Int, _ random: inout Seeded) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: return number(depth, &random)
        case 2: return truth(depth, &random)
        case 3: return day(depth, &random)
        case 4: return "(if \(truth(depth, &random)) then \"高\" else kind)"
        default:
            // Whatever does not fit together.
            return leaves.randomElement(using: &random)! + [" + ", " = ", " < ", " and ", " * "].randomElement(
                using: &random)!
                + leaves.randomElement(using: &random)!
        }
    }

    private static func table(_ random: inout Seeded) -> DecisionTable {
        let hits: [DecisionTable.HitPolicy] = [
            .first, .first, .unique, .any, .collect, .aggregate(.sum), .aggregate(.count),
        ]
        let cells: [String: [String]] = [
            "age": ["-", "< 18", "[18..60)", ">= 60", "60.5", "(17.5..18]"],
            "income": ["-", "< 1200.00", "[1200.00..5000.005)", "> 10000", "not(0.00)"],
            "kind": ["-", "\"a\"", "\"b\",\"c\"", "not(\"a\")"],
            "born": ["-", "< @\"1980-01-01\"", "[@\"1980-01-01\"..@\"2000-12-31\"]"],
            "resident": ["-", "true", "false"], "age + months": ["-", "> 100", "<= 100"],
            "income / 12": ["-", "> 100", "[0..33.3333333333]"],
        ]
        let inputs = Array(cells.keys.sorted().shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
        let hit = hits.randomElement(using: &random)!
        let isNumber = hit == .aggregate(.sum) || Bool.random(using: &random)
        let rules = (0..<Int.random(in: 1...(Int.random(in: 0..<8, using: &random) == 0 ? 140 : 12), using: &random))
            .map { _ in
                DecisionTable.Rule(
                    tests: inputs.map { cells[$0]!.randomElement(using: &random)! },
                    output: isNumber
                        ? ["1", "2.50", "3", "income * 2", "age", "0.00"].randomElement(using: &random)!
                        : ["\"低\"", "\"高\"", "kind", "null"].randomElement(using: &random)!,
                    law: nil, why: Wording(zh: "样例", en: "sample"))
            }
        return DecisionTable(
            name: "t", hit: hit, inputs: inputs, gives: .any, rules: rules,
            otherwise: Bool.random(using: &random) ? (isNumber ? "7.5" : "\"无\"") : nil)
    }

    private static func step(_ name: String, _ random: inout Seeded) -> DecisionChain.Step? {
        if Int.random(in: 0..<3, using: &random) == 0 {
            return (try? CompiledTable.compile(table(&random), scope: scope).get()).map { .table($0) }
        }
        var source = anything(3, &random)
        if name == "three" { source = "[one, two][item = " + source + "]" }
        if name == "four" { source = "if one = two then one else " + source }
        guard var parser = try? Parser(source, scope: scope), let syntax = try? parser.wholeExpression() else {
            return nil
        }
        // Without the check, so that operators also meet what does not fit them.
        var compiler = Compiler()
        let root = compiler.node(syntax)
        let reads = compiler.slots.map { scope.names[$0] }.sorted().filter { $0 < name || !steps.contains($0) }
        guard compiler.slots.count == reads.count else { return nil }
        return .expression(
            Expression(source: source, reads: reads, type: .any, root: root, scope: scope.storage))
    }

    private static func same(_ left: FEELValue, _ right: FEELValue) -> Bool {
        Exactly(left) == Exactly(right) && left.source == right.source
    }

    @Test func `many subjects at once give what each gives by itself`() async throws {
        var system = SystemRandomNumberGenerator()
        let seed = system.next()
        print("ColumnTests seed \(seed)")
        var random = Seeded(state: seed)
        let facts = ColumnTests.scope.names
        var compared = 0
        for round in 0..<40 {
            var made: [String: DecisionChain.Step] = [:]
            for name in ColumnTests.steps { made[name] = ColumnTests.step(name, &random) }
            guard let chain = try? DecisionChain.ordering(made, scope: ColumnTests.scope).get() else { continue }
            let count = [0, 1, 7, 300, 5000][round % 5]
            let subjects = (0..<count).map { _ in
                facts.map { ColumnTests.steps.contains($0) ? .unknown($0) : ColumnTests.value(of: $0, &random) }
            }
            var columns: [String: Column] = [:]
            for (slot, name) in facts.enumerated() where !ColumnTests.steps.contains(name) {
                columns[name] = Column(subjects.map { $0[slot] })
            }
            let one = chain.results(over: columns, moment: ColumnTests.moment, lists: [:])
            let both = await chain.results(over: columns, cores: 2, moment: ColumnTests.moment, lists: [:])
            for (number, subject) in subjects.enumerated() {
                let alone = chain.results(for: subject, moment: ColumnTests.moment, lists: [:])
                for (name, wanted) in zip(chain.names, alone) {
                    let found = [one, both].map { ColumnTests.result($0[name], number) }
                    compared += 1
                    for found in found where !ColumnTests.agree(found, wanted) {
                        let known = zip(facts, subject).map { "\($0)=\($1.source)" }
                        let step = ColumnTests.told(made[name])
                        Issue.record("\(name) of \(number): \(found), alone \(wanted); \(step), \(known)")
                        return
                    }
                }
            }
        }
        print("ColumnTests compared \(compared)")
        #expect(compared > 20_000)
    }

    private static func told(_ step: DecisionChain.Step?) -> String {
        switch step {
        case .expression(let expression)?: return expression.source
        case .table(let table)?:
            let rows = table.table.rules.map { $0.tests.joined(separator: " | ") + " → " + $0.output }
            return "\(table.table.hit) \(table.table.inputs) \(rows) \(table.table.otherwise ?? "-")"
        case nil: return "-"
        }
    }

    private static func result(_ column: Column?, _ subject: Int) -> Result<FEELValue, EvaluationFault> {
        do throws(EvaluationFault) {
            return .success(try column?.value(at: subject) ?? .text("no column"))
        } catch {
            return .failure(error)
        }
    }

    private static func agree(
        _ left: Result<FEELValue, EvaluationFault>, _ right: Result<FEELValue, EvaluationFault>
    ) -> Bool {
        switch (left, right) {
        case (.success(let one), .success(let other)): same(one, other)
        case (.failure(let one), .failure(let other)): one == other
        default: false
        }
    }

    @Test func `an amount that overflows falls back to decimals`() throws {
        let product = try Expression.compile("income * income", scope: ColumnTests.scope).get()
        let chain = try DecisionChain.ordering(["one": .expression(product)], scope: ColumnTests.scope).get()
        let columns = ["income": Column(wholes: [200, 5_000_000_000_000, -1], scale: 2)]
        let results = chain.results(over: columns, moment: ColumnTests.moment, lists: [:])["one"]
        #expect(try results?.value(at: 0) == .number(Decimal("4.0000")!))
        #expect(try results?.value(at: 1) == .number(Decimal("2500000000000000000000.0000")!))
        #expect(try results?.value(at: 2) == .number(Decimal("0.0001")!))
        #expect(results?.exceptions.keys.sorted() == [1])
    }

    @Test func `steps that rest on themselves are named`() throws {
        let one = try Expression.compile("two", scope: ColumnTests.scope).get()
        let two = try Expression.compile("one", scope: ColumnTests.scope).get()
        let circle = DecisionChain.ordering(
            ["one": .expression(one), "two": .expression(two)], scope: ColumnTests.scope)
        guard case .failure(let found) = circle else {
            Issue.record("a circle was ordered")
            return
        }
        #expect(found.names == ["one", "two"])
    }

    @Test func `columns hold what they were made of`() throws {
        let values: [[FEELValue]] = [
            [.number(1), .number(Decimal("1.0")!), .null], [.text("é"), .text("e\u{301}")], [],
            [.day(Day(2026, 3, 2)), .unknown("d")], [.boolean(true), .null, .boolean(false)],
            (0..<100).map { .number(Decimal(cents: $0)) } + [.number(3)],
            [.list([.number(1)]), .list([.number(Decimal("1.0")!)])],
        ]
        for list in values {
            let column = Column(list)
            #expect(column.count == list.count)
            for (subject, value) in list.enumerated() {
                #expect(ColumnTests.same(try column.value(at: subject), value))
            }
        }
    }
}

/// A model of decisions over columns.
@Suite struct ModelColumnTests {
    private static let model: DecisionModel = {
        var model = DecisionModel(namespace: "n", name: "benefit")
        model.inputs = [
            DecisionModel.Input(id: "a", name: "Age", type: "number"),
            DecisionModel.Input(id: "i", name: "Income", type: "number"),
            DecisionModel.Input(id: "k", name: "Kind", type: "string"),
        ]
        func text(_ text: String) -> Box { Box(.literal(text), type: nil, line: 1) }
        let table = Box.Table(
            hit: .first, aggregate: nil,
            inputs: [
                Box.Table.Input(expression: "Age", type: "number", values: nil),
                Box.Table.Input(expression: "Net", type: "number", values: nil),
                Box.Table.Input(expression: "Kind", type: "string", values: nil),
            ],
            outputs: [
                Box.Table.Output(name: "grade", type: "string", values: nil, otherwise: nil),
                Box.Table.Output(name: "fee", type: "number", values: nil, otherwise: nil),
            ],
            rows: [
                Box.Table.Row(tests: [">= 60", "< 1200.00", "-"], outputs: ["\"A\"", "0"], line: 1),
                Box.Table.Row(tests: ["-", "-", "\"x\",\"y\""], outputs: ["\"B\"", "20.50"], line: 2),
                Box.Table.Row(tests: ["< 18", "-", "-"], outputs: ["\"C\"", "null"], line: 3),
            ])
        model.decisions = [
            DecisionModel.Decision(
                id: "net", name: "Net", type: "number", requires: ["i"], logic: text("Income * 0.895 - 100"), line: 1),
            DecisionModel.Decision(
                id: "d", name: "Decided", type: nil, requires: ["a", "net", "k"],
                logic: Box(.table(table), type: nil, line: 1), line: 2),
            DecisionModel.Decision(
                id: "w", name: "Words", type: "string", requires: ["d", "net"],
                logic: text("if Net > 5000 then \"high\" else Decided.grade + string(Net)"), line: 3),
        ]
        return model
    }()

    @Test func `a model gives over columns what it gives for each`() async throws {
        var system = SystemRandomNumberGenerator()
        let seed = system.next()
        print("ModelColumnTests seed \(seed)")
        var random = Seeded(state: seed)
        let model = CompiledModel.compile(ModelColumnTests.model, imports: [])
        #expect(model.problems.isEmpty)
        let moment = Moment(2026, 3, 2, hour: 9)
        let others: [FEELValue] = [.null, .text("z"), .number(Decimal("0.001")!), .list([.number(5)]), .boolean(true)]
        func value(_ usual: FEELValue) -> FEELValue {
            Int.random(in: 0..<12, using: &random) == 0 ? others.randomElement(using: &random)! : usual
        }
        let subjects = (0..<3000).map { _ in
            [
                "Age": value(.number(Int.random(in: 0...90, using: &random))),
                "Income": value(.number(Decimal(cents: Int.random(in: 0...900_000, using: &random)))),
                "Kind": value(.text(["x", "y", "w"].randomElement(using: &random)!)),
            ]
        }
        let columns = Dictionary(
            uniqueKeysWithValues: ["Age", "Income", "Kind"].map { name in
                (name, Column(subjects.map { $0[name] ?? .null }))
            })
        for decision in ["Net", "Decided", "Words"] {
            let found = await model.evaluate(decision: decision, over: columns, cores: 2, moment: moment)
            let column = try #require(found)
            for (number, inputs) in subjects.enumerated() {
                let alone = try #require(try model.evaluate(decision: decision, inputs: inputs, moment: moment))
                #expect(Exactly(try column.value(at: number)) == Exactly(alone), "\(decision) \(inputs)")
            }
        }
    }
}
