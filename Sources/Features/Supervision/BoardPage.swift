import Definitions
import Values
import Web

/// Promises and measures of the city or a region (督查看板): what documents promise, and what the log says.
struct BoardPage {
    let measured: [BoardDesk.Measured]
    let question: BoardDesk.Question
    /// Regions that may be chosen; empty for an officer who sees his own only.
    let regions: [(id: String, name: Wording)]
    let names: [String: Wording]
    let counted: BoardDesk.Counted
    /// Cases that are open and late today: no figure of ended cases shows them.
    let late: Int
    let today: Day

    static let link: Link = "/w/board"

    static func link(of metric: String) -> Link { "/w/board/\(metric)" }

    func body(in language: Language) -> HTML {
        let promised = measured.filter { $0.state != nil }
        let others = measured.filter { $0.state == nil }
        let head = WorkHead(
            BoardWords.board[language], subtitle: "\(BoardWords.asOf(counted), language)",
            side: """
                <a href="\(TargetsPage.link)">\(TargetWords.title, language)</a> \
                <a href="\(OpenPromisesPage.link)">\(BoardWords.openTitle, language)</a>
                """)
        if measured.isEmpty { return "\(head, language)\(empty(in: language))" }
        let filter = BoardFilterPage(question: question, regions: regions, today: today, action: BoardPage.link)
        return """
            \(head, language)<div class="stack">\(lateCases(in: language))\(filter.html(in: language))\
            \(tiles(promised.compactMap(\.state), in: language))\(promises(promised, in: language))\
            \(table(of: others, in: language))</div>
            """
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .chart, heading: BoardWords.noPromises[language], text: BoardWords.noPromisesText[language],
            buttons: []
        ).html(in: language)
    }

    private func lateCases(in language: Language) -> HTML {
        let light = Light(late == 0 ? .normal : .bad, LateCaseWords.tile(late)[language])
        return "<p><a href=\"\(LateCasesPage.link)\">\(light, language)</a></p>"
    }

    private func tiles(_ states: [PromiseState], in language: Language) -> HTML {
        """
        <dl class="kpis">\(BoardWords.kinds(on: today), { kind in
                let number = states.count { BoardWords.state($0) == BoardWords.state(kind) }
                return "<div><dt>\(BoardWords.state(kind), language)</dt><dd><b>\(number)</b></dd></div>"
            })</dl>
        """
    }

    private func promises(_ rows: [BoardDesk.Measured], in language: Language) -> HTML {
        if rows.isEmpty { return .empty }
        let columns = [
            DataTable.Column(BoardWords.metric[language]), .init(BoardWords.sentence[language]),
            .init(BoardWords.targetLabel[language]), .init(BoardWords.value[language], isNumber: true),
            .init(BoardWords.place[language]), .init(BoardWords.stateLabel[language]),
        ]
        return DataTable(
            caption: BoardWords.promises[language], isCaptionShown: true, columns: columns,
            rows: rows.map { row($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    private func row(_ one: BoardDesk.Measured, in language: Language) -> DataTable.Row {
        let metric = one.metric
        guard let target = metric.target, let state = one.state else { return DataTable.Row([]) }
        let tone: Tone = state == .broken ? .bad : state == .atRisk ? .warn : .plain
        return DataTable.Row(
            [
                "<a href=\"\(link(of: one))\">\(metric.name, language)</a>",
                BoardPage.sentence(of: target, in: language),
                "\(BoardWords.target(target, unit: metric.unit), language)", BoardPage.value(one, in: language),
                "\(place(of: one), language)", BoardPage.state(state, one.strictness, in: language),
            ], tone: tone)
    }

    private func place(of one: BoardDesk.Measured) -> Wording {
        one.region.map { names[$0] ?? Wording(zh: $0, en: $0) } ?? BoardWords.wholeCity
    }

    private func link(of one: BoardDesk.Measured) -> Link {
        BoardFilterPage.link(BoardPage.link(of: one.metric.id), question)
    }

    /// The document's own words, with where they stand.
    static func sentence(of target: MetricTarget, in language: Language) -> HTML {
        """
        <q lang="zh-CN">\(BoardWords.insideQuotes(target.sentence))</q>\
        <span class="sub2" lang="zh-CN">\(BoardWords.source(target), language)</span>
        """
    }

    static func value(_ one: BoardDesk.Measured, in language: Language) -> HTML {
        guard let value = one.value else { return "—" }
        let counted = one.metric.isCounted ? BoardWords.counted(value.counted) : BoardWords.ofDefinitions
        return """
            \(BoardWords.figure(value, unit: one.metric.unit))<span class="sub2">\(counted, language)</span>
            """
    }

    /// The state with its word, why, and how strict the service's own clock is.
    static func state(_ state: PromiseState, _ strictness: LimitStrictness?, in language: Language) -> HTML {
        let word = BoardWords.state(state)[language]
        let sign: HTML =
            switch state {
            case .kept: "\(Light(.normal, word), language)"
            case .atRisk: "\(Light(.warn, word), language)"
            case .broken: "\(Light(.bad, word), language)"
            case .notYetDue, .notMeasurable: "\(Light(.pause, word), language)"
            }
        let why: HTML = BoardWords.reason(state).map { "<span class=\"sub2\">\($0, language)</span>" } ?? ""
        let strict: HTML =
            strictness.map { "<span class=\"sub2\">\(BoardWords.strictness($0), language)</span>" } ?? ""
        return "\(sign)\(why)\(strict)"
    }

    private func table(of rows: [BoardDesk.Measured], in language: Language) -> HTML {
        if rows.isEmpty { return .empty }
        return DataTable(
            caption: BoardWords.measures[language], isCaptionShown: true,
            columns: [
                DataTable.Column(BoardWords.metric[language]), .init(BoardWords.value[language], isNumber: true),
                .init(BoardWords.place[language]),
            ],
            rows: rows.map { one in
                DataTable.Row([
                    "<a href=\"\(link(of: one))\">\(one.metric.name, language)</a>", BoardPage.value(one, in: language),
                    "\(place(of: one), language)",
                ])
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }
}

/// The choice of place, months, and as when figures are to be known.
struct BoardFilterPage {
    let question: BoardDesk.Question
    let regions: [(id: String, name: Wording)]
    let today: Day
    let action: Link

    func html(in language: Language) -> HTML {
        let months = Month.all(from: Day(today.year - 2, 1, 1), to: today)
        func choice(_ id: String, _ label: Wording, _ chosen: Month) -> FilterForm.Control {
            .select(id: id, label: label[language], options: months.map { ($0.text, $0.text) }, chosen: chosen.text)
        }
        var controls: [FilterForm.Control] = []
        if !regions.isEmpty {
            let places = [("", BoardWords.whereMeant[language])] + regions.map { ($0.id, $0.name[language]) }
            controls.append(
                .select(
                    id: "region", label: BoardWords.region[language],
                    options: places.map { (value: $0.0, label: $0.1) }, chosen: question.region ?? ""))
        }
        controls += [choice("from", BoardWords.from, question.first), choice("to", BoardWords.to, question.last)]
        let known =
            [(value: "", label: BoardWords.now[language])]
            + months.map { (value: $0.text, label: BoardWords.atEnd(of: $0.text)[language]) }
        controls.append(
            .select(
                id: "reported", label: BoardWords.reported[language], options: known,
                chosen: question.reported?.text ?? ""))
        return FilterForm(label: BoardWords.scope[language], action: action, controls: controls).html(in: language)
    }

    /// The same question put to another page.
    static func link(_ page: Link, _ question: BoardDesk.Question) -> Link {
        page.with([
            ("region", question.region), ("from", question.first.text), ("to", question.last.text),
            ("reported", question.reported?.text),
        ])
    }
}
