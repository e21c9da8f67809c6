/// Numbers as policy documents print them: 12, 1,200, 0.01, 十二, 两, 二〇二六.
enum MandateNumerals {
    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]

    static func isChinese(_ scalar: Unicode.Scalar) -> Bool { digits[scalar] != nil || powers[scalar] != nil }

    /// 十二 → 12, 二十 → 20, 一百零五 → 105; digits alone (二〇二六) are read one by one; nil for anything else.
    static func chinese(_ text: some Sequence<Unicode.Scalar>) -> Int? {
        let text = Array(text)
        guard !text.isEmpty, text.count <= 9 else { return nil }
        if text.count > 1, text.allSatisfy({ digits[$0] != nil }) {
            return text.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
        }
        var total = 0
        var part = 0
        var digit: Int?
        for scalar in text {
            if let value = digits[scalar] {
                digit = value
            } else if let power = powers[scalar] {
                if power == 10_000 {
                    total = (total + part + (digit ?? 0)) * power
                    part = 0
                } else {
                    part += (digit ?? 1) * power
                }
                digit = nil
            } else {
                return nil
            }
        }
        return total + part + (digit ?? 0)
    }

    /// Plain digits, at most nine of them.
    static func plain(_ text: some Sequence<Unicode.Scalar>) -> Int? {
        var value = 0
        var count = 0
        for scalar in text {
            guard isDigit(scalar), count < 9 else { return nil }
            value = value * 10 + Int(scalar.value - 0x30)
            count += 1
        }
        return count > 0 ? value : nil
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
            || (0x20000...0x323AF).contains(scalar.value) || scalar == "〇"
    }

    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }
}
