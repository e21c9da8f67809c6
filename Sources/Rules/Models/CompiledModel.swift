import Values

/// A model and its imports, read and checked, ready to be evaluated for many sets of inputs.
///
/// What could not be read is in `problems` and gives null when it is evaluated.
package struct CompiledModel: Sendable {
    package let problems: [ModelProblem]
    let elements: [String: ModelElement]
    /// Elements of the model itself by the name under which they are called.
    let names: [String: [String]]

    /// - Parameter imports: every model that this one or its imports name, in any order.
    package static func compile(_ model: DecisionModel, imports: [DecisionModel]) -> CompiledModel {
        var compilation = ModelCompilation(models: [model] + imports)
        compilation.run()
        return CompiledModel(
            problems: compilation.problems, elements: compilation.elements,
            names: compilation.visible(from: model.namespace))
    }

    /// Names of the decisions of the model, in no order.
    package var decisions: [String] {
        elements.values.compactMap { element in
            if case .decision = element.kind { return element.name }
            return nil
        }
    }

    /// What one decision gives for these inputs.
    ///
    /// - Parameter inputs: input by name, or by `{namespace}name` when it is another model's; what is not given is
    ///   null. A decision's name stands for its result.
    /// - Returns: nil when the model has no such decision.
    package func evaluate(
        decision name: String, inputs: [String: FEELValue], moment: Moment
    ) throws(EvaluationFault) -> FEELValue? {
        for key in names[name] ?? [] {
            guard let element = elements[key] else { continue }
            switch element.kind {
            case .decision, .invocable: break
            default: continue
            }
            var run = ModelRun(model: self, given: given(inputs))
            var evaluator = Evaluator(.empty(at: moment), scope: Scope.Storage.empty, tracesReading: false)
            if case .invocable(let invocable) = element.kind {
                return try run.outputs(of: invocable, &evaluator)
            }
            return try run.value(of: key, &evaluator)
        }
        return nil
    }

    /// What a decision service or a function gives, called with arguments by name.
    ///
    /// - Returns: nil when the model has no such element.
    package func invoke(
        _ name: String, arguments: [String: FEELValue], moment: Moment
    ) throws(EvaluationFault) -> FEELValue? {
        for key in names[name] ?? [] {
            guard let element = elements[key] else { continue }
            var run = ModelRun(model: self, given: [:])
            var evaluator = Evaluator(.empty(at: moment), scope: Scope.Storage.empty, tracesReading: false)
            switch element.kind {
            case .knowledge, .invocable: break
            default: continue
            }
            guard let function = try run.value(of: key, &evaluator).function else { return .null }
            let values = function.parameters.map { arguments[$0.name] ?? .null }
            return try evaluator.call(function, values)
        }
        return nil
    }

    private func given(_ inputs: [String: FEELValue]) -> [String: FEELValue] {
        var given: [String: FEELValue] = [:]
        for (name, value) in inputs {
            for key in names[name] ?? [] { given[key] = value }
            for element in elements.values where element.isNamed(name) { given[element.key] = value }
        }
        return given
    }
}

/// One element of a model, compiled.
struct ModelElement: Sendable {
    struct Requirement: Sendable {
        /// The name under which the element's logic reads it.
        let name: String
        let key: String
    }

    struct Logic: Sendable {
        let node: Node
        let scope: Scope
        let height: Int
        /// In the order of the scope's slots.
        let reads: [String]
    }

    struct Invocable: Sendable {
        let outputs: [Requirement]
        let parameters: [Requirement]
    }

    indirect enum Kind: Sendable {
        case input
        case decision(Logic?)
        case knowledge(Logic?)
        case invocable(Invocable)
    }

    let key: String
    let name: String
    let type: ItemType?
    let kind: Kind

    /// Whether `{namespace}name` means it.
    func isNamed(_ full: String) -> Bool {
        full.hasPrefix("{") && full == "{" + key.prefix { $0 != "#" } + "}" + name
    }
}

extension Scope.Storage {
    static let empty = Scope(names: [:], vocabulary: Scope.Vocabulary(types: [:], keys: [])).storage
}

extension Environment {
    /// Without any fact.
    static func empty(at moment: Moment) -> Environment {
        Environment(scope: Scope(storage: .empty), values: [], moment: moment, lists: [:])
    }
}
