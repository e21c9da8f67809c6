import Values

/// One evaluation: facts, a stack of locals, a count of steps. Total: it ends with a value or a fault.
struct Evaluator {
    static let mostSteps = 1_000_000
    static let deepestValue = 200
    /// The heights of all bodies that are being evaluated at once, together.
    static let deepestCalls = 800

    private(set) var environment: Environment
    private(set) var scope: Scope.Storage
    private(set) var locals: [FEELValue] = []
    private(set) var stepsLeft: Int
    private let mostSteps: Int
    /// How much further down calls of functions may lead.
    private var heightLeft = Evaluator.deepestCalls
    /// Slots in the order of first reading; nil when nobody asks.
    var reading: [Int]?

    init(_ environment: Environment, scope: Scope.Storage, tracesReading: Bool) {
        self.init(environment, scope: scope, tracesReading: tracesReading, mostSteps: Evaluator.mostSteps)
    }

    /// With fewer steps than an evaluation may take.
    init(_ environment: Environment, scope: Scope.Storage, tracesReading: Bool, mostSteps: Int) {
        self.mostSteps = mostSteps
        stepsLeft = mostSteps
        self.environment = environment
        self.scope = scope
        reading = tracesReading ? [] : nil
    }

    mutating func value(_ node: Node) throws(EvaluationFault) -> FEELValue {
        try charge(1)
        switch node {
        case .constant(let value): return value
        case .fact(let slot): return try fact(slot)
        case .local(let index): return locals[index]
        case .compare(let left, let operation, let right):
            return Comparison.compare(try value(left), operation, try value(right)).value
        case .all(let parts): return try all(parts).value
        case .any(let parts): return try any(parts).value
        case .arithmetic(let left, let operation, let right):
            return try charged(Arithmetic.result(try value(left), operation, try value(right)))
        case .negative(let operand): return Arithmetic.negated(try value(operand))
        case .conditional(let condition, let then, let otherwise):
            return try conditional(condition, then, otherwise)
        case .between(let operand, let low, let high):
            let operand = try value(operand)
            let fromLow = Comparison.compare(operand, .greaterOrEqual, try value(low))
            return fromLow.and(Comparison.compare(operand, .lessOrEqual, try value(high))).value
        case .isIn(let operand, let test):
            let operand = try value(operand)
            return try passes(test, operand).value
        case .call(let entry, let arguments): return try call(entry, arguments)
        default: return try composite(node)
        }
    }

    private mutating func composite(_ node: Node) throws(EvaluationFault) -> FEELValue {
        switch node {
        case .branch(let branches): return try branch(branches)
        case .entry(let name, let item, let otherwise): return try entry(name, item, otherwise)
        case .instance(let operand, let type): return try instance(try value(operand), type)
        case .apply(let callee, let arguments): return try apply(callee, arguments)
        case .function(let definition): return try function(definition)
        case .coerced(let operand, let type, let isStrict):
            let operand = try value(operand)
            if isStrict { return try type.admits(operand, in: environment) ? operand : .null }
            return try type.coerced(operand, in: environment)
        case .openRange(let operation, let end): return .range(FEELRange(operation, try value(end)))
        case .table(let table): return try self.table(table)
        case .list(let items): return try list(items)
        case .context(let entries): return try context(entries)
        case .path(let operand, let key): return try value(operand).member(key)
        case .filter(let operand, let condition): return try filter(operand, condition)
        case .range(let lower, let includesLower, let upper, let includesUpper):
            return try range(lower, includesLower, upper, includesUpper)
        case .quantified(let isEvery, let iterators, let condition):
            return try quantified(isEvery: isEvery, iterators[...], condition).value
        case .loop(let iterators, let body, let readsPartial):
            var results: [FEELValue] = []
            let loop = Loop(body: body, readsPartial: readsPartial)
            if let instead = try run(loop, iterators[...], into: &results) { return instead }
            return try admitted(.list(results))
        default: return .null
        }
    }

    // MARK: - Facts

    mutating func fact(_ slot: Int) throws(EvaluationFault) -> FEELValue {
        if let read = reading, !read.contains(slot) { reading?.append(slot) }
        return try environment.value(of: slot, in: scope)
    }

    private mutating func branch(_ branches: [NameEntry.Branch]) throws(EvaluationFault) -> FEELValue {
        var context = FEELContext()
        for branch in branches {
            try charge(1)
            context = context.putting(try fact(branch.slot), at: branch.path[...])
        }
        return .context(context)
    }

    private mutating func entry(_ name: String, _ item: Int, _ otherwise: Node?) throws(EvaluationFault) -> FEELValue {
        switch locals[item] {
        case .context(let context):
            if let value = context[name] { return value }
        case .unknown(let unknown): return .unknown(unknown)
        default: break
        }
        guard let otherwise else { return .null }
        return try value(otherwise)
    }

    // MARK: - Logic

    private mutating func all(_ parts: [Node]) throws(EvaluationFault) -> Truth {
        var truth = Truth.yes
        for part in parts {
            truth = truth.and(Truth(try value(part)))
            if truth == .no { return .no }
        }
        return truth
    }

    private mutating func any(_ parts: [Node]) throws(EvaluationFault) -> Truth {
        var truth = Truth.no
        for part in parts {
            truth = truth.or(Truth(try value(part)))
            if truth == .yes { return .yes }
        }
        return truth
    }

    /// With an unknown condition the result is known only when both ways give the same.
    private mutating func conditional(
        _ condition: Node, _ then: Node, _ otherwise: Node
    ) throws(EvaluationFault) -> FEELValue {
        switch Truth(try value(condition)) {
        case .yes: return try value(then)
        case .no, .null: return try value(otherwise)
        case .unknown(let unknown):
            let (one, other) = (try value(then), try value(otherwise))
            guard let more = Unknown.all(in: [one, other]) else { return one == other ? one : .unknown(unknown) }
            return .unknown(unknown.joined(with: more))
        }
    }

    // MARK: - Tests

    mutating func passes(_ test: CompiledTest, _ operand: FEELValue) throws(EvaluationFault) -> Truth {
        try charge(1)
        switch test {
        case .anything: return .yes
        case .any(let tests): return try passesAny(tests, operand)
        case .none(let tests): return try passesAny(tests, operand).negated
        case .compare(let operation, let node):
            return Comparison.compare(operand, operation, try value(node, testing: operand))
        case .condition(let node): return Truth(try value(node, testing: operand))
        case .matches(let node): return Evaluator.matches(operand, try value(node, testing: operand))
        }
    }

    private mutating func passesAny(_ tests: [CompiledTest], _ operand: FEELValue) throws(EvaluationFault) -> Truth {
        var truth = Truth.no
        for test in tests {
            truth = truth.or(try passes(test, operand))
            if truth == .yes { return .yes }
        }
        return truth
    }

    private mutating func value(_ node: Node, testing operand: FEELValue) throws(EvaluationFault) -> FEELValue {
        if case .constant(let value) = node { return value }
        locals.append(operand)
        defer { locals.removeLast() }
        return try value(node)
    }

    /// The value itself, one of a list, or one in a range.
    static func matches(_ operand: FEELValue, _ wanted: FEELValue) -> Truth {
        switch (operand, wanted) {
        // It may be a list itself, equal to the wanted one even when that is empty.
        case (.unknown(let unknown), .list): return .unknown(unknown)
        case (.list, .list(let list)):
            let equal = Comparison.equal(operand, wanted)
            return equal == .yes ? .yes : equal.or(matchesOne(of: list, operand))
        case (_, .list(let list)): return matchesOne(of: list, operand)
        case (.range, .range): return Comparison.equal(operand, wanted)
        case (_, .range(let range)): return Comparison.isIn(operand, range)
        default:
            let equal = Comparison.equal(operand, wanted)
            return equal == .null ? .no : equal
        }
    }

    private static func matchesOne(of list: [FEELValue], _ operand: FEELValue) -> Truth {
        var truth = Truth.no
        for item in list {
            if case .range(let range) = item {
                truth = truth.or(Comparison.isIn(operand, range))
            } else {
                let equal = Comparison.equal(operand, item)
                truth = truth.or(equal == .null ? .no : equal)
            }
            if truth == .yes { return .yes }
        }
        return truth
    }
}

// MARK: - Limits and locals

extension Evaluator {
    mutating func charge(_ steps: Int) throws(EvaluationFault) {
        stepsLeft -= steps
        guard stepsLeft >= 0 else { throw .tooManySteps(limit: mostSteps) }
    }

    /// A text costs what it holds, so that no evaluation fills the memory.
    mutating func charged(_ value: FEELValue) throws(EvaluationFault) -> FEELValue {
        if case .text(let text) = value { try charge(text.utf8.count / 16) }
        return value
    }

    /// A value that was put together: what lies in it is paid for, and it may not be too deep.
    mutating func admitted(_ value: FEELValue) throws(EvaluationFault) -> FEELValue {
        try weigh(value, depth: 0)
        return value
    }

    private mutating func weigh(_ value: FEELValue, depth: Int) throws(EvaluationFault) {
        guard depth <= Evaluator.deepestValue else { throw .tooDeep(limit: Evaluator.deepestValue) }
        switch value {
        case .list(let items):
            try charge(1 + items.count)
            for item in items { try weigh(item, depth: depth + 1) }
        case .context(let context):
            try charge(1 + context.entries.count)
            for entry in context.entries { try weigh(entry.value, depth: depth + 1) }
        case .range(let range):
            try weigh(range.lower, depth: depth + 1)
            try weigh(range.upper, depth: depth + 1)
        default: break
        }
    }

    /// Evaluates with other facts and locals, and comes back.
    mutating func value(
        _ node: Node, in other: Environment, locals inner: [FEELValue], height: Int
    ) throws(EvaluationFault) -> FEELValue {
        let outer = (environment, scope, locals, reading)
        (environment, scope, locals, reading) = (other, other.scope.storage, inner, nil)
        heightLeft -= height
        defer {
            (environment, scope, locals, reading) = outer
            heightLeft += height
        }
        guard heightLeft >= 0 else { throw .tooDeep(limit: Evaluator.deepestCalls) }
        return try value(node)
    }

    mutating func push(_ value: FEELValue) { locals.append(value) }
    mutating func pop() { locals.removeLast() }
}
