// Functions as values, calls of them, names after a point, and types.
extension Parser {
    /// The name of an entry after a point: a declared one of several words, or words that stand side by side.
    mutating func keyAfterPoint() -> String {
        let declared = (scope.storage.vocabulary?.keys[token.text] ?? []) + keys
        let known = declared.filter { matches($0.tokens) }.max { $0.tokens.count < $1.tokens.count }
        if let known {
            position += known.tokens.count
            return known.name
        }
        if let words = Parser.properties.first(where: { matches($0) }) {
            position += words.count
            return words.joined(separator: " ")
        }
        var words = [take().text]
        // Two words side by side are nothing but one name.
        while token.kind == .name, !Parser.separating.contains(token.text) { words.append(take().text) }
        return words.joined(separator: " ")
    }

    private static let properties = [["start", "included"], ["end", "included"], ["time", "offset"]]
    private static let separating: Set<String> = [
        "and", "or", "in", "between", "then", "else", "return", "satisfies", "instance", "of",
    ]

    /// `value(a, b)`, `value(name: a)`.
    mutating func application(of callee: Syntax) throws(RuleProblem) -> Syntax {
        let column = take().column
        var arguments: [Syntax.Argument] = []
        if !takeSymbol(")") {
            repeat {
                var name: String?
                if let length = anyArgumentName() {
                    name = written(position..<position + length)
                    position += length + 1
                }
                arguments.append(Syntax.Argument(name: name, value: try expression()))
            } while takeSymbol(",")
            try expectSymbol(")")
        }
        return try node(.apply(callee, arguments), column, [callee] + arguments.map(\.value))
    }

    /// The number of tokens of a name that stands before a colon here; nil when there is none.
    func anyArgumentName() -> Int? {
        guard token.kind == .name else { return nil }
        for index in position..<tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .name, .number: continue
            case .symbol where token.text == ":": return index - position
            case .symbol where ["+", "-", "*", "/", ".", "'"].contains(token.text): continue
            default: return nil
            }
        }
        return nil
    }

    /// `function(a: number, b) body`; an external one is read over and gives null.
    mutating func functionDefinition() throws(RuleProblem) -> Syntax {
        let column = take().column
        position += 1
        let outer = locals.count
        var parameters: [FEELFunction.Parameter] = []
        if !takeSymbol(")") {
            repeat {
                let words = try parameterName()
                let type = takeSymbol(":") ? try itemType() : nil
                parameters.append(FEELFunction.Parameter(name: words.joined(separator: " "), type: type))
                locals.append(Local(kind: .name, tokens: words))
            } while takeSymbol(",")
            try expectSymbol(")")
        }
        let isExternal = takeWord("external")
        let body = try expression()
        locals.removeLast(locals.count - outer)
        if isExternal { strays.append(.external(column: column)) }
        return try node(
            .function(
                Syntax.FunctionDefinition(
                    parameters: parameters, firstLocal: outer, body: isExternal ? nil : body, gives: nil)),
            column, [body])
    }

    private mutating func parameterName() throws(RuleProblem) -> [String] {
        var words: [String] = []
        while !isSymbol(":"), !isSymbol(","), !isSymbol(")") {
            guard token.kind == .name || (token.kind == .number && !words.isEmpty) else { throw .unexpected(token) }
            words.append(take().text)
        }
        guard !words.isEmpty else { throw .unexpected(token) }
        return words
    }

    /// A type: of the language, put together, or one that the model declares.
    mutating func itemType() throws(RuleProblem) -> ItemType {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Parser.deepestNesting else {
            throw .tooDeep(column: token.column, limit: Parser.deepestNesting)
        }
        let start = token
        if let declared = declaredType() { return declared }
        let known = Parser.types.filter { matches($0.words) }.max { $0.words.count < $1.words.count }
        guard let known else {
            if start.kind == .name, scope.storage.vocabulary != nil {
                position += 1
                strays.append(.unknownType(start))
                return .never(start.text)
            }
            throw start.kind == .name ? .unknownType(start) : .unexpected(start)
        }
        position += known.words.count
        guard isSymbol("<") else { return .basic(known.type) }
        position += 1
        let type = try composedType(known.type)
        try expectSymbol(">")
        return try functionType(type, of: known.type)
    }

    private mutating func composedType(_ type: FactType) throws(RuleProblem) -> ItemType {
        switch type {
        case .list: return .list(of: try itemType())
        case .range: return .range(of: try itemType())
        case .context:
            var components: [ItemType.Component] = []
            repeat {
                let name = try parameterName().joined(separator: " ")
                try expectSymbol(":")
                components.append(ItemType.Component(name: name, type: try itemType()))
            } while takeSymbol(",")
            return .context(components)
        case .function:
            var parameters: [ItemType] = []
            if isSymbol(">") { return .function(parameters: [], gives: .any) }
            repeat { parameters.append(try itemType()) } while takeSymbol(",")
            return .function(parameters: parameters, gives: .any)
        default: throw .unexpected(token)
        }
    }

    /// `-> T` after the parameters of a function's type.
    private mutating func functionType(_ type: ItemType, of base: FactType) throws(RuleProblem) -> ItemType {
        guard base == .function, case .function(let parameters, _) = type, takeSymbol("->") else { return type }
        return .function(parameters: parameters, gives: try itemType())
    }

    private mutating func declaredType() -> ItemType? {
        guard let types = scope.storage.vocabulary?.types, token.kind == .name else { return nil }
        var best: (length: Int, type: ItemType)?
        for (name, type) in types where name.hasPrefix(token.text) {
            let words = Lexer.nameTokens(name)
            if matches(words), words.count > best?.length ?? 0 { best = (words.count, type) }
        }
        guard let best else { return nil }
        position += best.length
        return best.type
    }

    private static let types: [(words: [String], type: FactType)] = [
        (["Any"], .any), (["number"], .number), (["string"], .text), (["boolean"], .boolean), (["date"], .day),
        (["time"], .time), (["date", "and", "time"], .dateTime),
        (["days", "and", "time", "duration"], .daysDuration), (["day", "time", "duration"], .daysDuration),
        (["years", "and", "months", "duration"], .monthsDuration), (["list"], .list(of: .any)),
        (["context"], .context([:])), (["range"], .range(of: .any)), (["function"], .function),
    ]
}
