import Values
import Web

/// Applications that are still being filled in, each with the day until which it is kept.
struct MyDraftsPage {
    struct Entry {
        let draft: Draft
        let service: Wording
        let applicant: String
        /// Where one goes on.
        let first: ApplyStep
    }

    let entries: [Entry]

    func page(for reader: Reader, today: Day) -> PublicPage {
        let language = reader.language
        let title = MyWords.drafts[language]
        let list: HTML = entries.isEmpty ? empty(in: language) : MyDraftsPage.list(entries, in: language, today: today)
        return MySpace(.drafts, counts: [.drafts: entries.count]).page(
            title: title, for: reader, body: "\(PageHead(title), language)<h2 class=\"sr\">\(title)</h2>\(list)")
    }

    static func list(_ entries: [Entry], in language: Language, today: Day) -> HTML {
        """
        <ul class="stack section">\(entries, { entry in
            let id = entry.draft.id.text
            let until = MyWords.keptUntil(language.date(entry.draft.keptUntil, seenOn: today))[language]
            let saved = MyWords.savedAt(language.dateTime(entry.draft.lastUsed))[language]
            let removal: Link = "/my/drafts/\(id)/removal"
            let side: HTML = """
                <span class="small"><a href="\(removal)">\(MyWords.delete, language)\
                <span class="sr">\(entry.service, language)</span></a></span>
                """
            return CaseCard(
                entry.service[language], link: ApplyPage.link(entry.draft.id, entry.first, isCorrection: false),
                details: [entry.applicant, saved, until], tag: Tag(.plain, MyWords.draft[language]), side: side
            ).html(in: language)
        })</ul>
        """
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .pencil, heading: MyWords.noDrafts[language], text: MyWords.noDraftsText[language],
            buttons: [Button(MyWords.findService[language], weight: .main, act: .go("/"))]
        ).html(in: language)
    }
}

/// Asks before a draft is deleted: what is lost, and the way to keep it.
struct DraftRemovalPage {
    let draft: Draft
    let service: Wording

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = MyWords.deleteDraft(service)[language]
        let form = ActionForm(
            action: "/my/drafts/\(draft.id.text)/removal", formToken: reader.formToken, key: key, hidden: [],
            hasFiles: false, look: .panel,
            body: """
                <p>\(MyWords.deleteText, language)</p>\(ButtonRow([
                    Button(MyWords.delete[language], weight: .danger, act: .send(name: nil, value: "")),
                    Button(MyWords.keep[language], weight: .normal, act: .go("/my/drafts")),
                ]), language)
                """)
        return PublicPage(
            head: PageHeading(title: title, column: MyWords.mine[language]), current: "/my", hasTabBar: false,
            before: BackLink(MyWords.drafts[language], to: "/my/drafts").html(in: language),
            body: "<h1>\(title)</h1><div class=\"section\">\(form, language)</div>")
    }
}
