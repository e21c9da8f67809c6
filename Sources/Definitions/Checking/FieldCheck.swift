import Rules
import Values

/// What the fields of a service and of its procedures say of themselves; needs no compiled definition.
struct OwnFieldCheck {
    let resolved: Resolved
    let library: Library

    func run(into findings: inout Findings) {
        for (id, at) in fields { field(id, at, into: &findings) }
    }

    /// Fields that stand in the service file or in a procedure, with their place there.
    var fields: [(id: String, at: (file: SourceFile, place: String))] {
        var list: [(String, (SourceFile, String))] = []
        for layer in [resolved.base.first] + resolved.plans.map(\.first) {
            guard let file = layer?.file else { continue }
            for section in ["questions", "facts"] {
                for id in (file.content[section]?.map ?? [:]).keys.sorted() {
                    list.append((id, (file, "\(section)/\(id)")))
                }
            }
            for (index, section) in (file.content["form"]?.list ?? []).enumerated() {
                for id in (section["fields"]?.map ?? [:]).keys.sorted() {
                    list.append((id, (file, "form/\(index)/fields/\(id)")))
                }
            }
        }
        return list
    }

    private func field(_ id: String, _ at: (file: SourceFile, place: String), into findings: inout Findings) {
        let path = at.place.split(separator: "/").map(String.init)
        guard let content = Merging.valueThroughLists(at: path, in: at.file.content) else { return }
        if content["ask"] == nil, library.index.concepts[id] == nil {
            findings.addUnknown(
                .unknownConcept, at.file, at.place, id, What.concept, known: library.index.concepts.keys)
        }
        if content["ask"] != nil, content["sensitivity"] == nil {
            findings.add(
                .sensitivityMissing, at.file, at.place,
                Wording(
                    zh: "“\(id)”没有写明敏感程度，将按 personal 处理",
                    en: "`\(id)` does not say how sensitive it is; it counts as personal"),
                remedy: Wording(
                    zh: "写明 sensitivity: public、internal、personal 或 sensitive",
                    en: "add `sensitivity`: public, internal, personal or sensitive"))
        }
        if content["ask"] != nil, content["type"] == nil {
            findings.add(
                .missingKey, at.file, at.place, Wording(zh: "“\(id)”缺少 type", en: "`\(id)` lacks `type`"),
                remedy: Wording(zh: "写明 type，例如 text", en: "add `type`, for example `text`"))
        }
        if content["type"] == "choice", content["choices"] == nil {
            findings.add(
                .missingKey, at.file, at.place, Wording(zh: "“\(id)”缺少 choices", en: "`\(id)` lacks `choices`"),
                remedy: Wording(zh: "写明可选项", en: "add `choices`"))
        }
    }
}

/// Questions and fields: can each be reached, is no id both a leaf and a prefix?
struct FieldCheck {
    let definition: Definition
    let resolved: Resolved
    let library: Library

    private var ownFields: [(id: String, at: (file: SourceFile, place: String))] {
        OwnFieldCheck(resolved: resolved, library: library).fields
    }

    func run(into findings: inout Findings) {
        leafAndPrefix(into: &findings)
        for field in definition.fields.values where isUnreachable(field) { report(field, into: &findings) }
    }

    private func leafAndPrefix(into findings: inout Findings) {
        let ids = Set(definition.fields.keys).union(definition.tables.keys)
        for id in ids.sorted() {
            guard let longer = ids.sorted().first(where: { $0.hasPrefix(id + ".") }) else { continue }
            let own = ownFields.first { $0.id == id } ?? ownFields.first { $0.id == longer }
            guard let own else { continue }
            findings.add(
                .leafAndPrefix, own.at.file, own.at.place,
                Wording(
                    zh: "“\(id)”既是名称，又是“\(longer)”的前缀",
                    en: "`\(id)` is both a name and the beginning of `\(longer)`"),
                remedy: Wording(zh: "给其中一个改名", en: "rename one of them"))
        }
    }

    // MARK: Reach

    /// At most this many combinations of answers are tried.
    private static let mostCombinations = 4096

    /// Whether its `when` is false whatever is answered: tried over all choices and truths that it and the conditions
    /// of the fields it reads depend on. A condition that reads anything else is not judged.
    private func isUnreachable(_ field: Field) -> Bool {
        guard field.when != nil else { return false }
        var conditions: [Expression] = []
        var seen: Set<String> = []
        var open = [field.id]
        var read: Set<String> = []
        while let id = open.popLast() {
            guard seen.insert(id).inserted, let when = definition.fields[id]?.when else { continue }
            conditions.append(when)
            read.formUnion(when.reads)
            open += when.reads
        }
        if field.when?.reads.contains(field.id) == true { return true }
        guard let answers = combinations(of: read.sorted()) else { return false }
        return !answers.contains { known in conditions.allSatisfy { isTrue($0, known) } }
    }

    private func combinations(of names: [String]) -> [[String: FEELValue]]? {
        var all: [[String: FEELValue]] = [[:]]
        for name in names {
            let values: [FEELValue]
            switch definition.scope.type(of: name) {
            case .boolean?: values = [.boolean(true), .boolean(false)]
            case .choice(let choices)? where !choices.isEmpty: values = choices.map { .text($0) }
            default: return nil
            }
            guard all.count * values.count <= FieldCheck.mostCombinations else { return nil }
            all = all.flatMap { one in values.map { value in one.merging([name: value]) { $1 } } }
        }
        return all
    }

    private func isTrue(_ condition: Expression, _ known: [String: FEELValue]) -> Bool {
        let environment = Environment(
            scope: definition.scope, known: known, moment: Moment(definition.service.inForceFrom), lists: [:])
        return (try? condition.evaluate(in: environment))?.boolean == true
    }

    private func report(_ field: Field, into findings: inout Findings) {
        guard let own = ownFields.first(where: { $0.id == field.id }) else { return }
        findings.add(
            .unreachableField, own.at.file, own.at.place + "/when",
            Wording(zh: "“\(field.id)”永远不会被问到", en: "`\(field.id)` can never be asked"),
            remedy: Wording(zh: "改正 when，或删去这个字段", en: "correct its `when`, or remove the field"))
    }
}
