import Storage
import Values

/// All SQL about published definitions. Documents are addressed by their hash, kept for ever and never changed.
package enum CatalogueStore {
    static let migration = Migration(
        id: "catalogue-001",
        sql: """
            CREATE TABLE definition_document (
                hash TEXT NOT NULL PRIMARY KEY,
                document TEXT NOT NULL
            );
            """)

    static let table = DerivedTable(
        name: "published_definition",
        sql: """
            CREATE TABLE published_definition (
                stream TEXT NOT NULL,
                version BIGINT NOT NULL,
                service TEXT NOT NULL,
                region TEXT NOT NULL,
                valid_from TEXT NOT NULL,
                valid_until TEXT,
                hash TEXT NOT NULL,
                PRIMARY KEY (stream, version)
            )
            """)

    package static func keep(_ documents: [String: String], in connection: any Connection) throws {
        for (hash, document) in documents.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                "INSERT INTO definition_document(hash, document) VALUES ($1, $2) ON CONFLICT(hash) DO NOTHING",
                [.text(hash), .text(document)])
        }
    }

    package static func document(_ hash: String, in connection: any Connection) throws -> String? {
        try connection.first("SELECT document FROM definition_document WHERE hash = $1", [.text(hash)])?.text(0)
    }

    package static func count(in connection: any Connection) throws -> Int {
        try connection.first("SELECT COUNT(*) FROM published_definition", [])?.int(0) ?? 0
    }

    /// Everything that was ever published, in the order of services and versions.
    package static func all(in connection: any Connection) throws -> [PublishedDefinition] {
        try connection.query(
            """
            SELECT service, region, valid_from, valid_until, hash, version FROM published_definition
            ORDER BY service, version
            """,
            []
        ).compactMap { row in
            guard let from = Day(try row.text(2)) else { return nil }
            return PublishedDefinition(
                service: try row.text(0), region: try row.text(1), from: from,
                until: try row.optionalText(3).flatMap { Day($0) }, hash: try row.text(4), version: try row.int(5))
        }
    }

    static func save(_ rows: [(stream: String, row: PublishedDefinition)], in connection: any Connection) throws {
        for (stream, row) in rows {
            try connection.execute(
                """
                INSERT INTO published_definition(stream, version, service, region, valid_from, valid_until, hash)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(stream, version) DO NOTHING
                """,
                [
                    .text(stream), SQLValue(row.version), .text(row.service), .text(row.region),
                    .text(row.from.description), SQLValue(row.until?.description), .text(row.hash),
                ])
        }
    }
}

/// What is in force where and when, from the streams of the services.
package struct CatalogueProjection: Projection {
    package let name = "catalogue"
    package let version = 1
    package let tables = [CatalogueStore.table]

    package init() {}

    package struct Rows: Sendable {
        let rows: [(stream: String, row: PublishedDefinition)]
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Rows {
        Rows(rows: stream.compactMap { event in PublishedDefinition(event).map { (event.stream, $0) } })
    }

    package func store(_ rows: Rows, in connection: any Connection) throws {
        try CatalogueStore.save(rows.rows, in: connection)
    }
}
