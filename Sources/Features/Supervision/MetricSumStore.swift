import Storage
import Values

/// All SQL about what metrics count: sums by day and by month, open cases, and cases that a target does not want.
package enum MetricSumStore {
    /// The finest sums: one row for a day, the day of recording, service, unit, region and channel.
    static let days = DerivedTable(
        name: "metric_day",
        sql: """
            CREATE TABLE metric_day (
                cell TEXT NOT NULL PRIMARY KEY,
                day BIGINT NOT NULL,
                posted BIGINT NOT NULL,
                service TEXT NOT NULL,
                unit TEXT NOT NULL,
                region TEXT NOT NULL,
                channel TEXT NOT NULL,
                figures TEXT NOT NULL
            );
            CREATE INDEX metric_day_by_service ON metric_day(service, day);
            CREATE INDEX metric_day_by_unit ON metric_day(unit, day)
            """)

    /// What boards read: sums of a month by one dimension; `reported` is the month of recording.
    static let months = DerivedTable(
        name: "metric_month",
        sql: """
            CREATE TABLE metric_month (
                cell TEXT NOT NULL PRIMARY KEY,
                dimension TEXT NOT NULL,
                value TEXT NOT NULL,
                month BIGINT NOT NULL,
                reported BIGINT NOT NULL,
                figures TEXT NOT NULL
            );
            CREATE INDEX metric_month_by_value ON metric_month(dimension, value, month);
            CREATE INDEX metric_month_by_month ON metric_month(dimension, month)
            """)

    /// What must be remembered of a case until it ends.
    static let cases = DerivedTable(
        name: "metric_case",
        sql: "CREATE TABLE metric_case (stream TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL)")

    /// Cases that count against a target.
    static let faults = DerivedTable(
        name: "metric_fault",
        sql: """
            CREATE TABLE metric_fault (
                metric TEXT NOT NULL,
                stream TEXT NOT NULL,
                day BIGINT NOT NULL,
                service TEXT NOT NULL,
                unit TEXT NOT NULL,
                region TEXT NOT NULL,
                value BIGINT,
                PRIMARY KEY (metric, stream)
            );
            CREATE INDEX metric_fault_by_day ON metric_fault(metric, day, stream);
            CREATE INDEX metric_fault_by_region ON metric_fault(metric, region, day, stream);
            CREATE INDEX metric_fault_by_unit ON metric_fault(metric, unit, day, stream)
            """)

    static let tables = [days, months, cases, faults]

    /// Empties everything and sends the follower back to the beginning: other things are counted from now on.
    static func countAnew(_ follower: String, in connection: any Connection) throws {
        for table in tables { try connection.execute("DELETE FROM \(table.name)", []) }
        try FollowerStore.rewind(follower, in: connection)
    }

    // MARK: Reading for counting

    /// So many keys are asked for at once; fewer are filled up with the first, so that few texts serve any number.
    private static let atOnce = 32

    private static func texts(
        _ ids: [String], from table: String, key: String, value: String, in connection: any Connection
    ) throws -> [String: String] {
        var found: [String: String] = [:]
        let marks = (1...atOnce).map { "$\($0)" }.joined(separator: ",")
        for start in stride(from: 0, to: ids.count, by: atOnce) {
            var some = Array(ids[start..<min(start + atOnce, ids.count)])
            while some.count < atOnce { some.append(some[0]) }
            let rows = try connection.query(
                "SELECT \(key), \(value) FROM \(table) WHERE \(key) IN (\(marks))", some.map { .text($0) })
            for row in rows { found[try row.text(0)] = try row.text(1) }
        }
        return found
    }

    /// The states of open cases, by stream.
    static func states(of streams: [String], in connection: any Connection) throws -> [String: String] {
        try texts(streams, from: "metric_case", key: "stream", value: "state", in: connection)
    }

    static func dayFigures(_ ids: [String], in connection: any Connection) throws -> [String: String] {
        try texts(ids, from: "metric_day", key: "cell", value: "figures", in: connection)
    }

    static func monthFigures(_ ids: [String], in connection: any Connection) throws -> [String: String] {
        try texts(ids, from: "metric_month", key: "cell", value: "figures", in: connection)
    }

    // MARK: Writing

    private static let dayInsert = Insert(
        into: "metric_day", columns: ["cell", "day", "posted", "service", "unit", "region", "channel", "figures"],
        ending: "ON CONFLICT(cell) DO UPDATE SET figures = excluded.figures")
    private static let monthInsert = Insert(
        into: "metric_month", columns: ["cell", "dimension", "value", "month", "reported", "figures"],
        ending: "ON CONFLICT(cell) DO UPDATE SET figures = excluded.figures")
    private static let caseInsert = Insert(
        into: "metric_case", columns: ["stream", "state"],
        ending: "ON CONFLICT(stream) DO UPDATE SET state = excluded.state")
    private static let faultInsert = Insert(
        into: "metric_fault", columns: ["metric", "stream", "day", "service", "unit", "region", "value"],
        ending: """
            ON CONFLICT(metric, stream) DO UPDATE SET day = excluded.day, service = excluded.service,
            unit = excluded.unit, region = excluded.region, value = excluded.value
            """)

    static func save(_ rows: MetricRows, in connection: any Connection) throws {
        try connection.insert(rows.days, by: dayInsert)
        for id in rows.emptyDays { try connection.enqueue("DELETE FROM metric_day WHERE cell = $1", [.text(id)]) }
        try connection.insert(rows.months, by: monthInsert)
        for id in rows.emptyMonths { try connection.enqueue("DELETE FROM metric_month WHERE cell = $1", [.text(id)]) }
        try connection.insert(rows.cases, by: caseInsert)
        for id in rows.endedCases { try connection.enqueue("DELETE FROM metric_case WHERE stream = $1", [.text(id)]) }
        for key in rows.noFaults {
            try connection.enqueue(
                "DELETE FROM metric_fault WHERE metric = $1 AND stream = $2", [.text(key.metric), .text(key.caseID)])
        }
        try connection.insert(rows.faults, by: faultInsert)
    }
}

/// Everything that one step of the follower writes.
struct MetricRows: Sendable {
    var days: [[SQLValue]] = []
    var emptyDays: [String] = []
    var months: [[SQLValue]] = []
    var emptyMonths: [String] = []
    var cases: [[SQLValue]] = []
    var endedCases: [String] = []
    var faults: [[SQLValue]] = []
    var noFaults: [MetricFaultKey] = []

    mutating func add(_ figures: MetricFigures, at cell: MetricCell) {
        guard !figures.isEmpty else { return emptyDays.append(cell.id) }
        days.append([
            .text(cell.id), SQLValue(cell.day.number), SQLValue(cell.posted.number), .text(cell.service),
            .text(cell.unit), .text(cell.region), .text(cell.channel), .text(figures.text),
        ])
    }

    mutating func add(_ figures: MetricFigures, at month: MetricMonth) {
        guard !figures.isEmpty else { return emptyMonths.append(month.id) }
        months.append([
            .text(month.id), .text(month.dimension.rawValue), .text(month.value), SQLValue(month.month),
            SQLValue(month.reported), .text(figures.text),
        ])
    }

    mutating func add(_ fault: MetricFault) {
        faults.append([
            .text(fault.metric), .text(fault.caseID), SQLValue(fault.cell.day.number), .text(fault.cell.service),
            .text(fault.cell.unit), .text(fault.cell.region), SQLValue(fault.value),
        ])
    }
}
