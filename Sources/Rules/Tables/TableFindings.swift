import Values

extension CompiledTable {
    /// More combinations of regions than this are not followed; such a table is not judged.
    private static let mostStates = 200_000

    /// Gaps and overlaps of `unique` and `any` tables and rows that never hit, each with an example.
    ///
    /// Only what simple cells decide is judged: comparisons with constants over numbers, days, choices and booleans.
    /// A text that may be anything counts as covered. Inputs are taken to be independent of each other.
    package var findings: [RuleProblem] {
        guard let index = body.index, !body.rows.isEmpty else { return [] }
        var search = CoverSearch(table: body, index: index, statesLeft: CompiledTable.mostStates)
        search.walk(column: 0, rows: index.all, isCertain: true)
        guard search.statesLeft > 0 else { return [] }
        var findings: [RuleProblem] = []
        if table.hit == .unique {
            if let gap = search.gap, table.otherwise == nil { findings.append(.gap(table.name, gap)) }
            if let overlap = search.overlap { findings.append(.overlap(overlap.rows, overlap.example)) }
        }
        for row in body.rows.indices where search.reached[row / 64] & (1 << UInt64(row % 64)) == 0 {
            findings.append(.neverHits(row: row + 1, isFirst: table.hit == .first))
        }
        return findings
    }
}

/// Goes through the regions of all columns, each combination of rows only once per column.
private struct CoverSearch {
    private struct State: Hashable {
        let column: Int
        let rows: [UInt64]
        let isCertain: Bool
    }

    let table: CompiledTable.Body
    let index: TableIndex
    var statesLeft: Int
    private(set) var reached: [UInt64]
    private(set) var gap: String?
    private(set) var overlap: (rows: [Int], example: String)?
    private var seen: Set<State> = []
    private var path: [String] = []

    init(table: CompiledTable.Body, index: TableIndex, statesLeft: Int) {
        self.table = table
        self.index = index
        self.statesLeft = statesLeft
        reached = Array(repeating: 0, count: index.words)
    }

    /// - Parameter isCertain: false when the way here supposes a text that no cell and no list of choices names.
    mutating func walk(column: Int, rows: [UInt64], isCertain: Bool) {
        let state = State(column: column, rows: rows, isCertain: isCertain)
        guard statesLeft > 0, seen.insert(state).inserted else { return }
        statesLeft -= 1
        guard column < index.columns.count else { return arrived(rows, isCertain) }
        guard let regions = index.columns[column] else {
            return walk(column: column + 1, rows: rows, isCertain: isCertain)
        }
        for (region, sample) in regions.samples.enumerated() {
            guard let sample, let known = knows(region, of: column) else { continue }
            var passed = rows
            for word in 0..<index.words { passed[word] &= regions.masks[region * index.words + word] }
            path.append(table.table.inputs[column] + " = " + sample.source)
            walk(column: column + 1, rows: passed, isCertain: isCertain && known)
            path.removeLast()
        }
    }

    /// Whether values of a region are known to occur; nil when the choices exclude them.
    private func knows(_ region: Int, of column: Int) -> Bool? {
        guard case .texts(let texts, _)? = index.columns[column]?.keys else { return true }
        guard case .choice(let choices) = table.inputTypes[column], !choices.isEmpty else {
            return region < texts.count
        }
        let isPossible = region < texts.count ? choices.contains(texts[region]) : !choices.allSatisfy(texts.contains)
        return isPossible ? true : nil
    }

    private mutating func arrived(_ rows: [UInt64], _ isCertain: Bool) {
        let count = rows.reduce(0) { $0 + $1.nonzeroBitCount }
        if count == 0, gap == nil, isCertain { gap = example }
        if count > 1, overlap == nil { overlap = (numbers(rows), example) }
        guard table.table.hit == .first else {
            for word in rows.indices { reached[word] |= rows[word] }
            return
        }
        guard let word = rows.firstIndex(where: { $0 != 0 }) else { return }
        reached[word] |= rows[word] & (~rows[word] + 1)
    }

    private var example: String {
        // The sample for "any other text" is not one that a reader should see as a value.
        path.joined(separator: ", ").replacingOther
    }

    private func numbers(_ rows: [UInt64]) -> [Int] {
        rows.enumerated().flatMap { word, bits in
            (0..<64).filter { bits & (1 << UInt64($0)) != 0 }.map { word * 64 + $0 + 1 }
        }
    }
}

extension String {
    fileprivate var replacingOther: String {
        split(separator: "\"…\"", omittingEmptySubsequences: false).joined(separator: "其他 (other)")
    }
}

// MARK: - Sentences

extension RuleProblem {
    static func wrongCells(row: Int, found: Int, wanted: Int) -> RuleProblem {
        RuleProblem(
            column: 1, place: .row(row),
            message: Wording(
                zh: "第 \(row) 行有 \(found) 个条件，应有 \(wanted) 个", en: "row \(row) has \(found) tests, not \(wanted)"),
            remedy: Wording(zh: "每个输入写一个条件，不限的写 -", en: "write one test for each input; `-` for any value"))
    }

    static func wrongOutput(_ found: FactType, _ wanted: FactType, row: Int) -> RuleProblem {
        RuleProblem(
            column: 1, place: .output(row: row),
            message: Wording(
                zh: "结果应为\(wanted.wording.zh)，却是\(found.wording.zh)",
                en: "the table gives \(wanted.wording.en), this row gives \(found.wording.en)"),
            remedy: Wording(zh: "改正结果或表的 gives", en: "correct the output, or the table's `gives`"))
    }

    static func gap(_ name: String, _ example: String) -> RuleProblem {
        RuleProblem(
            column: 1, place: .whole,
            message: Wording(zh: "表“\(name)”有空缺：\(example)", en: "table `\(name)` has a gap: \(example)"),
            remedy: Wording(zh: "补一行，或说明不会出现", en: "add a row for it"))
    }

    static func overlap(_ rows: [Int], _ example: String) -> RuleProblem {
        let list = rows.map(String.init)
        return RuleProblem(
            column: 1, place: .row(rows[0]),
            message: Wording(
                zh: "第 \(list.joined(separator: "、")) 行重叠：\(example)",
                en: "rows \(list.joined(separator: ", ")) overlap: \(example)"),
            remedy: Wording(zh: "缩小其中一行的条件，或改用 hit: first", en: "narrow one of them, or use `hit: first`"))
    }

    static func neverHits(row: Int, isFirst: Bool) -> RuleProblem {
        RuleProblem(
            column: 1, place: .row(row),
            message: Wording(zh: "第 \(row) 行永远不会命中", en: "row \(row) can never hit"),
            remedy: isFirst
                ? Wording(zh: "前面的行已全部覆盖它：移到前面或删去", en: "earlier rows cover it: move it up or drop it")
                : Wording(zh: "它的条件相互矛盾：改正或删去", en: "its tests contradict each other: correct or drop it"))
    }
}
