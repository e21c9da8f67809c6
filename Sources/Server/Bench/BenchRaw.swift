import Foundation
import Storage
import Values

/// What the database alone can do with the rows of a lifecycle: the same statements' rows with the same sizes, bound
/// into the same tables by `Database.write`; no HTTP, no kernel, nothing hashed or sealed.
///
/// Rows are taken from cases of the run before, and get new ids of the same length.
struct BenchRaw: Sendable {
    /// The rows that one command wrote.
    struct Command: Sendable {
        var rows: [(table: String, values: [SQLValue])] = []
    }

    /// What one lifecycle wrote, with the texts that must become others each time.
    struct Sample: Sendable {
        var commands: [Command]
        var ids: [String]
    }

    private let samples: [Sample]
    /// Column names by table.
    private let columns: [String: [String]]

    /// Reads finished cases of a filled database.
    init(from database: Database, limit: Int) async throws {
        (samples, columns) = try await database.read { connection in
            var columns: [String: [String]] = [:]
            for table in BenchRaw.tables { columns[table] = try BenchRaw.columns(of: table, in: connection) }
            let cases = try connection.query(
                "SELECT id FROM case_file WHERE outcome = 'granted' ORDER BY id DESC LIMIT $1", [SQLValue(limit)])
            let samples = try cases.map { try BenchRaw.sample(of: try $0.text(0), columns, in: connection) }
            return (samples, columns)
        }
        guard !samples.isEmpty else { throw BenchClient.broken("no finished case to take rows from") }
    }

    private static let tables = [
        "stream_key", "event", "log", "unplaced", "sealed", "idempotency", "case_file", "case_task", "known_answer",
        "certificate",
    ]

    var rowsPerLifecycle: Int { samples[0].commands.reduce(0) { $0 + $1.rows.count } }

    // MARK: Taking

    private static func columns(of table: String, in connection: any Connection) throws -> [String] {
        switch connection.engine {
        case .sqlite:
            try connection.query("SELECT name FROM pragma_table_info('\(table)')").map { try $0.text(0) }
        case .postgres:
            try connection.query(
                """
                SELECT CAST(column_name AS TEXT) FROM information_schema.columns
                WHERE table_name = $1 AND table_schema = current_schema() ORDER BY ordinal_position
                """, [.text(table)]
            ).map { try $0.text(0) }
        }
    }

    private static func sample(
        of id: String, _ columns: [String: [String]], in connection: any Connection
    ) throws -> Sample {
        func rows(_ table: String, _ condition: String, _ arguments: [SQLValue]) throws -> [[SQLValue]] {
            let names = (columns[table] ?? []).joined(separator: ", ")
            return try connection.query("SELECT \(names) FROM \(table) WHERE \(condition)", arguments)
                .map { row in (0..<row.count).map { row[$0] } }
        }
        let isSQLite = connection.engine == .sqlite
        var sample = Sample(commands: [], ids: [id])
        let like = SQLValue("%\"" + id + "\"%")
        let answers = try connection.query(
            "SELECT events, client_key, actor, verb FROM idempotency WHERE result LIKE $1 ORDER BY at, client_key",
            [like])
        let taskRow = try rows("case_task", "case_id = $1", [.text(id)]).first
        for answer in answers {
            var command = Command()
            let receipts = JSON(text: try answer.text(0))?.list ?? []
            let streams = Set(receipts.compactMap { $0["stream"]?.text })
            for stream in streams.sorted() {
                if !sample.ids.contains(stream) { sample.ids.append(stream) }
                let versions = receipts.filter { $0["stream"]?.text == stream }.compactMap { $0["version"]?.number }
                let range = [SQLValue(stream), SQLValue(versions.min() ?? 1), SQLValue(versions.max() ?? 1)]
                if versions.contains(1) {
                    command.rows += try rows("stream_key", "stream = $1", [.text(stream)]).map { ("stream_key", $0) }
                }
                let condition = "stream = $1 AND version BETWEEN $2 AND $3"
                for table in ["event", "log", "sealed"] {
                    command.rows += try rows(table, condition, range).map { values in
                        guard table == "log", !isSQLite else { return (table, values) }
                        // On PostgreSQL a command writes into `unplaced`; the leader moves the rows later.
                        return ("unplaced", [values[1], values[2], .int(0), values[3]])
                    }
                }
                if stream != id {
                    command.rows += try rows("certificate", "id = $1", [.text(stream)]).map { ("certificate", $0) }
                }
            }
            sample.ids.append(try answer.text(1))
            command.rows += try rows(
                "idempotency", "actor = $1 AND verb = $2 AND client_key = $3", [answer[2], answer[3], answer[1]]
            ).map { ("idempotency", $0) }
            command.rows += try rows("case_file", "id = $1", [.text(id)]).map { ("case_file", $0) }
            if let taskRow { command.rows.append(("case_task", taskRow)) }
            if sample.commands.isEmpty {
                command.rows += try rows("known_answer", "stream = $1", [.text(id)]).map { ("known_answer", $0) }
            }
            sample.commands.append(command)
        }
        return sample
    }

    // MARK: Writing

    /// Lifecycles a second that 16 tasks write into an empty database of the same tables.
    func run(on database: Database, seconds: Double) async throws -> Int {
        let begin = BenchLoad.now
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for lane in 0..<16 {
                group.addTask {
                    var count = 0
                    while BenchLoad.now - begin < seconds {
                        try await write(
                            samples[(count * 16 + lane) % samples.count], as: count * 16 + lane, to: database)
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        return Int(Double(done) / (BenchLoad.now - begin))
    }

    private func write(_ sample: Sample, as number: Int, to database: Database) async throws {
        let mark = String(String(number + 1_000_000_000).dropFirst())
        var names: [String: String] = [:]
        for (index, id) in sample.ids.enumerated() { names[id] = id.dropLast(10) + mark + "\(index % 10)" }
        for (index, command) in sample.commands.enumerated() {
            let rows = command.rows.map { row in
                (
                    row.table,
                    row.values.map { value in
                        if case .text(let text) = value, let name = names[text] { return SQLValue(name) }
                        return value
                    }
                )
            }
            let isFirst = index == 0
            try await database.write { connection in
                for (table, values) in rows { try bind(values, table, isFirst: isFirst, in: connection) }
            }
        }
    }

    private func bind(
        _ values: [SQLValue], _ table: String, isFirst: Bool, in connection: any Connection
    ) throws {
        if table == "log" {
            return try connection.enqueue(
                """
                INSERT INTO log(position, stream, version, leaf)
                SELECT coalesce(max(position), -1) + 1, $1, $2, $3 FROM log
                """, Array(values.dropFirst()))
        }
        if table == "case_task", !isFirst {
            try connection.enqueue("DELETE FROM case_task WHERE case_id = $1", [values[0]])
        }
        let names = columns[table] ?? []
        let places = (1...names.count).map { "$\($0)" }.joined(separator: ", ")
        let changes = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let ending = table == "case_file" ? " ON CONFLICT (id) DO UPDATE SET \(changes)" : ""
        try connection.enqueue(
            "INSERT INTO \(table)(\(names.joined(separator: ", "))) VALUES (\(places))\(ending)", values)
    }
}
