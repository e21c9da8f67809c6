/// Where the data lie.
package enum DatabaseLocation: Hashable, Sendable {
    /// A file; its folder must exist.
    case sqlite(path: String)
    /// A connection string of libpq: `postgres://…`, or `host=… dbname=…`.
    case postgres(connection: String)

    /// Reads what an operator writes: `postgres://…`, `postgresql://…` or `key=value …` mean PostgreSQL, a path
    /// (also `sqlite:path`) a file. Nil when the text is empty.
    package init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(connection: text)
        } else if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty else { return nil }
            self = .sqlite(path: path)
        } else if DatabaseLocation.isKeyValue(text) {
            self = .postgres(connection: text)
        } else {
            self = .sqlite(path: text)
        }
    }

    package var engine: Engine {
        switch self {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }

    /// A path with an equals sign in it is still a path: the word before the sign must be a key of libpq.
    private static func isKeyValue(_ text: String) -> Bool {
        guard let equals = text.firstIndex(of: "=") else { return false }
        return ["host", "hostaddr", "port", "dbname", "user", "service", "passfile", "password", "sslmode", "options"]
            .contains(String(text[..<equals]).trimmed)
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

/// How a database is opened. There are no defaults here: `standard` is the policy of the server.
package struct DatabaseSettings: Hashable, Sendable {
    /// What a commit waits for.
    package enum Synchronous: Hashable, Sendable {
        /// The disk: what was answered survives a power cut.
        case full
        /// Nothing, but what is there stays whole: a power cut loses the last seconds and no more.
        case later
        /// Nothing; only for tests, whose files nobody misses.
        case off
    }

    /// Threads that read, each with a connection of its own; at least 1.
    package var readers: Int
    /// Threads that write on PostgreSQL, each with a connection; at least 1. SQLite always has one.
    package var writers: Int
    package var synchronous: Synchronous
    /// How many waiting writes SQLite commits together; at least 1.
    package var groupLimit: Int
    /// How long such a group waits at most for a few more when the one before had several, so that under load they
    /// share a commit; after a write that came alone the next waits for nothing. At least 0.
    package var groupPatienceInMilliseconds: Int
    /// Prepared statements a connection keeps; at least 8.
    package var statementLimit: Int

    /// Pages that the writer of SQLite keeps in memory; at least 1 MB.
    package var writerCacheInMegabytes = 64
    /// How long SQLite's write-ahead log grows before its pages go into the file; at least 1 MB. The longer, the fewer
    /// times a page that changes often is written; but a reader looks through it, and a start after a crash reads it.
    package var logInMegabytes = 64

    /// Within the ranges named above.
    package init(
        readers: Int, writers: Int, synchronous: Synchronous, groupLimit: Int, groupPatienceInMilliseconds: Int,
        statementLimit: Int
    ) {
        precondition(
            readers >= 1 && writers >= 1 && groupLimit >= 1 && groupPatienceInMilliseconds >= 0 && statementLimit >= 8,
            "settings too small")
        self.readers = readers
        self.writers = writers
        self.synchronous = synchronous
        self.groupLimit = groupLimit
        self.groupPatienceInMilliseconds = groupPatienceInMilliseconds
        self.statementLimit = statementLimit
    }

    /// What the server uses: durable, 4 readers, 4 writers, groups of 64 that wait 3 ms.
    package static let standard = DatabaseSettings(
        readers: 4, writers: 4, synchronous: .full, groupLimit: 64, groupPatienceInMilliseconds: 3, statementLimit: 512)

    /// For whoever is alone at the database and writes much that can be made again.
    package static let loading = {
        var settings = standard
        settings.synchronous = .later
        settings.groupPatienceInMilliseconds = 0
        settings.writerCacheInMegabytes = 256
        settings.logInMegabytes = 128
        return settings
    }()
}
