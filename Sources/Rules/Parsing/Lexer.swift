/// One word, number, text or sign of an expression.
struct Token: Equatable {
    enum Kind: Equatable {
        case name, number, text, temporal, symbol, end
        /// What no expression may hold, or a text that does not end.
        case bad
    }

    let kind: Kind
    /// As written; for texts what they say.
    let text: String
    /// Column of the first character, from 1.
    let column: Int
}

/// Cuts an expression into tokens; it never fails, a `bad` token is reported by the parser.
struct Lexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    private init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    static func tokens(_ source: String) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        while true {
            let token = lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    /// The tokens of a name, for comparing it with what is written.
    static func nameTokens(_ name: String) -> [String] {
        tokens(name).dropLast().map(\.text)
    }

    private mutating func next() -> Token {
        skipBlanks()
        let column = index + 1
        guard index < scalars.count else { return Token(kind: .end, text: "", column: column) }
        let scalar = scalars[index]
        if scalar == "\"" { return text(kind: .text, column: column) }
        if scalar == "@", peek(1) == "\"" {
            index += 1
            return text(kind: .temporal, column: column)
        }
        if isDigit(scalar) || (scalar == "." && isDigit(peek(1)) && peek(-1) != ".") { return number(column) }
        if Lexer.startsName(scalar) { return name(column) }
        for length in [2, 1] where index + length <= scalars.count {
            let sign = String(String.UnicodeScalarView(scalars[index..<index + length]))
            if Lexer.signs.contains(sign) {
                index += length
                return Token(kind: .symbol, text: sign, column: column)
            }
        }
        index += 1
        return Token(kind: .bad, text: String(scalar), column: column)
    }

    private mutating func skipBlanks() {
        while let scalar = peek(0) {
            if isBlank(scalar) {
                index += 1
            } else if scalar == "/", peek(1) == "/" {
                while let scalar = peek(0), scalar != "\n" { index += 1 }
            } else if scalar == "/", peek(1) == "*" {
                index += 2
                while index < scalars.count, !(peek(0) == "*" && peek(1) == "/") { index += 1 }
                index = min(index + 2, scalars.count)
            } else {
                return
            }
        }
    }

    private mutating func number(_ column: Int) -> Token {
        let start = index
        while isDigit(peek(0)) { index += 1 }
        if peek(0) == ".", isDigit(peek(1)) {
            index += 1
            while isDigit(peek(0)) { index += 1 }
        }
        if peek(0) == "e" || peek(0) == "E" {
            let signed = peek(1) == "+" || peek(1) == "-"
            if isDigit(peek(signed ? 2 : 1)) {
                index += signed ? 2 : 1
                while isDigit(peek(0)) { index += 1 }
            }
        }
        return Token(kind: .number, text: String(String.UnicodeScalarView(scalars[start..<index])), column: column)
    }

    private mutating func name(_ column: Int) -> Token {
        let start = index
        while let scalar = peek(0), Lexer.startsName(scalar) || Lexer.continuesName(scalar) { index += 1 }
        return Token(kind: .name, text: String(String.UnicodeScalarView(scalars[start..<index])), column: column)
    }

    private mutating func text(kind: Token.Kind, column: Int) -> Token {
        index += 1
        var text = ""
        while let scalar = peek(0) {
            index += 1
            switch scalar {
            case "\"": return Token(kind: kind, text: text, column: column)
            case "\\": appendEscape(to: &text)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return Token(kind: .bad, text: "\"", column: column)
    }

    private mutating func appendEscape(to text: inout String) {
        guard let scalar = peek(0) else { return }
        index += 1
        switch scalar {
        case "n": text += "\n"
        case "r": text += "\r"
        case "t": text += "\t"
        case "\"", "'", "\\": text.unicodeScalars.append(scalar)
        case "u", "U": appendCode(digits: scalar == "u" ? 4 : 6, letter: scalar, to: &text)
        default:
            text += "\\"
            text.unicodeScalars.append(scalar)
        }
    }

    private mutating func appendCode(digits: Int, letter: Unicode.Scalar, to text: inout String) {
        guard let code = code(digits) else {
            text += "\\"
            text.unicodeScalars.append(letter)
            return
        }
        index += digits
        // A pair of surrogates, as JSON and Java write characters beyond the first plane.
        if (0xD800..<0xDC00).contains(code), peek(0) == "\\", peek(1) == "u" {
            index += 2
            if let low = self.code(4), (0xDC00..<0xE000).contains(low) {
                index += 4
                let joined = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                if let scalar = Unicode.Scalar(joined) { text.unicodeScalars.append(scalar) }
                return
            }
            index -= 2
        }
        text.unicodeScalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }

    private func code(_ digits: Int) -> UInt32? {
        guard index + digits <= scalars.count else { return nil }
        let written = String(String.UnicodeScalarView(scalars[index..<index + digits]))
        return written.allSatisfy(\.isHexDigit) ? UInt32(written, radix: 16) : nil
    }

    private func peek(_ offset: Int) -> Unicode.Scalar? {
        let place = index + offset
        return place >= 0 && place < scalars.count ? scalars[place] : nil
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar == " " || (0x09...0x0D).contains(scalar.value) }
        return scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }

    private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.value >= 0x30 && scalar.value <= 0x39
    }

    /// The characters of the standard's names, less the full-width signs that are typed by mistake.
    private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F: return true
        case 0..<0xC0: return false
        case 0xD7, 0xF7, 0x37E: return false
        case 0x2000...0x200B, 0x200E...0x206F, 0x2190...0x2BFF: return false
        case 0x3000...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3E, 0xFF5B...0xFF65:
            return false
        case 0xFFF0...0xFFFF: return false
        default: return true
        }
    }

    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0xB7, 0x0300...0x036F, 0x203F...0x2040: true
        default: false
        }
    }

    private static let signs: Set<String> = [
        "..", "<=", ">=", "!=", "**", "->", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":",
        ".", "?", "'",
    ]
}
