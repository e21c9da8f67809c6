import Values
import Web

/// One's delegations: given, received, and the way to a new one (授权代办).
struct DelegationPage {
    let overview: DelegationDesk.Overview
    /// Who gives: the person, or the enterprise that he represents.
    let giver: String
    let serviceNames: [String: Wording]
    /// What the reader just did; nil when he only reads.
    let news: Wording?

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = AccountWords.delegations[language]
        let buttons =
            overview.given == nil
            ? [] : [Button(AccountWords.grant[language], weight: .main, act: .go("/my/proxy/grant"))]
        let notice = news.map { Notice(.ok, title: $0[language], paragraphs: [], isNews: true) }
        let body: HTML = """
            \(PageHead(title, subtitle: "\(AccountWords.delegationsLead, language)", buttons: buttons), language)\
            <div class="stack-6">\(notice, language)\(given(reader), language)\(received(reader), language)</div>
            """
        return MySpace(.proxy).page(title: title, for: reader, body: body)
    }

    private func given(_ reader: Reader) -> Panel {
        let language = reader.language
        var content: HTML = "<p>\(AccountWords.notGiver, language)</p>"
        if let shown = overview.given {
            content =
                shown.isEmpty
                ? "<p>\(AccountWords.nothingGiven, language)</p>"
                : table(shown, column: AccountWords.agent, reader) { $0.agent }
        }
        return Panel(
            id: "given", heading: AccountWords.given(by: giver)[language], density: .normal, body: content)
    }

    private func received(_ reader: Reader) -> Panel {
        let language = reader.language
        let content: HTML =
            overview.received.isEmpty
            ? "<p>\(AccountWords.nothingReceived, language)</p>"
            : table(overview.received, column: AccountWords.giver, reader) { $0.subject }
        return Panel(id: "received", heading: AccountWords.received[language], density: .normal, body: content)
    }

    private func table(
        _ shown: [DelegationDesk.Shown], column: Wording, _ reader: Reader, name: (DelegationDesk.Shown) -> String
    ) -> HTML {
        let language = reader.language
        let columns = [column, AccountWords.scope, AccountWords.period, AccountWords.state, AccountWords.act]
        return DataTable(
            caption: column[language], isCaptionShown: false, columns: columns.map { DataTable.Column($0[language]) },
            rows: shown.map { shown in
                DataTable.Row([
                    HTML(escaping: name(shown)), HTML(escaping: scope(shown.delegation, in: language)),
                    HTML(escaping: period(shown.delegation, in: language)), state(shown, reader),
                    act(shown, reader),
                ])
            }, headerColumn: 0, hasCardsOnPhones: true
        ).html(in: language)
    }

    func scope(_ delegation: Delegation, in language: Language) -> String {
        guard let services = delegation.services else { return AccountWords.allServices[language] }
        return services.map { serviceNames[$0]?[language] ?? $0 }
            .joined(separator: language == .chinese ? "、" : ", ")
    }

    private func period(_ delegation: Delegation, in language: Language) -> String {
        "\(language.fullDate(delegation.from)) – \(language.fullDate(delegation.until))"
    }

    private func state(_ shown: DelegationDesk.Shown, _ reader: Reader) -> HTML {
        let language = reader.language
        let tag =
            shown.delegation.revokedOn != nil
            ? Tag(.plain, AccountWords.revokedState[language])
            : shown.delegation.isInForce(on: reader.moment.day)
                ? Tag(.ok, AccountWords.inForce[language]) : Tag(.plain, AccountWords.ended[language])
        return tag.html(in: language)
    }

    private func act(_ shown: DelegationDesk.Shown, _ reader: Reader) -> HTML {
        let language = reader.language
        if shown.isByOffice { return "\(AccountWords.byOffice, language)" }
        guard shown.delegation.isInForce(on: reader.moment.day) else { return .empty }
        let link: Link = "/my/proxy/\(shown.delegation.id.text)/revocation"
        return """
            <a href="\(link)">\(AccountWords.revoke, language)\
            <span class="sr">\(shown.agent) \(shown.subject)</span></a>
            """
    }
}
