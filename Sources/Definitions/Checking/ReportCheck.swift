import Values

/// Reports, rankings and indexes checked as data: what they name exists, and an index can be computed as it says.
struct ReportCheck {
    let library: Library

    func run(into findings: inout Findings) {
        guard let file = library.files["Services/reports.yaml"] else { return }
        for (id, index) in Merging.inOrder(file.content["indexes"]?.map ?? [:]) {
            check(index: index, file, "indexes/\(id)", into: &findings)
        }
        for (id, ranking) in Merging.inOrder(file.content["rankings"]?.map ?? [:]) {
            check(ranking: ranking, file, "rankings/\(id)", into: &findings)
        }
        for (id, report) in Merging.inOrder(file.content["reports"]?.map ?? [:]) {
            for (place, part) in (report["parts"]?.list ?? []).enumerated() {
                check(part: part, file, "reports/\(id)/parts/\(place)", into: &findings)
            }
        }
    }

    private var metrics: [String: JSON] { library.files["Services/metrics.yaml"]?.content["metrics"]?.map ?? [:] }
    private func ids(_ key: String, _ file: SourceFile) -> [String] { (file.content[key]?.map ?? [:]).keys.sorted() }

    // MARK: Indexes

    private func check(index: JSON, _ file: SourceFile, _ place: String, into findings: inout Findings) {
        let parts = Merging.inOrder(index["parts"]?.map ?? [:])
        let sum = parts.reduce(0) { $0 + ($1.1["weight"]?.number ?? 0) }
        if sum != 100 {
            findings.add(
                .indexWeights, file, place + "/parts",
                Wording(zh: "权重合计为 \(sum)%，应为 100%", en: "the weights sum to \(sum) per cent, not to 100"),
                remedy: Wording(zh: "调整各项权重，使合计为 100", en: "change the weights so that they sum to 100"))
        }
        for (metric, part) in parts {
            let at = place + "/parts/\(metric)"
            guard let (none, full) = scale(part), none != full else {
                findings.add(
                    .indexScale, file, at,
                    Wording(
                        zh: "none 与 full 应为不同的数，最多两位小数",
                        en: "`none` and `full` are two different figures of at most two digits behind the point"),
                    remedy: Wording(zh: "写明得 0 分和得 100 分的数", en: "say which figure gives 0 and which 100 points"))
                continue
            }
            check(scored: metric, file, at, into: &findings)
        }
    }

    private func scale(_ part: JSON) -> (none: Int, full: Int)? {
        guard let none = part["none"]?.hundredths, let full = part["full"]?.hundredths else { return nil }
        return (none, full)
    }

    /// Numbers of cases say how large a place is and not how good; what no event gives is the same everywhere.
    private func check(scored id: String, _ file: SourceFile, _ place: String, into findings: inout Findings) {
        guard let metric = known(id, file, place, into: &findings) else { return }
        let take = metric["take"]?.text ?? ""
        let isState = metric["what"]?.text.flatMap { MetricSource($0) }?.isState ?? false
        guard ["count", "sum"].contains(take) || isState || metric["elsewhere"] != nil else { return }
        findings.add(
            .indexMetric, file, place,
            Wording(
                zh: "指标“\(id)”是总数，或不由办件得出，不能计入指数",
                en: "the metric `\(id)` is a total or does not follow from cases: it cannot be scored"),
            remedy: Wording(zh: "改用由办件得出的比例或平均值", en: "use a share or an average that follows from cases"))
    }

    /// nil when there is no such metric, which is then said.
    private func known(
        _ id: String, _ file: SourceFile, _ place: String, into findings: inout Findings
    ) -> JSON? {
        if let metric = metrics[id] { return metric }
        findings.addUnknown(.unknownMetric, file, place, id, What.metric, known: metrics.keys)
        return nil
    }

    // MARK: Rankings and reports

    private func check(ranking: JSON, _ file: SourceFile, _ place: String, into findings: inout Findings) {
        let of = ranking["of"]?.text ?? ""
        if let counted = ranking["counted"]?.text {
            divides(counted, by: of, file, place + "/counted", into: &findings)
        }
        guard let id = ranking["index"]?.text else { return }
        guard let index = file.content["indexes"]?[id] else {
            return findings.addUnknown(
                .unknownIndex, file, place + "/index", id, What.index, known: ids("indexes", file))
        }
        for metric in (index["parts"]?.map ?? [:]).keys.sorted() where metrics[metric] != nil {
            divides(metric, by: of, file, place + "/index", into: &findings)
        }
    }

    private func check(part: JSON, _ file: SourceFile, _ place: String, into findings: inout Findings) {
        for (number, id) in (part["measures"]?.list ?? []).enumerated() {
            let at = "\(place)/measures/\(number)"
            guard let id = id.text else { continue }
            if let by = part["by"]?.text {
                divides(id, by: by, file, at, into: &findings)
            } else {
                _ = known(id, file, at, into: &findings)
            }
        }
        if let id = part["ranking"]?.text, file.content["rankings"]?[id] == nil {
            findings.addUnknown(
                .unknownRanking, file, place + "/ranking", id, What.ranking, known: ids("rankings", file))
        }
        if let id = part["index"]?.text, file.content["indexes"]?[id] == nil {
            findings.addUnknown(.unknownIndex, file, place + "/index", id, What.index, known: ids("indexes", file))
        }
    }

    private func divides(
        _ id: String, by dimension: String, _ file: SourceFile, _ place: String, into findings: inout Findings
    ) {
        guard let metric = known(id, file, place, into: &findings) else { return }
        guard !(metric["by"]?.list ?? []).contains(.text(dimension)) else { return }
        findings.add(
            .notDivided, file, place,
            Wording(
                zh: "指标“\(id)”没有按 \(dimension) 分开", en: "the metric `\(id)` is not taken apart by `\(dimension)`"),
            remedy: Wording(
                zh: "在该指标的 by 中加上 \(dimension)", en: "add `\(dimension)` to the metric's `by`"))
    }
}
