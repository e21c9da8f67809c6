import Values
import Web

/// The first page: what can be done in a district, and the ways to one's own matters.
struct HomePage {
    /// A service in the list.
    struct Entry: Hashable {
        let id: String
        let name: Wording
        let kind: String
        /// `person`, `enterprise`.
        let applicants: [String]
        /// The shortest and longest promise, or the law's limit; nil when none is set.
        let howLong: Wording?
    }

    let entries: [Entry]
    /// The districts that can be chosen.
    let regions: [(id: String, name: Wording)]
    let region: String

    func page(for reader: Reader, isSample: Bool) -> PublicPage {
        let language = reader.language
        let body: HTML = """
            \(hero(reader))\(quick(language))<div class="wrap page">\
            \(group(CatalogueWords.forPersons, of: "person", in: language))\
            \(group(CatalogueWords.forEnterprises, of: "enterprise", in: language))\
            \(entries.isEmpty ? empty(in: language) : HTML.empty)\
            <div class="section two two--even">\(officers(in: language))\(isSample ? sample(in: language) : HTML.empty)\
            </div></div>
            """
        return PublicPage(
            head: PageHeading(title: CatalogueWords.home[language], column: CatalogueWords.home[language]),
            current: "/", hasTabBar: true, body: body, isFullWidth: true)
    }

    private func hero(_ reader: Reader) -> HTML {
        let language = reader.language
        return """
            <div class="hero"><div class="wrap hero__in"><div><h1>\(CatalogueWords.ask, language)</h1>\
            <p class="hero__lead">\(CatalogueWords.lead, language)</p></div>\(chooser(in: language))</div></div>
            """
    }

    private func chooser(in language: Language) -> HTML {
        let field = ChoiceField(
            FieldFrame(id: "region", label: CatalogueWords.district[language]), style: .select,
            options: regions.map { .init($0.id, $0.name[language]) }, chosen: [region])
        return """
            <section class="todo-card" aria-labelledby="district-h">\
            <h2 class="sr" id="district-h">\(CatalogueWords.district, language)</h2>\
            <form method="get" action="/">\(field, language)\
            \(ButtonRow([Button(CatalogueWords.showDistrict[language], weight: .main, act: .send(name: nil, value: ""))]),
                language)</form></section>
            """
    }

    private func quick(_ language: Language) -> HTML {
        let ways: [(Wording, Icon, Link)] = [
            (CatalogueWords.myCases, .clock, "/my/cases"), (CatalogueWords.myDrafts, .pencil, "/my/drafts"),
            (CatalogueWords.proxies, .user, "/my/proxy"), (CatalogueWords.looks, .shield, "/my/looks"),
            (CatalogueWords.help, .phone, "/help"), (CatalogueWords.officersSignIn, .inbox, "/sign-in?to=/w/inbox"),
        ]
        return """
            <nav class="quick" aria-label="\(CatalogueWords.shortcuts, language)"><div class="wrap"><ul>\
            \(ways, { "<li><a href=\"\($0.2)\">\($0.1.html)\($0.0, language)</a></li>" })</ul></div></nav>
            """
    }

    private func group(_ name: Wording, of applicant: String, in language: Language) -> HTML {
        let mine = entries.filter { $0.applicants.contains(applicant) }
        if mine.isEmpty { return .empty }
        let id = "for-" + applicant
        return """
            <section class="section" aria-labelledby="\(id)"><div class="section__head">\
            <h2 id="\(id)">\(name, language)</h2></div><ul class="themes">\(mine, { entry in
                let facts = [entry.kind, entry.howLong?[language]].compactMap { $0 }
                return """
                    <li><a href="\(link(to: entry))">\(Icon.document.html)<b>\(entry.name, language)</b>\
                    <span>\(facts.joined(separator: " · "))</span></a></li>
                    """
            })\(fillers(for: mine.count))</ul></section>
            """
    }

    /// Empty places that complete the last row of the grid.
    private func fillers(for count: Int) -> [HTML] {
        Array(repeating: "<li aria-hidden=\"true\"></li>", count: (4 - count % 4) % 4)
    }

    private func link(to entry: Entry) -> Link {
        let guide: Link = "/guide/\(entry.id)"
        return guide.with([("region", region)])
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .search, heading: CatalogueWords.noServices[language], text: CatalogueWords.noServicesText[language],
            buttons: []
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
