import Storage
import Values

/// All SQL about published lists. Documents are addressed by their hash, kept for ever and never changed.
package enum ListStore {
    package static let migration = Migration(
        id: "lists-001",
        sql: """
            CREATE TABLE list_document (
                hash TEXT NOT NULL PRIMARY KEY,
                document TEXT NOT NULL
            );
            """)

    static let table = DerivedTable(
        name: "published_list",
        sql: """
            CREATE TABLE published_list (
                stream TEXT NOT NULL,
                version BIGINT NOT NULL,
                list TEXT NOT NULL,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                kind TEXT NOT NULL,
                owner TEXT NOT NULL,
                label TEXT NOT NULL,
                valid_from TEXT NOT NULL,
                valid_until TEXT,
                hash TEXT NOT NULL,
                entries BIGINT NOT NULL,
                published_on TEXT NOT NULL,
                PRIMARY KEY (stream, version)
            )
            """)

    /// Keeps documents by their hash; one that is there already stays as it is.
    package static func keep(_ documents: [String: String], in connection: any Connection) throws {
        for (hash, document) in documents.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                "INSERT INTO list_document(hash, document) VALUES ($1, $2) ON CONFLICT(hash) DO NOTHING",
                [.text(hash), .text(document)])
        }
    }

    /// The document of a hash; nil when none was ever published under it.
    package static func document(_ hash: String, in connection: any Connection) throws -> String? {
        try connection.first("SELECT document FROM list_document WHERE hash = $1", [.text(hash)])?.text(0)
    }

    /// How many versions were ever published; a node asks whether it has seen them all.
    package static func count(in connection: any Connection) throws -> Int {
        try connection.first("SELECT COUNT(*) FROM published_list", [])?.int(0) ?? 0
    }

    /// Every version that was ever published, by list and version.
    package static func all(in connection: any Connection) throws -> [PublishedList] {
        try connection.query(
            """
            SELECT list, version, name_zh, name_en, kind, owner, label, valid_from, valid_until, hash, entries,
                published_on
            FROM published_list ORDER BY list, version
            """,
            []
        ).compactMap { row in
            guard let from = Day(try row.text(7)), let publishedOn = Day(try row.text(11)) else { return nil }
            return PublishedList(
                list: try row.text(0), version: try row.int(1),
                name: Wording(zh: try row.text(2), en: try row.text(3)), kind: try row.text(4),
                owner: try row.text(5), label: try row.text(6), from: from,
                until: try row.optionalText(8).flatMap { Day($0) }, hash: try row.text(9), entries: try row.int(10),
                publishedOn: publishedOn)
        }
    }

    static func save(_ rows: [(stream: String, row: PublishedList)], in connection: any Connection) throws {
        for (stream, row) in rows {
            try connection.execute(
                """
                INSERT INTO published_list(stream, version, list, name_zh, name_en, kind, owner, label, valid_from,
                    valid_until, hash, entries, published_on)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT(stream, version) DO NOTHING
                """,
                [
                    .text(stream), SQLValue(row.version), .text(row.list), .text(row.name.zh), .text(row.name.en),
                    .text(row.kind), .text(row.owner), .text(row.label), .text(row.from.description),
                    SQLValue(row.until?.description), .text(row.hash), SQLValue(row.entries),
                    .text(row.publishedOn.description),
                ])
        }
    }
}

/// Which lists were published, from their streams.
package struct ListProjection: Projection {
    package let name = "lists"
    package let version = 1
    package let tables = [ListStore.table]

    package init() {}

    /// One row for each publication.
    package struct Rows: Sendable {
        let rows: [(stream: String, row: PublishedList)]
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Rows {
        Rows(rows: stream.compactMap { event in PublishedList(event).map { (event.stream, $0) } })
    }

    package func store(_ rows: Rows, in connection: any Connection) throws {
        try ListStore.save(rows.rows, in: connection)
    }
}
