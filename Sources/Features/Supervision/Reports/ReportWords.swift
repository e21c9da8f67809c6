import Definitions
import Values

/// The sentences and headings of scheduled reports.
enum ReportWords {
    static let now = Wording(zh: "本期", en: "This period")
    static let before = Wording(zh: "上期", en: "Last period")
    static let counted = Wording(zh: "件数", en: "Cases")
    static let changed = Wording(zh: "比上期", en: "Change")
    static let verdict = Wording(zh: "结论", en: "Finding")
    static let remark = Wording(zh: "说明", en: "Remark")
    static let rank = Wording(zh: "名次", en: "Rank")
    static let weight = Wording(zh: "权重", en: "Weight")
    static let weightMeasured = Wording(zh: "可算权重", en: "Weight measured")
    static let pointsLabel = Wording(zh: "得分", en: "Points")
    static let brings = Wording(zh: "计入", en: "Contribution")
    static let scale = Wording(zh: "评分区间", en: "Scale")
    static let total = Wording(zh: "合计", en: "Sum")
    static let notMeasured = Wording(zh: "没有办件，不计", en: "no case, left out")
    static let noIndex = Wording(zh: "不计算", en: "not computed")
    static let daysLate = Wording(zh: "已过天数", en: "Days late")
    static let points = "个百分点"
    static let noDefinition = Wording(
        zh: "这一部分的定义已经撤下。", en: "The definition of this part is no longer published.")

    // MARK: Figures

    /// `98.7%`, `1204件`, `12个工作日`.
    static func figure(_ hundredths: Int, unit: String) -> Wording {
        let text = MetricValue(part: hundredths, whole: 100, counted: 0).text
        if unit == "%" || unit.isEmpty { return Wording(zh: text + unit, en: text + unit) }
        if unit == points { return Wording(zh: text + unit, en: text + " points") }
        return Wording(zh: text + (unit == "工作日" ? "个" : "") + unit, en: "\(text) \(unit)")
    }

    private static func figure(_ value: MetricValue, _ metric: Metric) -> Wording {
        figure(value.hundredths, unit: metric.unit)
    }

    /// The name of a metric with its unit, over a column of figures.
    static func header(_ metric: Metric) -> Wording {
        Wording(zh: "\(metric.name.zh)（\(metric.unit)）", en: "\(metric.name.en) (\(metric.unit))")
    }

    static func unit(_ unit: TerritoryMap.Unit, in place: Wording) -> Wording {
        Wording(zh: place.zh + unit.name, en: "\(unit.name), \(place.en)")
    }

    static func places(_ kind: RankingPlan.Places) -> Wording {
        kind == .region ? Wording(zh: "区县", en: "District") : Wording(zh: "单位", en: "Unit")
    }

    static func day(_ day: Day) -> Wording {
        Wording(zh: "\(day.year)年\(day.month)月\(day.dayOfMonth)日", en: day.description)
    }

    private static func list(_ words: [Wording]) -> Wording {
        Wording(zh: words.map(\.zh).joined(separator: "、"), en: words.map(\.en).joined(separator: ", "))
    }

    // MARK: Measures

    static func judged(_ count: Int, met: Int) -> Wording {
        met == count
            ? Wording(zh: "有目标的\(count)项指标全部达到目标。", en: "All \(count) metrics with a target reach it.")
            : Wording(
                zh: "有目标的\(count)项指标中，\(met)项达到目标，\(count - met)项未达到。",
                en: "Of \(count) metrics with a target \(met) reach it and \(count - met) do not.")
    }

    static func unmet(_ metric: Metric, _ value: MetricValue, _ target: MetricTarget, change: Int?) -> Wording {
        let (found, wanted) = (figure(value, metric), BoardWords.target(target, unit: metric.unit))
        let source = BoardWords.source(target)
        let since = change.map { against($0, unit: metric.unit) }
        return Wording(
            zh: "未达到目标：“\(metric.name.zh)”为\(found.zh)，目标\(wanted.zh)（\(source.zh)）"
                + (since.map { "，\($0.zh)" } ?? "") + "。",
            en: "Below target: “\(metric.name.en)” is \(found.en), the target is \(wanted.en) (\(source.en))"
                + (since.map { ", \($0.en)" } ?? "") + ".")
    }

    /// 比上期高0.3个百分点, 比上期多86件, 与上期相同.
    private static func against(_ change: Int, unit: String) -> Wording {
        if change == 0 { return Wording(zh: "与上期相同", en: "the same as in the last period") }
        let words = difference(change, unit: unit)
        return Wording(zh: "比上期" + words.zh, en: words.en + " than in the last period")
    }

    private static func difference(_ change: Int, unit: String) -> Wording {
        let amount = figure(abs(change), unit: unit == "%" ? points : unit)
        return Wording(
            zh: (unit == "%" ? change > 0 ? "高" : "低" : change > 0 ? "多" : "少") + amount.zh,
            en: amount.en + (change > 0 ? " more" : " less"))
    }

    static func change(_ metric: Metric, _ change: Int) -> Wording {
        let words = difference(change, unit: metric.unit)
        return Wording(zh: "\(metric.name.zh)\(words.zh)", en: "\(metric.name.en) \(words.en)")
    }

    static func changes(since period: ReportSpan, up: [Wording], down: [Wording], same: [Wording]) -> Wording {
        let groups: [(String, String, [Wording])] = [
            ("上升的\(up.count)项：", "up: ", up), ("下降的\(down.count)项：", "down: ", down),
            ("不变的\(same.count)项：", "unchanged: ", same),
        ]
        let told = groups.filter { !$0.2.isEmpty }
        if told.isEmpty {
            return Wording(
                zh: "两期没有都有办件的指标，不能与上期（\(period.name.zh)）比较。",
                en: "No metric has cases in both periods: no comparison with the last one (\(period.name.en)).")
        }
        return Wording(
            zh: "与上期（\(period.name.zh)）相比，" + told.map { $0.0 + list($0.2).zh }.joined(separator: "；") + "。",
            en: "Against the last period (\(period.name.en)), "
                + told.map { $0.1 + list($0.2).en }.joined(separator: "; ") + ".")
    }

    static func first(_ period: ReportSpan, began: Day) -> Wording {
        Wording(
            zh: "平台自\(day(began).zh)起有记录，上期（\(period.name.zh)）没有数据，不作比较。",
            en: "The platform has records from \(began) on; there are none of the last period (\(period.name.en)).")
    }

    static func empty(_ names: [Wording]) -> Wording {
        Wording(
            zh: "本期没有相应办件、不能计算的\(names.count)项：\(list(names).zh)。",
            en: "Not computed, because there was no such case: \(list(names).en).")
    }

    static func elsewhere(_ name: Wording, _ why: Wording) -> Wording {
        Wording(zh: "“\(name.zh)”这里测不了：\(why.zh)。", en: "“\(name.en)” is not measurable here: \(why.en).")
    }

    static func word(_ verdict: ReportMaking.Verdict) -> Wording? {
        switch verdict {
        case .met: Wording(zh: "达到目标", en: "reaches the target")
        case .unmet: Wording(zh: "未达到目标", en: "below target")
        case .notYetDue(let day): Wording(zh: "未到期（\(self.day(day).zh)）", en: "not yet due (\(day))")
        case .empty: Wording(zh: "没有办件", en: "no case")
        case .elsewhere: Wording(zh: "这里测不了", en: "not measurable here")
        case .none: nil
        }
    }

    static let measuresNote = Wording(
        zh: "只计报告期内发生、并在报告期结束前记入日志的办件；小数保留两位，向下取整；“比上期”按表中所列数字相减。"
            + "总数类指标的目标按全年判断，见承诺兑现。",
        en: "Counted is what happened in the period and was recorded before its end; two digits, rounded down; changes "
            + "are differences of the printed figures. Targets for totals are judged by the year, see the promises.")

    static func active(_ active: Int, _ silent: Int, _ kind: RankingPlan.Places) -> Wording {
        let (zh, en) = kind == .region ? ("个区县", "districts") : ("个单位", "units")
        if active == 0 { return Wording(zh: "本期没有相应办件。", en: "There was no such case in this period.") }
        return Wording(
            zh: "\(active)\(zh)本期有相应办件" + (silent > 0 ? "，其余\(silent)\(zh)没有，不列。" : "。"),
            en: "\(active) \(en) had such cases" + (silent > 0 ? "; the other \(silent) had none." : "."))
    }

    // MARK: Promises

    static func summary(_ promises: [ReportMaking.Promise]) -> Wording {
        if promises.isEmpty { return Wording(zh: "没有承诺。", en: "There is no promise.") }
        let summary = BoardWords.summary(promises.map(\.state))
        return Wording(zh: summary.zh + "。", en: summary.en + ".")
    }

    /// A document's words in quotation marks.
    static func quoted(_ sentence: String) -> String { "“" + BoardWords.insideQuotes(sentence) + "”" }

    static func unbound(_ count: Int) -> Wording {
        Wording(
            zh: "另有\(count)条文件目标尚未确认由什么来量，不在其中。",
            en: "For \(count) figures of documents nobody has said what measures them; they are not among these.")
    }

    static func broken(_ promise: ReportMaking.Promise) -> Wording? {
        guard let target = promise.metric.target, let value = promise.value else { return nil }
        let found = figure(value, promise.metric)
        let (wanted, source) = (BoardWords.target(target, unit: promise.metric.unit), BoardWords.source(target))
        let state = BoardWords.state(promise.state)
        return Wording(
            zh: "\(state.zh)：\(source.zh)\(quoted(target.sentence))，\(promise.place.zh)实际\(found.zh)，目标\(wanted.zh)。",
            en: "\(state.en): \(source.en) \(quoted(target.sentence)), \(promise.place.en) has \(found.en), "
                + "the target is \(wanted.en).")
    }

    /// With why, where there is a reason.
    static func state(_ state: PromiseState) -> Wording {
        let word = BoardWords.state(state)
        guard let why = BoardWords.reason(state) else { return word }
        return Wording(zh: "\(word.zh)：\(why.zh)", en: "\(word.en): \(why.en)")
    }

    static func promisesNote(_ period: ReportSpan) -> Wording {
        Wording(
            zh: "承诺按截至\(day(period.last).zh)的最近十二个月判断，不早于文件的日期；由规则得出的按当日有效的规则。",
            en:
                "Promises are judged over the twelve months until \(period.last), never before the document’s day; "
                + "what follows from definitions by those in force on that day.")
    }

    // MARK: Tasks

    static func lights(_ tasks: ReportMaking.Tasks, on day: Day) -> Wording {
        if tasks.open == 0 { return Wording(zh: "没有在办的督办任务。", en: "No supervised task is open.") }
        let green = tasks.open - tasks.late.count - tasks.near.count
        return Wording(
            zh: "截至\(self.day(day).zh)，在办任务\(tasks.open)项：红灯\(tasks.late.count)项，黄灯\(tasks.near.count)项，"
                + "绿灯\(green)项。",
            en: "On \(day) \(tasks.open) tasks are open: \(tasks.late.count) red, \(tasks.near.count) yellow, "
                + "\(green) green.")
    }

    static func lateUnits(_ units: [(name: Wording, count: Int)]) -> Wording {
        Wording(
            zh: "逾期单位：" + units.map { "\($0.name.zh)\($0.count)项" }.joined(separator: "、") + "。",
            en: "Late: " + units.map { "\($0.name.en) \($0.count)" }.joined(separator: ", ") + ".")
    }

    static let tasksNote = Wording(
        zh: "亮灯按报告期最后一天，其余按制作时的台账；逾期为红灯，临期或未按时报送为黄灯，正在核验的不亮红黄灯。",
        en: "Lights are those of the last day of the period, all else is as the ledger stood when this was made.")
}
