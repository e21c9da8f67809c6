/// The number at the start of a paragraph (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1） ①, 第一章 of rules, 1.1, and
/// 任务一： with the word for what is counted.
struct MandateHeading: Hashable {
    enum Level: Int, Comparable {
        case part, chapter, division, article, first, second, named, third, fourth, fifth

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    let level: Level
    let number: Int
    /// How many characters the number takes with its marks.
    let length: Int
    /// Whether the heading itself says that it is a task: 任务一, 举措3.
    private(set) var isTaskName = false

    private static let words: [Unicode.Scalar: Level] = ["编": .part, "章": .chapter, "节": .division, "条": .article]
    private static let items: Set<Unicode.Scalar> = ["项", "件"]
    private static let marks = Set(".、。".unicodeScalars)

    init?(_ text: [Unicode.Scalar]) {
        guard let first = text.first else { return nil }
        let found: MandateHeading?
        switch first {
        case "第": found = MandateHeading.article(text)
        case "（": found = MandateHeading.bracketed(text)
        case "①"..."⑳": found = MandateHeading(.fifth, Int(first.value) - 0x2460 + 1, 1)
        case "⑴"..."⒇": found = MandateHeading(.fourth, Int(first.value) - 0x2474 + 1, 1)
        case "⒈"..."⒛": found = MandateHeading(.third, Int(first.value) - 0x2488 + 1, 1)
        case "㈠"..."㈩": found = MandateHeading(.second, Int(first.value) - 0x3220 + 1, 1)
        case "Ⅰ"..."Ⅻ": found = MandateHeading.roman(text)
        case "〔": found = MandateHeading.bracketed(text)
        case let first where MandateNumerals.isDigit(first): found = MandateHeading.plain(text)
        case let first where MandateNumerals.isChinese(first): found = MandateHeading.chinese(text)
        default: found = MandateHeading.named(text)
        }
        guard let found, found.number > 0, found.length < text.count else { return nil }
        self = found
    }

    private init(_ level: Level, _ number: Int, _ length: Int) {
        self.level = level
        self.number = number
        self.length = length
    }

    /// An item of a list whose mark is no number.
    init(item: Int, length: Int) { self.init(.fifth, item, length) }

    private static func article(_ text: [Unicode.Scalar]) -> MandateHeading? {
        let digits = text.dropFirst().prefix(while: { MandateNumerals.isChinese($0) || MandateNumerals.isDigit($0) })
        guard (1...5).contains(digits.count), text.count > digits.count + 1 else { return nil }
        let number = MandateNumerals.chinese(digits) ?? MandateNumerals.plain(digits)
        let word = text[digits.count + 1]
        // 第一项：…
        if items.contains(word), text.count > digits.count + 2, closers.contains(text[digits.count + 2]) {
            return number.map { MandateHeading(.named, $0, digits.count + 3) }
        }
        // 第二阶段：集中整治
        if word == "阶", text.count > digits.count + 4, text[digits.count + 2] == "段",
            closers.contains(text[digits.count + 3])
        {
            return number.map { MandateHeading(.named, $0, digits.count + 4) }
        }
        // 第一部分 应急准备
        if word == "部", text.count > digits.count + 3, text[digits.count + 2] == "分" {
            return number.map { MandateHeading(.part, $0, digits.count + 3) }
        }
        guard let level = words[word] else { return nil }
        return number.map { MandateHeading(level, $0, digits.count + 2) }
    }

    private static func bracketed(_ text: [Unicode.Scalar]) -> MandateHeading? {
        guard let close = text.prefix(6).firstIndex(where: { $0 == "）" || $0 == "〕" }), close > 1 else { return nil }
        let digits = text[1..<close]
        var length = close + 1
        if length < text.count, marks.contains(text[length]) { length += 1 }
        if digits.count <= 2, let number = MandateNumerals.plain(digits) {
            return MandateHeading(.fourth, number, length)
        }
        guard digits.allSatisfy(MandateNumerals.isChinese), let number = MandateNumerals.chinese(digits) else {
            return nil
        }
        return MandateHeading(.second, number, length)
    }

    /// Ⅰ.重点工作
    private static func roman(_ text: [Unicode.Scalar]) -> MandateHeading? {
        guard text.count > 2, "、. ".unicodeScalars.contains(text[1]) else { return nil }
        return MandateHeading(.first, Int(text[0].value) - 0x2160 + 1, 2)
    }

    private static func chinese(_ text: [Unicode.Scalar]) -> MandateHeading? {
        let digits = text.prefix(while: MandateNumerals.isChinese)
        // 一是…, 二是… on lines of their own.
        if digits.count == 1, text.count > 2, text[1] == "是", let number = MandateNumerals.chinese(digits) {
            return MandateHeading(.fifth, number, 2)
        }
        // 一诺：…, 第二招：…: the word for what is counted.
        if (1...2).contains(digits.count), text.count > digits.count + 2, text[digits.count + 1] == "：",
            "诺招件策仗条问".unicodeScalars.contains(text[digits.count]), let number = MandateNumerals.chinese(digits)
        {
            var heading = MandateHeading(.named, number, digits.count + 2)
            heading.isTaskName = true
            return heading
        }
        guard (1...3).contains(digits.count), text.count > digits.count,
            text[digits.count] == "、" || text[digits.count] == ".",
            let number = MandateNumerals.chinese(digits)
        else { return nil }
        return MandateHeading(.first, number, digits.count + 1)
    }

    private static func plain(_ text: [Unicode.Scalar]) -> MandateHeading? {
        let digits = text.prefix(while: MandateNumerals.isDigit)
        // 01建设…: a number with a nought in front needs no mark.
        if digits.first == "0", digits.count == 2, text.count > 3 {
            let next = text[2] == " " ? 3 : 2
            if MandateNumerals.isHan(text[next]) {
                return MandateNumerals.plain(digits).map { MandateHeading(.third, $0, next) }
            }
        }
        if let pair = pair(text, after: digits.count) { return pair }
        // 2 实施步骤: a blank in place of the mark.
        if digits.count <= 2, digits.count + 2 < text.count, text[digits.count] == " ", digits.first != "0",
            MandateNumerals.isHan(text[digits.count + 1]), !counters.contains(text[digits.count + 1])
        {
            return MandateNumerals.plain(digits).map { MandateHeading(.third, $0, digits.count + 1) }
        }
        guard digits.count <= 3, digits.count < text.count,
            marks.contains(text[digits.count]) || text[digits.count] == "）"
        else { return nil }
        if text[digits.count] == "）" {
            return MandateNumerals.plain(digits).map { MandateHeading(.fourth, $0, digits.count + 1) }
        }
        var length = digits.count + 1
        if length < text.count, text[length] == "、" || text[length] == "." { length += 1 }
        guard length < text.count else { return nil }
        if MandateNumerals.isDigit(text[length]) {
            if beginsWithDate(text[length...]) {
                return MandateNumerals.plain(digits).map { MandateHeading(.third, $0, length) }
            }
            return decimal(text, from: length)
        }
        return MandateNumerals.plain(digits).map { MandateHeading(.third, $0, length) }
    }

    /// 1.6月底前完成…, 5.230项…: what follows is a date or a count, so that the number is none with a decimal point.
    private static func beginsWithDate(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let digits = text.prefix(while: MandateNumerals.isDigit)
        guard let value = MandateNumerals.plain(digits), let next = text.dropFirst(digits.count).first else {
            return false
        }
        if next == "月" && (1...12).contains(value) || next == "年" && digits.count == 4 { return true }
        // 5.230项…: things that are counted are whole.
        return "项个家条件名座台份处所场次户".unicodeScalars.contains(next)
    }

    /// 1-2推进…: the second number counts.
    private static func pair(_ text: [Unicode.Scalar], after count: Int) -> MandateHeading? {
        guard count <= 2, count + 2 < text.count, text[count] == "-" else { return nil }
        let digits = text[(count + 1)...].prefix(while: MandateNumerals.isDigit)
        var end = count + 1 + digits.count
        guard (1...2).contains(digits.count), end < text.count else { return nil }
        if "、. ".unicodeScalars.contains(text[end]) { end += 1 }
        guard end < text.count, MandateNumerals.isHan(text[end]), !counters.contains(text[end]) else { return nil }
        return MandateNumerals.plain(digits).map { MandateHeading(.fifth, $0, end) }
    }

    private static let counters = Set("倍个亿元月日号年成公米吨亩千万人次件项家条天小周岁级层处台座套所户%".unicodeScalars)

    /// 1.2推进…: the second number counts below the first. 1.5倍 and 2026.3.1 are no headings.
    private static func decimal(_ text: [Unicode.Scalar], from start: Int) -> MandateHeading? {
        guard text[start - 1] == "." else { return nil }
        let digits = text[start...].prefix(while: MandateNumerals.isDigit)
        var end = start + digits.count
        guard digits.count <= 2, end < text.count, let number = MandateNumerals.plain(digits) else { return nil }
        if text[end] == "." || text[end] == "、" || text[end] == " " { end += 1 }
        guard end < text.count, MandateNumerals.isHan(text[end]), !MandateNumerals.isChinese(text[end]),
            !counters.contains(text[end])
        else { return nil }
        return MandateHeading(.fourth, number, end)
    }

    private static let tasks = WordSet("任务 重点任务 主要任务 举措 措施 事项 实事 项目 目标任务 改革任务 工作任务")
    private static let groups = WordSet("行动 专项行动 工程 专项 专题 重点工程 重点行动 提升行动 板块")
    private static let closers = Set("：、. ".unicodeScalars)

    /// 任务1：, 专项行动一、, 举措三.
    private static func named(_ text: [Unicode.Scalar]) -> MandateHeading? {
        // 攻坚任务一：, 专项整治行动1：: other words may stand before.
        guard
            let mark = text.prefix(16).firstIndex(of: "：") ?? text.prefix(16).firstIndex(of: "、")
                ?? text.prefix(16).firstIndex(where: { $0 == "." || $0 == " " })
        else { return nil }
        var end = mark
        while end > 0, MandateNumerals.isDigit(text[end - 1]) || MandateNumerals.isChinese(text[end - 1]) { end -= 1 }
        guard end < mark, text[..<end].allSatisfy(MandateNumerals.isHan) else { return nil }
        let isTask = tasks.lengthBefore(end, in: text) != nil
        guard isTask || groups.lengthBefore(end, in: text) != nil else { return nil }
        let word = end
        let rest = text[word...]
        let arabic = rest.prefix(while: MandateNumerals.isDigit)
        let digits = arabic.isEmpty ? rest.prefix(while: MandateNumerals.isChinese) : arabic
        guard (1...3).contains(digits.count), word + digits.count < text.count,
            let number = MandateNumerals.plain(digits) ?? MandateNumerals.chinese(digits)
        else { return nil }
        var length = word + digits.count
        guard closers.contains(text[length]) else { return nil }
        while length < text.count, closers.contains(text[length]) { length += 1 }
        var heading = MandateHeading(.named, number, length)
        heading.isTaskName = isTask
        return heading
    }
}
