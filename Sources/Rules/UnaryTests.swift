import Values

/// The tests of one cell, or a constraint on one value: `-`, `< 12`, `[12..60)`, `"a","b"`, `not(…)`, `? > 3`.
package struct UnaryTests: Sendable {
    package let source: String
    package let reads: [String]
    let test: CompiledTest
    let syntax: Test
    let scope: Scope.Storage

    /// - Parameter type: of the value under test.
    package static func compile(
        _ source: String, of type: FactType, scope: Scope
    ) -> Result<UnaryTests, RuleProblems> {
        do throws(RuleProblem) {
            var parser = try Parser(source, scope: scope)
            let syntax = try parser.wholeTest()
            var checker = Checker(scope: scope)
            checker.check(syntax, against: type)
            let problems = scope.storage.vocabulary == nil ? parser.strays + checker.problems : []
            guard problems.isEmpty else { return .failure(RuleProblems(all: problems)) }
            var compiler = Compiler()
            let test = compiler.test(syntax)
            return .success(
                UnaryTests(
                    source: source, reads: compiler.slots.map { scope.names[$0] }.sorted(), test: test,
                    syntax: syntax, scope: scope.storage))
        } catch {
            return .failure(RuleProblems(all: [error]))
        }
    }

    /// True, false, null or unknown.
    package func evaluate(_ value: FEELValue, in environment: Environment) throws(EvaluationFault) -> FEELValue {
        var evaluator = Evaluator(environment, scope: scope, tracesReading: false)
        return try evaluator.passes(test, value).value
    }
}
