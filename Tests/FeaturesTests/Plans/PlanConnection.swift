import Foundation
import Storage
import Values

/// A connection that asks the database how it will answer, before it answers.
///
/// A class, because connections are; it never leaves its closure.
final class PlanConnection: Connection {
    private let real: any Connection
    private(set) var faults: [String] = []
    private(set) var asked = 0

    /// A page may be sorted when so few rows are sorted; the figure is what PostgreSQL expects, not what it finds.
    private static let sortable = 1000

    init(_ real: any Connection) { self.real = real }

    var engine: Engine { real.engine }

    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        try explain(sql, arguments)
        return try real.query(sql, arguments)
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try explain(sql, arguments)
        return try real.execute(sql, arguments)
    }

    func enqueue(_ sql: String, _ arguments: [SQLValue]) throws {
        try explain(sql, arguments)
        try real.enqueue(sql, arguments)
    }

    func script(_ sql: String) throws { try real.script(sql) }

    func load(_ rows: TableRows) throws { try real.load(rows) }

    private func explain(_ sql: String, _ arguments: [SQLValue]) throws {
        asked += 1
        switch engine {
        case .sqlite:
            let steps = try real.query("EXPLAIN QUERY PLAN \(sql)", arguments).map { try $0.text(3) }
            faults += PlanConnection.faults(inSteps: steps).map { "\($0) in: \(sql)" }
        case .postgres:
            let rows = try real.query("EXPLAIN (FORMAT JSON, COSTS ON) \(sql)", arguments)
            let text = try rows.map { try $0.text(0) }.joined(separator: "\n")
            guard let plan = ExplainedPlan(text) else {
                faults.append("the plan cannot be read: \(text.prefix(200))")
                return
            }
            faults += plan.faults(sortable: PlanConnection.sortable).map { "\($0) in: \(sql)" }
        }
    }

    /// What is wrong with a plan as SQLite tells it: one step a line.
    static func faults(inSteps steps: [String]) -> [String] {
        // A page over several units merges what was limited before, unit by unit: a small sort for each.
        var merges = steps.count { $0.hasPrefix("SCAN part") }
        return steps.filter { step in
            let words = step.split(separator: " ").map(String.init)
            if step.hasPrefix("SCAN "), words.count > 1 { return GrowingTables.isScanned(words[1]) }
            guard step.hasPrefix("USE TEMP B-TREE") else { return false }
            merges -= 1
            return merges < 0
        }.map { "`\($0)`" }
    }
}

/// A plan of PostgreSQL, read from its JSON. Costs have fractions, which the house's own JSON does not read.
struct ExplainedPlan {
    private let lines: [Substring]

    /// nil when it is no plan.
    init?(_ text: String) {
        lines = text.split(separator: "\n")
        guard text.contains("\"Node Type\"") else { return nil }
    }

    /// - Parameter sortable: so many expected rows may be sorted.
    func faults(sortable: Int) -> [String] {
        var faults: [String] = []
        for (index, line) in lines.enumerated() {
            guard let node = value(of: "Node Type", in: line) else { continue }
            if node == "Seq Scan", let table = next("Relation Name", after: index), GrowingTables.isGrowing(table) {
                faults.append("`Seq Scan on \(table)`")
            }
            if node.hasSuffix("Sort"), let rows = next("Plan Rows", after: index).flatMap({ Int($0) }),
                rows > sortable
            {
                faults.append("`\(node)` of \(rows) rows")
            }
        }
        return faults
    }

    /// The first value of that name before the next node begins.
    private func next(_ name: String, after index: Int) -> String? {
        for line in lines[(index + 1)...] {
            if value(of: "Node Type", in: line) != nil { return nil }
            if let value = value(of: name, in: line) { return value }
        }
        return nil
    }

    private func value(of name: String, in line: Substring) -> String? {
        let mark = "\"\(name)\": "
        guard let start = line.range(of: mark) else { return nil }
        return line[start.upperBound...].filter { $0 != "\"" && $0 != "," && $0 != "\r" }
            .trimmingCharacters(in: .whitespaces)
    }
}

/// Which tables grow with people and cases; the others stay small however big the city is.
enum GrowingTables {
    /// Table → why it stays small.
    static let small: [String: String] = [
        "migration": "one row a step of the schema", "derived": "one row a projection", "cursor": "one row a follower",
        "deployment": "one row", "territory": "one row",
        "vocabulary": "one row", "metric_book": "one row", "published_definition": "some a service and region",
        "definition_document": "some a service and region", "published_list": "some a list",
        "list_document": "some a list", "item_event": "some an item", "account_system": "some connected systems",
        "account_post": "some thousand officers",
    ]

    static func isGrowing(_ table: String) -> Bool { small[table] == nil }

    /// Whether a scan of that name, a table or what the query calls it, goes through a table that grows.
    static func isScanned(_ name: String) -> Bool {
        isGrowing(name) && name != "CONSTANT" && !inner.contains { name.hasPrefix($0) }
    }

    /// What queries call their own parts, which are limited.
    private static let inner = ["(", "part", "counted", "next", "moved", "v"]
}
