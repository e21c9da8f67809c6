extension Connection {
    /// Takes a lock of that name until the transaction ends; false when another transaction holds it. For leaders:
    /// only one node places events, passes time or sends notices.
    ///
    /// SQLite has one writer, so there the lock is always free. On PostgreSQL the snapshot is a moment older than the
    /// lock: change the rows that say what is to be done, and a leader that saw an old state runs again.
    package func tryLock(_ name: String) throws -> Bool {
        guard engine == .postgres else { return true }
        let row = try first("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))", [.text(name)])
        return try row?.bool(0) ?? false
    }
}
