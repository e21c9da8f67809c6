import Rules

/// Writes a decision model as DMN 1.5 XML, so that what is read again is the same model but for its line numbers.
///
/// What a model of ours does not keep, it does not write: diagrams, descriptions, owners, sources of knowledge.
package struct DecisionModelWriting {
    private static let namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/"

    private var writer = MarkupWriter()
    private let model: DecisionModel

    private init(_ model: DecisionModel) {
        self.model = model
    }

    /// The document, with a line for each element.
    package static func source(of model: DecisionModel) -> String {
        var writing = DecisionModelWriting(model)
        writing.definitions()
        return writing.writer.text
    }

    private mutating func definitions() {
        let attributes = [
            ("xmlns", DecisionModelWriting.namespace), ("namespace", model.namespace), ("name", model.name),
        ]
        writer.open("definitions", attributes)
        for other in model.imports {
            writer.empty(
                "import",
                [
                    ("importType", DecisionModelWriting.namespace), ("namespace", other.namespace),
                    ("name", other.name),
                ])
        }
        for type in model.types { item(type, as: "itemDefinition") }
        for input in model.inputs {
            writer.open("inputData", [("id", input.id), ("name", input.name)])
            variable(input.name, input.type)
            writer.close()
        }
        let inputs = Set(model.inputs.map { "#" + $0.id })
        let functions = Set(model.knowledge.map { "#" + $0.id } + model.invocables.map { "#" + $0.id })
        for decision in model.decisions {
            writer.open("decision", [("id", decision.id), ("name", decision.name)])
            variable(decision.name, decision.type)
            for reference in decision.requires { requirement(reference, inputs, functions) }
            if let logic = decision.logic { box(logic) }
            writer.close()
        }
        for knowledge in model.knowledge {
            writer.open("businessKnowledgeModel", [("id", knowledge.id), ("name", knowledge.name)])
            variable(knowledge.name, knowledge.type)
            if let logic = knowledge.logic, case .function(let function) = logic.form {
                self.function(function, type: logic.type, as: "encapsulatedLogic")
            }
            for reference in knowledge.requires { requirement(reference, inputs, functions) }
            writer.close()
        }
        for invocable in model.invocables { self.invocable(invocable) }
        writer.close()
    }

    private mutating func variable(_ name: String, _ type: String?) {
        writer.empty("variable", [("name", name), ("typeRef", type)])
    }

    /// What is read, or called; a reader of ours takes both alike.
    private mutating func requirement(_ reference: String, _ inputs: Set<String>, _ functions: Set<String>) {
        let isCalled = functions.contains(reference)
        writer.open(isCalled ? "knowledgeRequirement" : "informationRequirement", [])
        let kind = isCalled ? "requiredKnowledge" : inputs.contains(reference) ? "requiredInput" : "requiredDecision"
        writer.empty(kind, [("href", reference)])
        writer.close()
    }

    private mutating func invocable(_ invocable: DecisionModel.Invocable) {
        writer.open("decisionService", [("id", invocable.id), ("name", invocable.name)])
        variable(invocable.name, invocable.type)
        let parts = [
            ("outputDecision", invocable.outputs), ("encapsulatedDecision", invocable.encapsulated),
            ("inputDecision", invocable.inputDecisions), ("inputData", invocable.inputs),
        ]
        for (name, references) in parts {
            for reference in references { writer.empty(name, [("href", reference)]) }
        }
        writer.close()
    }

    private mutating func item(_ item: ItemDefinition, as name: String) {
        writer.open(name, [("name", item.name), ("isCollection", item.isCollection ? "true" : nil)])
        if let base = item.base { writer.leaf("typeRef", base) }
        if let allowed = item.allowedValues { text(allowed, in: "allowedValues") }
        if let constraint = item.constraint { text(constraint, in: "typeConstraint") }
        for component in item.components { self.item(component, as: "itemComponent") }
        if let parameters = item.parameters {
            writer.open("functionItem", [("outputTypeRef", item.gives)])
            for parameter in parameters {
                writer.empty("parameters", [("name", parameter.name), ("typeRef", parameter.type)])
            }
            writer.close()
        }
        writer.close()
    }

    private mutating func text(_ text: String, in name: String) {
        writer.open(name, [])
        writer.leaf("text", text)
        writer.close()
    }
}

// MARK: - Boxes

extension DecisionModelWriting {
    private mutating func box(_ box: Box) {
        switch box.form {
        case .literal(let text):
            writer.open("literalExpression", [("typeRef", box.type)])
            if let text { writer.leaf("text", text) }
            writer.close()
        case .context(let entries):
            writer.open("context", [("typeRef", box.type)])
            for entry in entries {
                writer.open("contextEntry", [])
                if let name = entry.name { variable(name, entry.type) }
                self.box(entry.value)
                writer.close()
            }
            writer.close()
        case .list(let items):
            writer.open("list", [("typeRef", box.type)])
            for item in items { self.box(item) }
            writer.close()
        case .relation(let columns, let rows):
            writer.open("relation", [("typeRef", box.type)])
            for column in columns { writer.empty("column", [("name", column)]) }
            for row in rows {
                writer.open("row", [])
                for cell in row { self.box(cell) }
                writer.close()
            }
            writer.close()
        case .function(let function): self.function(function, type: box.type, as: "functionDefinition")
        case .table(let table): self.table(table, type: box.type)
        default: steps(box)
        }
    }

    private mutating func steps(_ box: Box) {
        switch box.form {
        case .conditional(let condition, let then, let otherwise):
            writer.open("conditional", [("typeRef", box.type)])
            for (name, part) in [("if", condition), ("then", then), ("else", otherwise)] { inside(name, part) }
        case .filter(let list, let match):
            writer.open("filter", [("typeRef", box.type)])
            for (name, part) in [("in", list), ("match", match)] { inside(name, part) }
        case .loop(let variable, let list, let gives):
            writer.open("for", [("iteratorVariable", variable), ("typeRef", box.type)])
            for (name, part) in [("in", list), ("return", gives)] { inside(name, part) }
        case .quantified(let isEvery, let variable, let list, let condition):
            writer.open(isEvery ? "every" : "some", [("iteratorVariable", variable), ("typeRef", box.type)])
            for (name, part) in [("in", list), ("satisfies", condition)] { inside(name, part) }
        case .invocation(let callee, let bindings):
            writer.open("invocation", [("typeRef", box.type)])
            self.box(callee)
            for binding in bindings {
                writer.open("binding", [])
                if let name = binding.name { writer.empty("parameter", [("name", name), ("typeRef", binding.type)]) }
                self.box(binding.value)
                writer.close()
            }
        default: return
        }
        writer.close()
    }

    private mutating func inside(_ name: String, _ box: Box) {
        writer.open(name, [])
        self.box(box)
        writer.close()
    }

    private mutating func function(_ function: Box.Function, type: String?, as name: String) {
        writer.open(name, [("kind", function.isFEEL ? nil : "Java"), ("typeRef", type)])
        for parameter in function.parameters {
            writer.empty("formalParameter", [("name", parameter.name), ("typeRef", parameter.type)])
        }
        box(function.body)
        writer.close()
    }

    private mutating func table(_ table: Box.Table, type: String?) {
        writer.open(
            "decisionTable",
            [
                ("hitPolicy", table.hit.rawValue), ("aggregation", table.aggregate?.rawValue.uppercased()),
                ("typeRef", type),
            ])
        for input in table.inputs {
            writer.open("input", [])
            writer.open("inputExpression", [("typeRef", input.type)])
            writer.leaf("text", input.expression)
            writer.close()
            if let values = input.values { text(values, in: "inputValues") }
            writer.close()
        }
        for output in table.outputs {
            writer.open("output", [("name", output.name), ("typeRef", output.type)])
            if let values = output.values { text(values, in: "outputValues") }
            if let otherwise = output.otherwise { text(otherwise, in: "defaultOutputEntry") }
            writer.close()
        }
        for row in table.rows {
            writer.open("rule", [])
            for test in row.tests { text(test, in: "inputEntry") }
            for output in row.outputs { text(output, in: "outputEntry") }
            writer.close()
        }
        writer.close()
    }
}

/// Elements one under the other; what is written is always well formed.
struct MarkupWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    /// - Parameter attributes: those that are nil are left out.
    mutating func open(_ name: String, _ attributes: [(String, String?)]) {
        start(name, attributes)
        text += ">\n"
        open.append(name)
    }

    mutating func close() {
        guard let name = open.popLast() else { return }
        indent()
        text += "</\(name)>\n"
    }

    mutating func empty(_ name: String, _ attributes: [(String, String?)]) {
        start(name, attributes)
        text += "/>\n"
    }

    mutating func leaf(_ name: String, _ content: String) {
        start(name, [])
        text += ">" + MarkupWriter.escaped(content, isAttribute: false) + "</\(name)>\n"
    }

    private mutating func start(_ name: String, _ attributes: [(String, String?)]) {
        indent()
        text += "<" + name
        for (key, value) in attributes {
            if let value { text += " \(key)=\"" + MarkupWriter.escaped(value, isAttribute: true) + "\"" }
        }
    }

    private mutating func indent() { text += String(repeating: "  ", count: open.count) }

    private static func escaped(_ content: String, isAttribute: Bool) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"" where isAttribute: escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\r": escaped.append(contentsOf: "&#13;".unicodeScalars)
            case "\n" where isAttribute: escaped.append(contentsOf: "&#10;".unicodeScalars)
            case "\t" where isAttribute: escaped.append(contentsOf: "&#9;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
