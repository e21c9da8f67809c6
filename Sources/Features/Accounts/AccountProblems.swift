import Values

/// What can be put right, in the words of the pages.
enum AccountProblems {
    static let idNumberTaken = Problem(
        place: "id_number", message: Wording(zh: "这个身份证号已经有账户", en: "This identity number has an account already"),
        remedy: Wording(zh: "直接登录", en: "sign in with it"))

    static let loginTaken = Problem(
        place: "login", message: Wording(zh: "这个登录名已被使用", en: "This login name is taken"),
        remedy: Wording(zh: "换一个登录名", en: "choose another one"))

    static let codeName = Wording(zh: "统一社会信用代码", en: "Unified social credit code")

    static let codeTaken = Problem(
        place: "code", message: Wording(zh: "这个统一社会信用代码已经有账户", en: "This credit code has an account already"),
        remedy: Wording(zh: "请法定代表人登录后授权给您", en: "ask the legal representative to grant you a delegation"))

    static let noSuchPerson = Problem(
        place: "person", message: Wording(zh: "没有这个人的账户", en: "This person has no account"),
        remedy: Wording(zh: "先为此人开立账户", en: "open an account first"))

    static let personNotFound = Wording(zh: "没有这个账户", en: "There is no such account")
    static let postNotFound = Wording(zh: "没有这个岗位", en: "There is no such post")
    static let delegationNotFound = Wording(zh: "没有这份授权，或者它与您无关", en: "There is no such delegation of yours")

    /// The same for a wrong name and a wrong password: it tells nobody who has an account.
    static let wrongLogin = Problem(
        place: "login", message: Wording(zh: "登录名或密码不对", en: "The login name or the password is wrong"),
        remedy: Wording(zh: "核对后再填一次", en: "check both and try again"))

    static let loginMissing = Problem(
        place: "login", message: Wording(zh: "填写登录名", en: "Enter a login name"),
        remedy: Wording(zh: "手机号、身份证号，或工作人员账号", en: "telephone number, identity number, or officer's account"))

    static let passwordMissing = Problem(
        place: "password", message: Wording(zh: "填写密码", en: "Enter the password"),
        remedy: Wording(zh: "密码区分大小写", en: "capital and small letters differ"))

    /// The same for an unknown number and for another name.
    static let noMatch = Problem(
        place: "id-number",
        message: Wording(zh: "没有查到姓名和身份证号都一致的账户", en: "No account has both this name and this number"),
        remedy: Wording(zh: "对照身份证核对；对方要先有账户", en: "compare with the identity card; the person needs an account"))

    static let idNumberName = Wording(zh: "身份证号", en: "Identity number")
    static let phoneName = Wording(zh: "手机号", en: "Telephone number")

    static let ownNameMissing = Problem(
        place: "name", message: Wording(zh: "填写姓名", en: "Enter your name"),
        remedy: Wording(zh: "与身份证上一致", en: "as on the identity card"))

    static let notMobile = Problem(
        place: "phone", message: Wording(zh: "手机号要填 11 位，以 1 开头", en: "Enter a mobile number of 11 digits"),
        remedy: Wording(zh: "座机不能用来登录", en: "a fixed line cannot sign in"))

    static let mailWrong = Problem(
        place: "mail",
        message: Wording(zh: "邮箱要写成 name@example.cn 这样", en: "Write the mail address like name@example.cn"),
        remedy: Wording(zh: "核对 @ 前后", en: "check both sides of the @"))

    /// The same for an unknown number and for another name.
    static let identityDiffers = Problem(
        place: "name", message: Wording(zh: "姓名和身份证号核验不一致", en: "Name and identity number do not belong together"),
        remedy: Wording(zh: "对照身份证核对；还不行请到窗口", en: "compare with the card, or ask at a service window"))

    static let identitySilent = Wording(
        zh: "身份核验现在没有应答，填的内容还在。10 分钟后再试，或到窗口办",
        en: "The identity check does not answer now; what you typed is still here. Try again in ten minutes")

    static let passwordShort = Problem(
        place: "password",
        message: Wording(
            zh: "密码要填 \(TypedPassword.shortest) 个以上的字符",
            en: "The password needs \(TypedPassword.shortest) characters or more"),
        remedy: Wording(zh: "用几个词连起来最好记", en: "several words in a row are easy to remember"))

    static let passwordSimple = Problem(
        place: "password", message: Wording(zh: "密码要有 4 种以上不同的字符", en: "The password needs four different characters"),
        remedy: Wording(zh: "换一个不容易猜到的", en: "choose one that is hard to guess"))

    static let passwordsDiffer = Problem(
        place: "again", message: Wording(zh: "两次填的密码要一样", en: "Both passwords must be the same"),
        remedy: Wording(zh: "再填一次", en: "enter it again"))

    static let oldPasswordWrong = Problem(
        place: "old-password", message: Wording(zh: "现在的密码不对", en: "The present password is wrong"),
        remedy: Wording(zh: "核对后再填一次", en: "check it and try again"))

    static let nameMissing = Problem(
        place: "name", message: Wording(zh: "填写被授权人姓名", en: "Enter the person's name"),
        remedy: Wording(zh: "与身份证上一致", en: "as on the identity card"))

    static let oneself = Problem(
        place: "id-number", message: Wording(zh: "不能授权给自己", en: "You cannot delegate to yourself"),
        remedy: Wording(zh: "填写要为您办事的人", en: "enter the person who shall act for you"))

    static let untilWrong = Problem(
        place: "until",
        message: Wording(zh: "授权期限要在今天以后、三年以内", en: "The last day must be after today and within three years"),
        remedy: Wording(zh: "填写年、月、日", en: "enter year, month and day"))

    static let servicesMissing = Problem(
        place: "services", message: Wording(zh: "选择授权办理哪些事项", en: "Choose the services"),
        remedy: Wording(zh: "选一项或几项，或选全部事项", en: "choose one or more, or all of them"))
}
