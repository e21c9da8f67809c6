import Values

/// The words of supervising ratings: measures and corrections.
extension RatingWords {
    static let supervision = Wording(zh: "好差评监督", en: "Supervision of ratings")
    static let unnamed = Wording(zh: "未命名", en: "Not named")
    static let counted = Wording(zh: "已统计到现在", en: "counted up to now")
    static func lagging(_ count: Int) -> Wording {
        Wording(zh: "还有 \(count) 条记录没有统计", en: "\(count) records not counted yet")
    }
    static func months(_ first: Month, _ last: Month) -> Wording {
        Wording(zh: "\(first.text) 至 \(last.text)", en: "\(first.text) to \(last.text)")
    }
    static let period = Wording(zh: "统计时段", en: "Period")
    static let from = Wording(zh: "从", en: "From")
    static let to = Wording(zh: "到", en: "To")
    static let measure = Wording(zh: "指标", en: "Measure")
    static let rate = Wording(zh: "比率", en: "Rate")
    static let numerator = Wording(zh: "分子", en: "Numerator")
    static let denominator = Wording(zh: "分母", en: "Denominator")
    static let meaning = Wording(zh: "怎么算", en: "What is counted")
    static let behind = Wording(zh: "明细", en: "Cases behind")
    static let see = Wording(zh: "查看", en: "See")

    static let five = Wording(zh: "应当达到 100% 的五项", en: "Five measures that are to stand at 100 %")
    static let itemsCovered = Wording(zh: "政务服务事项覆盖率", en: "Items covered")
    static let itemsMean = Wording(
        zh: "有办件的事项中，每次服务都能评价的事项", en: "items served, of which every service event can be rated")
    static let subjectsCovered = Wording(zh: "评价对象覆盖率", en: "Subjects covered")
    static let subjectsMean = Wording(
        zh: "有办件的单位中，每次服务都能评价的单位", en: "units that served, of which every service event can be rated")
    static let channelsCovered = Wording(zh: "服务渠道覆盖率", en: "Channels covered")
    static let channelsMean = Wording(
        zh: "有办件的渠道中，每次服务都能评价的渠道", en: "channels used, of which every service event can be rated")
    static let correctionRate = Wording(zh: "差评整改率", en: "Bad ratings corrected")
    static let correctionMeans = Wording(
        zh: "差评（不含经核实不实的）中已整改的", en: "bad ratings, less those found to be unfounded, that were corrected")
    static let callBackRate = Wording(zh: "实名差评回访率", en: "Named bad ratings called back")
    static let callBackMeans = Wording(
        zh: "实名差评（不含经核实不实的）中已回访的", en: "named bad ratings, less unfounded ones, that were called back")
    static let further2 = Wording(zh: "评价情况", en: "How people rate")
    static let satisfaction = Wording(zh: "满意率", en: "Satisfaction")
    static let satisfactionMeans = Wording(
        zh: "评价中非常满意、满意、基本满意的", en: "ratings that are very, or plainly, or fairly satisfied")
    static let participation = Wording(zh: "参评率", en: "Participation")
    static let participationMeans = Wording(zh: "服务次数中有评价的", en: "service events that were rated")
    static let gaps = Wording(zh: "没有全部覆盖的事项、单位、渠道", en: "Items, units and channels not wholly covered")

    // MARK: Corrections

    static let corrections = Wording(zh: "差评整改", en: "Corrections of bad ratings")
    static let views = Wording(zh: "看哪些", en: "Which")
    static func view(_ view: CorrectionStore.View) -> Wording {
        switch view {
        case .all: Wording(zh: "全部差评", en: "All bad ratings")
        case .open: Wording(zh: "未整改", en: "Not corrected")
        case .uncalled: Wording(zh: "实名未回访", en: "Named, not called back")
        case .excluded: Wording(zh: "不计入统计", en: "Not counted")
        }
    }
    static let dueLabel = Wording(zh: "整改期限", en: "Due")
    static let whoseTurn = Wording(zh: "轮到谁", en: "Whose turn")
    static let nobody = Wording(zh: "（岗位上没有人）", en: "(nobody holds the post)")
    static let overdue = Wording(zh: "超期", en: "Overdue")
    static let noCorrections = Wording(zh: "这里没有差评", en: "There is nothing here")
    static let noCorrectionsText = Wording(zh: "有符合的差评时显示在这里。", en: "Bad ratings that fit are shown here.")
    static let uncovered = Wording(zh: "不能评价的服务", en: "Services that nobody can rate")
    static let uncoveredLead = Wording(zh: "所用渠道还没有评价入口", en: "their channel has no way to rate yet")
    static let happenedOn = Wording(zh: "服务时间", en: "Served at")
    static let allCovered = Wording(zh: "每次服务都能评价", en: "Every service event can be rated")
    static let allCoveredText = Wording(zh: "没有缺少评价入口的服务。", en: "None lacks a way to be rated.")
}
