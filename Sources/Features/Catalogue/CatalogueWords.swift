import Values

/// The words of the home page and of the guides.
enum CatalogueWords {
    static let home = Wording(zh: "首页", en: "Home")
    static let ask = Wording(zh: "您想办什么事？", en: "What would you like to do?")
    static let lead = Wording(
        zh: "选好所在的区县，看看这里能办的事。每件事都写明要准备什么、多久办好。",
        en: "Choose your district to see what can be done there, what you need, and how long it takes.")
    static let district = Wording(zh: "所在区县", en: "District")
    static let showDistrict = Wording(zh: "看这里的服务", en: "Show services")
    static let shortcuts = Wording(zh: "快捷入口", en: "Shortcuts")
    static let myCases = Wording(zh: "查办件进度", en: "My cases")
    static let myDrafts = Wording(zh: "接着填草稿", en: "My drafts")
    static let proxies = Wording(zh: "授权代办", en: "Delegations")
    static let looks = Wording(zh: "谁看过我的信息", en: "Who saw my data")
    static let help = Wording(zh: "办事帮助", en: "Help")
    static let forPersons = Wording(zh: "个人办事", en: "For people")
    static let forEnterprises = Wording(zh: "企业办事", en: "For business")
    static let noServices = Wording(zh: "这里还没有开通服务", en: "No services are open here yet")
    static let noServicesText = Wording(
        zh: "换一个区县看看，或者打 12345 问。", en: "Choose another district, or call 12345.")
    static let officers = Wording(zh: "工作人员", en: "Officers")
    static let officersText = Wording(
        zh: "窗口和审批人员从这里登录，登录后进入工作台。", en: "Window clerks and approvers sign in here to reach their desk.")
    static let officersSignIn = Wording(zh: "工作人员登录", en: "Officer sign-in")
    static let sample = Wording(zh: "这是演示系统", en: "This is a demonstration")
    static let sampleText = Wording(
        zh: "人员、企业、证照和办件都是虚构的。别的部门的数据由替身提供，页面上会写明。",
        en: "People, firms, certificates and cases are invented. Stand-ins play other registers; pages say so.")

    static func cancelled(_ adjustment: ItemAdjustment) -> Wording {
        Wording(
            zh: "这个事项从 \(adjustment.from) 起取消，不能再申请（\(adjustment.document)）",
            en: "Cancelled from \(adjustment.from) on; nobody can apply any more (\(adjustment.document))"
        )
    }
    static let cancelledTitle = Wording(zh: "事项已取消", en: "The item is cancelled")
    static func ending(_ adjustment: ItemAdjustment) -> Wording {
        Wording(
            zh: "这个事项从 \(adjustment.from) 起取消（\(adjustment.document)），在那之前还可以申请",
            en: "This item ends on \(adjustment.from) (\(adjustment.document)); you can apply until then")
    }
    static let endingTitle = Wording(zh: "事项即将取消", en: "The item will be cancelled")
    static func moved(_ adjustment: ItemAdjustment) -> Wording {
        Wording(
            zh: "从 \(adjustment.from) 起由\(adjustment.authority ?? "")办理（\(adjustment.document)）",
            en: "Handled by \(adjustment.authority ?? "") from \(adjustment.from) on (\(adjustment.document))")
    }
    static let inRegister = Wording(zh: "权责清单", en: "Register of items")
    static let showRegister = Wording(zh: "看事项编码和各级实施情况", en: "Codes and who implements it")
    static let onlyInternal = Wording(zh: "这是内部程序，不接受申请", en: "An internal procedure; nobody applies for it")

    static let guide = Wording(zh: "办事指南", en: "Guide")
    static let notes = Wording(zh: "条件和须知", en: "Conditions and notes")
    static let start = Wording(zh: "开始办理", en: "Start")
    static let startHint = Wording(
        zh: "登录后填写，随时可以存草稿。", en: "Sign in and fill it in; you can save a draft at any time.")
    static let howLong = Wording(zh: "多久办好", en: "How long")
    static let visits = Wording(zh: "跑几趟", en: "Visits")
    static let noVisit = Wording(zh: "全程网上办", en: "All of it online")
    static let materialsCount = Wording(zh: "要交几份材料", en: "Documents to hand in")
    static let sharedRest = Wording(zh: "其余由部门共享", en: "The rest comes from registers")
    static let gets = Wording(zh: "办好拿到什么", en: "What you get")
    static let nothingIssued = Wording(zh: "办理结果通知", en: "A notice of the result")
    static let byLaw = Wording(zh: "法定", en: "by law")
    static let valid = Wording(zh: "有效期", en: "valid for")
    static let dependsOnAnswers = Wording(zh: "看您的情况", en: "Depends on your case")
    static let sameDay = Wording(zh: "当日办结", en: "The same day")

    static let whatYouNeed = Wording(zh: "我要准备什么", en: "What you need")
    static let showMaterials = Wording(zh: "查看我的材料清单", en: "Show my list of documents")
    static let materials = Wording(zh: "材料清单", en: "Documents")
    static let noMaterials = Wording(zh: "不需要交材料", en: "No documents are needed")
    static let notSure = Wording(zh: "没回答的，按可能需要列出。", en: "What is not answered yet is listed as possibly needed.")
    static func unanswered(_ count: Int) -> Wording {
        Wording(zh: "还有 \(count) 个问题没有回答。先回答：", en: "\(count) questions are not answered yet. Answer first: ")
    }
    static let decidesMost = Wording(zh: "，它决定得最多。", en: ", it decides most.")
    static let warning = Wording(zh: "按您的回答，可能不予办理", en: "From your answers, this may be refused")
    static let yes = Wording(zh: "是", en: "yes")
    static let no = Wording(zh: "否", en: "no")
    static let noReasonLeft = Wording(zh: "就没有上述不予办理的理由", en: "none of these reasons would stand")
    static let oneReasonLess = Wording(zh: "上述理由就会少", en: "fewer of these reasons would stand")
    static let stillMay = Wording(
        zh: "您仍然可以提交，由办理单位依法决定。拿不准先打 12345 问。",
        en: "You may still apply; the office decides by law. If unsure, call 12345 first.")
    static let takenFrom = Wording(zh: "从", en: "Taken from ")
    static let orUpload = Wording(zh: "查不到时再上传", en: "upload it only if nothing is found")
    static let orPromise = Wording(zh: "查不到时可以承诺", en: "promise it only if nothing is found")
    static let promiseHow = Wording(zh: "在网上点一下确认，不用自己写", en: "Confirm it online; nothing to write")
    static let uploadHow = Wording(
        zh: "拍照或扫描都可以，PDF、JPG、PNG 或 OFD，每个不超过 20 MB",
        en: "A photograph or a scan: PDF, JPG, PNG or OFD, up to 20 MB each")
    static let certificateLibrary = Wording(zh: "证照库", en: "the certificate library")
    static let neededWhen = Wording(zh: "需不需要，看这一项的回答：", en: "Needed or not depends on: ")

    static let flow = Wording(zh: "办理流程", en: "Steps")
    static let flowWhere = Wording(zh: "怎么提交", en: "Where to file")
    static let whenNeeded = Wording(zh: "（需要时）", en: " (when needed)")
    static let limits = Wording(zh: "时限和依据", en: "Time limits and their sources")
    static let limitName = Wording(zh: "时限", en: "Time limit")
    static let legal = Wording(zh: "法定", en: "By law")
    static let promised = Wording(zh: "承诺", en: "Promised")
    static let source = Wording(zh: "依据", en: "Source")
    static let why = Wording(zh: "这里为什么是这个时限？", en: "Why does this time limit hold here?")
    static let replaced = Wording(zh: "被下一行代替", en: "replaced by the next line")
    static let inForce = Wording(zh: "现行有效", en: "in force")
    static let since = Wording(zh: "自", en: "since ")
    static let result = Wording(zh: "办理结果", en: "Result")
    static let validity = Wording(zh: "有效期", en: "Validity")
    static let unlimited = Wording(zh: "长期有效", en: "Unlimited")
    static let renewBefore = Wording(zh: "延续", en: "Renewal")
    static let renewText = Wording(zh: "到期前", en: "file before the end by ")
    static let whereAndWhen = Wording(zh: "窗口与时间", en: "Windows and hours")
    static let window = Wording(zh: "办理窗口", en: "Window")
    static let placeUnknown = Wording(
        zh: "地址和上班时间还没有登记，去之前请打 ", en: "Address and hours are not on record yet; before you go, call ")
    static let instead = Wording(zh: "您可能要办的是：", en: "What you need may be: ")
    static let basis = Wording(zh: "设定依据与基本信息", en: "Legal basis and particulars")
    static let basisShort = Wording(zh: "设定依据", en: "Legal basis")
    static let kind = Wording(zh: "事项类型", en: "Type")
    static let level = Wording(zh: "行使层级", en: "Level")
    static let authority = Wording(zh: "实施主体", en: "Authority")
    static let procedure = Wording(zh: "办理程序", en: "Procedure")
    static let code = Wording(zh: "事项编码", en: "Item")
    static let variants = Wording(zh: "办理情形", en: "Variants")
    static let reform = Wording(zh: "改革举措", en: "Reform")
    static let version = Wording(zh: "版本", en: "Version")
    static let versionText = Wording(zh: "起施行，版本指纹", en: "in force; fingerprint")
    static let faq = Wording(zh: "常见问题", en: "Questions")
    static let redress = Wording(zh: "咨询、投诉与救济", en: "Questions, complaints and appeals")
    static let consult = Wording(zh: "咨询", en: "Questions")
    static let complain = Wording(zh: "投诉", en: "Complaints")
    static let hotline = Wording(zh: "12345，全天", en: "12345, day and night")
    static let ownNote = Wording(
        zh: "写明“本市自定（示例数据）”的期限和条件是示例，正式使用前由市里注明依据。",
        en: "Limits and conditions marked as set by the city are sample data until the city cites their source.")

    static let contactNames: [String: Wording] = [
        "unit": Wording(zh: "窗口", en: "Window"), "phone": Wording(zh: "电话", en: "Telephone"),
        "place": Wording(zh: "地点", en: "Place"), "hours": Wording(zh: "时间", en: "Hours"),
    ]
    static let levels: [String: Wording] = [
        "city": Wording(zh: "市级", en: "City"), "district": Wording(zh: "区县级", en: "District"),
        "township": Wording(zh: "乡镇、街道", en: "Township"),
    ]
    static let channels: [String: Wording] = [
        "online": Wording(zh: "网上", en: "online"), "window": Wording(zh: "窗口", en: "at the window"),
        "mobile": Wording(zh: "手机", en: "by phone app"), "kiosk": Wording(zh: "自助机", en: "at a kiosk"),
    ]
    static let appeals: [String: Wording] = [
        "reconsideration": Wording(zh: "行政复议", en: "Administrative reconsideration"),
        "lawsuit": Wording(zh: "行政诉讼", en: "Administrative lawsuit"),
    ]

    static func answerQuestions(_ count: Int) -> Wording {
        Wording(
            zh: "回答 \(count) 个问题，看看您要准备什么",
            en: "Answer \(count) question\(count == 1 ? "" : "s") to see what you need")
    }

    static func listTitle(upload: Int, free: Int) -> Wording {
        Wording(
            zh: "您的材料清单：要提交 \(upload) 份，免交 \(free) 份",
            en: "Your documents: \(upload) to hand in, \(free) not needed from you")
    }

    static func count(_ visits: Int) -> Wording {
        Wording(zh: "\(visits) 趟", en: visits == 1 ? "1 visit" : "\(visits) visits")
    }

    static func supplyWithin(_ period: Wording) -> Wording {
        Wording(zh: "可以先受理，受理后 \(period.zh)内补交", en: "May follow within \(period.en) after acceptance")
    }

    static func appeal(within period: Wording) -> Wording {
        Wording(zh: "收到决定后 \(period.zh)内", en: "Within \(period.en) after the decision")
    }

    static let chooseQuestion = Wording(zh: "可多选", en: "choose any")
}
