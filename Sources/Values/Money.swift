/// An amount of money in yuan, kept in whole cents (金额，分).
///
/// At most ±9,999,999,999,999.99 yuan when read. Sums that leave the range of 64 bits are a defect, not a rounding.
package struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Whole cents (分).
    package let cents: Int64

    package init(cents: Int64) {
        self.cents = cents
    }

    /// Reads an exact amount: an optional `-`, digits, and at most two digits after a point: `2000`, `2000.5`, `-3.05`.
    ///
    /// Takes what a person types: full-width digits, spaces at the ends, `¥`, `元` and commas between groups of three.
    /// nil for anything else; an amount with parts of a cent is not rounded.
    package init?(_ input: String) {
        var text = input.halfWidth.filter { !$0.isWhitespace }
        if text.hasSuffix("元") { text.removeLast() }
        let isNegative = text.hasPrefix("-")
        if isNegative { text.removeFirst() }
        if text.hasPrefix("¥") || text.hasPrefix("￥") { text.removeFirst() }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let whole = Money.ungrouped(parts[0]), let yuan = Money.number(whole, digits: 1...13) else { return nil }
        var fraction = 0
        if parts.count == 2 {
            guard let digits = Money.number(parts[1], digits: 1...2) else { return nil }
            fraction = parts[1].utf8.count == 1 ? digits * 10 : digits
        }
        let cents = Int64(yuan) * 100 + Int64(fraction)
        self.init(cents: isNegative ? -cents : cents)
    }

    package static let zero = Money(cents: 0)

    package static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
    package static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }
    package static func - (left: Money, right: Money) -> Money { Money(cents: left.cents - right.cents) }
    package static func * (left: Money, times: Int64) -> Money { Money(cents: left.cents * times) }

    /// The exact form in records and definitions: `2000.00`.
    package var description: String {
        (cents < 0 ? "-" : "") + String(cents.magnitude / 100) + "." + Day.padded(Int(cents.magnitude % 100), 2)
    }

    /// For people: `2,000.00元`, `CNY 2,000.00`.
    package var wording: Wording {
        let grouped =
            (cents < 0 ? "-" : "") + Money.grouped(cents.magnitude / 100) + "."
            + Day.padded(Int(cents.magnitude % 100), 2)
        return Wording(zh: grouped + "元", en: "CNY " + grouped)
    }

    /// In capital numerals as a formal notice writes it (大写): `贰仟元整`, `壹拾万零伍佰元叁角`.
    package var capitals: String {
        let yuan = cents.magnitude / 100
        let jiao = Int(cents.magnitude / 10 % 10)
        let fen = Int(cents.magnitude % 10)
        var text = cents < 0 ? "负" : ""
        if yuan > 0 || (jiao == 0 && fen == 0) { text += Money.capitals(of: yuan) + "元" }
        if jiao == 0 && fen == 0 { return text + "整" }
        if jiao > 0 {
            text += numerals[jiao] + "角"
        } else if yuan > 0 {
            text += "零"
        }
        return fen > 0 ? text + numerals[fen] + "分" : text
    }

    /// Without its commas, when they all stand between groups of three; nil when one stands elsewhere.
    private static func ungrouped(_ text: String) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return text }
        guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined()
    }

    private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
        digits.contains(text.utf8.count) ? Day.digits(ArraySlice(text.utf8)) : nil
    }

    private static func grouped(_ number: UInt64) -> String {
        var groups: [String] = []
        var rest = number
        while rest >= 1000 {
            groups.append(Day.padded(Int(rest % 1000), 3))
            rest /= 1000
        }
        groups.append(String(rest))
        return groups.reversed().joined(separator: ",")
    }

    private static func capitals(of number: UInt64) -> String {
        for (unit, name) in [(UInt64(100_000_000), "亿"), (10_000, "万")] where number >= unit {
            let rest = number % unit
            let head = capitals(of: number / unit) + name
            guard rest > 0 else { return head }
            // A zero is read where places between the two parts are empty.
            let isAdjacent = rest >= unit / 10 && number / unit % 10 > 0
            return head + (isAdjacent ? "" : numerals[0]) + capitals(of: rest)
        }
        guard number > 0 else { return numerals[0] }
        var text = ""
        var zeroIsDue = false
        let digits = String(number).utf8.map { Int($0) - 0x30 }
        for (index, digit) in digits.enumerated() {
            guard digit > 0 else {
                zeroIsDue = true
                continue
            }
            if zeroIsDue { text += numerals[0] }
            zeroIsDue = false
            text += numerals[digit] + units[digits.count - 1 - index]
        }
        return text
    }
}

private let numerals = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
private let units = ["", "拾", "佰", "仟"]
