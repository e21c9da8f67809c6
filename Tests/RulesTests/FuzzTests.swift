import Testing
import Values

@testable import Rules

@Suite struct FuzzTests {
    private static let words: [String] =
        [
            "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "?", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">",
            ">=", "and", "or", "not", "not(", "if", "then", "else", "for", "in", "return", "some", "every",
            "satisfies", "between", "instance", "of", "true", "false", "null", "1", "0", "-1", "2.5",
            "9999999999999999999999999999999999", "1e6000", "\"茶\"", "\"", "@\"P1M\"", "@\"2026-03-02\"", "item",
            "partial", "x", "date", "time", "list", "number", "string", "（", "，", "duration(\"P999999999999D\")",
            "date(\"9999-12-31\")", "1..900000",
        ] + Sample.scope.names + FunctionTable.names + FunctionTable.names.map { $0 + "(" }

    private static func seed() -> UInt64 {
        var system = SystemRandomNumberGenerator()
        return system.next()
    }

    /// Reads, and evaluates with all facts, with no facts, and as a cell.
    private func survive(_ source: String) -> Bool {
        var isEvaluated = false
        if case .success(let expression) = Expression.compile(source, scope: Sample.scope) {
            isEvaluated = true
            _ = try? expression.evaluateTracing(in: Sample.environment)
            _ = try? expression.evaluate(in: Sample.blank).source
        }
        if case .success(let tests) = UnaryTests.compile(source, of: .any, scope: Sample.scope) {
            _ = try? tests.evaluate(.number(3), in: Sample.environment)
            _ = try? tests.evaluate(.unknown("v"), in: Sample.blank)
        }
        return isEvaluated
    }

    @Test func `random token sequences never stop the program`() {
        let seed = FuzzTests.seed()
        print("FuzzTests tokens seed \(seed)")
        var random = Seeded(state: seed)
        var evaluated = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 1...14, using: &random)
            let source = (0..<length).map { _ in FuzzTests.words.randomElement(using: &random)! }.joined(separator: " ")
            if survive(source) { evaluated += 1 }
        }
        print("FuzzTests tokens evaluated \(evaluated)")
        #expect(evaluated > 50)
    }

    @Test func `random strings never stop the program`() {
        let seed = FuzzTests.seed()
        print("FuzzTests strings seed \(seed)")
        var random = Seeded(state: seed)
        let letters = Array("abc019 .,:;+-*/()[]{}<>=!?\"\\@'#\n\t茶，（u\u{0301}🐎\u{FEFF}\u{202E}TPZ".unicodeScalars)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...40, using: &random)
            var source = String.UnicodeScalarView()
            for _ in 0..<length { source.append(letters.randomElement(using: &random)!) }
            _ = survive(String(source))
        }
    }

    /// Without the check, so that operators also meet what does not fit them.
    private static func unchecked(_ source: String) -> Expression? {
        guard var parser = try? Parser(source, scope: Sample.scope), let syntax = try? parser.wholeExpression() else {
            return nil
        }
        var compiler = Compiler()
        return Expression(
            source: source, reads: [], type: .any, root: compiler.node(syntax), scope: Sample.scope.storage)
    }

    /// Expressions that are well formed, so that most of them really run.
    @Test func `random expressions evaluate, with all facts and with none`() {
        let seed = FuzzTests.seed()
        print("FuzzTests expressions seed \(seed)")
        var random = Seeded(state: seed)
        var evaluated = 0
        for _ in 0..<6_000 {
            guard let expression = FuzzTests.unchecked(FuzzTests.expression(depth: 4, &random)) else { continue }
            evaluated += 1
            _ = try? expression.evaluate(in: Sample.environment).source
            _ = try? expression.evaluate(in: Sample.blank).source
        }
        print("FuzzTests expressions evaluated \(evaluated)")
        #expect(evaluated > 4_000)
    }

    private static func expression(depth: Int, _ random: inout Seeded) -> String {
        let leaves = [
            "1", "2.5", "\"茶\"", "true", "null", "d", "t", "@\"P1M\"", "@\"PT5H\"", "xs", "ys", "nothing", "said",
            "each", "people", "item", "-3", "[]",
        ]
        guard depth > 0 else {
            return Int.random(in: 0..<3, using: &random) == 0
                ? Sample.scope.names.randomElement(using: &random)! : leaves.randomElement(using: &random)!
        }
        func part() -> String { expression(depth: depth - 1, &random) }
        switch Int.random(in: 0..<14, using: &random) {
        case 0, 1: return "(" + part() + ["+", "-", "*", "/", "**"].randomElement(using: &random)! + " " + part() + ")"
        case 2, 3: return "(" + part() + ["=", "!=", "<", ">="].randomElement(using: &random)! + part() + ")"
        case 4: return "(" + part() + [" and ", " or "].randomElement(using: &random)! + part() + ")"
        case 5: return "if " + part() + " then " + part() + " else " + part()
        case 6: return "[" + part() + ", " + part() + "]"
        case 7: return "(" + part() + ")[" + part() + "]"
        case 8: return "(for x in " + part() + " return " + part() + ")"
        case 9: return "(some x in " + part() + " satisfies " + part() + ")"
        case 10: return "{a: " + part() + ", b: " + part() + "}.a"
        case 11: return "(" + part() + " in (" + part() + ", < " + part() + "))"
        case 12: return "(" + part() + " in [" + part() + ".." + part() + "])"
        default:
            let entry = FunctionTable.all.randomElement(using: &random)!
            let signature = entry.signatures.randomElement(using: &random)!
            return entry.name + "(" + signature.map { _ in part() }.joined(separator: ", ") + ")"
        }
    }

    /// Learning a fact never changes an answer that was already known.
    @Test func `what was known with less stays so with more`() throws {
        let seed = FuzzTests.seed()
        print("FuzzTests monotone seed \(seed)")
        var random = Seeded(state: seed)
        var compared = 0
        for _ in 0..<6_000 {
            let source = FuzzTests.expression(depth: 3, &random)
            guard let expression = FuzzTests.unchecked(source) else { continue }
            let full = Sample.environment
            let hidden = Sample.known.keys.sorted().filter { _ in Bool.random(using: &random) }
            let less = Environment(
                scope: Sample.scope, known: Sample.known.filter { !hidden.contains($0.key) }, moment: Sample.moment,
                lists: full.lists)
            guard let before = try? expression.evaluate(in: less), before.unknowns == nil,
                let after = try? expression.evaluate(in: full)
            else { continue }
            compared += 1
            #expect(before == after, "\(source) without \(hidden)")
        }
        #expect(compared > 600)
    }
}
