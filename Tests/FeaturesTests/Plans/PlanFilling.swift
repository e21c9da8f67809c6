import Storage
import Values

/// Fills every table that grows with rows that resemble a city's: few roles and services, many people and days.
///
/// What stands in them is nonsense; only how many rows share a value matters to a plan.
struct PlanFilling {
    private struct Column {
        let name: String
        let type: String
    }

    /// Fills tables in the order of their foreign keys, and lets PostgreSQL count what is there.
    static func fill(_ database: Database, rows: Int) async throws {
        try await database.write { connection in
            let tables = try PlanFilling.tables(in: connection)
                .filter { GrowingTables.isGrowing($0) || $0 == "account_post" }
            let first = ["stream_key", "event", "upload"].filter(tables.contains)
            for table in first + tables.filter({ !first.contains($0) }) {
                let count = table == "account_post" ? min(rows, 3000) : rows
                try PlanFilling.fill(table, rows: count, in: connection)
            }
        }
        if database.engine == .postgres { try await database.write { try $0.script("ANALYZE") } }
    }

    /// Every table there is.
    static func tables(in connection: any Connection) throws -> [String] {
        let sql =
            connection.engine == .sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            : "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
        return try connection.query(sql, []).map { try $0.text(0) }
    }

    private static func fill(_ table: String, rows: Int, in connection: any Connection) throws {
        let columns = try columns(of: table, in: connection)
        guard !columns.isEmpty else { return }
        let names = columns.map(\.name).joined(separator: ", ")
        let values = columns.map { value($0, of: table, on: connection.engine) }.joined(separator: ", ")
        try connection.execute(
            """
            WITH RECURSIVE n(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1)
            INSERT INTO \(table)(\(names)) SELECT \(values) FROM n
            """, [SQLValue(rows - 1)])
    }

    private static func columns(of table: String, in connection: any Connection) throws -> [Column] {
        let rows =
            connection.engine == .sqlite
            ? try connection.query("SELECT name, type FROM pragma_table_info($1) ORDER BY cid", [.text(table)])
            : try connection.query(
                """
                SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT) FROM information_schema.columns
                WHERE table_name = $1 AND table_schema = current_schema() ORDER BY ordinal_position
                """, [.text(table)])
        return try rows.map { Column(name: try $0.text(0), type: try $0.text(1).lowercased()) }
    }

    /// So many different values there are in columns of these names, whatever the table.
    private static let few: [String: Int] = [
        "unit": 8, "role": 6, "service": 28, "region": 40, "kind": 6, "stage": 8, "waits_for": 4, "outcome": 5,
        "channel": 4, "definition": 60, "source": 5, "grade": 4, "concept": 12, "task": 9, "verb": 9, "need": 6,
        "type": 4, "authority": 30, "scopes": 2, "procedure": 8, "plan": 5, "every": 5,
    ]
    /// Everybody has some.
    private static let shared: [String: Int] = [
        "applicant": 3, "holder": 3, "owner": 3, "subject": 4, "agent": 3, "recipient": 4, "person": 2,
        "actor": 5, "upload": 2,
    ]

    private static func value(_ column: Column, of table: String, on engine: Engine) -> String {
        switch (table, column.name) {
        case ("log", "version"), ("event", "version"), ("sealed", "version"), ("unplaced", "version"): return "1"
        case ("log", "position"),
            (_, "number") where column.type.contains("int"):
            return "i"
        case ("unplaced", "stream"): return "'waiting' || CAST(1000000000 + i AS TEXT)"
        case ("case_serial", "day"): return "'day' || CAST(i AS TEXT)"
        case ("upload_piece", "place"): return "i % 2"
        case ("case_file", "next_instant"): return "CASE WHEN i % 9 = 0 THEN 1700000000000 + i * 1000 END"
        case ("notice_parcel", "state"): return "CASE WHEN i % 9 = 0 THEN 'waiting' ELSE 'sent' END"
        case ("account_delegation", "revoked_on"), ("account_post", "valid_until"): return "NULL"
        default: return value(column, on: engine)
        }
    }

    private static func value(_ column: Column, on engine: Engine) -> String {
        if column.type.contains("bool") || flags.contains(column.name) {
            return engine == .sqlite ? "i % 50 = 0" : "(i % 50 = 0)"
        }
        if column.type.contains("int") { return "1700000000000 + i * 1000" }
        if column.type.contains("blob") || column.type.contains("bytea") {
            return engine == .sqlite ? "CAST('b' || i AS BLOB)" : "convert_to('b' || CAST(i AS TEXT), 'UTF8')"
        }
        if days.contains(column.name) {
            return "'2026-0' || CAST(1 + i % 9 AS TEXT) || '-' || CAST(10 + i % 18 AS TEXT)"
        }
        if let count = few[column.name] { return "'\(column.name)-' || CAST(i % \(count) AS TEXT)" }
        if let count = shared[column.name] { return "'\(column.name)-' || CAST(i / \(count) AS TEXT)" }
        return "'id' || CAST(1000000000 + i AS TEXT)"
    }

    private static let flags: Set<String> = [
        "closed", "stopped", "unclear", "finished", "referenced", "sample", "at_window", "read", "named", "words",
        "entrance", "excluded", "soft", "in_force", "measured", "circulated",
    ]
    private static let days: Set<String> = [
        "due", "day", "promised_due", "legal_due", "valid_from", "valid_until", "expiry", "revoked_on", "yellow_from",
        "red_from", "report_due", "first", "last",
    ]
}
