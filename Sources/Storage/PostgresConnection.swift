import CPQ
import Foundation

/// One connection to a PostgreSQL server. A class, because it owns a C handle; it belongs to one thread.
///
/// It stays in libpq's pipeline mode: statements are sent without waiting, and one `sync` collects the answers of all
/// of them. `BEGIN` travels with the first statement of a transaction, `PREPARE` with the first use of a text.
final class PostgresConnection: Connection {
    let engine = Engine.postgres
    private let handle: OpaquePointer
    private let begin: String
    private var cache: StatementCache<PostgresStatement>
    /// `BEGIN`, `COMMIT` and `ROLLBACK`: kept apart, so that no text of a closure can find them.
    private var controls: [String: PostgresStatement] = [:]
    private var nameCount = 0
    /// The answers that have been asked for and not read yet, in order.
    private var expected: [Expected] = []
    private var hasBegun = false
    /// The first error since the transaction began; no statement runs after it.
    private(set) var failure: (any Error)?
    private var arguments = PostgresArguments()

    private enum Expected {
        case prepared(PostgresStatement)
        case result(PostgresStatement)
        case sync
    }

    /// How many statements are sent before the answers are read, so that neither side fills the other's buffer.
    private static let pipelineLimit = 256

    /// Connects; throws `StorageError.lost` when the server cannot be reached within 10 seconds.
    init(_ text: String, writes: Bool, settings: DatabaseSettings) throws {
        // The text of the operator comes last and wins: `dbname` is expanded as a whole connection string.
        let keys = ["connect_timeout", "application_name", "client_encoding", "dbname"]
        let values = ["10", "tongban", "UTF8", text]
        handle = try PostgresConnection.connect(keys, values)
        begin = writes ? PostgresDialect.beginWrite : PostgresDialect.beginRead
        cache = StatementCache(limit: settings.statementLimit)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try simple(PostgresDialect.opening(writes: writes, settings: settings))
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
    }

    deinit { PQfinish(handle) }

    // MARK: - What closures use

    @discardableResult
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        try guarded {
            let result = try answer(sql, arguments)
            defer { PQclear(result.handle) }
            let values = try result.statement.values(of: result.handle)
            return rows(of: values, width: Int(PQnfields(result.handle)))
        }
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try guarded {
            let result = try answer(sql, arguments)
            defer { PQclear(result.handle) }
            guard result.statement.changesRows, let count = PQcmdTuples(result.handle) else { return 0 }
            return Int(String(cString: count)) ?? 0
        }
    }

    func enqueue(_ sql: String, _ arguments: [SQLValue]) throws {
        try guarded {
            try send(sql, arguments)
            if expected.count >= PostgresConnection.pipelineLimit { PQclear(try sync()) }
        }
    }

    func script(_ sql: String) throws {
        try guarded {
            try startTransaction()
            PQclear(try sync())
            guard PQexitPipelineMode(handle) == 1 else { throw lost() }
            defer { _ = PQenterPipelineMode(handle) }
            try StatementText.refuseTransactionControl(sql)
            try simple(StatementText.translate(sql, by: PostgresDialect.words))
            guard PQtransactionStatus(handle) == PQTRANS_INTRANS else {
                throw StorageError.other(code: "transaction", text: "a script ended its transaction")
            }
        }
    }

    func load(_ rows: TableRows) throws {
        try guarded {
            try startTransaction()
            PQclear(try sync())
            guard PQexitPipelineMode(handle) == 1 else { throw lost() }
            defer { _ = PQenterPipelineMode(handle) }
            try copy(rows)
        }
    }

    private func copy(_ rows: TableRows) throws {
        let begun = PQexec(handle, "COPY \(rows.table)(\(rows.columns.joined(separator: ","))) FROM STDIN")
        defer { PQclear(begun) }
        guard PQresultStatus(begun) == PGRES_COPY_IN else { throw error(of: begun) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 20)
        for row in rows.rows {
            CopyForm.write(row, into: &bytes)
            if bytes.count > 1 << 19 {
                try put(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try put(bytes)
        guard PQputCopyEnd(handle, nil) == 1 else { throw lost() }
        let ended = PQgetResult(handle)
        defer { PQclear(ended) }
        skipToNull()
        guard PQresultStatus(ended) == PGRES_COMMAND_OK else { throw error(of: ended) }
    }

    private func put(_ bytes: [UInt8]) throws {
        let sent = bytes.withUnsafeBytes {
            PQputCopyData(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
        }
        guard bytes.isEmpty || sent == 1 else { throw lost() }
    }

    // MARK: - What the worker uses

    var isLost: Bool { PQstatus(handle) != CONNECTION_OK }

    var statementCount: Int { cache.count }

    /// Ends a write: sends what waits and `COMMIT`, and returns when the server has it on disk.
    func commit() throws {
        guard hasBegun else { return }
        try sendControl("COMMIT")
        let result = try sync()
        defer { PQclear(result) }
        hasBegun = false
        // The server answers ROLLBACK when the transaction had failed before.
        guard let result, let status = PQcmdStatus(result), String(cString: status) == "COMMIT" else {
            throw StorageError.other(code: "25P02", text: "the transaction was rolled back by the server")
        }
    }

    /// Ends a read without waiting for the answer, which is read with the next statement; but what was enqueued is
    /// answered first, so that its error meets the one who caused it.
    func endRead() throws {
        guard hasBegun else { return }
        if !expected.isEmpty { return try commit() }
        try sendControl("COMMIT")
        try sendSync()
        hasBegun = false
    }

    /// Leaves the transaction without its changes. Throws when the connection is lost.
    func rollback() throws {
        failure = nil
        // Whatever was still on its way belongs to the transaction that goes.
        if !expected.isEmpty { drain() }
        guard hasBegun else { return }
        hasBegun = false
        if PQtransactionStatus(handle) == PQTRANS_IDLE { return }
        try sendControl("ROLLBACK")
        PQclear(try sync())
    }

    // MARK: - Sending

    private func startTransaction() throws {
        guard !hasBegun else { return }
        hasBegun = true
        try sendControl(begin)
    }

    private func send(_ sql: String, _ values: [SQLValue]) throws {
        try startTransaction()
        if let known = cache.find(sql) { return try transmit(known, values) }
        try StatementText.refuseTransactionControl(sql)
        let text = StatementText.translate(sql, by: PostgresDialect.words)
        let statement = try prepare(sql, translated: text, isControl: false)
        if let evicted = cache.insert(statement, for: sql) { try forget(evicted) }
        try transmit(statement, values)
    }

    private func sendControl(_ sql: String) throws {
        let statement = try controls[sql] ?? prepare(sql, translated: sql, isControl: true)
        controls[sql] = statement
        try transmit(statement, [])
    }

    private func prepare(_ sql: String, translated: String, isControl: Bool) throws -> PostgresStatement {
        nameCount += 1
        let statement = PostgresStatement(name: "s\(nameCount)", sql: sql, isControl: isControl)
        guard PQsendPrepare(handle, statement.name, translated, 0, nil) == 1 else { throw lost() }
        expected.append(.prepared(statement))
        return statement
    }

    private func transmit(_ statement: PostgresStatement, _ values: [SQLValue]) throws {
        try arguments.fill(values)
        let sent = arguments.withPointers { texts, lengths, formats in
            PQsendQueryPrepared(
                handle, statement.name, Int32(values.count), texts, lengths, formats, statement.resultFormat)
        }
        guard sent == 1 else { throw lost() }
        expected.append(.result(statement))
    }

    /// Drops a statement on the server as well.
    private func forget(_ statement: PostgresStatement) throws {
        let closing = PostgresStatement(name: "", sql: "DEALLOCATE", isControl: true)
        guard PQsendQueryParams(handle, "DEALLOCATE \(statement.name)", 0, nil, nil, nil, nil, 0) == 1 else {
            throw lost()
        }
        expected.append(.result(closing))
    }

    private func sendSync() throws {
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        expected.append(.sync)
    }

    // MARK: - Receiving

    private func answer(
        _ sql: String, _ values: [SQLValue]
    ) throws -> (handle: OpaquePointer, statement: PostgresStatement) {
        try send(sql, values)
        guard case .result(let statement)? = expected.last, let result = try sync() else { throw lost() }
        return (result, statement)
    }

    /// Waits for all answers. Gives the last one, which the caller clears; throws the first error among them.
    private func sync() throws -> OpaquePointer? {
        try sendSync()
        var last: OpaquePointer?
        var first: (any Error)?
        for next in expected {
            do {
                guard let result = try receive(next) else { continue }
                PQclear(last)
                last = result
            } catch {
                first = first ?? error
                if isLost { break }
            }
        }
        expected.removeAll(keepingCapacity: true)
        if let first {
            PQclear(last)
            throw first
        }
        return last
    }

    /// The result of a statement; nil for a preparation and the end of a pipeline.
    private func receive(_ next: Expected) throws -> OpaquePointer? {
        guard let result = PQgetResult(handle) else { throw lost() }
        switch next {
        case .sync:
            defer { PQclear(result) }
            guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { throw error(of: result) }
            return nil
        case .prepared(let statement):
            defer { PQclear(result) }
            defer { skipToNull() }
            guard PQresultStatus(result) == PGRES_COMMAND_OK else {
                // The server does not know it, so neither may the cache.
                if statement.isControl { controls[statement.sql] = nil } else { cache.remove(statement.sql) }
                throw error(of: result)
            }
            return nil
        case .result(let statement):
            defer { skipToNull() }
            let status = PQresultStatus(result)
            guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
                defer { PQclear(result) }
                throw error(of: result)
            }
            statement.learn(from: result)
            return result
        }
    }

    /// After each statement libpq gives a null; anything before it is unexpected and dropped.
    private func skipToNull() {
        while let more = PQgetResult(handle) { PQclear(more) }
    }

    /// Reads the answers that nobody needs any more.
    private func drain() {
        do {
            PQclear(try sync())
        } catch {
            // The transaction they belong to is being rolled back, for this or for an earlier error.
        }
    }

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

    /// Runs statements in the simple protocol, outside pipeline mode.
    private func simple(_ sql: String) throws {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw error(of: result)
        }
    }

    private func error(of result: OpaquePointer?) -> StorageError {
        // PG_DIAG_SQLSTATE is a character macro, which Swift does not import.
        guard let result, let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))) else { return lost() }
        return PostgresDialect.error(code: String(cString: code), text: PostgresConnection.text(of: result))
    }

    private func lost() -> StorageError {
        let text = String(cString: PQerrorMessage(handle)).split(separator: "\n").joined(separator: " ")
        return isLost ? .lost(text) : .other(code: "libpq", text: text)
    }

    private static func text(of result: OpaquePointer) -> String {
        String(cString: PQresultErrorMessage(result)).split(separator: "\n").joined(separator: " ")
    }

    private static func connect(_ keys: [String], _ values: [String]) throws -> OpaquePointer {
        let copies = (keys + values).map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let names = copies[..<keys.count].map { UnsafePointer($0) } + [nil]
        let contents = copies[keys.count...].map { UnsafePointer($0) } + [nil]
        guard let handle = PQconnectdbParams(names, contents, 1) else { throw StorageError.lost("no memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw StorageError.lost(
                String(cString: PQerrorMessage(handle)).split(separator: "\n").joined(separator: " "))
        }
        return handle
    }
}
