import Definitions
import Values
import Web

/// Promises, their checks and documents that may follow: each number leads to the cases behind it (承诺与容缺督查).
struct DutyPage {
    let listing: DutyDesk.Listing
    let today: Day

    static let link: Link = "/w/promises"

    static func link(_ view: DutyView) -> Link { link.with([("view", view.rawValue)]) }

    func body(in language: Language) -> HTML {
        """
        \(WorkHead(DutyWords.title[language], subtitle: "\(DutyWords.subtitle, language)"), language)\
        <div class="stack">\(numbers(in: language))\(tabs(in: language))\
        \(listing.duties.isEmpty ? empty(in: language) : table(in: language))</div>
        """
    }

    /// The three groups with their numbers, each a link.
    private func numbers(in language: Language) -> HTML {
        let rows = Duty.About.allCases.filter { $0 != .repair }.map { about -> DataTable.Row in
            let views = DutyView.allCases.filter { $0.about == about }
            let cells = views.map { view -> HTML in
                """
                <a href="\(DutyPage.link(view))">\(DutyWords.view(view), language)&ensp;\
                <b class="num">\(DutyPage.count(listing.counts[view] ?? 0))</b></a>
                """
            }
            let joined = cells.enumerated().reduce(HTML.empty) { html, cell in
                "\(html)\(cell.offset == 0 ? HTML.empty : "<br>")\(cell.element)"
            }
            return DataTable.Row([HTML(escaping: DutyWords.about(about)[language]), joined])
        }
        return DataTable(
            caption: DutyWords.title[language], isCaptionShown: false,
            columns: [DataTable.Column(DutyWords.kind[language]), DataTable.Column(DutyWords.cases[language])],
            rows: rows, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    private static func count(_ number: Int) -> String {
        number >= DutyView.countedUpTo ? "\(DutyView.countedUpTo)+" : String(number)
    }

    private func tabs(in language: Language) -> HTML {
        FilterTabs(
            label: DutyWords.cases[language],
            tabs: DutyView.allCases.map { view in
                let count = listing.counts[view] ?? 0
                let isUrgent = (view.isLate == true || view.state == .broken) && count > 0
                return FilterTabs.Tab(
                    DutyWords.view(view)[language], count: count >= DutyView.countedUpTo ? nil : count,
                    isUrgent: isUrgent, link: DutyPage.link(view), isCurrent: view == listing.view)
            }
        ).html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .inbox, heading: DutyWords.empty[language], text: DutyWords.view(listing.view)[language], buttons: []
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            DutyWords.due, DutyWords.service, DutyWords.applicant, DutyWords.what, DutyWords.unit, DutyWords.since,
        ]
        let table = DataTable(
            caption: DutyWords.view(listing.view)[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: listing.duties.map { row($0, in: language) }, headerColumn: 1, hasCardsOnPhones: true)
        let next = listing.next.map { cursor in
            DutyPage.link.with([("view", listing.view.rawValue), ("after", cursor.text)])
        }
        let pager = Pager(
            summary: StaffWords.shown(listing.duties.count)[language],
            kind: .onwards(first: listing.isFirst ? nil : DutyPage.link(listing.view), next: next))
        return "\(table, language)\(pager, language)"
    }

    private func row(_ duty: Duty, in language: Language) -> DataTable.Row {
        let definition = listing.definitions[duty.definition]
        let name = definition?.service.name[language] ?? duty.service
        let link = StaffCasePage.link(duty.caseID)
        let number: HTML = duty.caseNumber.map { "\($0)" } ?? "\(StaffWords.noNumber, language)"
        let need = duty.need.flatMap { id in
            definition?.plans.flatMap(\.evidence).first { $0.id == id }?.name[language]
        }
        let isLate = duty.state == .open && duty.due.map { $0 < today } ?? false
        let day = duty.due.map { language.fullDate($0) } ?? "—"
        let due = isLate ? Light(.bad, day).html(in: language) : HTML(escaping: day)
        return DataTable.Row(
            [
                due, "<a href=\"\(link)\">\(name)</a><span class=\"sub2 num\">\(number)</span>",
                HTML(escaping: duty.applicantMask ?? StaffWords.nameless[language]),
                HTML(escaping: need ?? DutyWords.about(duty.about)[language]),
                HTML(escaping: listing.territory.units[duty.unit]?.name ?? duty.unit),
                HTML(escaping: language.fullDate(duty.since.day)),
            ], tone: isLate || duty.state == .broken ? .bad : .plain)
    }
}
