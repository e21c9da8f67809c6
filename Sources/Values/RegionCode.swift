/// The code of an administrative region (行政区划代码): six digits, two each for province, prefecture and county.
///
/// Source: GB/T 2260. Codes were given again after a region was abolished, so a code alone does not name a region:
/// ask a `RegionRegister` for code and day.
package struct RegionCode: Hashable, Sendable, CustomStringConvertible {
    /// How far down the code reaches; the level of the unit that works there (行使层级) follows the same order.
    package enum Level: Int, Hashable, Sendable {
        case province = 2
        case prefecture, county
    }

    package let text: String

    /// Reads six digits that begin with a province's; nil otherwise.
    package init?(_ input: String) {
        let text = input.normalisedCode
        guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            RegionCode.isProvince(text.prefix(2))
        else { return nil }
        self.text = text
    }

    package var level: Level {
        if text.hasSuffix("0000") { return .province }
        return text.hasSuffix("00") ? .prefecture : .county
    }

    package var province: String { String(text.prefix(2)) }

    /// Twelve digits with township and village, zeros where there is none.
    package var padded: String { text + "000000" }

    package var description: String { text }

    /// Whether two digits are those of a province, an autonomous region, a municipality, Hong Kong, Macao or Taiwan.
    package static func isProvince(_ digits: some StringProtocol) -> Bool { provinces.contains(String(digits)) }
}

/// The time in which a code named one region (存续期间).
package struct RegionTerm: Hashable, Sendable {
    package let code: RegionCode
    package let name: String
    /// First day; nil when it is older than what is known.
    package let from: Day?
    /// Last day, itself included; nil while the region exists.
    package let through: Day?
    /// The codes of the regions to which its work passed.
    package let successors: [RegionCode]

    package init(code: RegionCode, name: String, from: Day?, through: Day?, successors: [RegionCode]) {
        self.code = code
        self.name = name
        self.from = from
        self.through = through
        self.successors = successors
    }

    /// Whether the code named this region on that day.
    package func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
    }
}

/// What is known of region codes and their years; pure, over the data that is given.
package struct RegionRegister: Hashable, Sendable {
    /// What a code meant on a day.
    package enum Meaning: Hashable, Sendable {
        case region(RegionTerm)
        /// The code named a region at other times only; the terms in order of their first day.
        case notOnThatDay([RegionTerm])
        case notKnown
    }

    private let termsByCode: [String: [RegionTerm]]

    /// - Parameter terms: no two terms of one code may share a day; `overlaps` finds those that do.
    package init(_ terms: [RegionTerm]) {
        termsByCode = Dictionary(grouping: terms, by: \.code.text)
            .mapValues { $0.sorted { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) } }
    }

    /// All terms of a code, oldest first.
    package func terms(of code: String) -> [RegionTerm] { termsByCode[code] ?? [] }

    /// Which region the code named on that day.
    package func meaning(of code: RegionCode, on day: Day) -> Meaning {
        let terms = terms(of: code.text)
        if let term = terms.last(where: { $0.holds(on: day) }) { return .region(term) }
        return terms.isEmpty ? .notKnown : .notOnThatDay(terms)
    }

    /// Codes that would name two regions on one day: a mistake in the data.
    package var overlaps: [RegionCode] {
        termsByCode.values.compactMap { terms in
            let clash = zip(terms, terms.dropFirst()).contains { earlier, later in
                guard let through = earlier.through, let from = later.from else { return true }
                return from <= through
            }
            return clash ? terms.first?.code : nil
        }
        .sorted { $0.text < $1.text }
    }
}

private let provinces: Set<String> = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
]
