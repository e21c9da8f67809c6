import Definitions
import Values

/// Names and remedies of what is said with deeds. The definition language names things that are said by ids only, so
/// their words stand here, once; an id without words shows what kind of thing it is.
enum GivenWords {
    static func label(_ given: Deed.Given) -> Wording {
        labels[given.id] ?? kinds[given.kind] ?? Wording(zh: given.id, en: given.id)
    }

    static func hint(_ given: Deed.Given) -> Wording? {
        switch given.kind {
        case "citations":
            Wording(
                zh: "勾选决定依据的条款，至少一条；只列本事项规定的依据",
                en: "Tick what the decision rests on, at least one; these are the sources of this service")
        case "list" where given.id == "missing":
            Wording(zh: "一次勾全，以后不能再要求补正", en: "Tick all at once; there is no second time")
        case "list": onePerLine
        case "date": Wording(zh: "例如 2026 年 3 月 5 日", en: "For example 5 March 2026")
        case "text" where given.id == "reason":
            Wording(zh: "写清楚哪里不符合、怎么改；申请人会看到", en: "What is wrong and how to mend it; the applicant reads this")
        case "text" where given.id == "way":
            Wording(zh: "例如：电子证照、邮寄单号、当面领取", en: "For example: electronic, post with its number, by hand")
        case "case": Wording(zh: "填写办件编号", en: "The number of the case")
        default: nil
        }
    }

    static func missing(_ given: Deed.Given) -> Problem {
        let label = label(given)
        let isChoice =
            ["boolean", "choice", "citations", "grade", "unit"].contains(given.kind) || given.id == "missing"
        return problem(
            given,
            isChoice
                ? Wording(zh: "选择“\(label.zh)”", en: "Choose: \(label.en)")
                : Wording(zh: "填写\(label.zh)", en: "Fill in: \(label.en)"))
    }

    static func notOffered(_ given: Deed.Given) -> Problem {
        let label = label(given)
        return problem(
            given, Wording(zh: "“\(label.zh)”要从列出的几项里选", en: "\(label.en): choose one of those listed"))
    }

    static func notADate(_ given: Deed.Given) -> Problem {
        let label = label(given)
        return problem(
            given,
            Wording(
                zh: "\(label.zh)要填日历上有的日期，例如 2026 年 3 月 5 日",
                en: "\(label.en) must be a real date, for example 5 March 2026"))
    }

    static func notANumber(_ given: Deed.Given) -> Problem {
        let label = label(given)
        return problem(given, Wording(zh: "\(label.zh)要填数字", en: "\(label.en) must be a number"))
    }

    static func notMoney(_ given: Deed.Given) -> Problem {
        let label = label(given)
        return problem(
            given,
            Wording(
                zh: "\(label.zh)要填金额，最多两位小数，例如 1200.50",
                en: "\(label.en) must be an amount with at most two decimals, for example 1200.50"))
    }

    static func notAPeriod(_ given: Deed.Given) -> Problem {
        let label = label(given)
        return problem(
            given,
            Wording(zh: "\(label.zh)要填 1 到 9999 的整数", en: "\(label.en) must be a whole number from 1 to 9999"))
    }

    static func tooLong(_ given: Deed.Given) -> Problem {
        let label = label(given)
        return problem(
            given,
            Wording(
                zh: "\(label.zh)最多 2000 字、100 行，更长的说明请作为材料上传",
                en: "\(label.en): at most 2000 characters and 100 lines; upload longer texts as documents"))
    }

    static let otherMissing = Wording(zh: "其他要补的内容", en: "Anything else that is missing")
    static let onePerLine = Wording(zh: "每行写一项", en: "One entry on each line")
    static let periodUnit = Wording(zh: "单位", en: "Unit")
    static let yuan = Wording(zh: "元", en: "yuan")

    static func grade(_ number: Int) -> Wording {
        [
            Wording(zh: "非常不满意", en: "Very dissatisfied"), Wording(zh: "不满意", en: "Dissatisfied"),
            Wording(zh: "基本满意", en: "Fairly satisfied"), Wording(zh: "满意", en: "Satisfied"),
            Wording(zh: "非常满意", en: "Very satisfied"),
        ][number - 1]
    }

    static func unit(_ unit: LegalPeriod.Unit) -> Wording {
        switch unit {
        case .workdays: Wording(zh: "个工作日", en: "working days")
        case .days: Wording(zh: "天", en: "days")
        case .hours: Wording(zh: "小时", en: "hours")
        case .months: Wording(zh: "个月", en: "months")
        case .years: Wording(zh: "年", en: "years")
        case .sameDay: Wording(zh: "当日", en: "the same day")
        }
    }

    private static func problem(_ given: Deed.Given, _ message: Wording) -> Problem {
        Problem(place: given.id, message: message, remedy: AnswerWords.correct)
    }

    private static let kinds: [String: Wording] = [
        "text": Wording(zh: "说明", en: "Explanation"), "number": Wording(zh: "数量", en: "Number"),
        "boolean": Wording(zh: "是否", en: "Yes or no"), "date": Wording(zh: "日期", en: "Date"),
        "list": Wording(zh: "清单", en: "List"), "citations": Wording(zh: "依据条款", en: "Articles"),
        "limit": Wording(zh: "期限", en: "Period"), "case": Wording(zh: "办件", en: "Case"),
        "unit": Wording(zh: "单位", en: "Unit"), "money": Wording(zh: "金额", en: "Amount"),
        "grade": Wording(zh: "评价", en: "Grade"), "choice": Wording(zh: "选项", en: "Choice"),
    ]

    private static let labels: [String: Wording] = [
        "amount": Wording(zh: "金额", en: "Amount"),
        "anonymous": Wording(zh: "是否匿名", en: "Anonymous"),
        "answer": Wording(zh: "答复内容", en: "Answer"),
        "articles": Wording(zh: "依据条款", en: "Articles"),
        "authority": Wording(zh: "有权办理的机关", en: "The competent authority"),
        "channel": Wording(zh: "来源渠道", en: "Channel"),
        "complex": Wording(zh: "是否情况复杂", en: "Complex matter"),
        "decision": Wording(zh: "处理决定", en: "Decision"),
        "due": Wording(zh: "完成期限", en: "To be done by"),
        "expected": Wording(zh: "预计需要的时间", en: "Expected time"),
        "facts": Wording(zh: "查明的事实", en: "Facts established"),
        "figures": Wording(zh: "数据", en: "Figures"),
        "grade": Wording(zh: "评价", en: "Grade"),
        "ground": Wording(zh: "理由", en: "Ground"),
        "held_on": Wording(zh: "举行日期", en: "Held on"),
        "into": Wording(zh: "并入的办件", en: "Merged into"),
        "items": Wording(zh: "物品清单", en: "Items"),
        "kind": Wording(zh: "类别", en: "Kind"),
        "lead_unit": Wording(zh: "牵头单位", en: "Leading unit"),
        "measure": Wording(zh: "措施", en: "Measure"),
        "milestone": Wording(zh: "里程碑", en: "Milestone"),
        "milestone_number": Wording(zh: "第几个里程碑", en: "Number of the milestone"),
        "milestone_on": Wording(zh: "里程碑日期", en: "Day of the milestone"),
        "missing": Wording(zh: "要补的材料", en: "What is missing"),
        "named": Wording(zh: "是否实名", en: "Name given"),
        "need": Wording(zh: "补交哪份材料", en: "Which document"),
        "not_visible_before": Wording(
            zh: "这些缺漏首次审核时是否无法发现", en: "Could these not have been seen the first time?"),
        "opinion": Wording(zh: "意见", en: "Opinion"),
        "part_due": Wording(zh: "子任务完成时限", en: "Last day of the part"),
        "part_person": Wording(zh: "责任人", en: "Who answers for it"),
        "part_title": Wording(zh: "子任务名称", en: "Name of the part"),
        "part_unit": Wording(zh: "承办单位", en: "Handling unit"),
        "penalty": Wording(zh: "处罚内容", en: "Penalty"),
        "place": Wording(zh: "地点", en: "Place"),
        "progress": Wording(zh: "进展", en: "Progress"),
        "proof": Wording(zh: "佐证", en: "Proof"),
        "proposed_amount": Wording(zh: "拟罚款数额", en: "Proposed fine"),
        "proposed_kind": Wording(zh: "拟处罚种类", en: "Proposed kind of penalty"),
        "proved_by": Wording(zh: "以什么证明", en: "Proved by"),
        "rated_case": Wording(zh: "被评价的办件", en: "The case that was rated"),
        "reason": Wording(zh: "理由", en: "Reason"),
        "receipt": Wording(zh: "缴款凭证号", en: "Number of the payment receipt"),
        "record": Wording(zh: "笔录", en: "Record"),
        "report_every": Wording(zh: "多久报一次进展", en: "Report every"),
        "result": Wording(zh: "结果", en: "Result"),
        "right_unit": Wording(zh: "应当承办的单位", en: "The right unit"),
        "satisfied": Wording(zh: "是否满意", en: "Satisfied"),
        "sentence": Wording(zh: "政策原文", en: "The sentence of the policy"),
        "source": Wording(zh: "线索来源", en: "Where the clue comes from"),
        "support_unit": Wording(zh: "配合单位", en: "Supporting unit"),
        "support_units": Wording(zh: "配合单位", en: "Supporting units"),
        "text": Wording(zh: "内容", en: "Text"),
        "to_date": Wording(zh: "延长到", en: "Until"),
        "unit": Wording(zh: "承办单位", en: "Handling unit"),
        "urgent": Wording(zh: "是否紧急", en: "Urgent"),
        "way": Wording(zh: "送达方式", en: "How it was delivered"),
        "words": Wording(zh: "评价内容", en: "What was said"),
    ]
}
