import Values

/// What the head of a page tells search engines and the national census of government sites (政府网站普查).
package struct PageHeading: Sendable {
    /// Title without the name of the site.
    package let title: String
    /// 栏目名称.
    package let column: String
    /// Set on notices and articles only.
    package let article: Article?
    /// The page shows problems, which its title says first.
    package let showsProblems: Bool

    package struct Article: Sendable {
        package let title: String
        package let publishedOn: Day
        package let source: String

        package init(title: String, publishedOn: Day, source: String) {
            self.title = title
            self.publishedOn = publishedOn
            self.source = source
        }
    }

    /// A page without problems.
    package init(title: String, column: String, article: Article? = nil) {
        self.init(title: title, column: column, article: article, showsProblems: false)
    }

    package init(title: String, column: String, article: Article? = nil, showsProblems: Bool) {
        self.title = title
        self.column = column
        self.article = article
        self.showsProblems = showsProblems
    }
}

/// A page for the public: top strip, header, one main part, footer with the duties of a government site.
package struct PublicPage: Sendable {
    package let head: PageHeading
    /// The entry of the navigation that this page belongs to; nil for none.
    package let current: Link?
    /// The bar at the foot of a phone; left out in forms, so that nothing distracts.
    package let hasTabBar: Bool
    /// Stands before `main`: breadcrumb or the way back.
    package let before: HTML
    /// The content of `main`, inside the page's width.
    package let body: HTML
    /// The content brings its own width (home page with a band over the whole window).
    package let isFullWidth: Bool

    /// In the page's own width.
    package init(head: PageHeading, current: Link?, hasTabBar: Bool, before: HTML = .empty, body: HTML) {
        self.init(
            head: head, current: current, hasTabBar: hasTabBar, before: before, body: body, isFullWidth: false)
    }

    package init(
        head: PageHeading, current: Link?, hasTabBar: Bool, before: HTML = .empty, body: HTML, isFullWidth: Bool
    ) {
        self.head = head
        self.current = current
        self.hasTabBar = hasTabBar
        self.before = before
        self.body = body
        self.isFullWidth = isFullWidth
    }

    package func html(on site: Site, for reader: Reader) -> HTML {
        let frame = PageFrame(site: site, reader: reader)
        let main: HTML =
            isFullWidth
            ? "<main id=\"main\" tabindex=\"-1\">\(before)\(body)</main>"
            : "<div class=\"wrap page\">\(before)<main id=\"main\" tabindex=\"-1\">\(body)</main></div>"
        let tabs = site.navigation.tabs
        let hasTabs = hasTabBar && !tabs.isEmpty
        return """
            \(frame.opening(head, density: nil, bodyClass: hasTabs ? "has-tabbar" : nil))\
            \(frame.strip)\(frame.header(current: current))\(main)\(frame.footer)\
            \(hasTabs ? frame.tabBar(tabs, current: current) : HTML.empty)</body></html>
            """
    }
}

/// A page for officers: dark bar with search, side navigation, work area.
package struct StaffPage: Sendable {
    package struct Group: Sendable {
        /// nil for the first group.
        package let heading: String?
        package let entries: [Entry]

        package init(heading: String?, entries: [Entry]) {
            self.heading = heading
            self.entries = entries
        }
    }

    package struct Entry: Sendable {
        package let label: String
        package let icon: Icon
        package let link: Link
        package let count: Int?

        package init(_ label: String, icon: Icon, link: Link, count: Int?) {
            self.label = label
            self.icon = icon
            self.link = link
            self.count = count
        }
    }

    /// Where the officer works: name of the desk, unit, side navigation, search.
    package struct Desk: Sendable {
        /// `审批工作台`, `综合窗口 B12`.
        package let name: String
        package let unit: String
        package let home: Link
        package let groups: [Group]
        /// Where `q` is searched for; nil while there is no search.
        package let search: Link?

        package init(name: String, unit: String, home: Link, groups: [Group], search: Link?) {
            self.name = name
            self.unit = unit
            self.home = home
            self.groups = groups
            self.search = search
        }
    }

    package let head: PageHeading
    package let desk: Desk
    package let current: Link?
    package let body: HTML

    package init(head: PageHeading, desk: Desk, current: Link?, body: HTML) {
        self.head = head
        self.desk = desk
        self.current = current
        self.body = body
    }

    package func html(on site: Site, for reader: Reader) -> HTML {
        let frame = PageFrame(site: site, reader: reader)
        return """
            \(frame.opening(head, density: "staff", bodyClass: nil))\(bar(frame))<div class="shell">\
            \(side(reader.language))\
            <main class="work" id="main" tabindex="-1">\(body)</main></div>\(frame.staffFooter)</body></html>
            """
    }

    private func bar(_ frame: PageFrame) -> HTML {
        let words = frame.words.shell
        let search: HTML? = desk.search.map {
            """
            <form class="bar__search" role="search" method="get" action="\($0)"><label class="sr" for="gs">\
            \(words.searchLabel)</label>\
            <input class="input" id="gs" name="q" type="search" placeholder="\
            \(words.searchLabel)" autocomplete="off"></form>
            """
        }
        let name: HTML? = frame.reader.name.map { "<span class=\"nowrap\">\(Icon.user.html) \($0)</span>" }
        return """
            <header class="bar"><div class="bar__in"><a class="brand" href="\(desk.home)">\(PageFrame.mark)\
            <span class="brand__name">\(frame.identity.platform, frame.language) · \(desk.name)</span></a>\(search)\
            <div class="bar__r"><span class="nowrap">\(desk.unit)</span>\(name)\(frame.displaySwitches)\
            \(frame.signOut)</div>\
            </div></header>
            """
    }

    private func side(_ language: Language) -> HTML {
        """
        <nav class="side" aria-label="\(language.words.shell.workspace)">\(desk.groups, { group in
            """
            \(group.heading.map { "<h2>\($0)</h2>" })<ul>\(group.entries, { entry in
                """
                <li><a href="\(entry.link)"\(attribute: "aria-current", entry.link == current ? "page" : nil)>\
                \(entry.icon.html)\(entry.label)\(entry.count.map { "<span class=\"cnt\">\($0)</span>" })</a></li>
                """
            })</ul>
            """
        })</nav>
        """
    }
}
