import Values

// What operators and tests allow.
extension Checker {
    mutating func expectBoolean(_ syntax: Syntax) {
        let type = type(of: syntax)
        if !type.compares(with: .boolean) { problems.append(.notACondition(type, column: syntax.column)) }
    }

    mutating func expectComparable(_ left: FactType, _ right: Syntax, _ operation: CompareOperator) {
        comparable(left, type(of: right), operation, column: right.column)
    }

    mutating func compare(_ left: Syntax, _ operation: CompareOperator, _ right: Syntax, column: Int) {
        let (leftType, rightType) = (type(of: left), type(of: right))
        comparable(leftType, rightType, operation, column: column)
        checkChoice(right, of: leftType)
        checkChoice(left, of: rightType)
    }

    private mutating func comparable(
        _ left: FactType, _ right: FactType, _ operation: CompareOperator, column: Int
    ) {
        guard left.compares(with: right) else {
            problems.append(.notComparable(left, right, column: column))
            return
        }
        guard operation != .equal, operation != .notEqual else { return }
        for type in [left, right] where !type.hasOrder { problems.append(.noOrder(type, column: column)) }
    }

    /// A text that is compared with a choice must be one of the choices.
    private mutating func checkChoice(_ syntax: Syntax, of type: FactType) {
        switch (syntax.form, type) {
        case (.literal(.text(let text)), .choice(let choices)) where !choices.isEmpty && !choices.contains(text):
            problems.append(.notAChoice(text, choices, column: syntax.column))
        case (.list(let items), .choice), (.list(let items), .list(of: .choice)):
            var element = type
            if case .list(let inner) = type { element = inner }
            for item in items { checkChoice(item, of: element) }
        default: break
        }
    }

    mutating func arithmetic(
        _ left: FactType, _ operation: ArithmeticOperator, _ right: FactType, column: Int
    ) -> FactType {
        if left == .any || right == .any { return anyArithmetic(left, operation, right) }
        let isMoney = left == .money || right == .money
        switch (left.kind, operation, right.kind) {
        case (.number, .divide, .number) where left == .money && right == .money: return .number
        case (.number, _, .number): return isMoney ? .money : .number
        case (.text, .add, .text): return .text
        case (.day, .subtract, .day), (.dateTime, .subtract, .dateTime), (.time, .subtract, .time),
            (.day, .subtract, .dateTime), (.dateTime, .subtract, .day):
            return .daysDuration
        case (.day, .add, let period), (.day, .subtract, let period), (.dateTime, .add, let period),
            (.dateTime, .subtract, let period), (.time, .add, let period), (.time, .subtract, let period):
            if period.isPeriod { return left }
        case (let period, .add, .day), (let period, .add, .dateTime), (let period, .add, .time):
            if period.isPeriod { return right }
        case (let one, .add, let other), (let one, .subtract, let other):
            if one.isPeriod, other.isPeriod, one.compares(with: other) { return one }
        case (let period, .multiply, .number), (.number, .multiply, let period), (let period, .divide, .number):
            if period.isPeriod { return period }
        case (let one, .divide, let other):
            if one.isPeriod, other.isPeriod, one.compares(with: other) { return .number }
        default: break
        }
        problems.append(.noArithmetic(left, operation, right, column: column))
        return .any
    }

    private func anyArithmetic(_ left: FactType, _ operation: ArithmeticOperator, _ right: FactType) -> FactType {
        operation == .power ? .number : .any
    }

    // MARK: - Tests

    mutating func check(_ test: Test, against type: FactType) {
        locals.append(type)
        checkInner(test, against: type)
        locals.removeLast()
    }

    private mutating func checkInner(_ test: Test, against type: FactType) {
        switch test {
        case .anything: break
        case .none(let tests), .any(let tests):
            for test in tests { checkInner(test, against: type) }
        case .compare(let operation, let syntax):
            expectComparable(type, syntax, operation)
            checkChoice(syntax, of: type)
        case .condition(let syntax): expectBoolean(syntax)
        case .matches(let syntax): checkMatch(syntax, against: type)
        }
    }

    private mutating func checkMatch(_ syntax: Syntax, against type: FactType) {
        var wanted = self.type(of: syntax)
        if !wanted.compares(with: type) {
            switch wanted {
            case .list(let element), .range(let element): wanted = element
            default: break
            }
            // A list of ranges.
            if case .range(let element) = wanted, !wanted.compares(with: type) { wanted = element }
        }
        if !wanted.compares(with: type) { problems.append(.notComparable(type, wanted, column: syntax.column)) }
        checkChoice(syntax, of: type)
    }
}

extension FactType {
    var isPeriod: Bool { self == .duration || self == .daysDuration || self == .monthsDuration }

    var hasOrder: Bool {
        switch self {
        case .boolean, .list, .context, .range: false
        default: true
        }
    }
}

// MARK: - Sentences

extension RuleProblem {
    static func notComparable(_ left: FactType, _ right: FactType, column: Int) -> RuleProblem {
        let (left, right) = (left.wording, right.wording)
        return RuleProblem(
            column: column,
            message: Wording(zh: "\(left.zh)不能与\(right.zh)比较", en: "\(left.en) is compared with \(right.en)"),
            remedy: Wording(zh: "与\(left.zh)比较", en: "compare it with \(left.en)"))
    }

    static func noOrder(_ type: FactType, column: Int) -> RuleProblem {
        RuleProblem(
            column: column,
            message: Wording(zh: "\(type.wording.zh)没有大小之分", en: "\(type.wording.en) is neither less nor greater"),
            remedy: Wording(zh: "只用 = 或 !=", en: "use = or !="))
    }

    static func notACondition(_ type: FactType, column: Int) -> RuleProblem {
        RuleProblem(
            column: column,
            message: Wording(zh: "此处应为条件，却是\(type.wording.zh)", en: "a condition is expected, not \(type.wording.en)"),
            remedy: Wording(zh: "写成比较，例如 x = 1", en: "write a comparison such as `x = 1`"))
    }

    static func noArithmetic(
        _ left: FactType, _ operation: ArithmeticOperator, _ right: FactType, column: Int
    ) -> RuleProblem {
        RuleProblem(
            column: column,
            message: Wording(
                zh: "\(left.wording.zh)与\(right.wording.zh)不能用“\(operation.rawValue)”运算",
                en: "`\(operation.rawValue)` does not work on \(left.wording.en) and \(right.wording.en)"),
            remedy: Wording(
                zh: "数字之间、文字相加、日期加减期间可以运算", en: "use it on numbers, add texts, or add a period to a day"))
    }

    static func noEntries(_ type: FactType, _ key: String, column: Int) -> RuleProblem {
        RuleProblem(
            column: column,
            message: Wording(zh: "\(type.wording.zh)没有“\(key)”", en: "\(type.wording.en) has no `\(key)`"),
            remedy: Wording(zh: "去掉“.\(key)”，或改用一组值", en: "drop `.\(key)`, or use a group of values"))
    }

    static func notAChoice(_ text: String, _ choices: [String], column: Int) -> RuleProblem {
        let all = choices.joined(separator: ", ")
        let near = nearest(to: text, in: choices)
        return RuleProblem(
            column: column, message: Wording(zh: "“\(text)”不是可选项", en: "`\(text)` is not one of the choices"),
            remedy: Wording(
                zh: (near.map { "是否为“\($0)”？" } ?? "") + "可选：\(all)",
                en: (near.map { "did you mean `\($0)`? " } ?? "") + "choices: \(all)"))
    }

    static func wrongArgument(
        _ entry: FunctionEntry, _ wanted: FactType, _ found: FactType, column: Int
    ) -> RuleProblem {
        RuleProblem(
            column: column,
            message: Wording(
                zh: "函数 \(entry.name) 需要\(wanted.wording.zh)，却是\(found.wording.zh)",
                en: "`\(entry.name)` takes \(wanted.wording.en), not \(found.wording.en)"),
            remedy: Wording(zh: "写成 \(entry.usage)", en: "write \(entry.usage)"))
    }
}
