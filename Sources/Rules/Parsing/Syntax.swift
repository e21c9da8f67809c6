import Values

enum CompareOperator: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// The same comparison with its sides changed.
    var turned: CompareOperator {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}

enum ArithmeticOperator: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "**"
}

/// An expression as it was read, names resolved, each part with its column.
///
/// Values bound by the expression itself (`for x`, `some x`, context entries, `?`) are *locals*, numbered from the
/// outermost; the evaluation keeps them on a stack with the same numbers.
struct Syntax: Sendable {
    indirect enum Form: Sendable {
        case literal(FEELValue)
        case fact(slot: Int)
        case branch(name: String, [NameEntry.Branch])
        case local(Int)
        /// In a filter: an entry of the item (the local of that number), otherwise what the name means outside.
        case entry(String, item: Int, otherwise: Syntax?)
        /// A name that means nothing here; always a problem.
        case stray(String)
        case negative(Syntax)
        case arithmetic(Syntax, ArithmeticOperator, Syntax)
        case compare(Syntax, CompareOperator, Syntax)
        case all([Syntax])
        case any([Syntax])
        case conditional(Syntax, then: Syntax, otherwise: Syntax)
        case between(Syntax, Syntax, Syntax)
        case isIn(Syntax, Test)
        case instance(Syntax, ItemType)
        case list([Syntax])
        case context([(key: String, value: Syntax)])
        case path(Syntax, String)
        case filter(Syntax, Syntax)
        case range(Syntax, includesLower: Bool, Syntax, includesUpper: Bool)
        /// `(< a)`
        case openRange(CompareOperator, Syntax)
        case quantified(isEvery: Bool, [Iterator], Syntax)
        /// The local after those of the iterators is `partial`: the results so far, if the body reads it.
        case loop([Iterator], Syntax, readsPartial: Bool)
        case call(FunctionEntry, [Syntax])
        /// A call of a value: a lambda, a business knowledge model, an entry of a context.
        case apply(Syntax, [Argument])
        case function(FunctionDefinition)
        /// As a declared type takes it.
        case coerced(Syntax, ItemType, isStrict: Bool)
        /// A part that is no expression of the language: a decision table of a model.
        case table(TableSyntax)
    }

    struct Argument: Sendable {
        /// nil when it stands at its place.
        let name: String?
        let value: Syntax
    }

    /// `function(a: number, b) body`; its parameters are the locals from `firstLocal` on.
    struct FunctionDefinition: Sendable {
        let parameters: [FEELFunction.Parameter]
        let firstLocal: Int
        /// nil for an external one, which is refused.
        let body: Syntax?
        let gives: ItemType?
    }

    /// `x in xs`, or `x in from..to`.
    struct Iterator: Sendable {
        let name: String
        let source: Syntax
        let end: Syntax?
    }

    let form: Form
    let column: Int
    /// Longest way down to a leaf, at least 1.
    let height: Int
}

extension Token {
    /// Null, where this stands.
    var nothing: Syntax { Syntax(form: .literal(.null), column: column, height: 1) }
}

/// A test of one value, as in a cell of a table or after `in`. The value is the local that `?` stands for.
indirect enum Test: Sendable {
    /// `-`: anything; the value is not even read.
    case anything
    case none(of: [Test])
    case any(of: [Test])
    case compare(CompareOperator, Syntax)
    /// The value itself, a list that holds it, or a range in which it lies.
    case matches(Syntax)
    /// An expression with `?`, which must be true.
    case condition(Syntax)
}
