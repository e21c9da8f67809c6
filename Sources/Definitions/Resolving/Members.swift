import Values

/// A bundle (一件事): one form and one set of materials for the services that are its members.
extension Resolver {
    /// Form = union of the members' fields by concept id, in order of first use. Materials = union of their needs,
    /// minus what an earlier member produces. Members become children, opened on `accepted`.
    mutating func addMembers(_ members: [String: JSON], to parts: inout Document) {
        var children: [String: JSON] = [:]
        var union = MemberUnion(form: parts.form, questions: parts.questions)
        for (name, member) in Merging.inOrder(members) {
            children[name] = child(of: member)
            guard let service = member["service"]?.text, let base = overlays(of: service) else { continue }
            let content = base.reduce(JSON.map([:])) { Merging.merged($0, with: $1.content) }
            union.add(content, when: member["when"]?.text, takes: member["takes"]?.map ?? [:])
        }
        parts.form = union.form
        parts.questions = union.questions
        parts.plans = parts.plans.map { plan in
            Merging.merged(plan, with: ["children": .map(children), "evidence": .map(union.finishedEvidence())])
        }
    }

    private func child(of member: JSON) -> JSON {
        var map: [String: JSON] = ["opens": ["accepted"]]
        for key in ["service", "after", "when", "takes", "place"] { map[key] = member[key] }
        return .map(map)
    }
}

/// The union while it grows.
struct MemberUnion {
    private(set) var form: [JSON]
    private(set) var questions: [String: JSON]
    /// Need → entry and the conditions under which some member has it; nil: always.
    private var needs: [(id: String, entry: [String: JSON], conditions: [String]?)] = []
    private var seen: Set<String>

    init(form: [JSON], questions: [String: JSON]) {
        self.form = form
        self.questions = questions
        seen = Set(questions.keys)
        for section in form { seen.formUnion((section["fields"]?.map ?? [:]).keys) }
    }

    mutating func add(_ service: JSON, when: String?, takes: [String: JSON]) {
        for (id, question) in Merging.inOrder(service["questions"]?.map ?? [:]) where seen.insert(id).inserted {
            questions[id] = placed(MemberUnion.conditional(question, when), Merging.nextPlace(in: questions))
        }
        var fields: [String: JSON] = [:]
        for section in service["form"]?.list ?? [] {
            for (id, field) in Merging.inOrder(section["fields"]?.map ?? [:]) {
                if seen.insert(id).inserted {
                    fields[id] = placed(MemberUnion.conditional(field, when), fields.count)
                } else if when == nil, field["when"] == nil {
                    makeUnconditional(id)
                }
            }
        }
        if !fields.isEmpty {
            form.append(["section": service["name"] ?? .null, "fields": .map(fields)])
        }
        for (id, need) in Merging.inOrder(service["evidence"]?.map ?? [:]) {
            let isProduced = (need["from"]?.list ?? []).contains("case") || takes[id] != nil
            if !isProduced { addNeed(id, need, when: when) }
        }
    }

    func finishedEvidence() -> [String: JSON] {
        var all: [String: JSON] = [:]
        for (index, need) in needs.enumerated() {
            var entry = need.entry
            entry["place"] = .number(Int64(index))
            entry["when"] = need.conditions.map { .text($0.joined(separator: " or ")) }
            all[need.id] = .map(entry)
        }
        return all
    }

    private mutating func addNeed(_ id: String, _ need: JSON, when: String?) {
        let condition = MemberUnion.both(when, need["when"]?.text)
        if let index = needs.firstIndex(where: { $0.id == id }) {
            needs[index].conditions = condition.flatMap { new in needs[index].conditions.map { $0 + ["(\(new))"] } }
        } else {
            needs.append((id, need.map ?? [:], condition.map { ["(\($0))"] }))
        }
    }

    private mutating func makeUnconditional(_ id: String) {
        form = form.map { section in
            guard case .map(var map) = section, case .map(var fields)? = map["fields"],
                case .map(var field)? = fields[id]
            else { return section }
            field["when"] = nil
            fields[id] = .map(field)
            map["fields"] = .map(fields)
            return .map(map)
        }
    }

    private static func conditional(_ field: JSON, _ when: String?) -> JSON {
        guard case .map(var map) = field, let both = both(when, map["when"]?.text) else { return field }
        map["when"] = .text(both)
        return .map(map)
    }

    private static func both(_ left: String?, _ right: String?) -> String? {
        guard let left, let right else { return left ?? right }
        return "(\(left)) and (\(right))"
    }

    private func placed(_ json: JSON, _ place: Int) -> JSON {
        guard case .map(var map) = json else { return json }
        map["place"] = .number(Int64(place))
        return .map(map)
    }
}
