import Storage
import Values

/// All SQL about certificates: rows without personal values; what a certificate says lies in its stream.
package enum CertificateStore {
    static let table = DerivedTable(
        name: "certificate", stream: "id",
        sql: """
            CREATE TABLE certificate (
                id TEXT NOT NULL PRIMARY KEY,
                version BIGINT NOT NULL,
                kind TEXT NOT NULL,
                number TEXT NOT NULL,
                holder TEXT NOT NULL,
                state TEXT NOT NULL,
                valid_from TEXT NOT NULL,
                valid_until TEXT,
                case_id TEXT NOT NULL,
                authority TEXT NOT NULL,
                grade TEXT NOT NULL
            );
            CREATE INDEX certificate_by_holder ON certificate(holder, kind, id DESC);
            CREATE INDEX certificate_by_number ON certificate(number, id);
            CREATE INDEX certificate_by_case ON certificate(case_id, id)
            """)

    /// A certificate without what it says.
    package struct Entry: Hashable, Sendable {
        package let id: Certificate.ID
        package let version: Int
        package let kind: String
        package let number: String
        package let holder: String
        package let state: Certificate.State
        package let validFrom: Day
        package let validUntil: Day?
        package let caseID: String
        package let authority: String
        package let grade: String

        /// Whether it holds on that day.
        package func isValid(on day: Day) -> Bool {
            state == .valid && validFrom <= day && (validUntil.map { day <= $0 } ?? true)
        }

        /// The state on a day: an expired period needs no event to be over.
        package func standing(on day: Day) -> Certificate.State {
            guard state == .valid, let validUntil, day > validUntil else { return state }
            return .expired
        }
    }

    package static func find(_ id: Certificate.ID, in connection: any Connection) throws -> Entry? {
        try connection.first("\(select) WHERE id = $1", [.text(id.text)]).flatMap(entry)
    }

    package static func find(number: String, in connection: any Connection) throws -> [Entry] {
        try connection.query("\(select) WHERE number = $1 ORDER BY id", [.text(number)]).compactMap(entry)
    }

    /// What a holder has, newest first.
    package static func held(by holder: String, in connection: any Connection) throws -> [Entry] {
        try connection.query(
            "\(select) WHERE holder = $1 ORDER BY kind, id DESC LIMIT 200", [.text(holder)]
        ).compactMap(entry)
    }

    /// What a holder has, by kind and id, behind a place.
    package static func held(
        by holder: String, behind place: (kind: String, id: String), limit: Int, in connection: any Connection
    ) throws -> [Entry] {
        try connection.query(
            "\(select) WHERE holder = $1 AND (kind, id) > ($2, $3) ORDER BY kind, id LIMIT $4",
            [.text(holder), .text(place.kind), .text(place.id), SQLValue(limit)]
        ).compactMap(entry)
    }

    /// Of one kind, newest first.
    package static func held(
        by holder: String, kind: String, in connection: any Connection
    ) throws -> [Entry] {
        try connection.query(
            "\(select) WHERE holder = $1 AND kind = $2 ORDER BY id DESC LIMIT 20", [.text(holder), .text(kind)]
        ).compactMap(entry)
    }

    package static func issued(by caseID: String, in connection: any Connection) throws -> [Entry] {
        try connection.query("\(select) WHERE case_id = $1 ORDER BY id", [.text(caseID)]).compactMap(entry)
    }

    private static let select = """
        SELECT id, version, kind, number, holder, state, valid_from, valid_until, case_id, authority, grade
        FROM certificate
        """

    private static func entry(_ row: Row) throws -> Entry? {
        guard let id = Certificate.ID(try row.text(0)), let state = Certificate.State(rawValue: try row.text(5)),
            let from = Day(try row.text(6))
        else { return nil }
        return Entry(
            id: id, version: try row.int(1), kind: try row.text(2), number: try row.text(3),
            holder: try row.text(4), state: state, validFrom: from,
            validUntil: try row.optionalText(7).flatMap { Day($0) }, caseID: try row.text(8),
            authority: try row.text(9), grade: try row.text(10))
    }

    static func replace(_ certificate: Certificate, grade: String, in connection: any Connection) throws {
        try connection.enqueue(
            """
            INSERT INTO certificate(id, version, kind, number, holder, state, valid_from, valid_until, case_id,
                authority, grade)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT(id) DO UPDATE SET version = excluded.version, state = excluded.state
            """,
            [
                .text(certificate.id.text), SQLValue(certificate.version), .text(certificate.kind),
                .text(certificate.number), .text(certificate.holder.description), .text(certificate.state.rawValue),
                .text(certificate.validFrom.description), SQLValue(certificate.validUntil?.description),
                .text(certificate.caseID), .text(certificate.issuedBy), .text(grade),
            ])
    }
}

/// Rows of certificates, each a function of its own stream.
package struct CertificateProjection: Projection {
    package let name = "certificates"
    package let version = 2
    package let tables = [CertificateStore.table]

    package init() {}

    package struct Rows: Sendable {
        let certificates: [(certificate: Certificate, grade: String)]
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Rows {
        guard let certificate = Certificate(folding: stream) else { return Rows(certificates: []) }
        let grade = stream.first?.body.open["grade"]?.text ?? "A"
        return Rows(certificates: [(certificate, grade)])
    }

    package func store(_ rows: Rows, in connection: any Connection) throws {
        for row in rows.certificates { try CertificateStore.replace(row.certificate, grade: row.grade, in: connection) }
    }
}
