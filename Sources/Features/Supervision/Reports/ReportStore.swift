import Definitions
import Storage
import Values

/// All SQL about made reports. Their bytes are addressed by their hash, kept for ever and never changed.
package enum ReportStore {
    package static let migration = Migration(
        id: "reports-001",
        sql: """
            CREATE TABLE report_file (
                hash TEXT NOT NULL PRIMARY KEY,
                bytes {blob} NOT NULL
            );
            """)

    static let table = DerivedTable(
        name: "report", stream: "stream",
        sql: """
            CREATE TABLE report (
                stream TEXT NOT NULL PRIMARY KEY,
                plan TEXT NOT NULL,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                every TEXT NOT NULL,
                first TEXT NOT NULL,
                last TEXT NOT NULL,
                region TEXT NOT NULL,
                position BIGINT NOT NULL,
                circulated {bool} NOT NULL,
                made_at BIGINT NOT NULL,
                content TEXT NOT NULL,
                files TEXT NOT NULL
            );
            CREATE INDEX report_by_day ON report(region, last, stream);
            CREATE INDEX report_by_every ON report(region, every, last, stream);
            CREATE INDEX report_by_plan ON report(plan, region, last)
            """)

    private static let columns = """
        stream, plan, name_zh, name_en, every, first, region, position, circulated, made_at, content, files, last
        """

    static func save(_ row: ReportRow, in connection: any Connection) throws {
        let files = row.files.sorted { $0.key.rawValue < $1.key.rawValue }
        try connection.execute(
            """
            INSERT INTO report(\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT(stream) DO NOTHING
            """,
            [
                .text(row.id), .text(row.plan), .text(row.name.zh), .text(row.name.en),
                .text(row.period.every.rawValue), .text(row.period.first.description), .text(row.region),
                SQLValue(row.position), SQLValue(row.isCirculated), .int(row.madeAt.milliseconds), .text(row.content),
                .text(files.map { "\($0.key.rawValue)=\($0.value)" }.joined(separator: " ")),
                .text(row.period.last.description),
            ])
    }

    private static func row(_ row: Row) throws -> ReportRow? {
        guard let every = ReportSpan.Every(rawValue: try row.text(4)), let first = Day(try row.text(5)) else {
            return nil
        }
        var files: [ReportRow.Form: String] = [:]
        for entry in try row.text(11).split(separator: " ") {
            let parts = entry.split(separator: "=").map(String.init)
            if parts.count == 2, let form = ReportRow.Form(rawValue: parts[0]) { files[form] = parts[1] }
        }
        return ReportRow(
            id: try row.text(0), plan: try row.text(1), name: Wording(zh: try row.text(2), en: try row.text(3)),
            period: ReportSpan(every, containing: first), region: try row.text(6), position: try row.int(7),
            isCirculated: try row.bool(8), madeAt: Moment(milliseconds: Int64(try row.int(9))),
            content: try row.text(10), files: files)
    }

    /// nil when none has that id.
    static func report(_ id: String, in connection: any Connection) throws -> ReportRow? {
        try connection.first("SELECT \(columns) FROM report WHERE stream = $1", [.text(id)]).flatMap { try row($0) }
    }

    /// Which reports a list shows.
    struct Choice: Hashable, Sendable {
        let region: String
        /// nil: of every frequency.
        let every: ReportSpan.Every?
        /// Only those that other regions may read as well.
        let isCirculatedOnly: Bool
        /// Of periods that end on this day or later; nil: since ever.
        let endsFrom: Day?
        /// Of periods that end on this day or earlier; nil: until now.
        let endsUntil: Day?
    }

    /// The latest period first.
    static func reports(
        _ choice: Choice, before: ReportCursor?, limit: Int, in connection: any Connection
    ) throws -> [ReportRow] {
        let before = before ?? ReportCursor(last: Day(9999, 12, 31), id: "~")
        var arguments: [SQLValue] = [
            .text(choice.region), .text(before.last.description), .text(before.id), SQLValue(limit),
        ]
        var conditions = ""
        if let every = choice.every {
            arguments.append(.text(every.rawValue))
            conditions += "AND every = $5 "
        }
        for (day, comparison) in [(choice.endsFrom, ">="), (choice.endsUntil, "<=")] {
            guard let day else { continue }
            arguments.append(.text(day.description))
            conditions += "AND last \(comparison) $\(arguments.count) "
        }
        if choice.isCirculatedOnly { conditions += "AND circulated " }
        return try connection.query(
            """
            SELECT \(columns) FROM report WHERE region = $1 \(conditions)AND (last, stream) < ($2, $3)
            ORDER BY last DESC, stream DESC LIMIT $4
            """, arguments
        ).compactMap { try row($0) }
    }

    /// The last day of the newest report of a plan in a region; nil before the first.
    static func newest(of plan: String, region: String, in connection: any Connection) throws -> Day? {
        try connection.first(
            "SELECT last FROM report WHERE plan = $1 AND region = $2 ORDER BY last DESC LIMIT 1",
            [.text(plan), .text(region)]
        ).flatMap { Day(try $0.text(0)) }
    }

    // MARK: Bytes

    static func keep(_ bytes: [UInt8], hash: String, in connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO report_file(hash, bytes) VALUES ($1, $2) ON CONFLICT(hash) DO NOTHING",
            [.text(hash), .blob(bytes)])
    }

    /// nil when they are not kept.
    static func bytes(_ hash: String, in connection: any Connection) throws -> [UInt8]? {
        try connection.first("SELECT bytes FROM report_file WHERE hash = $1", [.text(hash)])?.blob(0)
    }
}
