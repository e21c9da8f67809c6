import Features
import Foundation
import Storage
import Values

/// Takes the figures one after the other, and prints each as a line of JSON.
struct BenchRun {
    let folder: BenchFolder
    let seconds: Double
    let clients: Int

    /// How many cases a measure of pages finds.
    private static let filled = 4000

    // MARK: Lifecycle

    /// Four calls of one case, by all clients at once, into a database without cases.
    func lifecycle(on database: BenchDatabase) async throws {
        try await folder.prepare(database.location)
        let before = try await database.rows()
        var (figures, lifecycles) = try lifecycles(on: database, run: "lifecycle")
        figures.merge(rows(before: before, after: try await database.rows(), lifecycles: lifecycles)) { $1 }
        figures["raw_lifecycles_per_second"] = .number(Int64(try await raw(after: database)))
        show("lifecycle", figures)
        try await database.remove()
    }

    /// The calls alone, with what they took, on a database that knows the enterprises; gives how many were done.
    ///
    /// - Parameter run: another name each time on one database.
    func lifecycles(on database: BenchDatabase, run: String) throws -> (figures: [String: JSON], count: Int) {
        let server = try BenchServer(folder: folder, database: database.option)
        defer { server.stop() }
        let load = BenchLoad(clients: clients, port: server.port)
        let cases = BenchCases(enterprises: folder.enterprises, run: run)
        let used = Used(server)
        let result = load.run(until: .after(seconds: seconds)) { _, number, connection in
            try cases.go(number, calls: BenchCases.commands, over: connection)
        }
        if result.times.isEmpty, let failure = result.failures.first { throw BenchClient.broken(failure) }
        var figures = result.json
        figures.merge(used.figures(until: Used(server), seconds: result.seconds)) { $1 }
        figures["anonymous_kb"] = .number(Int64(server.anonymousKilobytes))
        figures["commands_per_lifecycle"] = .number(Int64(BenchCases.commands))
        figures["clients"] = .number(Int64(clients))
        figures["engine"] = .text(database.location.engine.rawValue)
        figures["failed"] = result.failures.first.map { .text(String($0.prefix(500))) }
        return (figures, result.times.count)
    }

    /// The rows that one lifecycle added to each table, per hundred lifecycles, because JSON here has whole numbers.
    private func rows(before: [String: Int], after: [String: Int], lifecycles: Int) -> [String: JSON] {
        var added: [String: JSON] = [:]
        var sum = 0
        for (table, count) in after where count != before[table, default: 0] {
            let more = count - before[table, default: 0]
            added[table] = .text(BenchRun.ratio(more, lifecycles))
            sum += more
        }
        let commands = lifecycles * BenchCases.commands
        // The case's row is written by each command and added by the first; so is that of its open task, whose
        // predecessor each later command deletes.
        let again = 2 * (commands - lifecycles) + (commands - lifecycles)
        return [
            "rows_added_per_lifecycle": .map(added),
            "rows_written_per_command": .text(BenchRun.ratio(sum + again, commands)),
        ]
    }

    private func raw(after database: BenchDatabase) async throws -> Int {
        let filled = try Database.open(database.location, settings: .standard, logger: .server())
        let samples: BenchRaw
        do {
            samples = try await BenchRaw(from: filled, limit: 50)
            await filled.close()
        } catch {
            await filled.close()
            throw error
        }
        let empty = try await database.sibling(in: folder)
        let platform = try await folder.open(empty.location)
        let rate = try await samples.run(on: platform.database, seconds: min(seconds, 5))
        await platform.database.close()
        try await empty.remove()
        return rate
    }

    // MARK: Kernel, pages

    func kernel() throws {
        let kernel = try BenchKernel(folder: folder.path)
        _ = try kernel.run(seconds: min(1, seconds))
        var figures = try kernel.run(seconds: seconds)
        figures["commands_per_second_of_two_threads"] = .number(Int64(kernel.run(threads: 2, seconds: seconds)))
        show("kernel", figures)
    }

    /// The rules alone, and what it takes to compile those of each service.
    func rules() async throws {
        let bench = BenchRules(
            now: { BenchLoad.now }, processorTime: { BenchServer.ownCPUSeconds }, seconds: min(seconds, 3))
        try await bench.run { show("rules", $0.json) }
        show("rules", try BenchCompiling(folder: folder.path).run())
    }

    /// Bundles of seven members: the write that files one, and the write that opens and ends the members behind the
    /// registration; durable, one after the other.
    func bundle(count: Int) async throws {
        let database = BenchDatabase(file: "bundle.sqlite", in: folder)
        try await folder.prepare(database.location)
        let platform = try await folder.open(database.location)
        let bench = BenchBundle(platform: platform)
        _ = try await bench.run(count: 0)
        let times = try await bench.run(count: count)
        await platform.database.close()
        show(
            "bundle",
            [
                "count": .number(Int64(count)), "members": 7, "streams": .number(Int64(times.streams)),
                "filed_p50_ms": BenchRun.milliseconds(times.filed, share: 0.5),
                "filed_p99_ms": BenchRun.milliseconds(times.filed, share: 0.99),
                "fan_out_p50_ms": BenchRun.milliseconds(times.fannedOut, share: 0.5),
                "fan_out_p99_ms": BenchRun.milliseconds(times.fannedOut, share: 0.99),
                "budget_ms": 20, "engine": .text(database.location.engine.rawValue),
            ])
        try await database.remove()
    }

    /// So many of the times are shorter; with two decimals.
    private static func milliseconds(_ times: [Double], share: Double) -> JSON {
        guard !times.isEmpty else { return .null }
        let sorted = times.sorted()
        let index = min(sorted.count - 1, Int(Double(sorted.count) * share))
        return .text(BenchRun.ratio(Int(sorted[index] * 100), 100))
    }

    /// Worklist, case page and guide over a database with some thousands of cases at different stages.
    func pages() async throws {
        let database = BenchDatabase(file: "pages.sqlite", in: folder)
        let ids = try await fill(database)
        let server = try BenchServer(folder: folder, database: database.option)
        defer { server.stop() }
        let pages = BenchPages(load: BenchLoad(clients: clients, port: server.port), seconds: seconds)
        let officer = try pages.signIn("reviewer")
        let citizen = try pages.signIn(SamplePeople.citizens[0].login)
        let inbox: @Sendable (Int) -> String = { _ in "/w/inbox" }
        try page("worklist", pages, officer, holding: "示例餐饮", server, inbox)
        try page("case", pages, officer, holding: "示例餐饮", server) { "/w/case/\(ids[$0 % ids.count])" }
        let guide = "/guide/food-business-licence"
        try page("guide", pages, citizen, holding: "</html>", server) { _ in guide }
    }

    func page(
        _ name: String, _ pages: BenchPages, _ cookie: String, holding text: String, _ server: BenchServer,
        _ path: @escaping @Sendable (Int) -> String
    ) throws {
        let used = Used(server)
        let result = pages.measure(cookie: cookie, holding: text, path)
        var figures = result.json
        figures.merge(used.figures(until: Used(server), seconds: result.seconds)) { $1 }
        figures["page"] = .text(name)
        figures["clients"] = .number(Int64(pages.load.clients))
        figures["failed"] = result.failures.first.map { .text(String($0.prefix(500))) }
        show("pages", figures)
    }

    /// Fills a database with cases of which each quarter stands one call further; gives those under review.
    private func fill(_ database: BenchDatabase) async throws -> [String] {
        try await folder.prepare(database.location)
        let server = try BenchServer(folder: folder, database: database.option)
        defer { server.stop() }
        let cases = BenchCases(enterprises: folder.enterprises, run: "fill")
        let ids = BenchList()
        let result = BenchLoad(clients: clients, port: server.port).run(until: .times(BenchRun.filled)) {
            _, number, connection in
            let calls = 1 + number % BenchCases.commands
            let id = try cases.go(number, calls: calls, over: connection)
            if calls == 2 { ids.add(id) }
        }
        if let failure = result.failures.first { throw BenchClient.broken(failure) }
        return ids.all
    }

    // MARK: Start, check

    /// First start on an empty database, start on a filled one, memory, disk.
    func start() async throws {
        let empty = BenchDatabase(file: "empty.sqlite", in: folder)
        let first = try BenchServer(folder: folder, database: empty.option)
        let firstMilliseconds = first.startedInMilliseconds
        first.stop()
        try await empty.remove()
        let database = BenchDatabase(file: "start.sqlite", in: folder)
        try await folder.prepare(database.location)
        let bytesBefore = try await database.bytes()
        let server = try BenchServer(folder: folder, database: database.option)
        let atRest = server.anonymousKilobytes
        let cases = BenchCases(enterprises: folder.enterprises, run: "start")
        let result = BenchLoad(clients: clients, port: server.port).run(until: .times(BenchRun.filled)) {
            _, number, connection in try cases.go(number, calls: BenchCases.commands, over: connection)
        }
        let afterRun = server.anonymousKilobytes
        server.stop()
        let bytes = try await database.bytes() - bytesBefore
        let again = try BenchServer(folder: folder, database: database.option)
        again.stop()
        show(
            "start",
            [
                "publishing_milliseconds": .number(Int64(firstMilliseconds)),
                "empty_milliseconds": .number(Int64(server.startedInMilliseconds)),
                "filled_milliseconds": .number(Int64(again.startedInMilliseconds)),
                "anonymous_kb_at_rest": .number(Int64(atRest)), "anonymous_kb_after": .number(Int64(afterRun)),
                "cases": .number(Int64(result.times.count)),
                "bytes_per_case": .number(Int64(bytes / max(1, result.times.count))),
                "failures": .number(Int64(result.failures.count)),
            ])
        try await database.remove()
    }

    /// The whole check, and one changed service, each as a command of its own.
    func check() throws {
        let whole = try time(["check", "--folder", folder.path])
        let path = folder.path + "/Services/food-business-licence/service.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let one = try time(["check", "--folder", folder.path, "--service", "food-business-licence"])
        show(
            "check",
            ["whole_milliseconds": .number(Int64(whole)), "one_service_milliseconds": .number(Int64(one))])
    }

    /// Milliseconds that this program takes for a command.
    private func time(_ arguments: [String]) throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BenchServer.ownPath)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        let begin = BenchLoad.now
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchClient.broken("\(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
        }
        return Int((BenchLoad.now - begin) * 1000)
    }

    // MARK: Printing

    func show(_ name: String, _ figures: [String: JSON]) {
        print(JSON.map(figures.merging(["measure": .text(name)]) { $1 }).canonicalText)
        fflush(nil)
    }

    /// With two decimals.
    static func ratio(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "0.00" }
        let hundredths = (part * 100 + whole / 2) / whole
        return "\(hundredths / 100)." + String(hundredths % 100 + 100).dropFirst()
    }
}

/// Processor time up to an instant: of the server, of the clients, of the whole machine.
private struct Used {
    let server: Double
    let client: Double
    let machine: Double

    init(_ process: BenchServer) {
        server = process.cpuSeconds
        client = BenchServer.ownCPUSeconds
        machine = BenchServer.machineBusySeconds
    }

    /// Percent of one processor; what is neither is the database server and everything else on the machine.
    func figures(until end: Used, seconds: Double) -> [String: JSON] {
        func percent(_ used: Double) -> JSON { .number(Int64((used / seconds * 100).rounded())) }
        let others = end.machine - machine - (end.server - server) - (end.client - client)
        return [
            "cpu_percent": .map([
                "server": percent(end.server - server), "client": percent(end.client - client),
                "others": percent(max(0, others)),
            ])
        ]
    }
}
