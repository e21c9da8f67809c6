import Definitions
import Values

/// How indexes and rankings are computed, in words that are printed beside them.
extension ReportWords {
    // MARK: Index

    /// 80%得0分，100%得100分.
    static func scale(_ part: EfficiencyIndex.Part, unit: String) -> Wording {
        let (none, full) = (figure(part.none, unit: unit), figure(part.full, unit: unit))
        return Wording(zh: "\(none.zh)得0分，\(full.zh)得100分", en: "\(none.en) gives 0, \(full.en) gives 100")
    }

    static func index(
        _ name: Wording, of place: Wording, _ result: IndexResult, needs: Int, before: Int?, since: ReportSpan
    ) -> Wording {
        guard let total = result.total else {
            return Wording(
                zh: "\(place.zh)本期可以计算的权重只有\(result.measured)%，不足\(needs)%，不计算\(name.zh)。",
                en: "Only \(result.measured) per cent of the weight could be measured in \(place.en), less than "
                    + "\(needs): there is no \(name.en).")
        }
        let found = figure(total, unit: "")
        let change = before.map { last -> Wording in
            let words = figure(abs(total - last), unit: "")
            if total == last { return Wording(zh: "，与上期相同", en: ", the same as in the last period") }
            return Wording(
                zh: "，比上期（\(since.name.zh)）\(total > last ? "高" : "低")\(words.zh)",
                en: ", \(words.en) \(total > last ? "more" : "less") than in the last period (\(since.name.en))")
        }
        let rest = result.measured == 100 ? nil : result.measured
        return Wording(
            zh: "\(place.zh)本期\(name.zh)为\(found.zh)\(change?.zh ?? "")"
                + (rest.map { "；按可以计算的\($0)%权重得出。" } ?? "。"),
            en: "The \(name.en) of \(place.en) is \(found.en)\(change?.en ?? "")"
                + (rest.map { "; from the \($0) per cent of the weight that could be measured." } ?? "."))
    }

    static func lines(_ name: Wording, of place: Wording) -> Wording {
        Wording(zh: "\(place.zh)\(name.zh)逐项计算", en: "\(name.en) of \(place.en), line by line")
    }

    static func method(_ index: EfficiencyIndex) -> [Wording] {
        [
            Wording(
                zh: "计算方法：每项指标在“得0分”和“得100分”的两个数之间按比例得分，超出两端的按0分或100分，得分保留两位小数，向下取整。"
                    + "计入＝得分×权重÷可算权重合计，四舍五入到两位小数；\(index.name.zh)为各项计入之和，满分100。",
                en:
                    "Method: each metric is scored in proportion between the figures that give 0 and 100 points, none "
                    + "less and none more beyond, two digits, rounded down. Contribution = points × weight ÷ sum of "
                    + "the weights measured, rounded to two digits; the index is their sum, 100 at most."),
            Wording(
                zh: "没有办件的指标不计入，其权重按比例分给其余各项；可算权重不足\(index.needs)%的不计算。"
                    + "依据：\(Language.chinese.citation(index.basis))。",
                en:
                    "A metric without a case is left out and its weight goes to the others in proportion; with less "
                    + "than \(index.needs) per cent measured there is no index. Source: "
                    + "\(Language.english.citation(index.basis))."),
        ]
    }

    // MARK: Ranking

    static func method(_ plan: RankingPlan, _ index: EfficiencyIndex, _ counted: Wording) -> [Wording] {
        [
            Wording(
                zh: "排名方法：按\(index.name.zh)从高到低；相同的并列，其后的名次空出。\(counted.zh)不足\(plan.least)的不排名，"
                    + "可算权重不足\(index.needs)%的不排名，都在表末列出原因。各项指标、权重和逐项计算见附件。",
                en:
                    "Method: by the \(index.name.en), the highest first; equal ones share a rank, and ranks behind it "
                    + "stay empty. With fewer than \(plan.least) (\(counted.en)) or less than \(index.needs) per cent "
                    + "of the weight measured a place is not ranked, and the table says so. Lines are in the annex.")
        ]
    }

    static func tooFew(_ cases: Int, least: Int) -> Wording {
        Wording(zh: "只有\(cases)件，不足\(least)件，不排名", en: "\(cases) cases, fewer than \(least): not ranked")
    }

    static func tooLittle(needs: Int) -> Wording {
        Wording(zh: "可算权重不足\(needs)%，不排名", en: "less than \(needs) per cent measured: not ranked")
    }

    static func ranking(_ result: RankingResult, _ plan: RankingPlan) -> [Wording] {
        let (zh, en) = plan.of == .region ? ("个区县", "districts") : ("个单位", "units")
        var sentences: [Wording] = []
        if result.ranked.isEmpty {
            sentences.append(
                Wording(zh: "本期没有达到排名条件的\(zh.dropFirst())。", en: "No place has enough cases to be ranked."))
        } else {
            let first = result.ranked.filter { $0.rank == 1 }.map(\.place.name)
            let names = Wording(
                zh: first.map(\.zh).joined(separator: "、"), en: first.map(\.en).joined(separator: ", "))
            sentences.append(
                Wording(
                    zh: "\(result.ranked.count)\(zh)参加排名，第一名：\(names.zh)。",
                    en: "\(result.ranked.count) \(en) are ranked; first: \(names.en)."))
        }
        if !result.unranked.isEmpty {
            sentences.append(
                Wording(
                    zh: "\(result.unranked.count)\(zh)有办件但不排名，原因见表。",
                    en: "\(result.unranked.count) \(en) had cases and are not ranked; the table says why."))
        }
        if result.silent > 0 {
            sentences.append(
                Wording(
                    zh: "其余\(result.silent)\(zh)本期没有办件，不列。", en: "The other \(result.silent) had no case."))
        }
        return sentences
    }

    static func annex(_ name: Wording) -> Wording {
        Wording(zh: "附件：\(name.zh)的逐项计算", en: "Annex: \(name.en), line by line")
    }

    static let annexText = Wording(
        zh: "排名所用的每个数、得分、权重和计入如下，没有省略。", en: "Every figure, score and weight behind the ranking; nothing is left out.")
}
