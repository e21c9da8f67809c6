import Values

/// What an evaluation sees: facts, the moment, the lists. Facts are read only when needed.
package struct Environment {
    private enum Facts {
        case values([FEELValue])
        /// What a function took along when it was made, by slot of the scope it was made in.
        case taken([Int: FEELValue])
        case lookup((String) throws(EvaluationFault) -> FEELValue)
    }

    package let scope: Scope
    package let moment: Moment
    /// Keys of the lists in force, by the list's id; read by `listed(list, key)`.
    package let lists: [String: Set<String>]
    /// Explains a fact that was itself worked out (a table); nil for facts that were given.
    package var explain: ((String) -> Trace?)?
    private let facts: Facts

    /// - Parameter facts: the value of each name of the scope; `.unknown(name)` when it is not established. It is
    ///   asked each time a name is read, so whoever computes there remembers what it found.
    package init(
        scope: Scope, facts: @escaping (String) throws(EvaluationFault) -> FEELValue, moment: Moment,
        lists: [String: Set<String>]
    ) {
        self.scope = scope
        self.facts = .lookup(facts)
        self.moment = moment
        self.lists = lists
    }

    /// The quick form: one value for each slot of the scope, in its order.
    package init(scope: Scope, values: [FEELValue], moment: Moment, lists: [String: Set<String>]) {
        precondition(values.count == scope.names.count, "\(values.count) values for \(scope.names.count) names")
        self.scope = scope
        facts = .values(values)
        self.moment = moment
        self.lists = lists
    }

    /// What the body of a function sees: the facts it took along.
    init(taken: [Int: FEELValue], scope: Scope, moment: Moment, lists: [String: Set<String>]) {
        self.scope = scope
        facts = .taken(taken)
        self.moment = moment
        self.lists = lists
    }

    /// From known facts by name; every other name of the scope is not established.
    package init(scope: Scope, known: [String: FEELValue], moment: Moment, lists: [String: Set<String>]) {
        let values = scope.names.map { known[$0] ?? .unknown($0) }
        self.init(scope: scope, values: values, moment: moment, lists: lists)
    }

    /// The values of all slots, when they are given in the order of this scope.
    @inline(__always)
    func values(in other: Scope.Storage) -> [FEELValue]? {
        guard case .values(let values) = facts, other === scope.storage else { return nil }
        return values
    }

    /// The value in a slot of the scope in which an expression was compiled, which may be another than this one's.
    func value(of slot: Int, in other: Scope.Storage) throws(EvaluationFault) -> FEELValue {
        switch facts {
        case .lookup(let lookup): return try lookup(other.names[slot])
        case .taken(let values):
            guard let value = values[slot] else { throw EvaluationFault.nameNotGiven(other.names[slot]) }
            return value
        case .values(let values):
            if other === scope.storage { return values[slot] }
            guard let own = scope.slot(of: other.names[slot]) else {
                throw EvaluationFault.nameNotGiven(other.names[slot])
            }
            return values[own]
        }
    }
}

/// Why an evaluation was stopped; the value is not known, and it is a defect of the definition or of the caller.
package enum EvaluationFault: Error, Hashable, Sendable {
    /// More steps than one evaluation may take.
    case tooManySteps(limit: Int)
    /// Values nested deeper than any real fact.
    case tooDeep(limit: Int)
    /// The environment lacks a name of the scope in which the expression was compiled.
    case nameNotGiven(String)

    package var wording: Wording {
        switch self {
        case .tooManySteps(let limit):
            Wording(zh: "计算超过 \(limit) 步，已停止；请简化表达式", en: "stopped after \(limit) steps; make it simpler")
        case .tooDeep(let limit):
            Wording(zh: "值的嵌套超过 \(limit) 层，已停止", en: "stopped: values nested more than \(limit) deep")
        case .nameNotGiven(let name):
            Wording(zh: "没有给出“\(name)”", en: "`\(name)` was not given")
        }
    }
}
