import Values

/// The types that one model may name: those of the language, its own, and those of its imports as `name.type`.
struct ModelTypes: Sendable {
    private let declared: [String: ItemType]

    static let none = ModelTypes(declared: [:])

    private init(declared: [String: ItemType]) {
        self.declared = declared
    }

    /// nil for a name that nothing explains.
    func named(_ name: String) -> ItemType? {
        if let type = declared[name] { return type }
        if let type = ModelTypes.plain[name] { return .basic(type) }
        // Older models write `feel:number`.
        guard let colon = name.firstIndex(of: ":") else { return nil }
        let rest = String(name[name.index(after: colon)...])
        return declared[rest] ?? ModelTypes.plain[rest].map { .basic($0) }
    }

    var vocabulary: [String: ItemType] { declared }

    /// Every name that a type may be called by.
    var names: [String] { declared.keys.sorted() + ModelTypes.plain.keys.sorted() }

    private static let plain: [String: FactType] = [
        "Any": .any, "number": .number, "string": .text, "boolean": .boolean, "date": .day, "time": .time,
        "date and time": .dateTime, "dateTime": .dateTime, "days and time duration": .daysDuration,
        "dayTimeDuration": .daysDuration, "years and months duration": .monthsDuration,
        "yearMonthDuration": .monthsDuration, "list": .list(of: .any), "context": .context([:]),
        "range": .range(of: .any), "function": .function,
    ]

    /// - Parameter imported: the types of other models under the names of their imports.
    static func reading(
        _ model: DecisionModel, imported: [(name: String, types: ModelTypes)], problems: inout [ModelProblem]
    ) -> ModelTypes {
        var declared: [String: ItemType] = [:]
        for (name, types) in imported {
            for (type, item) in types.declared { declared[name.isEmpty ? type : name + "." + type] = item }
        }
        var reading = Reading(
            definitions: Dictionary(model.types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
            types: declared)
        for definition in model.types { _ = reading.named(definition.name) }
        problems += reading.problems
        return ModelTypes(declared: reading.types)
    }

    /// Works out each type after those it names.
    private struct Reading {
        let definitions: [String: ItemDefinition]
        var types: [String: ItemType]
        var problems: [ModelProblem] = []
        private var open: Set<String> = []

        init(definitions: [String: ItemDefinition], types: [String: ItemType]) {
            self.definitions = definitions
            self.types = types
        }

        mutating func named(_ name: String) -> ItemType {
            if let type = types[name] { return type }
            guard let definition = definitions[name] else {
                let known = ModelTypes(declared: types)
                if let type = known.named(name) { return type }
                problems.append(
                    .noType(
                        name, of: open.sorted().first ?? "", line: 0, known: known.names + definitions.keys.sorted()))
                return .any
            }
            guard open.count < 100, open.insert(name).inserted else {
                problems.append(.typeOfItself(name))
                return .any
            }
            let type = type(of: definition, depth: 0)
            open.remove(name)
            types[name] = type
            return type
        }

        private mutating func type(of definition: ItemDefinition, depth: Int) -> ItemType {
            guard depth < 50 else { return .any }
            var type: ItemType
            if let parameters = definition.parameters {
                type = .function(
                    parameters: parameters.map { $0.type.map { named($0) } ?? .any },
                    gives: definition.gives.map { named($0) } ?? .any)
            } else if let base = definition.base {
                type = named(base)
            } else if definition.components.isEmpty {
                type = .any
            } else {
                type = .context(
                    definition.components.map {
                        ItemType.Component(name: $0.name, type: self.type(of: $0, depth: depth + 1))
                    })
            }
            if let allowed = definition.allowedValues { type = narrowed(type, allowed, definition.name) }
            if definition.isCollection { type = .list(of: type) }
            if let constraint = definition.constraint { type = narrowed(type, constraint, definition.name) }
            return type
        }

        private mutating func narrowed(_ type: ItemType, _ tests: String, _ name: String) -> ItemType {
            let scope = Scope(names: [:], vocabulary: Scope.Vocabulary(types: [:], keys: []))
            switch UnaryTests.compile(tests, of: .any, scope: scope) {
            case .success(let tests): return .allowed(type, tests)
            case .failure(let found):
                problems += found.all.map { ModelProblem(line: 0, problem: $0, element: name) }
                return type
            }
        }
    }
}

/// Something in a model that its author can put right.
package struct ModelProblem: Error, Hashable, Sendable {
    /// In the file, from 1; 0 when it is not known.
    package let line: Int
    package let problem: RuleProblem
    /// The element, where the line is not enough.
    package var element: String?

    init(line: Int, problem: RuleProblem, element: String) {
        self.line = line
        self.problem = problem
        self.element = element
    }

    init(line: Int, problem: RuleProblem) {
        self.line = line
        self.problem = problem
    }

    private init(_ element: String, line: Int, message: Wording, remedy: Wording) {
        self.init(
            line: line, problem: RuleProblem(column: 1, message: message, remedy: remedy), element: element)
    }

    static func typeOfItself(_ name: String) -> ModelProblem {
        ModelProblem(
            name, line: 0, message: Wording(zh: "类型“\(name)”由它自己定义", en: "the type `\(name)` is made of itself"),
            remedy: Wording(zh: "去掉其中的循环", en: "break the circle"))
    }

    static func missing(_ reference: String, of element: String, line: Int) -> ModelProblem {
        ModelProblem(
            element, line: line,
            message: Wording(
                zh: "“\(element)”引用的“\(reference)”不存在",
                en: "`\(element)` refers to `\(reference)`, which is not there"),
            remedy: Wording(zh: "改正引用，或补上被引用的元素或模型", en: "correct the reference, or add the element or model"))
    }

    static func noType(_ type: String, of element: String, line: Int, known: [String]) -> ModelProblem {
        let near = RuleProblem.nearest(to: type, in: known)
        return ModelProblem(
            element, line: line,
            message: Wording(zh: "没有名为“\(type)”的类型", en: "there is no type `\(type)`"),
            remedy: near.map { Wording(zh: "是否为“\($0)”？", en: "did you mean `\($0)`?") }
                ?? Wording(zh: "改正名称，或先定义这个类型", en: "correct the name, or define the type"))
    }

    static func circle(_ element: String, line: Int) -> ModelProblem {
        ModelProblem(
            element, line: line,
            message: Wording(zh: "“\(element)”最终依赖它自己", en: "`\(element)` depends on itself in the end"),
            remedy: Wording(zh: "去掉其中一个依赖", en: "take out one of the requirements"))
    }
}
