import Definitions
import Rules
import Testing
import Values

/// What is written is read again as the same model.
struct DecisionModelWritingTests {
    private static func text(_ text: String?, _ type: String? = nil) -> Box { Box(.literal(text), type: type, line: 1) }

    private static let boxes: [Box] = [
        text("a < b & \"c\"\n + 1", "number"), text(nil),
        Box(
            .context([
                Box.Entry(name: "x y", type: "number", value: text("1")),
                Box.Entry(name: nil, type: nil, value: text("x y")),
            ]), type: nil, line: 1),
        Box(.list([text("1"), text("2")]), type: "tList", line: 1),
        Box(
            .relation(columns: ["a", "b"], rows: [[text("1"), text("2")], [text("3"), text(nil)]]), type: nil, line: 1),
        Box(.conditional(text("a"), then: text("1"), otherwise: text("2")), type: nil, line: 1),
        Box(.filter(text("xs"), match: text("item > 3")), type: nil, line: 1),
        Box(.loop(variable: "x", in: text("xs"), gives: text("x + 1")), type: "tList", line: 1),
        Box(.quantified(isEvery: true, variable: "x", in: text("xs"), satisfies: text("x > 1")), type: nil, line: 1),
        Box(.quantified(isEvery: false, variable: "x", in: text("xs"), satisfies: text("x > 1")), type: nil, line: 1),
        Box(.invocation(text("f"), [Box.Entry(name: "p", type: "number", value: text("1"))]), type: nil, line: 1),
        Box(
            .function(
                Box.Function(
                    parameters: [ItemDefinition.Parameter(name: "p", type: "number")], isFEEL: true, body: text("p"))),
            type: nil, line: 1),
    ]

    private static var tables: [Box] {
        Box.Table.HitPolicy.allCases.map { hit in
            Box(
                .table(
                    Box.Table(
                        hit: hit, aggregate: hit == .collect ? .sum : nil,
                        inputs: [Box.Table.Input(expression: "a", type: "number", values: "[1..9]")],
                        outputs: [
                            Box.Table.Output(name: "o", type: "number", values: "1, 2", otherwise: "0"),
                            Box.Table.Output(name: "p", type: nil, values: nil, otherwise: nil),
                        ],
                        rows: [Box.Table.Row(tests: ["< 3"], outputs: ["1", "\"<&>\""], line: 1)])), type: nil, line: 1)
        }
    }

    private var model: DecisionModel {
        var model = DecisionModel(namespace: "urn:a&b", name: "所有 \"盒\"")
        model.imports = [DecisionModel.Import(namespace: "urn:c", name: "c", line: 1)]
        model.types = [
            ItemDefinition(
                name: "tList", isCollection: true, base: "number", allowedValues: "< 100", constraint: "count(?) > 0",
                components: [], parameters: nil, gives: nil),
            ItemDefinition(
                name: "tPerson", isCollection: false, base: nil, allowedValues: nil, constraint: nil,
                components: [
                    ItemDefinition(
                        name: "born", isCollection: false, base: "date", allowedValues: nil, constraint: nil,
                        components: [], parameters: nil, gives: nil)
                ], parameters: nil, gives: nil),
            ItemDefinition(
                name: "tFunction", isCollection: false, base: nil, allowedValues: nil, constraint: nil, components: [],
                parameters: [ItemDefinition.Parameter(name: "p", type: "tPerson")], gives: "number"),
        ]
        model.inputs = [DecisionModel.Input(id: "i", name: "Floor area", type: "number")]
        model.decisions = (DecisionModelWritingTests.boxes + DecisionModelWritingTests.tables).enumerated().map {
            DecisionModel.Decision(
                id: "d\($0)", name: "D \($0)", type: nil, requires: ["#i", "#k", "urn:c#x"], logic: $1, line: 1)
        }
        model.knowledge = [
            DecisionModel.Knowledge(
                id: "k", name: "K", type: "number", requires: ["#s"], logic: DecisionModelWritingTests.boxes.last,
                line: 1)
        ]
        model.invocables = [
            DecisionModel.Invocable(
                id: "s", name: "S", type: nil, outputs: ["#d0"], encapsulated: ["#d1"], inputDecisions: ["#d2"],
                inputs: ["#i"], line: 1)
        ]
        return model
    }

    @Test func `every kind of box and table comes back as it was`() throws {
        let written = DecisionModelWriting.source(of: model)
        let read = try DecisionModelReading.model(of: written)
        #expect(DecisionModelWriting.source(of: read) == written)
        #expect(read.types == model.types)
        #expect(read.inputs == model.inputs)
        for (one, other) in zip(read.decisions, model.decisions) {
            #expect(one.requires == other.requires)
            #expect(one.logic?.placed == other.logic?.placed)
        }
        #expect(read.knowledge.first?.logic?.placed == model.knowledge.first?.logic?.placed)
        #expect(read.invocables.map(\.outputs) == [["#d0"]])
    }
}

extension Box {
    /// The model's parts without their lines, for comparing.
    fileprivate var placed: String {
        "\(self)".replacing(#/line: \d+/#, with: "line: 0")
    }
}
