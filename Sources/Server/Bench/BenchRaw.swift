import Foundation
import Storage
import Values

/// What the database alone can do with the rows of a lifecycle: the same statements' rows with the same sizes, bound
/// into the same tables by `Database.write`; no HTTP, no kernel, nothing hashed or sealed.
///
/// Rows are taken from cases of the run before, and get new ids of the same length.
struct BenchRaw: Sendable {
    private let samples: [BenchSample]
    /// Column names by table.
    private let columns: [String: [String]]

    /// Reads finished cases of a filled database.
    init(from database: Database, limit: Int) async throws {
        (samples, columns) = try await database.read { connection in
            let reading = try BenchSampleReading(connection)
            let cases = try connection.query(
                "SELECT id FROM case_file WHERE outcome = 'granted' ORDER BY id DESC LIMIT $1", [SQLValue(limit)])
            return (try cases.map { try reading.sample(of: try $0.text(0)) }, reading.columns)
        }
        guard !samples.isEmpty else { throw BenchClient.broken("no finished case to take rows from") }
    }

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

    private func write(_ sample: BenchSample, as number: Int, to database: Database) async throws {
        let mark = String(String(number + 1_000_000_000).dropFirst())
        var names: [String: String] = [:]
        for (index, id) in sample.ids.enumerated() { names[id] = id.dropLast(10) + mark + "\(index % 10)" }
        for (index, command) in sample.commands.enumerated() {
            let rows = command.map { row in (row.table, row.values.map { BenchRaw.renamed($0, by: names) }) }
            let isFirst = index == 0
            try await database.write { connection in
                for (table, values) in rows { try bind(values, table, isFirst: isFirst, in: connection) }
            }
        }
    }

    private static func renamed(_ value: SQLValue, by names: [String: String]) -> SQLValue {
        guard case .text(let text) = value, let name = names[text] else { return value }
        return SQLValue(name)
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
