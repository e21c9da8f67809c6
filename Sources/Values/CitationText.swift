extension Language {
    /// Where a rule comes from, as it is cited: `《行政许可法》第三十二条第一款第四项`.
    ///
    /// Names of laws stay in Chinese in both languages, because only the Chinese text is the law.
    package func citation(_ citation: Citation) -> String {
        switch citation {
        case .law(let name, let article, let paragraph, let item):
            let place = paragraph.map { "第\(chineseNumeral($0))款" } ?? ""
            return "《\(name)》" + (article ?? "") + place + (item.map { "第\($0)项" } ?? "")
        case .policy(let number, let article, let sentence):
            let quoted = sentence.map { self == .chinese ? "：“\($0)”" : ": “\($0)”" } ?? ""
            return number + (article ?? "") + quoted
        case .own(let text):
            // Shipped values say that they are samples themselves; that is said once.
            let mark = "示例数据："
            let own = text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text
            return self == .chinese ? "本市自定（示例数据）：\(own)" : "Set by the city (sample data): \(own)"
        }
    }

    /// Several sources, one after the other.
    package func citations(_ all: [Citation]) -> String {
        all.map { citation($0) }.joined(separator: self == .chinese ? "；" : "; ")
    }
}

/// 1 to 99 as they stand in laws: 一, 十, 十二, 二十, 三十五.
package func chineseNumeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    let tens = number / 10
    return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[number % 10]
}
