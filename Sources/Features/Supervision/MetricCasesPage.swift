import Definitions
import Values
import Web

/// Every case that a figure counts, with what it adds (穿透到件).
struct MetricCasesPage {
    /// A case with the names of where it is handled.
    struct Row {
        let counted: MetricCaseDesk.Counted
        let service: Wording
        let unit: Wording
    }

    let one: BoardDesk.Measured
    let question: BoardDesk.Question
    let show: MetricCaseDesk.Show
    let rows: [Row]
    let next: String?
    let isFirst: Bool
    let placeName: Wording
    /// This page without its filters, and the page of the figure.
    let own: Link
    let back: Link
    let today: Day

    static let length = 30
    static func link(of metric: String) -> Link { "/w/board/\(metric)/cases" }

    private var metric: Metric { one.metric }
    private var filtered: Link {
        own.with([
            ("from", question.first.text), ("to", question.last.text), ("region", question.region),
            ("reported", question.reported?.text), ("show", show == .all ? nil : show.rawValue),
        ])
    }

    func body(in language: Language) -> HTML {
        let figure = BoardWords.figure(one.value, unit: metric.unit)
        let head = WorkHead(
            MetricCaseWords.title[language],
            subtitle: "\(metric.name, language)，\(placeName, language)，\(figure)",
            side: "<a href=\"\(back)\">\(metric.name, language)</a>")
        return """
            \(head, language)\(promise(in: language))\(filter(in: language))\(list(in: language))
            """
    }

    private func promise(in language: Language) -> HTML {
        guard let target = metric.target else { return .empty }
        return """
            <blockquote lang="zh-CN"><p>\(target.sentence)</p>\
            <p class="small muted">\(BoardWords.source(target), language)</p></blockquote>
            """
    }

    private func filter(in language: Language) -> HTML {
        let months = Month.all(from: Day(today.year - 2, 1, 1), to: today).map { (value: $0.text, label: $0.text) }
        var controls: [FilterForm.Control] = []
        if metric.judgesCases {
            let options = MetricCaseDesk.Show.allCases.map {
                (value: $0.rawValue, label: MetricCaseWords.show($0)[language])
            }
            controls.append(
                .select(
                    id: "show", label: MetricCaseWords.show[language], options: options, chosen: show.rawValue))
        }
        controls += [
            .select(id: "from", label: BoardWords.from[language], options: months, chosen: question.first.text),
            .select(id: "to", label: BoardWords.to[language], options: months, chosen: question.last.text),
        ]
        return FilterForm(label: MetricCaseWords.title[language], action: own, controls: controls).html(in: language)
    }

    private func list(in language: Language) -> HTML {
        let pager = Pager(
            summary: BoardWords.shown(rows.count)[language],
            kind: .onwards(first: isFirst ? nil : filtered, next: next.map { filtered.with([("before", $0)]) }))
        if rows.isEmpty {
            let word =
                !metric.hasCases
                ? MetricCaseWords.notCases : next == nil ? MetricCaseWords.none : MetricCaseWords.noneMore
            let turn: HTML = isFirst && next == nil ? "" : pager.html(in: language)
            return "<p>\(word, language)</p>\(turn)"
        }
        var columns = [
            DataTable.Column(BoardWords.caseLabel[language]), .init(BoardWords.unit[language]),
            .init(BoardWords.day[language]), .init(MetricCaseWords.adds[language]),
            .init(MetricCaseWords.value[language], isNumber: true),
        ]
        if metric.judgesCases { columns.append(.init(MetricCaseWords.meets[language])) }
        let table = DataTable(
            caption: MetricCaseWords.title[language], isCaptionShown: false, columns: columns,
            rows: rows.map { row($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true)
        return "\(table, language)\(pager, language)"
    }

    private func row(_ row: Row, in language: Language) -> DataTable.Row {
        let counted = row.counted
        let link: Link = "/w/case/\(counted.caseID)"
        let adds =
            metric.whole == nil
            ? MetricCaseWords.counted : counted.isInPart ? MetricCaseWords.part : MetricCaseWords.whole
        var cells: [HTML] = [
            "<a href=\"\(link)\">\(row.service, language)</a>", "\(row.unit, language)",
            HTML(escaping: language.date(counted.day, seenOn: today)), "\(adds, language)",
            HTML(escaping: counted.value.map { "\($0)" } ?? "—"),
        ]
        if metric.judgesCases {
            cells.append(
                counted.isAgainst == true
                    ? Light(.bad, MetricCaseWords.against[language]).html(in: language)
                    : Light(.normal, MetricCaseWords.meeting[language]).html(in: language))
        }
        return DataTable.Row(cells, tone: counted.isAgainst == true ? .bad : .plain)
    }
}
