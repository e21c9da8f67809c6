import Values
import Web

/// The first page: one question, one box, and the ways to what can be done in a district.
struct HomePage {
    let shelf: Shelf
    /// `person` or `enterprise`: whose themes are shown.
    let applicant: String

    func page(for reader: Reader, isSample: Bool) -> PublicPage {
        let language = reader.language
        let body: HTML = """
            \(hero(in: language))\(quick(language))<div class="wrap page">\(themes(in: language))\
            \(stages(in: language))\
            <div class="section two two--main"><div>\(bundles(in: language))\(popular(in: language))</div>\
            <div class="stack-6">\(promises(in: language))\(inPerson(in: language))\(officers(in: language))\
            \(isSample ? sample(in: language) : HTML.empty)</div></div></div>
            """
        return PublicPage(
            head: PageHeading(title: SearchWords.home[language], column: SearchWords.home[language]),
            current: "/", hasTabBar: true, body: body, isFullWidth: true)
    }

    private var region: String { shelf.region.id }

    private func hero(in language: Language) -> HTML {
        let often = shelf.entries(shelf.vocabulary.popular)
        let links: HTML =
            often.isEmpty
            ? ""
            : """
            <p class="hot"><span>\(SearchWords.often, language)</span>\(often, { entry in
                "<a href=\"\(ServiceListPage.guide(entry.id, region: region))\">\(entry.name, language)</a>"
            })</p>
            """
        return """
            <div class="hero"><div class="wrap hero__in"><div><h1>\(SearchWords.ask, language)</h1>\
            <p class="hero__lead">\(SearchWords.lead, language)</p>\(SearchBoxPage(words: ""), language)\(links)</div>\
            \(chooser(in: language))</div></div>
            """
    }

    private func chooser(in language: Language) -> HTML {
        """
        <section class="todo-card" aria-labelledby="district-h"><h2 class="sr" id="district-h">\
        \(SearchWords.district, language)</h2>\(DistrictChooserPage(shelf: shelf), language)</section>
        """
    }

    private func quick(_ language: Language) -> HTML {
        let ways: [(Wording, Icon, Link)] = [
            (CatalogueWords.myCases, .clock, "/my/cases"), (CatalogueWords.myDrafts, .pencil, "/my/drafts"),
            (CatalogueWords.proxies, .user, "/my/proxy"), (CatalogueWords.looks, .shield, "/my/looks"),
            (SearchWords.allServices, .list, "/services"), (CatalogueWords.help, .phone, "/help"),
        ]
        return """
            <nav class="quick" aria-label="\(SearchWords.shortcuts, language)"><div class="wrap"><ul>\
            \(ways, { "<li><a href=\"\($0.2)\">\($0.1.html)\($0.0, language)</a></li>" })</ul></div></nav>
            """
    }

    // MARK: Groups

    private func themes(in language: Language) -> HTML {
        let people: Link = "/?who=person"
        let firms: Link = "/?who=enterprise"
        let isPerson = applicant == "person"
        return """
            <section aria-labelledby="theme-h"><div class="section__head"><h2 id="theme-h">\
            \(SearchWords.byTheme, language)</h2><div class="row"><nav class="seg" \
            aria-label="\(SearchWords.who, language)">\
            <a href="\(people)"\(attribute: "aria-current", isPerson ? "true" : nil)>\
            \(SearchWords.person, language)</a>\
            <a href="\(firms)"\(attribute: "aria-current", isPerson ? nil : "true")>\
            \(SearchWords.enterprise, language)</a></nav><a href="/dept">\(SearchWords.byDepartment, language)</a>\
            <a href="/district">\(SearchWords.byDistrict, language)</a></div></div>\
            \(GroupGridPage(groups: shelf.groups(shelf.vocabulary.themes, for: applicant), path: "theme"), language)\
            \(shelf.entries.isEmpty ? empty(in: language) : HTML.empty)</section>
            """
    }

    private func stages(in language: Language) -> HTML {
        let groups = shelf.groups(shelf.vocabulary.stages, for: applicant)
        if groups.isEmpty { return .empty }
        return """
            <section class="section" aria-labelledby="stage-h"><div class="section__head"><h2 id="stage-h">\
            \(SearchWords.byStage, language)</h2><a href="/life">\(SearchWords.stages, language)</a></div>\
            \(GroupGridPage(groups: groups, path: "life"), language)</section>
            """
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .search, heading: SearchWords.nothingHere[language], text: SearchWords.nothingHereText[language],
            buttons: []
        ).html(in: language)
    }

    // MARK: Services

    private func bundles(in language: Language) -> HTML {
        let bundles = shelf.entries.filter(\.isBundle)
        if bundles.isEmpty { return .empty }
        return """
            <section aria-labelledby="once-h"><div class="section__head"><h2 id="once-h">\
            \(SearchWords.bundles, language)</h2></div>\
            \(ServiceListPage(bundles, region: region, notes: [:]), language)</section>
            """
    }

    private func popular(in language: Language) -> HTML {
        let often = shelf.entries(shelf.vocabulary.popular)
        if often.isEmpty { return .empty }
        return """
            <section class="section" aria-labelledby="often-h"><div class="section__head"><h2 id="often-h">\
            \(SearchWords.popular, language)</h2><a href="/services">\(SearchWords.allServices, language)</a></div>\
            \(ServiceListPage(often, region: region, notes: [:]), language)</section>
            """
    }

    /// What is promised for the services that are asked for most, beside what the law allows.
    private func promises(in language: Language) -> HTML {
        let rows = shelf.entries(shelf.vocabulary.popular).compactMap { entry -> HTML? in
            guard entry.limits.isPromise, let howLong = entry.limits.howLong else { return nil }
            let byLaw: HTML? = entry.limits.byLaw.map {
                "<br><span class=\"small muted\">\(SearchWords.byLaw, language)\($0, language)</span>"
            }
            return "<dt>\(entry.name, language)</dt><dd>\(howLong, language)\(byLaw)</dd>"
        }
        if rows.isEmpty { return .empty }
        return Panel(
            id: "promises", heading: SearchWords.promises[language], density: .normal,
            body: """
                <dl class="kv">\(rows)</dl><p class="small muted">\(SearchWords.promisesText, language)</p>
                """
        ).html(in: language)
    }

    private func inPerson(in language: Language) -> HTML {
        Panel(
            id: "in-person", heading: SearchWords.inPerson[language], density: .normal,
            body: """
                <p>\(SearchWords.inPersonText, language)</p><p class="small"><a href="/dept">\
                \(SearchWords.departments, language)</a></p>
                """
        ).html(in: language)
    }

    private func officers(in language: Language) -> HTML {
        Panel(
            id: "officers", heading: CatalogueWords.officers[language], density: .normal,
            body: """
                <p>\(CatalogueWords.officersText, language)</p><p class="actions"><a class="btn" \
                href="/sign-in?to=/w/inbox">\(CatalogueWords.officersSignIn, language)</a></p>
                """
        ).html(in: language)
    }

    private func sample(in language: Language) -> HTML {
        Panel(
            id: "sample", heading: CatalogueWords.sample[language], density: .normal,
            body: "<p>\(CatalogueWords.sampleText, language)</p>"
        ).html(in: language)
    }
}

/// Chooses the district; a link could not, since there are forty of them.
struct DistrictChooserPage: Piece {
    let shelf: Shelf

    func html(in language: Language) -> HTML {
        let field = ChoiceField(
            FieldFrame(
                id: "region", label: SearchWords.district[language], hint: SearchWords.districtHint[language]),
            style: .select, options: shelf.regions.map { .init($0.id, $0.name[language]) }, chosen: [shelf.region.id])
        let show = Button(
            SearchWords.showDistrict[language], weight: .main, act: .send(name: nil, value: ""))
        return "<form method=\"get\" action=\"/\">\(field, language)\(ButtonRow([show]), language)</form>"
    }
}

/// Themes or stages side by side, each with the names of its first services.
struct GroupGridPage: Piece {
    let groups: [(Vocabulary.Group, [Shelf.Entry])]
    /// `theme` or `life`.
    let path: String

    func html(in language: Language) -> HTML {
        """
        <ul class="themes">\(groups, { group, entries in
            let names = entries.prefix(2).map { $0.name[language] }
            let link: Link = "/\(path)/\(group.id)"
            return """
                <li><a href="\(link)">\(Icon(ofGroup: group.icon).html)<b>\(group.name, language)</b>\
                <span>\(names.joined(separator: language == .chinese ? "、" : ", "))</span></a></li>
                """
        })\(fillers)</ul>
        """
    }

    /// Empty places that complete the last row of the grid.
    private var fillers: [HTML] {
        Array(repeating: "<li aria-hidden=\"true\"></li>", count: (4 - groups.count % 4) % 4)
    }
}
