import Testing
import Values

@testable import Rules

@Suite struct MutationTests {
    private func table(_ inputs: [String], _ rows: [([String], String)]) -> DecisionTable {
        DecisionTable(
            name: "t", hit: .first, inputs: inputs, gives: .any,
            rules: rows.map {
                DecisionTable.Rule(tests: $0.0, output: $0.1, law: nil, why: Wording(zh: "样例", en: "sample"))
            }, otherwise: nil)
    }

    @Test func `each bound, condition and output is changed once`() {
        let mutations = table(
            ["months", #"today >= d + duration("P3M")"#], [(["[12..60)", "true"], "12"), (["-", "-"], "18")]
        ).mutations
        #expect(
            mutations.map { "\($0.kind.rawValue) \($0.row ?? 0) \($0.column ?? 0): \($0.before) → \($0.after)" } == [
                #"threshold 0 2: today >= d + duration("P3M") → today >= d + duration("P4M")"#,
                "threshold 1 1: [12..60) → [13..60)", "threshold 1 1: [12..60) → [12..61)",
                "dropped 1 1: [12..60) → -", "dropped 1 2: true → -", "output 1 0: 12 → 18", "output 2 0: 18 → 12",
            ])
    }

    @Test func `amounts, days and periods move by their smallest step`() {
        let mutations = table(
            ["x"], [(["< 2000.00"], "true"), ([#"< @"2026-12-31""#], "true"), ([#"@"P1D""#], "true")]
        )
        .mutations.filter { $0.kind == .threshold }.map(\.after)
        #expect(mutations == ["< 2000.01", #"< @"2027-01-01""#, #"@"P2D""#])
    }

    @Test func `where all rows give the same, the output becomes another of its kind`() {
        let outputs = table(["x"], [(["1"], "true"), (["2"], "true")]).mutations.filter { $0.kind == .output }
        #expect(outputs.map(\.after) == ["false", "false"])
    }
}

/// Gaps, overlaps and rows behind others, in tables of definitions and of models.
@Suite struct TableFindingTests {
    private func findings(_ hit: Box.Table.HitPolicy, _ rows: [([String], String)]) -> [ModelProblem] {
        var model = DecisionModel(namespace: "n", name: "m")
        model.inputs = [
            DecisionModel.Input(id: "a", name: "Age", type: "number"),
            DecisionModel.Input(id: "r", name: "Resident", type: "boolean"),
        ]
        let table = Box.Table(
            hit: hit, aggregate: nil,
            inputs: ["Age", "Resident"].map { Box.Table.Input(expression: $0, type: nil, values: nil) },
            outputs: [Box.Table.Output(name: nil, type: nil, values: nil, otherwise: nil)],
            rows: rows.enumerated().map { Box.Table.Row(tests: $1.0, outputs: [$1.1], line: 10 + $0) })
        model.decisions = [
            DecisionModel.Decision(
                id: "d", name: "D", type: nil, requires: ["a", "r"], logic: Box(.table(table), type: nil, line: 9),
                line: 8)
        ]
        return CompiledModel.compile(model, imports: []).findings
    }

    @Test func `a gap is told with an example, where the policy needs a row`() {
        let rows = [(["< 18", "-"], "1"), (["> 18", "true"], "2")]
        for hit in [Box.Table.HitPolicy.unique, .first, .any, .priority] {
            let found = findings(hit, rows)
            #expect(found.map(\.problem.message.en) == ["table `D` has a gap: Age = 18, Resident = false"], "\(hit)")
            #expect(found.first?.line == 9)
        }
        for hit in [Box.Table.HitPolicy.collect, .ruleOrder, .outputOrder] { #expect(findings(hit, rows).isEmpty) }
    }

    @Test func `rows of an any table may overlap where they give the same`() {
        let same = [(["<= 18", "-"], "1"), ([">= 18", "-"], "1")]
        #expect(findings(.any, same).isEmpty)
        let other = [(["<= 18", "-"], "1"), ([">= 18", "-"], "2")]
        #expect(
            findings(.any, other).map(\.problem.message.en) == [
                "rows 1, 2 overlap and give different results: Age = 18"
            ])
        #expect(findings(.unique, other).first?.problem.message.en == "rows 1, 2 overlap: Age = 18")
    }

    @Test func `a row behind another is told with the one before it`() {
        let found = findings(.first, [(["-", "-"], "1"), (["< 5", "true"], "2")])
        #expect(
            found.map(\.problem.message.en) == [
                "row 2 can never hit: row 1 comes before it, for example at Age = 4, Resident = true"
            ])
        #expect(found.first?.line == 11)
    }
}
