import Values
import Web

/// Published ratings of the city, a unit or a service, with how they were corrected (好差评公开).
struct OpenRatingsPage {
    let scope: RatingScope
    /// What the scope is called; nil for the whole city.
    let name: String?
    let figures: RatingFigures
    let rows: [RatingReadingDesk.Published]
    let aspects: [RatingAspect]
    let next: RatingCursor?
    let isFirst: Bool
    let today: Day

    static let link: Link = "/open/ratings"
    static let length = 20

    private var ownLink: Link {
        switch scope {
        case .unit(let id): OpenRatingsPage.link.with([("unit", id)])
        case .service(let id): OpenRatingsPage.link.with([("service", id)])
        case .city, .region: OpenRatingsPage.link
        }
    }

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = RatingWords.openTitle[language]
        let crumbs = Breadcrumb(
            [(CatalogueWords.home[language], "/")] + (name == nil ? [] : [(title, OpenRatingsPage.link)]),
            here: name ?? title)
        let body: HTML = """
            \(crumbs, language)\(PageHead(name.map { "\(title) · \($0)" } ?? title,
                subtitle: "\(RatingWords.openLead, language)"), language)<div class="section stack">\
            \(numbers(in: language))\(rows.isEmpty ? empty(in: language) : table(in: language))\
            <p><a href="\(RatingEntryPage.link)">\(RatingWords.entryTitle, language)</a></p></div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: RatingWords.column[language]), current: OpenRatingsPage.link,
            hasTabBar: true, body: body)
    }

    private func numbers(in language: Language) -> HTML {
        let columns = [
            DataTable.Column(RatingWords.gradeLabel[language]), .init(RatingWords.count[language], isNumber: true),
        ]
        let table = DataTable(
            caption: RatingWords.lastYear[language], isCaptionShown: true, columns: columns,
            rows: RatingGrade.allCases.map { grade in
                DataTable.Row(["\(RatingWords.grade(grade), language)", "\(figures.rated(grade))"])
            }, headerColumn: 0, hasCardsOnPhones: false)
        let rate = RatingRate(figures.satisfied, of: figures.rated)
        return """
            \(table, language)<p>\(RatingWords.satisfactionText(rate), language)</p>\
            <p class="small muted">\(RatingWords.excludedText(figures.excluded), language)</p>
            """
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .star, heading: RatingWords.noRatings[language], text: RatingWords.noRatingsText[language],
            buttons: [Button(RatingWords.openTitle[language], weight: .normal, act: .go(OpenRatingsPage.link))]
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            RatingWords.gradeLabel, RatingWords.service, RatingWords.unit, RatingWords.channelLabel, RatingWords.said,
            RatingWords.result, RatingWords.ratedOn,
        ]
        let table = DataTable(
            caption: RatingWords.openTitle[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows.map { row($0, in: language) },
            headerColumn: 0, hasCardsOnPhones: true)
        let pager = Pager(
            summary: RatingWords.shown(rows.count)[language],
            kind: .onwards(
                first: isFirst ? nil : ownLink, next: next.map { ownLink.with([("before", $0.text)]) }))
        return "\(table, language)\(pager, language)"
    }

    private func row(_ published: RatingReadingDesk.Published, in language: Language) -> DataTable.Row {
        let row = published.row
        let service = OpenRatingsPage.link.with([("service", row.service)])
        let unit = OpenRatingsPage.link.with([("unit", row.unit)])
        let changed: HTML? =
            row.followedAt == nil
            ? nil
            : "<br><span class=\"small muted\">\(RatingWords.firstWas(RatingWords.grade(row.first)), language)</span>"
        return DataTable.Row([
            "\(RatingWords.grade(row.grade), language)\(changed)",
            "<a href=\"\(service)\">\(published.serviceName, language)</a>",
            "<a href=\"\(unit)\">\(published.unitName)</a>", "\(RatingWords.channel(row.channel), language)",
            HTML(escaping: said(published, in: language)), result(published, in: language),
            HTML(escaping: language.fullDate(row.givenAt.day)),
        ])
    }

    private func said(_ published: RatingReadingDesk.Published, in language: Language) -> String {
        let names = aspects.filter { published.row.aspects.contains($0.key) }.map { $0.name[language] }
        let separator = language == .chinese ? "、" : ", "
        let parts = [names.joined(separator: separator), published.words ?? ""].filter { !$0.isEmpty }
        return parts.isEmpty ? "—" : parts.joined(separator: language == .chinese ? "；" : "; ")
    }

    private func result(_ published: RatingReadingDesk.Published, in language: Language) -> HTML {
        guard let correction = published.correction else { return "—" }
        return HTML(escaping: RatingWords.state(of: correction, on: today)[language])
    }
}
