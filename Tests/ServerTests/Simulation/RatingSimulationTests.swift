import Features
import Foundation
import Storage
import Testing
import Values

@testable import Server

/// A small year of ratings: none is lost, and every bad one is closed, in time, or overdue with a name beside it.
@Suite struct RatingSimulationTests {
    @Test func `no rating is lost, and every bad one is closed or has somebody's name beside it`() async throws {
        try await ServerFolder.with { folder in
            let location = DatabaseLocation.sqlite(path: folder.database)
            _ = try await Simulated.run(seed: 21, cases: 150, on: location, folder)
            let platform = try await Platform.open(Simulated.settings(location, folder), logger: .silent)
            let plan = SimulationPlan(
                cases: 120, seed: 4, days: Simulated.plan(seed: 21, cases: 150).days, scope: .everything)
            let offset = try await platform.database.read { try LogStore.size(in: $0) }
            let simulation = RatingSimulation(plan, on: platform, offset: offset, isStopped: { false })
            try await simulation.run(told: { _, _ in })
            let report = await simulation.report
            #expect(report.isWhole, "\(report.lines)")
            #expect(report.given >= 60 && report.recorded == report.given, "\(report.lines)")
            #expect(report.bad > 0 && report.corrections == report.bad, "\(report.lines)")
            #expect(report.closed > 0, "\(report.lines)")
            #expect(report.measures?.items.hundredths == 10_000, "\(report.lines)")
            try await platform.features.catalogue.desk.compileAll()
            let rebuild = try await platform.features.rebuild(platform.database).run()
            #expect(rebuild.isClean, "\(rebuild.tables.filter { !$0.isEqual })")
            await platform.database.close()
        }
    }
}
