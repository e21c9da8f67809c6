import CSQLite

/// What SQLite says in its own way. `PostgresDialect.swift` is its twin: same names, same order.
enum SQLiteDialect {
    static let words: [String: String] = [
        "pk": "INTEGER PRIMARY KEY",
        "json": "TEXT",
        "blob": "BLOB",
        "bool": "INTEGER",
        "skip locked": "",
        "strict": "STRICT",
    ]

    static let beginRead = "BEGIN"
    static let beginWrite = "BEGIN IMMEDIATE"

    /// What a connection says first. WAL lets readers go on while the writer writes; `synchronous=FULL` makes the
    /// write-ahead log reach the disk before a commit returns, `NORMAL` before its pages go into the file.
    static func opening(writes: Bool, settings: DatabaseSettings) -> String {
        let both = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY;"
        guard writes else {
            // A reader works out of the page cache of the operating system; its own cache stays small. Nothing is
            // mapped: SQLite would unmap and map the file again at the first read after every commit.
            return both + "PRAGMA query_only=ON; PRAGMA cache_size=-16384; PRAGMA mmap_size=0;"
        }
        let synchronous =
            switch settings.synchronous {
            case .full: "FULL"
            case .later: "NORMAL"
            case .off: "OFF"
            }
        return both + "PRAGMA journal_mode=WAL; PRAGMA synchronous=\(synchronous);"
            + "PRAGMA cache_size=-\(settings.writerCacheInMegabytes << 10);"
            + "PRAGMA wal_autocheckpoint=\(settings.logInMegabytes << 8);"
            + "PRAGMA journal_size_limit=\(settings.logInMegabytes << 22);"
    }

    /// Says which kind of trouble an extended result code means.
    static func error(code: Int32, text: String) -> StorageError {
        switch code {
        // The extended codes are macros of macros, which Swift cannot import.
        case 2067, 1555, 2579: return .unique(text)  // UNIQUE, PRIMARYKEY, ROWID
        case 787: return .foreignKey(text)
        case 1299: return .notNull(text)
        case 275, 1811, 3091: return .check(text)  // CHECK, RAISE in a trigger, type of a strict table
        default: break
        }
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy(text)
        case SQLITE_FULL: return .full(text)
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt(text)
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY: return .lost("\(text) [\(code)]")
        default: return .other(code: String(code), text: text)
        }
    }
}
