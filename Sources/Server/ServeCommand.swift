import ArgumentParser
import Features
import Foundation
import Hummingbird
import Logging
import Proofs
import ServiceLifecycle
import Values
import Web

/// Serves the platform.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the platform.",
        discussion: """
            Opens the database (and makes it when there is none), publishes Services/ and Territory/ into an empty \
            one, and answers on the address until it is told to stop (Ctrl-C).

            With --demo it adds invented people of every role and prints how to sign in as each of them. The demo's \
            registers are stand-ins with sample data, and say so.
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on.")
    var port = 8080

    @Flag(help: "Adds sample people of every role and prints how to sign in.")
    var demo = false

    @Flag(help: "The site is reached by https (a proxy in front ends it): cookies are marked secure.")
    var secure = false

    @Option(help: "Seconds that a client may take to begin a request, and to go on with its body.")
    var patience = 30

    func validate() throws {
        guard (1...3600).contains(patience) else { throw ValidationError("--patience is 1 to 3600 seconds.") }
    }

    func run() async throws {
        let logger = Logger.server()
        do {
            let platform = try await Platform.open(try options.settings(), logger: logger)
            if platform.isEmpty {
                let published = try await platform.publish(try Folder(path: options.folder).library(), by: .platform)
                print("Published \(published.count) parts of Services/ and Territory/.")
            }
            if demo { try await addSamples(to: platform) }
            try await serve(platform, logger: logger)
            await platform.database.close()
        } catch {
            try endWithSentence(error)
        }
    }

    private func addSamples(to platform: Platform) async throws {
        let samples = SampleDesk(accounts: platform.features.accounts.desk)
        let added = try await samples.add(entropy: Entropy(ServerClock.draw(32)), at: platform.clock.now)
        try await platform.features.refresh()
        if added > 0 { print("Added \(added) sample people.") }
        for line in SamplePeople.lines { print(line) }
    }

    private func serve(_ platform: Platform, logger: Logger) async throws {
        let router = FrontDoor.router(of: platform, site: .sample, cookies: CookiePolicy(isSecure: secure))
        let address = "http://\(host):\(port)"
        var quiet = Logger(label: "http") { StreamLogHandler.standardError(label: $0) }
        quiet.logLevel = .warning
        let seconds = patience
        let application = Application(
            router: router,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [SlowClientHandler(patienceInSeconds: seconds)])),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil, backlog: 1024, reuseAddress: true),
            onServerRunning: { _ in
                print("通办 Tongban: \(address)  (today is \(platform.clock.now.day))")
                ServeCommand.flush()
            },
            logger: quiet)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [application, Leaders(platform: platform)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
        try await group.run()
    }

    private static func flush() { fflush(nil) }
}
