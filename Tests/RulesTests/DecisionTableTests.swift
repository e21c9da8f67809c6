import Testing
import Values

@testable import Rules

@Suite struct DecisionTableTests {
    private let scope = Scope(names: [
        "kind": .choice(["prepacked", "bulk", "vending", "catering"]), "area": .number, "left": .boolean,
        "months": .number, "on": .day, "other": .text,
    ])

    private func table(
        _ hit: DecisionTable.HitPolicy, _ inputs: [String], gives: FactType, _ rows: [([String], String)],
        otherwise: String? = nil
    ) throws -> CompiledTable {
        let rules = rows.enumerated().map { number, row in
            DecisionTable.Rule(
                tests: row.0, output: row.1, law: .own("own \(number + 1)"),
                why: Wording(zh: "第\(number + 1)行", en: "row \(number + 1)"))
        }
        let table = DecisionTable(
            name: "t", hit: hit, inputs: inputs, gives: gives, rules: rules, otherwise: otherwise)
        return try CompiledTable.compile(table, scope: scope).get()
    }

    private func environment(_ known: [String: FEELValue]) -> Environment {
        Environment(scope: scope, known: known, moment: Sample.moment, lists: [:])
    }

    private func risk() throws -> CompiledTable {
        try table(
            .first, ["kind", "area"], gives: .text,
            [
                ([#""prepacked""#, "-"], #""low""#), ([#""bulk""#, "-"], #""low""#), (["-", "> 300"], #""high""#),
                ([#""vending""#, "-"], #""middle""#), ([#""catering""#, "<= 300"], #""middle""#),
            ])
    }

    private func months() throws -> CompiledTable {
        try table(
            .unique, ["months"], gives: .number,
            [(["< 12"], "0"), (["[12..60)"], "12"), (["[60..120)"], "18"), ([">= 120"], "24")])
    }

    private func refusals() throws -> CompiledTable {
        try table(
            .collect, ["months", "left"], gives: .text,
            [(["< 12", "-"], #""too short""#), (["-", "true"], #""own will""#)])
    }

    @Test func `first takes the first row that hits`() throws {
        let result = try risk().evaluate(in: environment(["kind": .text("catering"), "area": .number(301)]))
        #expect(result == TableResult(value: .text("high"), hits: [2], perhaps: []))
        let low = try risk().evaluate(in: environment(["kind": .text("bulk")]))
        #expect(low == TableResult(value: .text("low"), hits: [1], perhaps: []))
    }

    @Test func `a perhaps before the first certain row leaves it open`() throws {
        let open = try risk().evaluate(in: environment(["kind": .text("vending")]))
        #expect(open == TableResult(value: .unknown("area"), hits: [3], perhaps: [2]))
        let both = try risk().evaluate(in: environment([:]))
        #expect(both.value == .unknown(Unknown("area").joined(with: Unknown("kind"))))
        #expect(both.perhaps == [0, 1, 2, 3, 4])
    }

    @Test func `rows in doubt that give the same as the certain one leave nothing open`() throws {
        let same = try table(
            .first, ["area", "kind"], gives: .text,
            [(["> 300", "-"], #""low""#), (["-", #""bulk""#], #""low""#)])
        let result = try same.evaluate(in: environment(["kind": .text("bulk")]))
        #expect(result.value == .text("low"))
        #expect(result.perhaps == [0])
        // Without a certain row the answer could also be that none hits.
        #expect(try same.evaluate(in: environment(["kind": .text("vending")])).value == .unknown("area"))
    }

    @Test func `unique covers every value, and two hits are no answer`() throws {
        for (number, gives) in [(0, 0), (11, 0), (12, 12), (59, 12), (60, 18), (119, 18), (120, 24), (999, 24)] {
            let result = try months().evaluate(in: environment(["months": .number(number)]))
            #expect(result.value == .number(gives))
        }
        #expect(try months().evaluate(in: environment([:])).value == .unknown("months"))
        #expect(try months().evaluate(in: environment(["months": .null])).value == .null)
        let twice = try table(.unique, ["area"], gives: .number, [(["> 1"], "1"), (["> 2"], "2")])
        #expect(try twice.evaluate(in: environment(["area": .number(3)])).value == .null)
        let any = try table(.any, ["area"], gives: .number, [(["> 1"], "1"), (["> 2"], "1"), (["> 5"], "2")])
        #expect(try any.evaluate(in: environment(["area": .number(3)])).value == .number(1))
        #expect(try any.evaluate(in: environment(["area": .number(6)])).value == .null)
    }

    @Test func `collect gives the certain rows, and is open only without one`() throws {
        let short: FEELValue = .list([.text("too short")])
        #expect(try refusals().evaluate(in: environment(["months": .number(3)])).value == short)
        let known: [String: FEELValue] = ["months": .number(3), "left": .boolean(false)]
        #expect(try refusals().evaluate(in: environment(known)).value == short)
        #expect(try refusals().evaluate(in: environment(["months": .number(30)])).value == .unknown("left"))
        let none = try refusals().evaluate(in: environment(["months": .number(30), "left": .boolean(false)]))
        #expect(none == TableResult(value: .list([]), hits: [], perhaps: []))
        let both = try refusals().evaluate(in: environment(["months": .number(3), "left": .boolean(true)]))
        #expect(both.value == .list([.text("too short"), .text("own will")]))
    }

    @Test func `aggregates and what stands when nothing hits`() throws {
        let rows: [([String], String)] = [(["> 1"], "10"), (["> 2"], "20")]
        func value(_ aggregate: DecisionTable.Aggregate, _ area: Int) throws -> FEELValue {
            try table(.aggregate(aggregate), ["area"], gives: .number, rows)
                .evaluate(in: environment(["area": .number(area)])).value
        }
        #expect(try value(.sum, 3) == .number(30))
        #expect(try value(.min, 3) == .number(10))
        #expect(try value(.max, 3) == .number(20))
        #expect(try value(.count, 3) == .number(2))
        #expect(try value(.count, 0) == .number(0))
        #expect(try value(.sum, 0) == .null)
        let fallback = try table(.first, ["area"], gives: .number, rows, otherwise: "99")
        #expect(try fallback.evaluate(in: environment(["area": .number(0)])).value == .number(99))
        #expect(try fallback.evaluate(in: environment([:])).value == .unknown("area"))
    }

    @Test func `a table without rows is empty`() throws {
        let empty = try table(.collect, ["true"], gives: .text, [])
        #expect(try empty.evaluate(in: environment([:])).value == .list([]))
        #expect(empty.findings == [])
    }

    @Test func `a trace tells rows, facts and articles`() throws {
        let known: [String: FEELValue] = ["kind": .text("vending"), "area": .number(20)]
        let (result, trace) = try risk().evaluateTracing(in: environment(known))
        #expect(result.value == .text("middle"))
        #expect(trace.rows.map(\.number) == [4])
        #expect(trace.rows.first?.why.en == "row 4")
        #expect(trace.citations == [.own("own 4")])
        #expect(trace.facts.map(\.name).sorted() == ["area", "kind"])
        let (_, open) = try risk().evaluateTracing(in: environment(["kind": .text("vending")]))
        #expect(open.rows.map(\.isCertain) == [false, true])
    }

    @Test func `an input that no remaining row reads is not read`() throws {
        let (_, trace) = try risk().evaluateTracing(in: environment(["kind": .text("prepacked"), "area": .number(1)]))
        #expect(trace.facts.map(\.name).contains("kind"))
        let only = try table(.first, ["kind", "area"], gives: .number, [([#""bulk""#, "> 3"], "1")])
        let (_, missed) = try only.evaluateTracing(in: environment(["kind": .text("vending"), "area": .number(1)]))
        #expect(missed.facts.map(\.name) == ["kind"])
    }

    @Test func `the index and the cells give the same`() throws {
        var system = SystemRandomNumberGenerator()
        let seed = system.next()
        print("DecisionTableTests seed \(seed)")
        var random = Seeded(state: seed)
        let kinds = [#""bulk""#, #""vending""#, #"not("bulk")"#, #""bulk","prepacked""#, "-"]
        let areas = ["< 10", "[10..20)", "> 15", "-", "10", "not(10)", "[5..5], > 18.5"]
        let days = ["< date(\"2026-03-02\")", "-", "[date(\"2026-03-02\")..date(\"2026-03-04\")]"]
        let lefts = ["true", "false", "-", "not(true)"]
        for _ in 0..<60 {
            let count = Int.random(in: 1...90, using: &random)
            let rows = (0..<count).map { row in
                (
                    [
                        kinds.randomElement(using: &random)!, areas.randomElement(using: &random)!,
                        days.randomElement(using: &random)!, lefts.randomElement(using: &random)!,
                    ], "\(row)"
                )
            }
            let hit: DecisionTable.HitPolicy = [.first, .collect, .any].randomElement(using: &random)!
            let quick = try table(hit, ["kind", "area", "on", "left"], gives: .number, rows)
            // The same cells behind an input that the index does not know.
            let slow = try table(
                hit, ["kind", "area", "on", "left", "other"], gives: .number,
                rows.map { ($0.0 + ["? = ? or true"], $0.1) })
            #expect(quick.body.index != nil && slow.body.index == nil)
            for _ in 0..<30 {
                let known: [String: FEELValue] = [
                    "kind": .text(["bulk", "vending", "catering"].randomElement(using: &random)!),
                    "area": .number(Decimal(cents: Int.random(in: 0...2500, using: &random))),
                    "on": .day(Day(2026, 3, Int.random(in: 1...6, using: &random))),
                    "left": .boolean(Bool.random(using: &random)), "other": .text("x"),
                ]
                #expect(try quick.evaluate(in: environment(known)) == slow.evaluate(in: environment(known)))
            }
        }
    }

    // MARK: - Findings

    @Test func `a unique table with a gap is told with an example`() throws {
        let gap = try table(
            .unique, ["months", "left"], gives: .number, [(["< 12", "-"], "0"), (["> 12", "-"], "1")])
        #expect(gap.findings.map(\.message.en) == ["table `t` has a gap: months = 12"])
        let kind = try table(
            .unique, ["kind", "left"], gives: .number,
            [([#""bulk""#, "-"], "0"), ([#"not("bulk")"#, "true"], "1")])
        #expect(kind.findings.first?.message.en == #"table `t` has a gap: kind = 其他 (other), left = false"#)
        #expect(try months().findings == [])
    }

    @Test func `overlaps of a unique table are told with an example`() throws {
        let overlap = try table(.unique, ["months"], gives: .number, [(["<= 12"], "0"), ([">= 12"], "1")])
        #expect(overlap.findings.map(\.message.en) == ["rows 1, 2 overlap: months = 12"])
    }

    @Test func `a row that can never hit is told`() throws {
        let covered = try table(.first, ["months"], gives: .number, [(["< 12"], "0"), (["< 10"], "1"), (["-"], "2")])
        #expect(covered.findings.first?.message.en.hasPrefix("row 2 can never hit: row 1 comes before it") == true)
        let empty = try table(.collect, ["months"], gives: .number, [(["[9..3]"], "0"), (["< 10"], "1")])
        #expect(empty.findings.map(\.message.en) == ["row 1 can never hit"])
        #expect(try risk().findings == [])
    }

    @Test func `every wrong cell is told with its place`() throws {
        let rule = DecisionTable.Rule(tests: ["< 1"], output: "1", law: nil, why: Wording(zh: "甲", en: "a"))
        let wrong = DecisionTable.Rule(
            tests: [#""bulk""#, #""x""#], output: #""text""#, law: nil, why: Wording(zh: "乙", en: "b"))
        let table = DecisionTable(
            name: "t", hit: .unique, inputs: ["area", "aera"], gives: .number, rules: [rule, wrong], otherwise: nil)
        guard case .failure(let found) = CompiledTable.compile(table, scope: scope) else {
            Issue.record("the table was accepted")
            return
        }
        #expect(
            found.problems(at: "rules.yaml:3").map(\.place) == [
                "rules.yaml:3 inputs[2]:1", "rules.yaml:3 rules[1]:1", "rules.yaml:3 rules[2].if[1]:1",
                "rules.yaml:3 rules[2].then:1",
            ])
    }
}
