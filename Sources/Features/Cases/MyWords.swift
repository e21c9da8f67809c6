import Casework
import Definitions
import Values

/// The words of what belongs to the applicant: drafts, cases, receipts, documents.
enum MyWords {
    static let mine = Wording(zh: "我的", en: "Me")
    static let drafts = Wording(zh: "我的草稿", en: "My drafts")
    static let cases = Wording(zh: "我的办件", en: "My cases")
    static let draft = Wording(zh: "草稿", en: "Draft")
    static let delete = Wording(zh: "删除", en: "Delete")
    static let keep = Wording(zh: "保留", en: "Keep")
    static let deleteText = Wording(
        zh: "填好的内容和上传的材料会一起删除，不能找回。", en: "What you filled in and uploaded is deleted for good.")
    static let noDrafts = Wording(zh: "没有草稿", en: "No drafts")
    static let noDraftsText = Wording(
        zh: "开始办一件事后，没填完的会存在这里。", en: "What you begin and do not finish is kept here.")
    static let findService = Wording(zh: "找要办的事", en: "Find a service")
    static let noCases = Wording(zh: "还没有办件", en: "No cases yet")
    static let noCasesText = Wording(
        zh: "提交申请后，进度会显示在这里。", en: "After you file an application, its progress is shown here.")
    static func pastDue(_ day: String) -> Wording { Wording(zh: "超期，应在\(day)前办结", en: "late, was due \(day)") }
    static func pastLaw(_ day: String) -> Wording {
        Wording(zh: "已超过法定时限，应在\(day)前办结", en: "past the legal limit, was due \(day)")
    }
    static func dueBy(_ day: String) -> Wording { Wording(zh: "\(day)前办结", en: "due \(day)") }
    static let goOn = Wording(zh: "更早的办件", en: "Earlier cases")
    static let certificates = Wording(zh: "我的证照", en: "My certificates")
    static let noCertificates = Wording(zh: "还没有证照", en: "No certificates yet")
    static let looks = Wording(zh: "谁看过我的信息", en: "Who saw my data")

    static let noCertificatesText = Wording(
        zh: "办成的证照会显示在这里。", en: "What is issued to you appears here.")
    static let forYouToDo = Wording(zh: "要您办的", en: "For you to do")
    static let waitsForYou = Wording(zh: "等您办", en: "Waits for you")
    static let nothingToDoText = Wording(
        zh: "要补正、要补交的会显示在这里，并写明日期。", en: "What has to be completed or handed in is shown here with its day.")
    static let allDuties = Wording(zh: "看全部要办的", en: "See all of them")
    static let openCases = Wording(zh: "正在办的", en: "Under way")
    static let noOpenCases = Wording(zh: "没有正在办的", en: "Nothing is under way")
    static let allCases = Wording(zh: "看全部办件", en: "See all cases")
    static let allDrafts = Wording(zh: "看全部草稿", en: "See all drafts")
    static let allMessages = Wording(zh: "看全部消息", en: "See all messages")
    static let allCertificates = Wording(zh: "看全部证照", en: "See all certificates")
    static let beside = Wording(zh: "消息和证照", en: "Messages and certificates")
    static let otherSpaces = Wording(zh: "换个身份看", en: "See another space")
    static let otherSpacesText = Wording(
        zh: "您可以替下面的企业或个人办事，看到他们的办件、消息和证照。",
        en: "You may act for these, and then see their cases, messages and certificates.")
    static let myself = Wording(zh: "回到本人", en: "Back to myself")
    static let whichCases = Wording(zh: "看哪些办件", en: "Which cases")
    static let allServices = Wording(zh: "全部事项", en: "All services")
    static let noSuchCases = Wording(zh: "没有这样的办件", en: "No such cases")
    static let noSuchCasesText = Wording(zh: "换个条件，或看全部办件。", en: "Choose other filters, or see all.")
    static let noLooks = Wording(
        zh: "最近 12 个月没有人查看过您的完整信息。", en: "Nobody saw your full data during the last 12 months.")

    static func state(_ state: OwnCasesStore.Choice.State) -> Wording {
        switch state {
        case .all: Wording(zh: "全部", en: "All")
        case .open: Wording(zh: "正在办", en: "Open")
        case .ended: Wording(zh: "已办结", en: "Ended")
        case .waiting: Wording(zh: "等我办", en: "Waiting for me")
        }
    }

    static func deleteDraft(_ service: Wording) -> Wording {
        Wording(zh: "删除草稿“\(service.zh)”？", en: "Delete the draft “\(service.en)”?")
    }

    static func keptUntil(_ day: String) -> Wording { Wording(zh: "保留到 \(day)", en: "kept until \(day)") }
    static func savedAt(_ time: String) -> Wording { Wording(zh: "\(time)保存", en: "saved \(time)") }
    static func filedAt(_ time: String) -> Wording { Wording(zh: "\(time)提交", en: "filed \(time)") }

    // MARK: Receipt

    static let receipt = Wording(zh: "提交成功", en: "Your application was filed")
    static let rate = Wording(zh: "评价这次服务", en: "Rate this service")
    static let receiptTitle = Wording(zh: "提交回执", en: "Receipt")
    static let applicationNumber = Wording(zh: "申请编号", en: "Application number")
    static let caseNumber = Wording(zh: "办件编号", en: "Case number")
    static let next = Wording(zh: "接下来", en: "What happens next")
    static let particulars = Wording(zh: "回执内容", en: "Particulars")
    static let service = Wording(zh: "申请事项", en: "Service")
    static let applicant = Wording(zh: "申请人", en: "Applicant")
    static let filedAtLabel = Wording(zh: "提交时间", en: "Filed")
    static let office = Wording(zh: "办理单位", en: "Office")
    static let leaf = Wording(zh: "存证指纹", en: "Fingerprint in the log")
    static let leafText = Wording(
        zh: "这次提交已写入不能改动的日志，这是它的指纹，请留存。审计和对接的系统凭它核对。",
        en: "This filing stands in a log that cannot be altered. Keep this fingerprint: auditors and connected systems "
            + "check the filing by it.")
    static let filedNow = Wording(zh: "您已提交", en: "You have filed")
    static let numberComes = Wording(
        zh: "受理后会有正式的办件编号。进度登录后在“我的办件”里看。",
        en: "The case number follows when the case is accepted. Follow the case under “My cases”.")
    static let seeCase = Wording(zh: "看办理进度", en: "Follow the case")
    static let answerBy = Wording(zh: "最晚答复", en: "At the latest")

    // MARK: My case

    static let toDo = Wording(zh: "您要做的事", en: "What you have to do")
    static let nothingToDo = Wording(zh: "您现在不用做什么", en: "You need not do anything now")
    static let progress = Wording(zh: "办理进展", en: "Progress")
    static let whyThisDate = Wording(zh: "到期日是怎么算的？", en: "How was the date worked out?")
    static let otherClocks = Wording(zh: "其他时限", en: "Other time limits")
    static let particularsOfCase = Wording(zh: "这件事的信息", en: "About this case")
    static let handledBy = Wording(zh: "经办", en: "Handled by")
    static let contact = Wording(zh: "联系", en: "Contact")
    static let region = Wording(zh: "办理地", en: "Place")
    static let filedContent = Wording(zh: "我交的申请和材料", en: "What I filed")
    static let actions = Wording(zh: "我可以做的", en: "What I can do")
    static let complaint = Wording(zh: "投诉打 12345", en: "Complaints: call 12345")
    static let decision = Wording(zh: "这样决定的理由", en: "Why it was decided so")
    static let decisionRows = Wording(zh: "用到的规则", en: "Rules that applied")
    static let decisionFacts = Wording(zh: "依据的事实", en: "Facts it rests on")
    static let decisionLaws = Wording(zh: "法律依据", en: "Legal basis")
    static let groundByOfficers = Wording(
        zh: "没有规则判定不予办理；理由由办理人员认定，写在决定书里",
        en: "No rule decided so; the officers found the ground, and the decision gives it")
    static let noGrounds = Wording(zh: "没有不予办理的情形", en: "No ground for refusal applied")
    static let certificate = Wording(zh: "办好的证照", en: "Certificate issued")
    static let erased = Wording(zh: "这个办件的个人信息已经删除", en: "The personal data of this case were erased")
    static let you = Wording(zh: "您", en: "you")
    static let agent = Wording(zh: "您或代办人", en: "you or your agent")
    static let platform = Wording(zh: "系统按规定自动办理", en: "done automatically by rule")
    static let deemed = Wording(zh: "视为", en: "deemed")
    static let paused = Wording(zh: "暂停计时：", en: "Clock paused: ")
    static let resumed = Wording(zh: "恢复计时", en: "Clock runs again")
    static let missed = Wording(zh: "超过承诺时限", en: "The promised date passed")
    static let added = Wording(zh: "补交了材料", en: "Documents handed in")
    static let finished = Wording(zh: "完成", en: "done")
    static let inProgress = Wording(zh: "进行中", en: "in progress")
    static let wasExpected = Wording(zh: "已经超期，原定", en: "late, was expected by ")
    static let expected = Wording(zh: "预计", en: "expected by ")
    static let fulfilled = Wording(zh: "已办结", en: "Closed")
    static let withoutDate = Wording(zh: "日期待定", en: "date not known yet")

    static let ledgerWhen = Wording(zh: "日期", en: "Date")
    static let ledgerWhat = Wording(zh: "发生了什么", en: "What happened")
    static let ledgerEffect = Wording(zh: "对到期日的影响", en: "Effect")
    static let ledgerSource = Wording(zh: "依据", en: "Source")
    static let ledgerStart = Wording(zh: "开始计时", en: "The clock started")
    static let ledgerStartEffect = Wording(zh: "从下一天起算", en: "counts from the next day")
    static let ledgerExtended = Wording(zh: "延长期限", en: "Time extended")
    static let ledgerEnded = Wording(zh: "计时结束", en: "The clock ended")
    static let ledgerExpired = Wording(zh: "期限届满", en: "Time ran out")
    static let ledgerPromise = Wording(zh: "承诺时限", en: "Promised limit")
    static let ledgerGiven = Wording(zh: "期限", en: "Time given")
    static let ledgerLegal = Wording(zh: "法定时限", en: "Legal limit")
    static let notCounted = Wording(zh: "这些天不计入", en: "these days are not counted")
    static let notCountedPromise = Wording(
        zh: "这些天不计入承诺时限，仍计入法定时限", en: "not counted in the promise, still counted by law")
    static let stillPaused = Wording(zh: "至今", en: "until now")
    static let owedBy = Wording(zh: "之前补交", en: "to be handed in by ")
    static let byDate = Wording(zh: "前", en: "by ")

    static func outcome(_ outcome: Wording) -> Wording {
        Wording(zh: "已办结：\(outcome.zh)", en: "Closed: \(outcome.en)")
    }

    static func decided(_ outcome: Wording) -> Wording {
        Wording(zh: "已作出决定：\(outcome.zh)", en: "Decided: \(outcome.en)")
    }

    static func waiting(_ stage: Wording) -> Wording {
        Wording(zh: "\(stage.zh)，由办理单位办理", en: "\(stage.en): with the office")
    }

    static func done(_ action: Wording) -> Wording {
        Wording(zh: "已提交：\(action.zh)", en: "Done: \(action.en)")
    }

    // MARK: Actions

    static func confirm(_ action: Wording) -> Wording {
        Wording(zh: "确定要“\(action.zh)”吗？", en: "\(action.en)?")
    }
    static let confirmText = Wording(
        zh: "提交后不能撤销。这一步会记入办件。", en: "This cannot be undone. It becomes part of the case.")
    static let notPossibleNow = Wording(
        zh: "现在不能这样办，办件的情况已经变了", en: "This is not possible now; the case has moved on")
    static let basis = Wording(zh: "依据", en: "Source")
    static let correctAnswers = Wording(zh: "要改的内容", en: "What to correct")
    static let uploadMissing = Wording(zh: "要补的材料", en: "Documents to hand in")
    static let demanded = Wording(zh: "通知要您补的", en: "What the notice asks for")
    static let demandedText = Wording(
        zh: "下面逐项列出，都要补齐。改了回答以后不再需要的，可以不传。",
        en: "Item by item; everything is needed. What your new answers make unnecessary may be left out.")
    static func seenTo(_ words: String) -> Wording { Wording(zh: "已办好：\(words)", en: "Seen to: \(words)") }
    static let seenToHow = Wording(
        zh: "这一项没有上传的位置：在下面改填，或者带到窗口，办好再勾选。",
        en: "There is nothing to upload for this: correct it below or bring it to the window, then tick.")
    static func notSeenTo(_ words: String, _ number: Int) -> Problem {
        let message = Wording(zh: "办好“\(words)”，再勾选", en: "See to “\(words)”, then tick it")
        return Problem(place: seenToID(number), message: message, remedy: message)
    }
    /// The box of the officer's words at that place in the notice.
    static func seenToID(_ number: Int) -> String { "seen-to-\(number)" }
    static let nothingBrought = Problem(
        place: "changes",
        message: Wording(zh: "还没有补什么：改填或上传以后再提交", en: "Nothing was changed or handed in yet"),
        remedy: Wording(zh: "改填或上传以后再提交", en: "correct or upload something first"))
    static func kept(_ name: String, _ size: String) -> Wording {
        Wording(zh: "已收到 \(name)（\(size)），不用再选", en: "\(name) (\(size)) is kept; no need to choose it again")
    }
    static let alreadyFiled = Wording(zh: "这份申请已经提交", en: "This application was filed")
    static let alreadyFiledText = Wording(
        zh: "提交以后就不能再改这份草稿了。要补要改的，在办件里办。", en: "A filed draft is not changed any more; go on in the case.")
    static let documentTitle = Wording(zh: "文书", en: "Document")
    static let documentHash = Wording(zh: "文书指纹（SM3）", en: "Fingerprint (SM3)")
    static let servedAt = Wording(zh: "送达时间", en: "Served")
    static let backToCase = Wording(zh: "回办件", en: "Back to the case")
    static let noDocument = Wording(zh: "没有这份文书", en: "There is no such document")

    static let sources: [String: Wording] = [
        "applicant": Wording(zh: "申请人填写", en: "given by the applicant"),
        "officer": Wording(zh: "工作人员核实", en: "established by an officer"),
        "account": Wording(zh: "账户", en: "the account"),
    ]
}
