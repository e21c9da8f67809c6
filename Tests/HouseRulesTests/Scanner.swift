/// A word or sign of Swift code, without comments and the inside of strings.
struct Token: Hashable, Sendable {
    let text: String
    /// From 1.
    let line: Int
    /// Bytes before it on its line.
    let column: Int

    var isWord: Bool { text.utf8.first.map(isWordByte) ?? false }
}

/// A comment or a string literal with the line on which it begins.
struct Passage: Hashable, Sendable {
    let text: String
    let line: Int
}

/// Divides Swift code into tokens, comments and strings: as much of the grammar as the house rules need.
///
/// Knows nested comments, raw and multi-line strings, and code inside `\( )`; not regex literals, for there are none.
struct Scanner {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private(set) var tokens: [Token] = []
    private(set) var comments: [Passage] = []
    private(set) var strings: [Passage] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        scanCode(insideInterpolation: false)
    }

    private mutating func scanCode(insideInterpolation: Bool) {
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A {
                advanceLine()
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0D {
                index += 1
            } else if starts(with: "//") {
                scanLineComment()
            } else if starts(with: "/*") {
                scanBlockComment()
            } else if let hashes = stringStart() {
                scanString(hashes: hashes)
            } else if byte == 0x60 {
                scanQuotedName()
            } else if isWordByte(byte) {
                let start = index
                while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
                add(from: start)
            } else {
                if byte == 0x28 { depth += 1 }
                if byte == 0x29 {
                    depth -= 1
                    if insideInterpolation, depth < 0 { return }
                }
                index += 1
                add(from: index - 1)
            }
        }
    }

    private mutating func add(from start: Int) {
        tokens.append(Token(text: text(start, index), line: line, column: start - lineStart))
    }

    private mutating func advanceLine() {
        index += 1
        line += 1
        lineStart = index
    }

    private mutating func scanLineComment() {
        let start = index
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        comments.append(Passage(text: text(start, index), line: line))
    }

    private mutating func scanBlockComment() {
        let start = index
        let startLine = line
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                index += 2
            } else if starts(with: "*/") {
                depth -= 1
                index += 2
            } else if bytes[index] == 0x0A {
                advanceLine()
            } else {
                index += 1
            }
        } while depth > 0 && index < bytes.count
        comments.append(Passage(text: text(start, index), line: startLine))
    }

    /// A name in backticks is one token, so that a test's sentence is not read as code.
    private mutating func scanQuotedName() {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != 0x60, bytes[index] != 0x0A { index += 1 }
        if index < bytes.count, bytes[index] == 0x60 { index += 1 }
        add(from: start)
    }

    /// The number of `#` before the quote when a string begins here.
    private func stringStart() -> Int? {
        var hashes = 0
        while index + hashes < bytes.count, bytes[index + hashes] == 0x23 { hashes += 1 }
        return index + hashes < bytes.count && bytes[index + hashes] == 0x22 ? hashes : nil
    }

    private mutating func scanString(hashes: Int) {
        let startLine = line
        let marks = String(repeating: "#", count: hashes)
        index += hashes
        let quotes = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        index += quotes.utf8.count
        let start = index
        while index < bytes.count, !starts(with: quotes + marks) {
            if starts(with: "\\" + marks + "(") {
                index += hashes + 2
                scanCode(insideInterpolation: true)
                index += 1
            } else if starts(with: "\\" + marks), index + hashes + 1 < bytes.count, bytes[index + hashes + 1] != 0x0A {
                index += hashes + 2
            } else if bytes[index] == 0x0A {
                if quotes.utf8.count == 1 { break }
                advanceLine()
            } else {
                index += 1
            }
        }
        index = min(index, bytes.count)
        strings.append(Passage(text: text(start, index), line: startLine))
        if index < bytes.count, bytes[index] != 0x0A { index += quotes.utf8.count + hashes }
        tokens.append(Token(text: "\"\"", line: startLine, column: max(0, start - lineStart)))
    }

    private func starts(with text: String) -> Bool {
        let wanted = text.utf8
        return index + wanted.count <= bytes.count && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
    }

    private func text(_ from: Int, _ to: Int) -> String {
        String(decoding: bytes[min(from, bytes.count)..<min(to, bytes.count)], as: UTF8.self)
    }
}

private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
}
