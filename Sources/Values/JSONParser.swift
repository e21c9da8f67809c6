/// Why a text is not the JSON that Tongban reads, and where.
package struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: String, Hashable, Sendable {
        case ends = "the text ends too early"
        case unexpected = "a value, a name or a sign stands in the wrong place"
        case number = "only whole numbers of 64 bits are read"
        case text = "a text holds a control character, a wrong escape or wrong UTF-8"
        case repeated = "a name stands twice in one object"
        case deep = "more than 64 lists and objects lie in each other"
        case more = "something follows the value"
    }

    package let reason: Reason
    /// Number of bytes before the place, from 0.
    package let offset: Int

    package init(reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    package var description: String { "\(reason.rawValue) (byte \(offset))" }
}

extension JSON {
    /// Reads one JSON text (RFC 8259) and nothing around it but white space.
    ///
    /// Stricter than the RFC where it leaves a choice: whole numbers of 64 bits only, at most 64 levels, no name
    /// twice in an object (compared as Unicode compares, so composed and decomposed forms count as one), valid
    /// UTF-8, whole surrogate pairs, no byte order mark.
    package init(parsing bytes: [UInt8]) throws(JSONFault) {
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONFault) -> JSON in
                var parser = JSONParser(bytes: buffer)
                return try parser.document()
            }
        }
        self = try result.get()
    }

    /// nil when `text` is not one JSON text; use `init(parsing:)` where the place of the fault is told.
    package init?(text: String) {
        guard let value = try? JSON(parsing: Array(text.utf8)) else { return nil }
        self = value
    }
}

private struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    private static let deepest = 64

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONFault) -> JSON {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw fault(.more) }
        return value
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault {
        position >= bytes.count && reason == .unexpected
            ? JSONFault(reason: .ends, offset: bytes.count) : JSONFault(reason: reason, offset: position)
    }

    /// The next byte, or 0 (which stands nowhere in JSON outside of texts) at the end.
    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        skipSpace()
        switch next {
        case 0x22: return .text(try text())
        case 0x7B: return try map(depth: depth + 1)
        case 0x5B: return try list(depth: depth + 1)
        case 0x2D, 0x30...0x39: return try number()
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: throw fault(.unexpected)
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        for index in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[index]) else { throw fault(.unexpected) }
        }
        return value
    }

    private mutating func list(depth: Int) throws(JSONFault) -> JSON {
        guard depth <= JSONParser.deepest else { throw fault(.deep) }
        position += 1
        skipSpace()
        var list: [JSON] = []
        if take(0x5D) { return .list(list) }
        while true {
            list.append(try value(depth: depth))
            skipSpace()
            if take(0x5D) { return .list(list) }
            guard take(0x2C) else { throw fault(.unexpected) }
        }
    }

    private mutating func map(depth: Int) throws(JSONFault) -> JSON {
        guard depth <= JSONParser.deepest else { throw fault(.deep) }
        position += 1
        skipSpace()
        var map: [String: JSON] = [:]
        if take(0x7D) { return .map(map) }
        while true {
            skipSpace()
            let start = position
            guard next == 0x22 else { throw fault(.unexpected) }
            let name = try text()
            skipSpace()
            guard take(0x3A) else { throw fault(.unexpected) }
            guard map.updateValue(try value(depth: depth), forKey: name) == nil else {
                throw JSONFault(reason: .repeated, offset: start)
            }
            skipSpace()
            if take(0x7D) { return .map(map) }
            guard take(0x2C) else { throw fault(.unexpected) }
        }
    }

    private mutating func number() throws(JSONFault) -> JSON {
        let start = position
        let isNegative = take(0x2D)
        let first = position
        var value: Int64 = 0
        while case 0x30...0x39 = next {
            let digit = Int64(next - 0x30)
            let (ten, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooLargeToo) = ten.subtractingReportingOverflow(digit)  // negative: has one value more
            guard !tooLarge, !tooLargeToo else { throw JSONFault(reason: .number, offset: start) }
            value = sum
            position += 1
        }
        let hasLeadingZero = position - first > 1 && bytes[first] == 0x30
        let isFraction = next == 0x2E || next | 0x20 == 0x65
        let isTooLarge = !isNegative && value == Int64.min
        guard position > first, !hasLeadingZero, !isFraction, !isTooLarge else {
            throw JSONFault(reason: .number, offset: start)
        }
        return .number(isNegative ? value : -value)
    }

    private mutating func text() throws(JSONFault) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case 0x22:
                let part = UnsafeBufferPointer(rebasing: bytes[start..<position])
                guard let text = String(validating: part, as: UTF8.self) else {
                    throw JSONFault(reason: .text, offset: start)
                }
                position += 1
                return text
            case 0x5C: return try textWithEscapes(from: start)
            case 0..<0x20: throw fault(.text)
            default: position += 1
            }
        }
        throw JSONFault(reason: .ends, offset: bytes.count)
    }

    private mutating func textWithEscapes(from start: Int) throws(JSONFault) -> String {
        var content = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x22:
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw JSONFault(reason: .text, offset: start)
                }
                position += 1
                return text
            case 0x5C: try escape(into: &content)
            case 0..<0x20: throw fault(.text)
            default:
                content.append(byte)
                position += 1
            }
        }
        throw JSONFault(reason: .ends, offset: bytes.count)
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONFault) {
        let start = position
        position += 1
        let sign = next
        position += 1
        switch sign {
        case 0x22, 0x5C, 0x2F: content.append(sign)
        case 0x62: content.append(0x08)
        case 0x66: content.append(0x0C)
        case 0x6E: content.append(0x0A)
        case 0x72: content.append(0x0D)
        case 0x74: content.append(0x09)
        case 0x75: content.append(contentsOf: String(try scalar(from: start)).utf8)
        default: throw JSONFault(reason: .text, offset: start)
        }
    }

    /// The character of `\uXXXX`, or of a surrogate pair of them.
    private mutating func scalar(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        var code = try codeUnit(from: start)
        if 0xD800..<0xDC00 ~= code {
            guard take(0x5C), take(0x75) else { throw JSONFault(reason: .text, offset: start) }
            let low = try codeUnit(from: start)
            guard 0xDC00..<0xE000 ~= low else { throw JSONFault(reason: .text, offset: start) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw JSONFault(reason: .text, offset: start) }
        return scalar
    }

    private mutating func codeUnit(from start: Int) throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch next {
            case 0x30...0x39: digit = next - 0x30
            case 0x61...0x66: digit = next - 0x61 + 10
            case 0x41...0x46: digit = next - 0x41 + 10
            default: throw JSONFault(reason: .text, offset: start)
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
