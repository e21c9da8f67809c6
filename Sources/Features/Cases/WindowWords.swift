import Values

/// The words of the window.
enum WindowWords {
    static let title = Wording(zh: "窗口收件", en: "Take in at the window")
    static let lead = Wording(
        zh: "对照身份证和营业执照原件填写。没有账户的，会当场开立，不设密码。",
        en: "Fill in from the originals. Who has no account gets one now, without a password.")
    static let service = Wording(zh: "办什么事", en: "Which service")
    static let noServices = Wording(
        zh: "本区还没有可以在窗口收件的事项。", en: "No service of this region can be taken in at the window yet.")
    static let forWhom = Wording(zh: "为谁办", en: "For whom")
    static let forPerson = Wording(zh: "本人", en: "For oneself")
    static let forEnterprise = Wording(zh: "企业或其他组织", en: "For an enterprise")
    static let who = Wording(zh: "到场的人", en: "Who is present")
    static let name = Wording(zh: "姓名", en: "Name")
    static let nameHint = Wording(zh: "与身份证上一致", en: "As on the identity card")
    static let idNumber = Wording(zh: "身份证号", en: "Identity number")
    static let code = Wording(zh: "统一社会信用代码", en: "Unified social credit code")
    static let codeHint = Wording(zh: "为企业办理的填写，18 位", en: "For an enterprise, 18 characters")
    static let paper = Wording(
        zh: "已核对授权委托书原件，委托到场的人办理这件事",
        en: "The original of a delegation to the person present was checked")
    static let paperConsequence = Wording(
        zh: "记录为 90 天内有效、只限这件事的授权，企业可以随时撤销。",
        en: "It is recorded as a delegation for this service for 90 days, which the enterprise can end at any time.")
    static let begin = Wording(zh: "开始收件", en: "Begin")
    static let kept = Wording(zh: "先存着的收件", en: "Kept for later")
    static let noneKept = Wording(zh: "没有存着的收件。", en: "Nothing is kept.")
    static let goOn = Wording(zh: "继续", en: "Go on")
    static let applicant = Wording(zh: "申请人", en: "Applicant")
    static let savedAt = Wording(zh: "保存时间", en: "Saved")
    static let act = Wording(zh: "操作", en: "Act")

    static let form = Wording(zh: "申请信息", en: "What is asked")
    static let evidence = Wording(zh: "材料", en: "Documents")
    static let check = Wording(zh: "核对并提交", en: "Check and file")
    static func step(_ service: Wording, _ step: Wording) -> Wording {
        Wording(zh: "\(service.zh)：\(step.zh)", en: "\(service.en): \(step.en)")
    }
    static let next = Wording(zh: "保存并继续", en: "Save and go on")
    static let later = Wording(zh: "先存着，换下一位", en: "Keep it and take the next person")
    static let file = Wording(zh: "提交并打印回执", en: "File and print the receipt")
    static let truth = Wording(
        zh: "请到场的人看过以上内容，确认真实后提交。提交后开始计时。",
        en: "Let the person present read this and confirm it. The clock starts when it is filed.")
    static let backToStart = Wording(zh: "返回窗口收件", en: "Back to the window")
    static let presentHead = Wording(zh: "收件进度", en: "Progress")
    static let nothingAsked = Wording(zh: "没有要填的内容。", en: "Nothing to fill in.")
    static let stillMissing = Wording(zh: "还差", en: "Still missing")
    static let nothingMissing = Wording(zh: "都齐了，可以提交。", en: "Everything is there; it can be filed.")
    static let changedTitle = Wording(
        zh: "这份收件在另一个窗口里改过了", en: "This was changed in another window")
    static let changedText = Wording(
        zh: "下面是您刚填的内容，核对后再保存一次。", en: "Below is what you just typed; check it and save again.")
    static let drop = Wording(zh: "删除这份收件", en: "Delete it")

    static let receipt = Wording(zh: "收件回执", en: "Receipt")
    static let filedTitle = Wording(zh: "已收件", en: "Taken in")
    static let ratingCodes = Wording(zh: "评价码", en: "Rating codes")
    static let seeCase = Wording(zh: "看办件", en: "See the case")
    static let nextPerson = Wording(zh: "下一位", en: "Next person")
    static let materials = Wording(zh: "收到的材料", en: "Documents received")
    static let none = Wording(zh: "没有", en: "none")

    // MARK: Problems

    static let noService = problem("service", Wording(zh: "选择要办的事项", en: "Choose the service"))
    static let nameMissing = problem(
        "name", Wording(zh: "填写到场的人的姓名，最多 50 字", en: "Enter the name, at most 50 characters"))
    static let otherName = problem(
        "name", Wording(zh: "姓名与这个身份证号登记的不一致", en: "The name differs from the one registered with this number"))
    static let noEnterprise = problem(
        "code",
        Wording(
            zh: "没有这家企业的账户，法人基础库也没有查到。核对代码后再试",
            en: "There is no account with this code, and the register of enterprises does not know it"))
    static let notRepresentative = problem(
        "code",
        Wording(
            zh: "这家企业第一次来办，要由法定代表人本人到场，或先在网上开立账户",
            en: "A new enterprise: its legal representative must come, or open an account online"))
    static let noDelegation = problem(
        "paper",
        Wording(
            zh: "到场的人没有这家企业的授权。核对授权委托书原件后勾选",
            en: "The person present has no delegation. Check the original of one and tick the box"))

    static func wrongApplicant(isForEnterprise: Bool) -> Problem {
        problem(
            "for",
            isForEnterprise
                ? Wording(zh: "这件事由个人办理", en: "This service is for persons")
                : Wording(zh: "这件事由企业办理", en: "This service is for enterprises"))
    }

    private static func problem(_ place: String, _ message: Wording) -> Problem {
        Problem(place: place, message: message, remedy: AnswerWords.correct)
    }
}
