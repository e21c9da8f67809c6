/// What PostgreSQL says in its own way. `SQLiteDialect.swift` is its twin: same names, same order.
enum PostgresDialect {
    static let words: [String: String] = [
        "pk": "BIGINT PRIMARY KEY",
        "json": "JSONB",
        "blob": "BYTEA",
        "bool": "BOOLEAN",
        "skip locked": "FOR UPDATE SKIP LOCKED",
        "strict": "",
    ]

    /// A snapshot for the whole closure, as SQLite has it. In a write, a row that another transaction changed since
    /// then gives 40001 instead of a lost update, and the closure runs again.
    static let beginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    static let beginWrite = "BEGIN ISOLATION LEVEL REPEATABLE READ"

    /// What a connection says first.
    static func opening(writes: Bool, settings: DatabaseSettings) -> String {
        "SET client_min_messages=warning; SET extra_float_digits=1; SET standard_conforming_strings=on;"
            + "SET synchronous_commit=\(settings.synchronous == .full ? "on" : "off");"
    }

    /// Says which kind of trouble an SQLSTATE means.
    static func error(code: String, text: String) -> StorageError {
        switch code {
        case "23505": return .unique(text)
        case "23503": return .foreignKey(text)
        case "23502": return .notNull(text)
        case "23514": return .check(text)
        case "40001", "40P01", "55P03": return .busy("\(text) [\(code)]")
        case "53100": return .full(text)
        case "53300": return .lost("\(text) [\(code)]")
        default: break
        }
        switch code.prefix(2) {
        // A time limit set by the operator.
        case "57" where code == "57014": return .busy("\(text) [\(code)]")
        // The connection, or a shutdown by the operator; 08P01 is a wrong number of arguments.
        case "08" where code != "08P01", "57": return .lost("\(text) [\(code)]")
        case "XX": return .corrupt("\(text) [\(code)]")
        default: return .other(code: code, text: text)
        }
    }
}

/// How PostgreSQL names the types of columns, and how their values are read.
enum PostgresType {
    static let bool: UInt32 = 16
    static let bytes: UInt32 = 17
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let float4: UInt32 = 700
    static let float8: UInt32 = 701
    static let numeric: UInt32 = 1700
    static let texts: Set<UInt32> = [25, 1043, 1042, 19, 114]  // text, varchar, char(n), name, json

    /// Types whose binary form this program reads; the others are asked for as text.
    static func hasKnownBinaryForm(_ type: UInt32) -> Bool {
        switch type {
        case bool, bytes, int8, int2, int4, float4, float8: true
        default: texts.contains(type)
        }
    }
}
