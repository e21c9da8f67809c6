import Values
import Web

/// The first page of one's own space: what waits for me, then what goes on, then what was told.
struct MyOverviewPage {
    let session: Session
    let duties: [OwnDuty]
    /// The newest open ones.
    let open: [MyCasesPage.Entry]
    let drafts: [MyDraftsPage.Entry]
    let messages: [NoticeDesk.Entry]
    let unread: Int
    let certificates: [(entry: CertificateStore.Entry, name: Wording)]
    /// Others for whom the person may act now: name and delegation.
    let others: [(name: String, delegation: Delegation.ID)]

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = MyWords.mine[language]
        let counts: [MySpaceTab: Int] = [
            .messages: unread, .corrections: duties.count, .drafts: drafts.count,
        ]
        return MySpace(.overview, counts: counts).page(
            title: title, for: reader,
            body: """
                \(PageHead(title, subtitle: MySpace.standing(of: session, in: language)), language)\
                \(first(reader))<div class="two two--main section"><div class="stack-6">\
                \(openCases(reader))\(draftList(reader))</div>\
                <aside class="stack-6" aria-label="\(MyWords.beside, language)">\(messageList(reader))\
                \(certificateList(reader))\(otherSpaces(reader, key))</aside></div>
                """)
    }

    /// What waits comes first, also when it is nothing.
    private func first(_ reader: Reader) -> HTML {
        let language = reader.language
        guard !duties.isEmpty else {
            return Notice(.ok, title: MyWords.nothingToDo[language], paragraphs: []).html(in: language)
        }
        return """
            <section aria-labelledby="duties-h"><h2 id="duties-h">\(MyWords.forYouToDo, language)</h2>\
            \(DutyList(duties: Array(duties.prefix(5)), today: reader.moment.day).html(in: language))\
            \(more(duties.count > 5, "/my/corrections", MyWords.allDuties, language))</section>
            """
    }

    private func more(_ isThere: Bool, _ link: Link, _ words: Wording, _ language: Language) -> HTML {
        isThere ? "<p class=\"section__links\"><a href=\"\(link)\">\(words, language)</a></p>" : .empty
    }

    private func openCases(_ reader: Reader) -> HTML {
        let language = reader.language
        let body: HTML =
            open.isEmpty
            ? "<p class=\"sub\">\(MyWords.noOpenCases, language)</p>"
            : MyCasesPage.cards(open, in: language, today: reader.moment.day)
        return """
            <section aria-labelledby="open-h"><h2 id="open-h">\(MyWords.openCases, language)</h2>\
            <div class="section">\(body)</div>\(more(true, "/my/cases", MyWords.allCases, language))</section>
            """
    }

    private func draftList(_ reader: Reader) -> HTML {
        if drafts.isEmpty { return .empty }
        let language = reader.language
        return """
            <section aria-labelledby="drafts-h"><h2 id="drafts-h">\(MyWords.drafts, language)</h2>\
            \(MyDraftsPage.list(Array(drafts.prefix(3)), in: language, today: reader.moment.day))\
            \(more(drafts.count > 3, "/my/drafts", MyWords.allDrafts, language))</section>
            """
    }

    private func messageList(_ reader: Reader) -> HTML {
        let language = reader.language
        let list: HTML =
            messages.isEmpty
            ? "<p class=\"sub\">\(NoticeWords.noMessages, language)</p>"
            : """
            <ul class="list">\(messages, { entry in
                let link: Link = "/my/messages/\(entry.notice.place.text)"
                let tag: HTML = entry.isRead ? "" : " \(Tag(.warn, NoticeWords.unread[language]), language)"
                return """
                    <li><a class="list__a" href="\(link)"><span class="list__t">\(entry.title, language)\(tag)</span>\
                    <span class="small muted num">\(language.date(entry.notice.at.day, seenOn: reader.moment.day))\
                    </span></a></li>
                    """
            })</ul>
            """
        return """
            <section class="panel" aria-labelledby="messages-h"><h2 id="messages-h">\(NoticeWords.messages, language)</h2>\
            \(list)\(more(true, "/my/messages", MyWords.allMessages, language))</section>
            """
    }

    private func certificateList(_ reader: Reader) -> HTML {
        let language = reader.language
        let list: HTML =
            certificates.isEmpty
            ? "<p class=\"sub\">\(MyWords.noCertificates, language)</p>"
            : MyCertificatesPage.list(Array(certificates.prefix(3)), in: language, today: reader.moment.day)
        return """
            <section class="panel" aria-labelledby="certificates-h"><h2 id="certificates-h">\
            \(MyWords.certificates, language)</h2>\(list)\
            \(more(certificates.count > 3, "/my/certificates", MyWords.allCertificates, language))</section>
            """
    }

    /// The way into the space of an enterprise or of somebody else for whom one acts, and back.
    private func otherSpaces(_ reader: Reader, _ key: String) -> HTML {
        let language = reader.language
        var ways = others.map { ("delegation:\($0.delegation.text)", $0.name) }
        if session.actingFor != nil { ways.insert(("self", MyWords.myself[language]), at: 0) }
        if ways.isEmpty { return .empty }
        let forms = ways.map { standing, name in
            ActionForm(
                action: "/session/standing", formToken: reader.formToken, key: key,
                hidden: [("standing", standing), ("to", "/my")], hasFiles: false, look: .plain,
                body: Button(name, weight: .normal, size: .block, act: .send(name: nil, value: "")).html(in: language))
        }
        return """
            <section class="panel" aria-labelledby="others-h"><h2 id="others-h">\(MyWords.otherSpaces, language)</h2>\
            <p class="small">\(MyWords.otherSpacesText, language)</p><div class="stack-2">\(forms, language)</div>\
            </section>
            """
    }
}

/// Duties as cards, each with its day.
struct DutyList {
    let duties: [OwnDuty]
    let today: Day

    func html(in language: Language) -> HTML {
        let cards = duties.map { duty in
            let what = duty.what.map { $0[language] }.joined(separator: language == .chinese ? "；" : "; ")
            let number =
                duty.row.number ?? MyWords.filedAt(language.date(duty.row.filedAt.day, seenOn: today))[language]
            return CaseCard(
                "\(what)", link: "/cases/\(duty.row.id)", details: [duty.service[language], number],
                tag: Tag(.warn, MyWords.waitsForYou[language]), side: light(duty, in: language))
        }
        return "<ul class=\"stack-2\">\(cards, language)</ul>"
    }

    private func light(_ duty: OwnDuty, in language: Language) -> HTML {
        guard let due = duty.due else { return "<span class=\"small muted\">\(MyWords.withoutDate, language)</span>" }
        let left = due.number - today.number
        let state: Light.State = left < 0 ? .bad : left <= 2 ? .warn : .normal
        let near = language.nearby(due, today: today).map { language == .chinese ? "（\($0)）" : " (\($0))" } ?? ""
        let day = language.date(due, seenOn: today)
        let text = language == .chinese ? "\(day)\(near)\(MyWords.byDate.zh)" : "\(MyWords.byDate.en)\(day)\(near)"
        return Light(state, text).html(in: language)
    }
}

/// Everything that waits for the applicant.
struct MyCorrectionsPage {
    let duties: [OwnDuty]
    let session: Session

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = MyWords.forYouToDo[language]
        let list: HTML =
            duties.isEmpty
            ? EmptyState(
                icon: .checkCircle, heading: MyWords.nothingToDo[language], text: MyWords.nothingToDoText[language],
                buttons: []
            ).html(in: language)
            : DutyList(duties: duties, today: reader.moment.day).html(in: language)
        return MySpace(.corrections, counts: [.corrections: duties.count]).page(
            title: title, for: reader,
            body: """
                \(PageHead(title, subtitle: MySpace.standing(of: session, in: language)), language)\
                <h2 class="sr">\(title)</h2>\(list)
                """)
    }
}

/// One's certificates, each with whether it holds.
struct MyCertificatesPage {
    let certificates: [(entry: CertificateStore.Entry, name: Wording)]
    let session: Session

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = MyWords.certificates[language]
        let list: HTML =
            certificates.isEmpty
            ? EmptyState(
                icon: .card, heading: MyWords.noCertificates[language], text: MyWords.noCertificatesText[language],
                buttons: []
            ).html(in: language)
            : """
            <div class="panel">\(MyCertificatesPage.list(certificates, in: language, today: reader.moment.day))</div>
            """
        return MySpace(.certificates).page(
            title: title, for: reader,
            body: """
                \(PageHead(title, subtitle: MySpace.standing(of: session, in: language)), language)\
                <h2 class="sr">\(title)</h2>\(list)
                """)
    }

    static func list(
        _ certificates: [(entry: CertificateStore.Entry, name: Wording)], in language: Language, today: Day
    ) -> HTML {
        """
        <ul class="list">\(certificates, { held in
            let link: Link = "/certificates/\(held.entry.id.text)"
            return """
                <li><a class="list__a" href="\(link)"><span class="list__t">\(held.name, language) \
                <span class="small muted num">\(held.entry.number)</span></span>\
                \(CertificatePage.tag(held.entry.state(on: today), in: language), language)</a></li>
                """
        })</ul>
        """
    }
}
