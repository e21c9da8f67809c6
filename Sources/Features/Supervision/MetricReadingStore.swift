import Storage
import Values

/// All SQL by which boards read sums, and the cases behind them.
package enum MetricReadingStore {
    /// Sums of one value of a dimension, by month.
    ///
    /// - Parameters:
    ///   - reported: only what had been recorded by the end of this month, as it was known then; nil: as it is known
    ///     now.
    ///   - keys: of the parts that are asked for; nil: all.
    static func months(
        of dimension: MetricDimension, value: String, months: ClosedRange<Int>, reported: Int?, only keys: Set<String>?,
        in connection: any Connection
    ) throws -> [(month: Int, figures: MetricFigures)] {
        try connection.query(
            """
            SELECT month, figures FROM metric_month
            WHERE dimension = $1 AND value = $2 AND month BETWEEN $3 AND $4 AND reported <= $5
            """,
            [
                .text(dimension.rawValue), .text(value), SQLValue(months.lowerBound), SQLValue(months.upperBound),
                SQLValue(reported ?? Int(Int32.max)),
            ]
        ).map { (try $0.int(0), MetricFigures(text: try $0.text(1), only: keys)) }
    }

    /// Sums of every value of a dimension over months.
    static func values(
        of dimension: MetricDimension, months: ClosedRange<Int>, reported: Int?, only keys: Set<String>?,
        in connection: any Connection
    ) throws -> [String: MetricFigures] {
        let rows = try connection.query(
            """
            SELECT value, figures FROM metric_month
            WHERE dimension = $1 AND month BETWEEN $2 AND $3 AND reported <= $4
            """,
            [
                .text(dimension.rawValue), SQLValue(months.lowerBound), SQLValue(months.upperBound),
                SQLValue(reported ?? Int(Int32.max)),
            ])
        var found: [String: MetricFigures] = [:]
        for row in rows {
            let figures = MetricFigures(text: try row.text(1), only: keys)
            if !figures.isEmpty { found[try row.text(0), default: MetricFigures()].add(figures) }
        }
        return found
    }

    /// Sums of the days from one to another, as they had been recorded by the end of the last, by region and unit.
    static func days(
        from first: Day, to last: Day, only keys: Set<String>, in connection: any Connection
    ) throws -> [(region: String, unit: String, figures: MetricFigures)] {
        // The name of a cell begins with its day.
        try connection.query(
            "SELECT region, unit, figures FROM metric_day WHERE cell >= $1 AND cell < $2 AND posted <= $3",
            [.text(first.description), .text(last.next.description), SQLValue(last.number)]
        ).map { (try $0.text(0), try $0.text(1), MetricFigures(text: try $0.text(2), only: keys)) }
    }

    /// One case that counts against a target.
    package struct Fault: Hashable, Sendable {
        package let caseID: String
        package let day: Day
        package let service: String
        package let unit: String
        package let region: String
        package let value: Int?
    }

    /// Whose cases are asked for.
    enum FaultScope: Hashable, Sendable {
        case city
        case region(String)
        case unit(String)
    }

    /// The latest first.
    static func faults(
        of metric: String, in scope: FaultScope, before: FaultCursor?, limit: Int, in connection: any Connection
    ) throws -> [Fault] {
        var arguments: [SQLValue] = [
            .text(metric), SQLValue(before?.day.number ?? Int(Int32.max)), .text(before?.caseID ?? ""),
            SQLValue(limit),
        ]
        var place = ""
        switch scope {
        case .city: break
        case .region(let id):
            place = "AND region = $5 "
            arguments.append(.text(id))
        case .unit(let id):
            place = "AND unit = $5 "
            arguments.append(.text(id))
        }
        return try connection.query(
            """
            SELECT stream, day, service, unit, region, value FROM metric_fault
            WHERE metric = $1 \(place)AND (day, stream) < ($2, $3) ORDER BY day DESC, stream DESC LIMIT $4
            """, arguments
        ).map { row in
            Fault(
                caseID: try row.text(0), day: Day(number: try row.int(1)), service: try row.text(2),
                unit: try row.text(3), region: try row.text(4), value: try row.optionalInt(5))
        }
    }
}

/// Where a page of cases ended.
struct FaultCursor: Hashable, Sendable {
    let day: Day
    let caseID: String

    init(day: Day, caseID: String) {
        self.day = day
        self.caseID = caseID
    }

    /// Reads `2026-03-02 01KE…`.
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let day = Day(words[0]), words[1].count == 26 else { return nil }
        self.init(day: day, caseID: words[1])
    }

    var text: String { "\(day) \(caseID)" }
}
