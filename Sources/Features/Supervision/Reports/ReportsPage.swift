import Definitions
import Values
import Web

/// The list of made reports, the latest period first.
struct ReportsPage {
    let rows: [ReportRow]
    /// Regions whose reports may be asked for; the own one first.
    let regions: [(id: String, name: Wording)]
    let region: String
    let every: ReportSpan.Every?
    let names: [String: Wording]
    let next: ReportCursor?
    let isFirst: Bool

    static let link: Link = "/w/reports"
    static let length = 30

    func body(in language: Language) -> HTML {
        let head = WorkHead(ReportWords.title[language], subtitle: "\(ReportWords.lead, language)")
        return """
            \(head, language)<div class="stack">\(filter(in: language))\
            \(rows.isEmpty ? empty(in: language) : table(in: language))</div>
            """
    }

    private func filter(in language: Language) -> HTML {
        let all = (value: "", label: ReportWords.all[language])
        let kinds = ReportSpan.Every.allCases.map {
            (value: $0.rawValue, label: ReportWords.every($0)[language])
        }
        var controls: [FilterForm.Control] = [
            .select(
                id: "every", label: ReportWords.kind[language], options: [all] + kinds, chosen: every?.rawValue ?? "")
        ]
        if regions.count > 1 {
            controls.append(
                .select(
                    id: "region", label: ReportWords.place[language],
                    options: regions.map { (value: $0.id, label: $0.name[language]) }, chosen: region))
        }
        return FilterForm(label: ReportWords.filter[language], action: ReportsPage.link, controls: controls)
            .html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .document, heading: ReportWords.none[language], text: ReportWords.noneText[language], buttons: []
        ).html(in: language)
    }

    private func table(in language: Language) -> HTML {
        let columns = [
            ReportWords.report, ReportWords.period, ReportWords.place, ReportWords.made, ReportWords.download,
        ]
        let table = DataTable(
            caption: ReportWords.title[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: rows.map { row in
                let what = "\(row.name[language]) \(row.period.name[language])"
                return DataTable.Row([
                    "<a href=\"\(ReportPage.link(row.id))\">\(row.name, language)</a>", "\(row.period.name, language)",
                    "\(names[row.region] ?? Wording(zh: row.region, en: row.region), language)",
                    HTML(escaping: language.fullDateTime(row.madeAt)),
                    "\(ReportRow.Form.allCases, { form in file(form, of: row, named: what, in: language) })",
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        let own = ReportsPage.link.with([("region", region), ("every", every?.rawValue)])
        let pager = Pager(
            summary: "",
            kind: .onwards(first: isFirst ? nil : own, next: next.map { own.with([("before", $0.text)]) }))
        return "\(table, language)\(isFirst && next == nil ? HTML.empty : pager.html(in: language))"
    }

    private func file(
        _ form: ReportRow.Form, of row: ReportRow, named what: String, in language: Language
    ) -> HTML {
        """
        <a href="\(ReportPage.link(row.id, form))">\(form.rawValue.uppercased())\
        <span class="sr"> \(what)</span></a> 
        """
    }
}
