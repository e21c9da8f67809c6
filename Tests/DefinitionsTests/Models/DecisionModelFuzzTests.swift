import Definitions
import Rules
import Testing
import Values

/// The short form of `make fuzz` for models: documents damaged at random places, for some seconds.
struct DecisionModelFuzzTests {
    private static let seeds = [
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:a" name="a">
          <itemDefinition name="t"><typeRef>number</typeRef><allowedValues><text>[0..9]</text></allowedValues>
          </itemDefinition><inputData id="i" name="x"><variable name="x" typeRef="t"/></inputData>
          <decision id="d" name="D"><informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT" aggregation="SUM"><input><inputExpression><text>x</text>
              </inputExpression></input><output name="o"/><rule><inputEntry><text>&lt; 3</text></inputEntry>
              <outputEntry><text>x * 2</text></outputEntry></rule></decisionTable></decision></definitions>
        """,
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20211108/MODEL/" namespace="urn:b" name="b">
          <businessKnowledgeModel id="k" name="f"><encapsulatedLogic><formalParameter name="n"/><literalExpression>
            <text>n + @"P1D"</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
          <decision name="E"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement><context>
            <contextEntry><variable name="a b"/><literalExpression><text>[1, 2][item &gt; 1]</text></literalExpression>
            </contextEntry><contextEntry><for iteratorVariable="i"><in><literalExpression><text>1..5</text>
            </literalExpression></in><return><literalExpression><text>partial</text></literalExpression></return>
            </for></contextEntry></context></decision></definitions>
        """,
    ]

    private static let pieces = [
        "<", ">", "/", "\"", "&", "&#x0;", "&lt;", "<![CDATA[", "]]>", "<!--", "-->", "=", "x", " ", "\n", "中",
        "\u{FEFF}", "<decision name=\"D\"/>", "href=\"#D\"", "**", "1e6144", "@\"P1Y6M\".months", "function(f) f(f)",
        "(a+)+$", "999999999999", "UNIQUE", "<rule/>", "typeRef=\"t\"",
    ]

    @Test(.timeLimit(.minutes(2))) func `a damaged model gives a value or a sentence`() {
        let seed = UInt64.random(in: .min ... .max)
        print("DecisionModelFuzzTests seed \(seed)")
        var random = Chance(state: seed)
        let end = ContinuousClock.now.advanced(by: .seconds(4))
        var (tried, read) = (0, 0)
        while ContinuousClock.now < end {
            tried += 1
            if survive(damaged(&random)) { read += 1 }
        }
        print("DecisionModelFuzzTests tried \(tried), read \(read)")
        #expect(tried > 20)
        #expect(read > 0)
    }

    private func damaged(_ random: inout Chance) -> String {
        var bytes = Array(DecisionModelFuzzTests.seeds.randomElement(using: &random)!.utf8)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
            let piece = Array(DecisionModelFuzzTests.pieces.randomElement(using: &random)!.utf8)
            bytes.replaceSubrange(
                start..<end, with: Bool.random(using: &random) ? piece : Array(bytes[start..<end]) + piece)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether it could be read.
    private func survive(_ source: String) -> Bool {
        guard let (model, _) = try? DecisionModelReading.checked(source) else { return false }
        let written = DecisionModelWriting.source(of: model)
        let again = (try? DecisionModelReading.model(of: written)).map { DecisionModelWriting.source(of: $0) }
        #expect(again == written, "\(source)")
        let compiled = CompiledModel.compile(model, imports: [])
        for decision in compiled.decisions {
            _ = try? compiled.evaluate(
                decision: decision, inputs: ["x": .number(3)], moment: Moment(2026, 3, 2, hour: 9))
        }
        _ = compiled.findings
        return true
    }
}

/// Random numbers that can be run again from their seed.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
