import Definitions
import Rules
import Testing
import Values

struct MarkupTests {
    @Test func `elements, namespaces, references and quoted text are read`() throws {
        let root = try Markup.read(
            """
            <?xml version="1.0"?><!-- c < --><a:r xmlns:a="urn:a" x='1 &lt; 2'>
              t&#x4E2D;<b xmlns="urn:b">&amp;</b><![CDATA[<raw>]]>
            </a:r>
            """)
        #expect(root.name == "r")
        #expect(root.namespace == "urn:a")
        #expect(root.attributes["x"] == "1 < 2")
        #expect(root.trimmed == "t中<raw>")
        #expect(root.child("b")?.namespace == "urn:b")
        #expect(root.child("b")?.line == 2)
    }

    @Test(arguments: [
        ("<a><b></a>", 1, 7, "</a> does not end <b> of line 1"),
        ("<a>\n <b x=1/></a>", 2, 7, "a quote is expected here"),
        ("<a>\n", 2, 1, "<a> of line 1 does not end"), ("<a>&nbsp;</a>", 1, 4, "a bare `&`"),
        ("<a x='1' x='2'/>", 1, 15, "<a> has two attributes x"),
        ("<p:a/>", 1, 5, "the prefix `p` is not declared"), ("", 1, 1, "an element is expected here"),
        ("<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", 1, 1, "a document type declaration is not accepted"),
        ("<a/><b/>", 1, 5, "there is a second root"), ("<a", 1, 3, "> is expected here"),
    ]) func `what is wrong has its place`(source: String, line: Int, column: Int, message: String) {
        let problem = #expect(throws: MarkupProblem.self) { try Markup.read(source) }
        #expect(problem?.line == line)
        #expect(problem?.column == column)
        #expect(problem?.message.en == message)
    }

    @Test func `nesting is limited`() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(throws: MarkupProblem.self) { try Markup.read(deep) }
    }
}

struct DecisionModelReadingTests {
    private let source = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:stall" name="stall">
          <itemDefinition name="tArea"><typeRef>number</typeRef>
            <allowedValues><text>[0..1000]</text></allowedValues></itemDefinition>
          <inputData id="i" name="Floor  area"><variable name="Floor area" typeRef="tArea"/></inputData>
          <decision id="d" name="Fee"><variable name="Fee" typeRef="number"/>
            <informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input><inputExpression typeRef="number"><text>Floor area</text></inputExpression></input>
              <output name="Fee"/>
              <rule><inputEntry><text>&lt; 10</text></inputEntry><outputEntry><text>20.00</text></outputEntry></rule>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>Floor area * 3</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """

    @Test func `a model is read and evaluated`() throws {
        let model = try DecisionModelReading.model(of: source)
        let compiled = CompiledModel.compile(model, imports: [])
        #expect(compiled.problems.isEmpty)
        let moment = Moment(2026, 3, 2, hour: 9, minute: 15)
        func fee(_ area: Int) throws -> String? {
            try compiled.evaluate(decision: "Fee", inputs: ["Floor area": .number(area)], moment: moment)?.source
        }
        #expect(try fee(5) == "20.00")
        #expect(try fee(12) == "36")
        #expect(try fee(2000) == "null")
    }

    @Test func `another document is refused with its line`() {
        let problem = #expect(throws: MarkupProblem.self) { try DecisionModelReading.model(of: "\n<bpmn/>") }
        #expect(problem?.line == 2)
    }
}
