import Values

/// What comes again and again, and periods from an event.
extension DeadlinePhrase {
    func recurring(at index: Int) -> Found? {
        guard has("每", at: index) else { return nil }
        // 压减到每年140小时 measures: it is no deadline.
        let isMeasured = index > 0 && "到至在于过".unicodeScalars.contains(text[index - 1])
        var at = index + 1
        if at < text.count, "两二三半".unicodeScalars.contains(text[at]), !has("半年", at: at) { at += 1 }
        if has("个", at: at) { at += 1 }
        guard let unit = first(of: ["年度", "半年", "季度", "学期", "年", "季", "月", "周"], at: at) else { return nil }
        at += unit.unicodeScalars.count
        if unit == "年", let month = digits(at: at, atMost: 2), has("月", at: month.end) {
            at = month.end + 1
            if let day = digits(at: at, atMost: 2), has("日", at: day.end) { at = day.end + 1 }
        } else if unit.hasPrefix("季"), let part = first(of: ["首月", "末月", "第一个月", "最后一个月", "第一月"], at: at) {
            at += part.unicodeScalars.count
            if let day = digits(at: at, atMost: 2), first(of: ["日", "号"], at: day.end) != nil { at = day.end + 1 }
        } else if unit == "月", let day = digits(at: at, atMost: 2), first(of: ["日", "号"], at: day.end) != nil {
            at = day.end + 1
        }
        if first(of: ["底", "末", "初"], at: at) != nil { at += 1 }
        at = afterMark(at)
        if isMeasured, at < text.count, MandateNumerals.isDigit(text[at]) { return nil }
        return Found(range: index..<at, kind: .recurring, date: nil)
    }

    private static let units = ["个工作日", "工作日", "个自然日", "自然日", "个月", "小时", "分钟", "日", "天", "年", "周"]
    /// A limit that the text sets to such a period is a figure, not a deadline.
    private static let figures = [
        "压缩至", "压缩到", "压缩为", "压减至", "压减到", "缩短至", "缩短到", "缩短为", "缩减至", "控制在", "降至", "降低到", "降低至", "减至", "减少到",
        "减少至", "不超过", "不多于", "精简至", "提速至", "压至", "限定在", "稳定在", "保持在", "由", "从", "缩至", "压缩在", "控制到", "减到",
    ]

    func period(at index: Int) -> Found? {
        guard let number = numeral(at: index), number.value > 0 else { return nil }
        guard let unit = first(of: DeadlinePhrase.units, at: number.end) else { return nil }
        var end = number.end + unit.unicodeScalars.count
        guard let inside = first(of: ["以内", "之内", "内"], at: end), !isFigure(index) else { return nil }
        end += inside.unicodeScalars.count
        let start = triggerStart(index)
        // 三年内不得上调 forbids for so long.
        if start == index, first(of: ["不得", "不再", "不予", "禁止", "严禁", "免于"], at: end) != nil { return nil }
        // From the day of the document itself: 自印发之日起, 自本方案发布之日起.
        let trigger = LocatedText.string(text[start..<index])
        let isOwn =
            trigger.hasPrefix("自本") || ["自印发", "自发布", "自公布", "自下发", "自施行", "自文件"].contains { trigger.hasPrefix($0) }
        let isFromIssue = isOwn && ["印发", "发布", "公布", "下发", "施行"].contains { trigger.contains($0) }
        var date: Day?
        if isFromIssue, let issued = context.date {
            switch unit {
            case "个月": date = issued.adding(months: number.value)
            case "年": date = issued.adding(months: number.value * 12)
            case "日", "天", "自然日", "个自然日": date = issued.adding(days: number.value)
            default: date = nil
            }
        }
        return Found(range: start..<end, kind: .period, date: date)
    }

    private func isFigure(_ index: Int) -> Bool {
        var index = index
        for word in ["平均", "约", "最多", "最长", "最快", "均"] where before(index, is: [word]) {
            index -= word.unicodeScalars.count
        }
        // 精确到30分钟以内: whatever the verb, 到 makes it a measure.
        if before(index, is: DeadlinePhrase.figures) { return true }
        return before(index, is: ["到", "至"]) && index > 1 && !"收接报送遇达".unicodeScalars.contains(text[index - 2])
    }

    private func numeral(at index: Int) -> (value: Int, end: Int)? {
        if index > 0, MandateNumerals.isDigit(text[index - 1]) || text[index - 1] == "." || text[index - 1] == "第" {
            return nil
        }
        if let plain = digits(at: index, atMost: 3) { return plain }
        guard MandateNumerals.isChinese(text[index]), index == 0 || !MandateNumerals.isChinese(text[index - 1]) else {
            return nil
        }
        var end = index
        while end < text.count, MandateNumerals.isChinese(text[end]) { end += 1 }
        return MandateNumerals.chinese(text[index..<end]).map { ($0, end) }
    }

    /// 自印发之日起: from 自 to 起 right before the number.
    private func triggerStart(_ index: Int) -> Int {
        guard index > 1, text[index - 1] == "起" || text[index - 1] == "后" else { return index }
        for start in stride(from: index - 2, through: max(0, index - 26), by: -1) {
            if "，。；".unicodeScalars.contains(text[start]) { return index }
            if text[start] == "自" { return start }
        }
        return index
    }
}
