import Values

/// Everything that can be found on one day, ready to be asked (检索库). A value made from published definitions and words;
/// nothing personal is in it.
///
/// Chinese is cut into pairs of neighbouring characters, since words are not parted by spaces and most have two of
/// them. A text of thirty guides makes a few thousand tokens, so the index stands in memory: asking it costs tens of
/// microseconds, which no query of a database would. `SearchIndexAsking` says how what is found is ordered.
struct SearchIndex: Sendable {
    /// A name, or another text that stands for the whole thing.
    struct Phrase: Sendable {
        enum Kind: Hashable, Sendable { case name, also, asked }

        let kind: Kind
        /// As it was written.
        let text: String
        let key: String
        /// Tokens as of a query, sorted, each once.
        let tokens: [Int]
        /// Pinyin without spaces, one for each way to read it; empty without Chinese.
        let sounds: [[UInt8]]
        /// First letters of the syllables, for each way to read it.
        let initials: [[UInt8]]
    }

    struct Entry: Sendable {
        let kind: SearchSource.Kind
        let id: String
        let phrases: [Phrase]
    }

    struct Posting: Sendable {
        let entry: Int
        /// 0 to 1: how near to the name the token stands.
        let strength: Double
    }

    let entries: [Entry]
    let table: HanTable
    let fillers: SearchPhrases
    let synonyms: SearchPhrases
    private(set) var tokens: [String: Int] = [:]
    private(set) var postings: [[Posting]] = []
    /// Words of names that are not Chinese, for typing errors and beginnings.
    let words: [(text: String, token: Int)]

    /// Strengths of the places where a token may stand.
    private enum Strength {
        static let name = 1.0
        static let detail = 0.6
        static let text = 0.3
    }

    /// Builds it; about 2 ms a guide.
    init(_ sources: [SearchSource], words vocabulary: Vocabulary, table: HanTable) {
        self.table = table.with(vocabulary.readings)
        fillers = SearchPhrases(vocabulary.fillers.map { [$0] }, by: table)
        synonyms = SearchPhrases(vocabulary.synonyms, by: table)
        var making = SearchIndexMaking(table: self.table, fillers: fillers, synonyms: synonyms)
        var entries: [Entry] = []
        for (place, source) in sources.enumerated() {
            let named = [
                (Phrase.Kind.name, source.names), (.also, source.also), (.asked, source.asked),
            ]
            var phrases: [Phrase] = []
            for (kind, texts) in named {
                for text in texts {
                    making.add(text, of: place, Strength.name)
                    phrases.append(making.phrase(text, kind))
                }
            }
            for text in source.details { making.add(text, of: place, Strength.detail) }
            for text in source.texts { making.add(text, of: place, Strength.text) }
            entries.append(Entry(kind: source.kind, id: source.id, phrases: phrases))
        }
        self.entries = entries
        tokens = making.tokens
        postings = making.postings.map { strengths in
            strengths.map { Posting(entry: $0.key, strength: $0.value) }.sorted { $0.entry < $1.entry }
        }
        var words = making.titleWords.sorted().compactMap { word in making.tokens[word].map { (text: word, token: $0) }
        }
        for (word, meaning) in synonyms.words {
            guard let token = making.tokens[SearchIndexMaking.token(ofMeaning: meaning)] else { continue }
            words.append((word, token))
        }
        self.words = words
    }

    /// The tokens of a text as they are asked for: a word that has a meaning in common with others stands as that
    /// meaning.
    func asked(_ text: SearchText) -> [String] { SearchIndexMaking.asked(text, synonyms) }
}

/// The index while it is being made.
struct SearchIndexMaking {
    let table: HanTable
    let fillers: SearchPhrases
    let synonyms: SearchPhrases
    private(set) var tokens: [String: Int] = [:]
    /// Entry → strength, by token.
    private(set) var postings: [[Int: Double]] = []
    private(set) var titleWords: Set<String> = []

    private static let longestText = 20_000
    /// A text has at most so many ways to be read.
    private static let mostReadings = 4

    init(table: HanTable, fillers: SearchPhrases, synonyms: SearchPhrases) {
        self.table = table
        self.fillers = fillers
        self.synonyms = synonyms
    }

    /// Indexes a text: its pairs, its single characters where it is a name, and its meanings.
    mutating func add(_ text: String, of entry: Int, _ strength: Double) {
        let text = SearchText(text, by: table, upTo: SearchIndexMaking.longestText)
        var found = text.pairs(except: [Bool](repeating: false, count: text.atoms.count))
        if strength == 1 {
            found += text.atoms.filter(\.isHan).map(\.text)
            titleWords.formUnion(text.atoms.filter { !$0.isHan }.map(\.text))
        }
        found += synonyms.meanings(in: text).meanings.map(SearchIndexMaking.token(ofMeaning:))
        for token in found {
            let place = place(of: token)
            postings[place][entry] = max(postings[place][entry] ?? 0, strength)
        }
    }

    mutating func phrase(_ text: String, _ kind: SearchIndex.Phrase.Kind) -> SearchIndex.Phrase {
        let read = SearchText(text, by: table, upTo: 200).without(fillers)
        let tokens = Set(SearchIndexMaking.asked(read, synonyms).map { place(of: $0) }).sorted()
        let readings = SearchIndexMaking.readings(of: read, by: table)
        return SearchIndex.Phrase(
            kind: kind, text: text, key: read.key, tokens: tokens,
            sounds: readings.map { Array($0.joined().utf8) },
            initials: readings.map { $0.compactMap(\.utf8.first) })
    }

    static func asked(_ text: SearchText, _ synonyms: SearchPhrases) -> [String] {
        let (meanings, covered) = synonyms.meanings(in: text)
        return text.pairs(except: covered) + meanings.map(token(ofMeaning:))
    }

    static func token(ofMeaning meaning: Int) -> String { "#\(meaning)" }

    /// Syllables of a Chinese text, for each way to read it; none when it holds no Chinese.
    static func readings(of text: SearchText, by table: HanTable) -> [[String]] {
        guard text.atoms.contains(where: \.isHan) else { return [] }
        var all: [[String]] = [[]]
        for atom in text.atoms {
            let ways = atom.scalar.map { table.readings(of: $0) } ?? [atom.text]
            guard let usual = ways.first else { continue }
            let chosen = all.count * ways.count <= mostReadings ? ways : [usual]
            all = chosen.flatMap { way in all.map { $0 + [way] } }
        }
        return all
    }

    private mutating func place(of token: String) -> Int {
        if let place = tokens[token] { return place }
        tokens[token] = postings.count
        postings.append([:])
        return postings.count - 1
    }
}
