import CSQLite

/// One connection to a SQLite file. A class, because it owns a C handle; it belongs to one thread.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private let handle: OpaquePointer
    private var cache: StatementCache<SQLiteStatement>
    /// `BEGIN`, `SAVEPOINT` and so on: kept apart, so that no text of a closure can find them.
    private var controls: [String: SQLiteStatement] = [:]
    /// The first error since the transaction or savepoint began; no statement runs after it.
    private(set) var failure: (any Error)?
    private var scratch = Scratch()

    /// Once for the process: without statistics of its memory, SQLite takes no lock to get some.
    private static let withoutStatistics = tongban_without_statistics() == SQLITE_OK

    init(path: String, writes: Bool, settings: DatabaseSettings) throws {
        _ = SQLiteConnection.withoutStatistics
        var opened: OpaquePointer?
        // No mutex inside SQLite: one thread owns the connection.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let text = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
            sqlite3_close_v2(opened)
            throw SQLiteDialect.error(code: code, text: "cannot open \(path): \(text)")
        }
        handle = opened
        cache = StatementCache(limit: settings.statementLimit)
        sqlite3_busy_timeout(handle, 5000)
        try run(SQLiteDialect.opening(writes: writes, settings: settings))
    }

    deinit {
        for statement in cache.removeAll() + controls.values { sqlite3_finalize(statement.handle) }
        sqlite3_close_v2(handle)
    }

    // MARK: - What closures use

    @discardableResult
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        try guarded {
            let statement = try prepared(sql)
            defer { sqlite3_reset(statement.handle) }
            try statement.bind(arguments, using: &scratch)
            var values: [SQLValue] = []
            let width = Int(statement.columns)
            while try step(statement) {
                for column in 0..<statement.columns { values.append(statement.value(column)) }
            }
            return rows(of: values, width: width)
        }
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try guarded {
            let statement = try prepared(sql)
            defer { sqlite3_reset(statement.handle) }
            try statement.bind(arguments, using: &scratch)
            while try step(statement) {}
            return statement.changesRows ? Int(sqlite3_changes(handle)) : 0
        }
    }

    func enqueue(_ sql: String, _ arguments: [SQLValue]) throws {
        _ = try execute(sql, arguments)
    }

    func script(_ sql: String) throws {
        try guarded {
            try run(StatementText.translate(sql, by: SQLiteDialect.words)) {
                try StatementText.refuseTransactionControl($0)
            }
        }
    }

    func load(_ rows: TableRows) throws {
        try guarded {
            let statement = try prepared(Insert(into: rows.table, columns: rows.columns).single)
            for row in rows.rows {
                defer { sqlite3_reset(statement.handle) }
                try statement.bind(row, using: &scratch)
                while try step(statement) {}
            }
        }
    }

    // MARK: - What the workers use

    /// True while a transaction is open. SQLite ends one by itself after some errors, such as a full disk.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    var statementCount: Int { cache.count }

    /// Runs a statement of the layer itself: `BEGIN`, `SAVEPOINT`, `COMMIT` and the like.
    func control(_ sql: String) throws {
        let statement = try controls[sql] ?? prepare(sql, translated: sql)
        controls[sql] = statement
        defer { sqlite3_reset(statement.handle) }
        while try step(statement) {}
    }

    /// Forgets the error after the worker has rolled back what it spoilt.
    func clearFailure() { failure = nil }

    // MARK: - Inside

    private func guarded<T>(_ body: () throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            return try body()
        } catch {
            failure = error
            throw error
        }
    }

    private func prepared(_ sql: String) throws -> SQLiteStatement {
        if let known = cache.find(sql) { return known }
        try StatementText.refuseTransactionControl(sql)
        let statement = try prepare(sql, translated: StatementText.translate(sql, by: SQLiteDialect.words))
        if let evicted = cache.insert(statement, for: sql) { sqlite3_finalize(evicted.handle) }
        return statement
    }

    private func prepare(_ sql: String, translated: String) throws -> SQLiteStatement {
        var prepared: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        var rest = false
        let code = translated.withCString { text in
            let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &tail)
            rest = code == SQLITE_OK && StatementText.firstWord(String(cString: tail ?? text)) != ""
            return code
        }
        guard code == SQLITE_OK else { throw error(code) }
        guard let prepared, !rest else {
            sqlite3_finalize(prepared)
            throw StorageError.other(code: "statement", text: "exactly one statement was expected: \(sql)")
        }
        do {
            return try SQLiteStatement(handle: prepared, sql: sql)
        } catch {
            sqlite3_finalize(prepared)
            throw error
        }
    }

    /// True when there is a row, false at the end.
    private func step(_ statement: SQLiteStatement) throws -> Bool {
        let code = sqlite3_step(statement.handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw error(code)
    }

    /// Runs statements one by one; each is shown to `check` first.
    private func run(_ sql: String, check: (String) throws -> Void = { _ in }) throws {
        var bytes = Array(sql.utf8CString)
        try bytes.withUnsafeMutableBufferPointer { buffer in
            var at: UnsafePointer<CChar>? = UnsafePointer(buffer.baseAddress)
            while let start = at, start.pointee != 0 {
                var prepared: OpaquePointer?
                try check(String(cString: start))
                let code = sqlite3_prepare_v2(handle, start, -1, &prepared, &at)
                guard code == SQLITE_OK else { throw error(code) }
                guard let prepared else { continue }
                defer { sqlite3_finalize(prepared) }
                var result = sqlite3_step(prepared)
                while result == SQLITE_ROW { result = sqlite3_step(prepared) }
                guard result == SQLITE_DONE else { throw error(result) }
            }
        }
    }

    private func error(_ code: Int32) -> StorageError {
        SQLiteDialect.error(code: sqlite3_extended_errcode(handle), text: String(cString: sqlite3_errmsg(handle)))
    }
}
