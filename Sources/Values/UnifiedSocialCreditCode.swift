/// The number of an enterprise, public body or association (统一社会信用代码): 18 characters.
///
/// One for the registering department, one for the kind of body, six for the region of registration, nine for the
/// organisation code and one to check. The region may be one that no longer exists.
/// Source: GB 32100-2015; the organisation code: GB 11714.
package struct UnifiedSocialCreditCode: Hashable, Sendable, CustomStringConvertible {
    /// The normalised 18 characters.
    package let text: String

    /// What looks odd and yet does not make the code invalid.
    package enum Warning: Hashable, Sendable {
        /// The organisation code has another check character; some bodies were numbered otherwise.
        case innerCheck(expected: Character)
        /// The table of departments and kinds does not list the first two characters.
        case kindNotListed
    }

    /// Reads a code as typed: spaces, hyphens, full-width forms and small letters are put right first.
    ///
    /// - Throws: the first fault found, in the order length, characters, check.
    package init(reading input: String) throws(CodeFault) {
        let text = input.normalisedCode
        let characters = Array(text)
        guard !characters.isEmpty else { throw .empty }
        guard characters.count == 18 else { throw .length(expected: 18, actual: characters.count) }
        for (index, character) in characters.enumerated() where value(of: character) == nil {
            if let likely = likelyDigit(for: character) {
                throw .suspectedTypingError(character, position: index + 1, likely: likely)
            }
            throw .character(character, position: index + 1)
        }
        guard UnifiedSocialCreditCode.checkCharacter(of: text.dropLast()) == characters[17] else {
            throw .checkCharacter
        }
        self.text = text
    }

    /// nil for whatever `init(reading:)` refuses.
    package init?(_ input: String) {
        guard let code = try? UnifiedSocialCreditCode(reading: input) else { return nil }
        self = code
    }

    /// The character that makes 17 characters a code; nil when there are not 17 or one is outside the alphabet.
    package static func checkCharacter(of body: some StringProtocol) -> Character? {
        let values = body.compactMap { value(of: $0) }
        guard values.count == 17, body.count == 17 else { return nil }
        var sum = 0
        var weight = 1
        for value in values {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    /// A code with both check characters worked out, for samples and for issuing.
    ///
    /// - Parameters:
    ///   - kind: registering department and kind of body, two characters.
    ///   - region: six digits.
    ///   - body: the first eight characters of the organisation code, digits or capital letters of the alphabet.
    /// nil when a part has another length or a character outside the alphabet.
    package init?(kind: String, region: String, body: String) {
        guard kind.utf8.count == 2, region.utf8.count == 6, body.utf8.count == 8 else { return nil }
        let first = kind + region + body
        let inner = first + String(UnifiedSocialCreditCode.innerCheckCharacter(of: body))
        guard let check = UnifiedSocialCreditCode.checkCharacter(of: inner) else { return nil }
        text = inner + String(check)
    }

    /// The region of registration at the time of registration.
    package var regionCode: String { String(text.dropFirst(2).prefix(6)) }

    /// The organisation code (主体标识码) with its own check character.
    package var organisationCode: String { String(text.dropFirst(8).prefix(9)) }

    /// Department and kind of body by the table of the standard; nil when it does not list them.
    package var kind: Wording? { kinds[String(text.prefix(2))] }

    package var warnings: [Warning] {
        var found: [Warning] = []
        let expected = UnifiedSocialCreditCode.innerCheckCharacter(of: organisationCode)
        if organisationCode.last != expected { found.append(.innerCheck(expected: expected)) }
        if kind == nil { found.append(.kindNotListed) }
        return found
    }

    package var description: String { text }

    private static func innerCheckCharacter(of organisation: String) -> Character {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(organisation.utf8, weights).reduce(0) { sum, pair in
            // Here letters count as A = 10 … Z = 35, without the gaps of the outer alphabet.
            let (byte, weight) = pair
            return sum + (byte <= 0x39 ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10) * weight
        }
        switch 11 - sum % 11 {
        case 10: return "X"
        case 11: return "0"
        case let digit: return Character(String(digit))
        }
    }
}

/// The alphabet of GB 32100; I, O, S, V and Z are not used.
private let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
private let values = Dictionary(alphabet.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

private func value(of character: Character) -> Int? { values[character] }

private func likelyDigit(for character: Character) -> Character? {
    switch character {
    case "O": "0"
    case "I": "1"
    default: nil
    }
}

/// Registering department and kind of body, by the first two characters.
private let kinds: [String: Wording] = {
    let table: [(department: String, zh: String, en: String, kinds: [(String, String, String)])] = [
        (
            "1", "机构编制", "establishment office",
            [
                ("1", "机关", "government body"), ("2", "事业单位", "public institution"),
                ("3", "群众团体", "mass organisation"), ("9", "其他", "other"),
            ]
        ),
        ("2", "外交", "foreign affairs", [("1", "机构", "body"), ("9", "其他", "other")]),
        (
            "3", "司法行政", "justice",
            [
                ("1", "律师执业机构", "law firm"), ("2", "公证处", "notary office"),
                ("3", "基层法律服务所", "local legal service"), ("4", "司法鉴定机构", "forensic body"),
                ("5", "仲裁委员会", "arbitration commission"), ("9", "其他", "other"),
            ]
        ),
        ("4", "文化", "culture", [("1", "机构", "body"), ("9", "其他", "other")]),
        (
            "5", "民政", "civil affairs",
            [
                ("1", "社会团体", "association"), ("2", "民办非企业单位", "private non-enterprise unit"),
                ("3", "基金会", "foundation"), ("9", "其他", "other"),
            ]
        ),
        ("6", "旅游", "tourism", [("1", "机构", "body"), ("2", "机构", "body"), ("9", "其他", "other")]),
        (
            "7", "宗教", "religious affairs",
            [
                ("1", "宗教活动场所", "place of worship"), ("2", "宗教院校", "religious college"), ("9", "其他", "other"),
            ]
        ),
        ("8", "工会", "trade union", [("1", "基层工会", "trade union"), ("9", "其他", "other")]),
        (
            "9", "市场监管", "market supervision",
            [
                ("1", "企业", "enterprise"), ("2", "个体工商户", "individual business"),
                ("3", "农民专业合作社", "farmers' cooperative"),
            ]
        ),
        ("A", "中央军委改革和编制办公室", "military establishment office", [("1", "机构", "body"), ("9", "其他", "other")]),
        (
            "N", "农业", "agriculture",
            [
                ("1", "组级集体经济组织", "collective of a group"), ("2", "村级集体经济组织", "collective of a village"),
                ("3", "乡镇级集体经济组织", "collective of a township"), ("9", "其他", "other"),
            ]
        ),
        ("Y", "其他", "other", [("1", "其他", "other")]),
    ]
    var result: [String: Wording] = [:]
    for row in table {
        for (kind, zh, en) in row.kinds {
            result[row.department + kind] = Wording(zh: "\(row.zh)·\(zh)", en: "\(row.en), \(en)")
        }
    }
    return result
}()
