import Foundation
import TestSupport
import Testing
import Values

@testable import Storage

/// What only SQLite does: groups of writes that are committed together.
struct SQLiteWorkersTests {
    @Test func `writes that wait are committed as one group, and none is answered before the commit`() async throws {
        try await onSQLite(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            let answered = Counter()
            let group = try await HeldGroup.start(database)
            async let kinds = inParallel(10) { index in
                await kind {
                    try await database.write { connection in
                        try connection.execute("INSERT INTO t VALUES ($1)", [SQLValue(index)])
                        // The last of the group looks whether one of the others was told already.
                        group.note("\(answered.value)")
                    }
                    answered.add()
                }
            }
            await group.release(whenWaiting: 10, in: database)
            let found = await kinds
            #expect(found == Array(repeating: "none", count: 10))
            #expect(group.notes == Array(repeating: "0", count: 10))
        }
    }

    @Test func `a closure that loses the transaction of the group takes no other down`() async throws {
        try await onSQLite(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}); INSERT INTO t VALUES (3)") }
            let group = try await HeldGroup.start(database)
            // Number 3 breaks a constraint with the clause that ends the whole transaction.
            async let kinds = inParallel(8) { index in
                await kind {
                    try await database.write { connection in
                        try connection.execute("INSERT OR ROLLBACK INTO t VALUES ($1)", [SQLValue(index)])
                    }
                }
            }
            await group.release(whenWaiting: 8, in: database)
            let found = await kinds
            #expect(found == (0..<8).map { $0 == 3 ? "unique" : "none" })
            let rows = try await count("t", in: database)
            #expect(rows == 8)
        }
    }

    @Test func `a swallowed loss of the transaction is not answered with success`() async throws {
        try await onSQLite(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}); INSERT INTO t VALUES (1)") }
            let found = await kind {
                try await database.write { connection in
                    _ = try? connection.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
                    // Without a transaction this would be saved at once, behind everybody's back.
                    _ = try? connection.execute("INSERT INTO t VALUES (2)")
                }
            }
            #expect(found == "unique")
            let rows = try await count("t", in: database)
            #expect(rows == 1)
        }
    }

    @Test func `a constraint checked at the commit fails only the write that broke it`() async throws {
        try await onSQLite(.tests) { database in
            try await database.write { connection in
                try connection.script(
                    """
                    CREATE TABLE parent(id {pk});
                    CREATE TABLE child(parent BIGINT NOT NULL REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED);
                    INSERT INTO parent VALUES (0), (1), (2), (4), (5);
                    """)
            }
            let group = try await HeldGroup.start(database)
            async let kinds = inParallel(6) { index in
                await kind {
                    try await database.write { try $0.execute("INSERT INTO child VALUES ($1)", [SQLValue(index)]) }
                }
            }
            await group.release(whenWaiting: 6, in: database)
            let found = await kinds
            #expect(found == (0..<6).map { $0 == 3 ? "foreignKey" : "none" })
            let rows = try await count("child", in: database)
            #expect(rows == 5)
        }
    }

    @Test(arguments: [0, 7, 19])
    func `a full disk inside a group loses nobody's truth and answers no false success`(large: Int) async throws {
        try await onSQLite(.tests) { database in
            try await database.write { connection in
                try connection.script("CREATE TABLE t(id {pk}, body {blob} NOT NULL)")
                try connection.execute("INSERT INTO t VALUES (-1, $1)", [.blob(Array(repeating: 7, count: 40_000))])
                let pages = try connection.first("PRAGMA page_count", [])?.int(0) ?? 0
                try connection.query("PRAGMA max_page_count=\(pages + 20)")
            }
            let group = try await HeldGroup.start(database)
            async let kinds = inParallel(20) { index in
                await kind {
                    try await database.write { connection in
                        let body = [UInt8](repeating: 1, count: index == large ? 1_000_000 : 50)
                        try connection.execute("INSERT INTO t VALUES ($1, $2)", [SQLValue(index), .blob(body)])
                    }
                }
            }
            await group.release(whenWaiting: 20, in: database)
            let found = await kinds
            #expect(found == (0..<20).map { $0 == large ? "unavailable" : "none" })
            let ids = try await database.read { try $0.query("SELECT id FROM t ORDER BY id").map { try $0.int(0) } }
            #expect(ids == [-1] + (0..<20).filter { $0 != large })
        }
    }

    @Test func `when nothing fits any more every answer is still true`() async throws {
        try await onSQLite(.tests) { database in
            try await database.write { connection in
                try connection.script("CREATE TABLE t(id {pk}, body {blob} NOT NULL)")
                let pages = try connection.first("PRAGMA page_count", [])?.int(0) ?? 0
                try connection.query("PRAGMA max_page_count=\(pages + 30)")
            }
            let kinds = await inParallel(100) { index in
                await kind {
                    try await database.write { connection in
                        let body = SQLValue.blob(Array(repeating: 1, count: 3000))
                        try connection.execute("INSERT INTO t VALUES ($1, $2)", [SQLValue(index), body])
                    }
                }
            }
            let promised = kinds.indices.filter { kinds[$0] == "none" }
            let saved = try await database.read { try $0.query("SELECT id FROM t ORDER BY id").map { try $0.int(0) } }
            #expect(saved == promised)
            #expect(promised.count > 10 && promised.count < 60)
            #expect(Set(kinds) == ["none", "unavailable"])
            // Space that is freed can be used again.
            try await database.write { try $0.execute("DELETE FROM t") }
            try await database.write { try $0.execute("INSERT INTO t VALUES (1, $1)", [.blob([1])]) }
        }
    }

    @Test func `a path that cannot be opened is refused at once`() {
        let location = DatabaseLocation.sqlite(path: "/nonexistent/folder/test.sqlite")
        #expect(throws: StorageError.self) { try Database.open(location, settings: .tests, logger: .silent) }
    }

    @Test func `the server waits for the disk, and readers cannot write`() async throws {
        try await onSQLite(.standard) { database in
            let (journal, synchronous) = try await database.write { connection in
                (
                    try connection.first("PRAGMA journal_mode", [])?.text(0),
                    try connection.first("PRAGMA synchronous", [])?.int(0)
                )
            }
            #expect(journal == "wal")
            #expect(synchronous == 2)
            let queryOnly = try await database.read { try $0.first("PRAGMA query_only", [])?.int(0) }
            #expect(queryOnly == 1)
        }
    }

    /// Closing all connections at once left the log of writes beside the file in about one of forty times.
    @Test func `what was closed lies in one file`() async throws {
        let settings = DatabaseSettings(
            readers: 6, writers: 1, synchronous: .off, groupLimit: 1, groupPatienceInMilliseconds: 0, statementLimit: 8)
        for _ in 1...100 {
            try await withSQLiteLocation { location in
                guard case .sqlite(let path) = location else { return }
                let database = try Database.open(location, settings: settings, logger: .silent)
                try await database.write { connection in
                    try connection.script("CREATE TABLE piece (text TEXT NOT NULL)")
                    for _ in 1...100 {
                        try connection.execute(
                            "INSERT INTO piece(text) VALUES ($1)", [.text(String(repeating: "x", count: 400))])
                    }
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 1...settings.readers {
                        group.addTask { try await database.read { _ = try $0.query("SELECT * FROM piece", []) } }
                    }
                    try await group.waitForAll()
                }
                await database.close()
                #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            }
        }
    }

    @Test func `the statement cache keeps its bound and every statement still works`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongban-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = DatabaseSettings(
            readers: 1, writers: 1, synchronous: .off, groupLimit: 1, groupPatienceInMilliseconds: 0, statementLimit: 8)
        let connection = try SQLiteConnection(
            path: folder.appendingPathComponent("a.sqlite").path, writes: true, settings: settings)
        for round in 1...3 {
            for number in 1...50 {
                #expect(try connection.query("SELECT \(number) + $1", [SQLValue(round)])[0].int(0) == number + round)
            }
        }
        #expect(connection.statementCount == 8)
    }
}

/// Holds the writer inside a first write, so that the next ones wait and become one group.
private final class HeldGroup: Sendable {
    private let gate = Gate()
    private let lines = Lines()

    static func start(_ database: Database) async throws -> HeldGroup {
        let group = HeldGroup()
        let entered = Gate()
        Task {
            try await database.write { _ in
                entered.open()
                group.gate.wait()
            }
        }
        await entered.opened()
        return group
    }

    /// Lets the writer go on as soon as that many writes wait.
    func release(whenWaiting count: Int, in database: Database) async {
        while database.waitingWrites < count { await Task.yield() }
        gate.open()
    }

    func note(_ line: String) { lines.add(line) }
    var notes: [String] { lines.all }
}
