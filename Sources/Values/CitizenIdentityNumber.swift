/// The identity number of a natural person (公民身份号码): region 6, birth date 8, serial 3, check character.
///
/// The permits of residents from Hong Kong, Macao and Taiwan and the card of foreign permanent residents have the same
/// structure and check. Never log it; show `masked`.
/// Source: GB 11643-1999; check by ISO 7064 MOD 11-2.
package struct CitizenIdentityNumber: Hashable, Sendable, CustomStringConvertible {
    package enum Sex: String, Hashable, Sendable { case male, female }

    /// Which paper carries the number, by its first digits.
    package enum Paper: Hashable, Sendable {
        case identityCard
        /// 港澳台居民居住证
        case residencePermit
        /// 外国人永久居留身份证
        case foreignPermanentResident
    }

    /// What looks odd and yet does not make the number invalid: numbers are given at registration, not at birth.
    package enum Warning: Hashable, Sendable {
        /// No region had this code at any time that the register knows.
        case regionNotKnown
        /// The code is younger than the person.
        case regionNewerThanBirth
    }

    /// The normalised 18 characters. Personal: for sealing and checking only.
    package let text: String
    package let birthDate: Day

    /// Reads a number as typed.
    ///
    /// - Parameter today: the day on which it is typed; nobody is born later or more than 150 years before.
    /// - Throws: the first fault, in the order length, characters, province, date, check.
    package init(reading input: String, on today: Day) throws(CodeFault) {
        try self.init(checking: input)
        guard birthDate <= today else { throw .dateInTheFuture }
        guard birthDate.wholeYears(until: today) <= 150 else { throw .dateTooLongAgo }
    }

    /// Reads a number that was checked against its day before; nil when form, date or check are wrong.
    package init?(_ input: String) {
        guard let number = try? CitizenIdentityNumber(checking: input) else { return nil }
        self = number
    }

    private init(checking input: String) throws(CodeFault) {
        let text = input.normalisedCode
        let characters = Array(text)
        guard !characters.isEmpty else { throw .empty }
        guard characters.count == 18 else { throw .length(expected: 18, actual: characters.count) }
        for (index, character) in characters.enumerated() {
            let isDigit = ("0"..."9").contains(character)
            guard isDigit || (index == 17 && character == "X") else {
                switch character {
                case "O": throw .suspectedTypingError(character, position: index + 1, likely: "0")
                case "I": throw .suspectedTypingError(character, position: index + 1, likely: "1")
                default: throw .character(character, position: index + 1)
                }
            }
        }
        let province = String(text.prefix(2))
        guard RegionCode.isProvince(province) || text.hasPrefix("9") else { throw .unknownProvince(province) }
        let digits = Array(text.utf8)
        guard let year = Day.digits(digits[6..<10]), let month = Day.digits(digits[10..<12]),
            let dayOfMonth = Day.digits(digits[12..<14]),
            let birthDate = Day(year: year, month: month, day: dayOfMonth)
        else { throw .dateDoesNotExist }
        guard CitizenIdentityNumber.checkCharacter(of: digits[0..<17]) == digits[17] else { throw .checkCharacter }
        self.text = text
        self.birthDate = birthDate
    }

    /// The region in which the number was first given; it may be one that no longer exists.
    package var regionCode: String { String(text.prefix(6)) }

    package var sex: Sex { Array(text.utf8)[16] % 2 == 1 ? .male : .female }

    package var paper: Paper {
        switch text.prefix(2) {
        case "81", "82", "83": .residencePermit
        default: text.hasPrefix("9") ? .foreignPermanentResident : .identityCard
        }
    }

    /// Whole years of age on that day; negative before birth.
    package func age(on day: Day) -> Int { birthDate.wholeYears(until: day) }

    /// - Parameter regions: what is known of region codes and their years. Only identity cards are compared with it.
    package func warnings(by regions: RegionRegister) -> [Warning] {
        guard paper == .identityCard else { return [] }
        let known = regions.terms(of: regionCode)
        guard !known.isEmpty else { return [.regionNotKnown] }
        let existed = known.contains { term in term.from.map { $0 <= birthDate } ?? true }
        return existed ? [] : [.regionNewerThanBirth]
    }

    /// The first six and the last four characters: `500101********9984`.
    package var masked: String { Masking.middle(of: text, keepingFirst: 6, last: 4) }

    /// The masked form, so that a number printed by mistake does not lie open.
    package var description: String { masked }

    /// The last character of a number, from its first 17 digits in ASCII (GB 11643, ISO 7064 mod 11-2).
    package static func checkCharacter(of digits: ArraySlice<UInt8>) -> UInt8 {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return Array("10X98765432".utf8)[sum % 11]
    }
}
