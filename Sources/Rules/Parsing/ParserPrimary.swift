import Values

// Literals, names, calls, brackets, and the forms that bind names.
extension Parser {
    mutating func primary() throws(RuleProblem) -> Syntax {
        let token = token
        switch token.kind {
        case .number:
            position += 1
            guard let number = Decimal(token.text) else { throw .numberTooLong(token) }
            return try node(.literal(.number(number)), token.column, [])
        case .text:
            position += 1
            return try node(.literal(.text(token.text)), token.column, [])
        case .temporal:
            position += 1
            guard let value = ValueReading.temporal(token.text) else {
                guard scope.storage.vocabulary != nil else { throw .notATime(token) }
                strays.append(.notATime(token))
                return try node(.literal(.null), token.column, [])
            }
            return try node(.literal(value), token.column, [])
        case .name: return try named()
        case .symbol: return try bracketed()
        case .bad, .end: throw .unexpected(token)
        }
    }

    private mutating func bracketed() throws(RuleProblem) -> Syntax {
        let token = token
        switch token.text {
        case "(", "[", "]":
            if let range = try openRange() { return range }
            if let range = try range() { return range }
            if token.text == "[" { return try list() }
            guard token.text == "(" else { throw .unexpected(token) }
            position += 1
            let inner = try expression()
            try expectSymbol(")")
            return inner
        case "{": return try context()
        case "?":
            guard let index = locals.lastIndex(where: { $0.kind == .question }) else { throw .strayQuestion(token) }
            position += 1
            sawQuestion = true
            return try node(.local(index), token.column, [])
        default: throw .unexpected(token)
        }
    }

    /// `(< 5)`, `(>= a)`: a range with one end; nil, and nothing read, when it is something else.
    private mutating func openRange() throws(RuleProblem) -> Syntax? {
        let sign = tokens[min(position + 1, tokens.count - 1)]
        guard token.text == "(", sign.kind == .symbol, let operation = CompareOperator(rawValue: sign.text) else {
            return nil
        }
        let column = take().column
        position += 1
        let end = try operand()
        try expectSymbol(")")
        return try node(.openRange(operation, end), column, [end])
    }

    /// `[a..b]`, `(a..b)`, `]a..b[`; nil, and nothing read, when it is not a range.
    private mutating func range() throws(RuleProblem) -> Syntax? {
        guard startsRange() else { return nil }
        let open = take()
        let lower = try expression()
        try expectSymbol("..")
        let upper = try expression()
        guard [")", "]", "["].contains(token.text), token.kind == .symbol else { throw .expected("]", found: token) }
        let close = take()
        return try node(
            .range(lower, includesLower: open.text == "[", upper, includesUpper: close.text == "]"), open.column,
            [lower, upper])
    }

    /// Whether `..` stands at the level of the bracket that opens here, outside of `for` and its like.
    private func startsRange() -> Bool {
        var level = 0
        for token in tokens[(position + 1)...] {
            if level == 0, token.kind == .name, ["for", "some", "every"].contains(token.text) { return false }
            guard token.kind == .symbol else { continue }
            if level == 0, token.text == ".." { return true }
            if level == 0, [",", ":"].contains(token.text) { return false }
            if ["(", "[", "{"].contains(token.text) { level += 1 }
            if [")", "]", "}"].contains(token.text) { level -= 1 }
            if level < 0 { return false }
        }
        return false
    }

    private mutating func list() throws(RuleProblem) -> Syntax {
        let column = take().column
        var items: [Syntax] = []
        if takeSymbol("]") { return try node(.list([]), column, []) }
        repeat { items.append(try expression()) } while takeSymbol(",")
        try expectSymbol("]")
        return try node(.list(items), column, items)
    }

    private mutating func context() throws(RuleProblem) -> Syntax {
        let column = take().column
        let outer = locals.count
        var entries: [(key: String, value: Syntax)] = []
        if !isSymbol("}") {
            repeat {
                let key = try entryKey()
                if key.tokens.count > 1 { keys.append((key.tokens, key.text)) }
                let value = try expression()
                entries.append((key.text, value))
                locals.append(Local(kind: .name, tokens: key.tokens))
            } while takeSymbol(",")
        }
        locals.removeLast(locals.count - outer)
        try expectSymbol("}")
        if scope.storage.vocabulary != nil, Set(entries.map(\.key)).count != entries.count {
            return try node(.literal(.null), column, [])
        }
        return try node(.context(entries), column, entries.map(\.value))
    }

    /// A key and its colon: a text, or every token up to the colon.
    private mutating func entryKey() throws(RuleProblem) -> (text: String, tokens: [String]) {
        if token.kind == .text {
            let text = take().text
            try expectSymbol(":")
            return (text, Lexer.nameTokens(text))
        }
        var words: [String] = []
        let start = position
        while !isSymbol(":") {
            guard token.kind == .name || token.kind == .number || ["+", "-", "*", "/", ".", "'"].contains(token.text)
            else { throw .expected(":", found: token) }
            words.append(take().text)
        }
        position += 1
        guard !words.isEmpty else { throw .unexpected(token) }
        return (written(start..<position - 1), words)
    }

    mutating func loop() throws(RuleProblem) -> Syntax {
        let column = tokens[position - 1].column
        let outer = locals.count
        let iterators = try iterators()
        try expectWord("return")
        locals.append(Local(kind: .name, tokens: ["partial"]))
        let start = position
        let body = try expression()
        let readsPartial = tokens[start..<position].contains { $0.kind == .name && $0.text == "partial" }
        locals.removeLast(locals.count - outer)
        return try node(
            .loop(iterators, body, readsPartial: readsPartial), column,
            iterators.flatMap { [$0.source, $0.end ?? $0.source] } + [body])
    }

    mutating func quantified(isEvery: Bool) throws(RuleProblem) -> Syntax {
        let column = tokens[position - 1].column
        let outer = locals.count
        let iterators = try iterators()
        try expectWord("satisfies")
        let condition = try expression()
        locals.removeLast(locals.count - outer)
        return try node(
            .quantified(isEvery: isEvery, iterators, condition), column,
            iterators.flatMap { [$0.source, $0.end ?? $0.source] } + [condition])
    }

    private mutating func iterators() throws(RuleProblem) -> [Syntax.Iterator] {
        var iterators: [Syntax.Iterator] = []
        repeat {
            var words: [String] = []
            while !isWord("in") {
                guard token.kind == .name || (token.kind == .number && !words.isEmpty) else {
                    throw .expected("in", found: token)
                }
                words.append(take().text)
            }
            guard !words.isEmpty else { throw .unexpected(token) }
            position += 1
            let source = try expression()
            let end = takeSymbol("..") ? try expression() : nil
            iterators.append(Syntax.Iterator(name: words.joined(separator: " "), source: source, end: end))
            locals.append(Local(kind: .name, tokens: words))
        } while takeSymbol(",")
        return iterators
    }
}
