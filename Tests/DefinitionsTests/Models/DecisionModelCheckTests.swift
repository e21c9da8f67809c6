import Definitions
import Rules
import Testing
import Values

/// What is wrong with a DMN document is told with line, column, what was expected and what to write.
struct DecisionModelCheckTests {
    private static let start =
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"urn:a\" name=\"a\">\n"

    private func problems(_ inside: String) throws -> [String] {
        try DecisionModelReading.checked(DecisionModelCheckTests.start + inside + "\n</definitions>").problems.map {
            #expect(!$0.message.zh.isEmpty && !$0.remedy.zh.isEmpty)
            return "\($0.line):\($0.column) \($0.message.en) | \($0.remedy.en)"
        }
    }

    private static func table(_ attributes: String, _ inside: String) -> String {
        "<decision name=\"D\">\n  <decisionTable \(attributes)>\(inside)</decisionTable></decision>"
    }

    private static let input = "<input><inputExpression><text>x</text></inputExpression></input>"
    private static let cell = "<inputEntry><text>-</text></inputEntry>"
    private static let output = "<outputEntry><text>1</text></outputEntry>"

    @Test(arguments: [
        (
            table("hitPolicy=\"FRIST\"", input + "<output/>"),
            "3:3 there is no hit policy `FRIST` | did you mean FIRST? Write one of: UNIQUE, FIRST, PRIORITY, ANY, "
                + "COLLECT, RULE ORDER, OUTPUT ORDER"
        ),
        (
            table("hitPolicy=\"COLLECT\" aggregation=\"AVERAGE\"", input + "<output/>"),
            "3:3 there is no aggregation `AVERAGE` | write one of: SUM, MIN, MAX, COUNT"
        ),
        (
            table("aggregation=\"SUM\"", input + "<output/>"),
            "3:3 only COLLECT is aggregated (SUM) | write hitPolicy=\"COLLECT\", or drop aggregation"
        ),
        (
            table("", input + "<output/>\n    <rule>\(output)</rule>"),
            "4:5 the <rule> has 0 inputEntry, not 1 | write one for each column, `-` for any value"
        ),
        (
            table("", input + "<output/>\n\n<rule>\(cell)\(output)\(output)</rule>"),
            "5:1 the <rule> has 2 outputEntry, not 1 | take out what is too many, or add the column"
        ),
        (table("", input), "3:3 the decision table has no <output> | write <output/>"),
        (
            table("", "\n<input/><output/>"),
            "4:1 the <input> does not say what it reads | write <inputExpression><text>…</text></inputExpression>"
        ),
        (table("", "\n<ouput/><output/>"), "4:1 DMN has no element <ouput> | did you mean `output`?"),
        ("<decision id=\"d\"/>", "2:1 <decision> lacks `name` | write name=\"…\""),
        (
            "<inputData name=\"A\"/>\n  <decision name=\"A\"/>",
            "3:3 `A` is used in line 2 already | use another name"
        ),
        (
            "<inputData id=\"i\" name=\"A\"/>\n<decision id=\"i\" name=\"B\"/>",
            "3:1 `i` is used in line 2 already | use another name"
        ),
        (
            "<itemDefinition name=\"t\"/><itemDefinition name=\"t\"/>",
            "2:27 `t` is used in line 2 already | use another name"
        ),
        ("<import name=\"b\"/>", "2:1 <import> lacks `namespace` | write namespace=\"…\""),
        (
            "<inputData id=\"area\" name=\"A\"/>\n<decision name=\"D\">\n<informationRequirement>\n"
                + "  <requiredInput href=\"#aera\"/></informationRequirement></decision>",
            "5:3 there is no element `#aera` | did you mean `#area`?"
        ),
        (
            "<decision name=\"D\"><informationRequirement><requiredInput/></informationRequirement></decision>",
            "2:44 <requiredInput> lacks `href` | write href=\"…\""
        ),
        (
            "<decision name=\"D\"><relation><column name=\"a\"/>\n<row/></relation></decision>",
            "3:1 the <row> has 0 expression, not 1 | write one for each column, `-` for any value"
        ),
    ]) func `what does not fit together has its place`(inside: String, expected: String) throws {
        #expect(try problems(inside) == [expected])
    }

    @Test func `everything is told, and the model is read as well as it can be`() throws {
        let source = DecisionModelCheckTests.table(
            "hitPolicy=\"X\"",
            DecisionModelCheckTests.input + "<output/><rule>\(DecisionModelCheckTests.output)</rule><rule/>")
        #expect(try problems(source).count == 4)
        let document = DecisionModelCheckTests.start + source + "</definitions>"
        let model = try DecisionModelReading.checked(document).model
        #expect(model.decisions.map(\.name) == ["D"])
    }

    @Test func `what is written from a model is without fault`() throws {
        let model = ModelText.model(
            of: "model: m\nnamespace: urn:m\ninputs: {A: number}\ndecisions:\n  D: {needs: [A], expression: A + 1}",
            file: "m.yaml"
        ).model
        #expect(try DecisionModelReading.checked(DecisionModelWriting.source(of: model)).problems == [])
    }

    @Test func `an expression that cannot be read has the line of its box and its column`() throws {
        let source =
            DecisionModelCheckTests.start
            + "<decision name=\"D\">\n  <literalExpression><text>1 + </text></literalExpression></decision>"
            + "</definitions>"
        let compiled = CompiledModel.compile(try DecisionModelReading.model(of: source), imports: [])
        let problem = try #require(compiled.problems.first)
        #expect(problem.line == 3)
        #expect(problem.problem.column == 4)
        #expect(problem.problem.message.en == "the expression ends too early")
    }
}
