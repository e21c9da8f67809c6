import Values
import Web

/// All lists that are open to everybody (清单公开).
struct ListsPage {
    let lists: [PublishedList]
    /// What the filter holds: kind and words, empty for all.
    let kind: String
    let words: String
    /// Id of the last list of this page when more follow.
    let next: String?
    let isFirst: Bool
    let today: Day

    static let link: Link = "/lists"
    static let length = 20

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = ListWords.lists[language]
        let body: HTML = """
            \(Breadcrumb([(CatalogueWords.home[language], "/")], here: title), language)\
            \(PageHead(title, subtitle: "\(ListWords.lead, language)"), language)<div class="section stack">\
            \(filter(in: language))\(lists.isEmpty ? empty(in: language) : table(in: language))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: title), current: ListsPage.link, hasTabBar: true, body: body)
    }

    private func filter(in language: Language) -> HTML {
        let kinds = [("", ListWords.all[language])] + ListWords.kinds.map { ($0.id, $0.name[language]) }
        return FilterForm(
            label: ListWords.filter[language], action: ListsPage.link,
            controls: [
                .select(id: "kind", label: ListWords.kind[language], options: kinds, chosen: kind),
                .words(id: "q", label: ListWords.words[language], value: words),
            ]
        ).html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .search, heading: ListWords.nothing[language], text: ListWords.nothingText[language],
            buttons: [Button(ListWords.all[language], weight: .normal, act: .go(ListsPage.link))]
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            ListWords.name, ListWords.kind, ListWords.owner, ListWords.version, ListWords.inForce, ListWords.entries,
        ]
        let rows = lists.map { list in
            let link: Link = "/lists/\(list.list)"
            return DataTable.Row([
                "<a href=\"\(link)\">\(list.name, language)</a>", "\(ListWords.kind(list.kind), language)",
                HTML(escaping: list.owner), "\(list.label) \(ListParts.state(of: list, on: today, in: language))",
                HTML(escaping: ListParts.span(of: list, in: language)), HTML(escaping: String(list.entries)),
            ])
        }
        let table = DataTable(
            caption: ListWords.lists[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows, headerColumn: 0,
            hasCardsOnPhones: true)
        let keep = [("kind", kind.isEmpty ? nil : kind), ("q", words.isEmpty ? nil : words)]
        let pager = Pager(
            summary: "",
            kind: .onwards(
                first: isFirst ? nil : ListsPage.link.with(keep),
                next: next.map { ListsPage.link.with(keep + [("after", $0)]) }))
        return "\(table, language)\(isFirst && next == nil ? HTML.empty : pager.html(in: language))"
    }
}

/// What both pages say of a version.
enum ListParts {
    static func span(of list: PublishedList, in language: Language) -> String {
        let from = language.fullDate(list.from)
        return list.until.map { ListWords.span(from, language.fullDate($0))[language] }
            ?? ListWords.from(from)[language]
    }

    static func state(of list: PublishedList, on day: Day, in language: Language) -> HTML {
        let tag: Tag
        if list.holds(day) {
            tag = Tag(.ok, ListWords.current[language])
        } else {
            tag = Tag(.plain, (list.from > day ? ListWords.future : ListWords.past)[language])
        }
        return tag.html(in: language)
    }
}

/// One version of a list with its entries and all its versions.
struct ListPage {
    let list: PublishedList
    let document: ListDocument
    let versions: [PublishedList]
    /// The version in force today, or the newest.
    let current: PublishedList
    let shown: [ListDocument.Entry]
    let words: String
    let next: Int?
    let isFirst: Bool
    let cell: ListCell
    let today: Day

    static let length = 50

    private var link: Link { "/lists/\(list.list)" }
    private var kept: [(name: String, value: String?)] {
        [("version", list.version == current.version ? nil : String(list.version))]
    }

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = list.name[language]
        let way: [(label: String, link: Link)] = [
            (CatalogueWords.home[language], "/"), (ListWords.lists[language], ListsPage.link),
        ]
        let body: HTML = """
            \(Breadcrumb(way, here: title), language)\
            \(PageHead(title, tag: Tag(.plain, ListWords.kind(list.kind)[language]), subtitle: subtitle(in: language)),
                language)\
            <div class="section stack">\(notCurrent(in: language))\(about(in: language))\(entries(in: language))\
            \(history(in: language))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: ListWords.lists[language]), current: ListsPage.link,
            hasTabBar: true, body: body)
    }

    private func subtitle(in language: Language) -> HTML {
        """
        \(list.owner)&ensp;\(list.label)&ensp;\(ListParts.span(of: list, in: language))
        """
    }

    private func notCurrent(in language: Language) -> HTML {
        if list.version == current.version && list.holds(today) { return .empty }
        if list.version == current.version { return .empty }
        return Notice(
            .warn, title: ListWords.notCurrentText[language],
            paragraphs: ["<a href=\"\(link)\">\(ListWords.showCurrent, language)</a>"]
        ).html(in: language)
    }

    private func about(in language: Language) -> HTML {
        var rows = [SummaryList.Row(ListWords.basis[language], text: language.citations(document.basis))]
        if let effect = document.effect { rows.append(.init(ListWords.effect[language], text: effect[language])) }
        if let note = document.note { rows.append(.init(ListWords.note[language], text: note[language])) }
        rows.append(.init(ListWords.publishedOn[language], text: language.fullDate(list.publishedOn)))
        rows.append(.init(ListWords.hash[language], "<code>\(list.hash)</code>"))
        let files = [("csv", ListWords.csv), ("json", ListWords.json)].map { format, label in
            let file: Link = "/lists/\(list.list)/files/\(format)"
            return Button(
                label[language], weight: .normal, size: .small,
                act: .go(file.with([("version", String(list.version))])))
        }
        return Panel(
            id: "about", heading: ListWords.about[language], density: .normal,
            body: "\(SummaryList(rows), language)\(ButtonRow(files), language)"
        ).html(in: language)
    }

    private func entries(in language: Language) -> HTML {
        let filter = FilterForm(
            label: ListWords.find[language], action: link,
            controls: kept.compactMap { name, value in value.map { .kept(id: name, value: $0) } } + [
                .words(id: "q", label: ListWords.words[language], value: words)
            ])
        return Panel(
            id: "entries", heading: ListWords.entries[language], density: .normal,
            body: "\(filter, language)\(shown.isEmpty ? empty(in: language) : table(in: language))"
        ).html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        "<p>\(ListWords.nothing, language)</p>"
    }

    private func table(in language: Language) -> HTML {
        let rows = shown.map { entry in
            DataTable.Row(document.columns.map { html(of: entry.values[$0.id], $0, language) })
        }
        let table = DataTable(
            caption: list.name[language], isCaptionShown: false,
            columns: document.columns.map { DataTable.Column($0.name[language], isNumber: $0.kind == "number") },
            rows: rows, headerColumn: 0, hasCardsOnPhones: true)
        let keep = kept + [("q", words.isEmpty ? nil : words)]
        let pager = Pager(
            summary: ListWords.count(document.entries.count)[language],
            kind: .onwards(
                first: isFirst ? nil : link.with(keep),
                next: next.map { link.with(keep + [("after", String($0))]) }))
        return "\(table, language)\(pager, language)"
    }

    private func html(of value: JSON?, _ column: ListDocument.Column, _ language: Language) -> HTML {
        let text = cell.text(value, of: column)[language]
        guard column.kind == "service", let id = value?.text, cell.serviceName(id) != nil else {
            return HTML(escaping: text)
        }
        let guide: Link = "/guide/\(id)"
        return "<a href=\"\(guide)\">\(text)</a>"
    }

    private func history(in language: Language) -> HTML {
        let columns = [
            ListWords.version, ListWords.inForce, ListWords.publishedOn, ListWords.entries, ListWords.hash,
        ]
        let rows = versions.map { version in
            let to = link.with([("version", String(version.version))])
            return DataTable.Row([
                "<a href=\"\(to)\">\(version.label)</a> \(ListParts.state(of: version, on: today, in: language))",
                HTML(escaping: ListParts.span(of: version, in: language)),
                HTML(escaping: language.fullDate(version.publishedOn)), HTML(escaping: String(version.entries)),
                "<code>\(String(version.hash.prefix(12)))…</code>",
            ])
        }
        let table = DataTable(
            caption: ListWords.versions[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows, headerColumn: 0,
            hasCardsOnPhones: true)
        return Panel(
            id: "versions", heading: ListWords.versions[language], density: .normal, body: table.html(in: language)
        ).html(in: language)
    }
}
