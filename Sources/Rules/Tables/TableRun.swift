import Values

/// One evaluation of one table. Inputs are worked out when a row first asks for them, and only once.
struct TableRun {
    let table: CompiledTable.Body
    var evaluator: Evaluator
    private var inputs: [FEELValue?]

    init(_ table: CompiledTable.Body, _ environment: Environment, tracesReading: Bool) {
        self.table = table
        evaluator = Evaluator(environment, scope: table.scope, tracesReading: tracesReading)
        inputs = Array(repeating: nil, count: table.inputs.count)
    }

    mutating func result() throws(EvaluationFault) -> TableResult {
        if let index = table.index, let rows = try index.rows(&self) { return try decided(rows, perhaps: [], nil) }
        var hits: [Int] = []
        var perhaps: [Int] = []
        var unknown: Unknown?
        for row in table.rows.indices {
            switch try truth(of: row) {
            case .yes:
                hits.append(row)
                if table.table.hit == .first { return try decided(hits, perhaps: perhaps, unknown) }
            case .unknown(let more):
                perhaps.append(row)
                unknown = unknown?.joined(with: more) ?? more
            case .no, .null: break
            }
        }
        return try decided(hits, perhaps: perhaps, unknown)
    }

    mutating func input(_ column: Int) throws(EvaluationFault) -> FEELValue {
        if let value = inputs[column] { return value }
        let value = try evaluator.value(table.inputs[column])
        inputs[column] = value
        return value
    }

    mutating func output(_ row: Int) throws(EvaluationFault) -> FEELValue {
        try evaluator.value(table.rows[row].output)
    }

    /// A cell that is null lets nothing pass, whatever is still unknown beside it.
    private mutating func truth(of row: Int) throws(EvaluationFault) -> Truth {
        var truth = Truth.yes
        for (column, test) in table.rows[row].tests.enumerated() {
            if case .anything = test { continue }
            let cell = try evaluator.passes(test, try input(column))
            if cell == .no || cell == .null { return .no }
            truth = truth.and(cell)
        }
        return truth
    }

    // MARK: - What the rows amount to

    mutating func decided(
        _ hits: [Int], perhaps: [Int], _ unknown: Unknown?
    ) throws(EvaluationFault) -> TableResult {
        let value: FEELValue =
            switch table.table.hit {
            case .first, .unique, .any: try single(hits, perhaps: perhaps, unknown)
            case .collect: try collected(hits, unknown)
            case .aggregate(let aggregate): try aggregated(aggregate, hits, unknown)
            }
        return TableResult(value: value, hits: hits, perhaps: perhaps)
    }

    /// Known when every row that hits or may hit gives the same, or no row is in doubt.
    private mutating func single(
        _ hits: [Int], perhaps: [Int], _ unknown: Unknown?
    ) throws(EvaluationFault) -> FEELValue {
        if hits.count > 1, table.table.hit == .unique { return .null }
        var outputs: [FEELValue] = []
        for row in hits + perhaps { outputs.append(try output(row)) }
        if hits.isEmpty { outputs.append(try fallback()) }
        let first = outputs[0]
        guard let unknown else {
            if let open = Unknown.all(in: outputs), outputs.count > 1 { return .unknown(open) }
            return outputs.allSatisfy { $0 == first } ? first : .null
        }
        let open = Unknown.all(in: outputs)
        if open == nil, outputs.allSatisfy({ $0 == first }) { return first }
        return .unknown(open?.joined(with: unknown) ?? unknown)
    }

    /// Rows in doubt do not take away from those that are certain.
    private mutating func collected(_ hits: [Int], _ unknown: Unknown?) throws(EvaluationFault) -> FEELValue {
        if hits.isEmpty {
            if let unknown { return .unknown(unknown) }
            return table.otherwise == nil ? .list([]) : try fallback()
        }
        var outputs: [FEELValue] = []
        for row in hits { outputs.append(try output(row)) }
        return try evaluator.admitted(.list(outputs))
    }

    private mutating func aggregated(
        _ aggregate: DecisionTable.Aggregate, _ hits: [Int], _ unknown: Unknown?
    ) throws(EvaluationFault) -> FEELValue {
        if let unknown { return .unknown(unknown) }
        if hits.isEmpty, aggregate != .count { return try fallback() }
        var outputs: [Node] = []
        for row in hits { outputs.append(.constant(try output(row))) }
        guard let entry = FunctionTable.entry(named: aggregate.rawValue) else { return .null }
        return try evaluator.call(entry, [.list(outputs)])
    }

    private mutating func fallback() throws(EvaluationFault) -> FEELValue {
        guard let otherwise = table.otherwise else { return .null }
        return try evaluator.value(otherwise)
    }
}
