import Values

/// One value on its way into or out of a database; both engines give the same five kinds.
///
/// There is no kind for truth, time or decimals: truth is 0 or 1, an instant is whole milliseconds UTC or text,
/// money is whole cents. A text may not contain U+0000, which PostgreSQL cannot store; both engines refuse it.
package enum SQLValue: Hashable, Sendable {
    case null
    case int(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// Swift's own values; nil becomes `null`, truth becomes 0 or 1.
    package init(_ value: Int) { self = .int(Int64(value)) }
    package init(_ value: Bool) { self = .int(value ? 1 : 0) }
    package init(_ value: String) { self = .text(value) }
    package init(_ value: [UInt8]) { self = .blob(value) }
    package init(_ value: Int?) { self = value.map { .int(Int64($0)) } ?? .null }
    package init(_ value: Int64?) { self = value.map { .int($0) } ?? .null }
    package init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    package init(_ value: [UInt8]?) { self = value.map { .blob($0) } ?? .null }

    /// The word for the kind, for messages.
    var kind: String {
        switch self {
        case .null: "null"
        case .int: "a whole number"
        case .real: "a real number"
        case .text: "text"
        case .blob: "bytes"
        }
    }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByStringInterpolation
{
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(floatLiteral value: Double) { self = .real(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .int(value ? 1 : 0) }
    package init(nilLiteral: ()) { self = .null }
}

/// One row of a result. Columns are counted from 0, in the order of the query.
///
/// All rows of a result share one array of values, so a row costs no allocation of its own.
package struct Row: Sendable {
    private let values: [SQLValue]
    private let start: Int
    /// How many columns there are.
    package let count: Int

    init(values: [SQLValue], start: Int, count: Int) {
        self.values = values
        self.start = start
        self.count = count
    }

    package subscript(column: Int) -> SQLValue {
        precondition(column >= 0 && column < count, "column \(column) of a row of \(count)")
        return values[start + column]
    }

    /// Throws `StorageError.column` when the value is not a whole number.
    package func int(_ column: Int) throws -> Int {
        if case .int(let value) = self[column] { return Int(value) }
        throw unfit(column, wanted: "a whole number")
    }

    /// Throws `StorageError.column` when the value is not text.
    package func text(_ column: Int) throws -> String {
        if case .text(let value) = self[column] { return value }
        throw unfit(column, wanted: "text")
    }

    /// Throws `StorageError.column` when the value is not bytes.
    package func blob(_ column: Int) throws -> [UInt8] {
        if case .blob(let value) = self[column] { return value }
        throw unfit(column, wanted: "bytes")
    }

    /// Whole numbers count as real ones. Throws `StorageError.column` when the value is not a number.
    package func real(_ column: Int) throws -> Double {
        switch self[column] {
        case .real(let value): return value
        case .int(let value): return Double(value)
        case .null, .text, .blob: throw unfit(column, wanted: "a number")
        }
    }

    /// Truth is 0 or 1 on both engines. Throws `StorageError.column` for anything else.
    package func bool(_ column: Int) throws -> Bool {
        switch self[column] {
        case .int(0): return false
        case .int(1): return true
        default: throw unfit(column, wanted: "0 or 1")
        }
    }

    /// Nil for null; otherwise as `int`.
    package func optionalInt(_ column: Int) throws -> Int? {
        self[column] == .null ? nil : try int(column)
    }

    /// Nil for null; otherwise as `text`.
    package func optionalText(_ column: Int) throws -> String? {
        self[column] == .null ? nil : try text(column)
    }

    /// Nil for null; otherwise as `blob`.
    package func optionalBlob(_ column: Int) throws -> [UInt8]? {
        self[column] == .null ? nil : try blob(column)
    }

    private func unfit(_ column: Int, wanted: String) -> StorageError {
        .column("column \(column) holds \(self[column].kind), but \(wanted) was asked for")
    }
}

/// Cuts the values of a whole result into rows.
func rows(of values: [SQLValue], width: Int) -> [Row] {
    guard width > 0, !values.isEmpty else { return [] }
    return stride(from: 0, to: values.count, by: width).map { Row(values: values, start: $0, count: width) }
}
