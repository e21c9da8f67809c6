import Values
import Web

/// The places of one's own space, in the order in which they stand above each of its pages (我的).
enum MySpaceTab: CaseIterable {
    case overview, messages, cases, corrections, drafts, certificates, proxy, dataUse, account

    var link: Link {
        switch self {
        case .overview: "/my"
        case .messages: "/my/messages"
        case .cases: "/my/cases"
        case .corrections: "/my/corrections"
        case .drafts: "/my/drafts"
        case .certificates: "/my/certificates"
        case .proxy: "/my/proxy"
        case .dataUse: "/my/data-use"
        case .account: "/my/account"
        }
    }

    var name: Wording {
        switch self {
        case .overview: Wording(zh: "总览", en: "Overview")
        case .messages: Wording(zh: "消息", en: "Messages")
        case .cases: Wording(zh: "办件", en: "Cases")
        case .corrections: Wording(zh: "要我办的", en: "For me to do")
        case .drafts: Wording(zh: "草稿", en: "Drafts")
        case .certificates: Wording(zh: "证照", en: "Certificates")
        case .proxy: Wording(zh: "授权代办", en: "Delegations")
        case .dataUse: Wording(zh: "数据使用", en: "Use of my data")
        case .account: Wording(zh: "账户", en: "Account")
        }
    }
}

/// The frame of every page of one's own space: where one is, and the ways to the rest.
struct MySpace {
    let current: MySpaceTab
    /// How much waits at a place; nothing is shown for zero.
    let counts: [MySpaceTab: Int]

    init(_ current: MySpaceTab, counts: [MySpaceTab: Int]) {
        self.current = current
        self.counts = counts
    }

    init(_ current: MySpaceTab) {
        self.init(current, counts: [:])
    }

    static let name = Wording(zh: "我的", en: "Me")
    private static let places = Wording(zh: "我的空间", en: "My space")

    /// A page without problems.
    func page(title: String, for reader: Reader, body: HTML) -> PublicPage {
        page(title: title, showsProblems: false, for: reader, body: body)
    }

    /// A page whose body begins with its head.
    func page(title: String, showsProblems: Bool, for reader: Reader, body: HTML) -> PublicPage {
        let language = reader.language
        // Phone and top navigation know three of the places.
        let here: Link =
            switch current {
            case .cases: "/my/cases"
            case .drafts: "/my/drafts"
            case .proxy: "/my/proxy"
            default: "/my"
            }
        return PublicPage(
            head: PageHeading(title: title, column: MySpace.name[language], showsProblems: showsProblems),
            current: here, hasTabBar: true, before: navigation(in: language), body: body)
    }

    private func navigation(in language: Language) -> HTML {
        """
        <nav class="views views--wrap no-print" aria-label="\(MySpace.places, language)">\(MySpaceTab.allCases, { tab in
            let number = counts[tab] ?? 0
            let text = number > 99 ? "99+" : String(number)
            let count: HTML = number == 0 ? "" : " <span class=\"cnt\">\(text)</span>"
            let here = tab == current ? "page" : nil
            return "<a href=\"\(tab.link)\"\(attribute: "aria-current", here)>\(tab.name, language)\(count)</a>"
        })</nav>
        """
    }

    /// For whom the person acts now, with the way to change it.
    static func standing(of session: Session, in language: Language) -> HTML {
        let name = session.actingFor?.name ?? session.person.nameMask
        return """
            \(AccountWords.youActFor, language)\(name) <a href="/session">\(AccountWords.changeStanding, language)</a>
            """
    }
}
