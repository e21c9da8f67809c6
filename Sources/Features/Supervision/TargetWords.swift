import Definitions
import Values

/// The words of binding figures of documents to what measures them.
enum TargetWords {
    static let title = Wording(zh: "文件目标", en: "Figures of documents")
    static let lead = Wording(
        zh: "已采纳任务里的量化指标：由哪个指标来量，现在怎么样", en: "Figures of accepted tasks: what measures each, and how it stands")
    static let bindTitle = Wording(zh: "确认由什么来量", en: "Say what measures it")
    static let noTarget = Wording(zh: "没有这个目标，或者它已不再有效", en: "There is no such figure, or it does not count any more")
    static let none = Wording(zh: "还没有采纳的量化指标", en: "No figure has been accepted yet")
    static let noneText = Wording(
        zh: "政策文件的任务采纳后，其中的数字显示在这里。", en: "Figures are shown here once tasks of documents are accepted.")
    static let wrongPost = Wording(
        zh: "由什么来量，由督查岗位确认", en: "A supervisor’s post says what measures a figure")
    static let boundMeanwhile = Wording(
        zh: "别人刚刚改过这个目标的绑定，请重新打开再确认", en: "Somebody else has just bound this figure; open it again")

    static let sentence = Wording(zh: "文件原文", en: "The document’s words")
    static let figure = Wording(zh: "目标", en: "Figure")
    static let due = Wording(zh: "期限", en: "Due")
    static let measuredBy = Wording(zh: "由什么来量", en: "Measured by")
    static let state = Wording(zh: "状态", en: "State")
    static func shown(_ count: Int) -> Wording { Wording(zh: "显示 \(count) 条", en: "\(count) shown") }
    static let unbound = Wording(zh: "未确认", en: "Not confirmed")
    static let proposed = Wording(zh: "建议：", en: "proposed: ")
    static let noProposal = Wording(zh: "没有相近的指标", en: "no metric comes near")
    static let gone = Wording(zh: "原来的指标已取消，请重新确认", en: "its metric is gone; confirm another")
    static let change = Wording(zh: "确认", en: "Confirm")

    static let metric = Wording(zh: "指标", en: "Metric")
    static let metricHint = Wording(
        zh: "平台按日志计算它；选“这里测不了”时说明原因", en: "The platform counts it from the log; otherwise say why it cannot")
    static let region = Wording(zh: "范围", en: "Where")
    static let service = Wording(zh: "事项", en: "Service")
    static let serviceHint = Wording(
        zh: "原文说的是某一个事项时选择它；按事项的数只有全市合计",
        en: "Choose one when the sentence speaks of it; figures by service exist for the whole city")
    static let allServices = Wording(zh: "全部事项", en: "All services")
    static let chooseService = Problem(
        place: "service", message: Wording(zh: "选择列出的事项", en: "Choose one of the services"),
        remedy: Wording(zh: "选择列出的事项", en: "choose one of the services"))
    static let serviceOfCity = Problem(
        place: "service",
        message: Wording(
            zh: "按事项的数只有全市合计：范围选“全市”，或者不选事项",
            en: "Figures by service exist for the whole city only: choose the whole city, or no service"),
        remedy: Wording(zh: "范围选“全市”，或者不选事项", en: "choose the whole city, or no service"))
    static let notByService = Problem(
        place: "service",
        message: Wording(
            zh: "这个指标不按事项统计，请不选事项或换一个指标", en: "This metric is not counted by service; choose none, or another metric"),
        remedy: Wording(zh: "不选事项或换一个指标", en: "choose no service, or another metric"))
    static let openTitle = Wording(zh: "文件任务里的数字", en: "Figures of the tasks of documents")
    static let openLead = Wording(
        zh: "已采纳并确认由什么来量的数字，连同文件原文；还没有确认的不列出",
        en: "Figures that were accepted and of which somebody has said what measures them, with the document’s words")
    static let more = Wording(zh: "更多文件里的数字", en: "More figures of documents")
    static let save = Wording(zh: "确认绑定", en: "Confirm")

    static let chooseMetric = Problem(
        place: "metric", message: Wording(zh: "选择一个指标或原因", en: "Choose a metric, or a reason"),
        remedy: Wording(zh: "选择一个指标或原因", en: "choose a metric, or a reason"))
    static let chooseRegion = Problem(
        place: "region", message: Wording(zh: "选择列出的区划", en: "Choose one of the regions"),
        remedy: Wording(zh: "选择列出的区划", en: "choose one of the regions"))

    static func why(_ why: TargetBinding.Unmeasured) -> Wording {
        switch why {
        case .noRecord: Wording(zh: "这里测不了：平台没有这项记录", en: "Not measurable here: nobody records it")
        case .otherSystem: Wording(zh: "这里测不了：由别的系统统计", en: "Not measurable here: another system counts it")
        case .unclear:
            Wording(zh: "这里测不了：原文没有说清数的是什么", en: "Not measurable here: the sentence does not say what is counted")
        }
    }

    static let changeOnly = Wording(
        zh: "文件写的是变化，没有写原来的数", en: "the document prints a change, not the figure before")

    /// How a figure stands, in words.
    static func state(of one: TargetDesk.Bound) -> Wording {
        if let measured = one.measured { return BoardWords.state(measured.state ?? .notMeasurable(changeOnly)) }
        if case .unmeasured(let why) = one.binding?.choice { return self.why(why) }
        return one.binding == nil ? unbound : gone
    }

    static func source(_ target: AcceptedTarget) -> Wording {
        let (document, item) = (target.documentNumber ?? target.documentTitle, BoardWords.item(target.task))
        return Wording(zh: "\(document) \(item.zh)", en: "\(document) \(item.en)")
    }
}
