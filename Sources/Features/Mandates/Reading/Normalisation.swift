import Values

/// From a line as it is printed to the form in which it is read (GB/T 9704 texts as they come out of files).
enum Normalisation {
    private static let punctuation: [Unicode.Scalar: Unicode.Scalar] = [
        "(": "（", ")": "）", "[": "〔", "]": "〕", "［": "〔", "］": "〕", "﹝": "〔", "﹞": "〕", "【": "〔", "】": "〕",
        "〖": "〔", "〗": "〕", ":": "：", ";": "；", "!": "！", "?": "？", "．": ".", "％": "%", "﹪": "%", "＋": "+",
        "／": "/", "｡": "。", "､": "、", "〈": "《", "〉": "》", "「": "“", "」": "”", "『": "“", "』": "”", "－": "-",
        "＂": "\"", "＜": "<", "＞": ">", "＝": "=",
    ]

    /// - Parameter isMarkdown: whether marks of Markdown and its few HTML tags are left out.
    static func read(_ text: String, line: Int, isMarkdown: Bool) -> LocatedText {
        let scalars = Array(text.unicodeScalars)
        var result = LocatedText()
        var blank: Int?
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let skipped = isMarkdown ? markLength(at: index, in: scalars, isStart: result.isEmpty) : 0
            if skipped > 0 {
                // A line break inside a cell.
                if scalar == "<", index + 2 < scalars.count, scalars[index + 1] == "b", scalars[index + 2] == "r",
                    !result.isEmpty
                {
                    result.append("\n", printed: "\n", at: SourcePoint(line: line, offset: index))
                }
                index += skipped
                continue
            }
            defer { index += 1 }
            if isInvisible(scalar) { continue }
            if isBlank(scalar) {
                if !result.isEmpty, blank == nil { blank = index }
                continue
            }
            let normal = normal(scalar, at: index, in: scalars)
            // 2 实施步骤: behind a number that a line begins with, a blank may stand for its mark.
            let isBehindNumber =
                result.count <= 2 && MandateNumerals.isHan(normal) && result.normal.allSatisfy(MandateNumerals.isDigit)
            if let place = blank, let last = result.last, isBehindNumber || keepsBlank(between: last, and: normal) {
                result.append(" ", printed: " ", at: SourcePoint(line: line, offset: place))
            }
            blank = nil
            result.append(normal, printed: scalar, at: SourcePoint(line: line, offset: index))
        }
        return withoutSpacing(result)
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}" || (0x09...0x0D).contains(scalar.value)
            || (0x2000...0x200A).contains(scalar.value)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        (0x200B...0x200F).contains(scalar.value) || scalar == "\u{FEFF}" || scalar == "\u{AD}" || scalar == "\u{2060}"
            || scalar.value < 0x09
    }

    private static func normal(_ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x2C:
            // A comma between digits groups thousands; everywhere else it is the Chinese one.
            let isGroup =
                index > 0 && index + 3 < text.count && MandateNumerals.isDigit(text[index - 1])
                && (1...3).allSatisfy { MandateNumerals.isDigit(text[index + $0]) }
            return isGroup ? "," : "，"
        default: return punctuation[scalar] ?? scalar
        }
    }

    /// Blanks count between two Han characters, where they may part names, and between two Latin words.
    private static func keepsBlank(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
        if MandateNumerals.isHan(left) || left == "）", MandateNumerals.isHan(right) { return true }
        let isWord = { MandateNumerals.isLatin($0) || MandateNumerals.isDigit($0) }
        return isWord(left) && isWord(right)
    }

    /// `责 任 单 位` is one word set wide: blanks beside a single character go.
    private static func withoutSpacing(_ text: LocatedText) -> LocatedText {
        guard text.normal.contains(" ") else { return text }
        let scalars = text.normal
        var drops: [Range<Int>] = []
        for index in scalars.indices where scalars[index] == " " {
            if index <= 2, scalars[..<index].allSatisfy(MandateNumerals.isDigit) { continue }
            let isSingleBefore = index < 2 || scalars[index - 2] == " "
            let isSingleAfter = index + 2 >= scalars.count || scalars[index + 2] == " "
            if isSingleBefore || isSingleAfter { drops.append(index..<index + 1) }
        }
        return text.without(drops)
    }

    // MARK: Markdown

    private static let tags = ["b", "strong", "i", "em", "u", "br", "sup", "sub", "span", "font", "p", "div", "center"]

    /// How many characters of a mark of Markdown stand here: 0 when none does.
    private static func markLength(at index: Int, in text: [Unicode.Scalar], isStart: Bool) -> Int {
        switch text[index] {
        case "#" where isStart: return 1
        case ">" where isStart: return 1
        case "*":
            if isStart, index + 1 < text.count, isBlank(text[index + 1]) { return 1 }
            return index + 1 < text.count && text[index + 1] == "*" ? 2 : 0
        case "\\":
            guard index + 1 < text.count else { return 0 }
            return [".", "(", ")", "[", "]", "*", "-", "_", "#", "+", "~"].contains(text[index + 1]) ? 1 : 0
        case "<": return tagLength(at: index, in: text)
        case "&":
            let entity = Array("&nbsp;".unicodeScalars)
            return text[index...].starts(with: entity) ? entity.count : 0
        default: return 0
        }
    }

    private static func tagLength(at index: Int, in text: [Unicode.Scalar]) -> Int {
        guard let end = text[index...].prefix(60).firstIndex(of: ">") else { return 0 }
        let inside = text[(index + 1)..<end].drop { $0 == "/" }
        let name = LocatedText.string(inside.prefix { MandateNumerals.isLatin($0) }).lowercased()
        return tags.contains(name) ? end - index + 1 : 0
    }
}

extension LocatedText {
    /// Without the blanks that parted names; those between Latin words stay.
    var compact: LocatedText {
        guard normal.contains(" ") else { return self }
        let drops = normal.indices.filter { index in
            guard normal[index] == " " else { return false }
            guard index > 0, index + 1 < count else { return true }
            return MandateNumerals.isHan(normal[index - 1]) || MandateNumerals.isHan(normal[index + 1])
                || normal[index - 1] == "）"
        }
        return without(drops.map { $0..<$0 + 1 })
    }
}
