import Values
import Web

/// By which ways outside the portal a person wants to be told; nothing is ticked beforehand.
struct WaysPage {
    let chosen: Set<NoticeWay>
    let contact: Contact
    let channels: [NoticeChannel]
    let problems: [Problem]
    let isSaved: Bool

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = NoticeWords.waysTitle[language]
        let field = ChoiceField(
            FieldFrame(
                id: "ways", label: NoticeWords.waysLegend[language], error: problems.message(at: "ways", in: language)),
            style: .checkboxes,
            options: channels.map { channel in
                ChoiceField.Option(
                    channel.way.rawValue,
                    "\(NoticeWords.way(channel.way)[language])  \(address(channel.way, language))",
                    hint: channel.name[language])
            }, chosen: Set(chosen.map(\.rawValue)))
        let form = ActionForm(
            action: "/my/messages/ways", formToken: reader.formToken, key: key, hidden: [], hasFiles: false,
            look: .panel,
            body: """
                \(field, language)<p class="small">\(NoticeWords.waysLaw, language)</p>\(ButtonRow([
                    .submit(NoticeWords.save[language]),
                    Button(NoticeWords.changeContact[language], weight: .normal, act: .go("/my/account")),
                ]), language)
                """)
        let saved: HTML =
            isSaved
            ? Notice(.ok, title: NoticeWords.saved[language], paragraphs: [], isNews: true).html(in: language) : ""
        return PublicPage(
            head: PageHeading(
                title: title, column: NoticeWords.messages[language], showsProblems: !problems.isEmpty),
            current: "/my", hasTabBar: false,
            before: BackLink(NoticeWords.back[language], to: MessagesPage.link).html(in: language),
            body: """
                \(ErrorSummary(problems), language)<h1>\(title)</h1><p class="sub">\(NoticeWords.waysLead, language)</p>\
                \(saved)<div class="section">\(form, language)</div>
                """)
    }

    private func address(_ way: NoticeWay, _ language: Language) -> String {
        switch way {
        case .sms:
            contact.address(for: .sms) == nil ? NoticeWords.noWay[language] : contact.phone?.masked ?? ""
        case .mail: contact.mail?.masked ?? NoticeWords.noWay[language]
        }
    }
}

/// What the stand-ins would have sent, for the administrator of the demo.
struct OutboxPage {
    let letters: [StandInOutboxDesk.Shown]
    let more: Link?

    static let link: Link = "/w/admin/outbox"

    func body(in language: Language) -> HTML {
        let columns = [NoticeWords.told, NoticeWords.channel, NoticeWords.address, NoticeWords.content]
        let table = DataTable(
            caption: NoticeWords.outbox[language], isCaptionShown: false,
            columns: columns.map { DataTable.Column($0[language]) },
            rows: letters.map { letter in
                let subject: HTML = letter.subject.map { "<b>\($0)</b><br>" } ?? ""
                return DataTable.Row([
                    HTML(escaping: language.fullDateTime(letter.cursor.at)),
                    HTML(escaping: NoticeWords.way(letter.way)[language]),
                    HTML(escaping: letter.address ?? NoticeWords.gone[language]),
                    "\(subject)\(letter.text ?? NoticeWords.gone[language])",
                ])
            }, headerColumn: 0, hasCardsOnPhones: true)
        let list: HTML =
            letters.isEmpty ? "<p class=\"section\">\(NoticeWords.noLetters, language)</p>" : table.html(in: language)
        return """
            \(WorkHead(NoticeWords.outbox[language], subtitle: "\(NoticeWords.outboxLead, language)"), language)\
            \(list)\(more.map {
                "<p class=\"section\"><a href=\"\($0)\" rel=\"next\">\(NoticeWords.earlierLetters, language)</a></p>"
            })
            """
    }
}
