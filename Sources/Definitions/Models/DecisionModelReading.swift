import Rules
import Values

/// Reads a decision model from DMN XML, versions 1.1 to 1.5.
package struct DecisionModelReading {
    /// Namespaces of the versions that are read.
    static let namespaces: Set<String> = [
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ]

    private init() {}

    /// The model in a document, and everything that is wrong with it beyond its XML, each with line, column, what was
    /// expected and what to write. What an expression says is checked when the model is compiled.
    ///
    /// Throws what keeps it from being read at all.
    package static func checked(
        _ source: String
    ) throws(MarkupProblem) -> (model: DecisionModel, problems: [MarkupProblem]) {
        let root = try Markup.read(source)
        return (try model(in: root), DecisionModelCheck.problems(of: root))
    }

    /// The model in a document; what does not fit together in it is read as well as it can be.
    package static func model(of source: String) throws(MarkupProblem) -> DecisionModel {
        try model(in: Markup.read(source))
    }

    private static func model(in root: Markup) throws(MarkupProblem) -> DecisionModel {
        guard root.name == "definitions", namespaces.contains(root.namespace) else {
            throw MarkupProblem(
                line: root.line, column: root.column,
                message: Wording(
                    zh: "根元素不是 DMN 1.1 至 1.5 的 definitions", en: "the root is not `definitions` of DMN 1.1 to 1.5"),
                remedy: Wording(zh: "从建模工具导出 DMN 文件", en: "export a DMN file from the modelling tool"))
        }
        var model = DecisionModel(
            namespace: root.attributes["namespace"] ?? "", name: root.attributes["name"] ?? "")
        for element in root.children {
            switch element.name {
            case "import":
                model.imports.append(
                    DecisionModel.Import(
                        namespace: element.attributes["namespace"] ?? "", name: element.attributes["name"] ?? "",
                        line: element.line))
            case "itemDefinition": model.types.append(item(element))
            case "inputData":
                model.inputs.append(
                    DecisionModel.Input(id: element.id, name: element.named, type: element.variableType))
            case "decision": model.decisions.append(decision(element))
            case "businessKnowledgeModel": model.knowledge.append(knowledge(element))
            case "decisionService": model.invocables.append(invocable(element))
            default: break
            }
        }
        return model
    }

    private static func item(_ element: Markup) -> ItemDefinition {
        let function = element.child("functionItem")
        return ItemDefinition(
            name: element.named, isCollection: element.attributes["isCollection"] == "true",
            base: element.text(of: "typeRef"), allowedValues: element.child("allowedValues")?.text(of: "text"),
            constraint: element.child("typeConstraint")?.text(of: "text"),
            components: element.children("itemComponent").map { item($0) },
            parameters: function.map { $0.children("parameters").map { parameter($0) } },
            gives: function?.attributes["outputTypeRef"])
    }

    private static func parameter(_ element: Markup) -> ItemDefinition.Parameter {
        ItemDefinition.Parameter(name: element.named, type: element.typeRef)
    }

    private static func decision(_ element: Markup) -> DecisionModel.Decision {
        DecisionModel.Decision(
            id: element.id, name: element.named, type: element.variableType, requires: requirements(element),
            logic: BoxReader.only(in: element), line: element.line)
    }

    private static func knowledge(_ element: Markup) -> DecisionModel.Knowledge {
        DecisionModel.Knowledge(
            id: element.id, name: element.named, type: element.variableType, requires: requirements(element),
            logic: element.child("encapsulatedLogic").map { BoxReader.function($0) }, line: element.line)
    }

    private static func invocable(_ element: Markup) -> DecisionModel.Invocable {
        func references(_ name: String) -> [String] {
            element.children(name).compactMap { $0.attributes["href"] }
        }
        return DecisionModel.Invocable(
            id: element.id, name: element.named, type: element.variableType, outputs: references("outputDecision"),
            encapsulated: references("encapsulatedDecision"), inputDecisions: references("inputDecision"),
            inputs: references("inputData"), line: element.line)
    }

    private static func requirements(_ element: Markup) -> [String] {
        let kinds = ["informationRequirement", "knowledgeRequirement"]
        return element.children.filter { kinds.contains($0.name) }
            .flatMap(\.children)
            .filter { ["requiredInput", "requiredDecision", "requiredKnowledge"].contains($0.name) }
            .compactMap { $0.attributes["href"] }
    }
}

extension Markup {
    var id: String { attributes["id"] ?? named }
    /// Blanks within a name count as one.
    var named: String {
        (attributes["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var typeRef: String? { attributes["typeRef"] ?? text(of: "typeRef") }
    var variableType: String? { child("variable")?.typeRef }
}
