import ArgumentParser
import Logging
import Values

/// Publishes what changed in the folder.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes what changed in Services/ and Territory/.",
        discussion: """
            Checks everything first and publishes nothing when there is an error. Each changed definition is an event \
            that names who published it; cases already filed keep the version they pin. A running server takes up \
            the change within seconds.
            """)

    @OptionGroup var options: DatabaseOptions

    @Option(help: ArgumentHelp("Id of the post of whoever answers for it.", valueName: "name"))
    var by: String

    func validate() throws {
        guard !by.isEmpty, by.utf8.count <= 100 else { throw ValidationError("--by: name who publishes") }
    }

    func run() async throws {
        do {
            let platform = try await Platform.open(try options.settings(), logger: .server())
            let actor = Actor(by) ?? .post(by)
            let published = try await platform.publish(try Folder(path: options.folder).library(), by: actor)
            print(
                published.isEmpty
                    ? "Nothing changed." : "Published: \(published.joined(separator: ", ")).")
            await platform.database.close()
        } catch {
            try endWithSentence(error)
        }
    }
}
