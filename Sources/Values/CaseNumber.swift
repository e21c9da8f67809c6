/// The printed number of a case (办件编号): region 6, item type 2, day 8, serial 6, check digit.
///
/// 23 digits without any personal data. It is an attribute given at acceptance, never an id; gaps are allowed and a
/// number is never given again. No national form exists; this one is the platform's own.
/// Check: ISO 7064 MOD 11,10, chosen over Luhn because it finds every wrong digit and also 09 typed for 90.
package struct CaseNumber: Hashable, Sendable, CustomStringConvertible {
    /// The 23 digits.
    package let text: String

    /// - Parameters:
    ///   - itemType: two digits, such as `01` for a licence (identifier of the kind of power, GB/T 39554.1).
    ///   - serial: 1 to 999,999, from the block that a node reserved for region and day.
    package init(region: RegionCode, itemType: String, day: Day, serial: Int) {
        precondition(isDigits(itemType) && itemType.utf8.count == 2, "“\(itemType)” is not an item type of two digits")
        precondition((1...999_999).contains(serial), "\(serial) is not a serial of a case number")
        let date = day.description.filter { $0 != "-" }
        let body = region.text + itemType + date + Day.padded(serial, 6)
        text = body + String(CaseNumber.checkDigit(of: body))
    }

    /// Reads a number as typed or as printed.
    package init(reading input: String) throws(CodeFault) {
        let text = input.normalisedCode
        guard !text.isEmpty else { throw .empty }
        for (index, character) in text.enumerated() where !("0"..."9").contains(character) {
            throw .character(character, position: index + 1)
        }
        guard text.utf8.count == 23 else { throw .length(expected: 23, actual: text.count) }
        guard RegionCode(String(text.prefix(6))) != nil else { throw .unknownProvince(String(text.prefix(2))) }
        guard CaseNumber.day(of: text) != nil else { throw .dateDoesNotExist }
        guard CaseNumber.checkDigit(of: text.dropLast()) == text.last?.wholeNumberValue else { throw .checkCharacter }
        self.text = text
    }

    /// nil for whatever `init(reading:)` refuses.
    package init?(_ input: String) {
        guard let number = try? CaseNumber(reading: input) else { return nil }
        self = number
    }

    package var itemType: String { String(text.dropFirst(6).prefix(2)) }

    /// In groups as it is printed and read aloud: `500103-01-20260302-000123-4`.
    package var printed: String {
        let digits = Array(text)
        return [0..<6, 6..<8, 8..<16, 16..<22, 22..<23].map { String(digits[$0]) }.joined(separator: "-")
    }

    package var description: String { text }

    private static func day(of text: String) -> Day? {
        let digits = Array(text.utf8)
        guard let year = Day.digits(digits[8..<12]), let month = Day.digits(digits[12..<14]),
            let day = Day.digits(digits[14..<16])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func checkDigit(of body: some StringProtocol) -> Int {
        var product = 10
        for byte in body.utf8 {
            let sum = (product + Int(byte) - 0x30) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }
}

private func isDigits(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
