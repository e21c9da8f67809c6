import Definitions
import Values
import Web

/// One item: codes, basis, levels, who implements it, and how it was adjusted.
struct ItemPage {
    let row: ItemRow
    let shown: [Implementation]
    /// How many implementations there are at each level.
    let counts: [String: Int]
    let next: String?
    let isFirst: Bool
    /// The newest first.
    let history: [ItemEvent]
    let regionNames: [String: Wording]

    static let length = 40

    private var item: RegisterItem { row.item }
    private var link: Link { "/items/\(item.id)" }

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = item.name[language]
        let way: [(label: String, link: Link)] = [
            (CatalogueWords.home[language], "/"), (ItemWords.register[language], ItemsPage.link),
        ]
        let body: HTML = """
            \(Breadcrumb(way, here: title), language)\
            \(PageHead(title, tag: Tag(.plain, ItemWords.type(item.code.type)[language])), language)\
            <div class="section stack">\(notice(in: language))\(about(in: language))\(services(in: language))\
            \(levels(in: language))\(implementations(in: language))\(adjustments(in: language))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: ItemWords.register[language]), current: ItemsPage.link,
            hasTabBar: true, body: body)
    }

    private func notice(in language: Language) -> HTML {
        guard let cancelled = item.cancelled else { return .empty }
        return Notice(
            .bad, title: CatalogueWords.cancelledTitle[language],
            paragraphs: ["\(CatalogueWords.cancelled(cancelled), language)"]
        ).html(in: language)
    }

    private func panel(_ id: String, _ heading: Wording, _ body: HTML, _ language: Language) -> HTML {
        Panel(id: id, heading: heading[language], density: .normal, body: body).html(in: language)
    }

    private func codeText(in language: Language) -> HTML {
        let sample: HTML = item.isSample ? " \(Tag(.plain, ItemWords.sample[language]), language)" : ""
        return "<span class=\"num\">\(item.code.text)</span>\(sample)"
    }

    private func about(in language: Language) -> HTML {
        var rows = [
            SummaryList.Row(ItemWords.code[language], codeText(in: language)),
            SummaryList.Row(ItemWords.type[language], text: ItemWords.type(item.code.type)[language]),
            SummaryList.Row(ItemWords.department[language], text: ItemWords.department(item.code.department)[language]),
            SummaryList.Row(ItemWords.basis[language], text: language.citations(item.basis)),
        ]
        if let mark = row.mark {
            rows.append(.init(ItemWords.visits[language], "\(Tag(.ok, mark.name[language]), language)"))
        }
        return panel("about", ItemWords.about, SummaryList(rows).html(in: language), language)
    }

    private func services(in language: Language) -> HTML {
        guard !row.services.isEmpty else {
            return panel("services", ItemWords.services, "<p>\(ItemWords.noServices, language)</p>", language)
        }
        let table = DataTable(
            caption: ItemWords.services[language], isCaptionShown: false,
            columns: [ItemWords.service, ItemWords.serial, ItemWords.level, ItemWords.visits].map {
                DataTable.Column($0[language])
            },
            rows: row.services.map { service in
                let guide: Link = "/guide/\(service.id)"
                return DataTable.Row([
                    "<a href=\"\(guide)\">\(service.name, language)</a>",
                    HTML(escaping: ItemRow.serial(item.services[service.id] ?? 0)),
                    "\(ItemWords.level(service.level), language)",
                    VisitMark(service).map { "\(Tag(.ok, $0.name[language]), language)" } ?? "",
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        return panel("services", ItemWords.services, table.html(in: language), language)
    }

    /// 四级四同: what each level calls it; the check refuses to publish where they differ.
    private func levels(in language: Language) -> HTML {
        let names = [ItemWords.nation] + ItemRow.levelOrder.map { ItemWords.level($0) }
        let counts: [Int?] = [nil] + ItemRow.levelOrder.map { self.counts[$0] ?? 0 }
        let rows = zip(names, counts).map { name, count in
            let who: String
            switch count {
            case nil: who = "—"
            case 0?: who = ItemWords.notImplemented[language]
            case let count?: who = ItemWords.units(count)[language]
            }
            return DataTable.Row([
                HTML(escaping: name[language]), "\(item.name, language)",
                "<span class=\"num\">\(item.code.text)</span>", "\(ItemWords.type(item.code.type), language)",
                HTML(escaping: language.citations(item.basis)), HTML(escaping: who),
            ])
        }
        let columns = [
            ItemWords.level, ItemWords.name, ItemWords.code, ItemWords.type, ItemWords.basis, ItemWords.implementedBy,
        ]
        let table = DataTable(
            caption: ItemWords.levels[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows, headerColumn: 0,
            hasCardsOnPhones: true)
        return panel("levels", ItemWords.levels, table.html(in: language), language)
    }

    private func implementations(in language: Language) -> HTML {
        guard !shown.isEmpty else {
            return panel(
                "implementations", ItemWords.implementations, "<p>\(ItemWords.noServices, language)</p>", language)
        }
        let columns = [
            ItemWords.region, ItemWords.unit, ItemWords.service, ItemWords.itemCode, ItemWords.serviceCode,
        ]
        let table = DataTable(
            caption: ItemWords.implementations[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: shown.map { implementation($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true)
        let sample: HTML =
            shown.contains(where: \.isSample) ? "<p class=\"sub\">\(ItemWords.sampleText, language)</p>" : ""
        let all = counts.values.reduce(0, +)
        let pager = Pager(
            summary: ItemWords.count(all)[language],
            kind: .onwards(first: isFirst ? nil : link, next: next.map { link.with([("after", $0)]) }))
        return panel(
            "implementations", ItemWords.implementations, "\(table, language)\(pager, language)\(sample)", language)
    }

    private func implementation(_ one: Implementation, in language: Language) -> DataTable.Row {
        let ended: HTML? = one.standing.cancelled.map { _ in " \(Tag(.bad, ItemWords.cancelled[language]), language)" }
        let sample: HTML = one.isSample ? " \(Tag(.plain, ItemWords.sample[language]), language)" : ""
        return DataTable.Row([
            "\(one.region.name, language)\(ended)", HTML(escaping: one.unit.name), "\(one.service.name, language)",
            "<span class=\"num\">\(one.itemCode?.description ?? "—")</span>",
            "<span class=\"num\">\(one.code?.description ?? "—")</span>\(sample)",
        ])
    }

    private func adjustments(in language: Language) -> HTML {
        let columns = [
            ItemWords.what, ItemWords.from, ItemWords.region, ItemWords.document, ItemWords.recorded,
        ]
        let table = DataTable(
            caption: ItemWords.history[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: history.map { event in
                let adjustment = event.adjustment
                return DataTable.Row([
                    HTML(escaping: ItemPage.what(event)[language]), HTML(escaping: language.fullDate(event.from)),
                    HTML(escaping: adjustment.flatMap { regionNames[$0.region]?[language] } ?? "—"),
                    HTML(escaping: adjustment?.document ?? "—"), HTML(escaping: language.fullDate(event.recordedOn)),
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        return panel("history", ItemWords.history, table.html(in: language), language)
    }

    static func what(_ event: ItemEvent) -> Wording {
        guard let adjustment = event.adjustment else { return ItemWords.published }
        let kind = ItemWords.kinds[adjustment.kind] ?? ItemWords.what
        guard let level = adjustment.level else { return kind }
        let to = ItemWords.level(level)
        let unit = adjustment.authority ?? ""
        return Wording(zh: "\(kind.zh)至\(to.zh)：\(unit)", en: "\(kind.en): \(to.en), \(unit)")
    }
}
