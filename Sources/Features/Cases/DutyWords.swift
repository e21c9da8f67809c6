import Values

/// The words of the supervisor's page of promises and documents that may follow.
enum DutyWords {
    static let title = Wording(zh: "承诺与容缺", en: "Promises and documents that may follow")
    static let subtitle = Wording(
        zh: "数字来自办件事件，点数字看背后的办件", en: "Counted from the events of cases; each number leads to the cases behind it")
    static let kind = Wording(zh: "类别", en: "Kind")
    static let cases = Wording(zh: "办件", en: "Cases")
    static let empty = Wording(zh: "这里没有办件", en: "No case here")
    static let due = Wording(zh: "期限", en: "Due")
    static let service = Wording(zh: "事项", en: "Service")
    static let applicant = Wording(zh: "申请人", en: "Applicant")
    static let what = Wording(zh: "内容", en: "What")
    static let unit = Wording(zh: "办理单位", en: "Unit")
    static let since = Wording(zh: "开始", en: "Since")
    static let noView = Problem(
        place: "view", message: Wording(zh: "没有这种口径", en: "There is no such view"),
        remedy: Wording(zh: "从接口说明列出的口径中选", en: "choose one of those that the description lists"))

    static func about(_ about: Duty.About) -> Wording {
        switch about {
        case .promise: Wording(zh: "告知承诺", en: "Promises")
        case .check: Wording(zh: "承诺核查", en: "Checks of promises")
        case .document: Wording(zh: "容缺材料", en: "Documents that may follow")
        case .repair: Wording(zh: "失信修复", en: "Repairs")
        }
    }

    static func view(_ view: DutyView) -> Wording {
        switch view {
        case .promisesOpen: Wording(zh: "承诺待核查", en: "Promises to be checked")
        case .promisesKept: Wording(zh: "承诺属实", en: "Promises kept")
        case .promisesBroken: Wording(zh: "承诺不实", en: "Promises broken")
        case .checksOpen: Wording(zh: "核查未到期", en: "Checks not yet due")
        case .checksLate: Wording(zh: "核查逾期", en: "Checks overdue")
        case .checksDone: Wording(zh: "核查完成", en: "Checks done")
        case .documentsOpen: Wording(zh: "容缺待补", en: "Documents to follow")
        case .documentsLate: Wording(zh: "容缺超期未处理", en: "Documents late")
        case .documentsKept: Wording(zh: "容缺已补", en: "Documents handed in")
        case .documentsLapsed: Wording(zh: "容缺逾期终止", en: "Documents lapsed")
        }
    }
}
