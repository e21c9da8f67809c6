import Storage
import Values

/// All SQL about the published words of the search: one row, the newest document.
package enum VocabularyStore {
    static let table = DerivedTable(
        name: "vocabulary",
        sql: """
            CREATE TABLE vocabulary (
                stream TEXT NOT NULL PRIMARY KEY,
                version BIGINT NOT NULL,
                document TEXT NOT NULL
            )
            """)

    /// 0 before anything was published.
    package static func version(in connection: any Connection) throws -> Int {
        try connection.first("SELECT version FROM vocabulary", [])?.int(0) ?? 0
    }

    /// The newest document and its version; nil before the first was published.
    package static func newest(in connection: any Connection) throws -> (version: Int, document: String)? {
        try connection.first("SELECT version, document FROM vocabulary", []).map { (try $0.int(0), try $0.text(1)) }
    }

    static func save(_ stream: String, version: Int, document: String, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO vocabulary(stream, version, document) VALUES ($1, $2, $3)
            ON CONFLICT(stream) DO UPDATE SET version = excluded.version, document = excluded.document
            """,
            [.text(stream), SQLValue(version), .text(document)])
    }
}

/// The newest words, from their stream.
package struct VocabularyProjection: Projection {
    package let name = "vocabulary"
    package let version = 1
    package let tables = [VocabularyStore.table]

    package init() {}

    package struct Newest: Sendable {
        let stream: String
        let version: Int
        let document: String
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Newest? {
        guard let last = stream.last(where: { $0.body.kind == SearchEventKind.published.rawValue }),
            let document = last.body.open["document"]
        else { return nil }
        return Newest(stream: last.stream, version: last.version, document: document.canonicalText)
    }

    package func store(_ rows: Newest?, in connection: any Connection) throws {
        guard let rows else { return }
        try VocabularyStore.save(rows.stream, version: rows.version, document: rows.document, in: connection)
    }
}
