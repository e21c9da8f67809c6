import Values

/// How a value came about: what was read, which rows of a table hit, under which article (决定说明).
package struct Trace: Hashable, Sendable {
    /// A name that was read, and what it gave.
    package struct Fact: Hashable, Sendable {
        package let name: String
        package let value: FEELValue
    }

    package struct Row: Hashable, Sendable {
        /// From 1, as people count.
        package let number: Int
        package let isCertain: Bool
        /// nil when the output was not needed.
        package let output: FEELValue?
        package let why: Wording
        package let law: Citation?
    }

    /// The expression as written, or the name of the table.
    package let what: String
    package let value: FEELValue
    private let account: Account

    /// What is kept while evaluating; most of it is only told when somebody asks.
    private enum Account: Sendable {
        case told(facts: [Fact], rows: [Row], parts: [Trace])
        /// Slots in the order of first reading, and the values of all.
        case read([Int], Scope.Storage, [FEELValue])
        /// Rows that hit, as bits.
        case table(CompiledTable.Body, UInt64, [FEELValue])
    }

    init(what: String, value: FEELValue, facts: [Fact], rows: [Row], parts: [Trace]) {
        self.what = what
        self.value = value
        account = .told(facts: facts, rows: rows, parts: parts)
    }

    init(what: String, value: FEELValue, read slots: [Int], of scope: Scope.Storage, _ values: [FEELValue]) {
        self.what = what
        self.value = value
        account = .read(slots, scope, values)
    }

    init(of table: CompiledTable.Body, value: FEELValue, rows: UInt64, _ values: [FEELValue]) {
        what = table.table.name
        self.value = value
        account = .table(table, rows, values)
    }

    /// In the order of first reading.
    package var facts: [Fact] {
        switch account {
        case .told(let facts, _, _): return facts
        case .read(let slots, let scope, let values):
            return slots.map { Fact(name: scope.names[$0], value: values[$0]) }
        case .table(let table, _, let values):
            var slots: [Int] = []
            _ = table.quick?.rows(values, reading: &slots)
            return slots.map { Fact(name: table.scope.names[$0], value: values[$0]) }
        }
    }

    /// Rows that hit or may hit; empty for an expression.
    package var rows: [Row] {
        switch account {
        case .told(_, let rows, _): return rows
        case .read: return []
        case .table(let table, let rows, _):
            return table.hits(rows).map { row in
                let rule = table.table.rules[row]
                return Row(
                    number: row + 1, isCertain: true, output: table.constants[row], why: rule.why, law: rule.law)
            }
        }
    }

    /// The explanations of facts that were themselves worked out.
    package var parts: [Trace] {
        if case .told(_, _, let parts) = account { return parts }
        return []
    }

    package static func == (left: Trace, right: Trace) -> Bool {
        left.what == right.what && left.value == right.value && left.facts == right.facts && left.rows == right.rows
            && left.parts == right.parts
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(what)
        hasher.combine(value)
        hasher.combine(facts)
        hasher.combine(rows)
        hasher.combine(parts)
    }

    /// The citations of the certain rows, here and in the parts, each once.
    package var citations: [Citation] {
        var all: [Citation] = []
        for citation in rows.filter(\.isCertain).compactMap(\.law) + parts.flatMap(\.citations)
        where !all.contains(citation) {
            all.append(citation)
        }
        return all
    }
}
