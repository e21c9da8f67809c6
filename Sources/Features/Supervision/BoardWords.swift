import Definitions
import Values

/// The words of boards and promises.
enum BoardWords {
    static let column = Wording(zh: "督查", en: "Supervision")
    static let board = Wording(zh: "承诺与指标", en: "Promises and measures")
    static let openTitle = Wording(zh: "承诺兑现", en: "Promises kept")
    static let openLead = Wording(
        zh: "政策文件里的承诺，逐条对照平台记录的办件。数字由日志算出，没有人填报。",
        en: "Promises printed in policy documents, held against the cases that the platform records. Nobody reports.")
    static let noMetric = Wording(zh: "没有这个指标", en: "There is no such metric")
    static let noRegion = Wording(zh: "没有这个区划", en: "There is no such region")
    static let noPromises = Wording(zh: "还没有公布承诺", en: "No promises are published yet")
    static let noPromisesText = Wording(
        zh: "指标公布后，每条承诺、原文和兑现情况显示在这里。", en: "Each promise is shown here once metrics are published.")
    static let nothingMeasured = Wording(zh: "这段时间没有这样的办件", en: "no such case in this period")
    static let notHere = Wording(zh: "这里测不了", en: "Not measurable here")

    // MARK: States

    static func state(_ state: PromiseState) -> Wording {
        switch state {
        case .kept: Wording(zh: "兑现", en: "Kept")
        case .atRisk: Wording(zh: "有风险", en: "At risk")
        case .broken: Wording(zh: "未兑现", en: "Broken")
        case .notYetDue: Wording(zh: "未到期", en: "Not yet due")
        // It is measured; there was nothing to measure.
        case .notMeasurable(let why) where why == nothingMeasured: Wording(zh: "还没有办件", en: "No case yet")
        case .notMeasurable: notHere
        }
    }

    /// Why, where the word of the state does not say it already.
    static func reason(_ state: PromiseState) -> Wording? {
        state == .notMeasurable(nothingMeasured) ? nil : why(state)
    }

    /// One of each state that has a word of its own.
    static func kinds(on day: Day) -> [PromiseState] {
        [.kept, .atRisk, .broken, .notYetDue(day), .notMeasurable(nothingMeasured), .notMeasurable(notHere)]
    }

    static func why(_ state: PromiseState) -> Wording? {
        switch state {
        case .kept, .broken: nil
        case .atRisk: Wording(zh: "总体达到，最近一个月没有达到", en: "reached as a whole, not in the latest month")
        case .notYetDue(let day): Wording(zh: "到期日 \(day)", en: "due on \(day)")
        case .notMeasurable(let why): why
        }
    }

    static func summary(_ states: [PromiseState]) -> Wording {
        // Days of what is due later differ; the word is the same.
        let counts = kinds(on: Day(1, 1, 1)).map { kind in
            (word: state(kind), number: states.count { state($0) == state(kind) })
        }
        return Wording(
            zh: "\(states.count) 条承诺：" + counts.map { "\($0.word.zh) \($0.number)" }.joined(separator: "，"),
            en: "\(states.count) promises: "
                + counts.map { "\($0.number) \($0.word.en.lowercased())" }.joined(separator: ", "))
    }

    // MARK: Targets and figures

    static func target(_ target: MetricTarget, unit: String) -> Wording {
        let value = "\(target.value)"
        return switch target.comparison {
        case .atLeast: Wording(zh: "不少于 \(value)\(space(unit))", en: "at least \(value)\(space(unit))")
        case .atMost: Wording(zh: "不超过 \(value)\(space(unit))", en: "at most \(value)\(space(unit))")
        case .equals: Wording(zh: "达到 \(value)\(space(unit))", en: "\(value)\(space(unit))")
        case .lessThan: Wording(zh: "少于 \(value)\(space(unit))", en: "less than \(value)\(space(unit))")
        case .moreThan: Wording(zh: "超过 \(value)\(space(unit))", en: "more than \(value)\(space(unit))")
        }
    }

    static func figure(_ value: MetricValue?, unit: String) -> String { value.map { $0.text + space(unit) } ?? "—" }

    private static func space(_ unit: String) -> String { unit == "%" ? "%" : " " + unit }

    static func source(_ target: MetricTarget) -> Wording {
        let article = item(target.article)
        return Wording(zh: "\(target.policy) \(article.zh)", en: "\(target.policy) \(article.en)")
    }

    /// A bare number of an item says what it is; other marks are printed as they are: （一）.
    static func item(_ mark: String) -> Wording {
        mark.allSatisfy { $0.isASCII && $0.isNumber }
            ? Wording(zh: "第 \(mark) 项", en: "item \(mark)") : Wording(zh: mark, en: mark)
    }

    /// Marks inside quotation marks become single ones (GB/T 15834—2011, 4.8.3.4).
    static func insideQuotes(_ sentence: String) -> String {
        sentence.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : String($0) }.joined()
    }

    static func strictness(_ strictness: LimitStrictness) -> Wording {
        let period = strictness.longest.map { words(of: $0) } ?? Wording(zh: "没有承诺时限", en: "no promised time")
        return strictness.isKept
            ? Wording(
                zh: "该事项的承诺时限为\(period.zh)，不宽于文件", en: "The service promises \(period.en): as strict as the document")
            : Wording(
                zh: "该事项的承诺时限为\(period.zh)，宽于文件", en: "The service promises \(period.en): looser than the document")
    }

    private static func words(of period: LegalPeriod) -> Wording {
        let amount = period.amount
        return switch period.unit {
        case .sameDay: Wording(zh: "当日", en: "the same day")
        case .hours: Wording(zh: " \(amount) 小时", en: "\(amount) hours")
        case .days: Wording(zh: " \(amount) 天", en: "\(amount) days")
        case .workdays: Wording(zh: " \(amount) 个工作日", en: "\(amount) workdays")
        case .months: Wording(zh: " \(amount) 个月", en: "\(amount) months")
        case .years: Wording(zh: " \(amount) 年", en: "\(amount) years")
        }
    }

    static func counted(_ number: Int) -> Wording { Wording(zh: "按 \(number) 件计算", en: "from \(number) cases") }
    static let ofDefinitions = Wording(zh: "按现行规则计算", en: "from the definitions in force")

    static func channel(_ id: String) -> Wording {
        switch id {
        case "online": Wording(zh: "网上", en: "Online")
        case "mobile": Wording(zh: "移动端", en: "Mobile")
        case "window": Wording(zh: "窗口", en: "Window")
        case "kiosk": Wording(zh: "自助终端", en: "Terminal")
        case "api": Wording(zh: "接入系统", en: "Connected system")
        case "": Wording(zh: "平台", en: "Platform")
        default: Wording(zh: id, en: id)
        }
    }

    // MARK: Asking

    static let region = Wording(zh: "区划", en: "Region")
    static let whereMeant = Wording(zh: "文件所指的范围", en: "Where the document means")
    static let from = Wording(zh: "从", en: "From")
    static let to = Wording(zh: "到", en: "To")
    static let reported = Wording(zh: "按什么时候的记录", en: "As recorded by")
    static let now = Wording(zh: "现在", en: "now")
    static func atEnd(of month: String) -> Wording { Wording(zh: "\(month) 月末", en: "end of \(month)") }
    static let scope = Wording(zh: "范围", en: "Scope")

    // MARK: Tables

    static let promises = Wording(zh: "承诺", en: "Promises")
    static let measures = Wording(zh: "其他指标", en: "Other measures")
    static let metric = Wording(zh: "指标", en: "Metric")
    static let sentence = Wording(zh: "文件原文", en: "The document’s words")
    static let targetLabel = Wording(zh: "目标", en: "Target")
    static let value = Wording(zh: "实际", en: "Measured")
    static let stateLabel = Wording(zh: "状态", en: "State")
    static let place = Wording(zh: "地方", en: "Place")
    static let proof = Wording(zh: "证明", en: "Proof")
    static let monthLabel = Wording(zh: "月份", en: "Month")
    static let casesCounted = Wording(zh: "件数", en: "Cases")
    static let wholeCity = Wording(zh: "全市", en: "Whole city")
    static let trend = Wording(zh: "逐月变化", en: "Month by month")
    static let seeTable = Wording(zh: "看数据表", en: "See the figures")
    static let limit = Wording(zh: "时限", en: "Time limit")

    static func trendFinding(_ months: [(month: Int, value: MetricValue?)], unit: String) -> Wording {
        let known = months.compactMap { entry in entry.value.map { (entry.month, $0) } }
        guard let first = known.first, let last = known.last, first.0 != last.0 else {
            return Wording(zh: "还看不出变化", en: "No change can be told yet")
        }
        let (before, after) = (figure(first.1, unit: unit), figure(last.1, unit: unit))
        let text = "\(before) → \(after)"
        return Wording(
            zh: "从 \(month(first.0)) 到 \(month(last.0))：\(text)", en: "\(month(first.0)) to \(month(last.0)): \(text)")
    }

    /// `2026-03` of 202603.
    static func month(_ number: Int) -> String {
        let month = number % 100
        return "\(number / 100)-\(month < 10 ? "0" : "")\(month)"
    }

    static func by(_ dimension: MetricDimension) -> Wording {
        switch dimension {
        case .city: Wording(zh: "全市", en: "City")
        case .region: Wording(zh: "按区划", en: "By region")
        case .unit: Wording(zh: "按单位", en: "By unit")
        case .service: Wording(zh: "按事项", en: "By service")
        case .channel: Wording(zh: "按渠道", en: "By channel")
        }
    }

    static let against = Wording(zh: "不符合承诺的办件", en: "Cases against the promise")
    static let noneAgainst = Wording(zh: "没有不符合承诺的办件", en: "No case counts against the promise")
    static let caseLabel = Wording(zh: "办件", en: "Case")
    static let unit = Wording(zh: "单位", en: "Unit")
    static let day = Wording(zh: "日期", en: "Day")
    static func shown(_ count: Int) -> Wording { Wording(zh: "显示 \(count) 件", en: "\(count) shown") }

    static func asOf(_ counted: BoardDesk.Counted) -> Wording {
        counted.lag == 0
            ? Wording(
                zh: "已计算日志前 \(counted.position) 条事件，没有遗漏", en: "counted: all \(counted.position) events of the log")
            : Wording(
                zh: "已计算日志前 \(counted.position) 条事件，还有 \(counted.lag) 条没有计算",
                en: "counted: the first \(counted.position) events of the log; \(counted.lag) are not counted yet")
    }

    static func proofText(_ position: Int) -> Wording {
        Wording(
            zh: "由日志前 \(position) 条事件算出，任何人可用公开的事件流重新计算",
            en: "Computed from the first \(position) events of the log; anyone can compute it again from the feed")
    }
    static let head = Wording(zh: "日志的长度、树根和收据由接口给出：", en: "Length, root and receipts of the log are given by")
}
