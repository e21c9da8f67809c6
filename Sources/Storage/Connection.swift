/// The two databases behind `Database`.
package enum Engine: String, Hashable, Sendable, CaseIterable {
    case sqlite
    case postgres
}

/// One open transaction, as the closures of `Database.read` and `write` see it.
///
/// SQL is what both engines understand, with arguments as `$1`, `$2`, … in any order and as often as wanted, and the
/// words of the dialects where they differ: `{pk}` `{json}` `{blob}` `{bool}` `{skip locked}` `{strict}`.
/// After any error the transaction can only be left: every later call throws the same error again, and the write
/// fails even when the closure swallowed it. So use `ON CONFLICT` instead of catch-and-go-on.
/// A connection must not leave its closure.
package protocol Connection: AnyObject {
    var engine: Engine { get }

    /// Runs one statement and gives its rows; waits for the answer.
    @discardableResult
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [Row]

    /// Runs one statement and gives how many rows it inserted, changed or deleted; waits for the answer.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// Runs one statement whose answer nobody needs. On PostgreSQL it is sent with the next statement that waits, or
    /// with the commit, which saves a round trip; its error appears there at the latest.
    func enqueue(_ sql: String, _ arguments: [SQLValue]) throws

    /// Runs several statements without arguments, separated by semicolons.
    func script(_ sql: String) throws

    /// Adds many rows to a table, as fast as the engine can: by `COPY` on PostgreSQL. Fails when a row is there.
    ///
    /// Truth is given as 0 or 1, as everywhere.
    func load(_ rows: TableRows) throws
}

extension Connection {
    /// A statement without arguments.
    @discardableResult
    package func query(_ sql: String) throws -> [Row] { try query(sql, []) }

    /// A statement without arguments; gives the number of changed rows.
    @discardableResult
    package func execute(_ sql: String) throws -> Int { try execute(sql, []) }

    /// A statement without arguments, sent with the next ones.
    package func enqueue(_ sql: String) throws { try enqueue(sql, []) }

    /// The first row, or nil when there is none.
    package func first(_ sql: String, _ arguments: [SQLValue]) throws -> Row? {
        try query(sql, arguments).first
    }

    /// Inserts rows without waiting for an answer (see `enqueue`). Columns and each row have the same length.
    ///
    /// For a statement that runs often keep an `Insert` in a constant: its texts are then made only once.
    package func insert(into table: String, columns: [String], rows: [[SQLValue]]) throws {
        try insert(rows, by: Insert(into: table, columns: columns))
    }

    /// Inserts rows without waiting for an answer (see `enqueue`).
    package func insert(_ rows: [[SQLValue]], by insert: Insert) throws {
        precondition(rows.allSatisfy { $0.count == insert.width }, "a row does not fit \(insert.single)")
        // SQLite has no round trips; one prepared statement in a loop is its fastest way.
        guard engine == .postgres, rows.count > 1 else {
            for row in rows { try enqueue(insert.single, row) }
            return
        }
        var next = 0
        var size = Insert.largest
        while next < rows.count {
            while size > rows.count - next { size /= 2 }
            try enqueue(insert.text(rows: size), rows[next..<next + size].flatMap { $0 })
            next += size
        }
    }
}

/// The statement that inserts rows into a table, for 1, 2, 4, … 32 rows at a time, so that few texts serve any number.
package struct Insert: Sendable {
    static let largest = 32

    let width: Int
    private let texts: [String]

    /// Inserts that fail when a row is there already.
    package init(into table: String, columns: [String]) {
        self.init(into: table, columns: columns, ending: "")
    }

    /// - Parameter ending: what follows the values, for example `ON CONFLICT(id) DO NOTHING`.
    package init(into table: String, columns: [String], ending: String) {
        let width = columns.count
        self.width = width
        texts = (0...Insert.largest.trailingZeroBitCount).map { power in
            let rows = (0..<(1 << power)).map { row in
                "(" + (1...width).map { "$\(row * width + $0)" }.joined(separator: ",") + ")"
            }
            let names = columns.joined(separator: ",")
            return "INSERT INTO \(table)(\(names)) VALUES \(rows.joined(separator: ",")) \(ending)"
        }
    }

    var single: String { texts[0] }

    /// - Parameter rows: a power of two, at most `largest`.
    func text(rows: Int) -> String { texts[rows.trailingZeroBitCount] }
}
