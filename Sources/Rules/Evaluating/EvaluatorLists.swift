import Values

// Lists, contexts, filters, loops and calls.
extension Evaluator {
    mutating func call(_ entry: FunctionEntry, _ arguments: [Node]) throws(EvaluationFault) -> FEELValue {
        var values: [FEELValue] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments { values.append(try value(argument)) }
        return try result(of: entry, values)
    }

    /// What one of the language's own functions gives for these arguments.
    mutating func result(of entry: FunctionEntry, _ values: [FEELValue]) throws(EvaluationFault) -> FEELValue {
        guard entry.takes(values.count) else { return .null }
        if !entry.seesUnknown, let unknown = Unknown.all(in: values) { return .unknown(unknown) }
        if entry.isHigher { return try higher(entry, values) }
        try charge(entry.cost(of: values))
        let meter = FunctionEntry.StepMeter(left: min(stepsLeft, Pattern.mostSteps))
        let before = meter.left
        let outside = FunctionEntry.CallContext(
            moment: environment.moment, lists: environment.lists, meter: meter)
        let result = entry.body(values, outside)
        if meter.left != before { try charge(before - max(0, meter.left)) }
        switch result {
        case .list(let list):
            // Before weighing, because weighing walks through all of it.
            try charge(list.count)
            return try admitted(result)
        case .context: return try admitted(result)
        default: return try charged(result)
        }
    }

    mutating func list(_ items: [Node]) throws(EvaluationFault) -> FEELValue {
        var values: [FEELValue] = []
        for item in items { values.append(try value(item)) }
        return try admitted(.list(values))
    }

    mutating func context(_ entries: [(key: String, value: Node)]) throws(EvaluationFault) -> FEELValue {
        var context = FEELContext()
        let outer = locals.count
        defer { while locals.count > outer { pop() } }
        for entry in entries {
            let value = try value(entry.value)
            context[entry.key] = value
            push(value)
        }
        return try admitted(.context(context))
    }

    /// Ends must be of one kind and have an order, or be open.
    mutating func range(
        _ lower: Node, _ includesLower: Bool, _ upper: Node, _ includesUpper: Bool
    ) throws(EvaluationFault) -> FEELValue {
        let (lower, upper) = (try value(lower), try value(upper))
        return try admitted(
            .range(FEELRange(lower: lower, includesLower: includesLower, upper: upper, includesUpper: includesUpper)))
    }

    // MARK: - Filters

    mutating func filter(_ operand: Node, _ condition: Node) throws(EvaluationFault) -> FEELValue {
        let operand = try value(operand)
        let items: [FEELValue]
        switch operand {
        case .list(let list): items = list
        case .unknown: return operand
        case .null: items = []
        default: items = [operand]
        }
        if let position = condition.constant, case .number(let number) = position {
            return Evaluator.item(number, of: items)
        }
        var kept: [FEELValue] = []
        var unknown: Unknown?
        for item in items {
            push(item)
            defer { pop() }
            switch try value(condition) {
            case .boolean(true): kept.append(item)
            case .unknown(let more): unknown = unknown?.joined(with: more) ?? more
            case .number(let number): return Evaluator.item(number, of: items)
            default: break
            }
        }
        if let unknown { return .unknown(unknown) }
        return .list(kept)
    }

    private static func item(_ number: Decimal, of items: [FEELValue]) -> FEELValue {
        guard let place = number.whole, place != 0, place <= items.count, place >= -items.count else { return .null }
        return items[place > 0 ? place - 1 : items.count + place]
    }

    // MARK: - Loops

    /// Null when a source is null; unknown when a source is unknown and nothing before it decided.
    mutating func quantified(
        isEvery: Bool, _ iterators: ArraySlice<Node.Iterator>, _ condition: Node
    ) throws(EvaluationFault) -> Truth {
        guard let iterator = iterators.first else { return Truth(try value(condition)) }
        let deciding: Truth = isEvery ? .no : .yes
        var truth = deciding.negated
        switch try source(iterator) {
        case .instead(let value): return Truth(value)
        case .items(let items):
            for item in items {
                try charge(1)
                push(item)
                defer { pop() }
                let inner = try quantified(isEvery: isEvery, iterators.dropFirst(), condition)
                truth = isEvery ? truth.and(inner) : truth.or(inner)
                if truth == deciding { return truth }
            }
            return truth
        }
    }

    /// - Returns: what stands instead of the list when a source is null or unknown.
    mutating func run(
        _ loop: Loop, _ iterators: ArraySlice<Node.Iterator>, into results: inout [FEELValue]
    ) throws(EvaluationFault) -> FEELValue? {
        guard let iterator = iterators.first else {
            if loop.readsPartial { try charge(results.count / 8) }
            push(loop.readsPartial ? .list(results) : .null)
            defer { pop() }
            results.append(try value(loop.body))
            return nil
        }
        switch try source(iterator) {
        case .instead(let value): return value
        case .items(let items):
            for item in items {
                try charge(1)
                push(item)
                defer { pop() }
                if let instead = try run(loop, iterators.dropFirst(), into: &results) { return instead }
            }
            return nil
        }
    }

    private mutating func source(_ iterator: Node.Iterator) throws(EvaluationFault) -> ListFunctions.Items {
        let start = try value(iterator.source)
        if let end = iterator.end { return try counting(from: start, to: try value(end)) }
        if case .range(let range) = start {
            return try counting(through: range)
        }
        return ListFunctions.list(start)
    }

    private mutating func counting(through range: FEELRange) throws(EvaluationFault) -> ListFunctions.Items {
        guard Comparison.compare(range.lower, .greater, range.upper) != .yes else { return .instead(.null) }
        guard case .items(var items) = try counting(from: range.lower, to: range.upper) else {
            return .instead(Unknown.all(in: [range.lower, range.upper]).map { .unknown($0) } ?? .null)
        }
        if !range.includesLower, !items.isEmpty { items.removeFirst() }
        if !range.includesUpper, items.last == range.upper { items.removeLast() }
        return .items(items)
    }

    /// Whole numbers or days between two ends, upwards or downwards.
    private mutating func counting(from: FEELValue, to: FEELValue) throws(EvaluationFault) -> ListFunctions.Items {
        if let unknown = Unknown.all(in: [from, to]) { return .instead(.unknown(unknown)) }
        let (first, last): (Int, Int)
        switch (from, to) {
        case (.number(let from), .number(let to)):
            guard let start = from.whole, let end = to.whole else { return .instead(.null) }
            (first, last) = (start, end)
        case (.day(let from), .day(let to)): (first, last) = (from.number, to.number)
        default: return .instead(.null)
        }
        let (length, overflow) = last.subtractingReportingOverflow(first)
        guard !overflow, length.magnitude < UInt(Evaluator.mostSteps) else {
            throw .tooManySteps(limit: Evaluator.mostSteps)
        }
        try charge(Int(length.magnitude))
        let isDays = from.day != nil
        return .items(
            stride(from: first, through: last, by: length < 0 ? -1 : 1)
                .map { isDays ? .day(Day(number: $0)) : .number($0) })
    }
}
