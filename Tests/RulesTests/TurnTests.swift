import Testing
import Values

@testable import Rules

/// What would have changed an outcome, and what to ask first.
@Suite struct TurnTests {
    private static let scope = Scope(names: [
        "months": .number, "income": .money, "kind": .choice(["own", "employer", "closed"]), "left": .boolean,
        "since": .day, "today": .day,
    ])

    private func environment(_ known: [String: FEELValue]) -> Environment {
        Environment(scope: TurnTests.scope, known: known, moment: Moment(2026, 3, 2, hour: 9), lists: [:])
    }

    private func table(_ inputs: [String], _ rows: [([String], String)]) throws -> CompiledTable {
        let table = DecisionTable(
            name: "t", hit: .first, inputs: inputs, gives: .any,
            rules: rows.map {
                DecisionTable.Rule(
                    tests: $0.0, output: $0.1, law: .own("示例"),
                    why: Wording(zh: "因为", en: "because"))
            }, otherwise: nil)
        return try CompiledTable.compile(table, scope: TurnTests.scope).get()
    }

    private func told(_ turns: [Turn]) -> [String] {
        turns.map { "\($0.name) \($0.from.written) → \($0.to.written): \($0.outcome.written)" }
    }

    @Test func `a table tells the nearest bound of each fact, the nearest first`() throws {
        let benefit = try table(
            ["months", "left"],
            [(["< 12", "-"], "\"short\""), (["-", "true"], "\"own will\""), (["-", "-"], "\"yes\"")])
        let short = environment(["months": .number(8), "left": .boolean(false)])
        #expect(told(try benefit.turns(in: short)) == ["months 8 → 12: yes"])
        let own = environment(["months": .number(13), "left": .boolean(true)])
        #expect(told(try benefit.turns(in: own)) == ["months 13 → 11: short", "left true → false: yes"])
    }

    @Test func `comparisons tell amounts to the cent, days to the day, choices by name`() throws {
        let expression = try Expression.compile(
            "income < 1200.00 and today >= since + duration(\"P3M\") and kind = \"employer\"", scope: TurnTests.scope
        ).get()
        let facts = environment([
            "income": .number(Decimal("900.00")!), "today": .day(Day(2026, 3, 2)), "since": .day(Day(2025, 12, 1)),
            "kind": .text("employer"),
        ])
        #expect(
            told(try expression.turns(in: facts)) == [
                "since 2025-12-01 → 2025-12-03: false", "today 2026-03-02 → 2026-02-28: false",
                "income 900.00 → 1200.00: false", "kind employer → own: false",
            ])
    }

    @Test func `what is open is asked in the order of what it decides`() throws {
        let benefit = try table(
            ["months", "left"], [(["< 12", "-"], "\"no\""), (["-", "true"], "\"no\""), (["-", "-"], "\"yes\"")])
        let questions = try benefit.questions(in: environment([:]))
        #expect(questions.map { "\($0.name) \($0.deciding)/\($0.answers)" } == ["left 1/2", "months 1/3"])
        let wording = OpenQuestion.wording(questions) { Wording(zh: "《\($0)》", en: $0) }
        #expect(wording?.zh == "还不知道：《left》、《months》。先问“《left》”：2 种回答中有 1 种能定下结果")
        #expect(wording?.en == "Not known yet: left, months. Ask `left` first: 1 of 2 answers settle the outcome")
        #expect(try benefit.questions(in: environment(["months": .number(3)])).isEmpty)
    }

    @Test func `a change is told in plain words`() throws {
        let expression = try Expression.compile("months >= 12", scope: TurnTests.scope).get()
        let turn = try #require(try expression.turns(in: environment(["months": .number(8)])).first)
        let words = turn.wording(
            label: { _ in Wording(zh: "缴费月数", en: "months paid") },
            write: { Wording(zh: $1.written, en: $1.written) }, outcome: Wording(zh: "就符合条件", en: "it would be met"))
        #expect(words.zh == "如果“缴费月数”是 12（现在是 8），就符合条件")
        #expect(words.en == "If `months paid` were 12 (it is 8), it would be met")
    }

    @Test func `every turn turns, and nothing nearer does`() throws {
        var system = SystemRandomNumberGenerator()
        let seed = system.next()
        print("TurnTests seed \(seed)")
        var random = Seeded(state: seed)
        let expression = try Expression.compile(
            "if left then months * 2 + 3 >= 40 else months in [7..19)", scope: TurnTests.scope
        ).get()
        for _ in 0..<200 {
            let months = Int.random(in: -50...80, using: &random)
            let facts = environment(["months": .number(months), "left": .boolean(Bool.random(using: &random))])
            let before = try expression.evaluate(in: facts)
            for turn in try expression.turns(in: facts) where turn.name == "months" {
                let to = try #require(turn.to.number?.whole)
                #expect(try expression.evaluate(in: facts.changing("months", to: turn.to)) != before)
                for nearer in 0..<abs(to - months) {
                    for value in [months - nearer, months + nearer] {
                        #expect(try expression.evaluate(in: facts.changing("months", to: .number(value))) == before)
                    }
                }
            }
        }
    }

    @Test func `a trace is told line by line`() throws {
        let benefit = try table(["months"], [(["< 12"], "\"no\""), (["-"], "\"yes\"")])
        let trace = try benefit.evaluateTracing(in: environment(["months": .number(3)])).1
        let lines = trace.told(label: { Wording(zh: $0, en: $0) }, cite: { _ in Wording(zh: "示例", en: "sample") })
        #expect(lines.map(\.zh).first?.hasPrefix("“t”第 1 行：因为") == true)
        #expect(lines.map(\.en).last == "months: 3")
    }
}
