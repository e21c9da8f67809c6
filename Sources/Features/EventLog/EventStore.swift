import Proofs
import Storage
import Values

/// All SQL about streams: their events, sealed parts and keys.
package enum EventStore {
    /// Writes the events, and on SQLite places them; on PostgreSQL they wait in `unplaced` for the leader.
    ///
    /// Throws `Failure.staleVersion` when a stream holds more or fewer events than the decision saw, and
    /// `Failure.conflict` with `erased` when the key of a stream was destroyed meanwhile. Then the write fails.
    package static func append(_ prepared: PreparedAppend, in connection: any Connection) throws {
        try connection.insert(prepared.newKeys.map { [SQLValue($0.stream), SQLValue($0.bytes)] }, by: keyInsert)
        if let refused = try EventInsert.run(prepared.entries, in: connection) {
            throw try reason(of: refused, in: connection)
        }
        let sealed = prepared.entries.compactMap { entry in
            entry.sealed.map { [SQLValue(entry.stream), SQLValue(entry.version), SQLValue($0)] }
        }
        try connection.insert(sealed, by: sealedInsert)
        try LogStore.record(prepared.entries, in: connection)
    }

    private static let keyInsert = Insert(into: "stream_key", columns: ["stream", "wrapped"])
    private static let sealedInsert = Insert(into: "sealed", columns: ["stream", "version", "bytes"])

    /// Adds whole streams, many at once, without asking what is there; see `StreamTemplateDesk`.
    static func load(
        keys: [[SQLValue]], events: [[SQLValue]], sealed: [[SQLValue]], in connection: any Connection
    ) throws {
        try connection.load(TableRows(table: "stream_key", columns: ["stream", "wrapped"], rows: keys))
        try connection.load(TableRows(table: "event", columns: ["stream", "version", "record"], rows: events))
        try connection.load(TableRows(table: "sealed", columns: ["stream", "version", "bytes"], rows: sealed))
    }

    private static func reason(
        of refused: PreparedAppend.Entry, in connection: any Connection
    ) throws -> Failure {
        if refused.isKeyed, try key(of: refused.stream, in: connection) == .erased { return erasedFailure }
        return .staleVersion(stream: refused.stream)
    }

    package static let erasedFailure = Failure.conflict(
        .erased,
        sentence: Wording(
            zh: "本事项的个人信息已依法删除，不能再办理。",
            en: "The personal data of this case were erased; it can no longer be acted on."),
        citation: nil)

    /// The events of a stream after a version, in order, with their sealed parts still closed.
    ///
    /// - Parameter version: 0 for all.
    package static func events(
        of stream: String, after version: Int, in connection: any Connection
    ) throws -> [StoredEvent] {
        try connection.query(
            """
            SELECT e.version, e.record, s.bytes FROM event e
            LEFT JOIN sealed s ON s.stream = e.stream AND s.version = e.version
            WHERE e.stream = $1 AND e.version > $2 ORDER BY e.version
            """, [SQLValue(stream), SQLValue(version)]
        ).map {
            StoredEvent(
                stream: stream, version: try $0.int(0), record: try $0.text(1), sealed: try $0.optionalBlob(2))
        }
    }

    /// What there is of the stream's key.
    package static func key(of stream: String, in connection: any Connection) throws -> KeyState {
        let row = try connection.first(
            """
            SELECT (SELECT wrapped FROM stream_key WHERE stream = $1),
                   (SELECT at FROM erased_stream WHERE stream = $1)
            """, [SQLValue(stream)])
        if let wrapped = try row?.optionalBlob(0) { return .wrapped(wrapped) }
        return try row?.optionalInt(1) == nil ? .none : .erased
    }

    /// Saves the key of a stream that has no events yet, such as a draft's.
    ///
    /// Throws `StorageError.unique` when the stream has a key.
    package static func saveKey(_ wrapped: [UInt8], of stream: String, in connection: any Connection) throws {
        try connection.insert([[SQLValue(stream), SQLValue(wrapped)]], by: keyInsert)
    }

    /// Destroys the key of a draft that nobody filed: as if it had never been.
    package static func dropKey(of stream: String, in connection: any Connection) throws {
        try connection.execute("DELETE FROM stream_key WHERE stream = $1", [SQLValue(stream)])
    }

    /// Destroys the key of a stream and the sealed parts under it; records, leaves and proofs stay as they are.
    ///
    /// The caller removes masks and indexes of the stream in the same write. A second call changes nothing.
    /// Copies in backups are destroyed only with the backups.
    ///
    /// Law: 个人信息保护法 第四十七条.
    package static func erase(_ stream: String, at moment: Moment, in connection: any Connection) throws {
        // The sealed parts go with the key by the schema, also those that another transaction is just writing.
        try connection.execute("DELETE FROM stream_key WHERE stream = $1", [SQLValue(stream)])
        try connection.execute(
            "INSERT INTO erased_stream(stream, at) VALUES ($1, $2) ON CONFLICT(stream) DO NOTHING",
            [SQLValue(stream), .int(moment.milliseconds)])
    }
}

/// The statements that write events. On PostgreSQL one for all events of an append, in sizes of 1, 2, 4 … 32 rows.
///
/// There a row is left out, and is not returned, when the stream does not hold exactly the expected events before it,
/// or when it has a sealed part and no key. These are scalar subqueries on purpose: for `EXISTS` PostgreSQL may hash
/// the whole table.
private enum EventInsert {
    private static let largest = 32
    private static let texts = (0...largest.trailingZeroBitCount).map { text(rows: 1 << $0) }

    private static func text(rows: Int) -> String {
        let values = (0..<rows).map { row in
            let first = row * 5
            return "(CAST($\(first + 1) AS TEXT), CAST($\(first + 2) AS BIGINT), CAST($\(first + 3) AS TEXT), "
                + "CAST($\(first + 4) AS BIGINT), CAST($\(first + 5) AS BIGINT))"
        }
        return """
            INSERT INTO event(stream, version, record)
            SELECT v.column1, v.column2, v.column3 FROM (VALUES \(values.joined(separator: ", "))) AS v
            WHERE (v.column4 = 0 OR (SELECT e.version FROM event e
                WHERE e.stream = v.column1 AND e.version = v.column4) IS NOT NULL)
            AND (v.column5 = 0 OR (SELECT k.stream FROM stream_key k WHERE k.stream = v.column1) IS NOT NULL)
            ON CONFLICT (stream, version) DO NOTHING RETURNING stream, version
            """
    }

    /// The first event that was left out; nil when all were written.
    static func run(
        _ entries: [PreparedAppend.Entry], in connection: any Connection
    ) throws -> PreparedAppend.Entry? {
        switch connection.engine {
        case .sqlite: try runOneByOne(entries, in: connection)
        case .postgres: try runTogether(entries, in: connection)
        }
    }

    /// One writer: what was asked once for a stream stays true, and its rows need no condition of their own.
    private static func runOneByOne(
        _ entries: [PreparedAppend.Entry], in connection: any Connection
    ) throws -> PreparedAppend.Entry? {
        var stream: String?
        for entry in entries {
            if entry.stream != stream {
                stream = entry.stream
                guard try isAsExpected(entry, in: connection) else { return entry }
            }
            try connection.enqueue(plain, [SQLValue(entry.stream), SQLValue(entry.version), SQLValue(entry.record)])
        }
        return nil
    }

    private static let plain = "INSERT INTO event(stream, version, record) VALUES ($1, $2, $3)"

    private static func isAsExpected(_ entry: PreparedAppend.Entry, in connection: any Connection) throws -> Bool {
        try connection.first(
            """
            SELECT 1 WHERE coalesce((SELECT e.version FROM event e WHERE e.stream = $1
                ORDER BY e.version DESC LIMIT 1), 0) = $2
            AND ($3 = 0 OR EXISTS (SELECT 1 FROM stream_key k WHERE k.stream = $1))
            """, [SQLValue(entry.stream), SQLValue(entry.expectedVersion), SQLValue(entry.isKeyed)]) != nil
    }

    private static func runTogether(
        _ entries: [PreparedAppend.Entry], in connection: any Connection
    ) throws -> PreparedAppend.Entry? {
        var next = 0
        var size = largest
        while next < entries.count {
            while size > entries.count - next { size /= 2 }
            let part = entries[next..<next + size]
            let arguments = part.flatMap { entry in
                [
                    SQLValue(entry.stream), SQLValue(entry.version), SQLValue(entry.record),
                    SQLValue(entry.expectedVersion), SQLValue(entry.isKeyed),
                ]
            }
            let written = try connection.query(texts[size.trailingZeroBitCount], arguments)
            if written.count < size { return try firstMissing(of: part, in: written) }
            next += size
        }
        return nil
    }

    private static func firstMissing(
        of entries: ArraySlice<PreparedAppend.Entry>, in written: [Row]
    ) throws -> PreparedAppend.Entry? {
        let places = try Set(written.map { Sealing.Place(stream: try $0.text(0), version: try $0.int(1)) })
        return entries.first { !places.contains(Sealing.Place(stream: $0.stream, version: $0.version)) }
    }
}
