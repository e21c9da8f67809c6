import ArgumentParser

/// The one program: serves the platform, and looks after its definitions and its database.
@main
struct TongbanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tongban",
        abstract: "通办: a city's government services in one program.",
        discussion: """
            Start with `tongban serve --demo`, which makes a database with sample people and prints how to sign in.
            Every command explains itself with --help.
            """,
        subcommands: [
            ServeCommand.self, CheckCommand.self, PublishCommand.self, RebuildCommand.self, SimulateCommand.self,
            BenchCommand.self, TckCommand.self, ImportCommand.self,
        ])
}
