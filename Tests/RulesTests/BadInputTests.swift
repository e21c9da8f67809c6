import Testing
import Values

@testable import Rules

/// Input that is too large, too deep, goes round in circles or explodes: it ends, soon, with null or a sentence.
struct BadInputTests {
    /// `expression => value`, read as models read them.
    private static let rows = Row.all(
        """
        Exponents
        10 ** 6200 => null
        10 ** 999999999999 => null
        2 ** 99999999999999999999999999999999 => null
        0.5 ** 999999999999 => 0
        (-2) ** 999999999999 => null
        10 ** -999999999999 => 0
        exp(1000000) => null
        exp(-1000000) => 0
        number("1e999999999", null, null) => null
        1e6144 * 1e100 => null
        decimal(1.5, 999999999) => null
        round up(1.5, -999999999) => null

        Patterns
        matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$") => null
        matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a|aa)+$") => null
        matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(.*a){20}$") => null
        replace("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a*)*b", "x") => null
        split("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+b") => null
        matches("a", "a{1,999999999}") => null
        matches("a", "((((((a{99}){99}){99}){99}){99}){99})") => null
        matches("", "()*()*()*()*") => true

        Days and times
        @"999999999-12-31" + @"P1D" => null
        @"-999999999-01-01" - @"P1D" => null
        @"1000000000-01-01" => null
        @"2026-02-30" => null
        @"2026-13-01" => null
        date("2026-02-30") => null
        date(2026, 13, 1) => null
        date(99999999999999, 1, 1) => null
        date(2026, -1, 99999999999999999999) => null
        time(25, 0, 0) => null
        time(1, 2, 99999999999999999999999) => null
        @"2026-01-01" + @"P999999999Y" => null
        @"999999999-12-31T23:59:59" + @"PT1S" => null
        @"P1D" * 10 ** 40 => null
        @"P1Y" * 10 ** 40 => null
        duration("P99999999999999999999999999D") => null
        duration("P99999999999999999999999999Y") => null
        @"P1Y6M".months => 6
        @"P1DT2H".hours => 2
        """)

    private static func value(_ source: String) -> String {
        let scope = Scope(names: [:], vocabulary: Scope.Vocabulary(types: [:], keys: []))
        guard case .success(let expression) = Expression.compile(source, scope: scope) else { return "refused" }
        return (try? expression.evaluate(in: .empty(at: Sample.moment)))?.source ?? "stopped"
    }

    @Test(.timeLimit(.minutes(1)), arguments: BadInputTests.rows) func `what is too large ends soon`(row: Row) {
        let clock = ContinuousClock()
        var value = ""
        let taken = clock.measure { value = BadInputTests.value(row.left) }
        #expect(value == row.right)
        // Half a million steps of a pattern; a machine that is busy with other things gets tens of times that.
        #expect(taken < .seconds(20))
    }

    // MARK: - Models

    private func text(_ text: String) -> Box { Box(.literal(text), type: nil, line: 7) }

    private func problems(_ model: DecisionModel, imports: [DecisionModel] = []) -> [String] {
        CompiledModel.compile(model, imports: imports).problems.map {
            "\($0.line):\($0.problem.column) \($0.problem.message.en) | \($0.problem.remedy.en)"
        }
    }

    private func decision(_ name: String, _ requires: [String], _ logic: Box, type: String? = nil)
        -> DecisionModel.Decision
    {
        DecisionModel.Decision(id: name, name: name, type: type, requires: requires, logic: logic, line: 6)
    }

    @Test func `circles of requirements are told at each element of them`() {
        var model = DecisionModel(namespace: "urn:a", name: "a")
        model.decisions = [
            decision("A", ["#B"], text("1")), decision("B", ["#C"], text("1")), decision("C", ["#A"], text("1")),
            decision("D", ["#D"], text("1")), decision("E", ["#D"], text("1")),
        ]
        #expect(
            problems(model)
                == ["A", "B", "C", "D"].map {
                    "6:1 `\($0)` depends on itself in the end | take out one of the requirements"
                })
    }

    @Test func `a long chain of requirements is no circle and ends`() throws {
        var model = DecisionModel(namespace: "urn:a", name: "a")
        model.decisions =
            [decision("D0", [], text("1"))]
            + (1..<500).map { decision("D\($0)", ["#D\($0 - 1)"], text("D\($0 - 1) + 1")) }
        #expect(problems(model) == [])
        let compiled = CompiledModel.compile(model, imports: [])
        #expect(throws: EvaluationFault.self) {
            try compiled.evaluate(decision: "D499", inputs: [:], moment: Sample.moment)
        }
        #expect(try compiled.evaluate(decision: "D90", inputs: [:], moment: Sample.moment) == .number(91))
    }

    @Test func `a model that is not there, and one that is imported in a circle, are told`() {
        var model = DecisionModel(namespace: "urn:a", name: "a")
        model.imports = [DecisionModel.Import(namespace: "urn:b", name: "b", line: 2)]
        model.decisions = [decision("A", ["urn:b#X"], text("1"))]
        #expect(
            problems(model) == [
                "2:1 `a` refers to `urn:b`, which is not there | correct the reference, or add the element or model",
                "6:1 `A` refers to `urn:b#X`, which is not there | correct the reference, or add the element or model",
            ])
        var other = DecisionModel(namespace: "urn:b", name: "b")
        other.imports = [DecisionModel.Import(namespace: "urn:a", name: "a", line: 2)]
        other.decisions = [decision("X", ["urn:a#A"], text("1"))]
        #expect(problems(model, imports: [other]).contains { $0.contains("`A` depends on itself") })
    }

    @Test func `types that nobody declares, and types made of themselves, are told`() {
        var model = DecisionModel(namespace: "urn:a", name: "a")
        model.types = [
            ItemDefinition(
                name: "tAge", isCollection: false, base: "nubmer", allowedValues: nil, constraint: nil, components: [],
                parameters: nil, gives: nil),
            ItemDefinition(
                name: "tLoop", isCollection: true, base: "tLoop", allowedValues: nil, constraint: nil, components: [],
                parameters: nil, gives: nil),
        ]
        model.decisions = [
            decision("A", [], Box(.literal("1"), type: "stirng", line: 7)), decision("B", [], text("1"), type: "tAgee"),
        ]
        let found = problems(model)
        #expect(found.contains("0:1 there is no type `nubmer` | did you mean `number`?"))
        #expect(found.contains("0:1 the type `tLoop` is made of itself | break the circle"))
        #expect(found.contains("7:1 there is no type `stirng` | did you mean `string`?"))
        #expect(found.contains("6:1 there is no type `tAgee` | did you mean `tAge`?"))
        #expect(found.count == 4)
    }
}
