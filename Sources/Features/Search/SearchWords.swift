import Values

/// The words of the home page, the lists and the search.
enum SearchWords {
    static let home = Wording(zh: "首页", en: "Home")
    static let ask = Wording(zh: "您想办什么事？", en: "What would you like to do?")
    static let lead = Wording(
        zh: "说出要办的事，或者遇到的情况，例如“开一家面馆”。",
        en: "Name it, or say what happened, for example “open a noodle shop”.")
    static let box = Wording(zh: "搜索办事服务", en: "Search for a service")
    static let search = Wording(zh: "搜索", en: "Search")
    static let suggestions = Wording(zh: "建议", en: "Suggestions")
    static let often = Wording(zh: "常办：", en: "Often asked:")
    static let district = Wording(zh: "所在区县", en: "District")
    static let districtHint = Wording(
        zh: "换一个区县，时限和窗口会跟着变。", en: "Time limits and windows follow the district.")
    static let showDistrict = Wording(zh: "看这里的服务", en: "Show services")
    static let shortcuts = Wording(zh: "快捷入口", en: "Shortcuts")
    static let byTheme = Wording(zh: "按主题找服务", en: "Find by theme")
    static let byStage = Wording(zh: "按阶段找服务", en: "Find by stage")
    static let who = Wording(zh: "办事对象", en: "Who it is for")
    static let person = Wording(zh: "个人", en: "People")
    static let enterprise = Wording(zh: "企业", en: "Business")
    static let byDepartment = Wording(zh: "按部门", en: "By department")
    static let byDistrict = Wording(zh: "按区县", en: "By district")
    static let allServices = Wording(zh: "全部服务", en: "All services")
    static let bundles = Wording(zh: "一件事一次办", en: "Several services, one form")
    static let popular = Wording(zh: "常办服务", en: "Often asked for")
    static let promises = Wording(zh: "我们的承诺", en: "What we promise")
    static let promisesText = Wording(
        zh: "从受理算起。每一条写明依据，见指南的“时限和依据”。", en: "From acceptance. The guide cites the source of each.")
    static let byLaw = Wording(zh: "法定 ", en: "by law ")
    static let inPerson = Wording(zh: "想到现场办", en: "In person")
    static let inPersonText = Wording(
        zh: "窗口和网上的要求、时限一样。指南写明由哪个窗口办。", en: "Windows ask for the same and take as long. The guide says which window.")
    static let callUs = Wording(zh: "打电话问 ", en: "Call ")

    static let personTitle = Wording(zh: "个人办事", en: "For people")
    static let enterpriseTitle = Wording(zh: "企业办事", en: "For business")
    static let departments = Wording(zh: "按部门办事", en: "By department")
    static let districts = Wording(zh: "按区县办事", en: "By district")
    static let stages = Wording(zh: "按阶段办事", en: "By stage")
    static let themes = Wording(zh: "按主题办事", en: "By theme")
    static let narrow = Wording(zh: "只看", en: "Show only")
    static let all = Wording(zh: "全部", en: "All")
    static let nothingHere = Wording(zh: "这里还没有服务", en: "No services here yet")
    static let nothingHereText = Wording(
        zh: "换一个区县或者分类看看，也可以打 12345 问。", en: "Try another district or group, or call 12345.")
    static let notServed = Wording(zh: "本区县没有登记的承办单位", en: "No office is registered in this district")
    static let chosen = Wording(zh: "现在看的区县", en: "shown now")

    static let marks: [Shelf.Mark: Wording] = [
        .online: Wording(zh: "网上办", en: "Online"), .noVisit: Wording(zh: "零跑腿", en: "No visit"),
        .oneVisit: Wording(zh: "最多跑一次", en: "One visit at most"), .sameDay: Wording(zh: "当日办", en: "Same day"),
    ]

    static let results = Wording(zh: "搜索结果", en: "Results")
    static let policy = Wording(zh: "政策文件", en: "Policy document")
    static let place = Wording(zh: "网站页面", en: "Page of this site")
    static let caseFound = Wording(zh: "办件", en: "Case")
    static let alsoCalled = Wording(zh: "对应：", en: "matches: ")
    static let shortened = Wording(
        zh: "内容太长，只用了前 100 个字来找。", en: "That was long; only the first 100 characters were used.")
    static let caseHint = Wording(
        zh: "这像是办件编号。办件只给申请人和办理人员看；您登录后用同一个编号再搜一次。",
        en: "This looks like a case number. Only applicants and officers see a case: sign in and search again.")
    static let caseUnknown = Wording(
        zh: "没有这个编号的办件，或者它不是您的。", en: "There is no case of yours with this number.")
    static let signIn = Wording(zh: "登录", en: "Sign in")
    static let tryThese = Wording(zh: "也许您要找", en: "Perhaps one of these")
    static let nothingFoundText = Wording(
        zh: "换个说法试试，说要办的事或者遇到的情况都行；也可以按主题找，或者打 12345 问。",
        en: "Try other words, or say what happened; or look by theme, or call 12345.")
    static let start = Wording(zh: "输入要办的事，用拼音或首字母也行", en: "Type what you need; pinyin and initials work too")
    static let policyPage = Wording(zh: "政策文件", en: "Policy documents")
    static let policyNumber = Wording(zh: "文号", en: "Number")
    static let policyTitle = Wording(zh: "标题", en: "Title")
    static let policyDay = Wording(zh: "成文日期", en: "Date")
    static let policyIssuer = Wording(zh: "发文机关", en: "Issued by")
    static let citedBy = Wording(zh: "哪些服务依据它", en: "Services that rest on it")
    static let citedByNone = Wording(zh: "这个区县没有服务引用它。", en: "No service of this district cites it.")
    static let notInSources = Wording(zh: "我们的来源没有给出", en: "not given by our sources")
    static let sitemap = Wording(zh: "站点地图", en: "Site map")
    static let findCase = Wording(zh: "按编号找办件", en: "Find a case by number")
    static let findCaseText = Wording(
        zh: "没有找到您能看的办件。核对编号：23 位数字，或者 26 位受理前编号。",
        en: "No case that you may read has this number: 23 digits, or 26 characters before acceptance.")

    static func found(_ count: Int, _ words: String) -> Wording {
        Wording(
            zh: "“\(words)”：找到 \(count) 项", en: "\(count) result\(count == 1 ? "" : "s") for “\(words)”")
    }

    static func nothingFound(_ words: String) -> Wording {
        Wording(zh: "没有找到“\(words)”", en: "Nothing found for “\(words)”")
    }

    static func shown(_ first: Int, _ last: Int, of all: Int) -> Wording {
        Wording(zh: "第 \(first)–\(last) 项，共 \(all) 项", en: "\(first)–\(last) of \(all)")
    }

    static func count(_ count: Int) -> Wording {
        Wording(zh: "\(count) 项服务", en: count == 1 ? "1 service" : "\(count) services")
    }

    static func here(_ region: Wording) -> Wording {
        Wording(zh: "现在看的是\(region.zh)", en: "You are looking at \(region.en)")
    }
}
