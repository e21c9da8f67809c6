import Values

/// The words of notices as documents: how they are served, checked and printed (文书送达).
enum DocumentWords {
    static let documents = Wording(zh: "文书", en: "Documents")
    static let number = Wording(zh: "文书编号", en: "Document number")
    static let none = Wording(zh: "还没有文书", en: "No document yet")
    static let served = Wording(zh: "送达记录", en: "Record of service")
    static let servedHow = Wording(zh: "怎样送达", en: "How it was served")
    static let servedOn = Wording(zh: "送达日期", en: "Served on")
    static let receiver = Wording(zh: "签收人，或者留置、公告的情况", en: "Who received it, or why it was left or published")
    static let receiverShort = Wording(zh: "签收情况", en: "Receipt")
    static let by = Wording(zh: "送达人", en: "Served by")
    static let platform = Wording(zh: "平台", en: "The platform")
    static let record = Wording(zh: "登记送达", en: "Record a service")
    static let recordSend = Wording(zh: "登记这次送达", en: "Record this service")
    static let recorded = Wording(zh: "送达已经登记", en: "The service is recorded")
    static let check = Wording(zh: "核验", en: "Check")
    static let same = Wording(zh: "与存证指纹一致，没有改动", en: "Agrees with its fingerprint; nothing was changed")
    static let differs = Wording(zh: "与存证指纹不一致，请报告", en: "Does not agree with its fingerprint; please report this")
    static let erased = Wording(
        zh: "内容已随个人信息删除，只能核对指纹", en: "The text was erased with the personal data; only the fingerprint is left")
    static let bytes = Wording(zh: "下载原文，自己核对", en: "Download the bytes and check yourself")
    static let bytesHint = Wording(
        zh: "对下载的文件计算 SM3，应当等于上面的指纹：openssl dgst -sm3",
        en: "The SM3 of the file must equal the fingerprint above: openssl dgst -sm3")
    static let preview = Wording(zh: "预览文书", en: "Preview the notice")
    static let previewTitle = Wording(zh: "签发前预览，还没有发出", en: "Preview; nothing was sent yet")
    static let noNotice = Wording(zh: "这一步不发文书。", en: "This deed sends no notice.")
    static let wayMissing = Problem(
        place: "way", message: Wording(zh: "选择怎样送达", en: "Choose how it was served"),
        remedy: Wording(zh: "从列出的方式中选", en: "Choose one of those listed"))
    static let receiverMissing = Problem(
        place: "receiver",
        message: Wording(zh: "写明签收人，或者留置、公告的情况", en: "Say who received it, or why it was left or published"),
        remedy: Wording(zh: "填写 1 至 200 字", en: "Write 1 to 200 characters"))
    static let dayMissing = Problem(
        place: "on",
        message: Wording(zh: "填写送达的日期，例如 2026 年 3 月 5 日", en: "Give a real date, for example 5 March 2026"),
        remedy: Wording(zh: "按日历填写", en: "As it stands in the calendar"))
    static let dayWrong = Problem(
        place: "on",
        message: Wording(zh: "送达日期不能早于文书日期，也不能晚于今天", en: "The day lies before the document or after today"),
        remedy: Wording(zh: "改成实际送达的那一天", en: "Give the day on which it was served"))

    /// Ways of service (行政机关送达方式), in the order in which the form offers them.
    static let ways: [(id: String, name: Wording)] = [
        ("window", Wording(zh: "直接送达（窗口、当面）", en: "By hand")),
        ("post", Wording(zh: "邮寄送达", en: "By post")),
        ("left", Wording(zh: "留置送达", en: "Left in the presence of witnesses")),
        ("public", Wording(zh: "公告送达", en: "By public notice")),
    ]

    static let servedByOthers = Wording(
        zh: "只有办理这件事的单位可以登记送达", en: "Only the unit that handles the case records how its documents were served")

    static func way(_ id: String) -> Wording {
        switch id {
        case "inbox": Wording(zh: "电子送达（我的消息）", en: "Electronically (inbox)")
        case "paper": Wording(zh: "纸质", en: "On paper")
        default: ways.first { $0.id == id }?.name ?? Wording(zh: id, en: id)
        }
    }
}
