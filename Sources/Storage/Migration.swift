import Values

/// One step of the schema. Steps are only ever added at the end of a feature's list, never edited.
package struct Migration: Hashable, Sendable {
    /// Its name for ever, for example `cases-001`.
    package let id: String
    private let sqlite: String
    private let postgres: String

    /// - Parameter sql: statements that both engines understand, separated by semicolons.
    package init(id: String, sql: String) {
        self.init(id: id, sqlite: sql, postgres: sql)
    }

    /// For the few things that the words of the dialects do not cover, such as full-text search.
    package init(id: String, sqlite: String, postgres: String) {
        self.id = id
        self.sqlite = sqlite
        self.postgres = postgres
    }

    func sql(for engine: Engine) -> String {
        switch engine {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }
}

extension Database {
    /// Brings the schema up to date, in one change: all missing steps or none. Several nodes may do so at once.
    ///
    /// The table `migration` keeps the whole text of each step that was run, so that an edit shows and an auditor can
    /// read it. Throws `StorageError.newerDatabase` when the database holds steps that are not in `migrations`, and
    /// `StorageError.editedMigration` when a step that was run has another text now; nothing is changed then.
    package func migrate(_ migrations: [Migration]) async throws {
        precondition(Set(migrations.map(\.id)).count == migrations.count, "two migrations have the same id")
        try await makeTable()
        let engine = engine
        try await write { connection in
            if engine == .postgres {
                // The lock comes before the snapshot, so that what another node has just done is seen.
                try connection.execute("LOCK TABLE migration IN EXCLUSIVE MODE")
            }
            let known = try Database.texts(in: connection)
            try Database.check(known, against: migrations, engine: engine)
            for migration in migrations where known[migration.id] == nil {
                try connection.script(migration.sql(for: engine))
                try connection.execute(
                    "INSERT INTO migration(id, place, text) VALUES ($1, (SELECT COUNT(*) FROM migration), $2)",
                    [.text(migration.id), .text(migration.sql(for: engine))])
            }
        }
    }

    private func makeTable() async throws {
        let engine = engine
        try await write { connection in
            if engine == .postgres {
                // Two nodes that make it at the same moment would otherwise meet in PostgreSQL's own catalogue.
                try connection.query("SELECT pg_advisory_xact_lock(hashtextextended('migration', 0))")
            }
            try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS migration(
                    id TEXT NOT NULL PRIMARY KEY, place BIGINT NOT NULL UNIQUE, text TEXT NOT NULL)
                """)
        }
    }

    private static func texts(in connection: any Connection) throws -> [String: String] {
        let rows = try connection.query("SELECT id, text FROM migration")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.text(0), try $0.text(1)) })
    }

    private static func check(
        _ known: [String: String], against migrations: [Migration], engine: Engine
    ) throws {
        let newer = Set(known.keys).subtracting(migrations.map(\.id)).sorted()
        guard newer.isEmpty else { throw StorageError.newerDatabase(newer.joined(separator: ", ")) }
        let edited = migrations.filter { migration in
            known[migration.id].map { $0 != migration.sql(for: engine) } ?? false
        }
        guard edited.isEmpty else {
            throw StorageError.editedMigration(edited.map(\.id).joined(separator: ", "))
        }
    }
}
