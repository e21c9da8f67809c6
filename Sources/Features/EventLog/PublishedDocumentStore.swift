import Proofs
import Storage
import Values

/// A document that is published as a whole, again and again, on one stream; only the newest is in force.
package struct PublishedDocument: Sendable {
    /// The table that holds the newest one, and the projection that fills it.
    package let name: String
    /// The kind of the event whose `document` it is.
    package let kind: String
    /// The same in every deployment.
    package let stream: String

    /// - Parameters:
    ///   - name: of the table; a word of the program, never of a visitor.
    ///   - seed: from which the id of the stream follows.
    package init(name: String, kind: String, seed: String) {
        self.name = name
        self.kind = kind
        stream = Identifier<PublishedDocument>(bytes: Array(SM3.hash(Array(seed.utf8)).prefix(16))).text
    }

    /// The newest document, from its stream.
    package var projection: PublishedDocumentProjection { PublishedDocumentProjection(document: self) }
}

/// All SQL about documents that are published as a whole: each has a table of one row, the newest.
package enum PublishedDocumentStore {
    static func table(of document: PublishedDocument) -> DerivedTable {
        DerivedTable(
            name: document.name,
            sql: """
                CREATE TABLE \(document.name) (
                    stream TEXT NOT NULL PRIMARY KEY,
                    version BIGINT NOT NULL,
                    document TEXT NOT NULL
                )
                """)
    }

    /// 0 before anything was published.
    package static func version(of document: PublishedDocument, in connection: any Connection) throws -> Int {
        try connection.first("SELECT version FROM \(document.name)", [])?.int(0) ?? 0
    }

    /// The newest one and its version; nil before the first was published.
    package static func newest(
        of document: PublishedDocument, in connection: any Connection
    ) throws -> (version: Int, text: String)? {
        try connection.first("SELECT version, document FROM \(document.name)", []).map {
            (try $0.int(0), try $0.text(1))
        }
    }

    static func save(
        _ newest: PublishedDocumentProjection.Newest, of document: PublishedDocument, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO \(document.name)(stream, version, document) VALUES ($1, $2, $3)
            ON CONFLICT(stream) DO UPDATE SET version = excluded.version, document = excluded.document
            """,
            [.text(newest.stream), SQLValue(newest.version), .text(newest.text)])
    }
}

/// The newest of a document that is published as a whole, from its stream.
package struct PublishedDocumentProjection: Projection {
    let document: PublishedDocument
    package var name: String { document.name }
    package let version = 1
    package var tables: [DerivedTable] { [PublishedDocumentStore.table(of: document)] }

    package struct Newest: Sendable {
        let stream: String
        let version: Int
        let text: String
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Newest? {
        guard let last = stream.last(where: { $0.body.kind == document.kind }), let text = last.body.open["document"]
        else { return nil }
        return Newest(stream: last.stream, version: last.version, text: text.canonicalText)
    }

    package func store(_ rows: Newest?, in connection: any Connection) throws {
        guard let rows else { return }
        try PublishedDocumentStore.save(rows, of: document, in: connection)
    }
}
