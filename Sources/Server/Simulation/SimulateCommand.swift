import ArgumentParser
import Features
import Foundation
import Logging
import Proofs
import Storage
import Values

/// Fills a database with an invented history.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Fills a database with an invented history of months.",
        discussion: """
            Invents people, enterprises and officers, lets them file and handle cases over all services, units and \
            districts, and lets time pass: acceptance and refusal, missing documents, extensions, suspensions, late \
            and silent offices. Every event is decided by the same kernel that serves real people; only the clock \
            and the people are invented, and all of them are marked as sample data.

            The same seed, days and number of cases on an empty database give the same history, to the last byte of \
            its log. Afterwards `tongban serve --demo` over the same database shows it. Ctrl-C ends the history at \
            a whole command; what is there stays and is consistent.

            Examples:
              tongban simulate --cases 10000 --database .local/city.sqlite
              tongban simulate --cases 5000 --seed 7 --from 2026-01-01 --months 6
              tongban simulate --fill 1000000
              tongban simulate --ratings 50000 --from 2026-01-01 --months 14

            --fill adds many more cases without deciding each of them: it takes a simulated history and writes it \
            again and again with other ids, people and weeks, as a bulk load. Stop the servers first.

            --ratings lets people rate what a history handled, from the first day over the months given, and offices \
            correct what was rated as bad. It ends with 1 when a rating was lost, or a bad one is neither closed nor in \
            time nor overdue with a name beside it.
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(help: "How many cases are filed.")
    var cases = 1000

    @Option(help: "Chooses the history: another number gives another one.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("First day of the history; otherwise so that it ends today.", valueName: "day"))
    var from: String?

    @Flag(help: "Only bundles (一件事) are filed.")
    var bundles = false

    @Option(help: "How many months it lasts.")
    var months = 6

    @Option(help: ArgumentHelp("Adds so many copies of simulated cases instead of simulating.", valueName: "cases"))
    var fill: Int?

    @Option(help: ArgumentHelp("Adds so many ratings of what was handled instead of simulating.", valueName: "ratings"))
    var ratings: Int?

    @Flag(help: "Also where there are cases, or people who are no samples, already.")
    var intoExisting = false

    func validate() throws {
        guard (1...2_000_000).contains(cases) else { throw ValidationError("--cases: from 1 to 2000000") }
        guard (1...120).contains(months) else { throw ValidationError("--months: from 1 to 120") }
        if let fill, !(1...3_000_000).contains(fill) { throw ValidationError("--fill: from 1 to 3000000") }
        if let ratings, !(1...1_000_000).contains(ratings) { throw ValidationError("--ratings: from 1 to 1000000") }
        if let from, Day(from) == nil {
            throw ValidationError("--from \(from): not a date; write it as 2026-03-02")
        }
    }

    func run() async throws {
        do {
            if let fill { return try await multiply(fill) }
            if let ratings { return try await rate(ratings) }
            let last = ServerClock(today: try options.settings().today).now.day
            let first = from.flatMap { Day($0) } ?? last.adding(months: -months).next
            let plan = SimulationPlan(
                cases: cases, seed: seed, days: first...max(first, first.adding(months: months).previous),
                scope: bundles ? .bundles : .everything)
            let place = try SimulationPlace(
                settings: options.settings(), folder: Folder(path: options.folder), mayHoldCases: intoExisting)
            let progress = SimulationProgress(total: cases, unit: "cases")
            let report = try await place.run(plan, progress: progress)
            for line in report.lines { print(line) }
            print("\(progress.perSecond(report.filed)) cases a second")
            if report.isStopped { throw ExitCode(130) }
        } catch {
            try endWithSentence(error)
        }
    }
}

extension SimulateCommand {
    private func multiply(_ cases: Int) async throws {
        var settings = try options.settings()
        settings.database = .loading
        let platform = try await Platform.open(settings, logger: .server())
        guard let masterKey = try MasterKeyFile.read(settings.masterKeyFile) else {
            throw Failure.defect("the master key is gone")
        }
        if try await platform.database.read({ try AccountStore.hasRealPersons(in: $0) }), !intoExisting {
            throw Failure.unavailable(
                Wording(
                    zh: "这个数据库里有真实人员，没有写入任何内容；确要复制请加 --into-existing",
                    en: "This database holds people who are no samples; nothing was written. Add --into-existing"))
        }
        let fill = SimulationFill(platform: platform, masterKey: masterKey, seed: seed, cases: cases)
        Interruption.hear()
        let progress = SimulationProgress(total: cases, unit: "cases")
        let result = try await fill.run(progress: progress, isStopped: { Interruption.isAsked })
        progress.end()
        await platform.database.close()
        print("\(result.cases) cases, \(result.events) events, \(progress.perSecond(result.cases)) cases a second")
    }
}

extension SimulateCommand {
    private func rate(_ count: Int) async throws {
        let last = ServerClock(today: try options.settings().today).now.day
        let first = from.flatMap { Day($0) } ?? last.adding(months: -months).next
        let plan = SimulationPlan(
            cases: count, seed: seed, days: first...max(first, first.adding(months: months).previous),
            scope: .everything)
        var settings = try options.settings()
        settings.today = first
        let platform = try await Platform.open(settings, logger: .server())
        while try await platform.features.events.place(limit: 2000) == 2000 {}
        let offset = try await platform.database.read { try LogStore.size(in: $0) }
        Interruption.hear()
        let progress = SimulationProgress(total: count, unit: "ratings")
        let simulation = RatingSimulation(
            plan, on: platform, offset: offset, isStopped: { Interruption.isAsked })
        try await simulation.run(told: { progress.tell($0, on: $1) })
        progress.end()
        let report = await simulation.report
        await platform.database.close()
        for line in report.lines { print(line) }
        if !report.isWhole { throw ExitCode(1) }
    }
}

/// The database that a history is written into.
struct SimulationPlace {
    let settings: Platform.Settings
    let folder: Folder
    let mayHoldCases: Bool

    /// Publishes and adds the demo's people when the database is empty, then lives through the plan.
    ///
    /// Throws `Failure.unavailable` when the database holds what is not invented.
    func run(_ plan: SimulationPlan, progress: SimulationProgress) async throws -> SimulationReport {
        var settings = settings
        // The platform's own clock stands at the beginning; the history brings its own moments.
        settings.today = plan.days.lowerBound
        let entropy = SimulationPlan.entropy(seed: plan.seed)
        let platform = try await Platform.open(settings, newLogBy: entropy.part("log", 0), logger: .server())
        do {
            let report = try await live(plan, entropy, on: platform, progress)
            await platform.database.close()
            return report
        } catch {
            await platform.database.close()
            throw error
        }
    }

    private func live(
        _ plan: SimulationPlan, _ entropy: Entropy, on platform: Platform, _ progress: SimulationProgress
    ) async throws -> SimulationReport {
        let library = try folder.library()
        let begin = Moment(plan.days.lowerBound)
        if platform.isEmpty {
            _ = try await platform.publish(library, by: .platform, at: begin, entropy: entropy.part("publish", 0))
            _ = try await SampleDesk(accounts: platform.features.accounts.desk)
                .add(entropy: entropy.part("samples", 0), at: begin)
            try await platform.features.refresh()
        } else if !mayHoldCases {
            try await mustBeDemo(platform.database)
        }
        while try await platform.features.events.place(limit: 2000) == 2000 {}
        let offset = try await platform.database.read { try LogStore.size(in: $0) }
        Interruption.hear()
        let simulation = Simulation(
            plan, on: platform, library: library, offset: offset, isStopped: { Interruption.isAsked })
        try await simulation.run(told: { progress.tell($0, on: $1) })
        progress.end()
        return await simulation.report
    }

    private func mustBeDemo(_ database: Database) async throws {
        let isDemo = try await database.read { connection in
            try !CaseStore.hasCases(in: connection) && !AccountStore.hasRealPersons(in: connection)
        }
        guard isDemo else {
            throw Failure.unavailable(
                Wording(
                    zh: "这个数据库里已有办件或真实人员，没有写入任何内容。请换一个空库，或加 --into-existing",
                    en: "This database holds cases, or people who are no samples; nothing was written. "
                        + "Name an empty one, or add --into-existing"))
        }
    }
}

extension SimulationPlan {
    /// 32 bytes that follow from the seed; nobody's secrets hang on them, because everything here is invented.
    static func entropy(seed: UInt64) -> Entropy { Entropy(SM3.hash(Array("tongban simulate \(seed)".utf8))) }
}
