import Rules
import Values

/// Questions, fields of the form, facts of the procedure and concepts of a document.
struct FieldReading {
    let document: Part
    /// By id; a field of the service's own goes before a fact of the procedure and a concept of the same id.
    private(set) var parts: [(id: String, part: Part, concept: Part?)] = []

    init(document: Part) {
        self.document = document
        let concepts = Dictionary(document.entries("concepts").map { ($0.id, $0.part) }, uniquingKeysWith: { $1 })
        var seen: Set<String> = []
        var all = document.entries("questions")
        for section in document.list("form") { all += section.entries("fields") }
        all += document.entries("facts")
        for (id, part) in all where seen.insert(id).inserted {
            parts.append((id, part, part.has("ask") ? nil : concepts[id]))
        }
        for (id, concept) in concepts.sorted(by: { $0.key < $1.key }) where seen.insert(id).inserted {
            parts.append((id, Part([:], path: concept.path), concept))
        }
    }

    /// Without expressions, which need the scope that these fields make.
    func plain() throws(Failure) -> [String: Field] {
        var fields: [String: Field] = [:]
        for (id, part, concept) in parts { fields[id] = try field(id, part, concept, must: nil, when: nil) }
        return fields
    }

    func compiled(by compiler: inout ExpressionCompiler) throws(Failure) -> [String: Field] {
        var fields: [String: Field] = [:]
        for (id, part, concept) in parts {
            let must = compiler.optional("must", of: part)
            let when = compiler.optional("when", of: part)
            fields[id] = try field(id, part, concept, must: must, when: when)
        }
        return fields
    }

    private func field(
        _ id: String, _ part: Part, _ concept: Part?, must: Expression?, when: Expression?
    ) throws(Failure) -> Field {
        let register = part.optionalText("register") ?? concept?.optionalText("register")
        let ask = part.optionalWording("ask") ?? concept?.optionalWording("name")
        guard let ask else { throw part.defect("neither `ask` nor a concept of this id") }
        let sensitivity = part.optionalText("sensitivity") ?? concept?.optionalText("sensitivity")
        return Field(
            id: id, ask: ask, type: concept?.optionalText("type") ?? part.optionalText("type") ?? "text",
            unit: part.optionalText("unit"), choices: try choices(part, concept), must: must,
            otherwise: part.optionalWording("else"), when: when, register: register,
            // A field that does not say it is personal (design.md §3).
            sensitivity: sensitivity.flatMap { Sensitivity(rawValue: $0) } ?? .personal,
            isConcept: concept != nil, usual: part.json["usual"])
    }

    private func choices(_ part: Part, _ concept: Part?) throws(Failure) -> [Field.Choice] {
        let owner = part.has("choices") ? part : concept ?? part
        var list: [Field.Choice] = []
        for (id, choice) in owner.entries("choices") {
            guard let zh = choice.optionalText("zh"), let en = choice.optionalText("en") else {
                throw choice.defect("a choice lacks a language")
            }
            list.append(Field.Choice(id: id, name: Wording(zh: zh, en: en)))
        }
        return list
    }
}
