import Definitions
import Values

/// The words of the application form.
enum ApplyWords {
    static let column = Wording(zh: "在线办理", en: "Apply online")
    static let questions = Wording(zh: "您的情况", en: "Your situation")
    static let evidence = Wording(zh: "材料", en: "Documents")
    static let check = Wording(zh: "核对并提交", en: "Check and file")
    static let evidenceTitle = Wording(zh: "要准备哪些材料？", en: "Which documents are needed?")
    static let checkTitle = Wording(zh: "核对您填的内容", en: "Check what you filled in")
    static let backTo = Wording(zh: "上一步：", en: "Back: ")
    static let backToGuide = Wording(zh: "回办事指南", en: "Back to the guide")
    static let backToCheck = Wording(zh: "回核对页", en: "Back to the check page")

    static let known = Wording(zh: "已经掌握的信息", en: "What the city already holds")
    static let knownHint = Wording(
        zh: "来自部门数据和您的账户，不用再填。有误请先到登记部门更正。",
        en: "From registers and your account; no need to fill it in. If it is wrong, have the register corrected first."
    )
    static let fromAccount = Wording(zh: "您的账户，登录时已核验", en: "Your account, checked at sign-in")
    static let standIn = Wording(zh: "替身数据", en: "stand-in data")

    static let silent = Wording(zh: "有的部门数据现在查不到", en: "Some registers do not answer now")
    static func silentText(_ names: String) -> Wording {
        Wording(
            zh: "\(names)没有应答。您可以自己填写或上传，不影响继续办。",
            en: "\(names) did not answer. You can fill it in or upload it yourself and go on.")
    }
    static let dependent = Wording(zh: "看前面的回答，可能不用填", en: "Perhaps not needed; that depends on your other answers")

    static let replaced = Wording(zh: "这件事的规定更新了", en: "The rules of this service have changed")
    static let replacedText = Wording(
        zh: "您填的内容都还在。已按新规定重新核对，要补的列在下面。",
        en: "Everything you filled in is still here and was checked again; what is missing is listed.")

    static let savedTitle = Wording(zh: "草稿已保存", en: "Draft saved")
    static func saved(_ time: String, until day: String) -> Wording {
        Wording(zh: "\(time)保存，保留到 \(day)", en: "Saved \(time), kept until \(day)")
    }
    static let savedText = Wording(zh: "换手机或电脑登录，可以接着填。", en: "Sign in on another device to go on.")
    static let stuckTitle = Wording(zh: "填不了？", en: "Need help?")
    static func stuck(_ service: String) -> Wording {
        Wording(zh: "，说“\(service)填表”，有人帮您。", en: " and say “\(service)”; somebody will help you.")
    }
    static let call = Wording(zh: "打 ", en: "Call ")
    static let delegate = Wording(zh: "授权他人代办", en: "Let somebody act for you")
    static let forWhom = Wording(zh: "申请人", en: "Applicant")

    static let held = Wording(zh: "不用您交", en: "Not needed from you")
    static let heldHint = Wording(zh: "我们已经取到，提交时一起附上。", en: "We have it already and attach it when you file.")
    static let promiseLabel = Wording(zh: "我承诺：", en: "I promise: ")
    static let promiseConsequence = Wording(
        zh: "承诺不实的，要承担法律责任，已办结的会被撤销。",
        en: "A false promise has legal consequences, and what was granted is revoked.")
    /// What is promised stands before the box, with what follows from a promise that is not true.
    static func consequence(of need: EvidenceNeed, in language: Language) -> String {
        guard let promise = need.promise else { return promiseConsequence[language] }
        let lead = Wording(zh: "承诺内容：", en: "What you promise: ")
        return lead[language] + promise[language] + (language == .chinese ? "" : " ") + promiseConsequence[language]
    }
    static let uploadHint = Wording(
        zh: "拍照或扫描都可以，PDF、JPG、PNG 或 OFD，每个不超过 20 MB",
        en: "A photograph or a scan: PDF, JPG, PNG or OFD, up to 20 MB each")
    static func deferLabel(_ need: Wording, within period: Wording) -> Wording {
        Wording(
            zh: "\(need.zh)以后再交：受理后 \(period.zh)内补交",
            en: "Hand in later: \(need.en), within \(period.en) after acceptance")
    }
    static let deferConsequence = Wording(
        zh: "到期没有补交的，这次办理会终止。", en: "If it is not handed in by then, the case ends.")
    static let noneNeeded = Wording(zh: "这次不用您交材料", en: "You need not hand in any document")

    static let file = Wording(zh: "提交申请", en: "File the application")
    static let truth = Wording(
        zh: "提交即确认以上内容真实。提交后会开始计时，进度在“我的办件”里看。",
        en: "By filing you confirm that this is true. The clock then starts; follow it under “My cases”.")
    static let notReady = Wording(zh: "还有内容没有填好", en: "Something is still missing")
    static let warning = Wording(zh: "按您填的内容，可能不予办理", en: "From what you filled in, this may be refused")
    static let stillMay = Wording(
        zh: "您仍然可以提交，由办理单位依法决定。", en: "You may still file; the office decides by law.")
    static let uploadedFile = Wording(zh: "已上传", en: "uploaded")
    static let deferredState = Wording(zh: "以后再交", en: "to be handed in later")
    static let promisedState = Wording(zh: "已承诺", en: "promised")
    static let missingState = Wording(zh: "还没有交", en: "not handed in yet")
    static let heldFrom = Wording(zh: "免交，来自", en: "not needed, from ")
    static let mayDepend = Wording(zh: "（看前面的回答，可能不用）", en: " (perhaps not needed)")

    static let conflictTitle = Wording(
        zh: "这份草稿在另一个窗口里改过了", en: "This draft was changed in another window")
    static let conflictText = Wording(
        zh: "两份内容都在下面。留下对的，再保存一次。", en: "Both versions are below. Keep what is right and save again.")
    static let here = Wording(zh: "您刚才填的", en: "What you just typed")
    static let elsewhere = Wording(zh: "另一个窗口里保存的", en: "What was saved elsewhere")

    static let onlyEnterprises = Wording(
        zh: "这件事由企业办理。先选择您代表哪家企业，再开始",
        en: "Enterprises file this. Choose first for which enterprise you act")
    static let onlyPersons = Wording(
        zh: "这件事由个人办理。先换成本人身份，再开始", en: "People file this for themselves. Act for yourself first")
    static let noDelegation = Wording(
        zh: "授权没有包括这件事，或者已经到期", en: "The delegation does not cover this service, or has ended")
    static let noStep = Wording(zh: "没有这一步", en: "There is no such step")
    static let noFile = Wording(zh: "没有这个文件", en: "There is no such file")

    static func missing(_ need: EvidenceNeed) -> Problem {
        let message: Wording
        if need.from.contains(.upload) {
            message = Wording(zh: "上传\(need.name.zh)", en: "Upload: \(need.name.en)")
        } else if need.from.contains(.promise) {
            message = Wording(zh: "勾选“\(need.name.zh)”", en: "Tick: \(need.name.en)")
        } else {
            message = Wording(
                zh: "\(need.name.zh)还没有查到：请先到登记它的部门核对",
                en: "\(need.name.en) is not on record yet: have the register checked first")
        }
        return Problem(place: need.id, message: message, remedy: message)
    }

    /// Where a document comes from that nobody hands in, and what to do while it is not there.
    static func onlyOnRecord(_ need: EvidenceNeed) -> Wording {
        let source = need.register ?? "电子证照库"
        let sourceInEnglish = need.register ?? "the certificate library"
        return Wording(
            zh: "这一项只从\(source)取，不收上传。现在没有查到：请先到登记它的部门核对或补登，再回来提交；草稿会保留。也可以打 12345。",
            en: "This comes from \(sourceInEnglish) only and is not uploaded. It is not there now: have the register "
                + "checked, then come back; the draft is kept. Or call 12345.")
    }

    static func differs(_ typed: String) -> Wording {
        Wording(zh: "您填的是“\(typed)”，与登记的不一致，以登记为准", en: "you typed “\(typed)”; the record differs and counts")
    }
}
