import Values

/// The short way through a table: up to 64 rows whose cells compare names of the scope with constants.
struct QuickTable: Sendable {
    private struct Column: Sendable {
        let slot: Int
        let index: ColumnIndex
        let readers: UInt64
    }

    private let columns: [Column]
    private let all: UInt64

    /// nil when the table is larger, or an input has to be worked out.
    init?(_ inputs: [Node], _ index: TableIndex?) {
        guard let index, index.words == 1 else { return nil }
        var columns: [Column] = []
        for (node, index) in zip(inputs, index.columns) {
            guard let index else { continue }
            guard case .fact(let slot) = node else { return nil }
            columns.append(Column(slot: slot, index: index, readers: index.readers[0]))
        }
        self.columns = columns
        all = index.all[0]
    }

    /// The rows that hit, as bits; nil when an input is unknown or of another kind, and the cells must be asked.
    @inline(__always)
    func rows(_ values: [FEELValue]) -> UInt64? {
        var mask = all
        for column in columns where mask & column.readers != 0 {
            guard let region = column.index.region(of: values[column.slot]), column.index.isJudged(region) else {
                return nil
            }
            mask &= column.index.masks[region]
        }
        return mask
    }

    /// The same, and the slots that had to be read for it, in order.
    func rows(_ values: [FEELValue], reading slots: inout [Int]) -> UInt64? {
        var mask = all
        for column in columns where mask & column.readers != 0 {
            guard let region = column.index.region(of: values[column.slot]), column.index.isJudged(region) else {
                return nil
            }
            if !slots.contains(column.slot) { slots.append(column.slot) }
            mask &= column.index.masks[region]
        }
        return mask
    }
}

extension CompiledTable.Body {
    /// What a table gives that is decided by constants; nil when it has to be worked out.
    @inline(__always)
    func constant(_ rows: UInt64) -> FEELValue? {
        switch table.hit {
        case .first, .unique, .any:
            guard rows != 0 else { return otherwise == nil ? .null : otherwise?.constant }
            if table.hit != .first, rows & (rows - 1) != 0 { return nil }
            return constants[rows.trailingZeroBitCount]
        case .collect, .aggregate: return nil
        }
    }

    func hits(_ rows: UInt64) -> [Int] {
        guard table.hit != .first else { return rows == 0 ? [] : [rows.trailingZeroBitCount] }
        var (rows, hits): (UInt64, [Int]) = (rows, [])
        while rows != 0 {
            hits.append(rows.trailingZeroBitCount)
            rows &= rows - 1
        }
        return hits
    }
}
