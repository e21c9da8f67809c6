import CPQ

/// A statement prepared on the server. A class, because it learns the types of its columns from its first answer.
final class PostgresStatement {
    /// The name on the server.
    let name: String
    let sql: String
    /// True for the statements of the layer itself, such as `BEGIN`.
    let isControl: Bool
    let changesRows: Bool
    /// 0 asks for text, 1 for binary: bytes are half as long that way and need no decoding.
    private(set) var resultFormat: Int32 = 0
    private var hasLearnt = false

    init(name: String, sql: String, isControl: Bool) {
        self.name = name
        self.sql = sql
        self.isControl = isControl
        changesRows = StatementText.changesRows(sql)
    }

    /// Chooses the form of later answers: binary where there are bytes and every column has a form we read.
    func learn(from result: OpaquePointer) {
        guard !hasLearnt else { return }
        hasLearnt = true
        let types = (0..<PQnfields(result)).map { PQftype(result, $0) }
        let fits = types.contains(PostgresType.bytes) && types.allSatisfy(PostgresType.hasKnownBinaryForm)
        resultFormat = fits ? 1 : 0
    }

    /// All values of a result, row by row.
    func values(of result: OpaquePointer) throws -> [SQLValue] {
        let height = PQntuples(result)
        let width = PQnfields(result)
        guard height > 0, width > 0 else { return [] }
        let types = (0..<width).map { PQftype(result, $0) }
        let isBinary = PQbinaryTuples(result) == 1
        var values: [SQLValue] = []
        values.reserveCapacity(Int(height * width))
        for row in 0..<height {
            for column in 0..<width {
                guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
                    values.append(.null)
                    continue
                }
                let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
                let type = types[Int(column)]
                values.append(isBinary ? try PostgresForm.binary(bytes, type) : try PostgresForm.text(bytes, type))
            }
        }
        return values
    }
}

/// How the server writes values.
enum PostgresForm {
    static func text(_ bytes: UnsafeRawBufferPointer, _ type: UInt32) throws -> SQLValue {
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2:
            return .int(try wholeNumber(bytes))
        case PostgresType.bool: return .int(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case PostgresType.float8, PostgresType.float4, PostgresType.numeric:
            let text = String(decoding: bytes, as: UTF8.self)
            guard let value = Double(text) else { throw unreadable(text) }
            return .real(value)
        case PostgresType.bytes: return .blob(try fromHex(bytes))
        default: return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    static func binary(_ bytes: UnsafeRawBufferPointer, _ type: UInt32) throws -> SQLValue {
        switch type {
        case PostgresType.int8: .int(Int64(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }))
        case PostgresType.int4: .int(Int64(Int32(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) })))
        case PostgresType.int2: .int(Int64(Int16(bitPattern: bytes.reduce(0) { $0 << 8 | UInt16($1) })))
        case PostgresType.bool: .int(bytes.first == 0 ? 0 : 1)
        case PostgresType.float8: .real(Double(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }))
        case PostgresType.float4: .real(Double(Float(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) })))
        case PostgresType.bytes: .blob([UInt8](bytes))
        default: .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func wholeNumber(_ bytes: UnsafeRawBufferPointer) throws -> Int64 {
        // Summed below zero, because the smallest number has no positive twin.
        let isNegative = bytes.first == UInt8(ascii: "-")
        var value: Int64 = 0
        for byte in bytes.dropFirst(isNegative ? 1 : 0) { value = value &* 10 &- Int64(byte &- 48) }
        return isNegative ? value : 0 &- value
    }

    /// Reads `\x0a1b…`.
    private static func fromHex(_ text: UnsafeRawBufferPointer) throws -> [UInt8] {
        guard text.count >= 2, text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x") else {
            throw unreadable("bytes that are not in hex; bytea_output must be hex")
        }
        let count = (text.count - 2) / 2
        return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            for index in 0..<count {
                bytes[index] = digit(text[2 + 2 * index]) << 4 | digit(text[3 + 2 * index])
            }
            filled = count
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8 { byte < 58 ? byte &- 48 : byte &- 87 }

    private static func unreadable(_ text: String) -> StorageError {
        .column("the server sent a value that cannot be read: \(text)")
    }
}

/// The arguments of one statement in the form of libpq; the memory is used again for the next.
struct PostgresArguments: ~Copyable {
    private var scratch = Scratch()
    private var texts: [UnsafePointer<CChar>?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init() {}

    /// Numbers and texts go as text of an inferred type, bytes in binary form.
    mutating func fill(_ values: [SQLValue]) throws {
        scratch.begin(for: values)
        texts.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for value in values {
            var format: Int32 = 0
            var copy: (start: UnsafePointer<CChar>?, count: Int32)
            switch value {
            case .null: copy = (nil, 0)
            case .int(let number): copy = try scratch.copy(String(number))
            case .real(let number): copy = try scratch.copy(number.description)
            case .text(let text): copy = try scratch.copy(text)
            case .blob(let bytes):
                copy = scratch.copy(bytes)
                format = 1
            }
            texts.append(copy.start)
            lengths.append(copy.count)
            formats.append(format)
        }
    }

    func withPointers<T>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        texts.withUnsafeBufferPointer { texts in
            lengths.withUnsafeBufferPointer { lengths in
                formats.withUnsafeBufferPointer { body(texts.baseAddress, lengths.baseAddress, $0.baseAddress) }
            }
        }
    }
}
