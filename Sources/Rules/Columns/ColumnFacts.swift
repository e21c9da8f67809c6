import Values

/// A column as one step reads it: its first value belongs to the subject `start`.
struct Source {
    let column: Column
    let start: Int
}

/// What a decision over many subjects reads: a column for every name of its scope.
struct ColumnFacts {
    let scope: Scope
    let moment: Moment
    let lists: [String: Set<String>]
    let sources: [Source]
    let columnOfSlot: [Int]

    /// What one subject gives by itself.
    func environment(of subject: Int) -> Environment {
        Environment(
            scope: scope,
            facts: { name throws(EvaluationFault) in
                guard let slot = scope.slot(of: name) else { throw EvaluationFault.nameNotGiven(name) }
                let source = sources[columnOfSlot[slot]]
                return try source.column.value(at: subject - source.start)
            }, moment: moment, lists: lists)
    }

    /// The value of a part; nil when it takes too long for a part, and the whole has to be worked out by itself.
    func value(of node: Node, in environment: Environment) -> FEELValue? {
        var evaluator = Evaluator(
            environment, scope: scope.storage, tracesReading: false, mostSteps: KernelMaking.stepsOfPart)
        return try? evaluator.value(node)
    }
}

extension Node {
    /// The slots that are read here or below.
    func collect(into slots: inout Set<Int>) {
        switch self {
        case .constant, .local: break
        case .fact(let slot): slots.insert(slot)
        case .branch(let branches): slots.formUnion(branches.map(\.slot))
        case .entry(_, _, let otherwise): otherwise?.collect(into: &slots)
        case .function(let function): slots.formUnion(function.slots)
        case .isIn(let operand, let test):
            operand.collect(into: &slots)
            test.collect(into: &slots)
        case .table(let table): table.collect(into: &slots)
        default: for child in children { child.collect(into: &slots) }
        }
    }

    /// The parts of what has only parts.
    var children: [Node] {
        switch self {
        case .negative(let one), .instance(let one, _), .path(let one, _), .openRange(_, let one),
            .coerced(let one, _, _):
            [one]
        case .arithmetic(let one, _, let other), .compare(let one, _, let other), .filter(let one, let other),
            .range(let one, _, let other, _):
            [one, other]
        case .conditional(let one, let other, let third), .between(let one, let other, let third):
            [one, other, third]
        case .all(let parts), .any(let parts), .list(let parts), .call(_, let parts): parts
        case .context(let entries): entries.map(\.value)
        case .quantified(_, let iterators, let body), .loop(let iterators, let body, _):
            iterators.flatMap { [$0.source] + ($0.end.map { [$0] } ?? []) } + [body]
        case .apply(let callee, let arguments): [callee] + arguments.map(\.value)
        case .constant, .local, .fact, .branch, .entry, .function, .isIn, .table: []
        }
    }
}

extension CompiledTest {
    func collect(into slots: inout Set<Int>) {
        switch self {
        case .anything: break
        case .none(let tests), .any(let tests): for test in tests { test.collect(into: &slots) }
        case .compare(_, let node), .matches(let node), .condition(let node): node.collect(into: &slots)
        }
    }
}

extension TableNode {
    fileprivate func collect(into slots: inout Set<Int>) {
        for input in inputs {
            input.value.collect(into: &slots)
            input.values?.collect(into: &slots)
        }
        for output in outputs {
            for value in output.values { value.collect(into: &slots) }
            output.otherwise?.collect(into: &slots)
        }
        for row in rows {
            for test in row.tests { test.collect(into: &slots) }
            for output in row.outputs { output.collect(into: &slots) }
        }
    }
}
