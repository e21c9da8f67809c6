/// An address that may stand in `href`, `src` or `action`: on this site, a telephone number, or `https`.
///
/// Written as a literal, `"/guide/\(service)?q=\(words)"`; every interpolated value is percent-encoded, so it can be
/// neither another path segment nor another parameter. A scheme such as `javascript:` cannot be made.
package struct Link: Hashable, Sendable {
    /// The encoded address, not yet escaped for HTML.
    package let text: String

    /// An address on this site that came from outside, for example the page to return to after signing in.
    ///
    /// - Returns: nil unless it starts with one slash and holds only characters that a path or query may have, so that
    ///   nobody is sent to another site.
    package init?(onThisSite text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == 0x2F, bytes.count <= 2000, bytes.count == 1 || bytes[1] != 0x2F,
            bytes.allSatisfy(Link.isAddressByte)
        else { return nil }
        self.text = text
    }

    /// An address of another site; nil unless it is `https` and well formed. Show such links with their host.
    package init?(outside text: String) {
        let start = "https://"
        guard text.hasPrefix(start), text.utf8.count > start.utf8.count, text.utf8.count <= 2000,
            text.utf8.allSatisfy(Link.isAddressByte)
        else { return nil }
        self.text = text
    }

    /// A telephone number, from which everything but digits and a leading plus is left out.
    package static func telephone(_ number: String) -> Link {
        Link(unchecked: "tel:" + number.filter { ("0"..."9").contains($0) || $0 == "+" })
    }

    /// A place on the same page, by the id of its element.
    package static func part(_ id: String) -> Link { Link(unchecked: "#" + encoded(id)) }

    /// The same page with other parameters; a parameter without a value is left out.
    package func with(_ parameters: [(name: String, value: String?)]) -> Link {
        var written = text
        var mark: Character = text.contains("?") ? "&" : "?"
        for (name, value) in parameters {
            guard let value else { continue }
            written.append(mark)
            written += Link.encoded(name) + "=" + Link.encoded(value)
            mark = "&"
        }
        return Link(unchecked: written)
    }

    private init(unchecked text: String) {
        self.text = text
    }

    /// Percent-encodes all but letters, digits and `-._~` of RFC 3986.
    package static func encoded(_ value: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.utf8.count)
        for byte in value.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default:
                bytes.append(0x25)
                bytes.append(upperHexadecimal[Int(byte >> 4)])
                bytes.append(upperHexadecimal[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: addressMarks.contains(byte)
        }
    }
}

extension Link: ExpressibleByStringInterpolation {
    package init(stringLiteral literal: StaticString) {
        self.init(checked: literal.description)
    }

    package init(stringInterpolation interpolation: StringInterpolation) {
        self.init(checked: interpolation.text)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 28)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        package mutating func appendInterpolation(_ value: String) { text += Link.encoded(value) }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
    }

    private init(checked text: String) {
        let bytes = text.utf8.prefix(2)
        let isHere = bytes.first == 0x2F && bytes.dropFirst().first != 0x2F
        let isPart = bytes.first == 0x23 || bytes.first == 0x3F
        precondition(isHere || isPart || text.hasPrefix("https://"), "`\(text)` is not an address that may be linked")
        self.text = text
    }
}

private let upperHexadecimal = Array("0123456789ABCDEF".utf8)
private let addressMarks = Set("-._~/?#=&%+:@!$,;*()".utf8)
