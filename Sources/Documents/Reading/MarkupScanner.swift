/// Cuts HTML and the XML of office files into tags and text.
///
/// Tolerant, without document types: entities are the five of XML, numbers and a few of HTML, so nothing can expand.
struct MarkupScanner: Sequence, IteratorProtocol {
    enum Event {
        /// A start tag with its name in lower case, without its prefix (`w:p` is `p`).
        case open(String, attributes: [String: String], isClosed: Bool)
        case close(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Event? {
        while position < bytes.count {
            guard bytes[position] == 0x3C, position + 1 < bytes.count, beginsTag(bytes[position + 1]) else {
                return text()
            }
            if let event = tag() { return event }
        }
        return nil
    }

    /// Skips everything up to and with the end tag of that name: the inside of `script` and `style`.
    mutating func skip(to name: String) {
        let end = Array("</\(name)".utf8)
        while position < bytes.count {
            if bytes[position] == 0x3C, bytes.count - position >= end.count,
                bytes[position..<position + end.count].map(MarkupScanner.lower) == end
            {
                while position < bytes.count, bytes[position] != 0x3E { position += 1 }
                position += 1
                return
            }
            position += 1
        }
    }

    private func beginsTag(_ byte: UInt8) -> Bool {
        byte == 0x2F || byte == 0x21 || byte == 0x3F || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private mutating func text() -> Event {
        let start = position
        position += 1
        while position < bytes.count {
            if bytes[position] == 0x3C, position + 1 < bytes.count, beginsTag(bytes[position + 1]) { break }
            position += 1
        }
        return .text(MarkupScanner.unescaped(bytes[start..<position]))
    }

    private mutating func tag() -> Event? {
        if bytes[position...].starts(with: Array("<!--".utf8)) {
            skipPast("-->")
            return nil
        }
        if bytes[position...].starts(with: Array("<![CDATA[".utf8)) {
            let start = position + 9
            skipPast("]]>")
            return .text(String(decoding: bytes[start..<Swift.max(start, position - 3)], as: UTF8.self))
        }
        if bytes[position + 1] == 0x21 || bytes[position + 1] == 0x3F {
            skipPast(">")
            return nil
        }
        let isEnd = bytes[position + 1] == 0x2F
        position += isEnd ? 2 : 1
        let name = word()
        let attributes = self.attributes()
        let isClosed = position < bytes.count && bytes[position] == 0x2F
        skipPast(">")
        return isEnd ? .close(name) : .open(name, attributes: attributes, isClosed: isClosed)
    }

    private mutating func skipPast(_ mark: String) {
        let end = Array(mark.utf8)
        while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
        position = Swift.min(bytes.count, position + end.count)
    }

    /// A name in lower case, without what stands before a colon.
    private mutating func word() -> String {
        var name: [UInt8] = []
        while position < bytes.count, !isEndOfName(bytes[position]) {
            if bytes[position] == 0x3A { name = [] } else { name.append(MarkupScanner.lower(bytes[position])) }
            position += 1
        }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func attributes() -> [String: String] {
        var found: [String: String] = [:]
        while position < bytes.count, bytes[position] != 0x3E {
            if isSpace(bytes[position]) || bytes[position] == 0x2F {
                // A slash closes the tag only before its end.
                if bytes[position] == 0x2F, position + 1 < bytes.count, bytes[position + 1] == 0x3E { return found }
                position += 1
                continue
            }
            let start = position
            let name = word()
            while position < bytes.count, isSpace(bytes[position]) { position += 1 }
            if position < bytes.count, bytes[position] == 0x3D {
                position += 1
                found[name] = value()
            } else {
                found[name] = ""
            }
            if position == start { position += 1 }
        }
        return found
    }

    private mutating func value() -> String {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count else { return "" }
        let quote = bytes[position]
        if quote == 0x22 || quote == 0x27 {
            position += 1
            let start = position
            while position < bytes.count, bytes[position] != quote { position += 1 }
            let text = MarkupScanner.unescaped(bytes[start..<position])
            position += 1
            return text
        }
        let start = position
        while position < bytes.count, !isSpace(bytes[position]), bytes[position] != 0x3E { position += 1 }
        return MarkupScanner.unescaped(bytes[start..<position])
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func isEndOfName(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == 0x3E || byte == 0x2F || byte == 0x3D
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "emsp": "\u{3000}",
        "ensp": "\u{2002}", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—", "ndash": "–",
        "hellip": "…", "middot": "·", "times": "×", "le": "≤", "ge": "≥", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
    ]

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
        var result = String()
        var rest = bytes
        while let mark = rest.firstIndex(of: 0x26) {
            result += String(decoding: rest[rest.startIndex..<mark], as: UTF8.self)
            let window = rest[mark...].prefix(12)
            if let end = window.firstIndex(of: 0x3B),
                let scalar = scalar(String(decoding: rest[(mark + 1)..<end], as: UTF8.self))
            {
                result.unicodeScalars.append(scalar)
                rest = rest[(end + 1)...]
            } else {
                result += "&"
                rest = rest[(mark + 1)...]
            }
        }
        return result + String(decoding: rest, as: UTF8.self)
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return entities[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).flatMap { $0.value == 0 ? nil : $0 }
    }
}
