import Definitions
import Values
import Web

/// A report as one HTML file that stands alone: no script, nothing from elsewhere.
struct ReportPaperPage {
    let report: Report

    var bytes: [UInt8] {
        let language = Language.chinese
        let page: HTML = """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1">\
            <title>\(report.title, language)</title>\
            <style>body{font-family:"FangSong","Noto Serif CJK SC",serif;line-height:1.7;max-width:60rem;\
            margin:2rem auto;padding:0 1rem}h1{text-align:center}.middle{text-align:center}.end{text-align:right}\
            p{text-indent:2em}.note,.middle,.end{text-indent:0}.note{font-size:.9rem}table{border-collapse:collapse;width:100%;\
            font-size:.9rem}caption{font-weight:700}th,td{border:1px solid #444;padding:.2rem .4rem;text-align:left}\
            thead th{background:#eee}.n{text-align:right}.scroll{overflow-x:auto}</style></head><body><main>\
            <h1>\(report.title, language)</h1><p class="middle">\(ReportWords.span(report.period), language)</p>\
            \(report.sections.indices, { section($0, in: language) })\
            \(ReportWords.closing(report), { "<p class=\"end\">\($0, language)</p>" })</main></body></html>
            """
        return page.bytes
    }

    private func section(_ number: Int, in language: Language) -> HTML {
        let section = report.sections[number]
        let mark = section.isAnnex ? "" : chineseNumeral(number + 1) + "、"
        return """
            <h2>\(mark)\(section.name, language)</h2>\(section.sentences, { "<p>\($0, language)</p>" })\
            \(section.tables, { table($0, in: language) })
            """
    }

    private func table(_ table: Report.Table, in language: Language) -> HTML {
        """
        <div class="scroll"><table><caption>\(table.caption, language)</caption><thead><tr>\
        \(table.columns, { "<th scope=\"col\">\($0.name, language)</th>" })</tr></thead><tbody>\
        \(table.rows, { row($0, of: table, in: language) })</tbody></table></div>\
        \(table.notes, { "<p class=\"note\">注：\($0, language)</p>" })
        """
    }

    private func row(_ row: Report.Row, of table: Report.Table, in language: Language) -> HTML {
        let cells = zip(row.cells, table.columns).map { cell, column -> HTML in
            let text = ReportWords.text(of: cell)?[language] ?? "—"
            return column.isNumber ? "<td class=\"n\">\(text)</td>" : "<td>\(text)</td>"
        }
        return "<tr>\(cells)</tr>"
    }
}
