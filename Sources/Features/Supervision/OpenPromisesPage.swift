import Definitions
import Values
import Web

/// What documents promise and whether it is kept, for everybody (承诺兑现).
struct OpenPromisesPage {
    let measured: [BoardDesk.Measured]
    /// Figures of accepted documents of which somebody has said what measures them, some at a time.
    let bound: [TargetDesk.Bound]
    /// Where the next of these begin.
    let next: String?
    let names: TargetNames
    let counted: BoardDesk.Counted
    let first: Month
    let last: Month

    static let link: Link = "/open/promises"
    /// So many figures of documents at once.
    static let length = 50

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = BoardWords.openTitle[language]
        let promised = measured.filter { $0.state != nil }
        let crumbs = Breadcrumb([(CatalogueWords.home[language], "/")], here: title)
        let body: HTML = """
            \(crumbs, language)\(PageHead(title, subtitle: "\(BoardWords.openLead, language)"), language)\
            <div class="section stack">\(promised.isEmpty ? empty(in: language) : list(promised, in: language))</div>\
            \(bound.isEmpty ? .empty : documents(in: language))
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

    /// Figures that were read out of documents and accepted here.
    private func documents(in language: Language) -> HTML {
        let columns = [
            DataTable.Column(TargetWords.sentence[language]), .init(TargetWords.figure[language]),
            .init(TargetWords.measuredBy[language]), .init(BoardWords.value[language], isNumber: true),
            .init(BoardWords.stateLabel[language]),
        ]
        let table = DataTable(
            caption: TargetWords.openTitle[language], isCaptionShown: false, columns: columns,
            rows: bound.map { row($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true)
        let more: HTML =
            next.map {
                "<p><a href=\"\(OpenPromisesPage.link.with([("after", $0)]))\">\(TargetWords.more, language)</a></p>"
            } ?? .empty
        return """
            <div class="section stack"><h2>\(TargetWords.openTitle, language)</h2>\
            <p class="small muted">\(TargetWords.openLead, language)</p>\(table, language)\(more)</div>
            """
    }

    private func row(_ one: TargetDesk.Bound, in language: Language) -> DataTable.Row {
        let target = one.target
        let by: HTML =
            one.measured.map {
                "\($0.metric.name, language)<span class=\"sub2\">\(names.place(of: $0), language)</span>"
            } ?? "—"
        let state = one.measured.map { $0.state ?? .notMeasurable(TargetWords.changeOnly) }
        return DataTable.Row([
            """
            <span lang="zh-CN">\(target.sentence)</span><span class="sub2">\(TargetWords.source(target), language)</span>
            """,
            "<span lang=\"zh-CN\">\(target.raw)</span>", by,
            one.measured.map { BoardPage.value($0, in: language) } ?? "—",
            state.map { BoardPage.state($0, one.measured?.strictness, in: language) }
                ?? "\(TargetWords.state(of: one), language)",
        ])
    }

    private func row(_ one: BoardDesk.Measured, in language: Language) -> DataTable.Row {
        guard let target = one.metric.target, let state = one.state else { return DataTable.Row([]) }
        let place = names.place(of: one)
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
