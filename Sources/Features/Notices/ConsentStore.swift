import Storage
import Values

/// All SQL about the ways to which people agreed.
package enum ConsentStore {
    static let table = DerivedTable(
        name: "notice_consent",
        sql: """
            CREATE TABLE notice_consent (
                person TEXT NOT NULL,
                way TEXT NOT NULL,
                since BIGINT NOT NULL,
                PRIMARY KEY (person, way)
            )
            """)

    /// The ways to which a person agrees now, in the order of their names.
    package static func ways(of person: Person.ID, in connection: any Connection) throws -> [NoticeWay] {
        try connection.query("SELECT way FROM notice_consent WHERE person = $1 ORDER BY way", [.text(person.text)])
            .compactMap { NoticeWay(rawValue: try $0.text(0)) }
    }

    static func replace(_ rows: ConsentProjection.Rows, in connection: any Connection) throws {
        guard let person = rows.person else { return }
        try connection.execute("DELETE FROM notice_consent WHERE person = $1", [.text(person)])
        for (way, since) in rows.since.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try connection.execute(
                "INSERT INTO notice_consent(person, way, since) VALUES ($1, $2, $3)",
                [.text(person), .text(way.rawValue), .int(since.milliseconds)])
        }
    }
}
