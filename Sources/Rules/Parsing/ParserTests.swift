import Values

// Unary tests: cells of tables, and what stands after `in`.
extension Parser {
    /// A whole cell; the value it tests is the last local, by itself the local 0.
    mutating func wholeTest() throws(RuleProblem) -> Test {
        if locals.last?.kind != .question { locals.append(Local(kind: .question, tokens: [])) }
        if tokens.count == 2, isSymbol("-") { return .anything }
        let test = try test(endsAt: .end)
        guard token.kind == .end else { throw .unexpected(token) }
        return test
    }

    private enum End { case end, bracket }

    private mutating func test(endsAt end: End) throws(RuleProblem) -> Test {
        if isWord("not"), tokens[position + 1].text == "(", closesAtEnd(from: position + 1, end) {
            position += 2
            let inner = try tests()
            try expectSymbol(")")
            return .none(of: inner)
        }
        let all = try tests()
        return all.count == 1 ? all[0] : .any(of: all)
    }

    /// Whether the bracket that opens there closes the whole test: `not(a, b)` and not `not(a) and b`.
    private func closesAtEnd(from open: Int, _ end: End) -> Bool {
        var level = 0
        for index in open..<tokens.count where tokens[index].kind == .symbol {
            if ["(", "[", "{"].contains(tokens[index].text) { level += 1 }
            if [")", "]", "}"].contains(tokens[index].text) { level -= 1 }
            guard level == 0 else { continue }
            let next = tokens[min(index + 1, tokens.count - 1)]
            return end == .end ? next.kind == .end : next.text == ")"
        }
        return false
    }

    private mutating func tests() throws(RuleProblem) -> [Test] {
        var tests = [try oneTest()]
        while takeSymbol(",") { tests.append(try oneTest()) }
        return tests
    }

    private mutating func oneTest() throws(RuleProblem) -> Test {
        if token.kind == .symbol, let operation = CompareOperator(rawValue: token.text) {
            position += 1
            return .compare(operation, try expression())
        }
        if isSymbol("-"), [",", ")", ""].contains(tokens[position + 1].text) {
            position += 1
            return .anything
        }
        let sawBefore = sawQuestion
        sawQuestion = false
        defer { sawQuestion = sawBefore }
        let expression = try expression()
        return sawQuestion ? .condition(expression) : .matches(expression)
    }

    /// After `in`: one test, or several in brackets.
    mutating func membership(of value: Syntax, column: Int) throws(RuleProblem) -> Syntax {
        locals.append(Local(kind: .question, tokens: []))
        let sawBefore = sawQuestion
        let test = try membershipTest()
        sawQuestion = sawBefore
        locals.removeLast()
        return try node(.isIn(value, test), column, [value] + test.expressions)
    }

    private mutating func membershipTest() throws(RuleProblem) -> Test {
        // `(a, b)` and `(< 3)` are tests in brackets; `(1..3)`, `(1+2)*3` are expressions.
        if isSymbol("("), bracketHoldsTests() {
            position += 1
            let inner = try test(endsAt: .bracket)
            try expectSymbol(")")
            return inner
        }
        if token.kind == .symbol, let operation = CompareOperator(rawValue: token.text) {
            position += 1
            return .compare(operation, try operand())
        }
        sawQuestion = false
        let value = try operand()
        return sawQuestion ? .condition(value) : .matches(value)
    }

    /// Looks ahead: the bracket holds a comma, a comparison sign at its start, `not(` or `?` and no `..` at its level.
    private func bracketHoldsTests() -> Bool {
        var level = 0
        var hasDots = false
        for index in position..<tokens.count where tokens[index].kind == .symbol {
            let text = tokens[index].text
            if level == 1, text == ".." { hasDots = true }
            if level == 1, text == "," { return true }
            if ["(", "[", "{"].contains(text) { level += 1 }
            if [")", "]", "}"].contains(text) { level -= 1 }
            if level == 0 { return !hasDots && endsOperand(index + 1) }
        }
        return false
    }

    /// Whether no operator follows, so that the bracket is all there is.
    private func endsOperand(_ index: Int) -> Bool {
        let next = tokens[min(index, tokens.count - 1)]
        return !(next.kind == .symbol && ["+", "-", "*", "/", "**", ".", "["].contains(next.text))
    }
}

extension Test {
    /// The expressions in it.
    var expressions: [Syntax] {
        switch self {
        case .anything: []
        case .none(let tests), .any(let tests): tests.flatMap(\.expressions)
        case .compare(_, let syntax), .matches(let syntax), .condition(let syntax): [syntax]
        }
    }
}
