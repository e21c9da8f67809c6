import Definitions
import Values

/// What the kernel says when a command does not fit: what, and what to do.
enum Sentences {
    static let closed = Wording(zh: "本案已经办结，不能再办理；如有新情况，请另行申请", en: "The case is closed; what is new is a new case")

    static func notHere(_ action: String, stage: Wording) -> Wording {
        Wording(
            zh: "当前环节“\(stage.zh)”不能办理“\(action)”，请刷新后重试",
            en: "`\(action)` cannot be done in the stage “\(stage.en)”; reload the page")
    }

    static func noTask(_ task: Wording) -> Wording {
        Wording(zh: "任务“\(task.zh)”现在没有待办", en: "The task “\(task.en)” is not open now")
    }

    static func unclear(_ task: Wording, names: [String]) -> Wording {
        let list = names.joined(separator: "、")
        return Wording(
            zh: "任务“\(task.zh)”是否需要尚不明确，请先查明：\(list)",
            en: "Whether “\(task.en)” is needed is not known; establish first: " + names.joined(separator: ", "))
    }

    static func noResult(_ result: String, task: Wording) -> Wording {
        Wording(zh: "任务“\(task.zh)”没有结果“\(result)”", en: "“\(task.en)” has no result `\(result)`")
    }

    static func notPermitted(roles: [String]) -> Wording {
        let names = roles.map { roleNames[$0] ?? Wording(zh: $0, en: $0) }
        return Wording(
            zh: "您不能办理此事；须由本案所属单位、本辖区的以下岗位办理：" + names.map(\.zh).joined(separator: "、"),
            en: "You may not do this; it takes a post of the case's unit and region as: "
                + names.map(\.en).joined(separator: ", "))
    }

    static let notParty = Wording(
        zh: "只有申请人或其授权的代办人可以办理", en: "Only the applicant, or an agent with a delegation, may do this")
    static let isParty = Wording(zh: "您是本案当事人，应当回避", en: "You are party to this case and may not act as an officer")
    static let separated = Wording(
        zh: "您已办理过本案的相关环节，应当由他人办理", en: "You did a part of this case that another person must check")
    static let signedAlready = Wording(zh: "您已签名，须由另一人签名", en: "You have signed; another person must sign")
    static let signsOther = Wording(
        zh: "签名的内容与前一位签名人的不一致", en: "What you sign differs from what was signed before")
    static let changedMeanwhile = Wording(
        zh: "您看到的内容已有变化，请刷新后重试", en: "What you saw has changed; reload and decide again")
    static let conditionFails = Wording(zh: "不符合办理条件", en: "The condition for this is not met")
    static let erased = Wording(
        zh: "本案的个人信息已经删除，不能再办理", en: "The personal data of this case were erased; nothing more can be done")
    static let newerEvent = Wording(
        zh: "本案含有新版本系统的记录，请在升级后办理", en: "The case holds records of a newer version; upgrade before going on")
    static let secondPerson = Wording(zh: "须由另一人复核", en: "A second, different person must confirm this")
    static let exists = Wording(zh: "本案已经提交", en: "The case has been filed already")
    static let missing = Wording(zh: "没有这个办件", en: "There is no such case")

    /// Names each fact as it is asked for, with its id for programs.
    static func notKnown(_ names: [String], fields: [String: Field], tasks: [TaskRule]) -> Wording {
        let words = names.map { name -> Wording in
            if let field = fields[name] {
                return Wording(zh: "\(field.ask.zh)（\(name)）", en: "\(field.ask.en) (\(name))")
            }
            guard let task = tasks.first(where: { name == "tasks.\($0.id).result" }) else {
                return Wording(zh: name, en: name)
            }
            return Wording(zh: "任务“\(task.name.zh)”的结果", en: "the result of “\(task.name.en)”")
        }
        return Wording(
            zh: "以下事实尚未查明，不能推定：" + words.map(\.zh).joined(separator: "、"),
            en: "These facts are not established, and nothing is presumed: "
                + words.map(\.en).joined(separator: ", "))
    }

    /// Roles of the procedures, as they are called in a sentence.
    private static let roleNames: [String: Wording] = [
        "applicant": Wording(zh: "申请人", en: "applicant"), "clerk": Wording(zh: "窗口人员", en: "window clerk"),
        "reviewer": Wording(zh: "审查人员", en: "reviewer"), "approver": Wording(zh: "审批人", en: "approver"),
        "inspector": Wording(zh: "核查人员", en: "inspector"), "head": Wording(zh: "负责人", en: "head of the unit"),
        "presiding": Wording(zh: "听证主持人", en: "presiding officer"), "expert": Wording(zh: "评审专家", en: "expert"),
        "operator": Wording(zh: "热线坐席", en: "hotline operator"), "supervisor": Wording(zh: "督查人员", en: "supervisor"),
        "handler": Wording(zh: "经办人员", en: "handler"), "legal_reviewer": Wording(zh: "法制审核人员", en: "legal reviewer"),
        "credit_officer": Wording(zh: "信用管理人员", en: "credit officer"), "platform": Wording(zh: "平台", en: "platform"),
    ]

    static func blocked(_ obligation: Wording) -> Wording {
        Wording(zh: "“\(obligation.zh)”尚未履行", en: "“\(obligation.en)” is still owed")
    }

    static func extendedAlready(times: Int) -> Wording {
        Wording(zh: "期限最多延长 \(times) 次，已经延长", en: "The time may be extended \(times) times, and was")
    }
}
