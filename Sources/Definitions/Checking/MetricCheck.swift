import Values

/// Metrics read and checked as data: what they name exists, and none reads a value that lies sealed.
struct MetricCheck {
    let library: Library

    func run(into findings: inout Findings) {
        guard let file = library.files["Services/metrics.yaml"] else { return }
        let events = eventNames
        let sealed = sealedNames
        for (id, metric) in Merging.inOrder(file.content["metrics"]?.map ?? [:]) {
            let place = "metrics/\(id)"
            for (part, json) in [(place, metric), (place + "/of", metric["of"] ?? .null)] {
                what(json, file, part, events, into: &findings)
                for key in ["value", "where"] {
                    guard let source = json[key]?.text else { continue }
                    reads(source, file, "\(part)/\(key)", sealed, events, into: &findings)
                }
            }
            if let region = metric["target"]?["region"]?.text, library.index.regions[region] == nil {
                findings.addUnknown(
                    .unknownRegion, file, place + "/target/region", region, What.region,
                    known: library.index.regions.keys)
            }
            if metric["take"] == "share", metric["of"] == nil {
                findings.add(
                    .missingKey, file, place, Wording(zh: "比例缺少分母 of", en: "a share needs `of`"),
                    remedy: Wording(zh: "写明 of: {what: …}", en: "add `of: {what: …}`"))
            }
        }
    }

    /// `event granted`, `case ticket`, `list cross-region-list`, or a thing that the platform counts.
    private func what(
        _ json: JSON, _ file: SourceFile, _ place: String, _ events: Set<String>, into findings: inout Findings
    ) {
        guard let words = json["what"]?.text?.split(separator: " ").map(String.init), words.count == 2 else { return }
        switch words[0] {
        case "event" where !events.contains(words[1]):
            findings.addUnknown(.unknownEvent, file, place + "/what", words[1], What.event, known: events)
        case "case" where library.index.procedures[words[1]] == nil && library.index.services[words[1]] == nil:
            findings.addUnknown(
                .unknownProcedure, file, place + "/what", words[1], What.procedure, known: library.procedureIds)
        case "list" where library.index.lists[words[1]] == nil:
            findings.addUnknown(
                .unknownList, file, place + "/what", words[1], What.list, known: library.index.lists.keys)
        default: break
        }
    }

    private func reads(
        _ source: String, _ file: SourceFile, _ place: String, _ sealed: Set<String>, _ events: Set<String>,
        into findings: inout Findings
    ) {
        for name in PlanExpressions.names(in: source) {
            let parts = name.split(separator: ".").map(String.init)
            if parts.first == "happened", parts.count > 1, !events.contains(parts[1]) {
                findings.addUnknown(.unknownEvent, file, place, parts[1], What.event, known: events)
            }
            guard sealed.contains(name) else { continue }
            findings.add(
                .sealedInMetric, file, place,
                Wording(zh: "指标不得读取密封的个人数据“\(name)”", en: "a metric may not read the sealed value `\(name)`"),
                remedy: Wording(zh: "改用不涉及个人的数据", en: "use something that is not personal"))
        }
    }

    private var eventNames: Set<String> {
        var names: Set<String> = []
        for file in library.files.values where [.procedure, .service].contains(file.kind) {
            MetricCheck.collect("event", in: file.content, into: &names)
        }
        return names
    }

    private static func collect(_ key: String, in json: JSON, into names: inout Set<String>) {
        switch json {
        case .map(let map):
            for (name, value) in map {
                if name == key, let text = value.text {
                    names.insert(text)
                } else {
                    collect(key, in: value, into: &names)
                }
            }
        case .list(let list): for value in list { collect(key, in: value, into: &names) }
        default: break
        }
    }

    /// Concepts and fields that are personal or sensitive, and every free text that is said.
    private var sealedNames: Set<String> {
        var names = Set(library.index.concepts.filter { MetricCheck.isSealed($0.value) }.keys)
        for file in library.files.values where [.procedure, .service].contains(file.kind) {
            var fields = (file.content["facts"]?.map ?? [:]).merging(file.content["questions"]?.map ?? [:]) { $1 }
            for section in file.content["form"]?.list ?? [] { fields.merge(section["fields"]?.map ?? [:]) { $1 } }
            for (id, field) in fields where field["ask"] != nil && MetricCheck.isSealed(field) { names.insert(id) }
            saidTexts(in: file.content, into: &names)
        }
        return names
    }

    private static func isSealed(_ field: JSON) -> Bool {
        let word = field["sensitivity"]?.text ?? "personal"
        return Sensitivity(rawValue: word)?.isSealed ?? true
    }

    private func saidTexts(in json: JSON, into names: inout Set<String>) {
        switch json {
        case .map(let map):
            for (id, given) in map["gives"]?.map ?? [:] where given["kind"] == "text" {
                names.insert("said.\(id)")
                if let event = map["event"]?.text { names.insert("happened.\(event).said.\(id)") }
            }
            for value in map.values { saidTexts(in: value, into: &names) }
        case .list(let list): for value in list { saidTexts(in: value, into: &names) }
        default: break
        }
    }
}
