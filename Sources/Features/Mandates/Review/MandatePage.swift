import Values
import Web

/// A document: what it is, its doubts first, then its tasks by section.
struct MandatePage {
    let document: MandateDocument
    /// Names of responsible units by id.
    let unitNames: [String: String]
    let mayManage: Bool
    let today: Day

    static func link(_ id: String) -> Link { "/w/mandates/\(id)" }
    static func review(_ id: String) -> Link { "/w/mandates/\(id)/review" }
    static func comparison(_ id: String) -> Link { "/w/mandates/\(id)/comparison" }
    static func file(_ id: String) -> Link { "/w/mandates/\(id)/file" }
    static func task(_ id: String, _ task: String) -> Link { "/w/mandates/\(id)/tasks/\(task)" }

    private var id: String { document.id }

    func body(in language: Language) -> HTML {
        let paper = document.ledger.paper
        let head = WorkHead(
            paper.title, subtitle: HTML(escaping: paper.number ?? ""),
            side: mayManage && document.replacedBy == nil
                ? Button(
                    MandatePageWords.review[language], weight: .main, size: .small, act: .go(MandatePage.review(id))
                ).html(in: language) : nil)
        return """
            \(Breadcrumb([(MandatePageWords.title[language], MandatesPage.link)], here: paper.number ?? paper.title),
                language)\(head, language)<div class="stack">\(versions(in: language))\(doubts(in: language))\
            \(about(in: language))\(tasks(in: language))</div>
            """
    }

    private func versions(in language: Language) -> HTML {
        var html = HTML.empty
        if let later = document.replacedBy {
            html += Notice(
                .warn, title: MandatePageWords.replaced[language],
                paragraphs: [
                    "<a href=\"\(MandatePage.link(later))\">\(MandatePageWords.showLater, language)</a>"
                ]
            ).html(in: language)
        }
        if document.replaces != nil {
            html += Notice(
                .info, title: MandatePageWords.replaces[language],
                paragraphs: ["<a href=\"\(MandatePage.comparison(id))\">\(MandatePageWords.compare, language)</a>"]
            ).html(in: language)
        }
        return html
    }

    private func doubts(in language: Language) -> HTML {
        MandateDoubts(doubts: document.ledger.doubts).panel(in: language)
    }

    private func about(in language: Language) -> HTML {
        let paper = document.ledger.paper
        var rows = [
            SummaryList.Row(MandatePageWords.number[language], text: paper.number ?? "—"),
            SummaryList.Row(MandatePageWords.issuer[language], text: paper.issuer ?? "—"),
            SummaryList.Row(
                MandatePageWords.date[language], text: paper.date.map { language.date($0, seenOn: today) } ?? "—"),
        ]
        if let wraps = paper.wraps { rows.append(SummaryList.Row(MandatePageWords.wraps[language], text: wraps)) }
        rows += [
            SummaryList.Row(
                MandatePageWords.importedAt[language], text: language.fullDateTime(document.importedAt)),
            SummaryList.Row(
                MandatePageWords.original[language],
                """
                <a href="\(MandatePage.file(id))">\(document.file.name)</a> \
                <span class="muted">\(language.fileSize(document.file.sizeInBytes))</span>
                """),
            SummaryList.Row(
                MandatePageWords.hash[language], "<span class=\"num\">\(document.file.hash)</span>"),
        ]
        return Panel(
            id: "about", heading: MandatePageWords.about[language], density: .staff,
            body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }

    private func tasks(in language: Language) -> HTML {
        var html = HTML.empty
        var sections: [(title: String, tasks: [MandateTask])] = []
        for task in document.tasks {
            if sections.last?.title == task.read.section {
                sections[sections.count - 1].tasks.append(task)
            } else {
                sections.append((task.read.section, [task]))
            }
        }
        for (index, section) in sections.enumerated() {
            let heading = section.title.isEmpty ? MandatePageWords.noSection[language] : section.title
            html += Panel(
                id: "section-\(index)", heading: heading, density: .staff,
                body: table(section.tasks, caption: heading, in: language)
            ).html(in: language)
        }
        return html
    }

    private func table(_ tasks: [MandateTask], caption: String, in language: Language) -> HTML {
        let columns = [
            MandatePageWords.taskName, MandatePageWords.leadUnit, MandatePageWords.deadline,
            MandatePageWords.targets, MandatePageWords.standing,
        ]
        return DataTable(
            caption: caption, isCaptionShown: false, columns: columns.map { DataTable.Column($0[language]) },
            rows: tasks.map { task in
                let name: HTML =
                    mayManage
                    ? "<a href=\"\(MandatePage.task(id, task.id))\">\(task.read.printedNumber)\(task.now.title)</a>"
                    : "\(task.read.printedNumber)\(task.now.title)"
                let lead = task.assignment.map { $0.lead.compactMap { unitNames[$0] } } ?? task.now.lead.map(\.name)
                let due = (task.assignment?.due ?? task.printedDue).map { language.date($0, seenOn: today) }
                return DataTable.Row([
                    name, HTML(escaping: MandatePageWords.some(lead)[language]),
                    HTML(escaping: due ?? MandatePageWords.noDate[language]), "\(task.now.targets.count)",
                    MandateStandingTag(standing: task.standing).html(in: language),
                ])
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }
}

/// Whether a task was looked at, as a tag.
struct MandateStandingTag {
    let standing: MandateTask.Standing

    func html(in language: Language) -> HTML {
        let tone: Tone =
            switch standing {
            case .waiting: .warn
            case .accepted: .ok
            case .rejected: .plain
            }
        return Tag(tone, MandatePageWords.standing(standing)[language]).html(in: language)
    }
}

/// What the reader was unsure of, each with its place.
struct MandateDoubts {
    let doubts: [MandateLedger.Doubt]

    func panel(in language: Language) -> HTML {
        let body: HTML
        if doubts.isEmpty {
            body = "<p class=\"muted\">\(MandatePageWords.noDoubts, language)</p>"
        } else {
            body = "<p>\(MandatePageWords.doubtsLead, language)</p>\(table(in: language))"
        }
        return Panel(id: "doubts", heading: MandatePageWords.doubts[language], density: .staff, body: body)
            .html(in: language)
    }

    private func table(in language: Language) -> HTML {
        DataTable(
            caption: MandatePageWords.doubts[language], isCaptionShown: false,
            columns: [MandatePageWords.place, MandatePageWords.message].map { DataTable.Column($0[language]) },
            rows: doubts.map { DataTable.Row(["\($0.place, language)", "\($0.message, language)"]) },
            headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }
}

/// Two versions of a document, task by task.
struct MandateComparisonPage {
    let document: MandateDocument
    let comparison: VersionComparison

    func body(in language: Language) -> HTML {
        let columns = [MandatePageWords.was, MandatePageWords.isNow, MandatePageWords.change]
        let table = DataTable(
            caption: MandatePageWords.comparison[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: comparison.pairs.map { pair in
                let tone: Tone = pair.change == .same ? .plain : .warn
                return DataTable.Row(
                    [
                        cell(pair.old), cell(pair.new), HTML(escaping: MandatePageWords.change(pair.change)[language]),
                    ], tone: tone)
            }, headerColumn: 2, hasCardsOnPhones: true)
        let title = document.ledger.paper.title
        return """
            \(Breadcrumb(
                [(MandatePageWords.title[language], MandatesPage.link), (title, MandatePage.link(document.id))],
                here: MandatePageWords.comparison[language]), language)\
            \(WorkHead(MandatePageWords.comparison[language], subtitle: HTML(escaping: title)), language)\
            \(table, language)
            """
    }

    private func cell(_ task: MandateTask?) -> HTML {
        guard let task else { return "" }
        return "<b>\(task.read.printedNumber)\(task.read.title)</b><br><span class=\"small\">\(task.read.text)</span>"
    }
}
