import ArgumentParser
import Foundation
import Storage
import Values

/// Measures the platform on this machine.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures the platform; prints JSON lines.",
        discussion: """
            Starts this program as a server of its own, on a free port and in a temporary folder that is deleted \
            afterwards, and sends it what citizens, officers and connected systems send. Everything it sends and \
            stores follows from one seed. Run a release build, on a machine with nothing else to do.

            Measures: lifecycle (four calls of a licence, durable, with the raw limit of the same rows), kernel, rules \
            (a table of 20 rows, a benefit and a chain of rules, one by one and in columns), bundle (seven members \
            filed and fanned out, each in one write), pages, \
            start (time, memory, disk), check, imports (policy documents), volume (a simulated city of --cases cases: \
            how fast it is made, its size, its pages, a sampled rebuild). The lifecycle is measured on PostgreSQL too \
            when --database or TONGBAN_TEST_POSTGRES names a server (`make bench` starts one).
            """)

    enum Measure: String, CaseIterable, ExpressibleByArgument {
        case lifecycle, kernel, rules, bundle, pages, start, check, imports, volume
    }

    @Option(help: "Seconds for each figure.")
    var seconds = 10.0

    @Option(help: "Clients at once, each with a connection of its own.")
    var clients = 16

    @Option(help: ArgumentHelp("Only this measure.", valueName: "name"))
    var only: Measure?

    @Option(help: "PostgreSQL address for the lifecycle; a schema is made in it and dropped again.")
    var database: String?

    @Option(help: "Cases of the simulated city for the measure `volume`.")
    var cases = 1_000_000

    @Option(
        help: ArgumentHelp(
            "Keeps the database of the measure `volume` in this folder; measures the one that lies there already.",
            valueName: "folder"))
    var keep: String?

    @Option(help: "Folder that holds Services/, Territory/ and Samples/.")
    var folder = "."

    func validate() throws {
        guard seconds > 0, seconds <= 3600 else { throw ValidationError("--seconds: more than 0, at most 3600") }
        guard (1...1000).contains(clients) else { throw ValidationError("--clients: from 1 to 1000") }
        guard (1000...3_000_000).contains(cases) else { throw ValidationError("--cases: from 1000 to 3000000") }
        if let database, case .sqlite = DatabaseLocation(database) {
            throw ValidationError("--database \(database): a PostgreSQL address is meant; SQLite is always measured")
        }
    }

    func run() async throws {
        do {
            let bench = try BenchFolder(copying: folder)
            defer { bench.remove() }
            let run = BenchRun(folder: bench, seconds: seconds, clients: clients)
            let measures = only.map { [$0] } ?? Measure.allCases
            for measure in measures { try await take(measure, of: run) }
        } catch {
            try endWithSentence(error)
        }
    }

    private func take(_ measure: Measure, of run: BenchRun) async throws {
        switch measure {
        case .lifecycle:
            try await run.lifecycle(on: BenchDatabase(file: "lifecycle.sqlite", in: run.folder))
            if let server = database ?? ProcessInfo.processInfo.environment["TONGBAN_TEST_POSTGRES"], !server.isEmpty {
                try await run.lifecycle(on: try await BenchDatabase(schema: "lifecycle", on: server))
            }
        case .kernel: try run.kernel()
        case .rules: try await run.rules()
        case .bundle: try await run.bundle(count: 200)
        case .pages: try await run.pages()
        case .start: try await run.start()
        case .check: try run.check()
        case .imports: try run.imports(folder: folder)
        case .volume: try await run.volume(cases: cases, keep: keep)
        }
    }
}
