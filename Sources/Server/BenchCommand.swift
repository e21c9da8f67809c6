import ArgumentParser

/// Measures the platform on this machine.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures the platform; prints JSON lines.")

    func run() async throws {}
}
