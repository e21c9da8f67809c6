import Storage
import Values

/// All SQL of worklists: open tasks of one role in a unit and in those above it, least time left first.
///
/// Each unit is one range of one index, also for what is stopped or unclear; the ranges are merged by the database, so
/// that order and cursor agree to the last byte.
package enum WorklistStore {
    /// Which tasks are asked for.
    package struct Queue: Hashable, Sendable {
        /// The post's own unit first, then those above it; at least one.
        package let units: [String]
        package let role: String
        package let today: Day

        package init(units: [String], role: String, today: Day) {
            self.units = units
            self.role = role
            self.today = today
        }
    }

    /// One page behind a cursor, and one row more when there is a further page.
    package static func rows(
        _ view: Worklist.View, of queue: Queue, after cursor: CaseStore.TaskCursor?, in connection: any Connection
    ) throws -> [TaskRow] {
        let start = cursor ?? CaseStore.TaskCursor(due: "", caseID: "", task: "", number: 0)
        var arguments: [SQLValue] = [
            .text(queue.role), .text(start.due), .text(start.caseID), .text(start.task), SQLValue(start.number),
            SQLValue(Worklist.pageLength + 1),
        ]
        if view.asksForDay { arguments.append(.text(queue.today.description)) }
        arguments += queue.units.map { .text($0) }
        let text = pages.text(view, units: queue.units.count)
        return try connection.query(text, arguments).map(CaseStore.task)
    }

    /// How many tasks each view holds, in the order of the views; counting stops at `Worklist.countedUpTo` per unit.
    package static func counts(of queue: Queue, in connection: any Connection) throws -> [Int] {
        let arguments: [SQLValue] =
            [.text(queue.role), SQLValue(Worklist.countedUpTo), .text(queue.today.description)]
            + queue.units.map { .text($0) }
        guard let row = try connection.first(countText(units: queue.units.count), arguments) else { return [] }
        return try Worklist.View.allCases.indices.map { try row.int($0) }
    }

    // MARK: Texts

    /// Statements are made once for each view and number of units, because the same text is prepared once.
    private struct Texts: Sendable {
        private let made: [[String]]

        init() {
            made = Worklist.View.allCases.map { view in
                (1...WorklistStore.usualUnits).map { WorklistStore.pageText(view, units: $0) }
            }
        }

        func text(_ view: Worklist.View, units: Int) -> String {
            guard let index = Worklist.View.allCases.firstIndex(of: view), made[index].indices.contains(units - 1)
            else { return WorklistStore.pageText(view, units: units) }
            return made[index][units - 1]
        }
    }

    private static let usualUnits = 5
    private static let pages = Texts()
    private static let counting = (1...usualUnits).map { makeCountText(units: $0) }

    private static func countText(units: Int) -> String {
        counting.indices.contains(units - 1) ? counting[units - 1] : makeCountText(units: units)
    }

    private static func pageText(_ view: Worklist.View, units: Int) -> String {
        let first = view.asksForDay ? 8 : 7
        let order = "ORDER BY due, case_id, task, number LIMIT $6"
        let parts = (0..<units).map { index in
            """
            SELECT * FROM (\(CaseStore.selectTask) WHERE unit = $\(first + index) AND role = $1
            AND \(view.behindCursor)\(view.condition(day: "$7")) \(order)) AS part\(index)
            """
        }
        return "SELECT * FROM (\(parts.joined(separator: " UNION ALL "))) AS parts \(order)"
    }

    private static func makeCountText(units: Int) -> String {
        let columns = Worklist.View.allCases.map { view in
            (0..<units).map { index in
                """
                (SELECT COUNT(*) FROM (SELECT 1 AS one FROM case_task WHERE unit = $\(4 + index) AND role = $1\
                \(view.condition(day: "$3"))\(view.countingOrder) LIMIT $2) AS counted)
                """
            }.joined(separator: " + ")
        }
        return "SELECT " + columns.joined(separator: ", ")
    }
}

extension Worklist.View {
    /// Of one day, the rest of the key goes on from the cursor, so that days before are not gone through.
    fileprivate var behindCursor: String {
        self == .today
            ? "due >= $2 AND (case_id, task, number) > ($3, $4, $5)"
            : "(due, case_id, task, number) > ($2, $3, $4, $5)"
    }

    /// In an order, though nobody sees it: where much of a table would do, PostgreSQL else goes through it from the
    /// beginning and hopes to meet enough soon.
    fileprivate var countingOrder: String { self == .all || self == .overdue ? " ORDER BY due" : "" }

    fileprivate var asksForDay: Bool { self == .today || self == .overdue }

    fileprivate func condition(day: String) -> String {
        switch self {
        case .all: ""
        case .today: " AND due = \(day)"
        case .overdue: " AND due < \(day)"
        case .stopped: " AND stopped"
        case .unclear: " AND unclear"
        }
    }
}
