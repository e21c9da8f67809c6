import Storage
import Values

/// All SQL about tables that follow from the log: their versions, their making anew, and the comparison.
enum DerivedStore {
    /// The version whose rows the tables hold; 0 while they are being made anew; nil when they were never made.
    static func version(of name: String, in connection: any Connection) throws -> Int? {
        try connection.first("SELECT version FROM derived WHERE name = $1", [SQLValue(name)])?.int(0)
    }

    static func set(_ version: Int, of name: String, in connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO derived(name, version) VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET version = excluded.version
            """, [SQLValue(name), SQLValue(version)])
    }

    /// Several nodes may start at once: one looks after the tables, the others wait and find them made.
    static func lock(in connection: any Connection) throws {
        guard connection.engine == .postgres else { return }
        try connection.execute("LOCK TABLE derived IN EXCLUSIVE MODE", [])
    }

    static func make(_ tables: [DerivedTable], in connection: any Connection) throws {
        for table in tables { try connection.script(table.sql) }
    }

    static func drop(_ tables: [DerivedTable], in connection: any Connection) throws {
        for table in tables.reversed() { try connection.execute("DROP TABLE IF EXISTS \(table.name)", []) }
    }

    /// Copies the rows aside, so that they can be compared with those made anew.
    static func keepCopies(of tables: [DerivedTable], in connection: any Connection) throws {
        for table in tables {
            try connection.execute("CREATE TABLE \(copy(table)) AS SELECT * FROM \(table.name)", [])
        }
    }

    static func dropCopies(of tables: [DerivedTable], in connection: any Connection) throws {
        for table in tables { try connection.execute("DROP TABLE IF EXISTS \(copy(table))", []) }
    }

    /// What differs between the copy and the table of today.
    static func compare(_ table: DerivedTable, in connection: any Connection) throws -> TableComparison {
        let columns = try columns(of: table.name, in: connection).joined(separator: ", ")
        func count(_ name: String) throws -> Int {
            try connection.first("SELECT count(*) FROM \(name)", [])?.int(0) ?? 0
        }
        func only(in left: String, notIn right: String) throws -> [String] {
            try connection.query("SELECT \(columns) FROM \(left) EXCEPT SELECT \(columns) FROM \(right)", [])
                .map { row in (0..<row.count).map { text(row[$0]) }.joined(separator: " | ") }.sorted()
        }
        return TableComparison(
            table: table.name, rowsBefore: try count(copy(table)), rowsNow: try count(table.name),
            onlyBefore: try only(in: copy(table), notIn: table.name),
            onlyNow: try only(in: table.name, notIn: copy(table)))
    }

    static func hasEvents(in connection: any Connection) throws -> Bool {
        try connection.first("SELECT 1 FROM event LIMIT 1", []) != nil
    }

    private static func copy(_ table: DerivedTable) -> String { "before_\(table.name)" }

    /// The rows that follow from a stream, with all columns in their order.
    static func rows(
        of stream: String, in table: DerivedTable, in connection: any Connection
    ) throws -> [[SQLValue]] {
        guard let column = table.stream else { return [] }
        let columns = try columns(of: table.name, in: connection).joined(separator: ", ")
        // Such a table has an index by position, and none by stream.
        let condition =
            table.position.map { "\($0) IN (SELECT position FROM log WHERE stream = $1)" } ?? "\(column) = $1"
        return try connection.query(
            "SELECT \(columns) FROM \(table.name) WHERE \(condition)", [.text(stream)]
        ).map { row in (0..<row.count).map { row[$0] } }
    }

    /// The same as text for the administrator, in any order.
    static func texts(of stream: String, in table: DerivedTable, in connection: any Connection) throws -> [String] {
        try rows(of: stream, in: table, in: connection).map { row in row.map(text).joined(separator: " | ") }
    }

    /// Removes the rows that follow from a stream.
    static func remove(_ stream: String, from table: DerivedTable, in connection: any Connection) throws {
        guard let column = table.stream else { return }
        try connection.execute("DELETE FROM \(table.name) WHERE \(column) = $1", [.text(stream)])
    }

    static func columns(of table: String, in connection: any Connection) throws -> [String] {
        let sql =
            switch connection.engine {
            case .sqlite: "SELECT name FROM pragma_table_info($1) ORDER BY cid"
            case .postgres:
                """
                SELECT CAST(attname AS TEXT) FROM pg_attribute
                WHERE attrelid = CAST(CAST($1 AS TEXT) AS regclass) AND attnum > 0 AND NOT attisdropped
                ORDER BY attnum
                """
            }
        return try connection.query(sql, [SQLValue(table)]).map { try $0.text(0) }
    }

    private static func text(_ value: SQLValue) -> String {
        switch value {
        case .null: "null"
        case .int(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        case .blob(let bytes): "\(bytes.count) bytes"
        }
    }
}

/// How the rows of one table made anew compare with those that were there.
package struct TableComparison: Hashable, Sendable {
    package let table: String
    package let rowsBefore: Int
    package let rowsNow: Int
    /// Rows that were there and do not follow from the log, as text for the administrator.
    package let onlyBefore: [String]
    /// Rows that follow from the log and were missing.
    package let onlyNow: [String]

    package init(table: String, rowsBefore: Int, rowsNow: Int, onlyBefore: [String], onlyNow: [String]) {
        self.table = table
        self.rowsBefore = rowsBefore
        self.rowsNow = rowsNow
        self.onlyBefore = onlyBefore
        self.onlyNow = onlyNow
    }

    package var isEqual: Bool { rowsBefore == rowsNow && onlyBefore.isEmpty && onlyNow.isEmpty }
}
