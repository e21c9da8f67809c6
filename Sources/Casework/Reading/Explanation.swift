import Definitions
import Rules
import Values

/// Why a deed was possible and what it rests on (决定说明): rows of tables, facts with their sources, articles.
///
/// Read from the event itself, so it stays true whatever is published later.
package struct Explanation: Hashable, Sendable {
    /// A row of a table that was certain.
    package struct Ground: Hashable, Sendable {
        package let table: Wording
        /// From 1.
        package let row: Int
        package let why: Wording
        package let law: Citation?
    }

    package struct Fact: Hashable, Sendable {
        package let id: String
        /// What was asked; nil for what the case itself knows, such as the result of a task.
        package let ask: Wording?
        /// nil: erased.
        package let value: JSON?
        /// `applicant`, `officer`, or the name of a register.
        package let source: String?
    }

    package let event: String?
    package let name: Wording?
    package let outcome: String?
    /// A legal fiction: time did it (视为).
    package let isDeemed: Bool
    /// The platform did it as soon as it was true.
    package let isAutomatic: Bool
    package let grounds: [Ground]
    package let facts: [Fact]
    /// The deed's own article first, then those of the rows, each once.
    package let citations: [Citation]

    /// nil when the event is no deed.
    package init?(_ event: PastEvent, by definition: Definition, variant: String?) {
        guard event.body.kind == CaseEventKind.acted.rawValue else { return nil }
        let reader = EventReader(event)
        let deed = definition.plan(ofVariant: variant).flatMap { plan in
            reader.text("deed").flatMap { plan.deed(at: $0) }
        }
        self.event = reader.text("event")
        name = deed?.name
        outcome = reader.text("outcome")
        isDeemed = reader.flag("deemed")
        isAutomatic = reader.flag("auto")
        let trace = reader["trace"]
        grounds = (trace?["rows"]?.list ?? []).compactMap { Ground($0, in: definition) }
        facts = Explanation.facts(in: trace, of: event, by: definition)
        var all = [reader["law"]?.citation].compactMap { $0 }
        for citation in grounds.compactMap(\.law) where !all.contains(citation) { all.append(citation) }
        citations = all
    }

    private static func facts(in trace: JSON?, of event: PastEvent, by definition: Definition) -> [Fact] {
        var values: [String: JSON?] = trace?["facts"]?.map?.mapValues { Optional($0) } ?? [:]
        let sealed = event.isErased ? nil : event.body.sealed["trace"]?["facts"]?.map
        for name in trace?["sealed_facts"]?.texts ?? [] { values[name] = .some(sealed?[name]) }
        return values.keys.sorted().map { id in
            Fact(
                id: id, ask: definition.fields[id]?.ask, value: values[id] ?? nil,
                source: trace?["sources"]?[id]?.text)
        }
    }
}

extension Explanation.Ground {
    fileprivate init?(_ json: JSON, in definition: Definition) {
        guard let table = json["table"]?.text, let row = json["row"]?.number else { return nil }
        let rules = definition.tables[table]?.table.rules ?? []
        let name = definition.document["tables"]?[table]?["name"]
        self.table = Wording(zh: name?["zh"]?.text ?? table, en: name?["en"]?.text ?? table)
        self.row = row
        why = rules.indices.contains(row - 1) ? rules[row - 1].why : Wording(zh: table, en: table)
        law = json["law"]?.citation
    }
}

extension Plan {
    /// The deed under a path of an `acted` event: `actions.ID`, `tasks.ID.RESULT`, `clocks.ID`, `obligations.ID`,
    /// `opens`.
    package func deed(at path: String) -> Deed? {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return path == "opens" ? opening.deed : nil }
        switch parts[0] {
        case "actions": return actions.first { $0.id == parts[1] }?.deed
        case "clocks": return clocks.first { $0.id == parts[1] }?.expires
        case "obligations": return obligations.first { $0.id == parts[1] }?.expires
        case "tasks":
            let names = parts[1].split(separator: ".").map(String.init)
            guard let result = names.last else { return nil }
            let task = names.dropLast().joined(separator: ".")
            return tasks.first { $0.id == task }?.results.first { $0.id == result }
        default: return nil
        }
    }
}
