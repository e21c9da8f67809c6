import Foundation
import Values

@testable import Server

/// The program itself, as an operator starts it; it lies beside the test bundle.
enum ServerProgram {
    struct Ended {
        let code: Int32
        /// What it said on both outputs.
        let text: String
    }

    /// The folder of the repository, with `Services/` and `Territory/`.
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Runs a command to its end.
    static func run(_ arguments: [String]) throws -> Ended {
        let process = try prepared(arguments)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ended(code: process.terminationStatus, text: String(decoding: bytes, as: UTF8.self))
    }

    static func prepared(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = try path()
        process.arguments = arguments
        return process
    }

    struct Missing: Error {
        let folder: String
    }

    private static func path() throws -> URL {
        let own = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let folders = [own.deletingLastPathComponent(), URL(filePath: root + "/.build/debug")]
        // The product's name, and that of its target where it is built without the product.
        for folder in folders {
            for name in ["tongban", "Server"] {
                let file = folder.appending(path: name)
                if FileManager.default.isExecutableFile(atPath: file.path) { return file }
            }
        }
        throw Missing(folder: folders[0].path)
    }
}

/// A folder for one test with a master key in it, gone afterwards.
struct ServerFolder {
    let path: String

    var key: String { path + "/master.key" }
    var database: String { path + "/test.sqlite" }

    static func with(_ body: (ServerFolder) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let folder = ServerFolder(path: path)
        folder.writeKey(7, mode: 0o600)
        do {
            try await body(folder)
        } catch {
            try FileManager.default.removeItem(atPath: path)
            throw error
        }
        try FileManager.default.removeItem(atPath: path)
    }

    func writeKey(_ byte: UInt8, mode: Int) {
        try? FileManager.default.removeItem(atPath: key)
        FileManager.default.createFile(
            atPath: key, contents: Data(repeating: byte, count: 32), attributes: [.posixPermissions: mode])
    }

    /// Options of every command that opens the database.
    func options(database: String) -> [String] {
        [
            "--database", database, "--master-key", key, "--folder", ServerProgram.root, "--today", "2026-03-02",
        ]
    }

    var options: [String] { options(database: database) }
}

/// A server that runs, until it is killed.
final class ServerProcess {
    let port: Int
    private let process: Process

    struct NotStarted: Error {
        let text: String
    }

    /// Starts `serve --demo` and returns when it listens.
    init(_ options: [String]) throws {
        port = try BenchClient.freePort()
        process = try ServerProgram.prepared(["serve", "--demo", "--port", "\(port)"] + options)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        var text = ""
        while !text.contains("通办 Tongban: http") {
            let bytes = output.fileHandleForReading.availableData
            guard !bytes.isEmpty else {
                process.waitUntilExit()
                throw NotStarted(text: text)
            }
            text += String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The number of the process, for `kill`.
    var id: Int32 { process.processIdentifier }

    /// Ends it as a power cut does: at once, and with no word to the program.
    static func kill(_ id: Int32) { Glibc.kill(id, SIGKILL) }

    func waitUntilGone() { process.waitUntilExit() }
}
