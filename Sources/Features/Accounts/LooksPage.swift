import Values
import Web

/// Who saw the full values of a person's data, for that person.
struct LooksPage {
    let looks: [Look]
    let names: AccountNames

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = AccountWords.looks[language]
        let columns = [
            AccountWords.when, AccountWords.who, AccountWords.what, AccountWords.why, AccountWords.forCase,
        ]
        let table = DataTable(
            caption: title, isCaptionShown: false, columns: columns.map { DataTable.Column($0[language]) },
            rows: looks.map { row($0, in: language) }, headerColumn: 0, hasCardsOnPhones: true)
        let content: HTML = looks.isEmpty ? "<p>\(AccountWords.noLooks, language)</p>" : table.html(in: language)
        return MySpace(.dataUse).page(
            title: title, for: reader,
            body: """
                \(PageHead(title, subtitle: "\(AccountWords.looksLead, language)"), language)\
                \(Panel(id: "looks", heading: title, isHeadingHidden: true, density: .normal, body: content), language)
                """)
    }

    private func row(_ look: Look, in language: Language) -> DataTable.Row {
        let facts = look.facts.map {
            $0 == Look.attachedFile ? AccountWords.attachedFile[language] : names.fact($0)[language]
        }.joined(separator: language == .chinese ? "、" : ", ")
        let link: Link = "/cases/\(look.caseID)"
        return DataTable.Row([
            HTML(escaping: language.fullDateTime(look.at)), HTML(escaping: who(look, in: language)),
            HTML(escaping: facts), HTML(escaping: look.ground ?? AccountWords.erased[language]),
            "<a href=\"\(link)\">\(look.caseID)</a>",
        ])
    }

    private func who(_ look: Look, in language: Language) -> String {
        if let post = look.post {
            return [names.post(post, in: language), look.officer].compactMap { $0 }.joined(separator: " ")
        }
        return look.actor == .platform ? AccountWords.platform[language] : look.actor.description
    }
}
