import Values
import Web

/// When a unit reported last, when it reports next, and whether reports are missing.
struct LedgerReport {
    let task: SupervisedTask
    let today: Day

    func text(in language: Language) -> String {
        var parts = [task.lastReport.map { language.date($0, seenOn: today) } ?? LedgerPageWords.noReport[language]]
        if task.missedReports > 0 { parts.append(LedgerPageWords.missed(task.missedReports)[language]) }
        if task.isMeasured {
            parts.append(LedgerPageWords.measured[language])
        } else if let next = task.reportDue, task.closedAt == nil {
            parts.append(LedgerPageWords.next[language] + language.date(next, seenOn: today))
        }
        return parts.joined(separator: language == .chinese ? "，" : ", ")
    }
}

/// One task: the document's words, its figures and what measures them, and how far each unit and each part came.
struct LedgerTaskPage {
    let shown: LedgerDesk.Shown
    let unitNames: [String: String]
    let stageNames: [String: Wording]
    let today: Day

    private var task: SupervisedTask { shown.task }

    func body(in language: Language) -> HTML {
        var way: [(label: String, link: Link)] = [(LedgerPageWords.title[language], LedgerPage.link)]
        if let parent = shown.all.first(where: { $0.caseID == task.parent }) {
            way.append((parent.title, LedgerPage.link(parent.caseID)))
        }
        return """
            \(Breadcrumb(way, here: task.title), language)\
            \(WorkHead(task.title, subtitle: HTML(escaping: task.document),
                side: LedgerLight(task: task, today: today).html(in: language)), language)\
            <div class="stack">\(original(in: language))\(figures(in: language))\(units(in: language))\
            \(parts(in: language))\(milestones(in: language))\(reports(in: language))</div>
            """
    }

    private func panel(_ id: String, _ heading: Wording, _ body: HTML, in language: Language) -> HTML {
        Panel(id: id, heading: heading[language], density: .staff, body: body).html(in: language)
    }

    private func table(
        _ caption: Wording, _ columns: [Wording], _ rows: [DataTable.Row], in language: Language
    ) -> HTML {
        DataTable(
            caption: caption[language], isCaptionShown: false, columns: columns.map { DataTable.Column($0[language]) },
            rows: rows, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    // MARK: The document

    private func original(in language: Language) -> HTML {
        guard let document = shown.document, let mandate = shown.mandate else { return .empty }
        let link = MandatePage.link(document.id)
        let rows: [SummaryList.Row?] = [
            SummaryList.Row(
                LedgerPageWords.document[language],
                """
                \(document.ledger.paper.title) <span class="num">\(document.ledger.paper.number ?? "")</span> \
                <a href="\(link)">\(LedgerPageWords.openDocument, language)</a>
                """),
            SummaryList.Row(LedgerPageWords.sentence[language], text: mandate.now.text),
            MeantUnits(meant: shown.meant, names: unitNames).row(in: language),
            SummaryList.Row(
                LedgerPageWords.reportEvery[language], text: MandatePageWords.period(task.reportEvery)[language]),
        ]
        let list = SummaryList(rows.compactMap { $0 })
        return panel("original", LedgerPageWords.original, list.html(in: language), in: language)
    }

    /// What the platform measures is filled in by it and asked of nobody.
    private func figures(in language: Language) -> HTML {
        if shown.figures.isEmpty { return .empty }
        let rows = shown.figures.map { figure in
            DataTable.Row([
                HTML(escaping: figure.what.isEmpty ? figure.raw : figure.what),
                "<span lang=\"zh-CN\">\(figure.raw)</span>",
                HTML(escaping: (figure.measuredBy ?? LedgerPageWords.byReport)[language]),
                HTML(escaping: figure.value ?? "—"), "\(figure.state, language)",
            ])
        }
        let columns = [
            LedgerPageWords.what, LedgerPageWords.figure, LedgerPageWords.measuredBy, LedgerPageWords.value,
            LedgerPageWords.state,
        ]
        let note: Wording = task.isMeasured ? LedgerPageWords.measuredNote : LedgerPageWords.figuresNote
        return panel(
            "figures", LedgerPageWords.targets,
            "<p>\(note, language)</p>\(table(LedgerPageWords.targets, columns, rows, in: language))", in: language)
    }

    // MARK: Units and parts

    private func caseLink(_ one: SupervisedTask, _ name: String, in language: Language) -> HTML {
        let link: Link = "/w/case/\(one.caseID)"
        return "<a href=\"\(link)\">\(LedgerPageWords.openCase, language)<span class=\"sr\">\(name)</span></a>"
    }

    private func state(_ one: SupervisedTask, in language: Language) -> HTML {
        HTML(escaping: (stageNames[one.outcome ?? one.stage] ?? LedgerPageWords.open)[language])
    }

    private func units(in language: Language) -> HTML {
        let columns = [
            LedgerPageWords.unit, LedgerPageWords.part, LedgerPageWords.due, LedgerPageWords.light,
            LedgerPageWords.state, LedgerPageWords.lastReport, LedgerPageWords.reports, LedgerPageWords.openCase,
        ]
        let order: [SupervisedTask.Part] = [.lead, .joint, .support]
        let sorted = shown.all.filter { $0.part != .part }.sorted {
            (order.firstIndex(of: $0.part) ?? 0, $0.caseID) < (order.firstIndex(of: $1.part) ?? 0, $1.caseID)
        }
        let rows = sorted.map { one in
            let name = unitNames[one.unit] ?? one.unit
            let isHere = one.caseID == task.caseID
            let shownName: HTML =
                isHere
                ? "<b>\(name)</b>" : "<a href=\"\(LedgerPage.link(one.caseID))\">\(name)</a>"
            return DataTable.Row([
                shownName, "\(LedgerPageWords.part(one.part), language)",
                HTML(escaping: language.date(one.due, seenOn: today)),
                LedgerLight(task: one, today: today).html(in: language), state(one, in: language),
                HTML(escaping: LedgerReport(task: one, today: today).text(in: language)),
                "\(LedgerPageWords.counts(one), language)", caseLink(one, name, in: language),
            ])
        }
        return panel(
            "units", LedgerPageWords.shown, table(LedgerPageWords.shown, columns, rows, in: language), in: language)
    }

    /// Parts of this case, and those of the whole task where it is looked at from its lead.
    private func parts(in language: Language) -> HTML {
        let all = shown.all.filter { $0.part == .part }.sorted { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
        if all.isEmpty { return .empty }
        let columns = [
            LedgerPageWords.partTitle, LedgerPageWords.unit, LedgerPageWords.person, LedgerPageWords.due,
            LedgerPageWords.light, LedgerPageWords.state, LedgerPageWords.givenBy, LedgerPageWords.openCase,
        ]
        let rows = all.map { one in
            let giver = shown.all.first { $0.caseID == one.parent }.map { unitNames[$0.unit] ?? $0.unit }
            return DataTable.Row([
                "<a href=\"\(LedgerPage.link(one.caseID))\">\(one.title)</a>",
                HTML(escaping: unitNames[one.unit] ?? one.unit), HTML(escaping: shown.persons[one.caseID] ?? "—"),
                HTML(escaping: language.date(one.due, seenOn: today)),
                LedgerLight(task: one, today: today).html(in: language), state(one, in: language),
                HTML(escaping: giver ?? "—"), caseLink(one, one.title, in: language),
            ])
        }
        return panel(
            "parts", LedgerPageWords.parts, table(LedgerPageWords.parts, columns, rows, in: language), in: language)
    }

    // MARK: The course

    private func milestones(in language: Language) -> HTML {
        if shown.course.milestones.isEmpty { return .empty }
        let columns = [
            LedgerPageWords.milestone, LedgerPageWords.day, LedgerPageWords.provedBy, LedgerPageWords.state,
            LedgerPageWords.proof,
        ]
        let rows = shown.course.milestones.map { one in
            let isLate = one.state == .open && one.on < today
            let word = isLate ? LedgerPageWords.late : LedgerPageWords.state(one.state)
            let ended = one.endedOn.map { " " + language.date($0, seenOn: today) } ?? ""
            return DataTable.Row(
                [
                    "<span class=\"num\">\(one.number)</span> \(one.title)",
                    HTML(escaping: language.date(one.on, seenOn: today)), HTML(escaping: one.provedBy),
                    HTML(escaping: word[language] + ended), HTML(escaping: one.proof.joined(separator: "；")),
                ], tone: isLate ? .warn : .plain)
        }
        return panel(
            "milestones", LedgerPageWords.milestones,
            table(LedgerPageWords.milestones, columns, rows, in: language), in: language)
    }

    private func reports(in language: Language) -> HTML {
        if shown.course.reports.isEmpty { return .empty }
        let rows = shown.course.reports.reversed().map { report in
            SummaryList.Row(
                language.date(report.on, seenOn: today),
                "<p>\(report.progress)</p>\(report.figures, { "<p>\($0)</p>" })")
        }
        return panel(
            "progress", LedgerPageWords.progress, SummaryList(rows).html(in: language), in: language)
    }
}
