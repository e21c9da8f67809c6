import Values

/// Metrics read and checked as data: what they name exists, and none reads a value that lies sealed.
struct MetricCheck {
    let library: Library

    func run(into findings: inout Findings) {
        guard let file = library.files["Services/metrics.yaml"] else { return }
        let names = library.metricNames
        let sealed = sealedNames
        var compiler = MetricCompiler(names: names)
        for (id, metric) in Merging.inOrder(file.content["metrics"]?.map ?? [:]) {
            let place = "metrics/\(id)"
            target(metric, file, place, into: &findings)
            guard metric["elsewhere"] == nil else { continue }
            for (part, json) in [(place, metric), (place + "/of", metric["of"] ?? .null)] {
                what(json, file, part, names.events, into: &findings)
                for key in ["value", "where"] {
                    guard let source = json[key]?.text else { continue }
                    reads(source, file, "\(part)/\(key)", sealed, names.events, into: &findings)
                }
            }
            form(metric, file, place, into: &findings)
            _ = compiler.metric(id, metric)
        }
        for problem in compiler.problems {
            let place = problem.path.joined(separator: "/")
            // What was said of a sealed value or an unknown event is not said again.
            guard !findings.list.contains(where: { $0.file == file.path && $0.line == file.line(of: place) }) else {
                continue
            }
            findings.add(problem.kind, file, place, problem.message, remedy: problem.remedy)
        }
    }

    private func form(_ metric: JSON, _ file: SourceFile, _ place: String, into findings: inout Findings) {
        func missing(_ key: String, _ zh: String, _ en: String) {
            findings.add(
                .missingKey, file, place, Wording(zh: "\(zh)缺少 \(key)", en: "\(en) needs `\(key)`"),
                remedy: Wording(zh: "写明 \(key)", en: "add `\(key)`"))
        }
        if metric["what"] == nil { missing("what", "指标", "a metric") }
        if metric["take"] == "share", metric["of"] == nil { missing("of", "比例", "a share") }
        let take = metric["take"]?.text ?? ""
        if ["sum", "average", "median", "max"].contains(take), metric["value"] == nil {
            missing("value", "合计、平均、中位数和最大值", "a sum, average, median or maximum")
        }
    }

    /// The document is known, and the clock that a target names is at least as strict (承诺不宽于文件).
    private func target(_ metric: JSON, _ file: SourceFile, _ place: String, into findings: inout Findings) {
        guard let json = metric["target"] else { return }
        if let region = json["region"]?.text, library.index.regions[region] == nil {
            findings.addUnknown(
                .unknownRegion, file, place + "/target/region", region, What.region,
                known: library.index.regions.keys)
        }
        if let policy = json["policy"]?.text, !library.index.documents.contains(policy) {
            findings.addUnknown(
                .unknownCitation, file, place + "/target/policy", policy, What.document,
                known: library.index.documents)
        }
        guard let target = MetricTarget(json), let limit = target.limit else { return }
        let at = place + "/target/limit"
        guard library.index.services[limit.service] != nil else {
            return findings.addUnknown(
                .unknownService, file, at + "/service", limit.service, What.service, known: library.index.services.keys)
        }
        guard let strictness = LimitStrictness(target, unit: metric["unit"]?.text ?? "", in: library) else {
            return findings.addUnknown(.unknownClock, file, at + "/clock", limit.clock, What.clock, known: [])
        }
        guard !strictness.isKept else { return }
        let period = strictness.longest?.description ?? "-"
        findings.add(
            .promiseLooser, file, at,
            Wording(
                zh: "文件要求“\(target.sentence)”，而“\(limit.service)”的期限 \(limit.clock) 为 \(period)，不够严",
                en:
                    "the document says \(target.value), the clock `\(limit.clock)` of `\(limit.service)` has \(period)"
            ),
            remedy: Wording(zh: "缩短该期限，或核对目标", en: "make the clock shorter, or look at the target again"))
    }

    /// `event granted`, `case ticket`, `list cross-region-list`, or a thing that the platform counts.
    private func what(
        _ json: JSON, _ file: SourceFile, _ place: String, _ events: Set<String>, into findings: inout Findings
    ) {
        guard let text = json["what"]?.text else { return }
        switch MetricSource(text) {
        case .event(let event) where !events.contains(event):
            findings.addUnknown(.unknownEvent, file, place + "/what", event, What.event, known: events)
        case .closed(let name?) where library.index.procedures[name] == nil && library.index.services[name] == nil:
            findings.addUnknown(
                .unknownProcedure, file, place + "/what", name, What.procedure, known: library.procedureIds)
        case .list(let list) where library.index.lists[list] == nil:
            findings.addUnknown(
                .unknownList, file, place + "/what", list, What.list, known: library.index.lists.keys)
        case nil:
            findings.addUnknown(
                .unknownCount, file, place + "/what", text, Wording(zh: "计数对象", en: "thing to count"),
                known: [
                    "filing", "deed", "event NAME", "case", "case NAME", "evidence", "rating", "service",
                    "certificate", "list NAME",
                ])
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

    /// Concepts and fields that are personal or sensitive, and every free text that is said.
    private var sealedNames: Set<String> {
        var names = Set(library.index.concepts.filter { MetricCheck.isSealed($0.value) }.keys)
        for file in library.files.values where [.procedure, .service].contains(file.kind) {
            for (id, field) in Library.fields(of: file.content) where MetricCheck.isSealed(field) { names.insert(id) }
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
