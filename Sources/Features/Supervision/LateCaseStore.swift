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

    /// How many cases of a region, up to so many, and since when the oldest.
    ///
    /// - Parameter day: cases are late whose last day lies before it; those that stand still by law are not.
    static func count(
        on day: Day, in region: String, atMost limit: Int, in connection: any Connection
    ) throws -> (cases: Int, oldest: Day?) {
        let late = "FROM case_task WHERE region = $1 AND due < $2 AND NOT stopped"
        let values: [SQLValue] = [.text(region), .text(day.description)]
        // Not in one question: PostgreSQL sorts all of them to find the oldest.
        let cases = try connection.query("SELECT case_id \(late) LIMIT $3", values + [SQLValue(limit)])
        let oldest = try connection.first("SELECT due \(late) ORDER BY due, case_id LIMIT 1", values)
        return (Set(try cases.map { try $0.text(0) }).count, try oldest.flatMap { Day(try $0.text(0)) })
    }

    /// Those that have waited longest first; one with several late tasks stands once.
    static func cases(
        on day: Day, in region: String, limit: Int, in connection: any Connection
    ) throws -> [Late] {
        var seen: Set<String> = []
        return try connection.query(
            """
            SELECT case_id, case_number, service, unit, due FROM case_task
            WHERE region = $1 AND due < $2 AND NOT stopped ORDER BY due, case_id LIMIT $3
            """,
            [.text(region), .text(day.description), SQLValue(limit)]
        ).compactMap { row in
            guard let due = Day(try row.text(4)), seen.insert(try row.text(0)).inserted else { return nil }
            return Late(
                caseID: try row.text(0), number: try row.optionalText(1), service: try row.text(2),
                unit: try row.text(3), region: region, due: due)
        }
    }
}
