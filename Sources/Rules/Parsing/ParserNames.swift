import Values

// What a word means: a local, a name of the scope, a function, or nothing.
extension Parser {
    private static let reserved: Set<String> = [
        "if", "then", "else", "for", "return", "some", "every", "satisfies", "and", "or", "between", "instance", "of",
        "in",
    ]

    /// As many misspelt names of one expression are told.
    private static let mostStrays = 20

    private enum Meaning {
        case local(Int)
        case entry(NameEntry)
    }

    /// Whether a name of several words starts here, which then beats a keyword.
    func resolvesLongName() -> Bool {
        guard token.kind == .name, let (_, length) = longestMatch() else { return false }
        return length > 1 && Parser.reserved.contains(token.text)
    }

    mutating func named() throws(RuleProblem) -> Syntax {
        let start = token
        let match = longestMatch()
        let isCallable = scope.storage.vocabulary != nil && match != nil
        if let call = try call(longerThan: (match?.length ?? 0) + (isCallable ? 1 : 0)) { return call }
        if let (meaning, length) = match, length > 1 || !Parser.reserved.contains(start.text) {
            position += length
            let value = try resolved(meaning, start)
            return try orEntry(start, length: length, value)
        }
        if let literal = literal(start.text) {
            position += 1
            return try node(.literal(literal), start.column, [])
        }
        guard !Parser.reserved.contains(start.text) else { throw .unexpected(start) }
        if scope.storage.vocabulary != nil, let (entry, words) = FunctionTable.longestName(tokens[position...]) {
            position += words
            return try node(.literal(.function(FEELFunction(entry))), start.column, [])
        }
        return try stray(start)
    }

    private func literal(_ word: String) -> FEELValue? {
        switch word {
        case "true": .boolean(true)
        case "false": .boolean(false)
        case "null": .null
        default: nil
        }
    }

    private func resolved(_ meaning: Meaning, _ start: Token) throws(RuleProblem) -> Syntax {
        switch meaning {
        case .local(let index): return try node(.local(index), start.column, [])
        case .entry(let entry):
            if let slot = entry.slot { return try node(.fact(slot: slot), start.column, []) }
            let branches = scope.storage.branches(below: entry.name)
            return try node(.branch(name: entry.name, branches), start.column, [])
        }
    }

    /// Inside a filter a single word names an entry of the item first.
    private func orEntry(_ start: Token, length: Int, _ value: Syntax) throws(RuleProblem) -> Syntax {
        guard length == 1 || scope.storage.vocabulary != nil, let item = locals.lastIndex(where: { $0.kind == .item })
        else { return value }
        if case .local(let index) = value.form, index > item { return value }
        let name = written(position - length..<position)
        return try node(.entry(name, item: item, otherwise: value), start.column, [value])
    }

    /// A word that nothing explains: an entry of the item in a filter, otherwise a problem with a proposal.
    private mutating func stray(_ start: Token) throws(RuleProblem) -> Syntax {
        if let item = locals.lastIndex(where: { $0.kind == .item }) {
            return try node(.entry(keyAfterPoint(), item: item, otherwise: nil), start.column, [])
        }
        position += 1
        var written = start.text
        while isSymbol("."), tokens[position + 1].kind == .name {
            written += "." + tokens[position + 1].text
            position += 2
        }
        let names = scope.names + locals.filter { $0.kind == .name }.map { $0.tokens.joined(separator: " ") }
        if strays.count >= Parser.mostStrays {
            // Whoever misspelt so many will not read further proposals.
        } else if isSymbol("(") {
            strays.append(.unknownFunction(start.text, column: start.column))
        } else {
            strays.append(.unknownName(written, column: start.column, known: names))
        }
        if scope.storage.vocabulary != nil {
            while token.kind == .name, !Parser.reserved.contains(token.text), token.text != "instance" { position += 1 }
        }
        if isSymbol("(") { try skipArguments() }
        return try node(.stray(written), start.column, [])
    }

    private mutating func skipArguments() throws(RuleProblem) {
        position += 1
        guard !takeSymbol(")") else { return }
        repeat {
            if let length = anyArgumentName() { position += length + 1 }
            _ = try expression()
        } while takeSymbol(",")
        try expectSymbol(")")
    }

    /// Inner names hide outer ones; among the names of one place the longest wins.
    private func longestMatch() -> (meaning: Meaning, length: Int)? {
        for (index, local) in locals.enumerated().reversed() where local.kind != .question {
            if matches(local.tokens) { return (.local(index), local.tokens.count) }
        }
        let plain = plainMatch()
        for entry in scope.storage.entries[token.text] ?? [] where matches(entry.tokens) {
            if let plain, plain.tokens.count >= entry.tokens.count { break }
            return (.entry(entry), entry.tokens.count)
        }
        return plain.map { (.entry($0), $0.tokens.count) }
    }

    /// The longest name of words and dots that starts here.
    private func plainMatch() -> NameEntry? {
        guard token.kind == .name else { return nil }
        var ends = [position + 1]
        while let end = ends.last, end + 1 < tokens.count, tokens[end].kind == .symbol, tokens[end].text == ".",
            tokens[end + 1].kind == .name
        {
            ends.append(end + 2)
        }
        for end in ends.reversed() {
            let words = tokens[position..<end].map(\.text)
            let name = words.joined()
            if let slot = scope.storage.slots[name] { return NameEntry(name: name, tokens: words, slot: slot) }
            if scope.storage.hasBranch(name) { return NameEntry(name: name, tokens: words, slot: nil) }
        }
        return nil
    }

    func matches(_ words: [String]) -> Bool {
        guard !words.isEmpty, position + words.count < tokens.count else { return false }
        for (offset, word) in words.enumerated() {
            let token = tokens[position + offset]
            guard token.kind == .name || token.kind == .number || token.kind == .symbol, token.text == word else {
                return false
            }
        }
        return true
    }

    // MARK: - Calls

    private mutating func call(longerThan length: Int) throws(RuleProblem) -> Syntax? {
        guard let (entry, words) = FunctionTable.longestMatch(tokens[position...]), words >= length else { return nil }
        let start = token
        position += words + 1
        var arguments: [(name: String?, value: Syntax)] = []
        if !takeSymbol(")") {
            repeat { arguments.append((try argumentName(of: entry), try expression())) } while takeSymbol(",")
            try expectSymbol(")")
        }
        guard let placed = try placed(arguments, entry, start) else {
            strays.append(.wrongNames(entry, column: start.column))
            return try node(.literal(.null), start.column, [])
        }
        return try node(.call(entry, placed), start.column, placed)
    }

    /// Takes `name:` before an argument.
    private mutating func argumentName(of entry: FunctionEntry) throws(RuleProblem) -> String? {
        for name in entry.parameterNames {
            let words = Lexer.nameTokens(name)
            guard matches(words), position + words.count < tokens.count else { continue }
            let colon = tokens[position + words.count]
            guard colon.kind == .symbol, colon.text == ":" else { continue }
            position += words.count + 1
            return name
        }
        let next = tokens[min(position + 1, tokens.count - 1)]
        if token.kind == .name, next.kind == .symbol, next.text == ":" {
            guard scope.storage.vocabulary != nil else { throw .wrongNames(entry, column: token.column) }
            position += 2
            return "\u{0}" + tokens[position - 2].text
        }
        return nil
    }

    private mutating func placed(
        _ arguments: [(name: String?, value: Syntax)], _ entry: FunctionEntry, _ start: Token
    ) throws(RuleProblem) -> [Syntax]? {
        guard arguments.contains(where: { $0.name != nil }) else {
            if !entry.takes(arguments.count) {
                strays.append(.wrongCount(entry, found: arguments.count, column: start.column))
            }
            return arguments.map(\.value)
        }
        let given = Dictionary(arguments.map { ($0.name ?? "", $0.value) }, uniquingKeysWith: { $1 })
        let signature = entry.signatures.first { names in Set(names) == Set(given.keys) }
        guard let signature, given.count == arguments.count else {
            if scope.storage.vocabulary != nil { return nil }
            throw .wrongNames(entry, column: start.column)
        }
        return try signature.map { name throws(RuleProblem) in
            let value = given[name] ?? start.nothing
            guard let type = entry.kindsByName[name] else { return value }
            return try node(.coerced(value, .basic(type), isStrict: true), start.column, [value])
        }
    }
}
