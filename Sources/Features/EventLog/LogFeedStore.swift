import Storage
import Values

/// All SQL about the log as other systems follow it: open records by their position.
package enum LogFeedStore {
    /// A placed record without its sealed part.
    package struct Entry: Sendable {
        /// From 0, without gaps.
        package let position: Int
        package let stream: String
        package let version: Int
        /// As it is stored and hashed; empty when it is gone, which an audit reports.
        package let record: String
        /// 32 bytes.
        package let leaf: [UInt8]
    }

    /// Records from a position on, in log order.
    package static func entries(from position: Int, limit: Int, in connection: any Connection) throws -> [Entry] {
        try connection.query(
            """
            SELECT l.position, l.stream, l.version,
                (SELECT e.record FROM event e WHERE e.stream = l.stream AND e.version = l.version), l.leaf
            FROM log l WHERE l.position >= $1 ORDER BY l.position LIMIT $2
            """,
            [SQLValue(position), SQLValue(limit)]
        ).map { row in
            Entry(
                position: try row.int(0), stream: try row.text(1), version: try row.int(2),
                record: try row.optionalText(3) ?? "", leaf: try row.blob(4))
        }
    }

    /// A record by its stream and version, and where it stands; `position` is nil until it is placed.
    package static func find(
        _ stream: String, version: Int, in connection: any Connection
    ) throws -> (record: String, position: Int?)? {
        try connection.first(
            """
            SELECT e.record, (SELECT l.position FROM log l WHERE l.stream = e.stream AND l.version = e.version)
            FROM event e WHERE e.stream = $1 AND e.version = $2
            """,
            [.text(stream), SQLValue(version)]
        ).map { (try $0.text(0), try $0.optionalInt(1)) }
    }
}
