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
    let next: SupervisedTaskCursor?
    let isFirst: Bool
    let today: Day

    static let length = 30
    static let link: Link = "/w/ledger"
    static func link(_ caseID: String) -> Link { "/w/ledger/\(caseID)" }

    /// This list with its filters.
    private var own: Link {
        LedgerPage.link.with([
            ("unit", choice.unit), ("document", choice.document), ("light", choice.light?.rawValue),
            ("state", choice.isClosed ? "closed" : nil), ("due", choice.dueBy?.description),
        ])
    }

    func body(in language: Language) -> HTML {
        """
        \(WorkHead(LedgerPageWords.title[language], subtitle: "\(LedgerPageWords.lead, language)"), language)\
        \(filter(in: language))\(rows.isEmpty ? empty(in: language) : table(in: language))
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
                    value: choice.unit.map { unitNames[$0] ?? $0 } ?? ""),
                .select(
                    id: "light", label: LedgerPageWords.light[language], options: [all] + lights,
                    chosen: choice.light?.rawValue ?? ""),
                .select(
                    id: "state", label: LedgerPageWords.state[language],
                    options: [
                        ("open", LedgerPageWords.open[language]), ("closed", LedgerPageWords.closed[language]),
                    ], chosen: choice.isClosed ? "closed" : "open"),
                .words(
                    id: "due", label: LedgerPageWords.dueBy[language], value: choice.dueBy?.description ?? ""),
            ]
        ).html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .list, heading: LedgerPageWords.none[language], text: LedgerPageWords.noneText[language],
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

/// When a unit reported last, and whether a report is missing.
struct LedgerReport {
    let task: SupervisedTask
    let today: Day

    func text(in language: Language) -> String {
        let last = task.lastReport.map { language.date($0, seenOn: today) } ?? LedgerPageWords.noReport[language]
        return task.isReportMissed ? "\(last)（\(LedgerPageWords.missed[language])）" : last
    }
}

/// One task: the document's words, and how far each unit came.
struct LedgerTaskPage {
    let task: SupervisedTask
    /// The cases of the same task, this one among them.
    let all: [SupervisedTask]
    let document: MandateDocument?
    let mandate: MandateTask?
    let unitNames: [String: String]
    let stageNames: [String: Wording]
    let today: Day

    func body(in language: Language) -> HTML {
        """
        \(Breadcrumb([(LedgerPageWords.title[language], LedgerPage.link)], here: task.title), language)\
        \(WorkHead(task.title, subtitle: HTML(escaping: task.document),
            side: LedgerLight(task: task, today: today).html(in: language)), language)\
        <div class="stack">\(original(in: language))\(units(in: language))</div>
        """
    }

    private func original(in language: Language) -> HTML {
        guard let document, let mandate else { return .empty }
        let link = MandatePage.link(document.id)
        var rows = [
            SummaryList.Row(
                LedgerPageWords.document[language],
                """
                \(document.ledger.paper.title) <span class="num">\(document.ledger.paper.number ?? "")</span> \
                <a href="\(link)">\(LedgerPageWords.openDocument, language)</a>
                """),
            SummaryList.Row(LedgerPageWords.sentence[language], text: mandate.now.text),
        ]
        if !mandate.now.targets.isEmpty {
            rows.append(
                SummaryList.Row(
                    LedgerPageWords.targets[language], "\(mandate.now.targets, { "<p>\($0.what) \($0.raw)</p>" })"))
        }
        return Panel(
            id: "original", heading: LedgerPageWords.original[language], density: .staff,
            body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }

    private func units(in language: Language) -> HTML {
        let columns = [
            LedgerPageWords.unit, LedgerPageWords.part, LedgerPageWords.due, LedgerPageWords.light,
            LedgerPageWords.state, LedgerPageWords.lastReport, LedgerPageWords.reports, LedgerPageWords.openCase,
        ]
        let order: [SupervisedTask.Part] = [.lead, .joint, .support]
        let sorted = all.sorted {
            (order.firstIndex(of: $0.part) ?? 0, $0.caseID) < (order.firstIndex(of: $1.part) ?? 0, $1.caseID)
        }
        let table = DataTable(
            caption: LedgerPageWords.shown[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: sorted.map { one in
                let link: Link = "/w/case/\(one.caseID)"
                let name = unitNames[one.unit] ?? one.unit
                return DataTable.Row([
                    HTML(escaping: name), "\(LedgerPageWords.part(one.part), language)",
                    HTML(escaping: language.date(one.due, seenOn: today)),
                    LedgerLight(task: one, today: today).html(in: language),
                    HTML(escaping: (stageNames[one.outcome ?? one.stage] ?? LedgerPageWords.open)[language]),
                    HTML(escaping: LedgerReport(task: one, today: today).text(in: language)),
                    "\(LedgerPageWords.counts(one), language)",
                    "<a href=\"\(link)\">\(LedgerPageWords.openCase, language)<span class=\"sr\">\(name)</span></a>",
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        return Panel(
            id: "units", heading: LedgerPageWords.shown[language], density: .staff, body: table.html(in: language)
        ).html(in: language)
    }
}
