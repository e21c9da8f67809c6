import Values

/// A typed or printed text as the search compares it: half-width, lower case, simplified script, cut into Chinese
/// characters and words of other scripts. Signs, emoji and invisible marks only part what stands beside them.
struct SearchText: Hashable, Sendable {
    /// One Chinese character, or one word.
    struct Atom: Hashable, Sendable {
        let text: String
        let isHan: Bool
        /// Something stands between this one and the one before it.
        let startsRun: Bool

        /// The character of a Chinese atom.
        var scalar: Unicode.Scalar? { isHan ? text.unicodeScalars.first : nil }
    }

    private(set) var atoms: [Atom] = []

    /// A word is cut after so many letters.
    private static let longestWord = 40

    /// - Parameter limit: no more characters of the text are looked at.
    init(_ text: String, by table: HanTable, upTo limit: Int) {
        var word = ""
        var isApart = true
        func endWord() {
            guard !word.isEmpty else { return }
            atoms.append(Atom(text: word, isHan: false, startsRun: true))
            word = ""
            isApart = false
        }
        for scalar in text.unicodeScalars.prefix(limit) {
            let scalar = SearchText.halfWidth(scalar)
            if HanTable.isHan(scalar) {
                endWord()
                atoms.append(Atom(text: String(table.simplified(scalar)), isHan: true, startsRun: isApart))
                isApart = false
            } else if let letter = SearchText.letter(scalar) {
                if word.unicodeScalars.count < SearchText.longestWord { word += letter }
            } else if scalar.value < 0x300 || scalar.value > 0x36F {
                endWord()
                isApart = true
            }
        }
        endWord()
    }

    private init(atoms: [Atom]) {
        self.atoms = atoms
    }

    var isEmpty: Bool { atoms.isEmpty }

    /// The text again, Chinese without spaces: equal keys are equal texts to the search.
    var key: String {
        var key = ""
        for (index, atom) in atoms.enumerated() {
            if index > 0, !(atom.isHan && atoms[index - 1].isHan) { key += " " }
            key += atom.text
        }
        return key
    }

    /// Without the words that say nothing (我想、怎么办), the longest first; the text itself when nothing else remains.
    func without(_ fillers: SearchPhrases) -> SearchText {
        var rest: [Atom] = []
        var index = 0
        while index < atoms.count {
            if let length = fillers.length(at: index, of: atoms) {
                index += length
            } else {
                rest.append(atoms[index])
                index += 1
            }
        }
        return rest.isEmpty ? self : SearchText(atoms: rest)
    }

    /// Pairs of neighbouring characters, single ones that stand alone, and words.
    ///
    /// - Parameter covered: atoms that another token stands for already; pairs inside of them are left out.
    func pairs(except covered: [Bool]) -> [String] {
        var tokens: [String] = []
        for (index, atom) in atoms.enumerated() {
            guard atom.isHan else {
                if !covered[index] { tokens.append(atom.text) }
                continue
            }
            let hasNext = index + 1 < atoms.count && atoms[index + 1].isHan && !atoms[index + 1].startsRun
            let hasPrevious = index > 0 && atoms[index - 1].isHan && !atom.startsRun
            if hasNext {
                if !(covered[index] && covered[index + 1]) { tokens.append(atom.text + atoms[index + 1].text) }
            } else if !hasPrevious, !covered[index] {
                tokens.append(atom.text)
            }
        }
        return tokens
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21))
    }

    /// Lower case, and without the tone marks of pinyin; nil for what is no letter and no digit.
    private static func letter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(scalar)
        case 0x41...0x5A: return String(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case 0...0x7F: return nil
        default: break
        }
        if let plain = toneMarks[scalar] { return plain }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return nil }
        return properties.lowercaseMapping
    }

    private static let toneMarks: [Unicode.Scalar: String] = {
        let groups = [
            "a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔùǖǘǚǜü",
        ]
        return groups.reduce(into: [:]) { marks, group in
            for scalar in group.value.unicodeScalars { marks[scalar] = group.key }
        }
    }()
}

/// Many short texts, found wherever they stand in a longer one, the longest first.
struct SearchPhrases: Sendable {
    private struct Phrase: Sendable {
        let atoms: [String]
        let meaning: Int
    }

    private var byFirst: [String: [Phrase]] = [:]

    /// - Parameter groups: texts that mean the same stand in one group.
    init(_ groups: [[String]], by table: HanTable) {
        for (meaning, group) in groups.enumerated() {
            for text in group {
                let atoms = SearchText(text, by: table, upTo: 100).atoms.map(\.text)
                guard let first = atoms.first else { continue }
                byFirst[first, default: []].append(Phrase(atoms: atoms, meaning: meaning))
            }
        }
        byFirst = byFirst.mapValues { $0.sorted { $0.atoms.count > $1.atoms.count } }
    }

    /// Phrases that are one word of another script, with what they mean.
    var words: [(text: String, meaning: Int)] {
        byFirst.values.flatMap { $0 }.compactMap { phrase in
            guard phrase.atoms.count == 1, let word = phrase.atoms.first, word.utf8.allSatisfy({ $0 < 128 }) else {
                return nil
            }
            return (word, phrase.meaning)
        }.sorted { $0.text < $1.text }
    }

    /// How many atoms the longest phrase has that begins there; nil when none does.
    func length(at index: Int, of atoms: [SearchText.Atom]) -> Int? { phrase(at: index, of: atoms)?.atoms.count }

    /// The meanings that a text holds, and which of its atoms they cover.
    func meanings(in text: SearchText) -> (meanings: [Int], covered: [Bool]) {
        var meanings: [Int] = []
        var covered = [Bool](repeating: false, count: text.atoms.count)
        var index = 0
        while index < text.atoms.count {
            guard let found = phrase(at: index, of: text.atoms) else {
                index += 1
                continue
            }
            if !meanings.contains(found.meaning) { meanings.append(found.meaning) }
            for place in index..<(index + found.atoms.count) { covered[place] = true }
            index += found.atoms.count
        }
        return (meanings, covered)
    }

    private func phrase(at index: Int, of atoms: [SearchText.Atom]) -> Phrase? {
        byFirst[atoms[index].text]?.first { phrase in
            index + phrase.atoms.count <= atoms.count
                && phrase.atoms.indices.allSatisfy { atoms[index + $0].text == phrase.atoms[$0] }
        }
    }
}
