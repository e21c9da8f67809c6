import Definitions
import Rules
import Testing
import Values

/// A model in YAML is the model that DMN XML gives.
struct ModelTextTests {
    private let source = """
        model: stall
        namespace: urn:stall
        types:
          tArea: {base: number, values: "[0..1000]"}
          tStall: {fields: {area: tArea, goods: string}}
        inputs: {Floor area: tArea, Goods: string}
        functions:
          rent: {type: number, parameters: {area: number}, expression: area * 3.00}
        decisions:
          Fee:
            type: number
            needs: [Floor area, Goods, rent]
            table:
              hit: first
              inputs: [{expression: Floor area, type: number}, Goods]
              outputs: [{name: Fee, type: number}]
              rules:
                - {if: ["< 10", "-"], then: "20.00"}
                - {if: ["-", '"fruit"'], then: rent(Floor area)}
                - {if: ["-", "-"], then: rent(Floor area) + 5}
          Words:
            needs: [Fee]
            if: Fee > 100
            then: '"high"'
            else: {context: [{name: a, expression: Fee}, {expression: string(a)}]}
        services:
          Pricing: {outputs: [Words], inside: [Fee], inputs: [Floor area, Goods]}
        """

    @Test func `a model is read, compiled and run`() throws {
        let (model, diagnostics) = ModelText.model(of: source, file: "m.yaml")
        #expect(diagnostics == [])
        let compiled = CompiledModel.compile(model, imports: [])
        #expect(compiled.problems == [])
        let moment = Moment(2026, 3, 2, hour: 9)
        func words(_ area: Int, _ goods: String) throws -> FEELValue? {
            try compiled.evaluate(
                decision: "Words", inputs: ["Floor area": .number(area), "Goods": .text(goods)], moment: moment)
        }
        #expect(try words(5, "fruit") == .text("20.00"))
        #expect(try words(20, "fruit") == .text("60.00"))
        #expect(try words(50, "tea") == .text("high"))
        #expect(
            try compiled.invoke(
                "Pricing", arguments: ["Floor area": .number(5), "Goods": .text("tea")], moment: moment)
                == .text("20.00"))
    }

    @Test func `written as XML and read again it gives the same`() throws {
        let model = ModelText.model(of: source, file: "m.yaml").model
        let written = DecisionModelWriting.source(of: model)
        let read = try DecisionModelReading.model(of: written)
        #expect(DecisionModelWriting.source(of: read) == written)
        let value = try CompiledModel.compile(read, imports: []).evaluate(
            decision: "Words", inputs: ["Floor area": .number(20), "Goods": .text("fruit")],
            moment: Moment(2026, 3, 2, hour: 9))
        #expect(value == .text("60.00"))
    }

    @Test(arguments: [
        ("model: m\ndecisons: {}", 2, "there is no key `decisons` here"),
        ("namespace: x", 1, "`model` is missing"),
        ("model: m\ndecisions:\n  A: {needs: [B], expression: B}", 3, "`B` under `needs` is not there"),
        ("model: m\ninputs: {A: number}\ndecisions:\n  A: {expression: 1}", 4, "`A` stands in line 2 already"),
        ("model: m\ndecisions:\n  A: {expression: 1, list: []}", 3, "it says expression and list at once"),
        ("model: m\ndecisions:\n  A:\n    table:\n      hit: frist", 5, "there is no hit policy `frist`"),
        (
            "model: m\ndecisions:\n  A:\n    table:\n      inputs: [x]\n      rules:\n"
                + "      - {if: ['-', '-'], then: 1}",
            7,
            "there are 2 cells, not 1"
        ),
        ("model: m\ndecisions: [A]", 2, "names, each with what it is, is expected here"),
        ("model: m\ndecisions:\n  A: {if: x, then: 1}", 3, "`else` is missing"),
        ("model: [", 2, "this is not YAML"),
    ]) func `what is wrong has its line`(text: String, line: Int, message: String) throws {
        let found = ModelText.model(of: text, file: "m.yaml").diagnostics
        let first = try #require(found.first, "\(text)")
        #expect(first.line == line)
        #expect(first.message.en.hasPrefix(message), "\(first.message.en)")
        #expect(!first.remedy.en.isEmpty && !first.remedy.zh.isEmpty)
    }
}
