import Values

/// A bundle (一件事): one form and one set of materials for the services that are its members.
extension Resolver {
    /// Form = union of the members' fields by id, in order of first use, less what the certificate of an earlier member
    /// says. Materials = union of their needs, less what an earlier member produces. Members become children, opened
    /// on `accepted`; what an earlier member produces is taken from it.
    mutating func addMembers(_ members: [String: JSON], to parts: inout Document) {
        var children: [String: JSON] = [:]
        var union = MemberUnion(form: parts.form, questions: parts.questions)
        let ordered = Merging.inOrder(members)
        let contents = ordered.reduce(into: [String: JSON]()) { contents, member in
            guard let service = member.value["service"]?.text, let base = overlays(of: service) else { return }
            contents[member.key] = base.reduce(JSON.map([:])) { Merging.merged($0, with: $1.content) }
        }
        var ruleFiles: [SourceFile] = []
        for (name, member) in ordered {
            let earlier = MemberOrder.before(name, in: members).sorted()
            let made = Produced(by: earlier, contents: contents, certificates: certificateFields)
            var takes = member["takes"]?.map ?? [:]
            if let content = contents[name] {
                for (need, maker) in made.takes(by: content) where takes[need] == nil { takes[need] = .text(maker) }
                union.add(content, when: member["when"]?.text, takes: takes, made: made)
            }
            children[name] = child(of: member, takes: takes)
            if let service = member["service"]?.text, let file = overlays(of: service)?.first?.file {
                ruleFiles.append(file)
            }
        }
        parts.form = union.form
        parts.questions = union.questions
        parts.plans = parts.plans.map { plan in
            Merging.merged(plan, with: ["children": .map(children), "evidence": .map(union.evidence)])
        }
        parts.addTables(readBy: union.conditions, of: ruleFiles)
    }

    private func child(of member: JSON, takes: [String: JSON]) -> JSON {
        var map: [String: JSON] = ["opens": ["accepted"]]
        for key in ["service", "after", "when", "place"] { map[key] = member[key] }
        if !takes.isEmpty { map["takes"] = .map(takes) }
        return .map(map)
    }

    /// Concepts that a kind of certificate says.
    private func certificateFields(_ kind: String) -> [String] {
        let paths = library.index.certificates[kind, default: []]
        let file = paths.count == 1 ? library.files[paths[0]] : library.inForce(paths, on: day)
        return (file?.content["fields"]?.list ?? []).compactMap(\.text)
    }
}

/// Who waits for whom among the members of a bundle.
enum MemberOrder {
    static func after(_ member: JSON?) -> [String] { (member?["after"]?.list ?? []).compactMap(\.text) }

    /// Every member that must have been granted before this one, directly or not.
    static func before(_ id: String, in members: [String: JSON]) -> Set<String> {
        var seen: Set<String> = []
        var open = after(members[id])
        while let next = open.popLast() {
            if seen.insert(next).inserted { open += after(members[next]) }
        }
        return seen
    }
}

/// What the members before one produce: certificates, and the concepts that those say.
struct Produced {
    /// Kind of certificate → the member that issues it.
    let makers: [String: String]
    let concepts: Set<String>

    init(by earlier: [String], contents: [String: JSON], certificates: (String) -> [String]) {
        var makers: [String: String] = [:]
        var concepts: Set<String> = []
        for name in earlier {
            guard let kind = contents[name]?["outcome"]?["certificate"]?.text else { continue }
            makers[kind] = name
            concepts.formUnion(certificates(kind))
        }
        self.makers = makers
        self.concepts = concepts
    }

    /// Needs of a service that the result of an earlier member answers, where the need names this source.
    func takes(by service: JSON) -> [String: String] {
        (service["evidence"]?.map ?? [:]).compactMapValues { need in
            guard (need["from"]?.list ?? []).contains("case") else { return nil }
            return need["certificate"]?.text.flatMap { makers[$0] }
        }
    }

    func answers(_ need: JSON) -> Bool { need["certificate"]?.text.map { makers[$0] != nil } ?? false }
}

/// Conditions under which something is asked; nil: always.
typealias AskingConditions = [String]?

/// The union while it grows.
struct MemberUnion {
    private struct Entry {
        let id: String
        var content: [String: JSON]
        var conditions: AskingConditions
        /// Stands in the bundle itself, whose own words go before those of its members.
        let isOwn: Bool
        /// Worded by the bundle, and asked when its members ask it.
        var isJoined = false
    }

    private struct Section {
        let head: [String: JSON]
        var fields: [Entry]
    }

    private var sections: [Section]
    private var asked: [Entry]
    private var needs: [Entry] = []

    init(form: [JSON], questions: [String: JSON]) {
        sections = form.map { section in
            var head = section.map ?? [:]
            head["fields"] = nil
            return Section(head: head, fields: MemberUnion.own(section["fields"]?.map ?? [:]))
        }
        asked = MemberUnion.own(questions)
    }

    private static func own(_ map: [String: JSON]) -> [Entry] {
        Merging.inOrder(map).map { id, content in
            Entry(
                id: id, content: content.map ?? [:], conditions: content["when"]?.text.map { [$0] }, isOwn: true)
        }
    }

    /// Adds what one member asks.
    ///
    /// - Parameters:
    ///   - takes: needs that the result of a sibling answers.
    ///   - made: what the members before it produce.
    mutating func add(_ service: JSON, when: String?, takes: [String: JSON], made: Produced) {
        for (id, question) in Merging.inOrder(service["questions"]?.map ?? [:]) where !made.concepts.contains(id) {
            let entry = MemberUnion.entry(id, question, when)
            if !join(entry) { asked.append(entry) }
        }
        var fields: [Entry] = []
        for section in service["form"]?.list ?? [] {
            for (id, field) in Merging.inOrder(section["fields"]?.map ?? [:]) where !made.concepts.contains(id) {
                let entry = MemberUnion.entry(id, field, when)
                if !join(entry) { fields.append(entry) }
            }
        }
        if !fields.isEmpty { sections.append(Section(head: ["section": service["name"] ?? .null], fields: fields)) }
        for (id, need) in MemberUnion.needs(of: service) where takes[id] == nil && !made.answers(need) {
            addNeed(MemberUnion.entry(id, need, when))
        }
    }

    /// Of the ordinary plan, and of the variants (办理情形) under their conditions.
    private static func needs(of service: JSON) -> [(id: String, need: JSON)] {
        var all = Merging.inOrder(service["evidence"]?.map ?? [:]).map { (id: $0.key, need: $0.value) }
        for (_, variant) in Merging.inOrder(service["variants"]?.map ?? [:]) {
            let condition = variant["when"]?.text
            for (id, need) in Merging.inOrder(variant["evidence"]?.map ?? [:]) {
                let below = service["evidence"]?[id]
                guard need.map != nil else {
                    // The variant does without it.
                    all = all.map { entry in
                        entry.id != id ? entry : (id, conditional(entry.need, condition.map { "not(\($0))" }))
                    }
                    continue
                }
                let whole = below.map { Merging.merged($0, with: need) } ?? need
                all.append((id, conditional(whole, condition)))
            }
        }
        return all
    }

    private static func conditional(_ need: JSON, _ condition: String?) -> JSON {
        guard case .map(var map) = need else { return need }
        map["when"] = both(condition, map["when"]?.text).map { .text($0) }
        return .map(map)
    }

    private static func entry(_ id: String, _ content: JSON, _ when: String?) -> Entry {
        Entry(
            id: id, content: content.map ?? [:], conditions: both(when, content["when"]?.text).map { [$0] },
            isOwn: false)
    }

    private static func both(_ left: String?, _ right: String?) -> String? {
        guard let left, let right else { return left ?? right }
        return "(\(left)) and (\(right))"
    }

    /// Asked once: what is there already is asked whenever one of the members asks it. False: it is new.
    private mutating func join(_ entry: Entry) -> Bool {
        if let index = asked.firstIndex(where: { $0.id == entry.id }) {
            MemberUnion.widen(&asked[index], by: entry)
            return true
        }
        for section in sections.indices {
            guard let index = sections[section].fields.firstIndex(where: { $0.id == entry.id }) else { continue }
            MemberUnion.widen(&sections[section].fields[index], by: entry)
            return true
        }
        return false
    }

    private static func widen(_ entry: inout Entry, by other: Entry) {
        if entry.isOwn, !entry.isJoined {
            entry.isJoined = entry.conditions == nil
            if entry.isJoined { entry.conditions = other.conditions }
            return
        }
        guard let own = entry.conditions else { return }
        entry.conditions = other.conditions.map { own + $0.filter { !own.contains($0) } }
    }

    private mutating func addNeed(_ entry: Entry) {
        if let index = needs.firstIndex(where: { $0.id == entry.id }) {
            MemberUnion.widen(&needs[index], by: entry)
        } else {
            needs.append(entry)
        }
    }

    // MARK: Result

    var form: [JSON] {
        sections.map { section in
            var map = section.head
            map["fields"] = .map(MemberUnion.map(section.fields))
            return .map(map)
        }
    }

    var questions: [String: JSON] { MemberUnion.map(asked) }

    var evidence: [String: JSON] { MemberUnion.map(needs) }

    /// Every condition under which something is asked, as text.
    var conditions: JSON {
        .list((asked + sections.flatMap(\.fields) + needs).flatMap { $0.conditions ?? [] }.map { .text($0) })
    }

    private static func map(_ entries: [Entry]) -> [String: JSON] {
        var map: [String: JSON] = [:]
        for (place, entry) in entries.enumerated() {
            var content = entry.content
            content["place"] = .number(Int64(place))
            content["when"] = condition(entry.conditions)
            map[entry.id] = .map(content)
        }
        return map
    }

    private static func condition(_ conditions: AskingConditions) -> JSON? {
        guard let conditions, let first = conditions.first else { return nil }
        return .text(conditions.count == 1 ? first : conditions.map { "(\($0))" }.joined(separator: " or "))
    }
}
