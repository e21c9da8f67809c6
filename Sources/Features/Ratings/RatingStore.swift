import Storage
import Values

/// All SQL about ratings.
package enum RatingStore {
    static let table = DerivedTable(
        name: "rating", stream: "id",
        sql: """
            CREATE TABLE rating (
                id TEXT NOT NULL PRIMARY KEY,
                case_id TEXT,
                occasion TEXT NOT NULL,
                service TEXT NOT NULL,
                item TEXT,
                region TEXT NOT NULL,
                unit TEXT NOT NULL,
                channel TEXT NOT NULL,
                first_grade BIGINT NOT NULL,
                grade BIGINT NOT NULL,
                named {bool} NOT NULL,
                aspects TEXT NOT NULL,
                words {bool} NOT NULL,
                given_at BIGINT NOT NULL,
                followed_at BIGINT
            );
            CREATE INDEX rating_by_time ON rating(given_at, id);
            CREATE INDEX rating_by_region ON rating(region, given_at, id);
            CREATE INDEX rating_by_unit ON rating(unit, given_at, id);
            CREATE INDEX rating_by_service ON rating(service, given_at, id)
            """)

    private static let columns = """
        id, case_id, occasion, service, item, region, unit, channel, first_grade, grade, named, aspects, words, \
        given_at, followed_at
        """

    static func replace(_ row: RatingRow, in connection: any Connection) throws {
        try connection.enqueue(
            """
            INSERT INTO rating(\(columns))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            ON CONFLICT(id) DO UPDATE SET case_id = excluded.case_id, grade = excluded.grade,
            aspects = excluded.aspects, words = excluded.words, followed_at = excluded.followed_at
            """,
            [
                .text(row.id), SQLValue(row.caseID), .text(row.occasion.rawValue), .text(row.service),
                SQLValue(row.item), .text(row.region), .text(row.unit), .text(row.channel),
                SQLValue(row.first.number), SQLValue(row.grade.number), SQLValue(row.isNamed),
                .text(row.aspects.joined(separator: ",")), SQLValue(row.hasWords), .int(row.givenAt.milliseconds),
                SQLValue(row.followedAt?.milliseconds),
            ])
    }

    /// One rating; nil when there is none.
    package static func row(_ id: String, in connection: any Connection) throws -> RatingRow? {
        try connection.first("SELECT \(columns) FROM rating WHERE id = $1", [.text(id)]).flatMap(row)
    }

    /// Ratings of a scope, the newest first.
    package static func rows(
        _ scope: RatingScope, before: RatingCursor?, limit: Int, in connection: any Connection
    ) throws -> [RatingRow] {
        let before = before ?? RatingCursor(at: Moment(milliseconds: Int64.max), id: "")
        let place: [SQLValue] = [.int(before.at.milliseconds), .text(before.id), SQLValue(limit)]
        let found: [Row] =
            switch scope {
            case .city: try connection.query("\(select) WHERE \(ordered)", place)
            case .region(let id):
                try connection.query("\(select) WHERE region = $4 AND \(ordered)", place + [.text(id)])
            case .unit(let id): try connection.query("\(select) WHERE unit = $4 AND \(ordered)", place + [.text(id)])
            case .service(let id):
                try connection.query("\(select) WHERE service = $4 AND \(ordered)", place + [.text(id)])
            }
        return try found.compactMap(row)
    }

    private static let select = "SELECT \(columns) FROM rating"
    private static let ordered = "(given_at, id) < ($1, $2) ORDER BY given_at DESC, id DESC LIMIT $3"

    private static func row(_ row: Row) throws -> RatingRow? {
        guard let occasion = RatingOccasion(rawValue: try row.text(2)),
            let first = RatingGrade(number: try row.int(8)), let grade = RatingGrade(number: try row.int(9))
        else { return nil }
        return RatingRow(
            id: try row.text(0), caseID: try row.optionalText(1), occasion: occasion, service: try row.text(3),
            item: try row.optionalText(4), region: try row.text(5), unit: try row.text(6), channel: try row.text(7),
            first: first, grade: grade, isNamed: try row.bool(10),
            aspects: try row.text(11).split(separator: ",").map(String.init), hasWords: try row.bool(12),
            givenAt: Moment(milliseconds: Int64(try row.int(13))),
            followedAt: try row.optionalInt(14).map { Moment(milliseconds: Int64($0)) })
    }
}
