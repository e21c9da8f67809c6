import Values

/// Reads one expression of FEEL, by recursive descent; names are resolved while reading, the longest match wins.
struct Parser {
    static let longestSource = 10_000
    static let deepestNesting = 100

    let scope: Scope
    var tokens: [Token]
    var position = 0
    /// Names of the locals that are in sight, by number.
    var locals: [Local] = []
    var depth = 0
    /// Whether `?` was read since it was last cleared.
    var sawQuestion = false
    /// A name that is only `(`-callable or unknown is collected here; reading goes on.
    var strays: [RuleProblem] = []

    struct Local {
        enum Kind {
            case name, question
            /// `item` of a filter: its entries can be named directly.
            case item
        }

        let kind: Kind
        let tokens: [String]
    }

    /// Names of entries of contexts written here that hold blanks or signs.
    var keys: [(tokens: [String], name: String)] = []

    init(_ source: String, scope: Scope) throws(RuleProblem) {
        try self.init(source, scope: scope, locals: [])
    }

    /// - Parameter locals: what is in sight already, in the order of their numbers.
    init(_ source: String, scope: Scope, locals: [Local]) throws(RuleProblem) {
        guard source.unicodeScalars.count <= Parser.longestSource else {
            throw .tooLong(limit: Parser.longestSource)
        }
        self.scope = scope
        self.locals = locals
        tokens = Lexer.tokens(source)
    }

    /// A whole expression, up to the end of the source.
    mutating func wholeExpression() throws(RuleProblem) -> Syntax {
        let expression = try expression()
        guard token.kind == .end else { throw .unexpected(token) }
        return expression
    }

    mutating func expression() throws(RuleProblem) -> Syntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Parser.deepestNesting else {
            throw .tooDeep(column: token.column, limit: Parser.deepestNesting)
        }
        if resolvesLongName() { return try disjunction() }
        if takeWord("if") { return try conditional() }
        if isWord("for"), tokens[position + 1].kind == .name {
            position += 1
            return try loop()
        }
        if isWord("function"), tokens[position + 1].kind == .symbol, tokens[position + 1].text == "(" {
            return try functionDefinition()
        }
        if isWord("some") || isWord("every"), tokens[position + 1].kind == .name {
            let isEvery = isWord("every")
            position += 1
            return try quantified(isEvery: isEvery)
        }
        return try disjunction()
    }

    private mutating func conditional() throws(RuleProblem) -> Syntax {
        let column = tokens[position - 1].column
        let condition = try expression()
        try expectWord("then")
        let then = try expression()
        try expectWord("else")
        let otherwise = try expression()
        return try node(
            .conditional(condition, then: then, otherwise: otherwise), column, [condition, then, otherwise])
    }

    private mutating func disjunction() throws(RuleProblem) -> Syntax {
        let column = token.column
        var parts = [try conjunction()]
        while takeWord("or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : try node(.any(parts), column, parts)
    }

    private mutating func conjunction() throws(RuleProblem) -> Syntax {
        let column = token.column
        var parts = [try comparison()]
        while takeWord("and") { parts.append(try comparison()) }
        return parts.count == 1 ? parts[0] : try node(.all(parts), column, parts)
    }

    private mutating func comparison() throws(RuleProblem) -> Syntax {
        var left = try sum()
        while true {
            let column = token.column
            if token.kind == .symbol, let operation = CompareOperator(rawValue: token.text) {
                position += 1
                let right = try sum()
                left = try node(.compare(left, operation, right), column, [left, right])
            } else if takeWord("between") {
                let low = try sum()
                try expectWord("and")
                let high = try sum()
                left = try node(.between(left, low, high), column, [left, low, high])
            } else if isWord("in"), !resolvesLongName() {
                position += 1
                left = try membership(of: left, column: column)
            } else {
                return left
            }
        }
    }

    /// What may stand after `in` and the like: everything that binds closer than a comparison.
    mutating func operand() throws(RuleProblem) -> Syntax { try sum() }

    private mutating func sum() throws(RuleProblem) -> Syntax {
        var left = try product()
        while token.kind == .symbol, token.text == "+" || token.text == "-",
            let operation = ArithmeticOperator(rawValue: token.text)
        {
            let column = take().column
            let right = try product()
            left = try node(.arithmetic(left, operation, right), column, [left, right])
        }
        return left
    }

    private mutating func product() throws(RuleProblem) -> Syntax {
        var left = try power()
        while token.kind == .symbol, token.text == "*" || token.text == "/",
            let operation = ArithmeticOperator(rawValue: token.text)
        {
            let column = take().column
            let right = try power()
            left = try node(.arithmetic(left, operation, right), column, [left, right])
        }
        return left
    }

    private mutating func power() throws(RuleProblem) -> Syntax {
        var left = try negation()
        while isSymbol("**") {
            let column = take().column
            let right = try negation()
            left = try node(.arithmetic(left, .power, right), column, [left, right])
        }
        return left
    }

    private mutating func negation() throws(RuleProblem) -> Syntax {
        guard isSymbol("-") else { return try instance() }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Parser.deepestNesting else {
            throw .tooDeep(column: token.column, limit: Parser.deepestNesting)
        }
        let column = take().column
        let operand = try negation()
        if case .literal(.number(let number)) = operand.form {
            return try node(.literal(.number(number.negated)), column, [])
        }
        return try node(.negative(operand), column, [operand])
    }

    private mutating func instance() throws(RuleProblem) -> Syntax {
        let value = try postfix()
        guard isWord("instance"), tokens[position + 1].kind == .name, tokens[position + 1].text == "of" else {
            return value
        }
        let column = token.column
        position += 2
        let type = try itemType().plain
        return try node(.instance(value, type), column, [value])
    }

    private mutating func postfix() throws(RuleProblem) -> Syntax {
        var value = try primary()
        while token.kind == .symbol {
            let column = token.column
            if token.text == "." {
                position += 1
                guard token.kind == .name else { throw .unexpected(token) }
                value = try node(.path(value, keyAfterPoint()), column, [value])
            } else if token.text == "(" {
                value = try application(of: value)
            } else if token.text == "[", startsExpression(tokens[position + 1]) {
                position += 1
                locals.append(Local(kind: .item, tokens: ["item"]))
                let condition = try expression()
                locals.removeLast()
                try expectSymbol("]")
                value = try node(.filter(value, condition), column, [value, condition])
            } else {
                return value
            }
        }
        return value
    }
}

// MARK: - Tokens

extension Parser {
    var token: Token { tokens[position] }

    /// Tokens as they stand in the source, blanks between them as one.
    func written(_ range: Range<Int>) -> String {
        var text = ""
        var end = 0
        for token in tokens[range] {
            if !text.isEmpty, token.column > end { text += " " }
            text += token.text
            end = token.column + token.text.unicodeScalars.count
        }
        return text
    }

    mutating func take() -> Token {
        let token = tokens[position]
        if token.kind != .end { position += 1 }
        return token
    }

    /// False after the last bracket of `[1..5[`, which is no filter.
    private func startsExpression(_ token: Token) -> Bool {
        switch token.kind {
        case .end: false
        case .symbol: ["(", "[", "{", "-", "?", "]"].contains(token.text)
        case .name: !["and", "or", "then", "else", "return", "satisfies", "in"].contains(token.text)
        default: true
        }
    }

    func isSymbol(_ text: String) -> Bool { token.kind == .symbol && token.text == text }
    func isWord(_ text: String) -> Bool { token.kind == .name && token.text == text }

    mutating func takeSymbol(_ text: String) -> Bool {
        guard isSymbol(text) else { return false }
        position += 1
        return true
    }

    mutating func takeWord(_ text: String) -> Bool {
        guard isWord(text) else { return false }
        position += 1
        return true
    }

    mutating func expectSymbol(_ text: String) throws(RuleProblem) {
        guard takeSymbol(text) else { throw .expected(text, found: token) }
    }

    mutating func expectWord(_ text: String) throws(RuleProblem) {
        guard takeWord(text) else { throw .expected(text, found: token) }
    }

    /// A part with its height, which is limited so that checking and evaluating never go too deep.
    func node(_ form: Syntax.Form, _ column: Int, _ parts: [Syntax]) throws(RuleProblem) -> Syntax {
        let height = 1 + (parts.map(\.height).max() ?? 0)
        guard height <= 2 * Parser.deepestNesting else {
            throw .tooDeep(column: column, limit: 2 * Parser.deepestNesting)
        }
        return Syntax(form: form, column: column, height: height)
    }
}
