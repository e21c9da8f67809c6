/// 发文字号: 渝府办发〔2026〕12号; of orders: 第12号.
enum PaperNumber {
    /// Where a number stands at or behind a place.
    static func find(in text: [Unicode.Scalar], from start: Int) -> Range<Int>? {
        var index = start
        while index + 7 < text.count {
            guard text[index] == "〔" || text[index] == "（" else {
                index += 1
                continue
            }
            let year = text[(index + 1)...].prefix(4)
            let close = index + 5
            guard year.count == 4, let value = MandateNumerals.plain(year), (1950...2099).contains(value),
                close < text.count,
                text[close] == "〕" || text[close] == "）"
            else {
                index += 1
                continue
            }
            var end = close + 1
            if end < text.count, text[end] == "第" { end += 1 }
            let digits = end
            while end < text.count, MandateNumerals.isDigit(text[end]) { end += 1 }
            var begin = index
            while begin > 0, index - begin < 14, MandateNumerals.isHan(text[begin - 1]), text[begin - 1] != "号" {
                begin -= 1
            }
            // Minutes print 〔2018〕23号 alone on a line.
            let isAlone = index == 0 && end + 1 == text.count && text[index] == "〔"
            if end > digits, end < text.count, text[end] == "号" || isAlone && text[end] == "期", begin < index || isAlone
            {
                return begin..<end + 1
            }
            index += 1
        }
        return nil
    }

    static func isWhole(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 30, let range = find(in: text, from: 0) else { return false }
        return range.count + 2 >= text.count
    }
}
