/// All functions of the language by name. A new one is a function in its family's file and a line there.
enum FunctionTable {
    static let all: [FunctionEntry] =
        LogicFunctions.all + NumberFunctions.all + TextFunctions.all + ListFunctions.all + SumFunctions.all
        + DateFunctions.all + ContextFunctions.all + PatternFunctions.all + RangeFunctions.all + RootFunctions.all

    static let names: [String] = all.map(\.name)

    private static let byFirstWord: [String: [(words: [String], entry: FunctionEntry)]] = {
        let entries = all.map { (words: Lexer.nameTokens($0.name), entry: $0) }
        return Dictionary(grouping: entries) { $0.words[0] }.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    /// The function whose name and opening bracket stand at the start of the tokens, and the words of its name.
    static func longestMatch(_ tokens: ArraySlice<Token>) -> (entry: FunctionEntry, words: Int)? {
        guard let first = tokens.first, first.kind == .name else { return nil }
        for (words, entry) in byFirstWord[first.text] ?? [] where tokens.count > words.count {
            let bracket = tokens[tokens.startIndex + words.count]
            guard bracket.kind == .symbol, bracket.text == "(" else { continue }
            if zip(tokens, words).allSatisfy({ $0.kind == .name && $0.text == $1 }) { return (entry, words.count) }
        }
        return nil
    }

    /// The function whose name stands at the start of the tokens without a bracket.
    static func longestName(_ tokens: ArraySlice<Token>) -> (entry: FunctionEntry, words: Int)? {
        guard let first = tokens.first, first.kind == .name else { return nil }
        for (words, entry) in byFirstWord[first.text] ?? [] where tokens.count > words.count {
            if zip(tokens, words).allSatisfy({ $0.kind == .name && $0.text == $1 }) { return (entry, words.count) }
        }
        return nil
    }

    static func entry(named name: String) -> FunctionEntry? { all.first { $0.name == name } }
}
