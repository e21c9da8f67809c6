import Rules
import Values

extension Library {
    /// `{metrics, clocks, events, facts, reports}`: the metrics of `Services/metrics.yaml` with all that is needed to
    /// read their expressions without the library, and the reports over them; null when there are no metrics.
    package var metricDocument: JSON {
        guard let metrics = files["Services/metrics.yaml"]?.content["metrics"] else { return .null }
        let names = metricNames
        var read: Set<String> = []
        Library.collect(metrics, into: &read)
        return [
            "metrics": metrics, "clocks": .list(names.clocks.sorted().map { .text($0) }),
            "events": .list(names.events.sorted().map { .text($0) }),
            "facts": .map(names.facts.filter { read.contains($0.key) }.mapValues { .text($0.word) }),
            "reports": files["Services/reports.yaml"]?.content ?? .null,
        ]
    }

    /// Clocks, events and facts that any service or procedure declares.
    var metricNames: MetricNames {
        var clocks: Set<String> = []
        var events: Set<String> = []
        var facts: [String: FactType] = [:]
        for (id, concept) in index.concepts { facts[id] = Library.type(of: concept) }
        for file in files.values.sorted(by: { $0.path < $1.path }) {
            guard [.procedure, .service].contains(file.kind) else { continue }
            clocks.formUnion((file.content["clocks"]?.map ?? [:]).keys)
            for variant in (file.content["variants"]?.map ?? [:]).values {
                clocks.formUnion((variant["clocks"]?.map ?? [:]).keys)
            }
            Library.events(in: file.content, into: &events)
            for (id, field) in Library.fields(of: file.content) where facts[id] == nil {
                facts[id] = Library.type(of: field)
            }
            for (id, given) in file.content["opens"]?["gives"]?.map ?? [:] where facts[id] == nil {
                facts[id] = Library.given(given.text ?? given["kind"]?.text ?? "")
            }
        }
        return MetricNames(clocks: clocks, events: events, facts: facts)
    }

    /// Facts, questions and form fields of a service or procedure that it declares itself.
    static func fields(of content: JSON) -> [String: JSON] {
        var fields = (content["facts"]?.map ?? [:]).merging(content["questions"]?.map ?? [:]) { $1 }
        for section in content["form"]?.list ?? [] { fields.merge(section["fields"]?.map ?? [:]) { $1 } }
        return fields.filter { $0.value["ask"] != nil }
    }

    private static func type(of field: JSON) -> FactType {
        switch field["type"]?.text {
        case "number": .number
        case "boolean": .boolean
        case "date": .day
        case "money": .money
        case "choice":
            .choice((field["choices"]?.map ?? [:]).keys.sorted())
        default: .text
        }
    }

    /// What is said when a case is opened; free text is sealed, and so no fact of a metric.
    private static func given(_ kind: String) -> FactType? {
        switch kind.split(separator: " ").last {
        case "number", "grade": .number
        case "boolean": .boolean
        case "date": .day
        default: nil
        }
    }

    private static func events(in json: JSON, into names: inout Set<String>) {
        switch json {
        case .map(let map):
            for (key, value) in map {
                if key == "event", let text = value.text { names.insert(text) } else { events(in: value, into: &names) }
            }
        case .list(let list): for value in list { events(in: value, into: &names) }
        default: break
        }
    }

    private static func collect(_ json: JSON, into names: inout Set<String>) {
        switch json {
        case .map(let map):
            for (key, value) in map {
                if ["where", "value"].contains(key), let source = value.text {
                    names.formUnion(PlanExpressions.names(in: source))
                } else {
                    collect(value, into: &names)
                }
            }
        case .list(let list): for value in list { collect(value, into: &names) }
        default: break
        }
    }
}
