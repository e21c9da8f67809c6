import ArgumentParser
import Features
import Logging
import Proofs
import Values

/// Makes everything that follows from the log anew, and says what had been different.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Drops all tables that follow from the log, makes them anew and compares; audits the log.",
        discussion: """
            Stop the servers first. Exits with code 0 when every table was as the log says and every record gives its \
            leaf, with code 1 otherwise; the rows made anew stay.
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            "Only the rows of so many streams, drawn at random; the log is not audited.", valueName: "streams"))
    var sample: Int?

    func validate() throws {
        if let sample, !(1...1_000_000).contains(sample) { throw ValidationError("--sample: from 1 to 1000000") }
    }

    func run() async throws {
        do {
            if let sample { return try await run(sample: sample) }
            let platform = try await Platform.open(try options.settings(), logger: .server())
            try await platform.features.catalogue.desk.compileAll()
            let report = try await platform.features.rebuild(platform.database).run()
            let audit = try await LogAudit(database: platform.database, reader: platform.features.reader)
                .run(against: [])
            await platform.database.close()
            show(report)
            show(audit)
            guard report.isClean, audit.faults.isEmpty else { throw ExitCode(1) }
        } catch {
            try endWithSentence(error)
        }
    }

    private func run(sample: Int) async throws {
        let platform = try await Platform.open(try options.settings(), logger: .server())
        try await platform.features.catalogue.desk.compileAll()
        while try await platform.features.events.place(limit: 2000) == 2000 {}
        let positions = try await platform.positions(forSample: sample, entropy: Entropy(ServerClock.draw(32)))
        let report = try await platform.features.rebuild(platform.database).run(sample: positions)
        await platform.database.close()
        show(report)
        guard report.isClean else { throw ExitCode(1) }
    }

    private func show(_ report: RebuildReport) {
        print("\(report.streams) streams")
        for table in report.tables {
            let verdict = table.isEqual ? "equal" : "DIFFERENT"
            print("\(table.table): \(table.rowsBefore) rows before, \(table.rowsNow) now, \(verdict)")
            for row in table.onlyBefore.prefix(5) { print("  only before: \(row)") }
            for row in table.onlyNow.prefix(5) { print("  only now:    \(row)") }
        }
        for (stream, failure) in report.unreadable.sorted(by: { $0.key < $1.key }) {
            print("unreadable \(stream): \(failure.sentence)")
        }
    }

    private func show(_ report: LogAuditReport) {
        print("log of \(report.head.size) events: \(report.faults.isEmpty ? "every leaf is right" : "FAULTS")")
        for fault in report.faults.prefix(20) { print("  \(fault)") }
    }
}

extension Platform {
    /// Random positions in the log: what has more events is drawn more often.
    func positions(forSample count: Int, entropy: Entropy) async throws -> [Int] {
        let size = try await database.read { try LogStore.size(in: $0) }
        guard size > 0 else { return [] }
        return (0..<count).map { number in
            entropy.bytes("sample", number).prefix(6).reduce(0) { $0 << 8 | Int($1) } % size
        }
    }
}
