import Definitions
import Rules
import Values

/// What libFuzzer calls with each input: the first byte chooses the reader, the rest is the text. Whatever the text
/// says, there is a value, a problem or a fault; never a crash, and libFuzzer stops what takes longer than it allows.
enum FuzzTarget {
    static let scope = Scope(
        names: [
            "x": .number, "y": .number, "words": .list(of: .text), "d": .day, "t": .dateTime, "name": .text,
            "yes": .boolean,
            "person.age": .number, "any": .any,
        ], lists: ["l"])
    static let standard = Scope(
        names: ["x": .any, "any": .any], vocabulary: Scope.Vocabulary(types: [:], keys: ["full name"]))
    static let known: [String: FEELValue] = [
        "x": .number(3), "y": .number(Decimal(cents: 250)), "words": .list([.text("甲"), .text("b")]),
        "d": .day(Day(2026, 3, 2)), "name": .text("茶馆"), "yes": .boolean(true), "any": .null,
    ]
    static let moment = Moment(2026, 3, 2, hour: 9)

    static func run(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let kind = bytes.first else { return }
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        switch kind % 4 {
        case 0: expression(text, scope)
        case 1: expression(text, standard)
        case 2: test(text)
        default: model(text)
        }
    }

    private static func expression(_ text: String, _ scope: Scope) {
        guard case .success(let expression) = Expression.compile(text, scope: scope) else { return }
        let facts = Environment(scope: scope, known: known, moment: moment, lists: ["l": ["a"]])
        let value = try? expression.evaluate(in: facts)
        let traced = try? expression.evaluateTracing(in: facts)
        precondition(value == nil || traced != nil, "a value without a trace: \(text)")
        _ = try? expression.evaluate(in: Environment(scope: scope, known: [:], moment: moment, lists: [:]))
        _ = value?.source
    }

    private static func test(_ text: String) {
        guard case .success(let tests) = UnaryTests.compile(text, of: .any, scope: scope) else { return }
        let facts = Environment(scope: scope, known: known, moment: moment, lists: [:])
        for value in [FEELValue.number(3), .text("a"), .null, .unknown("v")] {
            _ = try? tests.evaluate(value, in: facts)
        }
    }

    private static func model(_ text: String) {
        guard let model = try? DecisionModelReading.checked(text).model else { return }
        let written = DecisionModelWriting.source(of: model)
        let again = (try? DecisionModelReading.model(of: written)).map { DecisionModelWriting.source(of: $0) }
        precondition(again == written, "the model is another one when it is written and read again")
        let compiled = CompiledModel.compile(model, imports: [])
        for decision in compiled.decisions.prefix(5) {
            _ = try? compiled.evaluate(decision: decision, inputs: ["x": .number(3)], moment: moment)
        }
        _ = compiled.findings
    }
}

/// The name and form that libFuzzer wants; 0 says that the input may be kept.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.run(UnsafeBufferPointer(start: start, count: count))
    return 0
}
