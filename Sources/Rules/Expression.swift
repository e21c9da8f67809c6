import Values

/// An expression that was read and checked once, and can be evaluated often.
package struct Expression: Sendable {
    package let source: String
    /// Every name of the scope that it may read, sorted.
    package let reads: [String]
    /// What it gives, as far as that can be told.
    package let type: FactType
    let root: Node
    let scope: Scope.Storage

    /// The names among which it was read.
    package var names: Scope { Scope(storage: scope) }

    /// Reads and checks; all problems at once, except that reading stops at the first that leaves it without sense.
    package static func compile(_ source: String, scope: Scope) -> Result<Expression, RuleProblems> {
        do throws(RuleProblem) {
            var parser = try Parser(source, scope: scope)
            let syntax = try parser.wholeExpression()
            var checker = Checker(scope: scope)
            let type = checker.type(of: syntax)
            let problems = scope.storage.vocabulary == nil ? parser.strays + checker.problems : []
            guard problems.isEmpty else { return .failure(RuleProblems(all: problems)) }
            var compiler = Compiler()
            let root = compiler.node(syntax)
            return .success(
                Expression(
                    source: source, reads: compiler.slots.map { scope.names[$0] }.sorted(), type: type, root: root,
                    scope: scope.storage))
        } catch {
            return .failure(RuleProblems(all: [error]))
        }
    }

    /// The value, with `unknown` naming the facts that would decide; throws only when a limit is passed.
    package func evaluate(in environment: Environment) throws(EvaluationFault) -> FEELValue {
        var evaluator = Evaluator(environment, scope: scope, tracesReading: false)
        return try evaluator.value(root)
    }

    /// The same value, and how it came about.
    package func evaluateTracing(in environment: Environment) throws(EvaluationFault) -> (FEELValue, Trace) {
        var evaluator = Evaluator(environment, scope: scope, tracesReading: true)
        let value = try evaluator.value(root)
        if environment.explain == nil, let values = environment.values(in: scope) {
            return (value, Trace(what: source, value: value, read: evaluator.reading ?? [], of: scope, values))
        }
        let facts = try evaluator.factsRead()
        let parts = environment.explain.map { explain in facts.compactMap { explain($0.name) } } ?? []
        return (value, Trace(what: source, value: value, facts: facts, rows: [], parts: parts))
    }
}

extension Evaluator {
    /// What was read, in the order of first reading.
    func factsRead() throws(EvaluationFault) -> [Trace.Fact] {
        var facts: [Trace.Fact] = []
        for slot in reading ?? [] {
            facts.append(Trace.Fact(name: scope.names[slot], value: try environment.value(of: slot, in: scope)))
        }
        return facts
    }
}
