import Foundation
import Storage
import TestSupport
import Testing
import Values

@testable import Features

@Suite struct WorklistStoreTests {
    private static let today = Day(2026, 3, 2)

    /// One row of a case's rows, as `CaseStore` keeps it.
    private func row(
        _ number: Int, unit: String, due: Day?, isStopped: Bool, isUnclear: Bool
    ) -> TaskRow {
        let id = Identifier<CaseRow>(
            bytes: [UInt8](repeating: 0, count: 14) + [UInt8(number / 256), UInt8(number % 256)])
        return TaskRow(
            caseID: id.text, task: "review", number: 1, unit: unit, role: "reviewer", region: "r",
            isUnclear: isUnclear, since: Moment(Self.today), due: due,
            clockDue: due, dayUnit: .workdays, service: "s", definition: "d",
            caseNumber: nil, applicantMask: nil, filedAt: Moment(Self.today), isStopped: isStopped)
    }

    private func save(_ rows: [TaskRow], in database: Database) async throws {
        try await database.write { connection in
            for table in CaseStore.tables { try connection.script(table.sql) }
            for row in rows {
                try CaseStore.replace(
                    CaseRows(row: nil, tasks: [row], known: [], duties: []), of: row.caseID, in: connection)
            }
        }
    }

    private func walk(_ view: Worklist.View, _ queue: WorklistStore.Queue, in database: Database) async throws
        -> [TaskRow]
    {
        var all: [TaskRow] = []
        var cursor: CaseStore.TaskCursor?
        repeat {
            let after = cursor
            let found = try await database.read { try WorklistStore.rows(view, of: queue, after: after, in: $0) }
            let page = Array(found.prefix(Worklist.pageLength))
            all += page
            cursor = found.count > page.count ? page.last.map { CaseStore.cursor(behind: $0) } : nil
        } while cursor != nil
        return all
    }

    @Test func `pages hold every task once, least time left first, however many share a day`() async throws {
        try await onBothEngines { database in
            let days: [Day?] = [Self.today, Self.today.previous, nil, Self.today.next]
            let rows = (0..<130).map { number in
                row(
                    number, unit: number % 3 == 0 ? "above" : "own", due: number < 90 ? Self.today : days[number % 4],
                    isStopped: false, isUnclear: false)
            }
            try await save(
                rows + [row(999, unit: "other", due: Self.today, isStopped: false, isUnclear: false)], in: database)
            let queue = WorklistStore.Queue(units: ["own", "above"], role: "reviewer", today: Self.today)
            let all = try await walk(.all, queue, in: database)
            #expect(all.count == 130)
            #expect(Set(all.map(\.caseID)).count == 130)
            let keys = all.map { ($0.due?.description ?? "9999-12-31", $0.caseID) }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test func `views hold what they say, and counts agree with them`() async throws {
        try await onBothEngines { database in
            let rows = (0..<60).map { number in
                row(
                    number, unit: number % 2 == 0 ? "own" : "above",
                    due: [Self.today, Self.today.adding(days: -3), Self.today.adding(days: 9), nil][number % 4],
                    isStopped: number % 4 == 3, isUnclear: number % 10 == 0)
            }
            try await save(rows, in: database)
            let queue = WorklistStore.Queue(units: ["own", "above"], role: "reviewer", today: Self.today)
            let counts = try await database.read { try WorklistStore.counts(of: queue, in: $0) }
            for (view, count) in zip(Worklist.View.allCases, counts) {
                let found = try await walk(view, queue, in: database)
                #expect(found.count == count, "\(view)")
                #expect(
                    found.allSatisfy { row in
                        switch view {
                        case .all: true
                        case .today: row.due == Self.today
                        case .overdue: row.due.map { $0 < Self.today } ?? false
                        case .stopped: row.isStopped
                        case .unclear: row.isUnclear
                        }
                    }, "\(view)")
            }
            #expect(counts == [60, 15, 15, 15, 6])
            let nobody = WorklistStore.Queue(units: ["own"], role: "approver", today: Self.today)
            #expect(try await database.read { try WorklistStore.counts(of: nobody, in: $0) } == [0, 0, 0, 0, 0])
        }
    }
}
