import CSQLite

/// A prepared statement, with what about it never changes.
struct SQLiteStatement {
    let handle: OpaquePointer
    let changesRows: Bool
    /// For SQLite's parameter 1, 2, … the place of its argument. SQLite numbers `$n` by first appearance.
    private let places: [Int]
    private let argumentCount: Int

    /// Throws when a parameter is not `$1`, `$2`, …
    init(handle: OpaquePointer, sql: String) throws {
        self.handle = handle
        changesRows = StatementText.changesRows(sql)
        places = try (0..<sqlite3_bind_parameter_count(handle)).map { index in
            guard let name = sqlite3_bind_parameter_name(handle, index + 1), name.pointee == CChar(UInt8(ascii: "$")),
                let number = Int(String(cString: name + 1)), number >= 1
            else { throw StorageError.other(code: "parameter", text: "parameters are written $1, $2, …: \(sql)") }
            return number - 1
        }
        argumentCount = (places.max() ?? -1) + 1
    }

    /// How many columns the result has; asked again each time, as a changed table may change it.
    var columns: Int32 { sqlite3_column_count(handle) }

    /// Binds all arguments. Texts and bytes are copied once, into `scratch`, and stay there until the next statement.
    func bind(_ arguments: [SQLValue], using scratch: inout Scratch) throws {
        guard arguments.count == argumentCount else {
            throw StorageError.other(
                code: "parameter", text: "\(argumentCount) arguments expected, \(arguments.count) given")
        }
        scratch.begin(for: arguments)
        for index in places.indices {
            let at = Int32(index + 1)
            let code: Int32
            switch arguments[places[index]] {
            case .null: code = sqlite3_bind_null(handle, at)
            case .int(let value): code = sqlite3_bind_int64(handle, at, value)
            case .real(let value): code = sqlite3_bind_double(handle, at, value)
            case .text(let value):
                let copy = try scratch.copy(value)
                code = sqlite3_bind_text(handle, at, copy.start, copy.count, nil)
            case .blob(let value):
                let copy = scratch.copy(value)
                code = sqlite3_bind_blob(handle, at, copy.start, copy.count, nil)
            }
            guard code == SQLITE_OK else {
                throw StorageError.other(code: String(code), text: "cannot bind $\(places[index] + 1)")
            }
        }
    }

    func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .int(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, column) else { return .text("") }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, column) else { return .blob([]) }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}
