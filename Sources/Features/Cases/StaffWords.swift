import Casework
import Definitions
import Values

/// The words of officers' pages: worklist, case, signing, window.
enum StaffWords {
    // MARK: Worklist

    static let inbox = Wording(zh: "待我办理", en: "My worklist")
    static let views = Wording(zh: "视图", en: "Views")
    static let clock = Wording(zh: "时限", en: "Time left")
    static let item = Wording(zh: "事项 / 编号", en: "Service / number")
    static let applicant = Wording(zh: "申请人", en: "Applicant")
    static let task = Wording(zh: "要办的事", en: "To do")
    static let received = Wording(zh: "到岗时间", en: "Received")
    static let filedOn = Wording(zh: "申请日期", en: "Filed")
    static let remark = Wording(zh: "提示", en: "Remark")
    static let noNumber = Wording(zh: "还没有编号", en: "No number yet")
    static let nameless = Wording(zh: "未留姓名", en: "No name")
    static let noLimit = Wording(zh: "没有时限", en: "No limit")
    static let nothingToDo = Wording(zh: "没有要办的事", en: "Nothing to do")
    static let nothingToDoText = Wording(
        zh: "分到您岗位的任务会显示在这里，剩余时间最少的排在最前。",
        en: "Tasks of your post appear here, those with the least time left first.")
    static let nothingInView = Wording(zh: "这个视图里没有任务", en: "No task in this view")
    static let nothingInViewText = Wording(zh: "换一个视图，或者看全部待办。", en: "Choose another view, or see all.")
    static let showAll = Wording(zh: "看全部待办", en: "Show all")

    static func view(_ view: Worklist.View) -> Wording {
        switch view {
        case .all: Wording(zh: "全部", en: "All")
        case .today: Wording(zh: "今天到期", en: "Due today")
        case .overdue: Wording(zh: "已超期", en: "Overdue")
        case .stopped: Wording(zh: "暂停计时", en: "Clock stopped")
        case .unclear: Wording(zh: "待明确事实", en: "Facts to establish")
        }
    }

    static func overdueCount(_ count: String) -> Wording { Wording(zh: "超期 \(count)", en: "Overdue \(count)") }
    static func dueCount(_ count: String) -> Wording { Wording(zh: "今天到期 \(count)", en: "Due today \(count)") }
    static func shown(_ count: Int) -> Wording {
        Wording(
            zh: "本页 \(count) 件，按剩余时间由少到多", en: "\(count) on this page, least time left first")
    }
    static func inboxCaption(_ view: Wording) -> Wording {
        Wording(zh: "待我办理：\(view.zh)，按剩余时限由少到多排列", en: "My worklist: \(view.en), least time left first")
    }

    // MARK: Who may

    static let noPost = Wording(
        zh: "这些页面由在岗的工作人员使用。先选择您的岗位", en: "These pages are for officers. Choose your post first")
    static let lookForbidden = Wording(
        zh: "完整的个人信息由经办的工作人员查看；监督和审计看脱敏内容",
        en: "Full personal values are for those who work on the case; supervision sees masks")
    static func roles(_ ids: [String]) -> Wording {
        let names = ids.filter { $0 != "applicant" && $0 != "platform" }
            .map { Role(rawValue: $0)?.name ?? Wording(zh: $0, en: $0) }
        return Wording(
            zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }
    static func forRole(_ role: Wording, in unit: String) -> Wording {
        Wording(zh: "由\(unit)的\(role.zh)办理", en: "For: \(role.en), \(unit)")
    }

    // MARK: Case

    static let content = Wording(zh: "本件内容", en: "This case")
    static let deciding = Wording(zh: "办理", en: "Decide")
    static let checks = Wording(zh: "核验", en: "Checks")
    static let materials = Wording(zh: "材料", en: "Documents")
    static let filed = Wording(zh: "申请信息", en: "What was filed")
    static let log = Wording(zh: "办理记录", en: "Log")
    static let refusals = Wording(zh: "不予办理的理由", en: "Grounds for refusal")
    static let licenceRefusals = Wording(zh: "不予许可的理由", en: "Grounds for refusal")
    static let noCertain = Wording(zh: "现在没有成立的理由。", en: "No ground for refusal stands now.")
    static let why = Wording(zh: "理由", en: "Ground")
    static let law = Wording(zh: "依据", en: "Law")
    static let state = Wording(zh: "状态", en: "State")
    static let stands = Wording(zh: "成立", en: "Stands")
    static let mayStand = Wording(zh: "待明确", en: "Not known yet")
    static let nothingToCheck = Wording(
        zh: "没有需要与部门数据比对的内容。", en: "Nothing was filed that a register could confirm.")
    static func checksHeading(_ wrong: Int, _ silent: Int, _ right: Int) -> Wording {
        Wording(
            zh: "自动核验：\(wrong) 项不一致，\(silent) 项没有查到，\(right) 项一致",
            en: "Automatic checks: \(wrong) differ, \(silent) without an answer, \(right) agree")
    }
    static func materialsHeading(_ have: Int, _ lack: Int) -> Wording {
        Wording(zh: "材料审查：已有 \(have) 份，缺 \(lack) 份", en: "Documents: \(have) at hand, \(lack) missing")
    }
    static let material = Wording(zh: "材料", en: "Document")
    static let howGot = Wording(zh: "取得方式", en: "How obtained")
    static let grade = Wording(zh: "质量等级", en: "Grade")
    static let conclusion = Wording(zh: "结论", en: "Conclusion")
    static let noMaterials = Wording(zh: "这件事不需要材料。", en: "This service needs no document.")
    static let have = Wording(zh: "已取得", en: "At hand")
    static func expired(_ day: String) -> Wording { Wording(zh: "\(day)已过期", en: "expired \(day)") }
    static let missing = Wording(zh: "缺", en: "Missing")
    static let deferred = Wording(zh: "容缺，以后补", en: "To follow")
    static func dependsOn(_ names: String) -> Wording { Wording(zh: "要先查明：\(names)", en: "depends on: \(names)") }
    static func source(_ source: EvidenceNeed.Source) -> Wording {
        switch source {
        case .certificate: Wording(zh: "电子证照", en: "Certificate library")
        case .register: Wording(zh: "部门数据", en: "Register")
        case .earlierCase: Wording(zh: "以前的办件", en: "Earlier case")
        case .promise: Wording(zh: "承诺", en: "Promise")
        case .upload: Wording(zh: "上传", en: "Upload")
        }
    }
    static func standIn(_ name: String) -> Wording {
        Wording(zh: "\(name)（替身数据）", en: "\(name) (stand-in data)")
    }
    static func answerSource(_ source: String, isStandIn: Bool) -> Wording {
        switch source {
        case "applicant": Wording(zh: "申请人填写", en: "given by the applicant")
        case "officer": Wording(zh: "工作人员查明", en: "established by an officer")
        case "account": Wording(zh: "账户登记", en: "from the account")
        default: isStandIn ? standIn(source) : Wording(zh: source, en: source)
        }
    }
    static func graded(_ grade: String) -> Wording { Wording(zh: "\(grade) 级", en: "grade \(grade)") }
    static let notAnswered = Wording(zh: "没有应答", en: "no answer")
    static let look = Wording(zh: "查看", en: "Look")
    static let erased = Wording(
        zh: "本案的个人信息已经删除，只剩不含个人信息的记录。",
        en: "The personal data of this case were erased; only what names nobody is left.")
    static let newerEvent = Wording(
        zh: "本案含有新版本系统的记录，升级以前只能看。", en: "This case holds records of a newer version; it can only be read.")
    static let closedTitle = Wording(zh: "本件已办结", en: "The case is closed")
    static let print = Wording(zh: "打印", en: "Print")
    static let certificates = Wording(zh: "证照", en: "Certificates")
    static let agent = Wording(zh: "代办人", en: "Agent")
    static let track = Wording(zh: "办理方式", en: "Track")
    static let channel = Wording(zh: "来源", en: "Channel")
    static let filedAt = Wording(zh: "申请时间", en: "Filed")
    static func track(_ track: String) -> Wording {
        switch track {
        case "ordinary": Wording(zh: "一般程序", en: "Ordinary")
        case "commitment": Wording(zh: "告知承诺", en: "By promise")
        case "tolerance": Wording(zh: "容缺受理", en: "Documents may follow")
        default: Wording(zh: track, en: track)
        }
    }
    static func channel(_ channel: String?) -> Wording {
        switch channel {
        case "online"?: Wording(zh: "网上", en: "Online")
        case "window"?: Wording(zh: "窗口", en: "Window")
        case "mobile"?: Wording(zh: "手机", en: "Mobile")
        case "kiosk"?: Wording(zh: "自助机", en: "Kiosk")
        case "api"?: Wording(zh: "系统对接", en: "Interface")
        default: Wording(zh: channel ?? "—", en: channel ?? "—")
        }
    }

    // MARK: Deciding

    static let decide = Wording(zh: "您可以办理", en: "What you can do")
    static let nothingForYou = Wording(zh: "现在没有要您办的事。", en: "There is nothing for you to do now.")
    static let stageActions = Wording(zh: "本环节的其他处理", en: "Other acts of this stage")
    static let notNow = Wording(zh: "现在不能办", en: "Not possible now")
    static let others = Wording(zh: "由他人办理", en: "For others")
    static let establish = Wording(zh: "待明确的事实", en: "Facts to establish")
    static let establishText = Wording(
        zh: "没有查明的，不推定。查明后任务和结论会自动更新。",
        en: "Nothing is presumed. Once established, tasks and grounds follow by themselves.")
    static let establishAct = Wording(zh: "查明", en: "Establish")
    static func stepDue(_ day: String) -> Wording { Wording(zh: "本环节\(day)前", en: "this step by \(day)") }
    static func dueOn(_ day: String) -> Wording { Wording(zh: "\(day)前", en: "by \(day)") }
    static func signed(_ count: Int, of all: Int) -> Wording {
        Wording(zh: "要 \(all) 人签名，已签 \(count) 人", en: "\(count) of \(all) have signed")
    }

    // MARK: Signing

    static func signTitle(_ deed: Wording) -> Wording {
        Wording(zh: "核对并签名：\(deed.zh)", en: "Check and sign: \(deed.en)")
    }
    static let signShort = Wording(zh: "核对并签名", en: "Check and sign")
    static let backToCase = Wording(zh: "返回办件", en: "Back to the case")
    static let happens = Wording(zh: "签名以后", en: "What happens")
    static let deed = Wording(zh: "处理", en: "Act")
    static let leads = Wording(zh: "进入环节", en: "Leads to")
    static let staysHere = Wording(zh: "留在本环节", en: "Stays in this stage")
    static let outcome = Wording(zh: "办理结果", en: "Outcome")
    static let notice = Wording(zh: "送达文书", en: "Notice served")
    static let issues = Wording(zh: "颁发证照", en: "Certificate issued")
    static let revokes = Wording(zh: "撤销本件颁发的证照", en: "Revokes what this case issued")
    static let stopsClock = Wording(zh: "时限", en: "Clock")
    static func stops(_ clock: Wording, ground: String) -> Wording {
        Wording(zh: "“\(clock.zh)”暂停计时（\(ground)）", en: "“\(clock.en)” stands still (\(ground))")
    }
    static let stops = Wording(zh: "不影响时限", en: "No effect on clocks")
    static let signers = Wording(zh: "签名", en: "Signatures")
    static func signersNeeded(_ count: Int) -> Wording {
        Wording(zh: "要 \(count) 名不同的人签名，您是第一人", en: "\(count) different people sign; you are the first")
    }
    static let signedBefore = Wording(zh: "前一位签名人写的内容", en: "What was signed before you")
    static let signedBeforeText = Wording(
        zh: "您签的是同一内容，不能改。不同意的，返回办件另作处理。",
        en: "You sign the same and cannot change it. If you disagree, go back and act otherwise.")
    static let opinion = Wording(zh: "填写", en: "Fill in")
    static let nothingToFill = Wording(zh: "不用填写，核对后签名。", en: "Nothing to fill in; check and sign.")
    static func sign(_ deed: Wording) -> Wording { Wording(zh: "签名：\(deed.zh)", en: "Sign: \(deed.en)") }
    static let cannotTitle = Wording(zh: "现在不能这样办", en: "This cannot be done now")
    static let typedBefore = Wording(zh: "您刚才填的内容", en: "What you just typed")
    static let typedKept = Wording(zh: "您填的内容还在下面。", en: "What you typed is still below.")
    static let changedTitle = Wording(zh: "内容刚被更新了", en: "The case has just changed")
    static let changedText = Wording(
        zh: "别人刚办理过本件，您的签名没有生效。看看最新情况，再决定要不要签。您填的内容还在下面。",
        en: "Somebody else acted in this case; your signature did not count. Look at it again and decide. "
            + "What you typed is still below.")
    static let wholeDone = Wording(zh: "已办理", en: "Done")
    static let oneSigned = Wording(zh: "您已签名，还要另一人签名", en: "You have signed; another person must sign too")
    static let noDeed = Wording(
        zh: "本件现在没有这项处理，可能别人刚刚办过", en: "This act is not open in the case now; somebody may just have done it")
    static func done(_ deed: Wording) -> Wording { Wording(zh: "已办理：\(deed.zh)", en: "Done: \(deed.en)") }
    static func established(_ fact: Wording) -> Wording { Wording(zh: "已查明：\(fact.zh)", en: "Established: \(fact.en)") }

    // MARK: Facts and looks

    static func establishTitle(_ fact: Wording) -> Wording { Wording(zh: "查明：\(fact.zh)", en: "Establish: \(fact.en)") }
    static let establishHint = Wording(
        zh: "按查到的事实填写，会记录您的岗位和时间，质量等级为 B。",
        en: "Give what you found; your post and the time are recorded, with grade B.")
    static let establishSend = Wording(zh: "记录事实", en: "Record the fact")
    static let noFact = Wording(zh: "本件没有这一项", en: "This case has no such fact")
    static let present = Wording(zh: "现在的记录", en: "Recorded now")

    static let lookTitle = Wording(zh: "查看完整的个人信息", en: "Look at full personal values")
    static let lookWarning = Wording(
        zh: "每次查看都会记下来，本人登录后能看到：谁、什么时候、看了什么、为什么。",
        en: "Every look is recorded; the person can read who looked, when, at what and why.")
    static func fileOpened(_ name: String, need: String?) -> Wording {
        Wording(
            zh: "办理本件时打开材料“\(need ?? "")”的文件 \(name)",
            en: "Opened the file \(name) while handling the case")
    }
    static let lookWhat = Wording(zh: "看哪几项", en: "Which values")
    static let lookGround = Wording(zh: "为什么要看", en: "Why you need to see them")
    static let lookGroundHint = Wording(zh: "写明办理哪一步需要，例如：与营业执照核对", en: "Say which step needs it")
    static let lookSend = Wording(zh: "记录并查看", en: "Record and show")
    static let lookShown = Wording(zh: "完整信息，只显示这一次", en: "Full values, shown this once")
    static let lookRecorded = Wording(zh: "这次查看已经记录。", en: "This look was recorded.")
    static let nothingMasked = Wording(zh: "本件没有脱敏的信息。", en: "This case has no masked values.")
    static let nothingToLookAt = Problem(
        place: "facts", message: Wording(zh: "选择要看的内容", en: "Choose what to look at"),
        remedy: Wording(zh: "至少选一项", en: "choose at least one"))
    static let groundTooLong = Problem(
        place: "ground", message: Wording(zh: "理由最多 500 字", en: "The reason has at most 500 characters"),
        remedy: Wording(zh: "写短一些", en: "shorten it"))
    static let noDocument = Wording(zh: "本件没有这份文书", en: "The case has no such document")
    static let document = Wording(zh: "文书", en: "Document")
    static let documentErased = Wording(
        zh: "这份文书的内容已随个人信息删除。", en: "The text of this document was erased with the personal data.")
    static func fingerprint(_ hash: String) -> Wording {
        Wording(zh: "存证指纹（SM3）\(hash)", en: "Fingerprint (SM3) \(hash)")
    }
}
