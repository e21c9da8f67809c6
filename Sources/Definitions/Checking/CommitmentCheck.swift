import Values

/// Promises are not taken where the law excludes them, and nobody promises what he was not told; a track on which
/// documents may follow has documents that may.
///
/// Source: 国办发〔2020〕42号 (全面推行证明事项和涉企经营许可事项告知承诺制).
struct CommitmentCheck {
    let library: Library
    let resolved: Resolved

    /// What excludes a matter from promises, in the order of the document.
    static let areas: [(id: String, name: Wording)] = [
        ("national_security", Wording(zh: "国家安全", en: "national security")),
        ("state_secrets", Wording(zh: "国家秘密", en: "state secrets")),
        ("public_safety", Wording(zh: "公共安全", en: "public safety")),
        ("prudential_finance", Wording(zh: "金融业审慎监管", en: "prudential supervision of finance")),
        ("environment", Wording(zh: "生态环境保护", en: "protection of the environment")),
        (
            "life_health_property",
            Wording(zh: "直接关系人身健康、生命财产安全", en: "directly life, health or property of people")
        ),
        ("foreign_matters", Wording(zh: "重要涉外", en: "important foreign matters")),
        ("hard_to_correct", Wording(zh: "风险较大、纠错成本较高、损害难以挽回", en: "high risk or hard to correct")),
    ]

    /// Facts that every table of bars must ask: who lost the right to promise until it is repaired.
    static let personFacts = ["credit.serious", "credit.promise_broken"]

    private static let source = Wording(zh: "国办发〔2020〕42号", en: "国办发〔2020〕42号")

    func run(into findings: inout Findings) {
        // What a bundle asks for comes from its members and is looked at there.
        guard let base = resolved.base.first, base.content["members"] == nil else { return }
        let plans = resolved.document["plans"]?.list ?? []
        let needs = plans.flatMap { $0["evidence"]?.map?.map { $0 } ?? [] }.sorted { $0.key < $1.key }
        let commitments = needs.filter { $0.value["commitment"] != nil }
        let tracks = (plans.first?["tracks"]?.list ?? []).compactMap(\.text)
        tolerance(tracks, needs, base.file, into: &findings)
        for (id, need) in commitments { text(id, need, base.file, into: &findings) }
        guard tracks.contains("commitment") || !commitments.isEmpty else { return }
        areas(base, into: &findings)
        bars(base.file, into: &findings)
        let hasLicenceForm = commitments.contains { $0.value["commitment"]?["form"] == "licence" }
        if tracks.contains("commitment"), !hasLicenceForm {
            findings.add(
                .commitmentText, base.file, "tracks",
                Wording(
                    zh: "开通了告知承诺，却没有一份材料写明要承诺的内容（commitment，form: licence）",
                    en: "the track is open, and no need says what is promised (`commitment`, `form: licence`)"),
                remedy: Wording(
                    zh: "在 evidence 中加一项承诺书，写明条件、后果和核查", en: "add a need with conditions, consequences and check"))
        }
    }

    /// Whoever opens promises says that none of the excluded areas is concerned; saying nothing is no answer.
    private func areas(_ base: Overlay, into findings: inout Findings) {
        guard let stated = resolved.document["service"]?["concerns"]?.list?.compactMap(\.text) else {
            findings.add(
                .commitmentArea, base.file, "service",
                Wording(
                    zh: "适用告知承诺的事项须写明 concerns：是否涉及\(CommitmentCheck.source.zh)排除的领域",
                    en: "a service that takes promises says under `concerns` which excluded areas it touches"),
                remedy: Wording(zh: "不涉及的写 concerns: []", en: "write `concerns: []` when it touches none"))
            return
        }
        let names = CommitmentCheck.areas.filter { stated.contains($0.id) }
        guard !names.isEmpty else { return }
        findings.add(
            .commitmentArea, base.file, "concerns",
            Wording(
                zh: "涉及\(names.map(\.name.zh).joined(separator: "、"))，不得适用告知承诺（\(CommitmentCheck.source.zh)）",
                en: "it touches \(names.map(\.name.en).joined(separator: ", ")): no promises are taken "
                    + "(\(CommitmentCheck.source.en))"),
            remedy: Wording(
                zh: "从 tracks 去掉 commitment，从材料去掉 commitment", en: "remove the track and every `commitment`"))
    }

    private func bars(_ file: SourceFile, into findings: inout Findings) {
        let table = resolved.document["tables"]?[Definition.barsTable]
        let inputs = (table?["inputs"]?.list ?? []).compactMap(\.text)
        let read = Set(inputs.flatMap { PlanExpressions.names(in: $0) })
        let missing = CommitmentCheck.personFacts.filter { !read.contains($0) }
        guard !missing.isEmpty else { return }
        findings.add(
            .commitmentBars, file, "rules",
            Wording(
                zh: "表 \(Definition.barsTable) 没有问 \(missing.joined(separator: "、"))：有严重不良信用记录或曾作虚假承诺的，"
                    + "修复前不适用告知承诺（\(CommitmentCheck.source.zh)）",
                en: "the table \(Definition.barsTable) does not ask \(missing.joined(separator: ", ")): whoever has "
                    + "serious bad credit or broke a promise is barred until repaired (\(CommitmentCheck.source.en))"),
            remedy: Wording(zh: "在 rules.yaml 的这张表中加上这些行", en: "add the rows to that table of rules.yaml"))
    }

    private func text(_ id: String, _ need: JSON, _ file: SourceFile, into findings: inout Findings) {
        let from = (need["from"]?.list ?? []).compactMap(\.text)
        guard !from.contains("promise") else { return }
        findings.add(
            .commitmentText, file, "evidence/\(id)/commitment",
            Wording(
                zh: "“\(id)”写了承诺书，来源却不含 promise", en: "`\(id)` has a commitment, and `from` lacks `promise`"),
            remedy: Wording(zh: "在 from 中加上 promise", en: "add `promise` to `from`"))
    }

    /// 容缺受理: only what is marked may follow, so a track without such a document is empty, and a mark without the
    /// track is never offered.
    private func tolerance(
        _ tracks: [String], _ needs: [(key: String, value: JSON)], _ file: SourceFile, into findings: inout Findings
    ) {
        let marked = needs.filter { $0.value["deferrable"] != nil }
        let isOpen = tracks.contains("tolerance")
        if isOpen, marked.isEmpty {
            findings.add(
                .toleranceEmpty, file, "tracks",
                Wording(zh: "开通了容缺受理，却没有可容缺的材料", en: "the tolerance track has no document that may follow"),
                remedy: Wording(
                    zh: "给可容缺的材料写 deferrable，或去掉 tolerance", en: "mark one with `deferrable`, or remove `tolerance`"))
        }
        guard !isOpen, let first = marked.first else { return }
        findings.add(
            .toleranceEmpty, file, "evidence/\(first.key)/deferrable",
            Wording(
                zh: "“\(first.key)”可容缺，但没有开通容缺受理", en: "`\(first.key)` may follow, and the track is not open"),
            remedy: Wording(zh: "在 tracks 中加上 tolerance", en: "add `tolerance` to `tracks`"))
    }
}
