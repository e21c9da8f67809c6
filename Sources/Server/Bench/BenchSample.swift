import Storage
import Values

/// What one lifecycle wrote, command by command, with the texts that must become others each time.
struct BenchSample: Sendable {
    typealias TableRow = (table: String, values: [SQLValue])

    var commands: [[TableRow]]
    var ids: [String]
}

/// Reads the rows of finished cases, table by table, as they stand.
struct BenchSampleReading {
    /// Column names by table.
    let columns: [String: [String]]
    private let connection: any Connection

    private static let tables = [
        "stream_key", "event", "log", "unplaced", "sealed", "idempotency", "case_file", "case_task", "known_answer",
        "certificate",
    ]

    init(_ connection: any Connection) throws {
        self.connection = connection
        var columns: [String: [String]] = [:]
        for table in BenchSampleReading.tables {
            columns[table] = try BenchSampleReading.columns(of: table, in: connection)
        }
        self.columns = columns
    }

    func sample(of id: String) throws -> BenchSample {
        var sample = BenchSample(commands: [], ids: [id])
        let answers = try connection.query(
            "SELECT events, client_key, actor, verb FROM idempotency WHERE result LIKE $1 ORDER BY at, client_key",
            [SQLValue("%\"" + id + "\"%")])
        for answer in answers {
            var command: [BenchSample.TableRow] = []
            let receipts = JSON(text: try answer.text(0))?.list ?? []
            for stream in Set(receipts.compactMap { $0["stream"]?.text }).sorted() {
                if !sample.ids.contains(stream) { sample.ids.append(stream) }
                let versions = receipts.filter { $0["stream"]?.text == stream }.compactMap { $0["version"]?.number }
                command += try written(to: stream, versions)
                if stream != id { command += try rows("certificate", "id = $1", [.text(stream)]) }
            }
            sample.ids.append(try answer.text(1))
            command += try rows(
                "idempotency", "actor = $1 AND verb = $2 AND client_key = $3", [answer[2], answer[3], answer[1]])
            command += try rows("case_file", "id = $1", [.text(id)])
            command += try rows("case_task", "case_id = $1", [.text(id)])
            if sample.commands.isEmpty { command += try rows("known_answer", "stream = $1", [.text(id)]) }
            sample.commands.append(command)
        }
        return sample
    }

    private func written(to stream: String, _ versions: [Int]) throws -> [BenchSample.TableRow] {
        let range = [SQLValue(stream), SQLValue(versions.min() ?? 1), SQLValue(versions.max() ?? 1)]
        let condition = "stream = $1 AND version BETWEEN $2 AND $3"
        var written = versions.contains(1) ? try rows("stream_key", "stream = $1", [.text(stream)]) : []
        written += try rows("event", condition, range)
        written += try rows("sealed", condition, range)
        let log = try rows("log", condition, range)
        guard connection.engine == .postgres else { return written + log }
        // On PostgreSQL a command writes into `unplaced`; the leader moves the rows later.
        return written + log.map { ("unplaced", [$0.values[1], $0.values[2], .int(0), $0.values[3]]) }
    }

    private func rows(_ table: String, _ condition: String, _ arguments: [SQLValue]) throws -> [BenchSample.TableRow] {
        let names = (columns[table] ?? []).joined(separator: ", ")
        return try connection.query("SELECT \(names) FROM \(table) WHERE \(condition)", arguments)
            .map { row in (table, (0..<row.count).map { row[$0] }) }
    }

    private static func columns(of table: String, in connection: any Connection) throws -> [String] {
        let found =
            switch connection.engine {
            case .sqlite: try connection.query("SELECT name FROM pragma_table_info('\(table)')")
            case .postgres:
                try connection.query(
                    """
                    SELECT CAST(column_name AS TEXT) FROM information_schema.columns
                    WHERE table_name = $1 AND table_schema = current_schema() ORDER BY ordinal_position
                    """, [.text(table)])
            }
        return try found.map { try $0.text(0) }
    }
}
