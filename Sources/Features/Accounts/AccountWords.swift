import Values

/// The words of the pages of `Accounts`.
enum AccountWords {
    static let signIn = Wording(zh: "登录", en: "Sign in")
    static let loginName = Wording(zh: "登录名", en: "Login name")
    static let loginHint = Wording(
        zh: "手机号、身份证号，或工作人员账号", en: "Telephone number, identity number, or officer’s account")
    static let password = Wording(zh: "密码", en: "Password")
    static let signInLead = Wording(
        zh: "登录后可以申请、看进度和给家人授权。看指南和查验证照不用登录。",
        en: "Sign in to apply, to follow cases, and to let others act for you. Guides and verification need no account."
    )
    static let forgotten = Wording(
        zh: "忘记密码？打 12345 或到政务服务窗口问。",
        en: "The password forgotten? Call 12345 or ask at a service window.")
    static let noAccount = Wording(zh: "还没有账户？", en: "No account yet? ")

    static let register = Wording(zh: "注册账户", en: "Open an account")
    static func registerLead(_ check: Wording) -> Wording {
        Wording(
            zh: "姓名和身份证号由“\(check.zh)”核验。", en: "Name and identity number are checked by: \(check.en).")
    }
    static let registerUse = Wording(
        zh: "姓名、身份证号和手机号加密保存，只用来核验身份、办理您申请的事和联系您。",
        en:
            "Name, identity number and telephone are kept encrypted, and used to know you, to handle what you apply "
            + "for and to reach you.")
    static let ownName = Wording(zh: "姓名", en: "Name")
    static let ownNumber = Wording(zh: "身份证号", en: "Identity number")
    static let phone = Wording(zh: "手机号", en: "Mobile number")
    static let loginPhoneHint = Wording(zh: "用来登录，11 位", en: "For signing in, 11 digits")
    static let phoneHint = Wording(
        zh: "不填就不改；登录仍用注册时的手机号", en: "Empty leaves it; you still sign in with the first one")
    static let mail = Wording(zh: "邮箱", en: "Mail address")
    static let newPassword = Wording(zh: "新密码", en: "New password")
    static let oldPassword = Wording(zh: "现在的密码", en: "Present password")
    static let again = Wording(zh: "再填一次新密码", en: "The new password again")
    static let passwordHint = Wording(zh: "10 个以上的字符，区分大小写", en: "Ten characters or more; capitals count")
    static let changePassword = Wording(zh: "修改密码", en: "Change the password")
    static let passwordChanged = Wording(
        zh: "密码改好了，其他设备上的登录已退出", en: "The password was changed; other devices were signed out")
    static let account = Wording(zh: "账户", en: "Account")
    static let whoYouAre = Wording(zh: "身份", en: "Who you are")
    static let masked = Wording(
        zh: "身份信息有误，请先到公安机关更正，再到窗口更新。", en: "If this is wrong, have the police correct it first, then ask at a window.")
    static let contact = Wording(zh: "联系方式", en: "How you are reached")
    static let keptNow = Wording(zh: "现在保存的：", en: "Kept now: ")
    static let drop = Wording(zh: "不再保存", en: "No longer keep")
    static let nothing = Wording(zh: "没有", en: "nothing")
    static let saveContact = Wording(zh: "保存联系方式", en: "Save")
    static let contactSaved = Wording(zh: "联系方式保存好了", en: "Saved")
    static let ways = Wording(zh: "选择接收方式", en: "Choose how to be told")
    static let youActFor = Wording(zh: "您现在代表：", en: "You act for: ")
    static let changeStanding = Wording(zh: "换身份", en: "Change")

    static let expired = Wording(zh: "登录过期了，您填的内容还在", en: "Your session ended; what you typed is still here")
    static let expiredText = Wording(
        zh: "登录后会接着提交。刚选的文件要重新选一次。", en: "Sign in to go on. Files have to be chosen again.")
    static let verify = Wording(zh: "查验电子证照", en: "Verify a certificate")
    static let first = Wording(zh: "先登录，您填的内容还在", en: "Sign in first; what you chose is still here")
    static let firstText = Wording(
        zh: "登录后从刚才的地方接着办，填过、选过的都会带上；刚选的文件要重新选一次。",
        en: "After signing in you go on where you were, with what you typed and chose; files have to be chosen again.")
    static let resume = Wording(zh: "登录好了，接着提交", en: "You are signed in; go on")
    static let resumeText = Wording(
        zh: "您刚才填的内容都在，按下面的按钮提交。", en: "What you typed is all here. Press the button to send it.")
    static let resumeSend = Wording(zh: "继续提交", en: "Send it now")

    static let standing = Wording(zh: "您现在以什么身份办事？", en: "In what capacity do you act now?")
    static let standingShort = Wording(zh: "选择身份", en: "Choose a capacity")
    static let oneself = Wording(zh: "本人", en: "Myself")
    static let oneselfHint = Wording(zh: "办自己的事", en: "for my own matters")
    static func byDelegation(_ until: String) -> Wording {
        Wording(zh: "授权代办，到 \(until) 为止", en: "by delegation, until \(until)")
    }
    static let goOn = Wording(zh: "继续", en: "Continue")
    static let choose = Wording(zh: "选一种身份", en: "Choose one")

    static let delegations = Wording(zh: "授权代办", en: "Delegations")
    static let delegationsLead = Wording(
        zh: "让家人或同事替您办事。授权随时可以撤销，撤销后马上失效。",
        en: "Let family or colleagues act for you. You can end a delegation at any time, with effect at once.")
    static func given(by name: String) -> Wording { Wording(zh: "\(name)给出的授权", en: "Given by \(name)") }
    static let received = Wording(zh: "收到的授权", en: "Given to me")
    static let nothingGiven = Wording(zh: "还没有授权给别人。授权后会显示在这里。", en: "Nothing yet. What you grant appears here.")
    static let nothingReceived = Wording(zh: "还没有人授权给您。", en: "Nobody has delegated to you yet.")
    static let notGiver = Wording(
        zh: "企业的授权由法定代表人办理。要给出您自己的授权，先换回本人身份。",
        en: "For an enterprise its legal representative delegates. To delegate for yourself, act as yourself first.")
    static let grant = Wording(zh: "新增授权", en: "New delegation")
    static let grantTitle = Wording(zh: "授权给谁？", en: "Who may act for you?")
    static let agentName = Wording(zh: "被授权人姓名", en: "The person’s name")
    static let agentNameHint = Wording(zh: "与身份证上一致", en: "As on the identity card")
    static let agentNumber = Wording(zh: "被授权人身份证号", en: "The person’s identity number")
    static let agentNumberHint = Wording(zh: "18 位，对方要先有账户", en: "18 characters; the person needs an account")
    static let scope = Wording(zh: "可以办哪些事项", en: "For which services")
    static let allServices = Wording(zh: "全部事项", en: "All services")
    static let someServices = Wording(zh: "只限下面选的事项", en: "Only those chosen below")
    static let services = Wording(zh: "事项", en: "Services")
    static let until = Wording(zh: "授权到哪一天为止", en: "Last day")
    static let untilHint = Wording(zh: "最长三年，例如 2027 年 3 月 27 日", en: "At most three years, for example 27 3 2027")
    static let next = Wording(zh: "下一步：核对", en: "Next: check")
    static let checkTitle = Wording(zh: "核对授权", en: "Check the delegation")
    static let checkWarning = Wording(
        zh: "授权后，对方可以用您的名义提交申请、补正和撤回，并能看到这些办件。",
        en: "The person can then file, correct and withdraw applications in your name, and sees these cases.")
    static let confirmGrant = Wording(zh: "确认授权", en: "Grant the delegation")
    static let changeAnswers = Wording(zh: "返回修改", en: "Go back and change")
    static let granted = Wording(zh: "授权已生效", en: "The delegation is in force")
    static let revoked = Wording(zh: "授权已撤销，马上失效", en: "The delegation was ended with effect at once")
    static let giver = Wording(zh: "授权人", en: "Given by")
    static let agent = Wording(zh: "被授权人", en: "Given to")
    static let period = Wording(zh: "期限", en: "Period")
    static let state = Wording(zh: "状态", en: "State")
    static let inForce = Wording(zh: "有效", en: "In force")
    static let ended = Wording(zh: "已失效", en: "Ended")
    static let revokedState = Wording(zh: "已撤销", en: "Revoked")
    static let act = Wording(zh: "操作", en: "Act")
    static let revoke = Wording(zh: "撤销", en: "End")
    static let byOffice = Wording(zh: "法定代表人", en: "Legal representative")
    static let keep = Wording(zh: "保留", en: "Keep it")
    static func revokeTitle(_ name: String) -> Wording {
        Wording(zh: "撤销给\(name)的授权？", en: "End the delegation to \(name)?")
    }
    static func layDownTitle(_ name: String) -> Wording {
        Wording(zh: "不再替\(name)办事？", en: "Stop acting for \(name)?")
    }
    static let revokeText = Wording(
        zh: "撤销后马上失效，对方正在办的也会退出。已经提交的申请不受影响。",
        en: "It ends at once, also for what is being filled in. Applications already filed are not affected.")

    static let looks = Wording(zh: "谁查看过我的信息", en: "Who looked at my data")
    static let looksLead = Wording(
        zh: "页面平时只显示部分字符。工作人员查看完整信息要写理由，打开您交的文件也会记下；每一次都在这里，最近 12 个月可查。",
        en: "Pages show only parts of personal values. An officer who needs the whole value gives a reason, and "
            + "opening a file that you handed in is recorded too; "
            + "every look of the last 12 months stands here.")
    static let noLooks = Wording(
        zh: "最近 12 个月没有人查看过您的完整信息。", en: "Nobody looked at your full data during the last 12 months.")
    static let when = Wording(zh: "时间", en: "When")
    static let who = Wording(zh: "谁", en: "Who")
    static let forCase = Wording(zh: "办件", en: "Case")
    static let what = Wording(zh: "看了什么", en: "What was seen")
    static let why = Wording(zh: "理由", en: "Reason")
    static let attachedFile = Wording(zh: "您交的材料文件", en: "a file that you handed in")
    static let erased = Wording(zh: "已删除", en: "erased")
    static let platform = Wording(zh: "系统", en: "the platform")

    static let permissions = Wording(zh: "权限表", en: "Permission table")
    static let permissionsLead = Wording(
        zh: "每个入口对应一个动作；能不能办某一件，还要看岗位的机构、区划和是否回避。",
        en: "Each route names one act; in a case, unit, region and conflicts of interest of the post decide as well.")
    static let verb = Wording(zh: "动作", en: "Act")
    static let allowed = Wording(zh: "谁可以", en: "Who may")
    static let routes = Wording(zh: "入口", en: "Routes")
    static let print = Wording(zh: "打印", en: "Print")
}

/// Names that other features own, as the pages of `Accounts` show them.
package struct AccountNames: Sendable {
    /// A service that one can delegate.
    package struct Offer: Hashable, Sendable {
        package let id: String
        package let name: Wording

        package init(id: String, name: Wording) {
            self.id = id
            self.name = name
        }
    }

    let unit: @Sendable (_ unit: String) -> Wording
    let region: @Sendable (_ region: String) -> Wording
    let fact: @Sendable (_ concept: String) -> Wording
    let services: @Sendable (_ day: Day) async throws -> [Offer]

    package init(
        unit: @escaping @Sendable (_ unit: String) -> Wording,
        region: @escaping @Sendable (_ region: String) -> Wording,
        fact: @escaping @Sendable (_ concept: String) -> Wording,
        services: @escaping @Sendable (_ day: Day) async throws -> [Offer]
    ) {
        self.unit = unit
        self.region = region
        self.fact = fact
        self.services = services
    }

    /// `渝中区 食品经营科 审查人员`.
    func post(_ post: Post, in language: Language) -> String {
        [region(post.region)[language], unit(post.unit)[language], post.role.name[language]].joined(separator: " ")
    }
}
