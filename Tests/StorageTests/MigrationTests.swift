import Storage
import TestSupport
import Testing

struct MigrationTests {
    private static let first = Migration(
        id: "cases-001", sql: "CREATE TABLE a(id {pk}, body {json}); CREATE INDEX a_id ON a(id)")
    private static let second = Migration(id: "cases-002", sql: "ALTER TABLE a ADD COLUMN n BIGINT")

    @Test func `missing steps run once, in order`() async throws {
        try await onBothEngines { database in
            try await database.migrate([Self.first])
            try await database.migrate([Self.first, Self.second])
            try await database.migrate([Self.first, Self.second])
            try await database.write { try $0.execute("INSERT INTO a(id, body, n) VALUES (1, '{}', 2)") }
            let ids = try await database.read { connection in
                try connection.query("SELECT id FROM migration ORDER BY place").map { try $0.text(0) }
            }
            #expect(ids == ["cases-001", "cases-002"])
        }
    }

    @Test func `a step may differ between the engines`() async throws {
        let step = Migration(
            id: "search-001",
            sqlite: "CREATE VIRTUAL TABLE s USING fts5(words)",
            postgres: "CREATE TABLE s(words TSVECTOR)")
        try await onBothEngines { database in
            try await database.migrate([step])
            try await database.migrate([step])
            let rows = try await database.read { try $0.query("SELECT words FROM s") }
            #expect(rows.isEmpty)
        }
    }

    @Test func `all missing steps run or none`() async throws {
        let broken = Migration(id: "cases-002", sql: "CREATE TABLE b(id {pk}); CREATE TABLE a(id {pk})")
        try await onBothEngines { database in
            await #expect(throws: StorageError.self) { try await database.migrate([Self.first, broken]) }
            let steps = try await count("migration", in: database)
            #expect(steps == 0)
            // Also the tables of the first step are not there, so it can run.
            try await database.migrate([Self.first, Self.second])
        }
    }

    @Test func `an edited step is refused, with a sentence that says what to do`() async throws {
        let edited = Migration(id: "cases-001", sql: "CREATE TABLE a(id {pk})")
        try await onBothEngines { database in
            try await database.migrate([Self.first])
            let error = await #expect(throws: StorageError.editedMigration("cases-001")) {
                try await database.migrate([edited, Self.second])
            }
            #expect("\(try #require(error))".contains("new migration at the end"))
            let steps = try await count("migration", in: database)
            #expect(steps == 1)
        }
    }

    @Test func `a database written by a newer version is refused, with a sentence that says what to do`() async throws {
        try await onBothEngines { database in
            try await database.migrate([Self.first, Self.second])
            let error = await #expect(throws: StorageError.newerDatabase("cases-002")) {
                try await database.migrate([Self.first])
            }
            #expect("\(try #require(error))".contains("newer version"))
        }
    }

    @Test func `several nodes may migrate at once`() async throws {
        try await onBothLocations { location in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...8 {
                    group.addTask {
                        let node = try Database.open(location, settings: .tests, logger: .silent)
                        do { try await node.migrate([Self.first, Self.second]) } catch {
                            await node.close()
                            throw error
                        }
                        await node.close()
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
