import Values

/// Finds by when something is to be done, and works out the day.
struct DeadlinePhrase {
    /// What phrases without a year lean on.
    struct Context {
        /// 成文日期.
        let date: Day?
        /// The one year in the title, if there is one.
        let titleYear: Int?
        /// A year in the headings above.
        let sectionYear: Int?

        /// The year of 年底前: the title's wins over the date's.
        var year: Int? { sectionYear ?? titleYear ?? date?.year }
        var writtenYear: Int? { date?.year ?? titleYear }
    }

    struct Found {
        let range: Range<Int>
        let kind: MandateLedger.Deadline.Kind
        let date: Day?
    }

    let context: Context
    let text: [Unicode.Scalar]
    private let masked: [Range<Int>]

    /// - Parameter masked: titles in 《》 and what else is no running text.
    init(_ text: [Unicode.Scalar], context: Context, masked: [Range<Int>]) {
        self.text = text
        self.context = context
        self.masked = masked
    }

    /// All phrases of a running text, in its order.
    func all() -> [Found] {
        var found: [Found] = []
        var index = 0
        var year: Int?
        while index < text.count {
            if let mask = masked.first(where: { $0.contains(index) }) {
                index = mask.upperBound
                continue
            }
            if let one = phrase(at: index, itemYear: year) {
                found.append(one)
                if let date = one.date { year = date.year }
                index = one.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func phrase(at index: Int, itemYear: Int?) -> Found? {
        // What can begin here follows from the character, so that most places cost nothing.
        let scalar = text[index]
        if MandateNumerals.isDigit(scalar) {
            return written(at: index) ?? month(at: index, itemYear: itemYear) ?? period(at: index)
        }
        guard DeadlinePhrase.beginnings.contains(scalar) else { return nil }
        return fiveYears(at: index) ?? recurring(at: index) ?? relative(at: index, itemYear: itemYear)
            ?? period(at: index) ?? lasting(at: index, itemYear: itemYear)
    }

    /// 全年 or 今年 before what is to be done, with how much of it behind.
    private func isYearOfWork(_ index: Int) -> Bool {
        guard has("全年", at: index) || has("今年", at: index), index + 3 < text.count else { return false }
        if Quantities.beginsDoing(at: index + 2, in: text) { return true }
        let end = text[index...].firstIndex { "，。；".unicodeScalars.contains($0) } ?? text.count
        let rest = text[(index + 2)..<end]
        return has("全年", at: index)
            && rest.first.map { MandateNumerals.isHan($0) && !"的各度期无共累总".unicodeScalars.contains($0) } ?? false
            && rest.contains(where: MandateNumerals.isDigit)
    }

    private static let lastings = ["长期坚持", "持续推进", "常态化推进", "常年坚持", "持续实施", "长期推进", "长期实施"]

    /// 全年新增贷款45亿元 is due with the year; 长期坚持 as a clause of its own has no end.
    private func lasting(at index: Int, itemYear: Int?) -> Found? {
        guard index == 0 || "，。；".unicodeScalars.contains(text[index - 1]) else { return nil }
        if isYearOfWork(index) {
            let year = has("今年", at: index) ? context.writtenYear : itemYear ?? context.year
            return Found(range: index..<index + 2, kind: .date, date: year.map { Day($0, 12, 31) })
        }
        for word in ["秋季开学前", "春季开学前", "开学前", "汛期前", "入汛前", "春节前", "国庆节前", "供暖季前", "采暖季前", "采暖期前", "供暖前"]
        where has(word, at: index) {
            return Found(range: index..<index + word.unicodeScalars.count, kind: .vague, date: nil)
        }
        guard let word = first(of: DeadlinePhrase.lastings, at: index) else { return nil }
        let end = index + word.unicodeScalars.count
        let isClause = end == text.count || "，。；".unicodeScalars.contains(text[end])
        return isClause && index > 0 ? Found(range: index..<end, kind: .continuous, date: nil) : nil
    }

    private static let beginnings = Set("“\"每今本年明上下第一二三四五六七八九十两百全长持常秋春开汛入国供采".unicodeScalars)

    // MARK: Small steps

    func digits(at index: Int, atMost: Int) -> (value: Int, end: Int)? {
        var end = index
        while end < text.count, end - index < atMost, MandateNumerals.isDigit(text[end]) { end += 1 }
        guard end > index, end == text.count || !MandateNumerals.isDigit(text[end]) else { return nil }
        return MandateNumerals.plain(text[index..<end]).map { ($0, end) }
    }

    func has(_ word: String, at index: Int) -> Bool {
        let word = word.unicodeScalars
        return index + word.count <= text.count && text[index...].starts(with: word)
    }

    func first(of words: [String], at index: Int) -> String? { words.first { has($0, at: index) } }

    func before(_ index: Int, is words: [String]) -> Bool {
        words.contains { word in index >= word.unicodeScalars.count && has(word, at: index - word.unicodeScalars.count)
        }
    }

    private static let marks = ["之前", "以前", "前"]
    /// What follows a date that is no deadline: it began, or something was issued then.
    private static let notDeadlines = [
        "起", "以来", "开始", "印发", "发布", "出台", "施行", "实施之日", "生效", "修订", "版", "年版", "度计划", "份计划", "以后", "后",
    ]
    /// A date that is only compared with, or from which something runs.
    private func isCompared(_ index: Int) -> Bool {
        before(index, is: ["比", "较", "同比", "相比", "相较于", "截至", "截止", "截止到", "自", "对比", "相对", "基于", "成立于", "始于"])
    }

    // MARK: With a year

    private func written(at index: Int) -> Found? {
        guard let found = dated(at: index) else { return nil }
        return found.date.map { isLongPast($0.year) } == true ? nil : found
    }

    private func dated(at index: Int) -> Found? {
        guard let year = digits(at: index, atMost: 4), (1990...2099).contains(year.value),
            index == 0 || !MandateNumerals.isDigit(text[index - 1])
        else { return nil }
        if let plan = plan(from: index, first: year.value, end: year.end) { return plan }
        guard has("年", at: year.end) else { return nil }
        let start = prefixStart(index)
        let next = year.end + 1
        if let found = monthAndDay(at: next, year: year.value, start: start) {
            return isCompared(start) ? nil : found
        }
        if let word = first(of: ["度内", "底", "末", "内", "年底", "度末"], at: next) {
            let end = afterMark(next + word.unicodeScalars.count)
            return isCompared(start) || isExcluded(end)
                ? nil : Found(range: start..<end, kind: .date, date: Day(year.value, 12, 31))
        }
        if let part = partOfYear(at: next, year: year.value) {
            return isCompared(start) ? nil : Found(range: start..<part.end, kind: .date, date: part.day)
        }
        guard start < index, !isExcluded(next), !has("度", at: next), !isCompared(start) else { return nil }
        return Found(range: start..<next, kind: .date, date: Day(year.value, 12, 31))
    }

    /// 2000年底前建成的小区, in a document of 2023, says which ones; last year's end may still be named in January.
    private func isLongPast(_ year: Int) -> Bool { context.writtenYear.map { year < $0 - 1 } ?? false }

    /// 到, 至, 力争到 before a year belong to the phrase.
    private func prefixStart(_ index: Int) -> Int {
        for word in ["力争到", "争取到", "到", "至"] where before(index, is: [word]) {
            let start = index - word.unicodeScalars.count
            // 2024年至2026年 is a range, and 提高到2026年 is nothing.
            if word == "至", start > 0, "年月截".unicodeScalars.contains(text[start - 1]) { return index }
            if start > 0, "达得直提升降".unicodeScalars.contains(text[start - 1]) { return index }
            return start
        }
        return index
    }

    func afterMark(_ end: Int) -> Int {
        first(of: DeadlinePhrase.marks, at: end).map { end + $0.unicodeScalars.count } ?? end
    }

    /// 2024年底前印发 is to be done by then; 2024年3月印发的 was done.
    private func isExcluded(_ end: Int) -> Bool {
        let words = end > 0 && text[end - 1] == "前" ? ["起", "以来", "开始"] : DeadlinePhrase.notDeadlines
        return first(of: words, at: end) != nil
    }

    /// Month, and day or part of the month, behind a year.
    private func monthAndDay(at index: Int, year: Int, start: Int) -> Found? {
        guard let month = digits(at: index, atMost: 2), (1...12).contains(month.value), has("月", at: month.end) else {
            return nil
        }
        return ofMonth(month.value, year: year, start: start, after: month.end + 1)
    }

    /// 3月至10月, 2026年3月1日—2027年6月30日: it runs until the second one.
    private func span(until index: Int, year: Int, start: Int) -> Found? {
        let dashes = Array("—–-－~～至到".unicodeScalars)
        var at = index
        if let day = digits(at: at, atMost: 2), has("日", at: day.end) { at = day.end + 1 }
        let dash = at
        while at < text.count, at - dash < 2, dashes.contains(text[at]) { at += 1 }
        guard at > dash else { return nil }
        var last = year
        if let written = digits(at: at, atMost: 4), (year...2099).contains(written.value), has("年", at: written.end) {
            last = written.value
            at = written.end + 1
        }
        guard let month = digits(at: at, atMost: 2), (1...12).contains(month.value), has("月", at: month.end) else {
            return nil
        }
        var end = month.end + 1
        var date: Day? = Day(last, month.value, Day.lengthOfMonth(last, month.value))
        if let day = digits(at: end, atMost: 2), has("日", at: day.end) {
            date = Day(year: last, month: month.value, day: day.value)
            end = day.end + 1
        } else if first(of: ["底", "末", "份"], at: end) != nil {
            end += 1
        }
        return date.map { Found(range: start..<end, kind: .date, date: $0) }
    }

    private func ofMonth(_ month: Int, year: Int, start: Int, after: Int) -> Found? {
        if let span = span(until: after, year: year, start: start) { return span }
        let last = Day(year, month, Day.lengthOfMonth(year, month))
        if let day = digits(at: after, atMost: 2), first(of: ["日", "号"], at: day.end) != nil {
            guard let date = Day(year: year, month: month, day: day.value) else { return nil }
            let end = afterMark(day.end + 1)
            // A bare day is a deadline only when something is to be finished on it.
            let isMarked = end > day.end + 1 || first(of: ["完成", "建成", "上线", "投用", "到位"], at: end) != nil
            return isMarked && !isExcluded(end) ? Found(range: start..<end, kind: .date, date: date) : nil
        }
        let parts: [(String, Day)] = [
            ("份底", last), ("底", last), ("末", last), ("上旬", Day(year, month, 10)), ("中旬", Day(year, month, 20)),
            ("下旬", last),
        ]
        for (word, date) in parts where has(word, at: after) {
            let end = afterMark(after + word.unicodeScalars.count)
            return isExcluded(end) ? nil : Found(range: start..<end, kind: .date, date: date)
        }
        // 6月份上线: a bare month counts where something is to be finished in it.
        let bare = has("份", at: after) ? after + 1 : after
        if first(of: ["完成", "建成", "上线", "投用", "投入", "实现", "竣工", "全面完成", "完工"], at: bare) != nil {
            return Found(range: start..<bare, kind: .date, date: last)
        }
        let end = afterMark(after)
        if end > after {
            // As for days, 前 includes what it names (policy usage; the ledger says so where no day is printed).
            return Found(range: start..<end, kind: .date, date: last)
        }
        return nil
    }

    /// 2024—2026年, when it says how long a task runs.
    private func plan(from index: Int, first: Int, end: Int) -> Found? {
        var next = end
        if has("年", at: next) { next += 1 }
        let dashes = Array("—–-－~～至到".unicodeScalars)
        var dash = next
        while dash < text.count, dashes.contains(text[dash]) { dash += 1 }
        guard dash > next, let last = digits(at: dash, atMost: 4), (first...2099).contains(last.value),
            has("年", at: last.end)
        else { return nil }
        var close = last.end + 1
        if has("期间", at: close) { close += 2 }
        guard close > last.end + 1 || has("，", at: close) || has("内", at: close) else { return nil }
        return Found(range: index..<close, kind: .date, date: Day(last.value, 12, 31))
    }

    private func partOfYear(at index: Int, year: Int) -> (day: Day, end: Int)? {
        if has("上半年", at: index) { return (Day(year, 6, 30), afterMark(afterEnd(index + 3))) }
        if has("下半年", at: index) { return (Day(year, 12, 31), afterMark(afterEnd(index + 3))) }
        var at = index
        if has("第", at: at) { at += 1 }
        let quarters = ["一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12]
        for (name, month) in quarters where has(name + "季度", at: at) {
            let day = Day(year, month, Day.lengthOfMonth(year, month))
            return (day, afterMark(afterEnd(at + 3)))
        }
        return nil
    }

    private func afterEnd(_ index: Int) -> Int { first(of: ["末", "底", "内"], at: index) == nil ? index : index + 1 }

    // MARK: Without a year

    private func month(at index: Int, itemYear: Int?) -> Found? {
        guard let month = digits(at: index, atMost: 2), (1...12).contains(month.value), has("月", at: month.end),
            index == 0 || !(MandateNumerals.isDigit(text[index - 1]) || text[index - 1] == ".")
        else { return nil }
        // Behind a written year the month was read with it; 今年10月 leans on the document's year.
        let names = ["今年", "本年", "当年", "明年", "次年"]
        if index > 0, text[index - 1] == "年", !before(index, is: names) { return nil }
        var start = index
        var year = itemYear ?? context.year
        for (word, shift) in [("今年", 0), ("本年", 0), ("当年", 0), ("明年", 1), ("次年", 1)] where before(index, is: [word]) {
            start = index - 2
            year = context.writtenYear.map { $0 + shift }
        }
        start = prefixStart(start)
        guard let year, !isCompared(start) else { return nil }
        return ofMonth(month.value, year: year, start: start, after: month.end + 1)
    }

    private static let yearWords: [(String, Int)] = [
        ("今年年底前", 0), ("今年年底", 0), ("今年底前", 0), ("今年底", 0), ("今年年内", 0), ("今年内", 0), ("本年度内", 0), ("年度内", 0),
        ("本年底前", 0), ("本年内", 0), ("年底之前", 0), ("年底以前", 0), ("年底前", 0), ("年底", 0), ("年末前", 0), ("年末", 0), ("年内", 0),
        ("明年年底前", 1), ("明年底前", 1), ("明年底", 1), ("明年内", 1),
    ]

    private func relative(at index: Int, itemYear: Int?) -> Found? {
        for (word, shift) in DeadlinePhrase.yearWords where has(word, at: index) {
            if index > 0,
                MandateNumerals.isDigit(text[index - 1]) || MandateNumerals.isChinese(text[index - 1])
                    || "年每半几数个往上去前".unicodeScalars.contains(text[index - 1])
            {
                return nil
            }
            let start = prefixStart(index)
            let isWritten = word.hasPrefix("今") || word.hasPrefix("本") || word.hasPrefix("明")
            let year = (isWritten ? context.writtenYear : itemYear ?? context.year).map { $0 + shift }
            let end = index + word.unicodeScalars.count
            return isExcluded(end) || isCompared(start)
                ? nil : Found(range: start..<end, kind: .date, date: year.map { Day($0, 12, 31) })
        }
        return partOfThisYear(at: index, itemYear: itemYear)
    }

    private func partOfThisYear(at index: Int, itemYear: Int?) -> Found? {
        var at = index
        var year = itemYear ?? context.year
        for (word, shift) in [("今年", 0), ("本年", 0), ("明年", 1)] where has(word, at: index) {
            at = index + 2
            year = context.writtenYear.map { $0 + shift }
        }
        if before(index, is: ["年", "每", "第", "年度"]) { return nil }
        guard let known = year ?? context.date?.year, let part = partOfYear(at: at, year: known) else { return nil }
        // At the start of a clause nothing else is meant: 上半年完成…; 上半年的… only speaks of it.
        let opens = index == 0 || "，。；：（、".unicodeScalars.contains(text[index - 1])
        let isMarked =
            at > index || "前末底内".unicodeScalars.contains(text[part.end - 1])
            || opens && first(of: ["的", "全", "以来", "，"], at: part.end) == nil
            || first(of: ["完成", "实现", "建成", "全面完成"], at: part.end) != nil
        guard isMarked, !isExcluded(part.end), !isCompared(index) else { return nil }
        return Found(range: index..<part.end, kind: .date, date: year == nil ? nil : part.day)
    }

    /// “十四五”末, “十五五”期间.
    private func fiveYears(at index: Int) -> Found? {
        var at = index
        if has("“", at: at) || has("\"", at: at) { at += 1 }
        guard has("十", at: at), at + 2 < text.count, text[at + 2] == "五",
            let plan = MandateNumerals.chinese([text[at + 1]]), (1...9).contains(plan)
        else { return nil }
        at += 3
        if has("”", at: at) || has("\"", at: at) { at += 1 }
        guard let word = first(of: ["期末", "末", "期间", "时期"], at: at), !has("以来", at: at + word.unicodeScalars.count)
        else { return nil }
        let start = prefixStart(index)
        // The thirteenth plan ended in 2020.
        let end = at + word.unicodeScalars.count
        return Found(range: start..<end, kind: .date, date: Day(2020 + (plan - 3) * 5, 12, 31))
    }
}
