import Values
import Web

/// Short pages of the site itself: how to get help, what was done for accessibility, what is kept about people.
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
                            zh: "在搜索框里写下要办的事，说情况也行，例如“房贷还完了”；拼音、首字母和写错一两个字也能找到。还可以按对象、主题、阶段、部门和区县找。",
                            en:
                                "Type what you need, or what happened (“paid off my loan”). Pinyin, initials and "
                                + "small "
                                + "typing errors are understood. You can also look by theme, stage, department or "
                                + "district."
                        ),
                        Wording(
                            zh: "看办事指南，回答几个问题，就知道要带什么、多久办好。登录后填表，每一步都会保存。",
                            en:
                                "The guide asks a few questions and says what to bring and how long it takes. "
                                + "Sign in and "
                                + "fill in the form; every step is saved."),
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

    /// Says what was checked and what was not; whoever changes `Tests/Browser/walk.py` changes it too.
    static func accessibility(in language: Language, hotline: String) -> PublicPage {
        page(
            Wording(zh: "无障碍声明", en: "Accessibility"), current: "/accessibility", in: language,
            [
                Section(heading: Wording(zh: "我们做到的", en: "What we do"), paragraphs: [aim, displays]),
                Section(heading: Wording(zh: "检查过什么", en: "What was checked"), paragraphs: [checked]),
                Section(heading: Wording(zh: "还没有检查的", en: "What was not checked"), paragraphs: [notChecked]),
                Section(
                    heading: Wording(zh: "遇到困难", en: "If something is in your way"),
                    paragraphs: [
                        Wording(
                            zh: "打 \(hotline) 说明页面和遇到的困难，或者请窗口人员帮您办。",
                            en: "Call \(hotline) and name the page, or ask at a counter.")
                    ]),
            ])
    }

    private static let aim = Wording(
        zh: "按 WCAG 2.2 AA 和 GB/T 37668 的要求设计。每个页面不用脚本、只用键盘、在 320 像素宽的屏幕上都能用。",
        en: "Pages are made to WCAG 2.2 AA. Each is meant to work without script, by keyboard and on a screen 320 "
            + "pixels wide.")
    private static let displays = Wording(
        zh: "每页最上面可以换成关怀版（大字、大按钮、一列）、高对比度和英文，换一次，全站记住一年。",
        en: "At the top of every page you can switch to large print (one column, large buttons), high contrast, or "
            + "Chinese; the choice is kept for a year.")
    private static let checked = Wording(
        zh: "每一版由程序用浏览器逐页打开，宽 390 和 1280 像素各一次，用 axe-core 的规则检查，并检查页面不横向滚动、只有一个一级标题；"
            + "首页、搜索和清单在关怀版、高对比度和英文下再查一次；申请一件事的全过程关掉脚本再走一遍。",
        en:
            "For each version a program opens page after page in a browser, 390 and 1280 "
            + "pixels wide, applies the rules "
            + "of axe-core, and checks that nothing scrolls sideways and that there is one "
            + "main heading. Home, search and "
            + "lists are checked again in large print, high contrast and English. One application is made from "
            + "beginning to end without script.")
    private static let notChecked = Wording(
        zh: "自动检查只能发现一部分问题。这一版还没有请读屏软件使用者、视障和老年用户试用，也没有在电视、旧手机上逐页看过；"
            + "办事指南、材料和机构名称以中文为准，英文页面里有的只有中文。",
        en:
            "Tools find only part of the problems. No user of a screen reader and no older "
            + "user has tried this version, "
            + "and it was not looked at on old telephones. Names of authorities and laws, and "
            + "some texts of guides, are "
            + "in Chinese only.")

    /// What is kept about a person, and how he sees it.
    static func privacy(in language: Language, hotline: String) -> PublicPage {
        page(
            Wording(zh: "隐私与数据使用", en: "Privacy"), current: nil, in: language,
            [
                Section(
                    heading: Wording(zh: "用在哪里", en: "What it is used for"),
                    paragraphs: [
                        Wording(
                            zh: "您填的内容只用来办您申请的事。城市已有的证照和信息，只在办这件事需要时才查，页面写明从哪里查、什么时候查的。",
                            en: "What you enter serves the matter that you apply for. Registers are asked only for "
                                + "what that matter needs; pages say which, and when.")
                    ]),
                Section(
                    heading: Wording(zh: "怎么保存", en: "How it is kept"),
                    paragraphs: [
                        Wording(
                            zh: "个人信息加密存放，每件办件一把密钥；列表里只显示遮住一部分的姓名和号码。草稿 30 天不用就连同密钥一起删除。",
                            en:
                                "Personal values are kept encrypted, under one key for each case; lists show "
                                + "masked names "
                                + "only. A draft that is not used for 30 days is deleted with its key."),
                        Wording(
                            zh: "搜索框里写的内容不保存。记住所在区县、语言和显示方式的，是您浏览器里的 Cookie。",
                            en: "What you type into the search is not kept. District, language and display are "
                                + "remembered by cookies in your own browser."),
                    ]),
                Section(
                    heading: Wording(zh: "谁看过", en: "Who looked"),
                    paragraphs: [
                        Wording(
                            zh: "工作人员要看完整信息，须写明理由，并留下记录。您登录后在“谁看过我的信息”里能看到每一次。有疑问打 \(hotline)。",
                            en:
                                "An officer who needs a full value states a ground, and the look is recorded. "
                                + "Signed in, "
                                + "you see every look under “Who saw my data”. Questions: call \(hotline).")
                    ]),
            ])
    }

    private static func page(
        _ title: Wording, current: Link?, in language: Language, _ sections: [Section]
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
