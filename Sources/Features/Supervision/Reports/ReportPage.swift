import Definitions
import Values
import Web

/// One report as it was made: its text and tables, its files, and how the log proves them.
struct ReportPage {
    let row: ReportRow
    let report: Report

    static func link(_ id: String) -> Link { "/w/reports/\(id)" }
    static func link(_ id: String, _ form: ReportRow.Form) -> Link { "/w/reports/\(id)/files/\(form.rawValue)" }
    static func link(_ id: String, place: String) -> Link { "/w/reports/\(id)/places/\(place)" }

    func body(in language: Language) -> HTML {
        let files: [HTML] = ReportRow.Form.allCases.map { form in
            "<a href=\"\(ReportPage.link(row.id, form))\">\(ReportWords.form(form), language)</a> "
        }
        let head = WorkHead(
            report.title[language], subtitle: "\(ReportWords.span(report.period), language)",
            side: "\(ReportWords.download, language) \(files)")
        let way = Breadcrumb([(ReportWords.title[language], ReportsPage.link)], here: report.title[language])
        return """
            \(way, language)\(head, language)<div class="stack">\
            \(report.sections.indices, { section($0, in: language) })\(proof(in: language))</div>
            """
    }

    private func section(_ number: Int, in language: Language) -> HTML {
        let section = report.sections[number]
        let tables = ReportTables(id: row.id, period: report.period, region: report.region)
        let ranks: HTML = section.isAnnex ? .empty : RankChart(section).html(in: language)
        // Lines of every place are for whoever doubts one of them: folded, so that nobody scrolls past them.
        let shown: HTML = "\(section.tables, { tables.html($0, in: language) })"
        let lines = Disclosure(ReportWords.showLines[language], shown)
        return Panel(
            id: "part-\(number)", heading: section.name[language], density: .staff,
            body: """
                \(section.sentences, { "<p>\($0, language)</p>" })\(ranks)\
                \(section.isAnnex ? lines.html(in: language) : shown)
                """
        ).html(in: language)
    }

    private func proof(in language: Language) -> HTML {
        let hashes = ReportRow.Form.allCases.map { form in
            SummaryList.Row(
                ReportWords.form(form)[language], "<code class=\"num\">\(row.files[form] ?? "—")</code>")
        }
        let rows =
            [
                SummaryList.Row(ReportWords.made[language], text: language.fullDateTime(row.madeAt)),
                SummaryList.Row(BoardWords.proof[language], text: ReportWords.closing(report)[0][language]),
                SummaryList.Row(ReportWords.contentLabel[language], "<code class=\"num\">\(row.content)</code>"),
            ] + hashes
        return Panel(
            id: "proof", heading: "\(ReportWords.proof[language]) (\(ReportWords.hashLabel[language]))",
            density: .staff, body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }
}

/// Tables of a report on a page, each row with a way to what stands behind it.
struct ReportTables {
    let id: String
    let period: ReportSpan
    let region: String

    func html(_ table: Report.Table, in language: Language) -> HTML {
        let header = table.columns.firstIndex { !$0.isNumber } ?? 0
        let data = DataTable(
            caption: table.caption[language], isCaptionShown: true,
            columns: table.columns.map { DataTable.Column($0.name[language], isNumber: $0.isNumber) },
            rows: table.rows.map { row($0, header: header, in: language) }, headerColumn: header,
            hasCardsOnPhones: true)
        return """
            \(data, language)\(table.notes, { "<p class=\"small muted\">\($0, language)</p>" })
            """
    }

    private func row(_ row: Report.Row, header: Int, in language: Language) -> DataTable.Row {
        let cells = row.cells.enumerated().map { place, cell -> HTML in
            let text = HTML(escaping: ReportWords.text(of: cell)?[language] ?? "—")
            guard place == header, let lead = row.lead else { return text }
            return "<a href=\"\(link(lead))\">\(text)</a>"
        }
        return DataTable.Row(cells, tone: row.isBad ? .bad : .plain)
    }

    private func link(_ lead: Report.Lead) -> Link {
        switch lead {
        case .metric(let id):
            BoardPage.link(of: id).with([
                ("region", region), ("from", Month(period.first).text), ("to", Month(period.last).text),
            ])
        case .task(let caseID): LedgerPage.link(caseID)
        case .place(let place): ReportPage.link(id, place: place)
        }
    }
}

/// How the index of one region or unit was computed in a report, line by line.
struct ReportPlacePage {
    let opened: ReportDesk.Opened
    let place: String

    /// The tables of the report with only the rows of this place; empty when it has none.
    var tables: [Report.Table] {
        opened.report.sections.flatMap(\.tables).compactMap { table in
            let isLines = table.columns.contains { $0.name == ReportWords.brings }
            let rows = table.rows.filter { $0.lead == .place(place) }
            guard isLines, !rows.isEmpty else { return nil }
            return Report.Table(caption: table.caption, columns: table.columns, rows: rows, notes: table.notes)
        }
    }

    func body(in language: Language) -> HTML {
        let report = opened.report
        let way = Breadcrumb(
            [
                (ReportWords.title[language], ReportsPage.link),
                (report.title[language], ReportPage.link(opened.row.id)),
            ], here: ReportWords.howComputed[language])
        let head = WorkHead(
            ReportWords.howComputed[language], subtitle: "\(ReportWords.span(report.period), language)")
        let plain = ReportTables(id: opened.row.id, period: report.period, region: report.region)
        return """
            \(way, language)\(head, language)<div class="stack">\
            \(tables, { table in
                let rows = table.rows.map { Report.Row($0.cells, lead: nil, isBad: $0.isBad) }
                return plain.html(
                    Report.Table(caption: table.caption, columns: table.columns, rows: rows, notes: table.notes),
                    in: language)
            })</div>
            """
    }
}
