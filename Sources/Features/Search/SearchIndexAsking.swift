import Values

/// How what was typed is understood, and in which order it is answered.
///
/// **Understood.** The first 100 characters count. They become half-width, lower case and simplified; words that say
/// nothing are left out (我想、怎么办); a word with others of the same meaning stands for all of them (房本, 不动产权证).
///
/// **Order.** Each thing gets a score from 0 to 1000:
/// - 1000 when the text is its name or another name of it, 980 when it is a situation written down for it;
/// - otherwise 620 × *coverage* + 340 × *likeness*. Coverage is the share of what was typed that the thing holds, each
///   token weighed by how rare it is (about log₂(1 + all things / things that hold it)), whole in a name, 0.6 in
///   materials, variants and certificates, 0.3 in running text. Likeness is the share that the text and the thing's
///   best phrase have in common (Dice's coefficient over tokens), so that the shorter of two fitting names comes first;
/// - when that gives nobody 700, the *sound* is asked as well: the pinyin of the text against the pinyin of each
///   phrase, with one wrong letter forgiven from 6 letters, two from 10, three from 16 (食品许可正, `shiping xuke`), and the
///   first letters of syllables (`spjyxk`); at most 900, less for each wrong letter and for the part of the phrase that
///   was not typed.
///
/// A document counts 0.8 and a page of the site 0.95 of a service. What has less than 200, or less than 0.45 of the
/// best, is left out. `Shelf` then moves what the visitor's own district serves before what it does not, and what is
/// often asked before what is not, by a few points only, so that both decide between neighbours and never against
/// the words.
extension SearchIndex {
    /// No more of what was typed is looked at.
    static let longestQuestion = 100

    /// Everything that fits, the best first; equals in the order of their ids.
    func matches(_ question: String) -> [SearchMatch] {
        let typed = SearchText(question, by: table, upTo: SearchIndex.longestQuestion)
        let text = typed.without(fillers)
        guard !text.isEmpty else { return [] }
        let names = asked(text)
        var scores = scores(of: text, names)
        for (index, entry) in entries.enumerated() { scores[index].value *= SearchIndex.share(of: entry.kind) }
        if scores.allSatisfy({ $0.value < SearchIndex.enough }) { sound(text, typed, into: &scores) }
        let best = scores.map(\.value).max() ?? 0
        let least = max(200, best * 0.45)
        return scores.indices.filter { scores[$0].value >= least }.map { index in
            let phrase = scores[index].phrase.map { entries[index].phrases[$0] }
            return SearchMatch(
                kind: entries[index].kind, id: entries[index].id, score: Int(scores[index].value.rounded()),
                phrase: phrase.flatMap { $0.kind == .name ? nil : $0.text })
        }.sorted { ($1.score, $0.id) < ($0.score, $1.id) }
    }

    private static let enough = 700.0

    private static func share(of kind: SearchSource.Kind) -> Double {
        switch kind {
        case .service: 1
        case .policy: 0.8
        case .place: 0.95
        }
    }

    private struct Score {
        var value = 0.0
        /// Place of the best phrase.
        var phrase: Int?

        mutating func raise(to other: Double, by place: Int?) {
            guard other > value else { return }
            value = other
            phrase = place
        }
    }

    // MARK: Words

    private func scores(of text: SearchText, _ names: [String]) -> [Score] {
        let coverage = coverage(of: names)
        let wanted = Set(names.flatMap { candidates($0).map(\.token) })
        let key = text.key
        return entries.indices.map { index in
            var score = Score()
            for (place, phrase) in entries[index].phrases.enumerated() {
                if phrase.key == key { score.raise(to: phrase.kind == .asked ? 980 : 1000, by: place) }
                guard coverage[index] > 0 else { continue }
                let common = phrase.tokens.count { wanted.contains($0) }
                let likeness = 2 * Double(common) / Double(max(names.count + phrase.tokens.count, 1))
                score.raise(to: 620 * coverage[index] + 340 * min(likeness, 1), by: common > 0 ? place : nil)
            }
            return score
        }
    }

    /// The share of what was typed that each entry holds, 0 to 1.
    private func coverage(of names: [String]) -> [Double] {
        var sums = [Double](repeating: 0, count: entries.count)
        var whole = 0.0
        for name in Set(names) {
            let candidates = candidates(name)
            let count = candidates.map { postings[$0.token].count }.max() ?? 0
            // What nothing holds says less than a rare word that something holds: often two words just stand together.
            let weight = (count == 0 ? 0.35 : 1) * SearchIndex.weight(of: max(count, 1), among: entries.count)
            whole += weight
            var best: [Int: Double] = [:]
            for candidate in candidates {
                for posting in postings[candidate.token] {
                    best[posting.entry] = max(best[posting.entry] ?? 0, posting.strength * candidate.share)
                }
            }
            for (entry, strength) in best { sums[entry] += weight * strength }
        }
        return whole == 0 ? sums : sums.map { $0 / whole }
    }

    private static func weight(of count: Int, among all: Int) -> Double {
        // log₂ between two powers of two as a straight line: near enough for an order.
        let ratio = 1 + Double(max(all, 1)) / Double(count)
        return Double(ratio.exponent) + (ratio.significand - 1)
    }

    /// The token itself; for a word of Latin letters that nothing holds, words that begin so or differ by an error.
    private func candidates(_ name: String) -> [(token: Int, share: Double)] {
        if let token = tokens[name], !postings[token].isEmpty { return [(token, 1)] }
        guard name.utf8.count >= 3, name.utf8.allSatisfy({ $0 < 128 }), !name.hasPrefix("#"),
            let distance = SearchDistance(name)
        else { return [] }
        let begun = words.filter { $0.text.hasPrefix(name) }
        if !begun.isEmpty { return begun.map { ($0.token, 0.9) } }
        guard name.utf8.count >= 4 else { return [] }
        let forgiven = name.utf8.count < 8 ? 1 : 2
        return words.filter { distance.toWhole(Array($0.text.utf8)) <= forgiven }.map { ($0.token, 0.8) }
    }

    // MARK: Sound

    private func sound(_ text: SearchText, _ typed: SearchText, into scores: inout [Score]) {
        let letters = SearchIndex.letters(of: text, by: table)
        let isLatin = !typed.atoms.contains(where: \.isHan)
        guard letters.count >= 2, let distance = SearchDistance(String(decoding: letters, as: UTF8.self)) else {
            return
        }
        for (index, entry) in entries.enumerated() {
            let kind = SearchIndex.share(of: entry.kind)
            for (place, phrase) in entry.phrases.enumerated() {
                for (sound, initials) in zip(phrase.sounds, phrase.initials) {
                    if isLatin { scores[index].raise(to: kind * SearchIndex.initials(letters, initials), by: place) }
                    guard letters.count >= 4 else { continue }
                    let errors = distance.toPart(of: sound)
                    guard errors <= SearchDistance.forgiven(letters.count) else { continue }
                    let share = min(1, Double(letters.count) / Double(max(sound.count, 1)))
                    let right = 1 - 2 * Double(errors) / Double(letters.count)
                    scores[index].raise(to: kind * right * (650 + 250 * share), by: place)
                }
            }
        }
    }

    /// The pinyin of what was typed, without spaces; `v` typed for `ü` is `u`.
    private static func letters(of text: SearchText, by table: HanTable) -> [UInt8] {
        var letters: [UInt8] = []
        for atom in text.atoms {
            if let scalar = atom.scalar {
                letters += Array((table.readings(of: scalar).first ?? "").utf8)
            } else {
                letters += Array(atom.text.utf8)
            }
        }
        for index in letters.indices.dropFirst() where letters[index] == 0x76 {
            if letters[index - 1] == 0x6C || letters[index - 1] == 0x6E { letters[index] = 0x75 }
        }
        return letters
    }

    /// Two letters must be all there are, three the beginning, more may stand anywhere.
    private static func initials(_ letters: [UInt8], _ initials: [UInt8]) -> Double {
        guard letters.count <= initials.count, letters.count >= 2 else { return 0 }
        let share = Double(letters.count) / Double(initials.count)
        if initials.starts(with: letters) { return letters.count == 2 && share < 1 ? 0 : 600 + 300 * share }
        guard letters.count >= 4 else { return 0 }
        let isInside = (0...(initials.count - letters.count)).contains { start in
            initials[start...].starts(with: letters)
        }
        return isInside ? 550 + 250 * share : 0
    }
}
