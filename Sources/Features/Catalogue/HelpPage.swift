import Values
import Web

/// Short pages of the site itself: how to get help, and what was done for accessibility.
enum HelpPage {
    private struct Section {
        let heading: Wording
        let paragraphs: [Wording]
    }

    static func help(in language: Language, hotline: String) -> PublicPage {
        page(
            Wording(zh: "帮助", en: "Help"), current: "/help", in: language,
            [
                Section(
                    heading: Wording(zh: "怎么办事", en: "How it works"),
                    paragraphs: [
                        Wording(
                            zh: "在首页找到要办的事，看办事指南，回答几个问题，就知道要带什么、多久办好。登录后填表，每一步都会保存。",
                            en:
                                "Find what you need on the home page. The guide asks a few questions and says what to "
                                + "bring and how long it takes. Sign in and fill in the form; every step is saved."),
                        Wording(
                            zh: "城市已经有的证照和信息，我们自己查，不用您交。查不到时，页面会告诉您可以怎么补。",
                            en:
                                "What the city already holds we look up. Where a register does not answer, the "
                                + "page says what you can hand in instead."),
                    ]),
                Section(
                    heading: Wording(zh: "让家里人代办", en: "Let somebody act for you"),
                    paragraphs: [
                        Wording(
                            zh: "登录后在“授权代办”里写上对方的姓名和身份号码，就可以让他替您办。随时可以撤回。",
                            en: "Sign in and name the person under Delegations. You can take it back at any time.")
                    ]),
                Section(
                    heading: Wording(zh: "电话和窗口", en: "Telephone and counter"),
                    paragraphs: [
                        Wording(
                            zh: "不方便上网的，打 \(hotline)，或者到政务服务大厅的窗口办，要求和时限都一样。",
                            en:
                                "Call \(hotline), or come to a service hall. Demands and times are the same."
                        )
                    ]),
                Section(
                    heading: Wording(zh: "不同意结果", en: "If you do not agree"),
                    paragraphs: [
                        Wording(
                            zh: "每份决定都写明理由、依据，以及申请行政复议、提起行政诉讼的期限和办法。",
                            en:
                                "Every decision states its reasons, its articles, and how and when you can ask for "
                                + "reconsideration or go to court.")
                    ]),
            ])
    }

    static func accessibility(in language: Language, hotline: String) -> PublicPage {
        page(
            Wording(zh: "无障碍声明", en: "Accessibility"), current: "/accessibility", in: language,
            [
                Section(
                    heading: Wording(zh: "我们做到的", en: "What we do"),
                    paragraphs: [
                        Wording(
                            zh: "按 WCAG 2.2 AA 和 GB/T 37668 的要求设计。每个页面不用脚本、只用键盘、在 320 像素宽的屏幕上都能用；有关怀版（大字）和高对比度两种显示。",
                            en:
                                "Pages are made to WCAG 2.2 AA. Each works without script, by keyboard and on a screen "
                                + "320 pixels wide; there are a large-type and a high-contrast display."),
                        Wording(
                            zh: "上线前用自动工具检查每个页面。自动检查发现不了所有问题，请您告诉我们。",
                            en:
                                "A tool checks every page. Tools do not find everything; please tell us."
                        ),
                    ]),
                Section(
                    heading: Wording(zh: "遇到困难", en: "If something is in your way"),
                    paragraphs: [
                        Wording(
                            zh: "打 \(hotline) 说明页面和遇到的困难，或者请窗口人员帮您办。",
                            en: "Call \(hotline) and name the page, or ask at a counter.")
                    ]),
            ])
    }

    private static func page(
        _ title: Wording, current: Link, in language: Language, _ sections: [Section]
    ) -> PublicPage {
        let body: HTML = """
            \(PageHead(title[language], tag: nil, subtitle: nil, buttons: []), language)\
            \(sections, { section in html(of: section, in: language) })
            """
        return PublicPage(
            head: PageHeading(title: title[language], column: title[language]), current: current, hasTabBar: true,
            body: body)
    }

    private static func html(of section: Section, in language: Language) -> HTML {
        """
        <section class="section prose"><h2>\(section.heading, language)</h2>\
        \(section.paragraphs, { "<p>\($0, language)</p>" })</section>
        """
    }
}
