import Definitions
import Values
import Web

/// Cases that are open and late today, by region and one by one (在办超期): figures of ended cases do not show them yet.
struct LateCasesPage {
    /// A case with the names of where it is handled.
    struct Row {
        let late: LateCaseStore.Late
        let service: Wording
        let unit: Wording
    }

    let regions: [(name: Wording, cases: Int, oldest: Day)]
    let rows: [Row]
    /// All of them, of which `rows` are the oldest.
    let count: Int
    let today: Day

    static let link: Link = "/w/late"
    /// So many are shown one by one.
    static let length = 100

    func body(in language: Language) -> HTML {
        let head = WorkHead(
            LateCaseWords.title[language], subtitle: "\(LateCaseWords.lead, language)",
            side: "<a href=\"\(BoardPage.link)\">\(BoardWords.board, language)</a>")
        guard !rows.isEmpty else {
            let empty = EmptyState(
                icon: .check, heading: LateCaseWords.none[language], text: LateCaseWords.noneText[language],
                buttons: [])
            return "\(head, language)\(empty, language)"
        }
        return """
            \(head, language)<div class="stack">\(regions.count > 1 ? byRegion(in: language) : .empty)\
            \(cases(in: language))</div>
            """
    }

    private func byRegion(in language: Language) -> HTML {
        DataTable(
            caption: LateCaseWords.byRegion[language], isCaptionShown: true,
            columns: [
                DataTable.Column(BoardWords.place[language]), .init(LateCaseWords.cases[language], isNumber: true),
                .init(LateCaseWords.oldest[language]),
            ],
            rows: regions.map { one in
                DataTable.Row([
                    "\(one.name, language)", HTML(escaping: "\(one.cases)"),
                    HTML(escaping: language.date(one.oldest, seenOn: today)),
                ])
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    private func cases(in language: Language) -> HTML {
        let table = DataTable(
            caption: LateCaseWords.shown(rows.count, of: count)[language], isCaptionShown: true,
            columns: [
                DataTable.Column(BoardWords.caseLabel[language]), .init(BoardWords.unit[language]),
                .init(LateCaseWords.due[language]), .init(LateCaseWords.days[language], isNumber: true),
            ],
            rows: rows.map { row($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true)
        return table.html(in: language)
    }

    private func row(_ row: Row, in language: Language) -> DataTable.Row {
        let link: Link = "/w/case/\(row.late.caseID)"
        return DataTable.Row(
            [
                """
                <a href="\(link)">\(row.service, language)</a>\
                <span class="sub2">\(row.late.number ?? row.late.caseID)</span>
                """,
                "\(row.unit, language)", HTML(escaping: language.date(row.late.due, seenOn: today)),
                HTML(escaping: "\(today.number - row.late.due.number)"),
            ], tone: .bad)
    }
}

/// The words of cases that are open and late.
enum LateCaseWords {
    static let title = Wording(zh: "在办超期", en: "Open and late")
    static let lead = Wording(
        zh: "还没有办结、已经过了期限的办件，截至今天；看板上的数只算已经办结的",
        en:
            "Cases that have not ended and are past their last day; the figures of the board count ended cases"
    )
    static let none = Wording(zh: "没有在办超期的办件", en: "No open case is late")
    static let noneText = Wording(
        zh: "在办的事都还在期限内，或者依法中止。", en: "What is open is within its time, or stands still by law.")
    static let byRegion = Wording(zh: "按区划", en: "By region")
    static let cases = Wording(zh: "件数", en: "Cases")
    static let oldest = Wording(zh: "最早的期限", en: "Oldest last day")
    static let due = Wording(zh: "期限", en: "Last day")
    static let days = Wording(zh: "已过天数", en: "Days since")

    static func shown(_ shown: Int, of all: Int) -> Wording {
        shown == all
            ? Wording(zh: "全部 \(all) 件，最久的在前", en: "All \(all), the oldest first")
            : Wording(zh: "共 \(all) 件，列出最久的 \(shown) 件", en: "\(all) in all; the \(shown) oldest are listed")
    }

    /// On the board: 在办超期 7 件.
    static func tile(_ count: Int) -> Wording {
        Wording(zh: "现在在办、已经超期：\(count) 件", en: "Open and late now: \(count)")
    }
}
