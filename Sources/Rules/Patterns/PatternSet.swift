/// A set of characters of a pattern: ranges, named classes, all of it turned round, less another set.
struct PatternSet: Sendable {
    enum Class: Sendable {
        case digit, word, space, nameStart, name
        case category(String)
    }

    struct Part: Sendable {
        let isNegated: Bool
        let kind: Class
    }

    var ranges: [ClosedRange<UInt32>] = []
    var parts: [Part] = []
    var isNegated = false
    private(set) var less: [PatternSet] = []

    init() {}

    init(_ kind: Class, isNegated: Bool) {
        parts = [Part(isNegated: isNegated, kind: kind)]
    }

    init(_ scalar: Unicode.Scalar) {
        ranges = [scalar.value...scalar.value]
    }

    mutating func subtract(_ other: PatternSet) { less = [other] }

    mutating func add(_ other: PatternSet) {
        ranges += other.ranges
        parts += other.parts
    }

    func holds(_ scalar: Unicode.Scalar, ignoresCase: Bool) -> Bool {
        var isIn = holdsPlainly(scalar)
        if !isIn, ignoresCase {
            isIn = PatternSet.otherCases(of: scalar).contains { holdsPlainly($0) }
        }
        guard isIn != isNegated else { return false }
        return !less.contains { $0.holds(scalar, ignoresCase: ignoresCase) }
    }

    private func holdsPlainly(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } || parts.contains { $0.kind.holds(scalar) != $0.isNegated }
    }

    private static func otherCases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].compactMap { text in
            text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
        }
    }
}

extension PatternSet.Class {
    func holds(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .digit: return scalar.properties.generalCategory == .decimalNumber
        case .space: return [0x20, 0x09, 0x0A, 0x0D].contains(scalar.value)
        case .word:
            let letter = PatternSet.Class.letters(scalar.properties.generalCategory).prefix(1)
            return !["P", "Z", "C"].contains(letter)
        case .nameStart: return scalar == "_" || scalar == ":" || scalar.properties.isAlphabetic
        case .name:
            return PatternSet.Class.nameStart.holds(scalar) || PatternSet.Class.digit.holds(scalar)
                || ["-", ".", "\u{B7}"].contains(scalar)
        case .category(let name): return PatternSet.Class.letters(scalar.properties.generalCategory).hasPrefix(name)
        }
    }

    static let categories: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
    ]

    private static func letters(_ category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .privateUse: "Co"
        case .surrogate: "Cs"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
