import Values

/// The leaves of a text: one function per form.
extension Reading {
    mutating func readScalar(_ node: YAMLNode, _ shape: Shape) -> JSON? {
        guard case .scalar(let text, let isPlain) = node.content else { return mistyped(node, shape) }
        switch shape {
        case .anyText: return .text(text)
        case .text, .feel:
            return node.isNull || text.isEmpty ? mistyped(node, shape) : .text(text)
        case .id, .factId, .event:
            return checkId(text, as: shape, at: node.mark) ? .text(text) : nil
        case .truth:
            guard isPlain, text == "true" || text == "false" else { return mistyped(node, shape) }
            return .bool(text == "true")
        case .whole(let range): return readWhole(text, in: range, node)
        case .decimal:
            guard isPlain, ScalarForm.isDecimal(text) else { return mistyped(node, shape) }
            return ScalarForm.whole(text).map { .number(Int64($0)) } ?? .text(text)
        case .day, .moment: return readDay(text, shape, node)
        case .limit: return readLimit(text, node)
        case .word(let words): return readWord(text, words, node)
        default: return mistyped(node, shape)
        }
    }

    /// Says that something else is expected there.
    mutating func mistyped(_ node: YAMLNode, _ shape: Shape) -> JSON? {
        let wanted = shape.described
        report(
            .wrongType, at: node.mark,
            Wording(
                zh: "这里应当是\(wanted.zh)，写的是\(node.described.zh)",
                en: "\(wanted.en) is expected here, not \(node.described.en)"),
            remedy: Wording(zh: "改为\(wanted.zh)", en: "write \(wanted.en)"))
        return nil
    }

    private mutating func readWhole(_ text: String, in range: ClosedRange<Int>, _ node: YAMLNode) -> JSON? {
        guard let number = ScalarForm.whole(text), range.contains(number) else {
            report(
                .wrongType, at: node.mark,
                Wording(
                    zh: "“\(text)”不是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
                    en: "`\(text)` is not a whole number from \(range.lowerBound) to \(range.upperBound)"),
                remedy: Wording(zh: "写一个整数", en: "write a whole number"))
            return nil
        }
        return .number(Int64(number))
    }

    private mutating func readDay(_ text: String, _ shape: Shape, _ node: YAMLNode) -> JSON? {
        if case .day = shape, Day(text) != nil { return .text(text) }
        if case .moment = shape, Moment(local: text) != nil { return .text(text) }
        report(
            .badDate, at: node.mark,
            Wording(zh: "“\(text)”不是存在的日期", en: "`\(text)` is not a date that exists"),
            remedy: Wording(zh: "写成 2026-03-02 的形式", en: "write it like 2026-03-02"))
        return nil
    }

    private mutating func readLimit(_ text: String, _ node: YAMLNode) -> JSON? {
        if let period = LegalPeriod(text) { return .text(period.description) }
        report(
            .badLimit, at: node.mark,
            Wording(zh: "“\(text)”不是期限", en: "`\(text)` is not a period"),
            remedy: Wording(
                zh: "写成 20 workdays、15 days、3 months、5 years、24 hours 或 same day",
                en: "write 20 workdays, 15 days, 3 months, 5 years, 24 hours or same day"))
        return nil
    }

    private mutating func readWord(_ text: String, _ words: [String], _ node: YAMLNode) -> JSON? {
        if words.contains(text) { return .text(text) }
        let all = words.joined(separator: ", ")
        let near = Nearest.name(to: text, among: words)
        report(
            .badWord, at: node.mark,
            Wording(zh: "“\(text)”不在可选范围内", en: "`\(text)` is not one of the words allowed here"),
            remedy: near.map { Wording(zh: "是否应为“\($0)”？", en: "did you mean `\($0)`?") }
                ?? Wording(zh: "可用：\(all)", en: "use one of: \(all)"))
        return nil
    }

    /// Whether a text has the form of an id; a diagnostic is given when not.
    mutating func checkId(_ text: String, as shape: Shape, at mark: YAMLNode.Mark) -> Bool {
        let isFine: Bool
        let form: String
        switch shape {
        case .factId: (isFine, form) = (IdForm.isFactId(text), "[a-z][a-z0-9_]*(.[a-z][a-z0-9_]*)*")
        case .event: (isFine, form) = (IdForm.isEvent(text), "[a-z][a-z0-9_]*")
        case .id: (isFine, form) = (IdForm.isId(text), "[a-z][a-z0-9_-]*")
        default: return !text.isEmpty
        }
        if isFine { return true }
        report(
            .badId, at: mark, Wording(zh: "“\(text)”不是合格的标识", en: "`\(text)` is not an id"),
            remedy: Wording(zh: "写成 \(form)", en: "write it as \(form)"))
        return false
    }

    mutating func readAnything(_ node: YAMLNode, at place: String) -> JSON? {
        switch node.content {
        case .scalar(let text, let isPlain): return isPlain ? ScalarForm.guess(text) : .text(text)
        case .list(let nodes):
            return .list(nodes.enumerated().compactMap { read($1, as: .anything, at: "\(place)/\($0)") })
        case .map(let entries):
            var map: [String: JSON] = [:]
            for entry in entries {
                map[entry.key] = read(entry.value, as: .anything, at: Reading.join(place, entry.key))
            }
            return .map(map)
        }
    }
}

/// How a plain scalar looks.
enum ScalarForm {
    /// `true`, `false`, `null` and whole numbers of at most 15 digits are what they look like; all else is text.
    static func guess(_ text: String) -> JSON {
        switch text {
        case "true": return true
        case "false": return false
        case "null", "~", "": return .null
        default: return whole(text).map { .number(Int64($0)) } ?? .text(text)
        }
    }

    /// A whole number without superfluous zeros, so that `007` stays a text.
    static func whole(_ text: String) -> Int? {
        guard text.utf8.count <= 15, let number = Int(text), String(number) == text else { return nil }
        return number
    }

    static func isDecimal(_ text: String) -> Bool {
        let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), text.count <= 30 else { return false }
        return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}

/// The forms that ids take (examples: `check_filing`, `business-licence`, `enterprise.uscc`).
package enum IdForm {
    /// Lower-case letters, digits, `_` and `-`, beginning with a letter.
    package static func isId(_ text: String) -> Bool {
        matches(text.utf8, extra: [0x5F, 0x2D])
    }

    /// As an id, without hyphens.
    package static func isEvent(_ text: String) -> Bool { matches(text.utf8, extra: [0x5F]) }

    /// Events joined by dots.
    package static func isFactId(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { matches($0.utf8, extra: [0x5F]) }
    }

    private static func matches(_ bytes: some Collection<UInt8>, extra: [UInt8]) -> Bool {
        guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 60 else { return false }
        return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || extra.contains($0) }
    }
}
