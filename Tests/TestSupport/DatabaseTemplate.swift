import Foundation
import Storage

/// A database that is made once in a process; each test begins with a copy of it on each engine.
///
/// For what takes seconds to make, as a platform with all its services published. Only so many tests work on copies at
/// once, because each holds much in memory.
package actor DatabaseTemplate {
    private let make: @Sendable (Database) async throws -> Void
    private let turnstile: Turnstile
    private var file: Task<String, any Error>?
    private var name: Task<String?, any Error>?

    /// - Parameters:
    ///   - places: how many tests may work at once, at least 1.
    ///   - make: fills an empty database; asked at most once for each engine.
    package init(places: Int, _ make: @escaping @Sendable (Database) async throws -> Void) {
        turnstile = Turnstile(places: places)
        self.make = make
    }

    /// Runs a test body on a copy on each engine.
    package nonisolated func onBothEngines(_ body: (Database) async throws -> Void) async throws {
        try await onSQLite(body)
        try await onPostgres(body)
    }

    /// The SQLite half of `onBothEngines`.
    package nonisolated func onSQLite(_ body: (Database) async throws -> Void) async throws {
        let template = try await sqliteFile()
        try await turnstile.pass {
            try await withSQLiteLocation { location in
                guard case .sqlite(let path) = location else { return }
                try FileManager.default.copyItem(atPath: template, toPath: path)
                try await using(location, .tests, body)
            }
        }
    }

    /// The PostgreSQL half of `onBothEngines`.
    package nonisolated func onPostgres(_ body: (Database) async throws -> Void) async throws {
        guard let template = try await postgresName() else { return try PostgresMissing.report() }
        try await turnstile.pass {
            try await withPostgresLocation(template: template) { try await using($0, .tests, body) }
        }
    }

    private func sqliteFile() async throws -> String {
        if let file { return try await file.value }
        let make = make
        let task = Task { () -> String in
            let folder = TemplateFolder.path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let path = folder + "/\(UUID().uuidString).sqlite"
            // Closing brings the log of writes back into the file.
            try await using(.sqlite(path: path), .tests, make)
            return path
        }
        file = task
        return try await task.value
    }

    private func postgresName() async throws -> String? {
        if let name { return try await name.value }
        let make = make
        let task = Task { () -> String? in
            guard let server = TestServer.shared else { return nil }
            let name = try server.create(template: "template0")
            try await using(.postgres(connection: "\(server.connection) dbname=\(name)"), .tests, make)
            return name
        }
        name = task
        return try await task.value
    }
}

/// Where templates lie until the process ends.
private enum TemplateFolder {
    static let path: String = {
        atexit { try? FileManager.default.removeItem(atPath: TemplateFolder.name) }
        return name
    }()

    private static let name = FileManager.default.temporaryDirectory
        .appendingPathComponent("tongban-templates-\(ProcessInfo.processInfo.processIdentifier)").path
}

/// Lets only so many tests in at once.
actor Turnstile {
    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { self.places = places }

    nonisolated func pass(_ body: () async throws -> Void) async throws {
        await enter()
        do {
            try await body()
        } catch {
            await leave()
            throw error
        }
        await leave()
    }

    private func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
