import Values

/// Reads XML 1.0 with namespaces and without type declarations, into elements.
struct MarkupReader {
    static let deepest = 200
    static let longest = 20_000_000

    private let bytes: [UInt8]
    private var index = 0
    /// Prefixes in sight, innermost last.
    private var prefixes: [(prefix: String, namespace: String)] = [
        ("xml", "http://www.w3.org/XML/1998/namespace")
    ]
    /// Where the line of `lineIndex` is counted up to.
    private var line = 1
    private var lineIndex = 0
    /// Where that line begins.
    private var lineStart = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    private struct Open {
        var element: Markup
        let written: String
        let prefixes: Int
    }

    mutating func document() throws(MarkupProblem) -> Markup {
        guard bytes.count <= MarkupReader.longest else {
            throw problem("文件过大", "the file is too large", "最多 20 MB", "at most 20 MB")
        }
        var open: [Open] = []
        var root: Markup?
        while index < bytes.count {
            if bytes[index] != 0x3C {
                let text = try text()
                if !open.isEmpty {
                    open[open.count - 1].element.text += text
                } else if !text.allSatisfy(\.isWhitespace) {
                    throw problem("根元素之外有文字", "there is text outside of the root", "删去它", "take it out")
                }
            } else if stands("<!--") {
                try skip(past: "-->", from: "<!--")
            } else if stands("<?") {
                try skip(past: "?>", from: "<?")
            } else if stands("<![CDATA[") {
                let start = index + 9
                try skip(past: "]]>", from: "<![CDATA[")
                guard !open.isEmpty else { throw expected("一个元素", "an element") }
                open[open.count - 1].element.text += String(decoding: bytes[start..<index - 3], as: UTF8.self)
            } else if stands("<!") {
                throw problem(
                    "不接受文档类型声明（DOCTYPE）", "a document type declaration is not accepted", "删去该声明",
                    "take the declaration out")
            } else if stands("</") {
                try close(&open, &root)
            } else {
                guard root == nil else {
                    throw problem("有第二个根元素", "there is a second root", "只保留一个根元素", "keep one root only")
                }
                try start(&open, &root)
            }
        }
        if let last = open.last {
            throw problem(
                "<\(last.written)>（第 \(last.element.line) 行）没有结束",
                "<\(last.written)> of line \(last.element.line) does not end", "补上 </\(last.written)>",
                "write </\(last.written)>")
        }
        guard let root else { throw expected("一个元素", "an element") }
        return root
    }

    // MARK: - Elements

    private mutating func start(_ open: inout [Open], _ root: inout Markup?) throws(MarkupProblem) {
        let (line, column) = (currentLine, index - lineStart + 1)
        index += 1
        let written = try name()
        guard open.count < MarkupReader.deepest else {
            throw problem(
                "元素嵌套超过 \(MarkupReader.deepest) 层", "elements are nested more than \(MarkupReader.deepest) deep",
                "减少嵌套", "nest less")
        }
        let outer = prefixes.count
        let attributes = try attributes(of: written)
        for (key, value) in attributes {
            if key == "xmlns" { prefixes.append(("", value)) }
            if key.hasPrefix("xmlns:") { prefixes.append((String(key.dropFirst(6)), value)) }
        }
        let (prefix, local) = MarkupReader.parts(of: written)
        guard let namespace = prefixes.last(where: { $0.prefix == prefix })?.namespace ?? (prefix.isEmpty ? "" : nil)
        else {
            throw problem(
                "前缀“\(prefix)”没有声明", "the prefix `\(prefix)` is not declared", "补上 xmlns:\(prefix)=\"…\"",
                "write xmlns:\(prefix)=\"…\"")
        }
        let element = Markup(name: local, namespace: namespace, attributes: attributes, line: line, column: column)
        open.append(Open(element: element, written: written, prefixes: outer))
        if stands("/>") {
            index += 2
            finish(&open, &root)
        } else {
            guard stands(">") else { throw expected(">", ">") }
            index += 1
        }
    }

    private mutating func close(_ open: inout [Open], _ root: inout Markup?) throws(MarkupProblem) {
        let start = index
        index += 2
        let written = try name()
        skipBlanks()
        guard let last = open.last, last.written == written else {
            index = start
            guard let last = open.last else {
                throw problem("没有可结束的元素", "there is no element to end", "删去 </\(written)>", "drop </\(written)>")
            }
            throw problem(
                "</\(written)> 与 <\(last.written)>（第 \(last.element.line) 行）不成对",
                "</\(written)> does not end <\(last.written)> of line \(last.element.line)",
                "改为 </\(last.written)>", "write </\(last.written)>")
        }
        guard stands(">") else { throw expected(">", ">") }
        index += 1
        finish(&open, &root)
    }

    private mutating func finish(_ open: inout [Open], _ root: inout Markup?) {
        guard let last = open.popLast() else { return }
        prefixes.removeLast(prefixes.count - last.prefixes)
        if open.isEmpty { root = last.element } else { open[open.count - 1].element.children.append(last.element) }
    }

    private mutating func attributes(of element: String) throws(MarkupProblem) -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            let before = index
            skipBlanks()
            guard index < bytes.count else { throw expected(">", ">") }
            if stands(">") || stands("/>") { return attributes }
            guard index > before else { throw expected("空格或 >", "a blank or >") }
            let key = try name()
            skipBlanks()
            guard stands("=") else { throw expected("=", "=") }
            index += 1
            skipBlanks()
            guard stands("\"") || stands("'") else { throw expected("引号", "a quote") }
            let quote = bytes[index]
            index += 1
            let start = index
            while index < bytes.count, bytes[index] != quote, bytes[index] != 0x3C { index += 1 }
            guard index < bytes.count, bytes[index] == quote else { throw expected("结束的引号", "the closing quote") }
            let value = try decoded(start..<index, isAttribute: true)
            index += 1
            guard attributes.updateValue(value, forKey: key) == nil else {
                throw problem(
                    "<\(element)> 有两个 \(key)", "<\(element)> has two attributes \(key)", "只保留一个", "keep one")
            }
        }
    }

    private static func parts(of written: String) -> (prefix: String, local: String) {
        guard let colon = written.firstIndex(of: ":") else { return ("", written) }
        return (String(written[..<colon]), String(written[written.index(after: colon)...]))
    }

    private mutating func name() throws(MarkupProblem) -> String {
        let start = index
        while index < bytes.count, MarkupReader.isName(bytes[index]) { index += 1 }
        guard index > start, !(0x30...0x39).contains(bytes[start]), bytes[start] != 0x2D, bytes[start] != 0x2E else {
            throw expected("名称", "a name")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x2D, 0x2E, 0x80...0xFF: true
        default: false
        }
    }

    // MARK: - Text

    private mutating func text() throws(MarkupProblem) -> String {
        let start = index
        while index < bytes.count, bytes[index] != 0x3C { index += 1 }
        return try decoded(start..<index, isAttribute: false)
    }

    /// With its references replaced; line ends become one sign, in attributes a blank.
    private mutating func decoded(_ range: Range<Int>, isAttribute: Bool) throws(MarkupProblem) -> String {
        var result: [UInt8] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0x26:
                guard let end = bytes[place..<min(place + 12, range.upperBound)].firstIndex(of: 0x3B),
                    let scalar = MarkupReader.scalar(String(decoding: bytes[place..<end], as: UTF8.self))
                else {
                    index = place - 1
                    throw problem("“&”没有写成实体", "a bare `&`", "写成 &amp;", "write &amp;")
                }
                result += Array(String(scalar).utf8)
                place = end + 1
            case 0x0D:
                if place < range.upperBound, bytes[place] == 0x0A { place += 1 }
                result.append(isAttribute ? 0x20 : 0x0A)
            case 0x0A, 0x09: result.append(isAttribute ? 0x20 : byte)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(_ reference: String) -> Unicode.Scalar? {
        switch reference {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard reference.hasPrefix("#") else { return nil }
        let digits = reference.dropFirst()
        let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        return code.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }

    private mutating func skip(past end: String, from start: String) throws(MarkupProblem) {
        let from = index
        index += start.utf8.count
        while index < bytes.count, !stands(end) { index += 1 }
        guard index < bytes.count else {
            index = from
            throw problem("\(start) 没有结束", "\(start) does not end", "补上 \(end)", "write \(end)")
        }
        index += end.utf8.count
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private func stands(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    // MARK: - Places

    private var currentLine: Int {
        mutating get {
            for place in lineIndex..<index where bytes[place] == 0x0A { (line, lineStart) = (line + 1, place + 1) }
            lineIndex = index
            return line
        }
    }

    private func problem(_ zh: String, _ en: String, _ remedyZh: String, _ remedyEn: String) -> MarkupProblem {
        let before = bytes[..<min(index, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return MarkupProblem(
            line: before.count { $0 == 0x0A } + 1, column: before.count - lineStart + 1,
            message: Wording(zh: zh, en: en), remedy: Wording(zh: remedyZh, en: remedyEn))
    }

    private func expected(_ zh: String, _ en: String) -> MarkupProblem {
        problem("此处应为\(zh)", "\(en) is expected here", "补上\(zh)", "write \(en)")
    }
}
