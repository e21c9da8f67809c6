import Values

extension CompiledTable {
    /// More combinations of values than this are not compared.
    private static let mostComparisons = 200_000

    /// Whether two tables of the same inputs give the same for every combination of established facts, as far as cells
    /// that compare with constants can tell. Then a change that leads from one to the other is none.
    package func givesTheSame(as other: CompiledTable) -> Bool {
        guard let one = body.index, let two = other.body.index, table.inputs == other.table.inputs,
            table.hit == other.table.hit
        else { return false }
        var columns: [[FEELValue]] = []
        var combinations = 1
        for column in one.columns.indices {
            let samples = [one.columns[column], two.columns[column]].flatMap { $0?.samples ?? [] }.compactMap { $0 }
            var values = samples.filter { CompiledTable.mayOccur($0, as: body.inputTypes[column]) }
            values = values.isEmpty ? [.null] : Array(Set(values))
            columns.append(values)
            combinations *= values.count
            guard combinations <= CompiledTable.mostComparisons else { return false }
        }
        return (0..<combinations).allSatisfy { combination in
            var rest = combination
            let inputs = columns.map { values in
                defer { rest /= values.count }
                return values[rest % values.count]
            }
            let isFirst = table.hit == .first
            guard let mine = one.rows(inputs, first: isFirst), let theirs = two.rows(inputs, first: isFirst) else {
                return false
            }
            return mine.map { body.constants[$0] ?? .text("row \($0)") }
                == theirs.map { other.body.constants[$0] ?? .text("row \($0)") }
        }
    }

    /// A text that is no choice of its field does not occur.
    private static func mayOccur(_ value: FEELValue, as type: FactType) -> Bool {
        guard case .choice(let choices) = type, !choices.isEmpty, case .text(let text) = value else { return true }
        return choices.contains(text)
    }
}
