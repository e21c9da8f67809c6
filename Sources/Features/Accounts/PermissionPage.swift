import Values
import Web

/// The permission table as it can be printed: each act, who may ask for it, and where.
struct PermissionPage {
    /// `GET /my/proxy` and the like, by the verb that it asks.
    let routes: [Verb: [String]]

    static let link: Link = "/w/admin/permissions"

    func body(in language: Language) -> HTML {
        let columns = [AccountWords.verb, AccountWords.allowed, AccountWords.routes]
        let table = DataTable(
            caption: AccountWords.permissions[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) }, rows: Verb.allCases.map { row($0, in: language) },
            headerColumn: 0, hasCardsOnPhones: false)
        return """
            \(WorkHead(
                AccountWords.permissions[language], subtitle: "\(AccountWords.permissionsLead, language)",
                side: Button(AccountWords.print[language], weight: .normal, icon: .printer, act: .print)
                    .html(in: language)), language)\
            \(Panel(
                id: "permissions", heading: AccountWords.permissions[language], isHeadingHidden: true, density: .staff,
                body: table.html(in: language)), language)
            """
    }

    private func row(_ verb: Verb, in language: Language) -> DataTable.Row {
        let who = Standing.allCases.filter { Permissions.allows(verb, to: $0) }.map { $0.name[language] }
        let separator = language == .chinese ? "、" : ", "
        let places = routes[verb, default: []].map { HTML(escaping: $0) }.joined(separator: "<br>")
        return DataTable.Row([
            "\(verb.name, language)", HTML(escaping: who.joined(separator: separator)),
            "<span class=\"small\">\(places)</span>",
        ])
    }
}
