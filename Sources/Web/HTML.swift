/// A piece of a page: bytes of HTML that are safe to put into a page as they are.
///
/// Markup comes from string literals only, which the compiler guarantees by `StaticString`. Every interpolated text is
/// escaped for text and for quoted attributes, so a value can never leave the place where it was written:
/// `"<p title=\"\(title)\">\(name)</p>"`. Addresses need the type `Link`; a debug build stops when a plain text is
/// put behind `href="`, `src="` or `action="`. Attributes are always written with quotes.
package struct HTML: Hashable, Sendable {
    /// UTF-8.
    package private(set) var bytes: [UInt8]

    /// Nothing at all.
    package static let empty = HTML(unchecked: [])

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The escaped form of a text.
    package init(escaping text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count + 8)
        HTML.escape(text, into: &bytes)
    }

    package var isEmpty: Bool { bytes.isEmpty }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.bytes.append(contentsOf: right.bytes)
        return sum
    }

    package static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer(Array.init)
    }

    package init(stringInterpolation interpolation: StringInterpolation) {
        bytes = interpolation.bytes
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        // Disfavoured, so that a literal inside an interpolation, as in `\(isOpen ? "<b>" : "")`, is markup like the
        // literal around it and never a text that shows its own tags; what it interpolates is escaped all the same.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: String) {
            assert(!expectsAddress, "an address must be a Link, not the text `\(text)`")
            HTML.escape(text, into: &bytes)
        }

        /// Nothing when there is no text.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: String?) {
            if let text { appendInterpolation(text) }
        }

        package mutating func appendInterpolation(_ number: Int) {
            HTML.write(number, into: &bytes)
        }

        package mutating func appendInterpolation(_ html: HTML) {
            bytes.append(contentsOf: html.bytes)
        }

        /// Nothing when there is no piece.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        /// One piece for each element, in order.
        package mutating func appendInterpolation<Elements: Sequence>(
            _ elements: Elements, _ piece: (Elements.Element) -> HTML
        ) {
            for element in elements { bytes.append(contentsOf: piece(element).bytes) }
        }

        package mutating func appendInterpolation(_ link: Link) {
            HTML.escape(link.text, into: &bytes)
        }

        /// ` name="value"` with the leading space, or nothing when there is no value.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            openAttribute(name)
            HTML.escape(value, into: &bytes)
            bytes.append(0x22)
        }

        /// ` name="address"` with the leading space, or nothing when there is no address.
        package mutating func appendInterpolation(attribute name: StaticString, _ link: Link?) {
            guard let link else { return }
            openAttribute(name)
            HTML.escape(link.text, into: &bytes)
            bytes.append(0x22)
        }

        /// ` name` with the leading space when it holds: `checked`, `selected`, `hidden`.
        package mutating func appendInterpolation(flag name: StaticString, _ holds: Bool) {
            guard holds else { return }
            bytes.append(0x20)
            appendLiteral(name)
        }

        private mutating func openAttribute(_ name: StaticString) {
            bytes.append(0x20)
            appendLiteral(name)
            bytes.append(0x3D)
            bytes.append(0x22)
        }

        /// Whether what was written so far opens an attribute that holds an address.
        private var expectsAddress: Bool {
            let tail = String(decoding: bytes.suffix(9), as: UTF8.self)
            return ["href=\"", "src=\"", "action=\""].contains { tail.hasSuffix($0) }
        }
    }
}

extension HTML {
    /// Writes a text so that it stays a text inside an element and inside a quoted attribute.
    ///
    /// Control characters that HTML forbids are left out, so that a page stays well formed whatever was typed.
    static func escape(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var from = 0
            for index in 0..<source.count {
                let replacement: StaticString
                switch source[index] {
                case 0x26: replacement = "&amp;"
                case 0x3C: replacement = "&lt;"
                case 0x3E: replacement = "&gt;"
                case 0x22: replacement = "&quot;"
                case 0x27: replacement = "&#39;"
                case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: replacement = ""
                default: continue
                }
                bytes.append(contentsOf: source[from..<index])
                replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
                from = index + 1
            }
            bytes.append(contentsOf: source[from..<source.count])
        }
    }

    /// Decimal digits, without an intermediate text.
    static func write(_ number: Int, into bytes: inout [UInt8]) {
        if number < 0 { bytes.append(0x2D) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}

extension Sequence<HTML> {
    /// The pieces one after the other, with `separator` between two.
    package func joined(separator: HTML) -> HTML {
        var sum = HTML.empty
        var isFirst = true
        for piece in self {
            if !isFirst { sum += separator }
            isFirst = false
            sum += piece
        }
        return sum
    }
}
