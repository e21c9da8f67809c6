import Values
import Web

/// The inbox: unread ones stand out, each leads to its page.
struct MessagesPage {
    let entries: [NoticeDesk.Entry]
    let unread: Int
    let onlyUnread: Bool
    /// The address of earlier ones; nil at the end.
    let more: Link?
    let standing: HTML

    static let link: Link = "/my/messages"

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = NoticeWords.messages[language]
        let head = PageHead(
            title, subtitle: standing,
            buttons: [Button(NoticeWords.ways[language], weight: .normal, icon: .bell, act: .go("/my/messages/ways"))])
        let views = FilterTabs(
            label: NoticeWords.view[language],
            tabs: [
                .init(
                    NoticeWords.all[language], count: nil, isUrgent: false, link: MessagesPage.link,
                    isCurrent: !onlyUnread),
                .init(
                    NoticeWords.unread[language], count: unread, isUrgent: false,
                    link: MessagesPage.link.with([("view", "unread")]), isCurrent: onlyUnread),
            ])
        let list: HTML = entries.isEmpty ? empty(in: language) : items(in: language, today: reader.moment.day)
        return MySpace(.messages, counts: [.messages: unread]).page(
            title: title, for: reader,
            body: """
                \(head, language)\(views, language)<h2 class="sr">\(title)</h2>\(list)\(markAll(reader, key))
                """)
    }

    private func items(in language: Language, today: Day) -> HTML {
        """
        <ul class="list">\(entries, { entry in
            let link: Link = "/my/messages/\(entry.notice.place.text)"
            let tag: HTML = entry.isRead ? "" : " \(Tag(.warn, NoticeWords.unread[language]), language)"
            let when = language.date(entry.notice.at.day, seenOn: today) + " " + language.time(entry.notice.at)
            return """
                <li><a class="list__a" href="\(link)"><span class="list__t">\(entry.title, language)\(tag)</span>\
                <span class="small muted num">\(when)</span></a></li>
                """
        })</ul>\(more.map {
            "<p class=\"section\"><a href=\"\($0)\" rel=\"next\">\(NoticeWords.earlier, language)</a></p>"
        })
        """
    }

    private func empty(in language: Language) -> HTML {
        let heading = onlyUnread ? NoticeWords.noUnread : NoticeWords.noMessages
        let text = onlyUnread ? NoticeWords.noUnreadText : NoticeWords.noMessagesText
        return EmptyState(icon: .bell, heading: heading[language], text: text[language], buttons: []).html(in: language)
    }

    /// Up to the newest message on this page, so that one which came meanwhile stays unread.
    private func markAll(_ reader: Reader, _ key: String) -> HTML {
        guard unread > 0, let newest = entries.first?.notice.place.position else { return .empty }
        let row = ButtonRow([
            Button(NoticeWords.markAll[reader.language], weight: .normal, act: .send(name: nil, value: ""))
        ])
        return ActionForm(
            action: "/my/messages/reading", formToken: reader.formToken, key: key,
            hidden: [("through", String(newest))], hasFiles: false, look: .plain, body: row.html(in: reader.language)
        ).html(in: reader.language)
    }
}

/// One message with what it says and where it leads.
struct MessagePage {
    let notice: InboxMessage
    let isRead: Bool
    let content: NoticeTextDesk.Content

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = content.title[language]
        let tag = isRead ? Tag(.plain, NoticeWords.isRead[language]) : Tag(.warn, NoticeWords.unread[language])
        let served = content.paragraphs[language] ?? content.paragraphs[.chinese]
        let lines = served ?? MessageText.sentences(notice, content.names, in: language)
        let text: HTML =
            content.isErased
            ? "<p>\(NoticeWords.erased, language)</p>"
            : lines.map { "<p>\($0)</p>" }.joined(separator: "")
        let body: HTML = """
            \(PageHead(title, tag: tag, subtitle: "\(language.fullDateTime(notice.at))"), language)\
            <div class="panel prose">\(text)</div>\(ButtonRow(links(in: language)), language)\(mark(reader, key))
            """
        return PublicPage(
            head: PageHeading(title: title, column: NoticeWords.messages[language]), current: "/my", hasTabBar: true,
            before: BackLink(NoticeWords.back[language], to: MessagesPage.link).html(in: language), body: body)
    }

    private func links(in language: Language) -> [Button] {
        var buttons: [Button] = []
        if let id = notice.caseID {
            buttons.append(Button(NoticeWords.seeCase[language], weight: .main, act: .go("/cases/\(id)")))
            if let number = content.document {
                buttons.append(
                    Button(
                        NoticeWords.seeDocument[language], weight: .normal, act: .go("/cases/\(id)/documents/\(number)")
                    ))
            }
        }
        switch notice.topic {
        case .certificateIssued, .certificateChanged, .certificateState:
            buttons.append(
                Button(
                    NoticeWords.seeCertificate[language], weight: .normal, act: .go("/certificates/\(notice.stream)")))
        case .delegationGranted, .delegationEnded:
            buttons.append(Button(NoticeWords.seeDelegations[language], weight: .main, act: .go("/my/proxy")))
        default: break
        }
        return buttons
    }

    private func mark(_ reader: Reader, _ key: String) -> HTML {
        if isRead { return .empty }
        let row = ButtonRow([
            Button(NoticeWords.mark[reader.language], weight: .normal, act: .send(name: nil, value: ""))
        ])
        return ActionForm(
            action: "/my/messages/\(notice.place.text)/reading", formToken: reader.formToken, key: key, hidden: [],
            hasFiles: false, look: .plain, body: row.html(in: reader.language)
        ).html(in: reader.language)
    }
}
