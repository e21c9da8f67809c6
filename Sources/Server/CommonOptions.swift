import ArgumentParser
import Foundation
import Logging
import Storage
import Values

/// Options of every command that opens the database.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "SQLite file, or a PostgreSQL address (postgres://… or host=…).")
    var database = ".local/tongban.sqlite"

    @Option(help: ArgumentHelp("File with the master key: 32 random bytes, mode 0600.", valueName: "file"))
    var masterKey = ".local/master.key"

    @Option(help: "Folder that holds Services/, Territory/ and Samples/.")
    var folder = "."

    @Option(help: ArgumentHelp("Sets the day, as 2026-03-02; the time of day runs on.", valueName: "day"))
    var today: String?

    func settings() throws -> Platform.Settings {
        guard let location = DatabaseLocation(database) else {
            throw ValidationError("--database \(database): neither a file nor a PostgreSQL address")
        }
        var day: Day?
        if let today {
            guard let parsed = Day(today) else {
                throw ValidationError("--today \(today): not a date; write it as 2026-03-02")
            }
            day = parsed
        }
        if case .sqlite(let path) = location { try makeFolder(of: path) }
        return Platform.Settings(
            location: location, database: .standard, masterKeyFile: masterKey, today: day,
            folder: Folder(path: folder))
    }

    private func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
}

/// Says on the standard error why a command could not do its work, and ends it with code 1.
func endWithSentence(_ error: any Error) throws -> Never {
    let sentence: String
    switch error {
    case let failure as Failure: sentence = failure.sentence
    case let error as StorageError: sentence = "\(error)"
    default: throw error
    }
    FileHandle.standardError.write(Data((sentence + "\n").utf8))
    throw ExitCode(1)
}

extension Failure {
    /// For an administrator at a terminal, in both languages.
    var sentence: String {
        switch self {
        case .problems(let problems):
            return problems.map { "\($0.place): \($0.message.en)；\($0.message.zh) → \($0.remedy.en)" }
                .joined(separator: "\n")
        case .forbidden(let wording), .notFound(let wording), .unavailable(let wording),
            .conflict(_, let wording, _):
            return wording.en + "\n" + wording.zh
        default: return "\(self)"
        }
    }
}

extension Logger {
    /// Writes to the standard error, notices and above.
    static func server() -> Logger {
        var logger = Logger(label: "tongban") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }
}
