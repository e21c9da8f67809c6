import Values

/// A table that was read and checked once, and can be evaluated often.
package struct CompiledTable: Sendable {
    struct Row: Sendable {
        let tests: [CompiledTest]
        let output: Node
    }

    /// All that is compiled, never changed; a class so that an evaluation copies one pointer.
    final class Body: Sendable {
        let table: DecisionTable
        let reads: [String]
        let inputs: [Node]
        let inputTypes: [FactType]
        let rows: [Row]
        let otherwise: Node?
        let index: TableIndex?
        let quick: QuickTable?
        /// What each row gives, where that is a constant.
        let constants: [FEELValue?]
        let scope: Scope.Storage

        init(
            _ table: DecisionTable, reads: [String], inputs: [(node: Node, type: FactType)], rows: [Row],
            otherwise: Node?, index: TableIndex?, scope: Scope.Storage
        ) {
            self.table = table
            self.reads = reads
            self.inputs = inputs.map(\.node)
            inputTypes = inputs.map(\.type)
            self.rows = rows
            self.otherwise = otherwise
            self.index = index
            quick = QuickTable(inputs.map(\.node), index)
            constants = rows.map(\.output.constant)
            self.scope = scope
        }
    }

    let body: Body

    package var table: DecisionTable { body.table }
    /// The names among which its cells were read.
    package var names: Scope { Scope(storage: body.scope) }
    /// Every name of the scope that it may read, sorted.
    package var reads: [String] { body.reads }

    /// Reads and checks every cell; all problems at once, each with its place in the table.
    ///
    /// Gaps, overlaps and rows that never hit are told by `findings`, because not every policy minds them.
    package static func compile(_ table: DecisionTable, scope: Scope) -> Result<CompiledTable, RuleProblems> {
        var builder = TableBuilder(scope: scope)
        let compiled = builder.build(table)
        return builder.problems.isEmpty ? .success(compiled) : .failure(RuleProblems(all: builder.problems))
    }

    /// The value with the rows that gave it; throws only when a limit is passed.
    package func evaluate(in environment: Environment) throws(EvaluationFault) -> TableResult {
        if let quick = body.quick, let values = environment.values(in: body.scope), let rows = quick.rows(values) {
            let hits = body.hits(rows)
            if let value = body.constant(rows) { return TableResult(value: value, hits: hits, perhaps: []) }
            var run = TableRun(body, environment, tracesReading: false)
            return try run.decided(hits, perhaps: [], nil)
        }
        var run = TableRun(body, environment, tracesReading: false)
        return try run.result()
    }

    /// The value alone.
    package func value(in environment: Environment) throws(EvaluationFault) -> FEELValue {
        if let quick = body.quick, let values = environment.values(in: body.scope), let rows = quick.rows(values),
            let value = body.constant(rows)
        {
            return value
        }
        return try evaluate(in: environment).value
    }

    /// The same, and how it came about.
    package func evaluateTracing(in environment: Environment) throws(EvaluationFault) -> (TableResult, Trace) {
        if environment.explain == nil, let quick = body.quick, let values = environment.values(in: body.scope),
            let rows = quick.rows(values), let value = body.constant(rows)
        {
            let result = TableResult(value: value, hits: body.hits(rows), perhaps: [])
            return (result, Trace(of: body, value: value, rows: rows, values))
        }
        var run = TableRun(body, environment, tracesReading: true)
        let result = try run.result()
        var rows: [Trace.Row] = []
        for row in (result.hits + result.perhaps).sorted() {
            let rule = table.rules[row]
            rows.append(
                Trace.Row(
                    number: row + 1, isCertain: result.hits.contains(row), output: try run.output(row),
                    why: rule.why, law: rule.law))
        }
        let facts = try run.evaluator.factsRead()
        let parts = environment.explain.map { explain in facts.compactMap { explain($0.name) } } ?? []
        return (result, Trace(what: table.name, value: result.value, facts: facts, rows: rows, parts: parts))
    }
}

/// Compiles the cells of one table and collects their problems.
struct TableBuilder {
    let scope: Scope
    private(set) var problems: [RuleProblem] = []
    private var slots: Set<String> = []

    init(scope: Scope) {
        self.scope = scope
    }

    mutating func build(_ table: DecisionTable) -> CompiledTable {
        var inputs: [(node: Node, type: FactType)] = []
        for (column, source) in table.inputs.enumerated() {
            let input = expression(source, at: .input(column + 1))
            inputs.append((input?.root ?? .constant(.null), input?.type ?? .any))
        }
        var rows: [CompiledTable.Row] = []
        for (number, rule) in table.rules.enumerated() {
            rows.append(row(rule, number + 1, inputs.map(\.type), table))
        }
        let otherwise = table.otherwise.flatMap { expression($0, at: .otherwise) }?.root
        let index = problems.isEmpty ? TableIndex(rows: rows.map(\.tests), columns: inputs.count) : nil
        return CompiledTable(
            body: CompiledTable.Body(
                table, reads: slots.sorted(), inputs: inputs, rows: rows, otherwise: otherwise, index: index,
                scope: scope.storage))
    }

    private mutating func row(
        _ rule: DecisionTable.Rule, _ number: Int, _ types: [FactType], _ table: DecisionTable
    ) -> CompiledTable.Row {
        if rule.tests.count != types.count {
            problems.append(.wrongCells(row: number, found: rule.tests.count, wanted: types.count))
        }
        var tests: [CompiledTest] = []
        for (column, (source, type)) in zip(rule.tests, types).enumerated() {
            switch UnaryTests.compile(source, of: type, scope: scope) {
            case .success(let test):
                tests.append(test.test)
                slots.formUnion(test.reads)
            case .failure(let found):
                problems += found.all.map { $0.placed(.test(row: number, column: column + 1)) }
                tests.append(.anything)
            }
        }
        let output = expression(rule.output, at: .output(row: number))
        if let output, !output.type.compares(with: table.gives) {
            problems.append(.wrongOutput(output.type, table.gives, row: number))
        }
        return CompiledTable.Row(tests: tests, output: output?.root ?? .constant(.null))
    }

    private mutating func expression(_ source: String, at place: RuleProblem.Place) -> Expression? {
        switch Expression.compile(source, scope: scope) {
        case .success(let expression):
            slots.formUnion(expression.reads)
            return expression
        case .failure(let found):
            problems += found.all.map { $0.placed(place) }
            return nil
        }
    }
}
