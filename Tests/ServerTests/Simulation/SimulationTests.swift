import Features
import Foundation
import Storage
import TestSupport
import Testing
import Values

@testable import Server

/// Whole histories, small ones: what the simulation writes is what the kernel decided, and nothing else.
@Suite struct SimulationTests {
    @Test func `the same seed gives the same history to the last byte, another seed another one`() async throws {
        try await ServerFolder.with { folder in
            let first = try await Simulated.run(seed: 5, cases: 40, on: .sqlite(path: folder.path + "/a"), folder)
            let second = try await Simulated.run(seed: 5, cases: 40, on: .sqlite(path: folder.path + "/b"), folder)
            let other = try await Simulated.run(seed: 6, cases: 40, on: .sqlite(path: folder.path + "/c"), folder)
            #expect(first.audit.head == second.audit.head)
            #expect(first.report.events == second.report.events)
            #expect(first.audit.head != other.audit.head)
        }
    }

    @Test func `on both engines every table is what a rebuild makes, and every leaf is right`() async throws {
        try await onBothLocations { location in
            try await ServerFolder.with { folder in
                let simulated = try await Simulated.run(seed: 11, cases: 60, on: location, folder)
                #expect(simulated.audit.faults.isEmpty, "\(simulated.audit.faults.prefix(3))")
                #expect(simulated.rebuild.isClean, "\(simulated.rebuild.tables.filter { !$0.isEqual })")
                #expect(simulated.report.filed > 50)
                #expect(simulated.report.outcomes["granted", default: 0] > 20)
                #expect(simulated.report.filedOf.count > 8, "\(simulated.report.filedOf)")
            }
        }
    }

    @Test func `no bundle is lost, and none stands open without a clock or a task`() async throws {
        try await onBothLocations { location in
            try await ServerFolder.with { folder in
                let simulated = try await Simulated.run(
                    SimulationPlan(
                        cases: 60, seed: 17, days: Day(2026, 1, 5)...Day(2026, 3, 31), scope: .bundles), on: location,
                    folder, mayHoldCases: false)
                #expect(simulated.audit.faults.isEmpty, "\(simulated.audit.faults.prefix(3))")
                #expect(simulated.rebuild.isClean, "\(simulated.rebuild.tables.filter { !$0.isEqual })")
                let report = simulated.report
                #expect(report.filed > 50 && report.children > 2 * report.filed, "\(report.lines)")
                #expect(report.filedOf.count > 5, "\(report.lines)")
                #expect(report.silent == 0)
                // Every case has ended or is still open; none fell between.
                #expect(report.outcomes.values.reduce(0, +) + report.stillOpen == report.filed + report.children)
            }
        }
    }

    @Test func `cases that are there already are not mixed with invented ones unless that is asked for`() async throws {
        try await ServerFolder.with { folder in
            let location = DatabaseLocation.sqlite(path: folder.database)
            _ = try await Simulated.run(seed: 1, cases: 5, on: location, folder)
            await #expect(throws: Failure.self) {
                _ = try await Simulated.run(seed: 1, cases: 5, on: location, folder)
            }
            let more = try await Simulated.run(seed: 1, cases: 5, on: location, folder, mayHoldCases: true)
            #expect(more.report.filed > 0)
            #expect(more.rebuild.isClean)
        }
    }

    @Test func `a history that is stopped is whole`() async throws {
        try await ServerFolder.with { folder in
            let platform = try await Platform.open(
                Simulated.settings(.sqlite(path: folder.database), folder), logger: .silent)
            let library = try Folder(path: ServerProgram.root).library()
            _ = try await platform.publish(library, by: .platform)
            let plan = Simulated.plan(seed: 3, cases: 200)
            let counter = Steps(stopAfter: 60)
            let simulation = Simulation(
                plan, on: platform, library: library, offset: 0, isStopped: { counter.isOver() })
            try await simulation.run(told: { _, _ in })
            let report = await simulation.report
            #expect(report.isStopped)
            #expect(report.filed > 0 && report.filed < 200)
            let rebuild = try await platform.features.rebuild(platform.database).run()
            #expect(rebuild.isClean)
            await platform.database.close()
        }
    }
}

/// Says after so many questions that it is over.
private final class Steps: Sendable {
    private let left: Counter

    init(stopAfter steps: Int) { left = Counter(steps) }

    func isOver() -> Bool { left.down() < 0 }
}

/// One history and what is true of it.
struct Simulated {
    let report: SimulationReport
    let audit: LogAuditReport
    let rebuild: RebuildReport

    static func run(
        seed: UInt64, cases: Int, on location: DatabaseLocation, _ folder: ServerFolder
    ) async throws -> Simulated {
        try await run(seed: seed, cases: cases, on: location, folder, mayHoldCases: false)
    }

    static func run(
        seed: UInt64, cases: Int, on location: DatabaseLocation, _ folder: ServerFolder, mayHoldCases: Bool
    ) async throws -> Simulated {
        try await run(plan(seed: seed, cases: cases), on: location, folder, mayHoldCases: mayHoldCases)
    }

    static func run(
        _ plan: SimulationPlan, on location: DatabaseLocation, _ folder: ServerFolder, mayHoldCases: Bool
    ) async throws -> Simulated {
        let settings = settings(location, folder)
        let place = SimulationPlace(
            settings: settings, folder: Folder(path: ServerProgram.root), mayHoldCases: mayHoldCases)
        let report = try await place.run(
            plan, progress: SimulationProgress(total: plan.cases, unit: "cases"))
        let platform = try await Platform.open(settings, logger: .silent)
        try await platform.features.catalogue.desk.compileAll()
        let audit = try await LogAudit(database: platform.database, reader: platform.features.reader).run(against: [])
        let rebuild = try await platform.features.rebuild(platform.database).run()
        await platform.database.close()
        return Simulated(report: report, audit: audit, rebuild: rebuild)
    }

    static func plan(seed: UInt64, cases: Int) -> SimulationPlan {
        SimulationPlan(cases: cases, seed: seed, days: Day(2026, 1, 5)...Day(2026, 3, 31), scope: .everything)
    }

    static func settings(_ location: DatabaseLocation, _ folder: ServerFolder) -> Platform.Settings {
        Platform.Settings(
            location: location, database: .tests, masterKeyFile: folder.key, today: Day(2026, 4, 1),
            folder: Folder(path: ServerProgram.root))
    }
}
