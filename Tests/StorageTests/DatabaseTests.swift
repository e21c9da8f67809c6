import Foundation
import Storage
import TestSupport
import Testing
import Values

/// What must hold on both engines.
struct DatabaseTests {
    @Test func `arguments are bound by number, in any order and as often as wanted`() async throws {
        try await onBothEngines { database in
            let row = try await database.read { connection in
                try connection.first(
                    "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT)",
                    ["一", "二", 3])
            }
            let found = try #require(row)
            #expect(try [found.text(0), found.text(1), found.text(2)] == ["二", "一", "二"])
            #expect(try found.int(3) == 3)
        }
    }

    @Test func `the wrong number of arguments is refused`() async throws {
        try await onBothEngines { database in
            for arguments: [SQLValue] in [[], ["a"], ["a", "b", "c"]] {
                await #expect(throws: StorageError.self) {
                    _ = try await database.read { try $0.query("SELECT CAST($1 AS TEXT), CAST($2 AS TEXT)", arguments) }
                }
            }
        }
    }

    @Test(arguments: ["一窗通办", "😀👩‍👩‍👧‍👦", "䶮㛃𠅤𬱟", "a'b\"c\\d\n\t\u{1}\u{7F}", "", " ", "e\u{301}", "{pk} $1 ?"])
    func `any text comes back as it was`(text: String) async throws {
        try await onBothEngines { database in
            let back = try await roundTrip(.text(text), column: "TEXT", in: database)
            #expect(back == .text(text))
            guard case .text(let found) = back else { return }
            #expect(Array(found.utf8) == Array(text.utf8), "not even normalised")
        }
    }

    @Test func `a text with U+0000 is refused on both engines`() async throws {
        try await onBothEngines { database in
            let error = await #expect(throws: StorageError.self) {
                _ = try await roundTrip(.text("a\0b"), column: "TEXT", in: database)
            }
            #expect(error == .other(code: "22021", text: "a text with U+0000 cannot be stored"))
        }
    }

    @Test func `any bytes come back as they were`() async throws {
        try await onBothEngines { database in
            let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            for bytes: [UInt8] in [[], [0], Array(0...255), large] {
                try await expectRoundTrip(.blob(bytes), column: "{blob}", gives: .blob(bytes), in: database)
            }
        }
    }

    @Test func `whole numbers keep their limits`() async throws {
        try await onBothEngines { database in
            let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, 9_007_199_254_740_993, .max - 1, .max]
            for number in numbers {
                try await expectRoundTrip(.int(number), column: "BIGINT", gives: .int(number), in: database)
            }
        }
    }

    @Test func `real numbers, null and truth come back as they were`() async throws {
        try await onBothEngines { database in
            for number in [0.1, -1.5, 1e300, Double.leastNonzeroMagnitude, 123_456_789.123_456_789] {
                try await expectRoundTrip(.real(number), column: "DOUBLE PRECISION", gives: .real(number), in: database)
            }
            for column in ["TEXT", "BIGINT", "{blob}", "{bool}", "{json}"] {
                try await expectRoundTrip(.null, column: column, gives: .null, in: database)
            }
            try await expectRoundTrip(true, column: "{bool}", gives: .int(1), in: database)
            try await expectRoundTrip(false, column: "{bool}", gives: .int(0), in: database)
        }
    }

    @Test func `bytes beside other columns come back the same the first and the second time`() async throws {
        try await onBothEngines { database in
            try await database.write { connection in
                try connection.script(
                    "CREATE TABLE t(id {pk}, name TEXT, ok {bool}, part DOUBLE PRECISION, piece {blob})")
                try connection.execute(
                    "INSERT INTO t VALUES ($1, $2, $3, $4, $5)", [-7, "名", true, 0.25, .blob([1, 0, 255])])
            }
            // On PostgreSQL the first answer comes as text and the later ones in binary form.
            for _ in 1...3 {
                let row = try await database.read { try $0.first("SELECT id, name, ok, part, piece FROM t", []) }
                let found = try #require(row)
                #expect((0..<5).map { found[$0] } == [-7, "名", 1, 0.25, .blob([1, 0, 255])])
            }
        }
    }

    @Test func `JSON columns are read by key`() async throws {
        try await onBothEngines { database in
            try await database.write { connection in
                try connection.script("CREATE TABLE t(id {pk}, body {json} NOT NULL)")
                try connection.execute("INSERT INTO t VALUES ($1, $2)", [1, #"{"k": {"城市": "通州"}}"#])
            }
            let row = try await database.read { try $0.first("SELECT body->'k'->>'城市' FROM t", []) }
            #expect(try row?.text(0) == "通州")
        }
    }

    @Test func `a change gives the number of rows, and only changes count`() async throws {
        try await onBothEngines { database in
            let counts = try await database.write { connection in
                try connection.script("CREATE TABLE t(id {pk}, n BIGINT)")
                return [
                    try connection.execute("INSERT INTO t VALUES (1, 0), (2, 0), (3, 0)"),
                    try connection.execute("UPDATE t SET n = 1 WHERE id > $1", [1]),
                    try connection.execute("SELECT id FROM t"),
                    try connection.execute("UPDATE t SET n = 2 WHERE id > $1", [9]),
                    try connection.execute("CREATE INDEX t_n ON t(n)"),
                    try connection.execute("DELETE FROM t WHERE n = $1", [1]),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 0, 2])
        }
    }

    @Test(arguments: [0, 1, 2, 31, 32, 33, 100])
    func `many rows are inserted in order`(count: Int) async throws {
        try await onBothEngines { database in
            let found = try await database.write { connection in
                try connection.script("CREATE TABLE t(id {pk}, name TEXT)")
                try connection.insert(
                    into: "t", columns: ["id", "name"], rows: (0..<count).map { [SQLValue($0), .text("第\($0)")] })
                return try connection.query("SELECT id, name FROM t ORDER BY id")
                    .map { "\(try $0.int(0)) \(try $0.text(1))" }
            }
            #expect(found == (0..<count).map { "\($0) 第\($0)" })
        }
    }

    @Test func `an insert that meets a row may be told to leave it`() async throws {
        let insert = Insert(into: "t", columns: ["id", "n"], ending: "ON CONFLICT(id) DO NOTHING")
        try await onBothEngines { database in
            let sum = try await database.write { connection in
                try connection.script("CREATE TABLE t(id {pk}, n BIGINT NOT NULL)")
                try connection.insert([[1, 10], [2, 20]], by: insert)
                try connection.insert([[2, 99], [3, 30]], by: insert)
                return try connection.first("SELECT CAST(SUM(n) AS BIGINT) FROM t", [])?.int(0)
            }
            #expect(sum == 60)
        }
    }

    @Test func `broken constraints are told apart`() async throws {
        try await onBothEngines { database in
            try await database.write { connection in
                try connection.script(
                    """
                    CREATE TABLE parent(id {pk});
                    CREATE TABLE child(id {pk}, parent BIGINT NOT NULL REFERENCES parent(id), n BIGINT CHECK (n > 0));
                    INSERT INTO parent(id) VALUES (1);
                    INSERT INTO child(id, parent, n) VALUES (1, 1, 1);
                    """)
            }
            let kinds = await ["(1, 1, 1)", "(2, 9, 1)", "(3, NULL, 1)", "(4, 1, 0)"].asyncMap { values in
                await kind {
                    try await database.write { try $0.execute("INSERT INTO child(id, parent, n) VALUES \(values)") }
                }
            }
            #expect(kinds == ["unique", "foreignKey", "notNull", "check"])
        }
    }

    @Test func `an error in an enqueued statement fails the write`() async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            let found = await kind {
                try await database.write { connection in
                    try connection.enqueue("INSERT INTO t VALUES (1)")
                    try connection.enqueue("INSERT INTO t VALUES (1)")
                    try connection.enqueue("INSERT INTO t VALUES (2)")
                }
            }
            #expect(found == "unique")
            #expect(try await count("t", in: database) == 0)
            // The connection that saw the error is as good as new.
            try await database.write { try $0.enqueue("INSERT INTO t VALUES (1)") }
            #expect(try await count("t", in: database) == 1)
        }
    }

    @Test func `an error that the closure swallows still fails the write`() async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk}); INSERT INTO t VALUES (1)") }
            let found = await kind {
                try await database.write { connection in
                    try connection.execute("INSERT INTO t VALUES (2)")
                    _ = try? connection.execute("INSERT INTO t VALUES (1)")
                    _ = try? connection.execute("INSERT INTO t VALUES (3)")
                }
            }
            #expect(found == "unique")
            #expect(try await count("t", in: database) == 1)
        }
    }

    @Test func `a closure that throws changes nothing, and its error comes out as it is`() async throws {
        struct Own: Error, Equatable {}
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            await #expect(throws: Own()) {
                try await database.write { connection in
                    try connection.enqueue("INSERT INTO t VALUES (1)")
                    try connection.execute("INSERT INTO t VALUES (2)")
                    throw Own()
                }
            }
            #expect(try await count("t", in: database) == 0)
        }
    }

    @Test(arguments: [
        "COMMIT", "ROLLBACK", " -- no\n commit", "/* no */ BEGIN", "SAVEPOINT a", "END", "RELEASE member",
    ])
    func `a closure cannot end its transaction`(sql: String) async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            for asScript in [false, true] {
                let found = await kind {
                    try await database.write { connection in
                        try connection.execute("INSERT INTO t VALUES (1)")
                        if asScript { try connection.script(sql) } else { try connection.execute(sql) }
                    }
                }
                #expect(found == "other transaction")
                #expect(try await count("t", in: database) == 0)
            }
        }
    }

    @Test func `a read cannot write`() async throws {
        try await onBothEngines { database in
            try await database.write { try $0.script("CREATE TABLE t(id {pk})") }
            await #expect(throws: (any Error).self) {
                _ = try await database.read { try $0.execute("INSERT INTO t VALUES (1)") }
            }
            #expect(try await count("t", in: database) == 0)
        }
    }

    @Test func `an error of a read meets the read that caused it`() async throws {
        try await onBothEngines { database in
            for _ in 1...6 {
                let found = await kind { try await database.read { try $0.enqueue("SELECT no_such_column") } }
                #expect(found.hasPrefix("other"))
                let one = try await database.read { try $0.first("SELECT 1", [])?.int(0) }
                #expect(one == 1)
            }
        }
    }

    @Test func `two statements in one text are refused`() async throws {
        try await onBothEngines { database in
            await #expect(throws: StorageError.self) {
                _ = try await database.read { try $0.query("SELECT 1; SELECT 2") }
            }
            let one = try await database.read { try $0.first("SELECT 1;", [])?.int(0) }
            #expect(one == 1)
        }
    }

    @Test func `after close every call says that the system is stopping`() async throws {
        try await onBothEngines { database in
            let answer = try await database.write { try $0.first("SELECT 1", [])?.int(0) }
            #expect(answer == 1)
            await database.close()
            let found = await kind { try await database.write { try $0.execute("SELECT 1") } }
            #expect(found == "unavailable")
        }
    }

    @Test func `what was written is there when the database is opened again`() async throws {
        try await onBothLocations { location in
            let first = try Database.open(location, settings: .tests, logger: .silent)
            try await first.write { try $0.script("CREATE TABLE t(id {pk}); INSERT INTO t VALUES (5)") }
            await first.close()
            let second = try Database.open(location, settings: .tests, logger: .silent)
            let found = try await second.read { try $0.query("SELECT id FROM t").map { try $0.int(0) } }
            #expect(found == [5])
            await second.close()
        }
    }
}

/// Writes a value into a column of that type and reads it back from another connection.
func roundTrip(_ value: SQLValue, column: String, in database: Database) async throws -> SQLValue? {
    // A table of its own: PostgreSQL keeps the types of a prepared statement when its table is made anew.
    let table = "t" + UUID().uuidString.prefix(8)
    try await database.write { try $0.script("CREATE TABLE \(table)(value \(column))") }
    try await database.write { try $0.execute("INSERT INTO \(table)(value) VALUES ($1)", [value]) }
    return try await database.read { try $0.first("SELECT value FROM \(table)", [])?[0] }
}

func expectRoundTrip(
    _ value: SQLValue, column: String, gives expected: SQLValue, in database: Database
) async throws {
    let found = try await roundTrip(value, column: column, in: database)
    #expect(found == expected)
}

func count(_ table: String, in database: Database) async throws -> Int {
    try await database.read { try $0.first("SELECT COUNT(*) FROM \(table)", [])?.int(0) ?? -1 }
}

/// The kind of error that comes out, without the words of the engine; "none" when nothing is thrown.
func kind<T>(_ body: () async throws -> T) async -> String {
    do {
        _ = try await body()
        return "none"
    } catch let error as StorageError {
        switch error {
        case .unique: return "unique"
        case .foreignKey: return "foreignKey"
        case .notNull: return "notNull"
        case .check: return "check"
        case .other(let code, _): return "other \(code)"
        default: return "\(error)"
        }
    } catch Failure.unavailable {
        return "unavailable"
    } catch {
        return "\(error)"
    }
}

extension Array {
    func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var result: [T] = []
        for element in self { result.append(try await transform(element)) }
        return result
    }
}
