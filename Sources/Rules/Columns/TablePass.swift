import Values

/// A decision table over runs of subjects: for each input the rows that its value lets pass, as bits; what the bits of
/// all inputs have in common gives the result.
///
/// Only tables whose cells compare with constants have one; the index of such a table says what each region lets pass.
struct TablePass {
    private struct Input {
        let kernel: Kernel
        /// One for each 64 rows.
        let masks: [RowMasks]
    }

    private enum Output {
        /// By the rows that hit; worked out once for each set of rows.
        case constants(HitMemo)
        /// By the one row that hits.
        case steps([Kernel], otherwise: Kernel?, kind: Vector.Kind, isFirst: Bool)
    }

    private let inputs: [Input]
    private let words: Int
    private let rows: Int
    private let output: Output

    /// A table of a definition; nil when it has to be asked subject by subject.
    init?(_ table: CompiledTable.Body, making: inout KernelMaking) {
        guard let index = table.index else { return nil }
        var inputs: [Input] = []
        for (column, index) in index.columns.enumerated() {
            guard let index else { continue }
            let tests = table.rows.map { $0.tests[column] }
            guard let input = TablePass.input(table.inputs[column], index, tests, making: &making) else { return nil }
            inputs.append(input)
        }
        self.inputs = inputs
        words = index.words
        rows = table.rows.count
        let outputs = table.rows.map(\.output)
        if (outputs + [table.otherwise].compactMap { $0 }).allSatisfy({ $0.constant != nil }) {
            let facts = making.facts
            output = .constants(
                HitMemo(isFirst: table.table.hit == .first) { rows in
                    var run = TableRun(table, .empty(at: facts.moment), tracesReading: false)
                    return try? run.decided(rows, perhaps: [], nil).value
                })
        } else {
            guard [.first, .unique].contains(table.table.hit),
                let steps = TablePass.steps(outputs, table.otherwise, table.table.hit == .first, &making)
            else { return nil }
            output = steps
        }
    }

    /// A table of a model.
    init?(_ table: TableNode, making: inout KernelMaking) {
        guard let index = table.index else { return nil }
        var inputs: [Input] = []
        for (column, index) in index.columns.enumerated() {
            guard let index else {
                // It is read all the same, and may take too long.
                guard table.inputs[column].values == nil, case .fact = table.inputs[column].value else { return nil }
                continue
            }
            guard table.inputs[column].values == nil else { return nil }
            let tests = table.rows.map { $0.tests[column] }
            let node = Node.coerced(table.inputs[column].value, table.inputs[column].type, isStrict: false)
            guard let input = TablePass.input(node, index, tests, making: &making) else { return nil }
            inputs.append(input)
        }
        self.inputs = inputs
        words = index.words
        rows = table.rows.count
        let values =
            table.rows.flatMap(\.outputs) + table.outputs.compactMap(\.otherwise)
            + table.outputs.flatMap(\.values)
        guard values.allSatisfy({ $0.constant != nil }) else { return nil }
        let facts = making.facts
        output = .constants(
            HitMemo(isFirst: table.hit == .first) { rows in
                var evaluator = Evaluator(facts.environment(of: 0), scope: facts.scope.storage, tracesReading: false)
                return try? evaluator.result(of: table, rows: rows)
            })
    }

    private static func input(
        _ node: Node, _ index: ColumnIndex, _ tests: [CompiledTest], making: inout KernelMaking
    ) -> Input? {
        guard let made = making.made(node) else { return nil }
        let words = (tests.count + 63) / 64
        let masks = (0..<words).compactMap { RowMasks(made.kind, index, tests, word: $0, of: words) }
        return masks.count == words ? Input(kernel: made.kernel, masks: masks) : nil
    }

    private static func steps(
        _ outputs: [Node], _ otherwise: Node?, _ isFirst: Bool, _ making: inout KernelMaking
    ) -> Output? {
        var made: [KernelMaking.Made] = []
        for node in outputs + [otherwise].compactMap({ $0 }) {
            guard let one = making.made(node) else { return nil }
            made.append(one)
        }
        guard let kind = made.first?.kind else { return nil }
        var kernels = made.map(\.kernel)
        var common = kind
        if made.contains(where: { $0.kind != kind }) {
            guard made.allSatisfy({ $0.kind.isNumber }) else { return nil }
            kernels = kernels.map { .decimals($0) }
            common = .decimal
        }
        if case .coded = common { return nil }
        let last = otherwise == nil ? nil : kernels.removeLast()
        return .steps(kernels, otherwise: last, kind: common, isFirst: isFirst)
    }

    // MARK: - Running

    /// - Parameter alone: works out one subject by itself and puts it into the column.
    mutating func column(
        over range: Range<Int>, _ sources: [Source], alone: (Int, inout Column) -> Void
    ) -> Column {
        var builder: ColumnBuilder
        switch output {
        case .constants(let memo): builder = ColumnBuilder(.coded(memo.empty), capacity: range.count)
        case .steps(_, _, let kind, _): builder = ColumnBuilder(kind, capacity: range.count)
        }
        var marked: [Int] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var run = KernelRun(sources, start..<min(start + KernelRun.length, range.upperBound))
            builder.append(results(&run))
            for (offset, flag) in run.flags.enumerated() where flag != 0 { marked.append(start + offset) }
            start += KernelRun.length
        }
        var column: Column
        switch output {
        case .constants(let memo): column = builder.column(Codebook(memo.values))
        case .steps: column = builder.column(nil)
        }
        for subject in marked { alone(subject, &column) }
        return column
    }

    private func results(_ run: inout KernelRun) -> Vector {
        let count = run.range.count
        var masks = [UInt64](repeating: .max, count: count * words)
        for word in 0..<words where rows - word * 64 < 64 {
            let all = (UInt64(1) << UInt64(rows - word * 64)) - 1
            for place in word * count..<(word + 1) * count { masks[place] = all }
        }
        for input in inputs {
            let vector = run.vector(input.kernel)
            for word in 0..<words {
                input.masks[word].narrow(&masks, from: word * count, vector, &run.flags)
            }
        }
        switch output {
        case .constants(let memo): return .coded(memo.codes(masks, words: words, flags: &run.flags), memo.empty)
        case .steps(let kernels, let otherwise, let kind, let isFirst):
            return chosen(masks, kernels, otherwise, kind, isFirst, &run)
        }
    }

    /// The step of the row that hits, for each subject; where none or several hit, the subject is marked.
    private func chosen(
        _ masks: [UInt64], _ kernels: [Kernel], _ otherwise: Kernel?, _ kind: Vector.Kind, _ isFirst: Bool,
        _ run: inout KernelRun
    ) -> Vector {
        let count = run.range.count
        var places = [Int](repeating: kernels.count, count: count)
        for index in 0..<count {
            for word in 0..<words where masks[word * count + index] != 0 {
                let mask = masks[word * count + index]
                if places[index] < kernels.count || (!isFirst && mask & (mask - 1) != 0) { run.flags[index] = 1 }
                if places[index] == kernels.count { places[index] = word * 64 + mask.trailingZeroBitCount }
                if isFirst { break }
            }
            if places[index] == kernels.count, otherwise == nil { run.flags[index] = 1 }
        }
        let (before, used) = (run.flags, Set(places))
        var after = before
        var results: Vector?
        for (place, kernel) in (kernels + [otherwise].compactMap { $0 }).enumerated() where used.contains(place) {
            run.flags = before
            let vector = run.vector(kernel)
            for index in 0..<count where places[index] == place { after[index] = run.flags[index] }
            results = results.map { $0.taking(vector, where: places, are: place) } ?? vector
        }
        run.flags = after
        return results ?? Vector.empty(kind, count: count)
    }
}

extension Vector {
    /// The values of the other where its place is wanted.
    fileprivate func taking(_ other: Vector, where places: [Int], are wanted: Int) -> Vector {
        func merged<Value>(_ one: [Value], _ other: [Value]) -> [Value] {
            one.indices.map { places[$0] == wanted ? other[$0] : one[$0] }
        }
        switch (self, other) {
        case (.wholes(let one, let scale), .wholes(let other, _)): return .wholes(merged(one, other), scale: scale)
        case (.decimals(let one), .decimals(let other)): return .decimals(merged(one, other))
        case (.days(let one), .days(let other)): return .days(merged(one, other))
        case (.months(let one), .months(let other)): return .months(merged(one, other))
        case (.truths(let one), .truths(let other)): return .truths(merged(one, other))
        default: return self
        }
    }

    /// Values that nobody reads, because every subject is marked.
    fileprivate static func empty(_ kind: Kind, count: Int) -> Vector {
        switch kind {
        case .whole(let scale): .wholes(Array(repeating: 0, count: count), scale: scale)
        case .decimal: .decimals(Array(repeating: .zero, count: count))
        case .day: .days(Array(repeating: 0, count: count))
        case .months: .months(Array(repeating: 0, count: count))
        case .truth: .truths(Array(repeating: 0, count: count))
        case .coded(let book): .coded(Array(repeating: 0, count: count), book)
        }
    }
}
