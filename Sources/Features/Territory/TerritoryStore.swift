import Storage
import Values

/// All SQL about the published territory: one row, the newest document.
package enum TerritoryStore {
    static let table = DerivedTable(
        name: "territory",
        sql: """
            CREATE TABLE territory (
                stream TEXT NOT NULL PRIMARY KEY,
                version BIGINT NOT NULL,
                document TEXT NOT NULL
            )
            """)

    package static func version(in connection: any Connection) throws -> Int {
        try connection.first("SELECT version FROM territory", [])?.int(0) ?? 0
    }

    /// The newest document and its version; nil before the first was published.
    package static func newest(in connection: any Connection) throws -> (version: Int, document: String)? {
        try connection.first("SELECT version, document FROM territory", []).map {
            (try $0.int(0), try $0.text(1))
        }
    }

    static func save(
        _ stream: String, version: Int, document: String, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO territory(stream, version, document) VALUES ($1, $2, $3)
            ON CONFLICT(stream) DO UPDATE SET version = excluded.version, document = excluded.document
            """,
            [.text(stream), SQLValue(version), .text(document)])
    }
}

/// The newest territory document, from its stream.
package struct TerritoryProjection: Projection {
    package let name = "territory"
    package let version = 1
    package let tables = [TerritoryStore.table]

    package init() {}

    package struct Newest: Sendable {
        let stream: String
        let version: Int
        let document: String
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Newest? {
        guard let last = stream.last(where: { $0.body.kind == TerritoryEventKind.published.rawValue }),
            let document = last.body.open["document"]
        else { return nil }
        return Newest(stream: last.stream, version: last.version, document: document.canonicalText)
    }

    package func store(_ rows: Newest?, in connection: any Connection) throws {
        guard let rows else { return }
        try TerritoryStore.save(rows.stream, version: rows.version, document: rows.document, in: connection)
    }
}
