import Definitions
import Values
import Web

/// What documents promise and whether it is kept, for everybody (承诺兑现).
struct OpenPromisesPage {
    let measured: [BoardDesk.Measured]
    let names: [String: Wording]
    let counted: BoardDesk.Counted
    let first: Month
    let last: Month

    static let link: Link = "/open/promises"

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = BoardWords.openTitle[language]
        let promised = measured.filter { $0.state != nil }
        let crumbs = Breadcrumb([(CatalogueWords.home[language], "/")], here: title)
        let body: HTML = """
            \(crumbs, language)\(PageHead(title, subtitle: "\(BoardWords.openLead, language)"), language)\
            <div class="section stack">\(promised.isEmpty ? empty(in: language) : list(promised, in: language))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: title), current: OpenPromisesPage.link, hasTabBar: true, body: body)
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .chart, heading: BoardWords.noPromises[language], text: BoardWords.noPromisesText[language],
            buttons: []
        ).html(in: language)
    }

    private func list(_ promised: [BoardDesk.Measured], in language: Language) -> HTML {
        let columns = [
            DataTable.Column(BoardWords.sentence[language]), .init(BoardWords.metric[language]),
            .init(BoardWords.value[language], isNumber: true), .init(BoardWords.stateLabel[language]),
        ]
        let table = DataTable(
            caption: BoardWords.promises[language], isCaptionShown: false, columns: columns,
            rows: promised.map { row($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true)
        return """
            <p><b>\(BoardWords.summary(promised.compactMap(\.state)), language)</b></p>\
            <p class="small muted">\(RatingWords.months(first, last), language)</p>\(table, language)\
            <h2>\(BoardWords.proof, language)</h2><p>\(BoardWords.proofText(counted.position), language)</p>\
            <p class="small muted">\(BoardWords.asOf(counted), language)</p>\
            <p class="small muted">\(BoardWords.head, language) <code>/api/v1/log</code></p>
            """
    }

    private func row(_ one: BoardDesk.Measured, in language: Language) -> DataTable.Row {
        guard let target = one.metric.target, let state = one.state else { return DataTable.Row([]) }
        let place = one.region.map { names[$0] ?? Wording(zh: $0, en: $0) } ?? BoardWords.wholeCity
        return DataTable.Row([
            BoardPage.sentence(of: target, in: language),
            """
            \(one.metric.name, language)<span class="sub2">\(place, language)，\
            \(BoardWords.target(target, unit: one.metric.unit), language)</span>
            """,
            BoardPage.value(one, in: language), BoardPage.state(state, one.strictness, in: language),
        ])
    }
}
