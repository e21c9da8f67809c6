/// A boxed expression of a model (盒装表达式).
package struct Box: Hashable, Sendable {
    package indirect enum Form: Hashable, Sendable {
        /// Text in the expression language; nil: nothing is written, which is null.
        case literal(String?)
        /// Entries by name, each seeing those before it; one without a name is the result.
        case context([Entry])
        case list([Box])
        case relation(columns: [String], rows: [[Box]])
        case conditional(Box, then: Box, otherwise: Box)
        case filter(Box, match: Box)
        case loop(variable: String, in: Box, gives: Box)
        case quantified(isEvery: Bool, variable: String, in: Box, satisfies: Box)
        case invocation(Box, [Entry])
        case function(Function)
        case table(Table)
    }

    package struct Entry: Hashable, Sendable {
        /// nil: the result of the context.
        package let name: String?
        package let type: String?
        package let value: Box

        package init(name: String?, type: String?, value: Box) {
            self.name = name
            self.type = type
            self.value = value
        }
    }

    package struct Function: Hashable, Sendable {
        package let parameters: [ItemDefinition.Parameter]
        /// False for one in another language, which is refused.
        package let isFEEL: Bool
        package let body: Box

        package init(parameters: [ItemDefinition.Parameter], isFEEL: Bool, body: Box) {
            self.parameters = parameters
            self.isFEEL = isFEEL
            self.body = body
        }
    }

    package let form: Form
    package let type: String?
    /// In the file it was read from, from 1.
    package let line: Int

    package init(_ form: Form, type: String?, line: Int) {
        self.form = form
        self.type = type
        self.line = line
    }
}

extension Box {
    /// A decision table as models have it: several outputs, every hit policy.
    package struct Table: Hashable, Sendable {
        package enum HitPolicy: String, Hashable, Sendable, CaseIterable {
            case unique = "UNIQUE"
            case first = "FIRST"
            case priority = "PRIORITY"
            case any = "ANY"
            case collect = "COLLECT"
            case ruleOrder = "RULE ORDER"
            case outputOrder = "OUTPUT ORDER"
        }

        package struct Input: Hashable, Sendable {
            package let expression: String
            package let type: String?
            /// Unary tests that the value has to pass.
            package let values: String?

            package init(expression: String, type: String?, values: String?) {
                self.expression = expression
                self.type = type
                self.values = values
            }
        }

        package struct Output: Hashable, Sendable {
            package let name: String?
            package let type: String?
            /// The values it may give, the most important first.
            package let values: String?
            /// What stands when no row hits.
            package let otherwise: String?

            package init(name: String?, type: String?, values: String?, otherwise: String?) {
                self.name = name
                self.type = type
                self.values = values
                self.otherwise = otherwise
            }
        }

        package struct Row: Hashable, Sendable {
            package let tests: [String]
            package let outputs: [String]
            package let line: Int

            package init(tests: [String], outputs: [String], line: Int) {
                self.tests = tests
                self.outputs = outputs
                self.line = line
            }
        }

        package let hit: HitPolicy
        package let aggregate: DecisionTable.Aggregate?
        package let inputs: [Input]
        package let outputs: [Output]
        package let rows: [Row]

        package init(
            hit: HitPolicy, aggregate: DecisionTable.Aggregate?, inputs: [Input], outputs: [Output], rows: [Row]
        ) {
            self.hit = hit
            self.aggregate = aggregate
            self.inputs = inputs
            self.outputs = outputs
            self.rows = rows
        }
    }
}
