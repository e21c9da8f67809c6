/// Prepared statements by their text, with a bound; the one not used for longest goes first.
///
/// Belongs to one connection and so to one thread.
struct StatementCache<Statement> {
    private struct Entry {
        let statement: Statement
        var lastUse: Int
    }

    private var entries: [String: Entry] = [:]
    private var uses = 0
    let limit: Int

    init(limit: Int) {
        self.limit = limit
        entries.reserveCapacity(limit + 1)
    }

    var count: Int { entries.count }

    mutating func find(_ sql: String) -> Statement? {
        guard let index = entries.index(forKey: sql) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        return entries.values[index].statement
    }

    /// Keeps the statement, and gives back the one that had to go.
    mutating func insert(_ statement: Statement, for sql: String) -> Statement? {
        uses += 1
        var evicted: Statement?
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            evicted = oldest.value.statement
            entries[oldest.key] = nil
        }
        entries[sql] = Entry(statement: statement, lastUse: uses)
        return evicted
    }

    mutating func remove(_ sql: String) { entries[sql] = nil }

    /// Gives back all statements and forgets them.
    mutating func removeAll() -> [Statement] {
        defer { entries.removeAll(keepingCapacity: true) }
        return entries.values.map(\.statement)
    }
}

/// What both engines do with a text before it is prepared.
enum StatementText {
    /// Puts the words of one engine in the place of `{pk}`, `{json}` and so on; other braces stay.
    static func translate(_ sql: String, by words: [String: String]) -> String {
        guard sql.utf8.contains(UInt8(ascii: "{")) else { return sql }
        var result = ""
        var rest = sql[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let after = rest.index(after: open)
            if let close = rest[after...].firstIndex(of: "}"), let word = words[String(rest[after..<close])] {
                result += word
                rest = rest[rest.index(after: close)...]
            } else {
                result += "{"
                rest = rest[after...]
            }
        }
        return result + rest
    }

    /// Throws when the statement would begin or end a transaction: that is the layer's own business, and in a group
    /// it would commit or drop the changes of other writers.
    static func refuseTransactionControl(_ sql: String) throws {
        let word = firstWord(sql)
        guard reserved.contains(word) else { return }
        throw StorageError.other(code: "transaction", text: "\(word) is not allowed inside read { } or write { }")
    }

    /// True for statements whose count of changed rows means something.
    static func changesRows(_ sql: String) -> Bool {
        ["INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "MERGE"].contains(firstWord(sql))
    }

    private static let reserved: Set<String> = [
        "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE",
    ]

    /// The first word in capitals, after blanks and comments.
    static func firstWord(_ sql: String) -> String {
        let bytes = Array(sql.utf8)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "-"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "-") {
                while at < bytes.count, bytes[at] != 10 { at += 1 }
            } else if bytes[at] == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "*") {
                at += 2
                while at < bytes.count, !bytes[at...].starts(with: Array("*/".utf8)) { at += 1 }
                at += 2
            } else if isLetter(bytes[at]) {
                return String(decoding: bytes[at...].prefix(while: isLetter), as: UTF8.self).uppercased()
            } else if bytes[at] <= 32 || bytes[at] == UInt8(ascii: ";") {
                at += 1
            } else {
                return ""
            }
        }
        return ""
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 97 && (byte | 32) <= 122 }
}
