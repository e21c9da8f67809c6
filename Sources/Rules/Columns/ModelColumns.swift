import Values

extension CompiledModel {
    /// What one decision gives for all subjects, worked out in so many pieces at once; the same as `evaluate` gives
    /// for each.
    ///
    /// - Parameter columns: of equal length, by the name of the input; what is not given is null.
    /// - Returns: nil when the model has no such decision.
    package func evaluate(
        decision name: String, over columns: [String: Column], cores: Int, moment: Moment
    ) async -> Column? {
        guard let key = names[name]?.first(where: { isDecision($0) }) else { return nil }
        let count = columns.values.first?.count ?? 0
        precondition(columns.values.allSatisfy { $0.count == count }, "columns of different lengths")
        let length = max(KernelRun.length, (count + max(1, cores) - 1) / max(1, cores))
        let ranges = stride(from: 0, to: max(1, count), by: length).map { $0..<min(count, $0 + length) }
        let pieces = await withTaskGroup(of: (Int, Column).self) { group in
            for (number, range) in ranges.enumerated() {
                group.addTask {
                    let run = ModelColumns(model: self, decision: name, columns: columns, moment: moment, range: range)
                    return (number, run.column(of: key))
                }
            }
            var pieces: [(Int, Column)] = []
            for await piece in group { pieces.append(piece) }
            return pieces.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return Column.joined(pieces)
    }

    private func isDecision(_ key: String) -> Bool {
        if case .decision? = elements[key]?.kind { return true }
        return false
    }
}

/// One decision of a model over a range of subjects, and what it rests on.
private struct ModelColumns {
    /// More than this are worked out subject by subject.
    private static let mostElements = 50

    let model: CompiledModel
    let decision: String
    let columns: [String: Column]
    let moment: Moment
    let range: Range<Int>

    func column(of key: String) -> Column {
        guard let order = order(of: key) else { return alone() }
        var sources: [String: Source] = [:]
        for (name, column) in columns {
            for key in model.names[name] ?? [] { sources[key] = Source(column: column, start: 0) }
            for element in model.elements.values where element.isNamed(name) {
                sources[element.key] = Source(column: column, start: 0)
            }
        }
        for element in order {
            guard let source = worked(out: element, from: sources) else { return alone() }
            sources[element.key] = source
        }
        guard let source = sources[key] else { return alone() }
        var column = source.start == range.lowerBound ? source.column : alone()
        for subject in column.faults.keys { put(subject, into: &column) }
        return column
    }

    /// Inputs and decisions, each after those that it reads; nil when there is anything else among them.
    private func order(of key: String) -> [ModelElement]? {
        var (order, seen): ([ModelElement], Set<String>) = ([], [])
        func visit(_ key: String) -> Bool {
            guard seen.insert(key).inserted else { return true }
            guard seen.count <= ModelColumns.mostElements, let element = model.elements[key] else { return false }
            switch element.kind {
            case .input: break
            case .decision(let logic):
                guard let logic, logic.reads.allSatisfy(visit) else { return false }
            case .knowledge, .invocable: return false
            }
            order.append(element)
            return true
        }
        return visit(key) ? order : nil
    }

    private func worked(out element: ModelElement, from sources: [String: Source]) -> Source? {
        switch element.kind {
        case .decision(let logic?) where sources[element.key] == nil:
            let node: Node = element.type.map { .coerced(logic.node, $0, isStrict: false) } ?? logic.node
            return worked(out: node, logic.scope, logic.reads.compactMap { sources[$0] })
        default:
            let scope = Scope(names: ["input": .any], vocabulary: Scope.Vocabulary(types: [:], keys: []))
            let none = Column(form: .coded(Array(repeating: 0, count: range.count), Codebook([.null])))
            let given = sources[element.key] ?? Source(column: none, start: range.lowerBound)
            guard let type = element.type else { return given }
            return worked(out: .coerced(.fact(0), type, isStrict: false), scope, [given])
        }
    }

    /// nil when a requirement is missing.
    private func worked(out node: Node, _ scope: Scope, _ sources: [Source]) -> Source? {
        guard sources.count == scope.names.count else { return nil }
        let facts = ColumnFacts(
            scope: scope, moment: moment, lists: [:], sources: sources, columnOfSlot: Array(sources.indices))
        var making = KernelMaking(facts: facts, range: range)
        let start = range.lowerBound
        let single = { (subject: Int, column: inout Column) in
            if let value = facts.value(of: node, in: facts.environment(of: subject)) {
                column.exceptions[subject - start] = value
            } else {
                column.faults[subject - start] = .tooManySteps(limit: KernelMaking.stepsOfPart)
            }
        }
        if let made = making.made(node) {
            return Source(column: made.column(over: range, making.sources, alone: single), start: start)
        }
        var column = Column(form: .coded(Array(repeating: 0, count: range.count), Codebook([.null])))
        for subject in range { single(subject, &column) }
        return Source(column: column, start: start)
    }

    // MARK: - Subject by subject

    private func alone() -> Column {
        var column = Column(form: .coded(Array(repeating: 0, count: range.count), Codebook([.null])))
        for place in 0..<range.count { put(place, into: &column) }
        return column
    }

    /// - Parameter place: counted from the start of the range.
    private func put(_ place: Int, into column: inout Column) {
        do throws(EvaluationFault) {
            var inputs: [String: FEELValue] = [:]
            for (name, all) in columns { inputs[name] = try all.value(at: range.lowerBound + place) }
            column.faults[place] = nil
            column.exceptions[place] = try model.evaluate(decision: decision, inputs: inputs, moment: moment)
        } catch {
            column.faults[place] = error
        }
    }
}
