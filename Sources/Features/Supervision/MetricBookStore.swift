import Storage
import Values

/// All SQL about the published metrics: one row, the newest document.
package enum MetricBookStore {
    static let table = DerivedTable(
        name: "metric_book",
        sql: """
            CREATE TABLE metric_book (
                stream TEXT NOT NULL PRIMARY KEY,
                version BIGINT NOT NULL,
                document TEXT NOT NULL
            )
            """)

    /// 0 before anything was published.
    static func version(in connection: any Connection) throws -> Int {
        try connection.first("SELECT version FROM metric_book", [])?.int(0) ?? 0
    }

    /// The newest document and its version; nil before the first was published.
    static func newest(in connection: any Connection) throws -> (version: Int, document: String)? {
        try connection.first("SELECT version, document FROM metric_book", []).map { (try $0.int(0), try $0.text(1)) }
    }

    static func save(_ stream: String, version: Int, document: String, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO metric_book(stream, version, document) VALUES ($1, $2, $3)
            ON CONFLICT(stream) DO UPDATE SET version = excluded.version, document = excluded.document
            """,
            [.text(stream), SQLValue(version), .text(document)])
    }
}
