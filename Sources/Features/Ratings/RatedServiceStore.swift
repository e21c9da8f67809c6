import Storage
import Values

/// All SQL about service events that can be rated; they follow from the streams of cases.
package enum RatedServiceStore {
    /// An outcome's row is there from the filing on, without an instant, so that its end finds it.
    static let table = DerivedTable(
        name: "rated_service",
        sql: """
            CREATE TABLE rated_service (
                rating TEXT NOT NULL PRIMARY KEY,
                code_mark TEXT NOT NULL,
                case_id TEXT NOT NULL,
                occasion TEXT NOT NULL,
                service TEXT NOT NULL,
                item TEXT,
                region TEXT NOT NULL,
                unit TEXT NOT NULL,
                channel TEXT NOT NULL,
                entrance {bool} NOT NULL,
                happened_at BIGINT
            );
            CREATE UNIQUE INDEX rated_service_by_code ON rated_service(code_mark);
            CREATE UNIQUE INDEX rated_service_by_case ON rated_service(case_id, occasion);
            CREATE INDEX rated_service_closed ON rated_service(happened_at, rating)
            WHERE NOT entrance AND happened_at IS NOT NULL;
            CREATE INDEX rated_service_closed_in ON rated_service(region, happened_at, rating)
            WHERE NOT entrance AND happened_at IS NOT NULL
            """)

    private static let columns =
        "rating, case_id, occasion, service, item, region, unit, channel, happened_at"

    static func add(
        _ service: RatedService, mark: String, hasEntrance: Bool, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO rated_service(\(columns), code_mark, entrance)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT(rating) DO NOTHING
            """,
            [
                .text(service.rating), .text(service.caseID), .text(service.occasion.rawValue),
                .text(service.service), SQLValue(service.item), .text(service.region), .text(service.unit),
                .text(service.channel), SQLValue(service.happenedAt?.milliseconds), .text(mark),
                SQLValue(hasEntrance),
            ])
    }

    /// The matter has ended; gives its service event, nil when it is none or had ended before.
    static func end(_ caseID: String, at moment: Moment, in connection: any Connection) throws -> RatedService? {
        let changed = try connection.execute(
            """
            UPDATE rated_service SET happened_at = $2
            WHERE case_id = $1 AND occasion = 'outcome' AND happened_at IS NULL
            """, [.text(caseID), .int(moment.milliseconds)])
        return changed == 1 ? try service(.outcome, of: caseID, in: connection) : nil
    }

    package static func service(
        _ occasion: RatingOccasion, of caseID: String, in connection: any Connection
    ) throws -> RatedService? {
        try connection.first(
            "\(select) WHERE case_id = $1 AND occasion = $2", [.text(caseID), .text(occasion.rawValue)]
        ).flatMap(service)
    }

    /// By the mark of its code.
    static func service(mark: String, in connection: any Connection) throws -> RatedService? {
        try connection.first("\(select) WHERE code_mark = $1", [.text(mark)]).flatMap(service)
    }

    package static func service(rating: String, in connection: any Connection) throws -> RatedService? {
        try connection.first("\(select) WHERE rating = $1", [.text(rating)]).flatMap(service)
    }

    /// Service events that nobody can rate, because their channel has no way to; the newest first.
    ///
    /// - Parameter region: nil: of the whole city.
    package static func closed(
        in region: String?, before: RatingCursor?, limit: Int, in connection: any Connection
    ) throws -> [RatedService] {
        let before = before ?? RatingCursor(at: Moment(milliseconds: Int64.max), id: "")
        var arguments: [SQLValue] = [.int(before.at.milliseconds), .text(before.id), SQLValue(limit)]
        if let region { arguments.append(.text(region)) }
        return try connection.query(
            """
            \(select) WHERE NOT entrance AND happened_at IS NOT NULL \(region == nil ? "" : "AND region = $4")
            AND (happened_at, rating) < ($1, $2) ORDER BY happened_at DESC, rating DESC LIMIT $3
            """, arguments
        ).compactMap(service)
    }

    /// Service events that can be rated, in the order of their ids; for simulation.
    package static func rateable(
        after rating: String?, limit: Int, in connection: any Connection
    ) throws -> [RatedService] {
        try connection.query(
            """
            \(select) WHERE rating > $1 AND entrance AND happened_at IS NOT NULL ORDER BY rating LIMIT $2
            """, [.text(rating ?? ""), SQLValue(limit)]
        ).compactMap(service)
    }

    private static let select = "SELECT \(columns) FROM rated_service"

    private static func service(_ row: Row) throws -> RatedService? {
        guard let occasion = RatingOccasion(rawValue: try row.text(2)) else { return nil }
        return RatedService(
            rating: try row.text(0), caseID: try row.text(1), occasion: occasion, service: try row.text(3),
            item: try row.optionalText(4), region: try row.text(5), unit: try row.text(6),
            channel: try row.text(7),
            happenedAt: try row.optionalInt(8).map { Moment(milliseconds: Int64($0)) })
    }
}
