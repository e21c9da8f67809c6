import Values

/// Compiles every element of a model and of its imports; finds what is missing and what depends on itself.
struct ModelCompilation {
    private let models: [DecisionModel]
    private(set) var elements: [String: ModelElement] = [:]
    private(set) var problems: [ModelProblem] = []
    private var types: [String: ModelTypes] = [:]
    private var openTypes: Set<String> = []
    /// Every name of several words in any of the models.
    private let keys: Set<String>
    private var requirements: [String: [String]] = [:]

    init(models: [DecisionModel]) {
        self.models = models
        keys = models.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    }

    mutating func run() {
        for model in models { types[model.namespace] = types(of: model.namespace) }
        for model in models {
            for input in model.inputs {
                add(
                    ModelElement(
                        key: key(input.id, model), name: input.name, type: type(input.type, model), kind: .input))
            }
        }
        for model in models {
            checkTypes(of: model)
            readRequirements(of: model)
        }
        for model in models { compile(model) }
    }

    private mutating func add(_ element: ModelElement) { elements[element.key] = element }

    private func key(_ id: String, _ model: DecisionModel) -> String {
        if id.hasPrefix("#") { return model.namespace + id }
        return id.contains("#") ? id : model.namespace + "#" + id
    }

    private func type(_ name: String?, _ model: DecisionModel) -> ItemType? {
        name.flatMap { types[model.namespace]?.named($0) }
    }

    /// Types that elements name and nobody declares.
    private mutating func checkTypes(of model: DecisionModel) {
        guard let types = types[model.namespace] else { return }
        let named =
            model.inputs.map { ($0.name, $0.type, 0) } + model.decisions.map { ($0.name, $0.type, $0.line) }
            + model.knowledge.map { ($0.name, $0.type, $0.line) } + model.invocables.map { ($0.name, $0.type, $0.line) }
        for case (let element, let type?, let line) in named where types.named(type) == nil {
            problems.append(.noType(type, of: element, line: line, known: types.names))
        }
    }

    private mutating func types(of namespace: String) -> ModelTypes {
        if let known = types[namespace] { return known }
        guard let model = models.first(where: { $0.namespace == namespace }),
            openTypes.insert(namespace).inserted
        else { return .none }
        var imported: [(name: String, types: ModelTypes)] = []
        for other in model.imports {
            if !models.contains(where: { $0.namespace == other.namespace }) {
                problems.append(.missing(other.namespace, of: model.name, line: other.line))
            }
            imported.append((other.name, types(of: other.namespace)))
        }
        let read = ModelTypes.reading(model, imported: imported, problems: &problems)
        types[namespace] = read
        return read
    }

    // MARK: - Names

    /// Every element that can be named in a model, by its name there.
    func visible(from namespace: String) -> [String: [String]] {
        guard let model = models.first(where: { $0.namespace == namespace }) else { return [:] }
        var names: [String: [String]] = [:]
        for (name, key) in named(in: model) { names[name, default: []].append(key) }
        for other in model.imports {
            guard let imported = models.first(where: { $0.namespace == other.namespace }) else { continue }
            for (name, key) in named(in: imported) {
                names[other.name.isEmpty ? name : other.name + "." + name, default: []].append(key)
                // A test names the inputs of an imported model without its prefix, too.
                if !other.name.isEmpty, names[name] == nil { names[name] = [key] }
            }
        }
        return names
    }

    private func named(in model: DecisionModel) -> [(name: String, key: String)] {
        model.decisions.map { ($0.name, key($0.id, model)) } + model.inputs.map { ($0.name, key($0.id, model)) }
            + model.knowledge.map { ($0.name, key($0.id, model)) }
            + model.invocables.map { ($0.name, key($0.id, model)) }
    }

    /// The name of a required element in the logic of this model.
    private func name(of key: String, in model: DecisionModel) -> String? {
        let namespace = String(key.prefix { $0 != "#" })
        guard let owner = models.first(where: { $0.namespace == namespace }),
            let name = named(in: owner).first(where: { $0.key == key })?.name
        else { return nil }
        if owner.namespace == model.namespace { return name }
        guard let prefix = model.imports.first(where: { $0.namespace == namespace })?.name else { return nil }
        return prefix.isEmpty ? name : prefix + "." + name
    }

    // MARK: - Requirements

    private mutating func readRequirements(of model: DecisionModel) {
        for decision in model.decisions {
            requirements[key(decision.id, model)] = decision.requires.map { key($0, model) }
        }
        for knowledge in model.knowledge {
            requirements[key(knowledge.id, model)] = knowledge.requires.map { key($0, model) }
        }
    }

    /// Whether an element needs itself, following what it requires.
    private func isInCircle(_ key: String) -> Bool {
        var seen: Set<String> = []
        var waiting = requirements[key] ?? []
        while let next = waiting.popLast() {
            if next == key { return true }
            if seen.insert(next).inserted { waiting += requirements[next] ?? [] }
        }
        return false
    }

    private mutating func compile(_ model: DecisionModel) {
        for decision in model.decisions {
            let key = key(decision.id, model)
            let logic = logic(
                decision.logic, requires: decision.requires, of: (key, decision.name, decision.line), model)
            add(
                ModelElement(
                    key: key, name: decision.name, type: type(decision.type, model), kind: .decision(logic)))
        }
        for knowledge in model.knowledge {
            let key = key(knowledge.id, model)
            let logic = logic(
                knowledge.logic, requires: knowledge.requires, of: (key, knowledge.name, knowledge.line), model)
            add(
                ModelElement(
                    key: key, name: knowledge.name, type: type(knowledge.type, model), kind: .knowledge(logic)))
        }
        for invocable in model.invocables {
            let outputs = required(invocable.outputs, of: invocable.name, line: invocable.line, model)
            let parameters = required(
                invocable.inputs + invocable.inputDecisions, of: invocable.name, line: invocable.line, model)
            add(
                ModelElement(
                    key: key(invocable.id, model), name: invocable.name, type: type(invocable.type, model),
                    kind: .invocable(ModelElement.Invocable(outputs: outputs, parameters: parameters))))
        }
    }

    private mutating func required(
        _ ids: [String], of element: String, line: Int, _ model: DecisionModel
    ) -> [ModelElement.Requirement] {
        var all: [ModelElement.Requirement] = []
        for id in ids {
            let key = key(id, model)
            if let name = name(of: key, in: model) {
                if !all.contains(where: { $0.name == name }) {
                    all.append(ModelElement.Requirement(name: name, key: key))
                }
            } else {
                problems.append(.missing(id, of: element, line: line))
            }
        }
        return all
    }

    private mutating func logic(
        _ box: Box?, requires: [String], of element: (key: String, name: String, line: Int), _ model: DecisionModel
    ) -> ModelElement.Logic? {
        guard let box else { return nil }
        guard !isInCircle(element.key) else {
            problems.append(.circle(element.name, line: element.line))
            return nil
        }
        let types = types[model.namespace] ?? .none
        let required = required(requires, of: element.name, line: element.line, model)
        let names = Dictionary(required.map { ($0.name, FactType.any) }, uniquingKeysWith: { first, _ in first })
        let scope = Scope(
            names: names, vocabulary: Scope.Vocabulary(types: types.vocabulary, keys: keys))
        var reading = BoxReading(scope: scope, types: types)
        let syntax = reading.syntax(box)
        problems += reading.problems.map { ModelProblem(line: $0.line, problem: $0.problem, element: element.name) }
        var compiler = Compiler()
        let node = compiler.node(syntax)
        let keyByName = Dictionary(required.map { ($0.name, $0.key) }, uniquingKeysWith: { first, _ in first })
        return ModelElement.Logic(
            node: node, scope: scope, height: syntax.height, reads: scope.names.map { keyByName[$0] ?? "" })
    }
}

extension DecisionModel {
    /// Names of components, entries and variables that expressions may write after a point.
    fileprivate var keys: Set<String> {
        var keys = Set(inputs.map(\.name) + decisions.map(\.name) + knowledge.map(\.name) + invocables.map(\.name))
        for type in types { type.collect(into: &keys) }
        for logic in decisions.compactMap(\.logic) + knowledge.compactMap(\.logic) { logic.collect(into: &keys) }
        return keys
    }
}

extension ItemDefinition {
    fileprivate func collect(into keys: inout Set<String>) {
        for component in components {
            keys.insert(component.name)
            component.collect(into: &keys)
        }
    }
}

extension Box {
    fileprivate func collect(into keys: inout Set<String>) {
        switch form {
        case .literal: break
        case .context(let entries), .invocation(_, let entries):
            for entry in entries {
                if let name = entry.name { keys.insert(name) }
                entry.value.collect(into: &keys)
            }
        case .list(let items): for item in items { item.collect(into: &keys) }
        case .relation(let columns, let rows):
            keys.formUnion(columns)
            for cell in rows.joined() { cell.collect(into: &keys) }
        case .conditional(let one, let two, let three):
            for box in [one, two, three] { box.collect(into: &keys) }
        case .filter(let one, let two), .loop(_, let one, let two), .quantified(_, _, let one, let two):
            one.collect(into: &keys)
            two.collect(into: &keys)
        case .function(let function): function.body.collect(into: &keys)
        case .table(let table): keys.formUnion(table.outputs.compactMap(\.name))
        }
    }
}
