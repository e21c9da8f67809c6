import Values
import Web

/// Tasks of documents at their units, by their last day, each with its light.
struct LedgerPage {
    let rows: [SupervisedTask]
    /// Names of units by id, with their region.
    let unitNames: [String: String]
    /// Names of stages and outcomes.
    let stageNames: [String: Wording]
    let choice: SupervisedTaskStore.Choice
    /// What was typed and means nothing; shown again, with what to do.
    let misread: Misread
    let next: SupervisedTaskCursor?
    let isFirst: Bool
    let today: Day

    /// Words of the filter that name no unit and no day; nil where they do.
    struct Misread: Hashable {
        let unit: String?
        let due: String?
    }

    static let length = 30
    /// A report is soon due when it is due within so many days.
    static let reportDays = 7
    static let link: Link = "/w/ledger"
    static func link(_ caseID: String) -> Link { "/w/ledger/\(caseID)" }

    /// This list with its filters.
    private var own: Link {
        LedgerPage.link.with([
            ("unit", choice.unit), ("document", choice.document), ("light", choice.light?.rawValue),
            ("state", choice.isClosed ? "closed" : nil), ("due", choice.dueBy?.description),
            ("report", choice.reportBy == nil ? nil : "due"),
        ])
    }

    func body(in language: Language) -> HTML {
        """
        \(WorkHead(LedgerPageWords.title[language], subtitle: "\(LedgerPageWords.lead, language)"), language)\
        \(filter(in: language))\(told(in: language))\(rows.isEmpty ? empty(in: language) : table(in: language))
        """
    }

    private func filter(in language: Language) -> HTML {
        let lights = SupervisedTask.Light.allCases.map {
            (value: $0.rawValue, label: LedgerPageWords.light($0)[language])
        }
        let all = (value: "", label: LedgerPageWords.all[language])
        return FilterForm(
            label: LedgerPageWords.filter[language], action: LedgerPage.link,
            controls: [
                .words(id: "document", label: LedgerPageWords.document[language], value: choice.document ?? ""),
                .words(
                    id: "unit", label: LedgerPageWords.unit[language],
                    value: misread.unit ?? choice.unit.map { unitNames[$0] ?? $0 } ?? ""),
                .select(
                    id: "light", label: LedgerPageWords.light[language], options: [all] + lights,
                    chosen: choice.light?.rawValue ?? ""),
                .select(
                    id: "state", label: LedgerPageWords.state[language],
                    options: [
                        ("open", LedgerPageWords.open[language]), ("closed", LedgerPageWords.closed[language]),
                    ], chosen: choice.isClosed ? "closed" : "open"),
                .select(
                    id: "report", label: LedgerPageWords.reportFilter[language],
                    options: [all, ("due", LedgerPageWords.reportSoon[language])],
                    chosen: choice.reportBy == nil ? "" : "due"),
                .words(
                    id: "due", label: LedgerPageWords.dueBy[language],
                    value: misread.due ?? choice.dueBy?.description ?? ""),
            ]
        ).html(in: language)
    }

    private func told(in language: Language) -> HTML {
        let wrong = [misread.unit.map { LedgerPageWords.noUnit($0) }, misread.due.map { LedgerPageWords.noDay($0) }]
        let notices = wrong.compactMap { $0 }.map { Notice(.warn, title: $0[language], paragraphs: []) }
        return notices.isEmpty ? .empty : "<div class=\"stack-2\">\(notices, language)</div>"
    }

    private var isFiltered: Bool {
        let plain = SupervisedTaskStore.Choice(
            region: choice.region, unit: nil, document: nil, light: nil, isClosed: false, dueBy: nil, reportBy: nil)
        return choice != plain || !isFirst
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .list, heading: LedgerPageWords.none[language],
            text: (isFiltered ? LedgerPageWords.noneFiltered : LedgerPageWords.noneText)[language],
            buttons: []
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            LedgerPageWords.task, LedgerPageWords.document, LedgerPageWords.unit, LedgerPageWords.part,
            LedgerPageWords.due, LedgerPageWords.light, LedgerPageWords.state, LedgerPageWords.lastReport,
        ]
        let table = DataTable(
            caption: LedgerPageWords.title[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows.map { row($0, in: language) },
            headerColumn: 0, hasCardsOnPhones: true)
        let pager = Pager(
            summary: "",
            kind: .onwards(first: isFirst ? nil : own, next: next.map { own.with([("after", $0.text)]) }))
        return "\(table, language)\(isFirst && next == nil ? HTML.empty : pager.html(in: language))"
    }

    private func row(_ task: SupervisedTask, in language: Language) -> DataTable.Row {
        let tone: Tone =
            switch task.light(on: today) {
            case .red: .bad
            case .yellow: .warn
            case .green, nil: .plain
            }
        return DataTable.Row(
            [
                "<a href=\"\(LedgerPage.link(task.caseID))\">\(task.title)</a>", HTML(escaping: task.document),
                HTML(escaping: unitNames[task.unit] ?? task.unit), "\(LedgerPageWords.part(task.part), language)",
                HTML(escaping: language.date(task.due, seenOn: today)),
                LedgerLight(task: task, today: today).html(in: language),
                HTML(escaping: (stageNames[task.outcome ?? task.stage] ?? LedgerPageWords.open)[language]),
                HTML(escaping: LedgerReport(task: task, today: today).text(in: language)),
            ], tone: tone)
    }
}

/// The light of a task with its word.
struct LedgerLight {
    let task: SupervisedTask
    let today: Day

    func html(in language: Language) -> HTML {
        let light = task.light(on: today)
        let word = LedgerPageWords.light(light)[language]
        switch light {
        case .green: return Light(.normal, word).html(in: language)
        case .yellow: return Light(.warn, word).html(in: language)
        case .red: return Light(.bad, word).html(in: language)
        case nil: return Tag(.plain, word).html(in: language)
        }
    }
}
