import Values
import Web

/// The register of items as anyone may browse it (权责清单).
struct ItemsPage {
    let rows: [ItemRow]
    let filter: ItemFilter
    /// How many the filter holds for.
    let count: Int
    /// Code of the last row when more follow.
    let next: String?
    let isFirst: Bool

    static let link: Link = "/items"
    static let length = 20

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = ItemWords.register[language]
        let body: HTML = """
            \(Breadcrumb([(CatalogueWords.home[language], "/")], here: title), language)\
            \(PageHead(title, subtitle: "\(ItemWords.lead, language)"), language)<div class="section stack">\
            \(filters(in: language))\(rows.isEmpty ? empty(in: language) : table(in: language))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: title), current: ItemsPage.link, hasTabBar: true, body: body)
    }

    private func filters(in language: Language) -> HTML {
        func options(_ all: [(id: String, name: Wording)]) -> [(String, String)] {
            [("", ItemWords.all[language])] + all.map { ($0.id, $0.name[language]) }
        }
        let levels = ItemRow.levelOrder.map { ($0, ItemWords.level($0)) }
        let marks = VisitMark.allCases.map { ($0.rawValue, $0.name) }
        return FilterForm(
            label: ItemWords.filter[language], action: ItemsPage.link,
            controls: [
                .select(
                    id: "type", label: ItemWords.type[language], options: options(ItemWords.types),
                    chosen: filter.type),
                .select(
                    id: "department", label: ItemWords.department[language], options: options(ItemWords.departments),
                    chosen: filter.department),
                .select(id: "level", label: ItemWords.level[language], options: options(levels), chosen: filter.level),
                .select(
                    id: "visits", label: ItemWords.visits[language], options: options(marks), chosen: filter.visits),
                .words(id: "q", label: ItemWords.words[language], value: filter.words),
            ]
        ).html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .search, heading: ItemWords.nothing[language], text: ItemWords.nothingText[language],
            buttons: [Button(ItemWords.all[language], weight: .normal, act: .go(ItemsPage.link))]
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            ItemWords.name, ItemWords.code, ItemWords.type, ItemWords.department, ItemWords.level, ItemWords.visits,
        ]
        let separator = language == .chinese ? "、" : ", "
        let table = DataTable(
            caption: ItemWords.register[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: rows.map { row in
                let link: Link = "/items/\(row.item.id)"
                let levels = row.levels.map { ItemWords.level($0)[language] }.joined(separator: separator)
                let ended: HTML? = row.item.cancelled.map { _ in
                    " \(Tag(.bad, ItemWords.cancelled[language]), language)"
                }
                return DataTable.Row([
                    "<a href=\"\(link)\">\(row.item.name, language)</a>\(ended)",
                    "<span class=\"num\">\(row.item.code.text)</span>",
                    "\(ItemWords.type(row.item.code.type), language)",
                    "\(ItemWords.department(row.item.code.department), language)", HTML(escaping: levels),
                    row.mark.map { "\(Tag(.ok, $0.name[language]), language)" } ?? "",
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        let keep: [(name: String, value: String?)] = [
            ("type", filter.type), ("department", filter.department), ("level", filter.level),
            ("visits", filter.visits), ("q", filter.words),
        ].map { ($0.0, $0.1.isEmpty ? nil : $0.1) }
        let pager = Pager(
            summary: ItemWords.count(count)[language],
            kind: .onwards(
                first: isFirst ? nil : ItemsPage.link.with(keep),
                next: next.map { ItemsPage.link.with(keep + [("after", $0)]) }))
        return "\(table, language)\(pager, language)"
    }
}
