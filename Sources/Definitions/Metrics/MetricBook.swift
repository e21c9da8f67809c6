import Rules
import Values

/// All metrics as they were published, with their expressions compiled.
package struct MetricBook: Sendable {
    /// In the order of the file.
    package let metrics: [Metric]
    /// Facts that some expression reads, with their types.
    package let facts: [String: FactType]
    /// Names everything that changes the sums; other words or targets leave them as they are.
    package let signature: String
    /// What is made of them every day, week, month, quarter and year.
    package let reports: ReportBook

    /// Nothing at all, before anything was published.
    package static let empty = MetricBook(metrics: [], facts: [:], signature: "", reports: .empty)

    /// nil when there is none of that id.
    package func metric(_ id: String) -> Metric? { metrics.first { $0.id == id } }

    private init(metrics: [Metric], facts: [String: FactType], signature: String, reports: ReportBook) {
        self.metrics = metrics
        self.facts = facts
        self.signature = signature
        self.reports = reports
    }

    /// The same book with one metric only, held against what it says now.
    package func only(_ metric: Metric) -> MetricBook {
        MetricBook(metrics: [metric], facts: facts, signature: signature, reports: reports)
    }

    /// Reads a published document (`Library.metricDocument`).
    ///
    /// Throws `Failure.problems` with every expression that does not compile; the check says the same before.
    package static func reading(_ document: JSON) throws(Failure) -> MetricBook {
        let facts = (document["facts"]?.map ?? [:]).mapValues { FactType(word: $0.text ?? "") }
        let names = MetricNames(
            clocks: Set((document["clocks"]?.list ?? []).compactMap(\.text)),
            events: Set((document["events"]?.list ?? []).compactMap(\.text)), facts: facts)
        var compiler = MetricCompiler(names: names)
        var metrics: [Metric] = []
        for (id, json) in Merging.inOrder(document["metrics"]?.map ?? [:]) {
            if let metric = compiler.metric(id, json) { metrics.append(metric) }
        }
        guard compiler.problems.isEmpty else { throw .problems(compiler.problems.map(\.problem)) }
        let parts = metrics.flatMap { [$0.part, $0.whole] }.compactMap { $0 }
        let against = metrics.filter(\.isCounted).compactMap { metric in
            metric.target.map { target in
                [
                    metric.id, metric.take.rawValue, target.comparison.rawValue, "\(target.value)", metric.unit,
                    metric.part?.key ?? "", metric.whole?.key ?? "",
                ].joined(separator: "|")
            }
        }
        let signature = MetricPart.hash((Set(parts.map(\.key)).sorted() + against.sorted()).joined(separator: "\n"))
        return MetricBook(
            metrics: metrics, facts: facts, signature: signature, reports: ReportBook(document["reports"] ?? .null))
    }
}

/// Compiles the expressions of metrics, each in the scope of what it counts, and collects what is wrong.
struct MetricCompiler {
    let names: MetricNames
    private(set) var problems: [CompileProblem] = []
    private var scopes: [MetricSource: Scope] = [:]

    init(names: MetricNames) {
        self.names = names
    }

    /// nil when the name, or what is counted, is missing.
    mutating func metric(_ id: String, _ json: JSON) -> Metric? {
        guard let take = json["take"]?.text.flatMap({ Metric.Take(rawValue: $0) }) else { return nil }
        let elsewhere = json["elsewhere"].map { _ in json.wording("elsewhere") }
        let part = elsewhere == nil ? part(json, at: ["metrics", id]) : nil
        guard part != nil || elsewhere != nil else { return nil }
        return Metric(
            id: id, name: json.wording("name"), take: take, part: part,
            whole: elsewhere == nil ? json["of"].flatMap { self.part($0, at: ["metrics", id, "of"]) } : nil,
            unit: json["unit"]?.text ?? "", by: (json["by"]?.list ?? []).compactMap(\.text),
            target: MetricTarget(json["target"]), elsewhere: elsewhere)
    }

    private mutating func part(_ json: JSON, at path: [String]) -> MetricPart? {
        guard let what = json["what"]?.text, let source = MetricSource(what) else { return nil }
        let scope = scopes[source] ?? names.scope(of: source)
        scopes[source] = scope
        var compiler = ExpressionCompiler(scope: scope)
        let condition = json["where"]?.text.flatMap { compiler.compile($0, at: path + ["where"], in: scope) }
        let value = json["value"]?.text.flatMap { compiler.compile($0, at: path + ["value"], in: scope) }
        if let value, ![.number, .any].contains(value.type) {
            compiler.report(MetricCompiler.wrongType(path + ["value"], value, zh: "数", en: "a number"))
        }
        if let condition, ![.boolean, .any].contains(condition.type) {
            compiler.report(MetricCompiler.wrongType(path + ["where"], condition, zh: "是或否", en: "true or false"))
        }
        problems += compiler.problems
        let words = [what, json["where"]?.text ?? "", json["value"]?.text ?? ""].joined(separator: "\n")
        return MetricPart(key: MetricPart.hash(words), source: source, condition: condition, value: value)
    }

    private static func wrongType(
        _ path: [String], _ expression: Expression, zh: String, en: String
    ) -> CompileProblem {
        CompileProblem(
            path: path, source: expression.source, column: 1,
            message: Wording(zh: "这里应当得出\(zh)", en: "this should give \(en)"),
            remedy: Wording(zh: "改写表达式", en: "write another expression"))
    }
}

extension MetricPart {
    /// A short name of a text that stays the same in every version of the program (FNV-1a, 64 bits, base 36).
    static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}

extension FactType {
    /// As it is published with the metrics; a choice is a text there.
    fileprivate init(word: String) {
        switch word {
        case "number": self = .number
        case "money": self = .money
        case "boolean": self = .boolean
        case "date": self = .day
        default: self = .text
        }
    }

    var word: String {
        switch self {
        case .number: "number"
        case .money: "money"
        case .boolean: "boolean"
        case .day: "date"
        default: "text"
        }
    }
}
