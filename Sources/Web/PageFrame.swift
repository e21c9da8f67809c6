import Values

/// The parts that all pages share.
struct PageFrame {
    let site: Site
    let reader: Reader
    var identity: SiteIdentity { site.identity }
    var language: Language { reader.language }
    var words: Messages { reader.language.words }

    /// From the document type to the top of the body, with the link to the content first.
    func opening(_ head: PageHeading, density: String?, bodyClass: String?) -> HTML {
        let display = reader.display
        let title = head.showsProblems ? words.form.errorTitle(head.title) : head.title
        return """
            <!doctype html><html lang="\(language.tag)"\(attribute: "data-density", density)\
            \(attribute: "data-mode", display.isCare ? "care" : nil)\
            \(attribute: "data-contrast", display.isHighContrast ? "high" : nil)><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">\
            <title>\(title) - \(identity.platform, language)</title>\
            <meta name="SiteName" content="\(identity.title, .chinese)"><meta name="SiteDomain" content="\
            \(identity.domain)">\
            <meta name="SiteIDCode" content="\(identity.siteCode)"><meta name="ColumnName" content="\(head.column)">\
            \(article(head.article))<link rel="icon" href="\(Asset.favicon.link)" type="image/svg+xml">\
            <link rel="stylesheet" href="\(Asset.tokens.link)"><link rel="stylesheet" href="\(Asset.interface.link)">\
            <script src="\(Asset.enhance.link)" defer></script></head><body\(attribute: "class", bodyClass)>\
            <a class="skip" href="#main">\(words.shell.skip)</a>\(printHead)
            """
    }

    private func article(_ article: PageHeading.Article?) -> HTML? {
        article.map {
            """
            <meta name="ArticleTitle" content="\($0.title)"><meta name="PubDate" content="\
            \($0.publishedOn.description)">\
            <meta name="ContentSource" content="\($0.source)">
            """
        }
    }

    /// Site, address and time, on paper only.
    private var printHead: HTML {
        """
        <p class="print-only print-head"><span>\(identity.title, language) \(identity.domain)\(reader.here.text)</span>\
        <span>\(words.shell.printedAt(language.fullDateTime(reader.moment)))</span></p>
        """
    }

    /// Who runs this site and how to tell, and how the page is shown.
    var strip: HTML {
        let shell = words.shell
        let search: HTML? = site.navigation.search.map { "<a href=\"\($0)\">\(shell.search)</a>" }
        return """
            <div class="official" role="region" aria-label="\(shell.identityRegion)"><div class="wrap official__in">\
            <details><summary><span class="official__badge">\(Icon.shield.html)</span>\
            \(shell.officialSite(identity.government[language])) <span class="caret" aria-hidden="true"></span>\
            </summary>\
            <div class="official__body"><p>\(shell.officialExplained)</p></div></details>\
            <div class="official__util">\(search)\(displaySwitches)\(signOut)</div></div>\(sampleNotice)</div>
            """
    }

    private var sampleNotice: HTML? {
        identity.isSampleData
            ? """
            <div class="sample"><p class="wrap">\(Icon.info.html) \(words.shell.sampleData)</p></div>
            """ : nil
    }

    /// Links that change the display and come back to this page.
    var displaySwitches: HTML {
        let shell = words.shell
        let display = reader.display
        let care = reader.here.with([("mode", display.isCare ? "standard" : "care")])
        let contrast = reader.here.with([("contrast", display.isHighContrast ? "standard" : "high")])
        let other: Language = language == .chinese ? .english : .chinese
        let otherName = language == .chinese ? "English" : "中文"
        return """
            <a href="\(care)"><b>\(display.isCare ? shell.careOff : shell.careOn)</b></a>\
            <a href="\(contrast)">\(display.isHighContrast ? shell.contrastOff : shell.contrastOn)</a>\
            <a href="\(reader.here.with([("lang", other.rawValue)]))" lang="\(other.tag)" hreflang="\(other.tag)">\
            \(otherName)</a>
            """
    }

    /// Ends the session: a form, because it changes something.
    var signOut: HTML? {
        guard reader.name != nil else { return nil }
        return """
            <form class="official__out" method="post" action="\(site.navigation.signOut)">\
            <input type="hidden" name="\(FormInput.tokenName)" value="\(reader.formToken)">\
            <button type="submit">\(words.shell.signOut)</button></form>
            """
    }

    func header(current: Link?) -> HTML {
        let navigation = site.navigation
        let home: Link = "/"
        return """
            <header class="head"><div class="wrap head__in"><a class="brand" href="\(home)">\(PageFrame.mark)\
            <span><span class="brand__name">\(identity.platform, language)</span>\
            <span class="brand__sub">\(identity.title, language)</span></span></a>\
            <nav class="nav care-hide" aria-label="\(words.shell.mainNavigation)"><ul>\
            \(navigation.main, { entry($0, current: current) })<li>\(person(current: current))</li></ul></nav>\
            <details class="menu"><summary>\(Icon.menu.html)\(words.shell.menu)</summary>\
            <nav aria-label="\(words.shell.phoneMenu)"><ul>\(navigation.main, { entry($0, current: current) })\
            <li>\(person(current: current))</li></ul></nav></details></div></header>
            """
    }

    private func entry(_ destination: Destination, current: Link?) -> HTML {
        """
        <li><a href="\(destination.link)"\(attribute: "aria-current", destination.link == current ? "page" : nil)>\
        \(destination.label, language)</a></li>
        """
    }

    /// The reader's own name, or the way to sign in and come back here.
    private func person(current: Link?) -> HTML {
        let navigation = site.navigation
        if let name = reader.name {
            let isHere = current == navigation.own ? "page" : nil
            return
                "<a href=\"\(navigation.own)\"\(attribute: "aria-current", isHere)>\(Icon.user.html)&nbsp;\(name)</a>"
        }
        let isHere = current == navigation.signIn ? "page" : nil
        let link = isHere == nil ? navigation.signIn.with([("to", reader.here.text)]) : navigation.signIn
        return "<a href=\"\(link)\"\(attribute: "aria-current", isHere)>\(words.shell.signIn)</a>"
    }

    func tabBar(_ tabs: [Destination], current: Link?) -> HTML {
        """
        <nav class="tabbar no-print" aria-label="\(words.shell.tabBar)"><ul>\(tabs, {
            """
            <li><a href="\($0.link)"\(attribute: "aria-current", $0.link == current ? "page" : nil)>\($0.icon?.html)\
            \($0.label, language)</a></li>
            """
        })</ul></nav>
        """
    }

    /// The duties of a government site, on every public page.
    var footer: HTML {
        let shell = words.shell
        let hotline = Link.telephone(identity.hotline)
        let legalEffect: HTML? = shell.legalEffect.map { "<p class=\"foot__note\">\($0)</p>" }
        return """
            <footer class="foot"><div class="wrap"><ul class="foot__links">\
            \(site.navigation.foot, { "<li><a href=\"\($0.link)\">\($0.label, language)</a></li>" })</ul>\
            <div class="foot__ids"><p>\(shell.host(identity.host[language]))<br>\
            \(shell.run(identity.operating[language]))</p>\
            <p>\(shell.hotline)<a href="\(hotline)">\(identity.hotline)</a>\(shell.allDay)<br>\
            \(shell.support(identity.support[language]))</p>\
            <p><span class="foot__mark">\(shell.emblem)</span>\(shell.siteCode(identity.siteCode))<br>\
            <span lang="zh-CN">\(identity.icpNumber)&ensp;\(identity.policeNumber)</span></p></div>\(legalEffect)\
            </div></footer>
            """
    }

    /// Help stands in the same place on officers' pages too.
    var staffFooter: HTML {
        """
        <footer class="staff-foot no-print"><p>\(identity.title, language)&ensp;\
        \(words.shell.support(identity.support[language]))\(identity.isSampleData ? sampleWord : nil)</p></footer>
        """
    }

    private var sampleWord: HTML? { "&ensp;<b>\(words.shell.sampleData)</b>" }

    /// The mark of the platform.
    static let mark: HTML = """
        <svg class="brand__mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">\
        <rect width="40" height="40" rx="8" fill="#17549c"/>\
        <path d="M10 32V17.5C10 11.7 14.5 7.5 20 7.5s10 4.2 10 10V32" fill="none" stroke="#fff" \
        stroke-width="3.2" stroke-linecap="round"/>\
        <path d="m14.5 23.2 4.3 4.3 9-10.5" fill="none" stroke="#ffd24d" stroke-width="3.2" stroke-linecap="round" \
        stroke-linejoin="round"/></svg>
        """
}
