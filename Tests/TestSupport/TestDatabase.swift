import CPQ
import Foundation
import Logging
import Storage

/// Runs a test body on a fresh database of each engine: SQLite in a temporary folder, PostgreSQL in a database of its
/// own on the server of `TONGBAN_TEST_POSTGRES` (see `Scripts/with-postgres.sh`). Both are gone afterwards.
///
/// Without that variable the PostgreSQL half does not run and says so once; it fails when the variable
/// `TONGBAN_REQUIRE_POSTGRES` is 1 or `CI` is `true`.
package func onBothEngines(_ body: (Database) async throws -> Void) async throws {
    try await onSQLite(.tests, body)
    try await onPostgres(.tests, body)
}

/// The SQLite half of `onBothEngines`, for what only SQLite does.
package func onSQLite(_ settings: DatabaseSettings, _ body: (Database) async throws -> Void) async throws {
    try await withSQLiteLocation { try await using($0, settings, body) }
}

/// The PostgreSQL half of `onBothEngines`, for what only PostgreSQL does.
package func onPostgres(_ settings: DatabaseSettings, _ body: (Database) async throws -> Void) async throws {
    try await withPostgresLocation { try await using($0, settings, body) }
}

/// For tests that open a database themselves, or more than once.
package func onBothLocations(_ body: (DatabaseLocation) async throws -> Void) async throws {
    try await withSQLiteLocation(body)
    try await withPostgresLocation(body)
}

/// A file that does not exist yet, in a fresh temporary folder that is deleted afterwards.
package func withSQLiteLocation(_ body: (DatabaseLocation) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
        try await body(.sqlite(path: folder.appendingPathComponent("test.sqlite").path))
    } catch {
        try FileManager.default.removeItem(at: folder)
        throw error
    }
    try FileManager.default.removeItem(at: folder)
}

/// An empty database on the test server, dropped afterwards even when connections are still open.
package func withPostgresLocation(_ body: (DatabaseLocation) async throws -> Void) async throws {
    try await withPostgresLocation(template: "template0", body)
}

/// A copy of a database on the test server to which nobody is connected; dropped afterwards.
func withPostgresLocation(template: String, _ body: (DatabaseLocation) async throws -> Void) async throws {
    guard let server = TestServer.shared else { return try PostgresMissing.report() }
    try await server.turnstile.pass {
        let name = try server.create(template: template)
        do {
            try await body(.postgres(connection: "\(server.connection) dbname=\(name)"))
        } catch {
            try server.drop(name)
            throw error
        }
        try server.drop(name)
    }
}

extension DatabaseSettings {
    /// Small, and without waiting for the disk.
    package static let tests = DatabaseSettings(
        readers: 2, writers: 3, synchronous: .off, groupLimit: 64, groupPatienceInMilliseconds: 0,
        statementLimit: 256)
}

/// Says that the PostgreSQL half of the tests did not run.
package struct PostgresMissing: Error, CustomStringConvertible {
    package let description =
        "PostgreSQL tests were not run: TONGBAN_TEST_POSTGRES is not set; use Scripts/with-postgres.sh"

    static func report() throws {
        let environment = ProcessInfo.processInfo.environment
        if environment["TONGBAN_REQUIRE_POSTGRES"] == "1" || environment["CI"] == "true" { throw PostgresMissing() }
        _ = printedOnce
    }

    private static let printedOnce: Void = print("NOT RUN: \(PostgresMissing().description)")
}

func using(
    _ location: DatabaseLocation, _ settings: DatabaseSettings, _ body: (Database) async throws -> Void
) async throws {
    let database = try Database.open(location, settings: settings, logger: .silent)
    do {
        try await body(database)
    } catch {
        await database.close()
        throw error
    }
    await database.close()
}

extension Logger {
    /// Tests provoke errors on purpose; their log lines would only hide real ones.
    package static var silent: Logger { Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() } }
}

/// The PostgreSQL server the tests may use.
final class TestServer: Sendable {
    let connection: String
    /// Keeps the number of open databases, and so of connections, within what the server allows.
    let turnstile = Turnstile(places: 12)

    static let shared: TestServer? = ProcessInfo.processInfo.environment["TONGBAN_TEST_POSTGRES"]
        .flatMap { $0.isEmpty ? nil : TestServer(connection: $0) }

    private init(connection: String) { self.connection = connection }

    func create(template: String) throws -> String {
        let name = "test_" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
        try run("CREATE DATABASE \(name) TEMPLATE \(template)")
        return name
    }

    func drop(_ name: String) throws { try run("DROP DATABASE \(name) WITH (FORCE)") }

    /// Not through `Storage`, which wraps everything in transactions; these statements refuse one.
    private func run(_ sql: String) throws {
        let handle = PQconnectdb(connection)
        defer { PQfinish(handle) }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw StorageError.other(code: "test server", text: String(cString: PQerrorMessage(handle)))
        }
    }
}
