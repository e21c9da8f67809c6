/// A decision table of a model as it was read.
struct TableSyntax: Sendable {
    struct Input: Sendable {
        let value: Syntax
        let type: ItemType
        let values: Test?
    }

    struct Output: Sendable {
        let name: String
        let type: ItemType
        /// The most important first; empty when none are given.
        let values: [Syntax]
        let otherwise: Syntax?
    }

    struct Row: Sendable {
        let tests: [Test]
        let outputs: [Syntax]
    }

    let hit: Box.Table.HitPolicy
    let aggregate: DecisionTable.Aggregate?
    let inputs: [Input]
    let outputs: [Output]
    let rows: [Row]
    /// The inputs as written.
    let texts: [String]
    /// Lines of the rows from 1, and that of the table under 0.
    let lines: [Int: Int]
}

/// The same in the form in which it is evaluated.
struct TableNode: Sendable {
    struct Input: Sendable {
        let value: Node
        let type: ItemType
        let values: CompiledTest?
    }

    struct Output: Sendable {
        let name: String
        let type: ItemType
        let values: [Node]
        let otherwise: Node?
    }

    struct Row: Sendable {
        let tests: [CompiledTest]
        let outputs: [Node]
    }

    let hit: Box.Table.HitPolicy
    let aggregate: DecisionTable.Aggregate?
    let inputs: [Input]
    let outputs: [Output]
    let rows: [Row]
    /// nil when cells do more than compare with constants.
    let index: TableIndex?
    /// The inputs as written.
    let texts: [String]
    /// Lines of the rows from 1, and that of the table under 0.
    let lines: [Int: Int]
}

extension Compiler {
    mutating func table(_ table: TableSyntax) -> TableNode {
        var inputs: [TableNode.Input] = []
        for input in table.inputs {
            inputs.append(
                TableNode.Input(value: node(input.value), type: input.type, values: input.values.map { test($0) }))
        }
        var outputs: [TableNode.Output] = []
        for output in table.outputs {
            outputs.append(
                TableNode.Output(
                    name: output.name, type: output.type, values: output.values.map { node($0) },
                    otherwise: output.otherwise.map { node($0) }))
        }
        var rows: [TableNode.Row] = []
        for row in table.rows {
            rows.append(TableNode.Row(tests: row.tests.map { test($0) }, outputs: row.outputs.map { node($0) }))
        }
        let fits = rows.allSatisfy { $0.tests.count == inputs.count }
        let index = fits ? TableIndex(rows: rows.map(\.tests), columns: inputs.count) : nil
        return TableNode(
            hit: table.hit, aggregate: table.aggregate, inputs: inputs, outputs: outputs, rows: rows, index: index,
            texts: table.texts, lines: table.lines)
    }
}

// MARK: - Evaluating

extension Evaluator {
    mutating func table(_ table: TableNode) throws(EvaluationFault) -> FEELValue {
        var inputs: [FEELValue] = []
        for input in table.inputs {
            let value = try input.type.coerced(try value(input.value), in: environment)
            if let values = input.values {
                switch try passes(values, value) {
                case .yes: break
                case .unknown(let unknown): return .unknown(unknown)
                case .no, .null: return .null
                }
            }
            inputs.append(value)
        }
        if let rows = table.index?.rows(inputs, first: table.hit == .first) { return try result(of: table, rows: rows) }
        var hits: [[FEELValue]] = []
        var unknown: Unknown?
        for row in table.rows {
            switch try hit(row, inputs) {
            case .yes: hits.append(try outputs(of: row, table))
            case .unknown(let more): unknown = unknown?.joined(with: more) ?? more
            case .no, .null: continue
            }
            if table.hit == .first, unknown == nil { break }
        }
        if let unknown { return .unknown(unknown) }
        if hits.isEmpty { return try nothingHit(table) }
        return try result(table, hits)
    }

    /// What these rows, from 0, give together.
    mutating func result(of table: TableNode, rows: [Int]) throws(EvaluationFault) -> FEELValue {
        guard !rows.isEmpty else { return try nothingHit(table) }
        var hits: [[FEELValue]] = []
        hits.reserveCapacity(rows.count)
        for row in rows { hits.append(try outputs(of: table.rows[row], table)) }
        return try result(table, hits)
    }

    private mutating func hit(_ row: TableNode.Row, _ inputs: [FEELValue]) throws(EvaluationFault) -> Truth {
        var truth = Truth.yes
        for (test, input) in zip(row.tests, inputs) {
            let cell = try passes(test, input)
            if cell == .no || cell == .null { return .no }
            truth = truth.and(cell)
        }
        return truth
    }

    private mutating func outputs(
        of row: TableNode.Row, _ table: TableNode
    ) throws(EvaluationFault) -> [FEELValue] {
        var values: [FEELValue] = []
        for (node, output) in zip(row.outputs, table.outputs) {
            values.append(try output.type.coerced(try value(node), in: environment))
        }
        return values
    }

    private mutating func nothingHit(_ table: TableNode) throws(EvaluationFault) -> FEELValue {
        var values: [FEELValue] = []
        for output in table.outputs {
            guard let otherwise = output.otherwise else { continue }
            values.append(try output.type.coerced(try value(otherwise), in: environment))
        }
        guard values.isEmpty else { return values.count == table.outputs.count ? row(values, table) : .null }
        switch (table.hit, table.aggregate) {
        case (.collect, .count?): return .number(0)
        case (.collect, nil), (.ruleOrder, _), (.outputOrder, _): return .list([])
        default: return .null
        }
    }

    private func row(_ values: [FEELValue], _ table: TableNode) -> FEELValue {
        guard table.outputs.count != 1 else { return values.first ?? .null }
        var context = FEELContext()
        for (output, value) in zip(table.outputs, values) { context[output.name] = value }
        return .context(context)
    }

    private mutating func result(
        _ table: TableNode, _ hits: [[FEELValue]]
    ) throws(EvaluationFault) -> FEELValue {
        switch table.hit {
        case .unique: return hits.count == 1 ? row(hits[0], table) : .null
        case .first: return row(hits[0], table)
        case .any: return hits.allSatisfy { $0 == hits[0] } ? row(hits[0], table) : .null
        case .priority: return row(try byPriority(table, hits)[0], table)
        case .outputOrder: return try admitted(.list(try byPriority(table, hits).map { row($0, table) }))
        case .ruleOrder: return try admitted(.list(hits.map { row($0, table) }))
        case .collect:
            let values = hits.map { row($0, table) }
            guard let aggregate = table.aggregate else { return try admitted(.list(values)) }
            if aggregate == .count { return .number(values.count) }
            guard let entry = FunctionTable.entry(named: aggregate.rawValue) else { return .null }
            return try result(of: entry, [.list(values)])
        }
    }

    /// The most important outputs first: by the place of each in the list of values, column by column.
    private mutating func byPriority(
        _ table: TableNode, _ hits: [[FEELValue]]
    ) throws(EvaluationFault) -> [[FEELValue]] {
        var orders: [[FEELValue]] = []
        for output in table.outputs {
            var order: [FEELValue] = []
            for node in output.values { order.append(try value(node)) }
            orders.append(order)
        }
        let ranked = hits.enumerated().map { number, values in
            let ranks = zip(values, orders).map { value, order in order.firstIndex(of: value) ?? order.count }
            return (ranks: ranks + [number], values: values)
        }
        return ranked.sorted { $0.ranks.lexicographicallyPrecedes($1.ranks) }.map(\.values)
    }
}
