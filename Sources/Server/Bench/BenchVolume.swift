import Features
import Foundation
import Proofs
import Storage
import Values

extension BenchRun {
    /// So many cases are simulated by the kernel; the rest are copies.
    private static let simulated = 3000

    /// A simulated city: how fast it is made, how large it is, how its pages and its commands answer, and whether a
    /// sample of its rows is what the log says.
    ///
    /// - Parameter keep: the folder where the database stays for the next run, which then does not make it; nil: it
    ///   goes.
    func volume(cases: Int, keep: String?) async throws {
        let path = keep.map { $0 + "/volume.sqlite" }
        let database = path.map { BenchDatabase(path: $0) } ?? BenchDatabase(file: "volume.sqlite", in: folder)
        if let path, !FileManager.default.fileExists(atPath: path) {
            // Under another name until it is whole.
            let part = path + ".part"
            try? FileManager.default.removeItem(atPath: part)
            try await make(BenchDatabase(path: part), cases)
            try FileManager.default.moveItem(atPath: part, toPath: path)
        } else if path == nil {
            try await make(database, cases)
        }
        try await rebuildSample(of: database)
        try await pages(of: database)
        try await lifecycleBeside(database)
        if keep == nil { try await database.remove() }
    }

    private func make(_ database: BenchDatabase, _ cases: Int) async throws {
        try await simulate(on: database)
        try await fill(database, to: cases)
    }

    /// The four calls beside everything that lies there.
    private func lifecycleBeside(_ database: BenchDatabase) async throws {
        let platform = try await folder.open(database.location)
        try await folder.registerEnterprises(on: platform)
        let cases = try await platform.database.read { connection in
            try connection.first("SELECT count(*) FROM case_file", [])?.int(0) ?? 0
        }
        await platform.database.close()
        var figures = try lifecycles(on: database, run: "lifecycle-\(cases)").figures
        figures["beside_cases"] = .number(Int64(cases))
        show("lifecycle", figures)
    }

    private func simulate(on database: BenchDatabase) async throws {
        let place = SimulationPlace(
            settings: folder.settings(database.location), folder: Folder(path: folder.path), mayHoldCases: false)
        let last = BenchFolder.today.previous
        let plan = SimulationPlan(
            cases: BenchRun.simulated, seed: 1, days: last.adding(months: -6)...last, scope: .everything)
        let progress = SimulationProgress(total: BenchRun.simulated, unit: "cases")
        let report = try await place.run(plan, progress: progress)
        show(
            "simulate",
            [
                "cases": .number(Int64(report.filed)), "events": .number(Int64(report.events)),
                "cases_per_second": .number(Int64(progress.perSecond(report.filed))),
            ])
    }

    private func fill(_ database: BenchDatabase, to cases: Int) async throws {
        let before = try await database.bytes()
        let platform = try await folder.open(database.location, for: .loading)
        guard let key = try MasterKeyFile.read(folder.keyFile) else { throw BenchClient.broken("no master key") }
        let fill = SimulationFill(
            platform: platform, masterKey: key, seed: 1, cases: max(1, cases - BenchRun.simulated))
        let result = try await fill.run(
            progress: SimulationProgress(total: cases, unit: "cases"), isStopped: { false })
        let begin = BenchLoad.now
        try await platform.features.followAll()
        let behind = BenchLoad.now - begin
        await platform.database.close()
        let after = try await database.bytes()
        let bytes = after - before
        show(
            "fill",
            [
                "cases": .number(Int64(result.cases)), "events": .number(Int64(result.events)),
                "cases_per_second": .number(Int64(Double(result.cases) / max(0.001, result.seconds))),
                "bytes_per_case": .number(Int64(bytes / max(1, result.cases))),
                "events_followed_per_second": .number(Int64(Double(result.events) / max(0.001, behind))),
                "database_megabytes": .number(Int64(after >> 20)),
                "memory_megabytes": .number(Int64(ProcessInfo.processInfo.physicalMemory >> 20)),
            ])
    }

    private func rebuildSample(of database: BenchDatabase) async throws {
        let platform = try await folder.open(database.location)
        try await platform.features.catalogue.desk.compileAll()
        let begin = BenchLoad.now
        let positions = try await platform.positions(forSample: 2000, entropy: SimulationPlan.entropy(seed: 1))
        let report = try await platform.features.rebuild(platform.database).run(sample: positions)
        let seconds = BenchLoad.now - begin
        await platform.database.close()
        let faults =
            report.unreadable.map { "\($0.key): \($0.value)" }.sorted()
            + report.tables.filter { !$0.isEqual }.map {
                "\($0.table): \($0.onlyBefore.count) only before, \($0.onlyNow.count) only now; "
                    + [$0.onlyBefore.first, $0.onlyNow.first].compactMap { $0 }.joined(separator: " <> ")
            }
        show(
            "rebuild",
            [
                "faults": .list(faults.prefix(9).map { .text(String($0.prefix(600))) }),
                "streams": .number(Int64(report.streams)), "is_equal": .bool(report.isClean),
                "streams_per_second": .number(Int64(Double(report.streams) / max(0.001, seconds))),
            ])
    }

    private func pages(of database: BenchDatabase) async throws {
        let server = try BenchServer(folder: folder, database: database.option)
        defer { server.stop() }
        let pages = BenchPages(load: BenchLoad(clients: clients, port: server.port), seconds: seconds)
        let officer = try pages.signIn("reviewer")
        try page("worklist", pages, officer, holding: "</html>", server) { _ in "/w/inbox" }
        let platform = try await folder.open(database.location)
        let ids = try await platform.database.read { connection in
            try CaseStore.rows(ofUnit: "yuzhong-market", before: nil, limit: 500, in: connection).map(\.id)
        }
        await platform.database.close()
        if !ids.isEmpty {
            try page("case", pages, officer, holding: "</html>", server) { "/w/case/\(ids[$0 % ids.count])" }
        }
        // By one reader at a time: how long a board takes to open.
        let alone = BenchPages(load: BenchLoad(clients: 1, port: server.port), seconds: seconds)
        let supervisor = try alone.signIn("supervisor-city")
        try page("board, one reader", alone, supervisor, holding: "</html>", server) { _ in "/w/board" }
        try page("board", pages, supervisor, holding: "</html>", server) { _ in "/w/board" }
        try page("promises, one reader", alone, "", holding: "</html>", server) { _ in "/open/promises" }
        try page("guide", pages, "", holding: "</html>", server) { _ in "/guide/food-business-licence" }
        try page("home", pages, "", holding: "</html>", server) { _ in "/" }
        if try BenchClient(port: server.port).get("/search?q=food", headers: "").status == 200 {
            try page("search", pages, "", holding: "</html>", server) {
                "/search?q=\(["food", "licence", "water"][$0 % 3])"
            }
        }
    }
}
