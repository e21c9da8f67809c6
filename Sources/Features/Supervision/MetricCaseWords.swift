import Values

/// The words of the cases behind a figure.
enum MetricCaseWords {
    static let title = Wording(zh: "计入的办件", en: "Cases that count")
    static let seeAll = Wording(zh: "看全部计入的办件", en: "See every case that counts")
    static let show = Wording(zh: "显示", en: "Show")
    static let none = Wording(zh: "这一段没有计入的办件", en: "No case counts here")
    static let noneMore = Wording(zh: "这一页没有符合条件的办件，请看下一页", en: "None fits on this page; go on to the next")
    static let notCases = Wording(
        zh: "这个指标不由办件算出，没有可以穿透的办件", en: "This figure is not made of cases; there are none behind it")
    static let value = Wording(zh: "数值", en: "Value")
    static let adds = Wording(zh: "计入", en: "Counts in")
    static let meets = Wording(zh: "单件看", en: "Taken alone")
    static let part = Wording(zh: "分子和分母", en: "numerator and denominator")
    static let whole = Wording(zh: "分母", en: "denominator")
    static let counted = Wording(zh: "合计", en: "the sum")
    static let against = Wording(zh: "不符合", en: "does not meet it")
    static let meeting = Wording(zh: "符合", en: "meets it")

    static func show(_ show: MetricCaseDesk.Show) -> Wording {
        switch show {
        case .all: Wording(zh: "全部计入的", en: "all that count")
        case .against: Wording(zh: "不符合承诺的", en: "those against the promise")
        case .meeting: Wording(zh: "符合承诺的", en: "those that meet it")
        }
    }
}
