/// A period as a law or a promise gives it (期限): an amount and its unit.
package struct LegalPeriod: Hashable, Sendable, CustomStringConvertible {
    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case hours, days, workdays, months, years
        /// Done on the day of the start itself (当日办结).
        case sameDay = "same day"
    }

    /// At least 1; 0 for `sameDay`.
    package let amount: Int
    package let unit: Unit

    package init(_ amount: Int, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// Reads `20 workdays`, `3 months`, `same day`; nil for anything else or an amount outside 1...9999.
    package init?(_ text: String) {
        if text == "same day" {
            self.init(0, .sameDay)
            return
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, words[0].utf8.count <= 4, let amount = Int(words[0]), amount >= 1,
            words[0].utf8.first != 0x2B, let unit = Unit(rawValue: String(words[1]))
        else { return nil }
        self.init(amount, unit)
    }

    package var description: String { unit == .sameDay ? "same day" : "\(amount) \(unit.rawValue)" }
}
