import Values

// Functions as values: making them, calling them, and those of the language that take one.
extension Evaluator {
    /// What a loop does for each combination of its items.
    struct Loop {
        let body: Node
        let readsPartial: Bool
    }

    /// A function with everything its body sees at this moment.
    mutating func function(_ definition: Node.FunctionNode) throws(EvaluationFault) -> FEELValue {
        var taken: [Int: FEELValue] = [:]
        for slot in definition.slots { taken[slot] = try fact(slot) }
        let facts = taken
        let (outer, scope) = (Array(locals.prefix(definition.firstLocal)), Scope(storage: scope))
        return .function(
            FEELFunction(parameters: definition.parameters, gives: definition.gives, height: definition.height) {
                arguments, evaluator throws(EvaluationFault) in
                let environment = Environment(
                    taken: facts, scope: scope, moment: evaluator.environment.moment,
                    lists: evaluator.environment.lists)
                return try evaluator.value(
                    definition.body, in: environment, locals: outer + arguments, height: definition.height)
            })
    }

    mutating func apply(_ callee: Node, _ arguments: [Node.Argument]) throws(EvaluationFault) -> FEELValue {
        let callee = try value(callee)
        var values: [FEELValue] = []
        for argument in arguments { values.append(try value(argument.value)) }
        if callee.isUnknown { return callee }
        guard let function = callee.function else { return .null }
        let names = arguments.compactMap(\.name)
        guard !names.isEmpty else { return try call(function, values) }
        guard names.count == arguments.count, let placed = function.placed(names, values) else { return .null }
        return try call(function, placed)
    }

    /// Arguments are taken as the parameters' types say; null when their number is wrong or one does not fit.
    mutating func call(_ function: FEELFunction, _ arguments: [FEELValue]) throws(EvaluationFault) -> FEELValue {
        try charge(1)
        if let entry = function.entry { return try result(of: entry, arguments) }
        guard arguments.count == function.parameters.count else { return .null }
        var taken: [FEELValue] = []
        for (argument, parameter) in zip(arguments, function.parameters) {
            let value = try parameter.type?.coerced(argument, in: environment) ?? argument
            if value.isNull, !argument.isNull { return .null }
            taken.append(value)
        }
        let result = try function.body(taken, &self)
        return try function.gives?.coerced(result, in: environment) ?? result
    }

    /// `instance of`: null is of no type.
    func instance(_ value: FEELValue, _ type: ItemType) throws(EvaluationFault) -> FEELValue {
        if value.isUnknown { return type.isAny ? .boolean(true) : value }
        if value.isNull { return .boolean(false) }
        return .boolean(try type.admits(value, in: environment))
    }

    /// The functions that take a function.
    mutating func higher(_ entry: FunctionEntry, _ arguments: [FEELValue]) throws(EvaluationFault) -> FEELValue {
        if let unknown = Unknown.all(in: arguments) { return .unknown(unknown) }
        guard case .items(let items) = ListFunctions.list(arguments[0]) else { return .null }
        return try entry.name == "sort" ? sorted(items, arguments) : replaced(items, arguments)
    }

    private mutating func replaced(
        _ items: [FEELValue], _ arguments: [FEELValue]
    ) throws(EvaluationFault) -> FEELValue {
        guard let match = arguments[1].function else {
            guard let index = ListFunctions.index(arguments[1], in: items) else { return .null }
            var items = items
            items[index] = arguments[2]
            return try admitted(.list(items))
        }
        guard match.parameters.count == 2 else { return .null }
        var replaced: [FEELValue] = []
        for item in items {
            guard let isMatch = try call(match, [item, arguments[2]]).boolean else { return .null }
            replaced.append(isMatch ? arguments[2] : item)
        }
        return try admitted(.list(replaced))
    }

    private mutating func sorted(
        _ items: [FEELValue], _ arguments: [FEELValue]
    ) throws(EvaluationFault) -> FEELValue {
        guard arguments.count > 1, !arguments[1].isNull else {
            let numbers = items.compactMap(\.number)
            if numbers.count == items.count { return .list(numbers.sorted().map { .number($0) }) }
            let texts = items.compactMap(\.text)
            return texts.count == items.count ? .list(texts.sorted().map { .text($0) }) : .null
        }
        guard let precedes = arguments[1].function, precedes.parameters.count == 2 else { return .null }
        return try merged(items, precedes).map { .list($0) } ?? .null
    }

    /// Stable, by halves; nil when the function says anything but true or false.
    private mutating func merged(
        _ items: [FEELValue], _ precedes: FEELFunction
    ) throws(EvaluationFault) -> [FEELValue]? {
        guard items.count > 1 else { return items }
        let middle = items.count / 2
        guard let left = try merged(Array(items[..<middle]), precedes),
            let right = try merged(Array(items[middle...]), precedes)
        else { return nil }
        var (all, one, other): ([FEELValue], Int, Int) = ([], 0, 0)
        while one < left.count, other < right.count {
            guard let isFirst = try call(precedes, [right[other], left[one]]).boolean else { return nil }
            if isFirst {
                all.append(right[other])
                other += 1
            } else {
                all.append(left[one])
                one += 1
            }
        }
        return all + left[one...] + right[other...]
    }
}

extension FEELFunction {
    /// Arguments by name in the order of the parameters; nil when the names are not those of the parameters.
    func placed(_ names: [String], _ values: [FEELValue]) -> [FEELValue]? {
        let given = Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first })
        guard given.count == values.count else { return nil }
        if let entry {
            guard let signature = entry.signatures.first(where: { Set($0) == Set(given.keys) }) else { return nil }
            return signature.compactMap { given[$0] }
        }
        guard Set(parameters.map(\.name)) == Set(given.keys) else { return nil }
        return parameters.compactMap { given[$0.name] }
    }
}
