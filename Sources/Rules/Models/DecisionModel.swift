/// A model of decisions as it is written (决策模型, DMN): what is given, what is decided and on what that rests.
package struct DecisionModel: Hashable, Sendable {
    /// Another model, whose elements are read as `name.element`.
    package struct Import: Hashable, Sendable {
        package let namespace: String
        package let name: String
        package let line: Int

        package init(namespace: String, name: String, line: Int) {
            self.namespace = namespace
            self.name = name
            self.line = line
        }
    }

    /// What is given from outside.
    package struct Input: Hashable, Sendable {
        package let id: String
        package let name: String
        package let type: String?

        package init(id: String, name: String, type: String?) {
            self.id = id
            self.name = name
            self.type = type
        }
    }

    package struct Decision: Hashable, Sendable {
        package let id: String
        package let name: String
        package let type: String?
        /// Ids of what it reads or calls; with the namespace before `#` when they are of another model.
        package let requires: [String]
        /// nil: a decision without logic is null.
        package let logic: Box?
        package let line: Int

        package init(id: String, name: String, type: String?, requires: [String], logic: Box?, line: Int) {
            self.id = id
            self.name = name
            self.type = type
            self.requires = requires
            self.logic = logic
            self.line = line
        }
    }

    /// A function that decisions share (业务知识模型); its logic is a box of the kind `function`.
    package struct Knowledge: Hashable, Sendable {
        package let id: String
        package let name: String
        package let type: String?
        package let requires: [String]
        package let logic: Box?
        package let line: Int

        package init(id: String, name: String, type: String?, requires: [String], logic: Box?, line: Int) {
            self.id = id
            self.name = name
            self.type = type
            self.requires = requires
            self.logic = logic
            self.line = line
        }
    }

    /// Decisions that are called together, as a function of what they need (决策服务, decision service).
    package struct Invocable: Hashable, Sendable {
        package let id: String
        package let name: String
        package let type: String?
        package let outputs: [String]
        package let encapsulated: [String]
        package let inputDecisions: [String]
        package let inputs: [String]
        package let line: Int

        package init(
            id: String, name: String, type: String?, outputs: [String], encapsulated: [String],
            inputDecisions: [String], inputs: [String], line: Int
        ) {
            self.id = id
            self.name = name
            self.type = type
            self.outputs = outputs
            self.encapsulated = encapsulated
            self.inputDecisions = inputDecisions
            self.inputs = inputs
            self.line = line
        }
    }

    package var namespace: String
    package var name: String
    package var imports: [Import] = []
    package var types: [ItemDefinition] = []
    package var inputs: [Input] = []
    package var decisions: [Decision] = []
    package var knowledge: [Knowledge] = []
    package var invocables: [Invocable] = []

    /// An empty model.
    package init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }
}

/// A type that a model declares (数据类型定义).
package struct ItemDefinition: Hashable, Sendable {
    package struct Parameter: Hashable, Sendable {
        package let name: String
        package let type: String?

        package init(name: String, type: String?) {
            self.name = name
            self.type = type
        }
    }

    package let name: String
    package let isCollection: Bool
    /// The type it narrows or collects; nil when it has components or is a function.
    package let base: String?
    /// Unary tests of each value.
    package let allowedValues: String?
    /// Unary tests of the whole.
    package let constraint: String?
    package let components: [ItemDefinition]
    /// The parameters of a type of functions; nil for any other.
    package let parameters: [Parameter]?
    package let gives: String?

    package init(
        name: String, isCollection: Bool, base: String?, allowedValues: String?, constraint: String?,
        components: [ItemDefinition], parameters: [Parameter]?, gives: String?
    ) {
        self.name = name
        self.isCollection = isCollection
        self.base = base
        self.allowedValues = allowedValues
        self.constraint = constraint
        self.components = components
        self.parameters = parameters
        self.gives = gives
    }
}
