import Features
import Foundation
import Storage
import TestSupport
import Testing
import Values

@testable import Server

/// A multiplied history is as whole as a lived one: every row is what its stream makes, every leaf is right.
@Suite struct SimulationFillTests {
    @Test func `copies have other ids and people, and rebuild and audit agree`() async throws {
        try await onBothLocations { location in
            try await ServerFolder.with { folder in
                let lived = try await Simulated.run(seed: 21, cases: 40, on: location, folder)
                #expect(lived.rebuild.isClean)
                let platform = try await Platform.open(Simulated.settings(location, folder), logger: .silent)
                try await platform.features.catalogue.desk.compileAll()
                let key = try #require(try MasterKeyFile.read(folder.key))
                let fill = SimulationFill(platform: platform, masterKey: key, seed: 3, cases: 100)
                let result = try await fill.run(
                    progress: SimulationProgress(total: 100, unit: "cases"), isStopped: { false })
                #expect(result.cases >= 100)
                #expect(result.events > result.cases * 5)
                let rebuild = platform.features.rebuild(platform.database)
                let positions = try await platform.positions(forSample: 80, entropy: SimulationPlan.entropy(seed: 1))
                let sample = try await rebuild.run(sample: positions)
                #expect(sample.streams > 30)
                #expect(sample.isClean, "\(sample.tables.filter { !$0.isEqual }) \(sample.unreadable)")
                let audit = try await LogAudit(database: platform.database, reader: platform.features.reader)
                    .run(against: [lived.audit.head])
                #expect(audit.faults.isEmpty, "\(audit.faults.prefix(3))")
                let whole = try await rebuild.run()
                #expect(whole.isClean, "\(whole.tables.filter { !$0.isEqual }) \(whole.unreadable)")
                await platform.database.close()
            }
        }
    }

    @Test func `a sampled rebuild finds a row that does not follow from its stream`() async throws {
        try await ServerFolder.with { folder in
            let location = DatabaseLocation.sqlite(path: folder.database)
            _ = try await Simulated.run(seed: 22, cases: 10, on: location, folder)
            let platform = try await Platform.open(Simulated.settings(location, folder), logger: .silent)
            try await platform.features.catalogue.desk.compileAll()
            try await platform.database.write { try $0.execute("UPDATE case_file SET stage = 'nowhere'") }
            let positions = try await platform.positions(forSample: 300, entropy: SimulationPlan.entropy(seed: 2))
            let sample = try await platform.features.rebuild(platform.database).run(sample: positions)
            let cases = try #require(sample.tables.first { $0.table == "case_file" })
            #expect(!cases.isEqual)
            #expect(cases.onlyBefore.contains { $0.contains("nowhere") })
            await platform.database.close()
        }
    }
}
