import Values

/// Expressions and tables of one scope that rest on one another, in the order in which they can be worked out.
///
/// Gives the same for one subject at a time and for many in columns, scale by scale and fault by fault.
package struct DecisionChain: Sendable {
    package enum Step: Sendable {
        case expression(Expression)
        case table(CompiledTable)

        var reads: [String] {
            switch self {
            case .expression(let expression): expression.reads
            case .table(let table): table.reads
            }
        }
    }

    private let scope: Scope
    private let steps: [(name: String, slot: Int, step: Step)]

    /// Names of the steps, each after those that it reads.
    package var names: [String] { steps.map(\.name) }

    /// - Parameter steps: by the name of the scope under which the others read them.
    /// - Returns: the names that rest on themselves, when there are any.
    package static func ordering(_ steps: [String: Step], scope: Scope) -> Result<DecisionChain, Circle> {
        var (ordered, placed): ([String], Set<String>) = ([], [])
        var waiting = steps.keys.filter { scope.slot(of: $0) != nil }.sorted()
        while !waiting.isEmpty {
            let ready = waiting.filter { name in
                steps[name]?.reads.allSatisfy { steps[$0] == nil || placed.contains($0) } == true
            }
            guard !ready.isEmpty else { return .failure(Circle(names: waiting)) }
            ordered += ready
            placed.formUnion(ready)
            waiting.removeAll { placed.contains($0) }
        }
        return .success(
            DecisionChain(
                scope: scope,
                ordered: ordered.compactMap { name in
                    steps[name].flatMap { step in scope.slot(of: name).map { (name, $0, step) } }
                }))
    }

    private init(scope: Scope, ordered: [(name: String, slot: Int, step: Step)]) {
        self.scope = scope
        steps = ordered
    }

    /// Steps that cannot be ordered, because each waits for another.
    package struct Circle: Error, Hashable, Sendable {
        package let names: [String]
    }
}

// MARK: - One subject

extension DecisionChain {
    /// What each step gives for one subject, in the order of `names`.
    ///
    /// - Parameter facts: a value for each slot of the scope; those of the steps are not looked at.
    package func results(
        for facts: [FEELValue], moment: Moment, lists: [String: Set<String>]
    ) -> [Result<FEELValue, EvaluationFault>] {
        var facts = facts
        var faults: [String: EvaluationFault] = [:]
        var results: [Result<FEELValue, EvaluationFault>] = []
        results.reserveCapacity(steps.count)
        for (name, slot, step) in steps {
            do throws(EvaluationFault) {
                let value: FEELValue
                if faults.isEmpty {
                    value = try step.value(
                        in: Environment(scope: scope, values: facts, moment: moment, lists: lists))
                } else {
                    let (known, failed) = (facts, faults)
                    value = try step.value(
                        in: Environment(
                            scope: scope,
                            facts: { name throws(EvaluationFault) in
                                if let fault = failed[name] { throw fault }
                                return scope.slot(of: name).map { known[$0] } ?? .null
                            }, moment: moment, lists: lists))
                }
                facts[slot] = value
                results.append(.success(value))
            } catch {
                faults[name] = error
                results.append(.failure(error))
            }
        }
        return results
    }
}

extension DecisionChain.Step {
    fileprivate func value(in environment: Environment) throws(EvaluationFault) -> FEELValue {
        switch self {
        case .expression(let expression): try expression.evaluate(in: environment)
        case .table(let table): try table.value(in: environment)
        }
    }
}

// MARK: - Many subjects

extension DecisionChain {
    /// What each step gives for all subjects, by name, worked out on the core that asks.
    ///
    /// - Parameter columns: of equal length; a name of the scope without a column is not established for anybody.
    package func results(
        over columns: [String: Column], moment: Moment, lists: [String: Set<String>]
    ) -> [String: Column] {
        let count = columns.values.first?.count ?? 0
        precondition(columns.values.allSatisfy { $0.count == count }, "columns of different lengths")
        return results(over: columns, 0..<count, moment, lists)
    }

    /// The same, worked out in so many pieces at once.
    package func results(
        over columns: [String: Column], cores: Int, moment: Moment, lists: [String: Set<String>]
    ) async -> [String: Column] {
        let count = columns.values.first?.count ?? 0
        precondition(columns.values.allSatisfy { $0.count == count }, "columns of different lengths")
        let length = max(KernelRun.length, (count + max(1, cores) - 1) / max(1, cores))
        let ranges = stride(from: 0, to: max(1, count), by: length).map { $0..<min(count, $0 + length) }
        let pieces = await withTaskGroup(of: (Int, [String: Column]).self) { group in
            for (number, range) in ranges.enumerated() {
                group.addTask { (number, results(over: columns, range, moment, lists)) }
            }
            var pieces: [(Int, [String: Column])] = []
            for await piece in group { pieces.append(piece) }
            return pieces.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return Dictionary(
            names.map { name in (name, Column.joined(pieces.compactMap { $0[name] })) }, uniquingKeysWith: { $1 })
    }

    private func results(
        over columns: [String: Column], _ range: Range<Int>, _ moment: Moment, _ lists: [String: Set<String>]
    ) -> [String: Column] {
        var sources: [Source] = []
        var columnOfSlot: [Int] = []
        for name in scope.names {
            columnOfSlot.append(sources.count)
            // What a step gives comes into its place as soon as it is known.
            let none = Column(form: .coded(Array(repeating: 0, count: range.count), Codebook([.unknown(name)])))
            sources.append(
                columns[name].map { Source(column: $0, start: 0) } ?? Source(column: none, start: range.lowerBound))
        }
        var results: [String: Column] = [:]
        for (name, slot, step) in steps {
            let facts = ColumnFacts(
                scope: scope, moment: moment, lists: lists, sources: sources, columnOfSlot: columnOfSlot)
            let column = step.column(facts, range)
            results[name] = column
            sources[slot] = Source(column: column, start: range.lowerBound)
        }
        return results
    }
}

extension DecisionChain.Step {
    /// For the subjects of a range, the first of which stands first in the column.
    fileprivate func column(_ facts: ColumnFacts, _ range: Range<Int>) -> Column {
        var making = KernelMaking(facts: facts, range: range)
        let alone = { (subject: Int, column: inout Column) in
            do throws(EvaluationFault) {
                column.exceptions[subject - range.lowerBound] = try value(in: facts.environment(of: subject))
            } catch {
                column.faults[subject - range.lowerBound] = error
            }
        }
        switch self {
        case .table(let table):
            if var pass = TablePass(table.body, making: &making) {
                return pass.column(over: range, making.sources, alone: alone)
            }
        case .expression(let expression):
            if let made = making.made(expression.root) {
                return made.column(over: range, making.sources, alone: alone)
            }
        }
        var values: [FEELValue] = []
        var faults: [Int: EvaluationFault] = [:]
        for subject in range {
            do throws(EvaluationFault) {
                values.append(try value(in: facts.environment(of: subject)))
            } catch {
                faults[values.count] = error
                values.append(.null)
            }
        }
        var column = Column(values)
        column.faults = faults
        return column
    }
}

/// The steps of one expression, chosen.
struct MadeKernel {
    let kernel: Kernel
    let kind: Vector.Kind

    /// - Parameter alone: works out one subject by itself and puts it into the column.
    func column(over range: Range<Int>, _ sources: [Source], alone: (Int, inout Column) -> Void) -> Column {
        var builder = ColumnBuilder(kind, capacity: range.count)
        var marked: [Int] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var run = KernelRun(sources, start..<min(start + KernelRun.length, range.upperBound))
            builder.append(run.vector(kernel))
            for (offset, flag) in run.flags.enumerated() where flag != 0 { marked.append(start + offset) }
            start += KernelRun.length
        }
        var column = builder.column(nil)
        for subject in marked { alone(subject, &column) }
        return column
    }
}
