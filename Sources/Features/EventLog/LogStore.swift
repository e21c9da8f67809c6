import Proofs
import Storage
import Values

/// All SQL about the log: which event stands at which position, and what waits to be placed.
package enum LogStore {
    /// The first half of placing, in the transaction of the command.
    static func record(_ entries: [PreparedAppend.Entry], in connection: any Connection) throws {
        switch connection.engine {
        case .sqlite:
            // One writer: the next position is certain, so the events are placed at once.
            let first = try size(in: connection)
            let rows = entries.enumerated().map { index, entry in
                [SQLValue(first + index), SQLValue(entry.stream), SQLValue(entry.version), SQLValue(entry.leaf)]
            }
            try connection.insert(rows, by: logInsert)
        case .postgres:
            let rows = entries.map {
                [SQLValue($0.stream), SQLValue($0.version), .int($0.at.milliseconds), SQLValue($0.leaf)]
            }
            try connection.insert(rows, by: unplacedInsert)
        }
    }

    /// Places whole streams, many at once: stream, version and leaf of each event, in the order of the log.
    static func load(_ leaves: [[SQLValue]], in connection: any Connection) throws {
        let first = try size(in: connection)
        let rows = leaves.enumerated().map { index, leaf in [SQLValue(first + index)] + leaf }
        try connection.load(
            TableRows(table: "log", columns: ["position", "stream", "version", "leaf"], rows: rows))
    }

    private static let logInsert = Insert(into: "log", columns: ["position", "stream", "version", "leaf"])
    private static let unplacedInsert = Insert(into: "unplaced", columns: ["stream", "version", "at", "leaf"])

    /// Moves committed events into the log, oldest first and each stream in its order; gives how many.
    ///
    /// Any number of nodes may call it: one at a time holds the lock, the others get 0. On SQLite there is nothing
    /// to do.
    ///
    /// - Parameter limit: at most so many events, at least 1.
    package static func place(limit: Int, in connection: any Connection) throws -> Int {
        guard connection.engine == .postgres else { return 0 }
        let lock = try connection.query("SELECT CASE WHEN pg_try_advisory_xact_lock($1) THEN 1 ELSE 0 END", [placing])
        guard try lock[0].bool(0) else { return 0 }
        return try connection.execute(
            """
            WITH next AS (
                SELECT at, stream, version FROM unplaced ORDER BY at, stream, version LIMIT $1
            ), moved AS (
                DELETE FROM unplaced u USING next n WHERE u.at = n.at AND u.stream = n.stream AND u.version = n.version
                RETURNING u.stream, u.version, u.at, u.leaf
            )
            INSERT INTO log(position, stream, version, leaf)
            SELECT (SELECT coalesce(max(position), -1) FROM log)
                + row_number() OVER (ORDER BY at, stream, version), stream, version, leaf FROM moved
            """, [SQLValue(limit)])
    }

    /// The advisory lock of the one who places: "place" in ASCII.
    private static let placing: SQLValue = .int(0x70_6C_61_63_65)

    /// Whose event stands at a position; nil when none does.
    package static func stream(at position: Int, in connection: any Connection) throws -> String? {
        try connection.first("SELECT stream FROM log WHERE position = $1", [SQLValue(position)])?.text(0)
    }

    /// How many events are placed; the next one gets this position.
    package static func size(in connection: any Connection) throws -> Int {
        try connection.first("SELECT coalesce(max(position), -1) + 1 FROM log", [])?.int(0) ?? 0
    }

    /// Where an event stands; nil while it is not placed, or when it does not exist.
    package static func position(
        of stream: String, version: Int, in connection: any Connection
    ) throws -> Int? {
        try connection.first(
            "SELECT position FROM log WHERE stream = $1 AND version = $2", [SQLValue(stream), SQLValue(version)]
        )?.int(0)
    }

    /// The leaf hashes from a position on, in order; for the tree and its proofs.
    package static func leaves(from position: Int, limit: Int, in connection: any Connection) throws -> [[UInt8]] {
        try connection.query(
            "SELECT leaf FROM log WHERE position >= $1 ORDER BY position LIMIT $2",
            [SQLValue(position), SQLValue(limit)]
        ).map { try $0.blob(0) }
    }

    /// Placed events from a position on, in log order, still closed.
    ///
    /// An event whose record is gone has an empty one, which no reader opens. Scalar subqueries, because for joins
    /// PostgreSQL may hash whole tables.
    package static func feed(from position: Int, limit: Int, in connection: any Connection) throws -> [FeedEntry] {
        try connection.query(
            """
            SELECT l.position, l.stream, l.version,
                (SELECT e.record FROM event e WHERE e.stream = l.stream AND e.version = l.version),
                (SELECT s.bytes FROM sealed s WHERE s.stream = l.stream AND s.version = l.version),
                (SELECT k.wrapped FROM stream_key k WHERE k.stream = l.stream),
                (SELECT x.at FROM erased_stream x WHERE x.stream = l.stream), l.leaf
            FROM log l
            WHERE l.position >= $1 ORDER BY l.position LIMIT $2
            """, [SQLValue(position), SQLValue(limit)]
        ).map { row in
            let stored = StoredEvent(
                stream: try row.text(1), version: try row.int(2), record: try row.optionalText(3) ?? "",
                sealed: try row.optionalBlob(4))
            let key = try row.optionalBlob(5).map { KeyState.wrapped($0) }
            let isErased = try row.optionalInt(6) != nil
            return FeedEntry(
                position: try row.int(0), event: stored, key: key ?? (isErased ? .erased : .none),
                leaf: try row.blob(7))
        }
    }

    /// The same without sealed parts, keys and leaves, for who sees none of them.
    static func openFeed(from position: Int, limit: Int, in connection: any Connection) throws -> [FeedEntry] {
        try connection.query(
            """
            SELECT l.position, l.stream, l.version,
                (SELECT e.record FROM event e WHERE e.stream = l.stream AND e.version = l.version),
                (SELECT x.at FROM erased_stream x WHERE x.stream = l.stream)
            FROM log l
            WHERE l.position >= $1 ORDER BY l.position LIMIT $2
            """, [SQLValue(position), SQLValue(limit)]
        ).map { row in
            let stored = StoredEvent(
                stream: try row.text(1), version: try row.int(2), record: try row.optionalText(3) ?? "", sealed: nil)
            let isErased = try row.optionalInt(4) != nil
            return FeedEntry(
                position: try row.int(0), event: stored, key: isErased ? .erased : .none, leaf: [])
        }
    }

    /// Where the next placed events stand, for who may have them already.
    static func places(from position: Int, limit: Int, in connection: any Connection) throws -> [PlaceInLog] {
        try connection.query(
            """
            SELECT l.position, l.stream, l.version,
                (SELECT x.at FROM erased_stream x WHERE x.stream = l.stream)
            FROM log l
            WHERE l.position >= $1 ORDER BY l.position LIMIT $2
            """, [SQLValue(position), SQLValue(limit)]
        ).map { row in
            PlaceInLog(
                position: try row.int(0), stream: try row.text(1), version: try row.int(2),
                isErased: try row.optionalInt(3) != nil)
        }
    }

    /// How many placed events lack their predecessor before them, and how many events are neither placed nor waiting.
    static func countsOfFaults(in connection: any Connection) throws -> (outOfOrder: Int, lost: Int) {
        let outOfOrder = try connection.first(
            """
            SELECT count(*) FROM log l WHERE l.version > 1 AND NOT EXISTS (SELECT 1 FROM log p
                WHERE p.stream = l.stream AND p.version = l.version - 1 AND p.position < l.position)
            """, [])
        let lost = try connection.first(
            """
            SELECT count(*) FROM event e
            WHERE NOT EXISTS (SELECT 1 FROM log l WHERE l.stream = e.stream AND l.version = e.version)
            AND NOT EXISTS (SELECT 1 FROM unplaced u WHERE u.stream = e.stream AND u.version = e.version)
            """, [])
        return (try outOfOrder?.int(0) ?? 0, try lost?.int(0) ?? 0)
    }

    /// The streams after a name, in order of name; for what goes through all of them.
    package static func streams(after name: String, limit: Int, in connection: any Connection) throws -> [String] {
        try connection.query(
            "SELECT stream FROM event WHERE version = 1 AND stream > $1 ORDER BY stream LIMIT $2",
            [SQLValue(name), SQLValue(limit)]
        ).map { try $0.text(0) }
    }
}

/// Where an event stands.
struct PlaceInLog: Hashable, Sendable {
    /// From 0, without gaps.
    let position: Int
    let stream: String
    let version: Int
    /// The key of its stream was destroyed.
    let isErased: Bool
}

/// A placed event as the tables gave it.
package struct FeedEntry: Hashable, Sendable {
    /// From 0, without gaps.
    package let position: Int
    package let event: StoredEvent
    package let key: KeyState
    /// The leaf hash that the log holds, 32 bytes; empty in an open feed.
    package let leaf: [UInt8]
    /// The event without its sealed part, where this node had it.
    let opened: PastEvent?

    /// The kind of the event; empty when it is no record.
    var kind: String { opened?.body.kind ?? EventRecord.kind(in: event.record) ?? "" }

    /// As it was read.
    init(position: Int, event: StoredEvent, key: KeyState, leaf: [UInt8]) {
        self.position = position
        self.event = event
        self.key = key
        self.leaf = leaf
        opened = nil
    }

    /// As this node had it.
    init(_ place: PlaceInLog, _ recent: RecentEvents.Entry) {
        position = place.position
        event = StoredEvent(stream: place.stream, version: place.version, record: recent.record, sealed: nil)
        key = place.isErased ? .erased : .none
        leaf = []
        opened = recent.event
    }
}

/// A placed event, opened.
package struct PlacedEvent: Hashable, Sendable {
    /// From 0, without gaps. Nothing that is recorded may depend on it.
    package let position: Int
    package let event: PastEvent

    package init(position: Int, event: PastEvent) {
        self.position = position
        self.event = event
    }
}
