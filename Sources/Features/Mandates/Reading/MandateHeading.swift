/// The number at the start of a paragraph (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1） ①, and 第一章 of rules.
struct MandateHeading: Hashable {
    enum Level: Int, Comparable {
        case part, chapter, division, article, first, second, third, fourth, fifth

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    let level: Level
    let number: Int
    /// How many characters the number takes with its marks.
    let length: Int

    private static let words: [Unicode.Scalar: Level] = ["编": .part, "章": .chapter, "节": .division, "条": .article]
    private static let marks = Set(".、。".unicodeScalars)

    init?(_ text: [Unicode.Scalar]) {
        guard let first = text.first else { return nil }
        let found: MandateHeading?
        switch first {
        case "第": found = MandateHeading.article(text)
        case "（": found = MandateHeading.bracketed(text)
        case "①"..."⑳": found = MandateHeading(.fifth, Int(first.value) - 0x2460 + 1, 1)
        case let first where MandateNumerals.isDigit(first): found = MandateHeading.plain(text)
        case let first where MandateNumerals.isChinese(first): found = MandateHeading.chinese(text)
        default: found = nil
        }
        guard let found, found.number > 0, found.length < text.count else { return nil }
        self = found
    }

    private init(_ level: Level, _ number: Int, _ length: Int) {
        self.level = level
        self.number = number
        self.length = length
    }

    private static func article(_ text: [Unicode.Scalar]) -> MandateHeading? {
        let digits = text.dropFirst().prefix(while: { MandateNumerals.isChinese($0) || MandateNumerals.isDigit($0) })
        guard (1...5).contains(digits.count), text.count > digits.count + 1, let level = words[text[digits.count + 1]]
        else { return nil }
        let number = MandateNumerals.chinese(digits) ?? MandateNumerals.plain(digits)
        return number.map { MandateHeading(level, $0, digits.count + 2) }
    }

    private static func bracketed(_ text: [Unicode.Scalar]) -> MandateHeading? {
        guard let close = text.prefix(6).firstIndex(of: "）") else { return nil }
        let digits = text[1..<close]
        var length = close + 1
        if length < text.count, marks.contains(text[length]) { length += 1 }
        if let number = MandateNumerals.plain(digits) { return MandateHeading(.fourth, number, length) }
        guard digits.allSatisfy(MandateNumerals.isChinese), let number = MandateNumerals.chinese(digits) else {
            return nil
        }
        return MandateHeading(.second, number, length)
    }

    private static func chinese(_ text: [Unicode.Scalar]) -> MandateHeading? {
        let digits = text.prefix(while: MandateNumerals.isChinese)
        guard (1...3).contains(digits.count), text.count > digits.count,
            text[digits.count] == "、" || text[digits.count] == ".",
            let number = MandateNumerals.chinese(digits)
        else { return nil }
        return MandateHeading(.first, number, digits.count + 1)
    }

    private static func plain(_ text: [Unicode.Scalar]) -> MandateHeading? {
        let digits = text.prefix(while: MandateNumerals.isDigit)
        guard digits.count <= 3, digits.count < text.count, marks.contains(text[digits.count]) else { return nil }
        var length = digits.count + 1
        if length < text.count, text[length] == "、" || text[length] == "." { length += 1 }
        // 1.5倍 and 2026.3.1 are no headings.
        guard length < text.count, !MandateNumerals.isDigit(text[length]) else { return nil }
        return MandateNumerals.plain(digits).map { MandateHeading(.third, $0, length) }
    }
}
