import Storage
import Values

/// All SQL about the sums of ratings.
package enum RatingSumStore {
    /// `region` is empty for the whole city.
    static let table = DerivedTable(
        name: "rating_sum",
        sql: """
            CREATE TABLE rating_sum (
                region TEXT NOT NULL,
                dimension TEXT NOT NULL,
                value TEXT NOT NULL,
                month BIGINT NOT NULL,
                count TEXT NOT NULL,
                n BIGINT NOT NULL,
                PRIMARY KEY (region, dimension, value, month, count)
            );
            CREATE INDEX rating_sum_by_month ON rating_sum(region, dimension, month)
            """)

    static func add(_ changes: RatingSumChanges, in connection: any Connection) throws {
        for (key, number) in changes.changes.sorted(by: { $0.key < $1.key }) where number != 0 {
            try connection.enqueue(
                """
                INSERT INTO rating_sum(region, dimension, value, month, count, n) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT(region, dimension, value, month, count) DO UPDATE SET n = rating_sum.n + excluded.n
                """,
                [
                    .text(key.region), .text(key.dimension), .text(key.value), SQLValue(key.month),
                    .text(key.count), SQLValue(number),
                ])
            // Who adds up everything at once never writes a row that comes to nothing.
            guard number < 0 else { continue }
            try connection.enqueue(
                """
                DELETE FROM rating_sum
                WHERE region = $1 AND dimension = $2 AND value = $3 AND month = $4 AND count = $5 AND n = 0
                """,
                [
                    .text(key.region), .text(key.dimension), .text(key.value), SQLValue(key.month), .text(key.count),
                ])
        }
    }

    /// The sums of a region, or of the city (nil), over months, by the values of a dimension.
    ///
    /// - Parameter value: one value only; nil: each.
    package static func sums(
        of dimension: RatingDimension, value: String?, region: String?, months: ClosedRange<Int>,
        in connection: any Connection
    ) throws -> [String: RatingFigures] {
        var arguments: [SQLValue] = [
            .text(region ?? ""), .text(dimension.rawValue), SQLValue(months.lowerBound), SQLValue(months.upperBound),
        ]
        var one = ""
        if let value {
            one = "AND value = $5 "
            arguments.append(.text(value))
        }
        let rows = try connection.query(
            """
            SELECT value, count, n FROM rating_sum
            WHERE region = $1 AND dimension = $2 \(one)AND month BETWEEN $3 AND $4
            """, arguments)
        var figures: [String: RatingFigures] = [:]
        for row in rows {
            guard let count = RatingCount(text: try row.text(1)) else { continue }
            figures[try row.text(0), default: RatingFigures()].add(try row.int(2), count)
        }
        return figures
    }
}
