import Values
import Web

/// Every place of the public site by group (站点地图).
struct SiteMapPage {
    let shelf: Shelf
    /// Paths of the pages that this deployment has.
    let open: Set<String>

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = SearchWords.sitemap[language]
        let body: HTML = """
            \(Breadcrumb([(SearchWords.home[language], "/")], here: title), language)\(PageHead(title), language)\
            <div class="section two two--even">\(SitePlaces.groups, { places($0.name, $0.places, in: language) })\
            \(groups(SearchWords.themes, shelf.groups(shelf.vocabulary.themes, for: nil), "theme", in: language))\
            \(groups(SearchWords.stages, shelf.groups(shelf.vocabulary.stages, for: nil), "life", in: language))\
            \(services(in: language))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: title), current: nil, hasTabBar: true, body: body)
    }

    private func places(_ name: Wording, _ places: [SitePlace], in language: Language) -> HTML {
        let links = places.filter { open.contains($0.path) }.compactMap { place in
            Link(onThisSite: place.path).map { (place.name[language], $0) }
        }
        return section(name, links, in: language)
    }

    private func groups(
        _ name: Wording, _ groups: [(Vocabulary.Group, [Shelf.Entry])], _ path: String, in language: Language
    ) -> HTML {
        section(
            name,
            groups.map { group, _ in
                let link: Link = "/\(path)/\(group.id)"
                return (group.name[language], link)
            }, in: language)
    }

    private func services(in language: Language) -> HTML {
        let links = shelf.entries.map { ($0.name[language], ServiceListPage.guide($0.id, region: shelf.region.id)) }
        return section(CatalogueWords.guide, links, in: language)
    }

    private func section(_ name: Wording, _ links: [(String, Link)], in language: Language) -> HTML {
        if links.isEmpty { return .empty }
        return """
            <section class="prose"><h2>\(name, language)</h2><ul>\
            \(links, { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" })</ul></section>
            """
    }
}
