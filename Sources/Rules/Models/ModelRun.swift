import Values

/// One evaluation of a model: what is given, and what was worked out so far.
struct ModelRun {
    /// As many decisions may rest on one another in one line.
    static let deepestChain = 200

    let model: CompiledModel
    /// By the key of an input or a decision, which is then not worked out.
    let given: [String: FEELValue]
    private var known: [String: FEELValue] = [:]
    private var depth = 0

    init(model: CompiledModel, given: [String: FEELValue]) {
        self.model = model
        self.given = given
    }

    /// The value of an input or a decision, or the function that a knowledge model or a decision service is.
    mutating func value(of key: String, _ evaluator: inout Evaluator) throws(EvaluationFault) -> FEELValue {
        if let value = known[key] { return value }
        guard let element = model.elements[key] else { return .null }
        depth += 1
        defer { depth -= 1 }
        guard depth <= ModelRun.deepestChain else { throw .tooDeep(limit: ModelRun.deepestChain) }
        let value = try work(out: element, &evaluator)
        known[key] = value
        return value
    }

    private mutating func work(
        out element: ModelElement, _ evaluator: inout Evaluator
    ) throws(EvaluationFault) -> FEELValue {
        try evaluator.charge(1)
        if let value = given[element.key] {
            return try element.type?.coerced(value, in: evaluator.environment) ?? value
        }
        switch element.kind {
        case .input: return .null
        case .decision(let logic):
            guard let logic else { return .null }
            let environment = try environment(of: logic, &evaluator)
            let value = try evaluator.value(logic.node, in: environment, locals: [], height: logic.height)
            return try element.type?.coerced(value, in: evaluator.environment) ?? value
        case .knowledge(let logic):
            guard let logic else { return .null }
            let environment = try environment(of: logic, &evaluator)
            let value = try evaluator.value(logic.node, in: environment, locals: [], height: logic.height)
            guard let function = value.function, let type = element.type else { return value }
            return .function(
                FEELFunction(
                    parameters: function.parameters, gives: type, height: function.height, body: function.body))
        case .invocable(let invocable): return .function(function(of: invocable, element))
        }
    }

    /// Facts in the order of the scope, each worked out first.
    private mutating func environment(
        of logic: ModelElement.Logic, _ evaluator: inout Evaluator
    ) throws(EvaluationFault) -> Environment {
        var values: [FEELValue] = []
        for key in logic.reads { values.append(try value(of: key, &evaluator)) }
        return Environment(
            scope: logic.scope, values: values, moment: evaluator.environment.moment,
            lists: evaluator.environment.lists)
    }

    /// The one output, or all of them by name.
    mutating func outputs(
        of invocable: ModelElement.Invocable, _ evaluator: inout Evaluator
    ) throws(EvaluationFault) -> FEELValue {
        if invocable.outputs.count == 1 { return try value(of: invocable.outputs[0].key, &evaluator) }
        var context = FEELContext()
        for output in invocable.outputs { context[output.name] = try value(of: output.key, &evaluator) }
        return .context(context)
    }

    /// A call works with what it is given alone: nothing that was worked out here is seen there.
    private func function(of invocable: ModelElement.Invocable, _ element: ModelElement) -> FEELFunction {
        let model = model
        let parameters = invocable.parameters.map { parameter in
            FEELFunction.Parameter(name: parameter.name, type: model.elements[parameter.key]?.type)
        }
        return FEELFunction(parameters: parameters, gives: element.type, height: 1) {
            arguments, evaluator throws(EvaluationFault) in
            let given = Dictionary(
                zip(invocable.parameters.map(\.key), arguments), uniquingKeysWith: { first, _ in first })
            var run = ModelRun(model: model, given: given)
            return try run.outputs(of: invocable, &evaluator)
        }
    }
}
