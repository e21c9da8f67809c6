import Values

extension CompiledTable {
    /// Gaps and overlaps, as far as the hit policy minds them, and rows that never hit, each with an example.
    ///
    /// Only what simple cells decide is judged: comparisons with constants over numbers, days, choices and booleans.
    /// A text that may be anything counts as covered. Inputs are taken to be independent of each other.
    package var findings: [RuleProblem] {
        guard let index = body.index else { return [] }
        let policy: CoveredTable.Policy =
            switch table.hit {
            case .unique: .unique
            case .any: .any(body.constants)
            case .first: .first
            case .collect, .aggregate: .all
            }
        return CoveredTable(
            name: table.name, index: index, rows: body.rows.count, inputs: table.inputs, types: body.inputTypes,
            policy: policy, mayBeEmpty: table.otherwise != nil
        ).findings
    }
}

extension CompiledModel {
    /// The same of every decision table of the model, with the line of the table; nothing of the imports' own.
    package var findings: [ModelProblem] {
        var findings: [ModelProblem] = []
        for element in elements.values.sorted(by: { $0.key < $1.key }) {
            guard case .decision(let logic?) = element.kind else { continue }
            for table in logic.node.tables {
                findings += table.findings(named: element.name).map {
                    ModelProblem(
                        line: table.lines[($0.place?.row).map { $0 } ?? 0] ?? 0, problem: $0, element: element.name)
                }
            }
        }
        return findings
    }
}

extension TableNode {
    fileprivate func findings(named name: String) -> [RuleProblem] {
        guard let index else { return [] }
        let policy: CoveredTable.Policy =
            switch hit {
            case .unique: .unique
            case .first: .first
            case .any:
                .any(
                    rows.map { row in
                        let values = row.outputs.compactMap(\.constant)
                        return values.count == row.outputs.count ? .list(values) : nil
                    })
            case .priority: .one
            case .collect, .ruleOrder, .outputOrder: .all
            }
        return CoveredTable(
            name: name, index: index, rows: rows.count, inputs: texts, types: inputs.map(\.type.fact), policy: policy,
            mayBeEmpty: outputs.contains { $0.otherwise != nil }
        ).findings
    }
}

extension Node {
    /// The tables at the top of a decision's logic.
    fileprivate var tables: [TableNode] {
        switch self {
        case .table(let table): [table]
        case .coerced(let inner, _, _): inner.tables
        case .context(let entries): entries.flatMap(\.value.tables)
        default: []
        }
    }
}

/// What is asked about the rows of a table.
private struct CoveredTable {
    enum Policy {
        case unique, first, one, all
        /// Rows may overlap where they give the same.
        case any([FEELValue?])
    }

    let name: String
    let index: TableIndex
    let rows: Int
    let inputs: [String]
    let types: [FactType]
    let policy: Policy
    let mayBeEmpty: Bool

    /// More combinations of regions than this are not followed; such a table is not judged.
    private static let mostStates = 200_000

    var findings: [RuleProblem] {
        guard rows > 0 else { return [] }
        var search = CoverSearch(table: self, statesLeft: CoveredTable.mostStates)
        search.walk(column: 0, rows: index.all, isCertain: true)
        guard search.statesLeft > 0 else { return [] }
        var findings: [RuleProblem] = []
        if let gap = search.gap, needsOne { findings.append(.gap(name, gap)) }
        if let overlap = search.overlap {
            switch policy {
            case .unique: findings.append(.overlap(overlap.rows, overlap.example))
            case .any: findings.append(.contradiction(overlap.rows, overlap.example))
            case .first, .one, .all: break
            }
        }
        for row in 0..<rows where search.reached[row / 64] & (1 << UInt64(row % 64)) == 0 {
            findings.append(.neverHits(row: row + 1, behind: search.masked[row]))
        }
        return findings
    }

    private var needsOne: Bool {
        if mayBeEmpty { return false }
        if case .all = policy { return false }
        return true
    }

    /// Whether these rows may not hit together.
    func clash(_ rows: [UInt64]) -> Bool {
        switch policy {
        case .unique: return rows.reduce(0) { $0 + $1.nonzeroBitCount } > 1
        case .any(let outputs):
            let given = CoveredTable.numbers(rows).map { outputs[$0 - 1] }
            return given.contains { $0 != nil && given[0] != nil && $0 != given[0] }
        case .first, .one, .all: return false
        }
    }

    static func numbers(_ rows: [UInt64]) -> [Int] {
        rows.enumerated().flatMap { word, bits in
            (0..<64).filter { bits & (1 << UInt64($0)) != 0 }.map { word * 64 + $0 + 1 }
        }
    }
}

/// Goes through the regions of all columns, each combination of rows only once per column.
private struct CoverSearch {
    private struct State: Hashable {
        let column: Int
        let rows: [UInt64]
        let isCertain: Bool
    }

    let table: CoveredTable
    let index: TableIndex
    var statesLeft: Int
    private(set) var reached: [UInt64]
    private(set) var gap: String?
    private(set) var overlap: (rows: [Int], example: String)?
    /// For a row that hits only after another: which one hits before it, and an example.
    private(set) var masked: [Int: (by: Int, example: String)] = [:]
    private var seen: Set<State> = []
    private var path: [String] = []

    init(table: CoveredTable, statesLeft: Int) {
        self.table = table
        index = table.index
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
            path.append(table.inputs[column] + " = " + sample.source)
            walk(column: column + 1, rows: passed, isCertain: isCertain && known)
            path.removeLast()
        }
    }

    /// Whether values of a region are known to occur; nil when the choices exclude them.
    private func knows(_ region: Int, of column: Int) -> Bool? {
        guard case .texts(let texts, _)? = index.columns[column]?.keys else { return true }
        guard case .choice(let choices) = table.types[column], !choices.isEmpty else {
            return region < texts.count
        }
        let isPossible = region < texts.count ? choices.contains(texts[region]) : !choices.allSatisfy(texts.contains)
        return isPossible ? true : nil
    }

    private mutating func arrived(_ rows: [UInt64], _ isCertain: Bool) {
        if rows.allSatisfy({ $0 == 0 }) {
            if gap == nil, isCertain { gap = example }
            return
        }
        if overlap == nil, table.clash(rows) { overlap = (CoveredTable.numbers(rows), example) }
        guard case .first = table.policy else {
            for word in rows.indices { reached[word] |= rows[word] }
            return
        }
        guard let word = rows.firstIndex(where: { $0 != 0 }) else { return }
        reached[word] |= rows[word] & (~rows[word] + 1)
        let hits = CoveredTable.numbers(rows)
        for row in hits.dropFirst() where masked[row - 1] == nil { masked[row - 1] = (hits[0], example) }
    }

    private var example: String {
        // The sample for "any other text" is not one that a reader should see as a value.
        path.joined(separator: ", ").replacingOther
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

    static func contradiction(_ rows: [Int], _ example: String) -> RuleProblem {
        let list = rows.map(String.init)
        return RuleProblem(
            column: 1, place: .row(rows[0]),
            message: Wording(
                zh: "第 \(list.joined(separator: "、")) 行重叠而结果不同：\(example)",
                en: "rows \(list.joined(separator: ", ")) overlap and give different results: \(example)"),
            remedy: Wording(zh: "缩小其中一行的条件，或改成同样的结果", en: "narrow one of them, or let them give the same"))
    }

    static func neverHits(row: Int, behind: (by: Int, example: String)?) -> RuleProblem {
        guard let behind else {
            return RuleProblem(
                column: 1, place: .row(row),
                message: Wording(zh: "第 \(row) 行永远不会命中", en: "row \(row) can never hit"),
                remedy: Wording(zh: "它的条件相互矛盾：改正或删去", en: "its tests contradict each other: correct or drop it"))
        }
        return RuleProblem(
            column: 1, place: .row(row),
            message: Wording(
                zh: "第 \(row) 行永远不会命中，例如 \(behind.example) 时第 \(behind.by) 行在先",
                en: "row \(row) can never hit: row \(behind.by) comes before it, for example at \(behind.example)"),
            remedy: Wording(zh: "前面的行已全部覆盖它：移到前面或删去", en: "earlier rows cover it: move it up or drop it"))
    }
}
