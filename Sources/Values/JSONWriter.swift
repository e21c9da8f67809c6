extension JSON {
    /// The one written form: keys sorted by code point, no spaces, no escaped slash, control characters in the short
    /// form of RFC 8259 or `\u00xx`. Equals Python's
    /// `json.dumps(sort_keys=True, ensure_ascii=False, separators=(",", ":"))`.
    package var canonical: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(into: &bytes)
        return bytes
    }

    package var canonicalText: String { String(decoding: canonical, as: UTF8.self) }

    /// Appends the written form; for writers that put several values into one text.
    package func write(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let bool): bytes.append(contentsOf: bool ? "true".utf8 : "false".utf8)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .text(let text): JSON.write(text, into: &bytes)
        case .list(let list):
            bytes.append(0x5B)
            for (index, element) in list.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                element.write(into: &bytes)
            }
            bytes.append(0x5D)
        case .map(let map): JSON.write(map, into: &bytes)
        }
    }

    /// Appends the written form of an object.
    package static func write(_ map: [String: JSON], into bytes: inout [UInt8]) {
        var entries = Array(map)
        // Only for plain ASCII does `String.<` give the code point order; it is the quicker of the two.
        if entries.allSatisfy({ $0.key.utf8.allSatisfy { $0 < 0x80 } }) {
            entries.sort { $0.key < $1.key }
        } else {
            entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        }
        bytes.append(0x7B)
        for (index, entry) in entries.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            JSON.write(entry.key, into: &bytes)
            bytes.append(0x3A)
            entry.value.write(into: &bytes)
        }
        bytes.append(0x7D)
    }

    /// Appends the written form of a text, with its quotes.
    package static func write(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            bytes.append(0x22)
            var start = 0
            for index in source.indices {
                let byte = source[index]
                guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                start = index + 1
                writeEscape(of: byte, into: &bytes)
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
            bytes.append(0x22)
        }
    }

    private static func writeEscape(of byte: UInt8, into bytes: inout [UInt8]) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(0x62)
        case 0x0C: bytes.append(0x66)
        case 0x0A: bytes.append(0x6E)
        case 0x0D: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hexadecimal[Int(byte >> 4)])
            bytes.append(hexadecimal[Int(byte & 15)])
        }
    }
}

private let hexadecimal = Array("0123456789abcdef".utf8)
