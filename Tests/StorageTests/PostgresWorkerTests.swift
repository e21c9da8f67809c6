import TestSupport
import Testing
import Values

@testable import Storage

/// What only PostgreSQL does: conflicts between writers, and connections that break.
struct PostgresWorkerTests {
    @Test func `a write that met another one runs again and succeeds`() async throws {
        try await onPostgres(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}, n BIGINT); INSERT INTO t VALUES (1, 0)") }
            let runs = Counter()
            let hasRead = Gate()
            let goOn = Gate()
            async let slow: Void = database.write { connection in
                runs.add()
                let n = try connection.first("SELECT n FROM t", [])?.int(0) ?? -1
                hasRead.open()
                goOn.wait()
                try connection.execute("UPDATE t SET n = $1", [SQLValue(n + 1)])
            }
            await hasRead.opened()
            try await database.write { try $0.execute("UPDATE t SET n = 10") }
            goOn.open()
            try await slow
            #expect(runs.value == 2)
            let n = try await database.read { try $0.first("SELECT n FROM t", [])?.int(0) }
            #expect(n == 11)
        }
    }

    @Test func `two writes that wait for each other both succeed in the end`() async throws {
        try await onPostgres(.tests) { database in
            try await database.write { connection in
                try connection.script("CREATE TABLE t(id {pk}, n BIGINT); INSERT INTO t VALUES (1, 0), (2, 0)")
            }
            let kinds = await inParallel(2) { index in
                await kind {
                    try await database.write { connection in
                        try connection.execute("UPDATE t SET n = n + 1 WHERE id = $1", [SQLValue(1 + index)])
                        try connection.execute("UPDATE t SET n = n + 1 WHERE id = $1", [SQLValue(2 - index)])
                    }
                }
            }
            #expect(kinds == ["none", "none"])
            let sum = try await database.read { try $0.first("SELECT CAST(SUM(n) AS BIGINT) FROM t", [])?.int(0) }
            #expect(sum == 4)
        }
    }

    @Test func `a connection that the server ended is replaced, for reads and for writes`() async throws {
        try await onPostgres(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            _ = try await count("t", in: database)
            try await endOthers(of: database)
            // More calls than connections, so that each broken one is met.
            let kinds = await inParallel(20) { index in
                await kind {
                    try await database.write { try $0.execute("INSERT INTO t VALUES ($1)", [SQLValue(index)]) }
                    return try await count("t", in: database)
                }
            }
            #expect(kinds.allSatisfy { $0 == "none" }, "\(kinds)")
            let rows = try await count("t", in: database)
            #expect(rows == 20)
        }
    }

    @Test func `a write whose connection breaks in the middle runs again on a new one`() async throws {
        try await onPostgres(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            let runs = Counter()
            let entered = Gate()
            let goOn = Gate()
            async let slow: Void = database.write { connection in
                runs.add()
                try connection.execute("INSERT INTO t VALUES (1)")
                entered.open()
                goOn.wait()
                try connection.execute("INSERT INTO t VALUES (2)")
            }
            await entered.opened()
            try await endOthers(of: database)
            goOn.open()
            try await slow
            #expect(runs.value == 2)
            let rows = try await count("t", in: database)
            #expect(rows == 2)
        }
    }

    @Test func `a connection that breaks during the commit is not answered with success`() async throws {
        try await onPostgres(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            let runs = Counter()
            let entered = Gate()
            let goOn = Gate()
            async let slow = kind {
                try await database.write { connection in
                    runs.add()
                    try connection.execute("INSERT INTO t VALUES (1)")
                    entered.open()
                    goOn.wait()
                }
            }
            await entered.opened()
            try await endOthers(of: database)
            goOn.open()
            let found = await slow
            #expect(found == "unavailable")
            #expect(runs.value == 1, "it may have been saved, so it must not run again")
        }
    }

    @Test func `a server that cannot be reached is refused at once`() {
        let location = DatabaseLocation.postgres(connection: "host=/nonexistent dbname=none")
        #expect(throws: StorageError.self) { try Database.open(location, settings: .tests, logger: .silent) }
    }

    @Test func `a table changed by another node does not break prepared statements`() async throws {
        try await onPostgres(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}); INSERT INTO t VALUES (1)") }
            for _ in 1...3 { _ = try await database.read { try $0.query("SELECT * FROM t") } }
            try await database.write { try $0.script("ALTER TABLE t ADD COLUMN name TEXT") }
            for _ in 1...6 {
                let width = try await database.read { try $0.first("SELECT * FROM t", [])?.count }
                #expect(width == 2)
            }
        }
    }

    @Test func `the statement cache keeps its bound and every statement still works`() async throws {
        try await withPostgresLocation { location in
            guard case .postgres(let text) = location else { return }
            let settings = DatabaseSettings(
                readers: 1, writers: 1, synchronous: .off, groupLimit: 1, groupPatienceInMilliseconds: 0,
                statementLimit: 8)
            let connection = try PostgresConnection(text, writes: true, settings: settings)
            for round in 1...3 {
                for number in 1...50 {
                    let rows = try connection.query("SELECT \(number) + CAST($1 AS BIGINT)", [SQLValue(round)])
                    #expect(try rows[0].int(0) == number + round)
                }
                try connection.commit()
            }
            #expect(connection.statementCount == 8)
            let kept = try connection.first("SELECT COUNT(*) FROM pg_prepared_statements", [])?.int(0) ?? 0
            #expect(kept <= 12, "the server forgets them as well")
        }
    }

    @Test func `a pipeline longer than any buffer arrives whole`() async throws {
        try await onPostgres(.tests) { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}, body TEXT)") }
            let body = String(repeating: "字", count: 2000)
            try await database.write { connection in
                let sql = "INSERT INTO t VALUES ($1, $2) RETURNING body"
                for index in 0..<2000 {
                    try connection.enqueue(sql, [SQLValue(index), .text(body)])
                }
            }
            let rows = try await count("t", in: database)
            #expect(rows == 2000)
        }
    }
}

/// Ends every other connection to the same database, as a restart of the server would.
private func endOthers(of database: Database) async throws {
    try await database.write { connection in
        try connection.query(
            """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            """)
    }
}
