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
    case instance(Node, ItemType)
    case list([Node])
    case context([(key: String, value: Node)])
    case path(Node, String)
    case filter(Node, Node)
    case range(Node, includesLower: Bool, Node, includesUpper: Bool)
    case openRange(CompareOperator, Node)
    case quantified(isEvery: Bool, [Iterator], Node)
    case loop([Iterator], Node, readsPartial: Bool)
    case call(FunctionEntry, [Node])
    case apply(Node, [Argument])
    case function(FunctionNode)
    case coerced(Node, ItemType, isStrict: Bool)
    case table(TableNode)

    struct Argument: Sendable {
        let name: String?
        let value: Node
    }

    /// What a function definition compiles to; the facts that its body reads are taken along when it is made.
    struct FunctionNode: Sendable {
        let parameters: [FEELFunction.Parameter]
        let firstLocal: Int
        let body: Node
        let slots: [Int]
        let height: Int
        let gives: ItemType?
    }

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
