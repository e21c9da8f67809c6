import Values
import Web

/// Corrections behind the measures: each with its day, its light, and whose turn it is.
struct CorrectionsPage {
    let view: CorrectionStore.View
    let rows: [RatingReadingDesk.Listed]
    let next: RatingCursor?
    let isFirst: Bool
    let today: Day

    static let length = 20
    static let uncovered: Link = "/w/ratings/uncovered"

    static func link(_ view: CorrectionStore.View) -> Link { "/w/ratings/corrections?view=\(view.rawValue)" }

    func body(in language: Language) -> HTML {
        let tabs = CorrectionStore.View.allCases.map { other in
            FilterTabs.Tab(
                RatingWords.view(other)[language], count: nil, isUrgent: false, link: CorrectionsPage.link(other),
                isCurrent: other == view)
        }
        return """
            \(WorkHead(RatingWords.corrections[language],
                side: "<a href=\"\(MeasuresPage.link)\">\(RatingWords.supervision, language)</a>"), language)\
            \(FilterTabs(label: RatingWords.views[language], tabs: tabs), language)\
            \(rows.isEmpty ? empty(in: language) : table(in: language))
            """
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .star, heading: RatingWords.noCorrections[language], text: RatingWords.noCorrectionsText[language],
            buttons: [Button(RatingWords.supervision[language], weight: .normal, act: .go(MeasuresPage.link))]
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            RatingWords.service, RatingWords.gradeLabel, RatingWords.unit, RatingWords.ratedOn, RatingWords.dueLabel,
            RatingWords.result, RatingWords.whoseTurn,
        ]
        let table = DataTable(
            caption: RatingWords.corrections[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: rows.map { row($0, in: language) },
            headerColumn: 0, hasCardsOnPhones: true)
        let own = CorrectionsPage.link(view)
        let pager = Pager(
            summary: RatingWords.shown(rows.count)[language],
            kind: .onwards(first: isFirst ? nil : own, next: next.map { own.with([("before", $0.text)]) }))
        return "\(table, language)\(pager, language)"
    }

    private func row(_ listed: RatingReadingDesk.Listed, in language: Language) -> DataTable.Row {
        let correction = listed.correction
        let link: Link = "/w/case/\(correction.caseID)"
        let isOverdue = correction.isOverdue(on: today)
        let light: HTML = isOverdue ? " \(Light(.bad, RatingWords.overdue[language]), language)" : ""
        let due = correction.due.map { language.date($0, seenOn: today) } ?? "—"
        return DataTable.Row(
            [
                "<a href=\"\(link)\">\(listed.serviceName, language)</a>",
                "\(RatingWords.grade(correction.grade), language)", HTML(escaping: listed.unitName),
                HTML(escaping: language.date(correction.openedAt.day, seenOn: today)), "\(due)\(light)",
                HTML(escaping: RatingWords.state(of: correction, on: today)[language]),
                HTML(escaping: duties(listed, in: language)),
            ], tone: isOverdue ? .bad : .plain)
    }

    private func duties(_ listed: RatingReadingDesk.Listed, in language: Language) -> String {
        let texts = listed.duties.map { duty in
            let names = duty.names.isEmpty ? RatingWords.nobody[language] : duty.names.joined(separator: " ")
            return "\(duty.name[language]): \(duty.unitName) \(duty.role?.name[language] ?? "") \(names)"
        }
        return texts.isEmpty ? "—" : texts.joined(separator: language == .chinese ? "；" : "; ")
    }
}

/// Service events that nobody can rate, because their channel has no way to.
struct UncoveredPage {
    let rows: [(service: RatedService, name: Wording, unit: String)]
    let next: RatingCursor?
    let isFirst: Bool

    func body(in language: Language) -> HTML {
        let head = WorkHead(
            RatingWords.uncovered[language], subtitle: "\(RatingWords.uncoveredLead, language)",
            side: "<a href=\"\(MeasuresPage.link)\">\(RatingWords.supervision, language)</a>")
        return "\(head, language)\(rows.isEmpty ? empty(in: language) : table(in: language))"
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .checkCircle, heading: RatingWords.allCovered[language], text: RatingWords.allCoveredText[language],
            buttons: [Button(RatingWords.supervision[language], weight: .normal, act: .go(MeasuresPage.link))]
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [RatingWords.service, RatingWords.unit, RatingWords.channelLabel, RatingWords.happenedOn]
        let table = DataTable(
            caption: RatingWords.uncovered[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: rows.map { service, name, unit in
                let link: Link = "/w/case/\(service.caseID)"
                return DataTable.Row([
                    "<a href=\"\(link)\">\(name, language)</a>", HTML(escaping: unit),
                    "\(RatingWords.channel(service.channel), language)",
                    HTML(escaping: service.happenedAt.map { language.fullDateTime($0) } ?? "—"),
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        let own = CorrectionsPage.uncovered
        let pager = Pager(
            summary: RatingWords.shown(rows.count)[language],
            kind: .onwards(first: isFirst ? nil : own, next: next.map { own.with([("before", $0.text)]) }))
        return "\(table, language)\(pager, language)"
    }
}
