/// Rows for one table, many at once.
package struct TableRows: Sendable {
    package let table: String
    package let columns: [String]
    package var rows: [[SQLValue]]

    /// Each row has a value for each column.
    package init(table: String, columns: [String], rows: [[SQLValue]]) {
        self.table = table
        self.columns = columns
        self.rows = rows
    }
}

/// How rows are written for `COPY … FROM STDIN` in text form.
enum CopyForm {
    private static let tab = UInt8(ascii: "\t")
    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")
    private static let digits = Array("0123456789abcdef".utf8)

    static func write(_ row: [SQLValue], into bytes: inout [UInt8]) {
        for (index, value) in row.enumerated() {
            if index > 0 { bytes.append(tab) }
            write(value, into: &bytes)
        }
        bytes.append(newline)
    }

    private static func write(_ value: SQLValue, into bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "\\N".utf8)
        case .int(let number): bytes.append(contentsOf: String(number).utf8)
        case .real(let number): bytes.append(contentsOf: String(number).utf8)
        case .text(let text): for byte in text.utf8 { write(byte, into: &bytes) }
        case .blob(let blob):
            bytes.append(contentsOf: "\\\\x".utf8)
            for byte in blob {
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
    }

    private static func write(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case tab: bytes.append(contentsOf: "\\t".utf8)
        case newline: bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        case backslash: bytes.append(contentsOf: "\\\\".utf8)
        default: bytes.append(byte)
        }
    }
}
