import Definitions
import Features
import Logging
import Proofs
import Storage
import Values

/// The whole platform, opened and ready: database, log, features.
struct Platform: Sendable {
    let database: Database
    let features: AllFeatures
    let deployment: Deployment
    let clock: ServerClock
    let logger: Logger
    /// Holds the description of the interface, besides the law as data.
    let folder: Folder

    /// Where everything lies and how it is opened.
    struct Settings: Sendable {
        var location: DatabaseLocation
        var database: DatabaseSettings
        var masterKeyFile: String
        var today: Day?
        var folder: Folder
    }

    /// Opens the database, brings its tables up to date, and makes what follows from the log when that is needed.
    ///
    /// Throws a `Failure` or `StorageError` whose sentence says what to do; nothing was changed then.
    static func open(_ settings: Settings, logger: Logger) async throws -> Platform {
        try await open(settings, newLogBy: Entropy(ServerClock.draw(32)), logger: logger)
    }

    /// The same with chance from outside.
    ///
    /// - Parameter entropy: gives the id of the log, when there is none yet.
    static func open(_ settings: Settings, newLogBy entropy: Entropy, logger: Logger) async throws -> Platform {
        let clock = ServerClock(today: settings.today)
        let key = try MasterKeyFile.read(settings.masterKeyFile)
        let database = try Database.open(settings.location, settings: settings.database, logger: logger)
        try await database.migrate(AllFeatures.migrations)
        let newLog: Identifier<Deployment> = entropy.identifier("log", 0, at: Moment(clock.now.day))
        let deployment = try await EventLog.open(
            database, key: key, from: settings.masterKeyFile, newLog: newLog.text)
        guard let key else {
            throw Failure.defect("the log of \(deployment.log) was opened without a master key")
        }
        let registers = try RegisterSamples.read(try settings.folder.texts(below: ["Samples"])).map(\.register)
        let features = AllFeatures(
            AllFeatures.Ground(
                database: database, deployment: deployment, masterKey: key, registers: Registers(registers)))
        let platform = Platform(
            database: database, features: features, deployment: deployment, clock: clock, logger: logger,
            folder: settings.folder)
        try await platform.prepare()
        return platform
    }

    private func prepare() async throws {
        let rebuild = features.rebuild(database)
        let stale = try await rebuild.prepare()
        try await features.refresh()
        guard !stale.isEmpty else { return }
        logger.notice("tables of another version are made anew: \(stale.joined(separator: ", "))")
        try await features.catalogue.desk.compileAll()
        _ = try await rebuild.run()
        try await features.refresh()
    }

    /// Publishes what changed in the folder: regions, units and calendars first, then the services, items and lists.
    /// Gives what it did.
    ///
    /// Throws `Failure.problems` with everything the check finds wrong; then nothing is published.
    func publish(_ library: Library, by actor: Actor) async throws -> [String] {
        try await publish(library, by: actor, at: clock.now, entropy: Entropy(ServerClock.draw(32)))
    }

    /// The same with time and chance from outside.
    func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> [String] {
        let errors = Checker(library).check().filter { $0.severity == .error }
        guard errors.isEmpty else { throw Failure.problems(errors.map(\.problem)) }
        let places = try await features.territory.desk.publish(
            library, by: actor, at: moment, entropy: entropy.part("territory", 0))
        let services = try await features.catalogue.desk.publish(
            library, by: actor, at: moment, entropy: entropy.part("catalogue", 0))
        let items = try await features.catalogue.desk.items.publish(
            library, by: actor, at: moment, entropy: entropy.part("items", 0))
        let lists = try await features.lists.desk.publish(
            library, by: actor, at: moment, entropy: entropy.part("lists", 0))
        let words = try await features.search.desk.vocabulary.publish(
            library, by: actor, at: moment, entropy: entropy.part("vocabulary", 0))
        let metrics = try await features.supervision.metrics.publish(
            library, by: actor, at: moment, entropy: entropy.part("metrics", 0))
        return (places ? ["Territory"] : []) + services + items.map { "items/" + $0 }
            + lists.map { "lists/" + $0 } + (words ? ["themes.yaml, search.yaml"] : [])
            + (metrics ? ["metrics.yaml"] : [])
    }

    /// Whether nothing was ever published here.
    var isEmpty: Bool { features.territory.desk.current.regions.isEmpty }
}
