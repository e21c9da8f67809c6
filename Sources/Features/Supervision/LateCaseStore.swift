import Storage
import Values

/// All SQL about cases that are open and late today; what is measured of them comes only when they end.
package enum LateCaseStore {
    /// A case with a task whose last day has passed.
    package struct Late: Hashable, Sendable {
        package let caseID: String
        package let number: String?
        package let service: String
        package let unit: String
        package let region: String
        /// The first day that has passed of what is still to be done.
        package let due: Day
    }

    /// How many cases of each region, and since when the oldest.
    ///
    /// - Parameter day: cases are late whose last day lies before it; those that stand still by law are not.
    static func counts(
        on day: Day, in connection: any Connection
    ) throws -> [(region: String, cases: Int, oldest: Day)] {
        try connection.query(
            """
            SELECT region, COUNT(DISTINCT case_id), MIN(due) FROM case_task
            WHERE due < $1 AND NOT stopped GROUP BY region ORDER BY region
            """,
            [.text(day.description)]
        ).compactMap { row in
            guard let oldest = Day(try row.text(2)) else { return nil }
            return (try row.text(0), try row.int(1), oldest)
        }
    }

    /// Those that have waited longest first.
    ///
    /// - Parameter regions: nil: the whole city.
    static func cases(
        on day: Day, in regions: [String]?, limit: Int, in connection: any Connection
    ) throws -> [Late] {
        var arguments: [SQLValue] = [.text(day.description), SQLValue(limit)]
        var place = ""
        if let regions {
            if regions.isEmpty { return [] }
            let marks = regions.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
            place = "AND region IN (\(marks))"
            arguments += regions.map { .text($0) }
        }
        return try connection.query(
            """
            SELECT case_id, MIN(case_number), MIN(service), MIN(unit), MIN(region), MIN(due) AS late FROM case_task
            WHERE due < $1 AND NOT stopped \(place) GROUP BY case_id ORDER BY late, case_id LIMIT $2
            """, arguments
        ).compactMap { row in
            guard let due = Day(try row.text(5)) else { return nil }
            return Late(
                caseID: try row.text(0), number: try row.optionalText(1), service: try row.text(2),
                unit: try row.text(3), region: try row.text(4), due: due)
        }
    }
}
