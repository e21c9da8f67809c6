import Rules
import Values

/// Reads a decision model from YAML: the same model that DMN XML gives, in a form that people write.
///
/// `model`, `namespace`, `imports`, `types`, `inputs`, `decisions`, `functions`, `services`; an element is named by its
/// key, and `needs` names what it reads or calls. What is decided stands as `expression`, `table`, `context`,
/// `list`, `relation`, `if`, `filter`, `for`, `some`, `every`, `invoke` or `function`; a bare text is an expression.
package struct ModelText {
    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    private init(file: String) {
        self.file = file
    }

    /// The model as far as it could be read, and everything that is wrong, each with its line, what was expected and
    /// what to write.
    package static func model(of text: String, file: String) -> (model: DecisionModel, diagnostics: [Diagnostic]) {
        var reading = ModelText(file: file)
        do throws(Diagnostic) {
            let root = try YAMLNode(text, file: file)
            let model = reading.model(root)
            return (model, reading.diagnostics)
        } catch {
            return (DecisionModel(namespace: "", name: ""), [error])
        }
    }

    private mutating func model(_ root: YAMLNode) -> DecisionModel {
        let keys = ["model", "namespace", "imports", "types", "inputs", "decisions", "functions", "services"]
        let parts = entries(of: root, allowed: keys)
        var model = DecisionModel(
            namespace: text(parts["namespace"]) ?? "", name: required("model", parts, root.mark) ?? "")
        for (name, node) in named(parts["imports"]) {
            model.imports.append(
                DecisionModel.Import(namespace: text(node) ?? "", name: name, line: node.line))
        }
        for (name, node) in named(parts["types"]) { model.types.append(item(name, node, depth: 0)) }
        for (name, node) in named(parts["inputs"]) {
            model.inputs.append(DecisionModel.Input(id: name, name: name, type: text(node)))
        }
        for (name, node) in named(parts["decisions"]) {
            let own = entries(of: node, allowed: ["type", "needs"] + BoxText.keys)
            model.decisions.append(
                DecisionModel.Decision(
                    id: name, name: name, type: text(own["type"]), requires: references(own["needs"]),
                    logic: logic(own, node), line: node.line))
        }
        for (name, node) in named(parts["functions"]) {
            let own = entries(of: node, allowed: ["type", "needs", "parameters"] + BoxText.keys)
            let body = logic(own, node) ?? Box(.literal(nil), type: nil, line: node.line)
            let function = Box.Function(parameters: parameters(own["parameters"]), isFEEL: true, body: body)
            model.knowledge.append(
                DecisionModel.Knowledge(
                    id: name, name: name, type: text(own["type"]), requires: references(own["needs"]),
                    logic: Box(.function(function), type: nil, line: node.line), line: node.line))
        }
        for (name, node) in named(parts["services"]) { model.invocables.append(invocable(name, node)) }
        clashes(parts)
        unknown(model, parts)
        return model
    }

    private mutating func invocable(_ name: String, _ node: YAMLNode) -> DecisionModel.Invocable {
        let own = entries(of: node, allowed: ["type", "outputs", "inside", "input_decisions", "inputs"])
        _ = required("outputs", own, node.mark)
        return DecisionModel.Invocable(
            id: name, name: name, type: text(own["type"]), outputs: references(own["outputs"]),
            encapsulated: references(own["inside"]), inputDecisions: references(own["input_decisions"]),
            inputs: references(own["inputs"]), line: node.line)
    }

    private mutating func logic(_ own: [String: YAMLNode], _ node: YAMLNode) -> Box? {
        guard case .map = node.content else { return BoxText.box(node, in: &self) }
        guard own.keys.contains(where: BoxText.starts.contains) else { return nil }
        return BoxText.box(own, at: node.mark, in: &self)
    }

    // MARK: - Types

    private mutating func item(_ name: String, _ node: YAMLNode, depth: Int) -> ItemDefinition {
        if let base = plain(node) {
            return ItemDefinition(
                name: name, isCollection: false, base: base, allowedValues: nil, constraint: nil, components: [],
                parameters: nil, gives: nil)
        }
        let own = entries(of: node, allowed: ["base", "list", "values", "constraint", "fields", "parameters", "gives"])
        return ItemDefinition(
            name: name, isCollection: text(own["list"]) == "true", base: text(own["base"]),
            allowedValues: text(own["values"]), constraint: text(own["constraint"]),
            components: named(own["fields"]).map { item($0, $1, depth: depth + 1) },
            parameters: own["parameters"].map { parameters($0) }, gives: text(own["gives"]))
    }

    mutating func parameters(_ node: YAMLNode?) -> [ItemDefinition.Parameter] {
        named(node).map { ItemDefinition.Parameter(name: $0, type: text($1)) }
    }

    // MARK: - What does not fit together

    /// A name that stands for two things.
    private mutating func clashes(_ parts: [String: YAMLNode]) {
        var seen: [String: Int] = [:]
        for part in ["inputs", "decisions", "functions", "services"] {
            guard case .map(let entries)? = parts[part]?.content else { continue }
            for entry in entries {
                guard let first = seen.updateValue(entry.line, forKey: entry.key) else { continue }
                report(
                    .duplicateKey, entry.mark,
                    Wording(
                        zh: "“\(entry.key)”在第 \(first) 行已经有了", en: "`\(entry.key)` stands in line \(first) already"),
                    Wording(zh: "改用另一个名称", en: "use another name"))
            }
        }
    }

    /// A name under `needs` that is nothing here; those of imports are told when the model is compiled.
    private mutating func unknown(_ model: DecisionModel, _ parts: [String: YAMLNode]) {
        let names =
            model.inputs.map(\.name) + model.decisions.map(\.name) + model.knowledge.map(\.name)
            + model.invocables.map(\.name)
        let needs = ["decisions", "functions"].flatMap { part in
            (parts[part]?.entries ?? []).compactMap { $0.value.entries.first { $0.key == "needs" }?.value }
        }
        for item in needs.flatMap(\.items) {
            guard let written = plain(item), !written.dropFirst().contains("#") else { continue }
            let name = written.hasPrefix("#") ? String(written.dropFirst()) : written
            guard !names.contains(name) else { continue }
            report(
                .unknownName, item.mark,
                Wording(zh: "needs 中的“\(name)”不存在", en: "`\(name)` under `needs` is not there"),
                Findings.remedy(for: name, known: names))
        }
    }
}

extension YAMLNode {
    /// Of a map; none of anything else.
    fileprivate var entries: [Entry] {
        if case .map(let entries) = content { return entries }
        return []
    }

    /// Of a list; none of anything else.
    fileprivate var items: [YAMLNode] {
        if case .list(let items) = content { return items }
        return []
    }
}

// MARK: - Nodes

extension ModelText {
    mutating func report(_ kind: DiagnosticKind, _ mark: YAMLNode.Mark, _ message: Wording, _ remedy: Wording) {
        diagnostics.append(
            Diagnostic(
                kind: kind, file: file, line: mark.line, column: mark.column, message: message, remedy: remedy))
    }

    /// The entries of a map; any other key is told.
    mutating func entries(of node: YAMLNode, allowed: [String]) -> [String: YAMLNode] {
        guard case .map(let entries) = node.content else {
            if case .list = node.content { expected("键和值", "keys with values", node.mark) }
            return [:]
        }
        var all: [String: YAMLNode] = [:]
        for entry in entries {
            if allowed.contains(entry.key) {
                all[entry.key] = entry.value
            } else {
                report(
                    .unknownKey, entry.mark,
                    Wording(zh: "这里没有键“\(entry.key)”", en: "there is no key `\(entry.key)` here"),
                    Wording(
                        zh: "可写：\(allowed.joined(separator: "、"))",
                        en: "write one of: \(allowed.joined(separator: ", "))"))
            }
        }
        return all
    }

    /// The entries of a map whose keys are names, in their order.
    mutating func named(_ node: YAMLNode?) -> [(String, YAMLNode)] {
        switch node?.content {
        case nil: return []
        case .map(let entries): return entries.map { ($0.key, $0.value) }
        default:
            expected("名称和内容", "names, each with what it is,", node?.mark ?? YAMLNode.Mark(line: 1, column: 1))
            return []
        }
    }

    mutating func items(_ node: YAMLNode?) -> [YAMLNode] {
        switch node?.content {
        case nil: return []
        case .list(let items): return items
        default:
            expected("列表", "a list", node?.mark ?? YAMLNode.Mark(line: 1, column: 1))
            return []
        }
    }

    mutating func text(_ node: YAMLNode?) -> String? {
        guard let node else { return nil }
        if let text = plain(node) { return text }
        expected("一段文字", "a text", node.mark)
        return nil
    }

    func plain(_ node: YAMLNode) -> String? {
        if case .scalar(let text, _) = node.content { return text }
        return nil
    }

    mutating func texts(_ node: YAMLNode?) -> [String] { items(node).compactMap { text($0) } }

    /// Of this model as `#name`, of another as `namespace#name`.
    private mutating func references(_ node: YAMLNode?) -> [String] {
        texts(node).map { $0.contains("#") ? $0 : "#" + $0 }
    }

    private mutating func required(_ key: String, _ parts: [String: YAMLNode], _ mark: YAMLNode.Mark) -> String? {
        guard let node = parts[key] else {
            report(
                .missingKey, mark, Wording(zh: "缺少“\(key)”", en: "`\(key)` is missing"),
                Wording(zh: "写 \(key): …", en: "write `\(key): …`"))
            return nil
        }
        return plain(node)
    }

    mutating func expected(_ zh: String, _ en: String, _ mark: YAMLNode.Mark) {
        report(
            .wrongType, mark, Wording(zh: "此处应为\(zh)", en: "\(en) is expected here"),
            Wording(zh: "改为\(zh)", en: "write \(en)"))
    }
}
