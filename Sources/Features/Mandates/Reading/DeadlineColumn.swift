import Values

/// Deadlines where the text is nothing else: a cell of 完成时限, what follows 完成时限：, an item of a bracket.
extension DeadlinePhrase {
    private static let openEnded = WordSet("长期 持续 常态 全年 贯穿 不间断 每日 日常")
    private static let allYear = WordSet("全年推进 全年实施 全年坚持 全年完成 全年开展 全年落实")
    private static let vague = WordSet("尽快 及时 适时 逐步 近期 同步 按序时 按时 按要求 按上级 根据 视情 立即 即时 按计划 按照")

    /// Whether an item of a list is a deadline rather than a name.
    static func isDeadline(_ item: LocatedText) -> Bool {
        let text = item.compact.normal
        guard text.count <= 30, !UnitNames.isName(item) else { return false }
        let hasNumber = text.contains(where: MandateNumerals.isDigit)
        let context = Context(date: Day(2000, 1, 1), titleYear: nil, sectionYear: nil)
        let phrases = DeadlinePhrase(text, context: context, masked: []).all()
        if let first = phrases.first, first.range.count * 2 >= text.count { return true }
        if hasNumber, plainDate(text, context: context) != nil { return true }
        return hasNumber ? false : text.count <= 8 && (openEnded.begins(text) || vague.begins(text))
    }

    /// Whether a text says by which day something is due, whatever the year.
    static func hasDay(_ text: LocatedText) -> Bool {
        let context = Context(date: Day(2000, 1, 1), titleYear: nil, sectionYear: nil)
        let phrases = DeadlinePhrase(text.normal, context: context, masked: Masks.titles(in: text.normal)).all()
        return phrases.contains { $0.date != nil }
    }

    /// What a whole passage means as a deadline; it may hold several.
    ///
    /// A bare year or month (`2026年`, `6月`, `2026.6.30`) counts here, as nothing else can be meant.
    static func read(whole text: LocatedText, context: Context) -> [(
        text: LocatedText, kind: MandateLedger.Deadline.Kind, date: Day?
    )] {
        let text = text.compact.trimmedMarks
        guard !text.isEmpty, !["-", "—", "/", "无", "——"].contains(text.string) else { return [] }
        let found = DeadlinePhrase(text.normal, context: context, masked: []).all()
        if !found.isEmpty {
            // 2015年底前，长期坚持: what has no end beside a day.
            let lasting = text.split(at: ["；", "\n", "，"]).filter { part in
                part.count <= 8 && openEnded.begins(part.normal)
                    && DeadlinePhrase(part.normal, context: context, masked: []).all().isEmpty
            }
            return found.map { (text[$0.range], $0.kind, $0.date) }
                + lasting.flatMap { read(whole: $0, context: context) }
        }
        // A bare 四季度 leans on the year of the document.
        if text.count <= 5, let year = context.year, let day = Day.ofQuarter(text.string, year: year) {
            return [(text, .date, day)]
        }
        let parts = text.split(at: ["；", "\n", "，"])
        if parts.count > 1 { return parts.flatMap { read(whole: $0, context: context) } }
        if let date = plainDate(text.normal, context: context) { return [(text, .date, date)] }
        if openEnded.isIn(text.normal) {
            // 全年推进: the verb says no more than the year.
            let isYear = allYear.holds(text.normal)
            return [
                (
                    isYear ? text[0..<2] : text, .continuous,
                    text.string.contains("全年") ? context.year.map { Day($0, 12, 31) } : nil
                )
            ]
        }
        return [(text, .vague, nil)]
    }

    /// 2026年, 2026年6月, 6月, 6月30日, 2026.6.30, 2026-06-30, 2026/6, 12月底.
    private static func plainDate(_ text: [Unicode.Scalar], context: Context) -> Day? {
        var numbers: [(value: Int, width: Int)] = []
        var marks: [Unicode.Scalar] = []
        var digits: [Unicode.Scalar] = []
        for scalar in text + ["\n"] {
            if MandateNumerals.isDigit(scalar) {
                digits.append(scalar)
                continue
            }
            if let value = MandateNumerals.plain(digits) { numbers.append((value, digits.count)) }
            digits = []
            if scalar != "\n" { marks.append(scalar) }
        }
        let known = Set("年月日号.-/—前底末完成".unicodeScalars)
        guard !numbers.isEmpty, numbers.count <= 3, marks.allSatisfy(known.contains) else { return nil }
        let hasYear = numbers[0].width == 4
        guard let year = hasYear ? numbers[0].value : context.year, (1990...2099).contains(year) else { return nil }
        let rest = hasYear ? Array(numbers.dropFirst()) : numbers
        guard let month = rest.first?.value else { return Day(year, 12, 31) }
        guard (1...12).contains(month), hasYear || marks.contains("月") || rest.count == 2 else { return nil }
        guard rest.count == 2 else { return Day(year, month, Day.lengthOfMonth(year, month)) }
        return Day(year: year, month: month, day: rest[1].value)
    }
}

extension Day {
    /// The last day of 四季度, 第一季度 or 2季度 of that year; nil for anything else.
    fileprivate static func ofQuarter(_ text: String, year: Int) -> Day? {
        let months = ["一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12]
        for (name, month) in months where text == name + "季度" || text == "第" + name + "季度" || text == "Q" + name {
            return Day(year, month, Day.lengthOfMonth(year, month))
        }
        return nil
    }
}
