import Values

/// A decision table as it is written (决策表); `CompiledTable` is what runs.
///
/// Several outputs are one output here that is a context: `{grade: "A", fee: 20}`.
package struct DecisionTable: Hashable, Sendable {
    package enum HitPolicy: Hashable, Sendable {
        /// At most one row may hit.
        case unique
        /// The first row that hits.
        case first
        /// All rows that hit must give the same.
        case any
        /// The list of what all rows give, in their order.
        case collect
        /// One value out of what all rows give.
        case aggregate(Aggregate)
    }

    package enum Aggregate: String, Hashable, Sendable {
        case sum, min, max, count
    }

    package struct Rule: Hashable, Sendable {
        /// One unary test per input; `-` does not read it.
        package let tests: [String]
        /// What the row gives; an expression.
        package let output: String
        package let law: Citation?
        package let why: Wording

        package init(tests: [String], output: String, law: Citation?, why: Wording) {
            self.tests = tests
            self.output = output
            self.law = law
            self.why = why
        }
    }

    /// The name under which expressions read it.
    package let name: String
    package let hit: HitPolicy
    /// Expressions.
    package let inputs: [String]
    /// What one row gives.
    package let gives: FactType
    package let rules: [Rule]
    /// What stands when no row hits; nil: null, and for `collect` an empty list.
    package let otherwise: String?

    package init(
        name: String, hit: HitPolicy, inputs: [String], gives: FactType, rules: [Rule], otherwise: String?
    ) {
        self.name = name
        self.hit = hit
        self.inputs = inputs
        self.gives = gives
        self.rules = rules
        self.otherwise = otherwise
    }

    /// What reading the table's name gives.
    package var type: FactType {
        switch hit {
        case .collect: .list(of: gives)
        case .aggregate(.count): .number
        default: gives
        }
    }
}

/// What a table gives, and by which rows, counted from 0.
package struct TableResult: Hashable, Sendable {
    package let value: FEELValue
    /// Rows whose tests all hold. With `first` only the one that decides.
    package let hits: [Int]
    /// Rows that would hit or not, depending on facts that are not established.
    package let perhaps: [Int]
}
