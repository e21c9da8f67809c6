import Values
import Web

/// A list of services under one heading: of a theme, a stage, a department, a district, or all of them.
struct BrowsePage {
    let title: Wording
    /// The ways above it, the home page left out.
    let way: [(label: Wording, link: Link)]
    /// Where the list itself is; filters and the next part add their parameters.
    let address: Link
    /// The entry of the navigation that it belongs to.
    let current: Link?
    let shelf: Shelf
    let list: BrowseList
    /// Groups to go on with, above the list.
    let groups: [(Vocabulary.Group, [Shelf.Entry])]
    /// `theme` or `life`: where the groups lead.
    let groupPath: String

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let crumbs = Breadcrumb(
            [(SearchWords.home[language], "/")] + way.map { ($0.label[language], $0.link) }, here: title[language])
        let here = SearchWords.here(shelf.region.name)[language]
        let change: HTML = "<a href=\"/district\">\(SearchWords.byDistrict, language)</a>"
        let head = PageHead(
            title[language], subtitle: "\(SearchWords.count(list.all), language) · \(here) \(change)")
        let grid: HTML =
            groups.isEmpty
            ? "" : "<div class=\"section\">\(GroupGridPage(groups: groups, path: groupPath), language)</div>"
        let body: HTML = """
            \(crumbs, language)\(head, language)\(grid)<h2 class="sr">\(SearchWords.allServices, language)</h2>\
            \(filters(in: language))\(list.entries.isEmpty ? empty(in: language) : services(in: language))
            """
        return PublicPage(
            head: PageHeading(title: title[language], column: title[language]), current: current, hasTabBar: true,
            body: body)
    }

    private func services(in language: Language) -> HTML {
        """
        \(ServiceListPage(list.entries, region: shelf.region.id, notes: [:]), language)\
        \(Pager(
            summary: SearchWords.count(list.all)[language],
            kind: .onwards(
                first: list.isFirst ? nil : address.with([("mark", list.mark?.rawValue)]),
                next: list.next.map { address.with([("mark", list.mark?.rawValue), ("after", $0)]) })), language)
        """
    }

    private func filters(in language: Language) -> HTML {
        if list.counts.isEmpty { return .empty }
        var tabs = [
            FilterTabs.Tab(
                SearchWords.all[language], count: nil, isUrgent: false, link: address, isCurrent: list.mark == nil)
        ]
        tabs += list.counts.map { mark, count in
            FilterTabs.Tab(
                SearchWords.marks[mark]?[language] ?? mark.rawValue, count: count, isUrgent: false,
                link: address.with([("mark", mark.rawValue)]), isCurrent: list.mark == mark)
        }
        return "<div class=\"section\">\(FilterTabs(label: SearchWords.narrow[language], tabs: tabs), language)</div>"
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .search, heading: SearchWords.nothingHere[language], text: SearchWords.nothingHereText[language],
            buttons: [
                Button(SearchWords.byDistrict[language], weight: .normal, act: .go("/district")),
                Button(SearchWords.allServices[language], weight: .normal, act: .go("/services")),
            ]
        ).html(in: language)
    }
}

/// The part of a list of services that one page shows: from an id onwards, narrowed by a mark.
struct BrowseList {
    static let length = 20

    let entries: [Shelf.Entry]
    let mark: Shelf.Mark?
    /// How many there are under the mark.
    let all: Int
    /// How many each mark would leave, without those that leave none.
    let counts: [(Shelf.Mark, Int)]
    let isFirst: Bool
    /// The id behind which the next part begins.
    let next: String?

    /// - Parameters:
    ///   - entries: in any order; they are shown in the order of their ids, so that a part never moves.
    ///   - after: an id, whether it is still on offer or not.
    init(_ entries: [Shelf.Entry], mark: Shelf.Mark?, after: String?) {
        self.mark = mark
        counts = Shelf.Mark.allCases.map { mark in (mark, entries.count { $0.marks.contains(mark) }) }
            .filter { $0.1 > 0 }
        let narrowed = entries.filter { entry in mark.map(entry.marks.contains) ?? true }.sorted { $0.id < $1.id }
        let rest = narrowed.filter { entry in after.map { entry.id > $0 } ?? true }
        self.entries = Array(rest.prefix(BrowseList.length))
        all = narrowed.count
        isFirst = after == nil
        next = rest.count > BrowseList.length ? self.entries.last?.id : nil
    }
}

/// Departments, districts or stages to choose from.
struct ChoicesPage {
    let title: Wording
    let choices: [(label: String, isChinese: Bool, note: String, link: Link)]
    let region: TerritoryMap.Region

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let crumbs = Breadcrumb([(SearchWords.home[language], "/")], here: title[language])
        let head = PageHead(title[language], subtitle: "\(SearchWords.here(region.name), language)")
        let list: HTML = """
            <ul class="list panel">\(choices, { choice in
                """
                <li><a class="list__a" href="\(choice.link)"><span class="list__t"\
                \(attribute: "lang", choice.isChinese ? language.markOfChinese : nil)>\(choice.label)</span>\
                <span class="sub">\(choice.note)</span></a></li>
                """
            })</ul>
            """
        return PublicPage(
            head: PageHeading(title: title[language], column: title[language]), current: nil, hasTabBar: true,
            body: "\(crumbs, language)\(head, language)\(choices.isEmpty ? empty(in: language) : list)")
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .search, heading: SearchWords.nothingHere[language], text: SearchWords.nothingHereText[language],
            buttons: []
        ).html(in: language)
    }
}
