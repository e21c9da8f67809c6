import Values

/// The ledger as other programs read it: `tongban import --json`.
package enum LedgerJSON {
    /// One object with `document`, `tasks` and `doubts`; values of targets are numbers.
    package static func text(_ ledger: MandateLedger) -> String {
        let paper = ledger.paper
        let document = object([
            ("title", quoted(paper.title)), ("number", optional(paper.number)), ("issuer", optional(paper.issuer)),
            ("date", optional(paper.date?.description)),
        ])
        let doubts = ledger.doubts.map { doubt in
            object([
                ("place", quoted("\(doubt.place.zh)（\(doubt.place.en)）")),
                ("message", quoted("\(doubt.message.zh)；\(doubt.message.en)")),
            ])
        }
        return object([
            ("document", document), ("tasks", list(ledger.tasks.map(task), on: "\n")),
            ("doubts", list(doubts, on: "\n")),
        ])
    }

    private static func task(_ task: MandateLedger.Task) -> String {
        let deadlines = task.deadlines.map { deadline in
            object([("raw", quoted(deadline.raw)), ("date", optional(deadline.date?.description))])
        }
        let targets = task.targets.map { target in
            object([
                ("raw", quoted(target.raw)), ("comparator", quoted(target.comparator.rawValue)),
                ("value", target.value.shortest.description), ("unit", quoted(target.unit)),
            ])
        }
        return object([
            ("id", quoted(task.id)), ("section", quoted(task.section)), ("title", quoted(task.title)),
            ("text", quoted(task.text)), ("lead", list(task.lead.map { quoted($0.name) }, on: "")),
            ("support", list(task.support.map { quoted($0.name) }, on: "")), ("deadlines", list(deadlines, on: "")),
            ("targets", list(targets, on: "")),
        ])
    }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private static func list(_ items: [String], on line: String) -> String {
        "[" + items.map { line + $0 }.joined(separator: line.isEmpty ? ", " : ",") + (items.isEmpty ? "" : line) + "]"
    }

    private static func optional(_ text: String?) -> String { text.map(quoted) ?? "null" }

    private static func quoted(_ text: String) -> String { JSON.text(text).canonicalText }
}
