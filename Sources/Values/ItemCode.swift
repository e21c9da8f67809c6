/// The code of an entry of the national catalogue (事项基本编码): 12 digits.
///
/// Area 2 (`00` national, otherwise the province), type 2, department 2, main item 3, sub item 3 (`000` for none).
/// Provinces use the type in their own way, so it stays data. Source: GB/T 39554.1-2020, C0109.
package struct ItemCode: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Reads 12 digits whose area is `00` or a province.
    package init(reading input: String) throws(CodeFault) {
        let text = input.normalisedCode
        try checkDigits(text, count: 12)
        let area = String(text.prefix(2))
        guard area == "00" || RegionCode.isProvince(area) else { throw .unknownProvince(area) }
        self.text = text
    }

    /// nil for whatever `init(reading:)` refuses.
    package init?(_ input: String) {
        guard let code = try? ItemCode(reading: input) else { return nil }
        self = code
    }

    package var area: String { part(0, 2) }
    /// `01` licence (行政许可) … `10` other power, `20` public service; some provinces deviate.
    package var type: String { part(2, 2) }
    package var department: String { part(4, 2) }
    package var mainItem: String { part(6, 3) }
    /// `000` when the entry has no parts.
    package var subItem: String { part(9, 3) }

    package var description: String { text }

    private func part(_ from: Int, _ count: Int) -> String { String(text.dropFirst(from).prefix(count)) }
}

/// The code of a service at one unit (实施编码, 31 characters; 业务办理项编码 with its serial, 33).
///
/// The credit code of the unit 18, level 1, basic code 12, and for a single service its serial 01–99.
package struct ImplementationCode: Hashable, Sendable, CustomStringConvertible {
    /// At which level the power is used (行使层级).
    package enum Level: Int, Hashable, Sendable, CaseIterable {
        case nation = 1
        case province, city, county, township, village
    }

    /// What looks odd and yet does not make the code invalid.
    package enum Warning: Hashable, Sendable {
        /// The unit is registered in a region of another level.
        case levelDoesNotMatchUnit
    }

    package let unit: UnifiedSocialCreditCode
    package let level: Level
    package let item: ItemCode
    /// 1 to 99 in a code of 33 characters, nil in one of 31.
    package let serial: Int?

    /// - Parameter serial: nil, or 1 to 99.
    package init(unit: UnifiedSocialCreditCode, level: Level, item: ItemCode, serial: Int?) {
        precondition(serial.map { (1...99).contains($0) } ?? true, "a service's serial is 1 to 99")
        self.unit = unit
        self.level = level
        self.item = item
        self.serial = serial
    }

    /// Reads 31 or 33 characters; the faults of the parts come with the positions inside the part.
    package init(reading input: String) throws(CodeFault) {
        let text = input.normalisedCode
        guard !text.isEmpty else { throw .empty }
        guard text.count == 31 || text.count == 33 else {
            throw .length(expected: text.count < 32 ? 31 : 33, actual: text.count)
        }
        unit = try UnifiedSocialCreditCode(reading: String(text.prefix(18)))
        let levelCharacter = text[text.index(text.startIndex, offsetBy: 18)]
        guard let level = levelCharacter.wholeNumberValue.flatMap(Level.init(rawValue:)) else {
            throw .character(levelCharacter, position: 19)
        }
        self.level = level
        item = try ItemCode(reading: String(text.dropFirst(19).prefix(12)))
        guard text.count == 33 else {
            serial = nil
            return
        }
        guard let serial = Day.digits(ArraySlice(text.utf8.suffix(2))), serial >= 1 else { throw .form }
        self.serial = serial
    }

    /// nil for whatever `init(reading:)` refuses.
    package init?(_ input: String) {
        guard let code = try? ImplementationCode(reading: input) else { return nil }
        self = code
    }

    package var warnings: [Warning] {
        guard let region = RegionCode(unit.regionCode) else { return [] }
        let fits =
            switch region.level {
            case .province: level == .province || level == .nation
            case .prefecture: level == .city
            case .county: level.rawValue >= Level.county.rawValue
            }
        return fits ? [] : [.levelDoesNotMatchUnit]
    }

    package var description: String {
        unit.text + String(level.rawValue) + item.text + (serial.map { Day.padded($0, 2) } ?? "")
    }
}

private func checkDigits(_ text: String, count: Int) throws(CodeFault) {
    guard !text.isEmpty else { throw .empty }
    for (index, character) in text.enumerated() where !("0"..."9").contains(character) {
        throw .character(character, position: index + 1)
    }
    guard text.utf8.count == count else { throw .length(expected: count, actual: text.count) }
}
