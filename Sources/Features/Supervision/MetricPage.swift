import Definitions
import Values
import Web

/// One metric: its promise, month by month, taken apart, and the cases that count against it.
struct MetricPage {
    let one: BoardDesk.Measured
    let question: BoardDesk.Question
    let regions: [(id: String, name: Wording)]
    let placeName: Wording
    let shares: [(dimension: MetricDimension, shares: [BoardDesk.Share])]
    let faults: [Fault]
    let next: FaultCursor?
    let isFirst: Bool
    let counted: BoardDesk.Counted
    let today: Day

    static let length = 20

    /// A case behind the figure, with the names of where it is handled.
    struct Fault {
        let row: MetricReadingStore.Fault
        let service: Wording
        let unit: Wording
    }

    private var metric: Metric { one.metric }
    private var ownLink: Link { BoardPage.link(of: metric.id) }

    func body(in language: Language) -> HTML {
        let head = WorkHead(
            metric.name[language], subtitle: "\(placeName, language)，\(BoardWords.asOf(counted), language)",
            side: "<a href=\"\(BoardFilterPage.link(BoardPage.link, question))\">\(BoardWords.board, language)</a>")
        let filter = BoardFilterPage(question: question, regions: regions, today: today, action: ownLink)
        return """
            \(head, language)<div class="stack">\(filter.html(in: language))\(promise(in: language))\
            \(trend(in: language))\(shares, { table(of: $0.shares, by: $0.dimension, in: language) })\
            \(cases(in: language))</div>
            """
    }

    private func promise(in language: Language) -> HTML {
        let figure = BoardWords.figure(one.value, unit: metric.unit)
        var rows: [HTML] = ["<div><dt>\(BoardWords.value, language)</dt><dd><b>\(figure)</b></dd></div>"]
        guard let target = metric.target, let state = one.state else { return "<dl class=\"kpis\">\(rows)</dl>" }
        rows.append(
            """
            <div><dt>\(BoardWords.targetLabel, language)</dt>\
            <dd><b>\(BoardWords.target(target, unit: metric.unit), language)</b></dd></div>
            """)
        rows.append(
            """
            <div><dt>\(BoardWords.stateLabel, language)</dt>\
            <dd>\(BoardPage.state(state, one.strictness, in: language))</dd></div>
            """)
        return """
            <blockquote lang="zh-CN"><p>\(target.sentence)</p>\
            <p class="small muted">\(BoardWords.source(target), language)</p></blockquote><dl class="kpis">\(rows)</dl>
            """
    }

    private func trend(in language: Language) -> HTML {
        guard !one.months.isEmpty else { return .empty }
        return TrendChartPage(metric: metric, months: one.months).html(in: language)
    }

    private func table(
        of shares: [BoardDesk.Share], by dimension: MetricDimension, in language: Language
    ) -> HTML {
        if shares.isEmpty { return .empty }
        return DataTable(
            caption: BoardWords.by(dimension)[language], isCaptionShown: true,
            columns: [
                DataTable.Column(BoardWords.by(dimension)[language]),
                .init(BoardWords.value[language], isNumber: true),
                .init(BoardWords.casesCounted[language], isNumber: true),
            ],
            rows: shares.map { share in
                let target = metric.take == .count ? nil : metric.target
                let holds = target?.holds(share.value.part, over: share.value.whole) ?? true
                return DataTable.Row(
                    [
                        "\(share.name, language)", HTML(escaping: BoardWords.figure(share.value, unit: metric.unit)),
                        "\(share.value.counted)",
                    ], tone: holds ? .plain : .bad)
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    private func cases(in language: Language) -> HTML {
        guard metric.isCounted else { return .empty }
        let all = BoardFilterPage.link(MetricCasesPage.link(of: metric.id), question)
        let counted: HTML =
            metric.hasCases ? "<p><a href=\"\(all)\">\(MetricCaseWords.seeAll, language)</a></p>" : ""
        if metric.target == nil { return counted }
        if faults.isEmpty { return "<p>\(BoardWords.noneAgainst, language)</p>\(counted)" }
        let table = DataTable(
            caption: BoardWords.against[language], isCaptionShown: true,
            columns: [
                DataTable.Column(BoardWords.caseLabel[language]), .init(BoardWords.unit[language]),
                .init(BoardWords.day[language]), .init(BoardWords.value[language], isNumber: true),
            ],
            rows: faults.map { fault in
                let link: Link = "/w/case/\(fault.row.caseID)"
                let value = fault.row.value.map { "\($0)" } ?? "—"
                return DataTable.Row([
                    "<a href=\"\(link)\">\(fault.service, language)</a>", "\(fault.unit, language)",
                    HTML(escaping: language.date(fault.row.day, seenOn: today)), HTML(escaping: value),
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        let own = BoardFilterPage.link(ownLink, question)
        let pager = Pager(
            summary: BoardWords.shown(faults.count)[language],
            kind: .onwards(first: isFirst ? nil : own, next: next.map { own.with([("before", $0.text)]) }))
        return "\(table, language)\(pager, language)\(counted)"
    }
}
