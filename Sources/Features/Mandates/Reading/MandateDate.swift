import Values

/// Dates that are written out in full: 2026年3月5日, 二〇二六年三月五日.
enum MandateDate {
    /// Whether a line is nothing but a date.
    static func isWhole(_ text: [Unicode.Scalar]) -> Bool {
        guard let found = read(at: 0, in: text) else { return false }
        return found.end == text.count
    }

    /// The date that begins at this place, and where it ends.
    static func read(at index: Int, in text: [Unicode.Scalar]) -> (date: Day, end: Int)? {
        guard let year = number(at: index, in: text, longest: 4), year.value >= 1949, year.value < 2100,
            has("年", at: year.end, in: text), let month = number(at: year.end + 1, in: text, longest: 3),
            has("月", at: month.end, in: text), let day = number(at: month.end + 1, in: text, longest: 3),
            has("日", at: day.end, in: text), let date = Day(year: year.value, month: month.value, day: day.value)
        else { return nil }
        return (date, day.end + 1)
    }

    private static func has(_ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]) -> Bool {
        index < text.count && text[index] == scalar
    }

    private static func number(at index: Int, in text: [Unicode.Scalar], longest: Int) -> (value: Int, end: Int)? {
        var end = index
        while end < text.count, end - index < longest, MandateNumerals.isDigit(text[end]) { end += 1 }
        if end > index { return MandateNumerals.plain(text[index..<end]).map { ($0, end) } }
        while end < text.count, end - index < longest,
            MandateNumerals.isChinese(text[end]) || text[end] == "O" || text[end] == "0"
        {
            end += 1
        }
        let digits = text[index..<end].map { $0 == "O" || $0 == "0" ? "〇" : $0 }
        return MandateNumerals.chinese(digits).map { ($0, end) }
    }

    /// Digits that ran together where 年, 月 or 日 was lost: 2019116日, 20251月20日.
    static func isDamaged(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 6, text.count <= 12, text.last == "日", read(at: 0, in: text) == nil else { return false }
        let rest = text.filter { !MandateNumerals.isDigit($0) }
        return text.first == "2" && rest.allSatisfy { "年月日".unicodeScalars.contains($0) }
    }
}
