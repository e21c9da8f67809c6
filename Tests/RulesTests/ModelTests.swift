import Testing
import Values

@testable import Rules

/// Models put together here, without XML.
struct ModelTests {
    private func text(_ text: String) -> Box { Box(.literal(text), type: nil, line: 1) }

    private func decision(_ name: String, _ requires: [String], _ logic: Box, type: String?) -> DecisionModel.Decision {
        DecisionModel.Decision(id: name, name: name, type: type, requires: requires, logic: logic, line: 1)
    }

    private func table(
        _ hit: Box.Table.HitPolicy, _ aggregate: DecisionTable.Aggregate?, otherwise: String?
    ) -> Box {
        let rows = [("< 18", "\"low\""), ("< 30", "\"middle\""), ("[10..60]", "\"high\"")].enumerated().map {
            Box.Table.Row(tests: [$1.0], outputs: [aggregate == nil ? $1.1 : String($0 + 1)], line: $0)
        }
        let output = Box.Table.Output(
            name: nil, type: nil, values: "\"high\", \"middle\", \"low\"", otherwise: otherwise)
        return Box(
            .table(
                Box.Table(
                    hit: hit, aggregate: aggregate,
                    inputs: [Box.Table.Input(expression: "Age", type: "number", values: nil)], outputs: [output],
                    rows: rows)), type: nil, line: 1)
    }

    private func run(_ model: DecisionModel, _ name: String, _ inputs: [String: FEELValue]) throws -> String? {
        try CompiledModel.compile(model, imports: []).evaluate(decision: name, inputs: inputs, moment: Sample.moment)?
            .source
    }

    private func aged(_ logic: Box) -> DecisionModel {
        var model = DecisionModel(namespace: "urn:a", name: "a")
        model.inputs = [DecisionModel.Input(id: "Age", name: "Age", type: "number")]
        model.decisions = [decision("D", ["#Age"], logic, type: nil)]
        return model
    }

    @Test func `every hit policy has its result`() throws {
        let policies: [(Box.Table.HitPolicy, DecisionTable.Aggregate?, String)] = [
            (.unique, nil, "null"), (.first, nil, "\"low\""), (.any, nil, "null"), (.priority, nil, "\"high\""),
            (.collect, nil, "[\"low\", \"middle\", \"high\"]"), (.ruleOrder, nil, "[\"low\", \"middle\", \"high\"]"),
            (.outputOrder, nil, "[\"high\", \"middle\", \"low\"]"), (.collect, .sum, "6"), (.collect, .min, "1"),
            (.collect, .max, "3"), (.collect, .count, "3"),
        ]
        for (hit, aggregate, expected) in policies {
            let model = aged(table(hit, aggregate, otherwise: nil))
            #expect(try run(model, "D", ["Age": .number(15)]) == expected, "\(hit) \(aggregate as Any)")
        }
        let fallback = aged(table(.unique, nil, otherwise: "\"none\""))
        #expect(try run(fallback, "D", ["Age": .number(70)]) == "\"none\"")
    }

    @Test func `decisions rest on decisions, functions and services`() throws {
        var model = DecisionModel(namespace: "urn:a", name: "a")
        model.inputs = [DecisionModel.Input(id: "i", name: "Net amount", type: "number")]
        let function = Box.Function(
            parameters: [ItemDefinition.Parameter(name: "n", type: "number")], isFEEL: true, body: text("n * 1.06"))
        model.knowledge = [
            DecisionModel.Knowledge(
                id: "k", name: "with tax", type: nil, requires: [], logic: Box(.function(function), type: nil, line: 1),
                line: 1)
        ]
        model.decisions = [
            decision("Gross", ["#i", "#k"], text("with tax(Net amount)"), type: "number"),
            decision("Sentence", ["#s"], text("\"to pay: \" + string(bill(200))"), type: "string"),
        ]
        model.invocables = [
            DecisionModel.Invocable(
                id: "s", name: "bill", type: nil, outputs: ["#Gross"], encapsulated: [], inputDecisions: [],
                inputs: ["#i"], line: 1)
        ]
        #expect(try run(model, "Gross", ["Net amount": .number(100)]) == "106.00")
        #expect(try run(model, "Gross", ["Net amount": .text("100")]) == "null")
        #expect(try run(model, "Sentence", [:]) == "\"to pay: 212.00\"")
        let compiled = CompiledModel.compile(model, imports: [])
        #expect(compiled.problems.isEmpty)
        let bill = try compiled.invoke("bill", arguments: ["Net amount": .number(50)], moment: Sample.moment)
        #expect(bill?.source == "53.00")
    }

    @Test func `declared types are checked and a list of one is taken for its item`() throws {
        var model = aged(text("Age"))
        model.types = [
            ItemDefinition(
                name: "tAge", isCollection: false, base: "number", allowedValues: "[0..150]", constraint: nil,
                components: [], parameters: nil, gives: nil)
        ]
        model.inputs = [DecisionModel.Input(id: "Age", name: "Age", type: "tAge")]
        #expect(try run(model, "D", ["Age": .number(30)]) == "30")
        #expect(try run(model, "D", ["Age": .number(300)]) == "null")
        #expect(try run(model, "D", ["Age": .list([.number(30)])]) == "30")
    }

    @Test func `what depends on itself, and what is missing, is told`() throws {
        var model = DecisionModel(namespace: "urn:a", name: "a")
        model.decisions = [
            decision("A", ["#B"], text("B"), type: nil), decision("B", ["#A"], text("A"), type: nil),
            decision("C", ["#nowhere"], text("1 +"), type: nil),
        ]
        let messages = CompiledModel.compile(model, imports: []).problems.map(\.problem.message.en)
        #expect(messages.contains("`A` depends on itself in the end"))
        #expect(messages.contains("`C` refers to `#nowhere`, which is not there"))
        #expect(messages.contains("the expression ends too early"))
        #expect(try run(model, "A", [:]) == "null")
    }
}
