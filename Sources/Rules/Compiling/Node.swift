import Values

/// An expression in the form in which it is evaluated: no columns, no names, constants worked out.
indirect enum Node: Sendable {
    case constant(FEELValue)
    case fact(Int)
    case branch([NameEntry.Branch])
    case local(Int)
    case entry(String, item: Int, otherwise: Node?)
    case negative(Node)
    case arithmetic(Node, ArithmeticOperator, Node)
    case compare(Node, CompareOperator, Node)
    case all([Node])
    case any([Node])
    case conditional(Node, then: Node, otherwise: Node)
    case between(Node, Node, Node)
    case isIn(Node, CompiledTest)
    case instance(Node, FactType)
    case list([Node])
    case context([(key: String, value: Node)])
    case path(Node, String)
    case filter(Node, Node)
    case range(Node, includesLower: Bool, Node, includesUpper: Bool)
    case quantified(isEvery: Bool, [Iterator], Node)
    case loop([Iterator], Node)
    case call(FunctionEntry, [Node])

    struct Iterator: Sendable {
        let source: Node
        let end: Node?
    }

    var constant: FEELValue? {
        if case .constant(let value) = self { return value }
        return nil
    }
}

/// A test in the form in which it is evaluated; the value under test lies on top of the locals.
indirect enum CompiledTest: Sendable {
    case anything
    case none(of: [CompiledTest])
    case any(of: [CompiledTest])
    case compare(CompareOperator, Node)
    case matches(Node)
    case condition(Node)
}
