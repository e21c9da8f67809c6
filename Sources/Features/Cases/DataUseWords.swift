import Values

/// The words of the page on the use of one's data.
enum DataUseWords {
    static let title = Wording(zh: "我的数据怎么用了", en: "How my data was used")
    static let lead = Wording(
        zh: "办件时向哪些部门取了您的数据、用了哪些证照，谁看过您的完整信息，都在这里。",
        en: "Which registers told what in your cases, which certificates were used, and who saw your full data.")
    static let uses = Wording(zh: "每个办件用了什么", en: "What each case used")
    static let nothing = Wording(zh: "没有取用部门数据和证照", en: "No register and no certificate was used")
    static let noCases = Wording(zh: "还没有办件，没有用过您的数据", en: "No cases yet, so nothing was used")
    static let erased = Wording(zh: "个人信息已删除", en: "personal data erased")
    static let earlierCases = Wording(zh: "更早的办件", en: "Earlier cases")
    static let source = Wording(zh: "来源", en: "Source")
    static let told = Wording(zh: "用到的内容", en: "What it told")
    static let silent = Wording(
        zh: "没有应答的部门没有给出内容，不列在这里。", en: "Registers that did not answer told nothing and are not listed.")
    static let allLooks = Wording(zh: "看全部查看记录", en: "See every look")

    /// Keys for what has no register of its own.
    static let library = "certificate-library"
    static let earlier = "earlier-case"

    static func name(of source: String, in registers: Registers) -> Wording {
        switch source {
        case library: Wording(zh: "电子证照库", en: "Certificate library")
        case earlier: Wording(zh: "您以前的办件", en: "An earlier case of yours")
        case "account": Wording(zh: "您的账户", en: "Your account")
        default: registers[source]?.shownName ?? Wording(zh: source, en: source)
        }
    }
}
