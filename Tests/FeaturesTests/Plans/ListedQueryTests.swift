import Foundation
import Proofs
import Storage
import TestSupport
import Testing

@testable import Features

/// Lists stay flat from ten thousand rows to millions: every query behind a page uses an index, on both engines.
@Suite struct ListedQueryTests {
    private static let few = 10_000

    @Test func `at ten thousand rows every listed query uses an index`() async throws {
        try await onBothEngines { try await ListedQueryTests.check($0, rows: ListedQueryTests.few) }
    }

    /// `TONGBAN_PLAN_ROWS=1000000 Scripts/with-postgres.sh swift test --filter ListedQueryTests`: about a quarter of an
    /// hour, 30 GB.
    @Test func `at a million rows every listed query uses an index`() async throws {
        let asked = ProcessInfo.processInfo.environment["TONGBAN_PLAN_ROWS"].flatMap { Int($0) }
        guard let asked else {
            print("NOT RUN: query plans at a million rows; set TONGBAN_PLAN_ROWS=1000000")
            return
        }
        try await onBothEngines { try await ListedQueryTests.check($0, rows: asked) }
    }

    private static func check(_ database: Database, rows: Int) async throws {
        try await database.migrate(AllFeatures.migrations)
        let key = try #require(MasterKey([UInt8](repeating: 7, count: 32)))
        let deployment = try await EventLog.open(database, key: key, from: "sample.key", newLog: "log")
        let ground = AllFeatures.Ground(
            database: database, deployment: deployment, masterKey: key, registers: Registers([]))
        let features = AllFeatures(ground)
        _ = try await features.rebuild(database).prepare()
        try await PlanFilling.fill(database, rows: rows)
        for query in ListedQueries.all {
            let (faults, asked) = try await database.write { connection in
                let explaining = PlanConnection(connection)
                try query.run(explaining)
                return (explaining.faults, explaining.asked)
            }
            #expect(asked > 0 || database.engine == .sqlite, "\(query.name) asks nothing on \(database.engine)")
            #expect(faults.isEmpty, "\(query.name) on \(database.engine): \(faults.joined(separator: "\n"))")
        }
        // The rows of one stream, which erasing it and making it anew look for.
        let derived = features.all.flatMap(\.projections).flatMap(\.tables).filter { $0.stream != nil }
        #expect(derived.count > 10)
        for table in derived {
            let faults = try await database.write { connection in
                let explaining = PlanConnection(connection)
                _ = try DerivedStore.rows(of: "id1000000001", in: table, in: explaining)
                return explaining.faults.filter { $0.contains("FROM \(table.name) ") }
            }
            #expect(faults.isEmpty, "\(table.name) on \(database.engine): \(faults.joined(separator: "\n"))")
        }
    }

    @Test func `a plan that goes through a table, or sorts it, is found`() {
        #expect(PlanConnection.faults(inSteps: ["SCAN case_file"]).count == 1)
        #expect(PlanConnection.faults(inSteps: ["SCAN case_file USING COVERING INDEX i"]).count == 1)
        #expect(PlanConnection.faults(inSteps: ["SEARCH case_file USING INDEX i (unit=?)"]).isEmpty)
        #expect(PlanConnection.faults(inSteps: ["SEARCH c USING INDEX i", "USE TEMP B-TREE FOR ORDER BY"]).count == 1)
        #expect(PlanConnection.faults(inSteps: ["SCAN territory"]).isEmpty)
        let scan = "{ \"Node Type\": \"Limit\",\n\"Plans\": [ { \"Node Type\": \"Seq Scan\",\n"
        #expect(ExplainedPlan(scan + "\"Relation Name\": \"case_file\", ")?.faults(sortable: 10).count == 1)
        #expect(ExplainedPlan(scan + "\"Relation Name\": \"territory\", ")?.faults(sortable: 10).isEmpty == true)
        let sort = "\"Node Type\": \"Sort\",\n\"Plan Rows\": 5000,\n"
        #expect(ExplainedPlan(sort)?.faults(sortable: 1000).count == 1)
        #expect(ExplainedPlan(sort)?.faults(sortable: 6000).isEmpty == true)
        #expect(ExplainedPlan("nothing") == nil)
    }
}
