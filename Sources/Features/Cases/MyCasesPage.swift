import Casework
import Definitions
import Values
import Web

/// One's own cases: status and small clock each, the newest first.
struct MyCasesPage {
    struct Entry {
        let row: CaseRow
        let service: Wording
        let stage: Wording
    }

    let entries: [Entry]
    /// For whom the person acts now.
    let applicantName: String
    let mayChange: Bool
    /// The address of earlier ones; nil at the end.
    let more: Link?
    /// On the page `/my`, which also leads to drafts and certificates.
    let isOverview: Bool
    let drafts: Int
    let certificates: [CertificateStore.Entry]
    let kinds: [String: Wording]

    func page(for reader: Reader, today: Day) -> PublicPage {
        let language = reader.language
        let title = (isOverview ? MyWords.mine : MyWords.cases)[language]
        let crumbs =
            isOverview
            ? Breadcrumb([(CatalogueWords.home[language], "/")], here: title)
            : Breadcrumb([(CatalogueWords.home[language], "/"), (MyWords.mine[language], "/my")], here: title)
        let head = PageHead(title, subtitle: standing(in: language))
        let list: HTML = entries.isEmpty ? empty(in: language) : cards(in: language, today: today)
        let main: HTML =
            isOverview
            ? """
            <div class="two two--main section"><section aria-labelledby="cases-h"><div class="section__head">\
            <h2 id="cases-h">\(MyWords.cases, language)</h2></div>\(list)</section>\(aside(in: language, today: today))</div>
            """
            : "<h2 class=\"sr\">\(MyWords.cases, language)</h2><div class=\"section\">\(list)</div>"
        return PublicPage(
            head: PageHeading(title: title, column: MyWords.mine[language]),
            current: isOverview ? "/my" : "/my/cases", hasTabBar: true,
            body: "\(crumbs, language)\(head, language)\(main)")
    }

    private func standing(in language: Language) -> HTML {
        let change: HTML = mayChange ? " <a href=\"/session\">\(MyWords.change, language)</a>" : ""
        return "\(MyWords.standing, language)\(applicantName)\(change)"
    }

    private func cards(in language: Language, today: Day) -> HTML {
        let items = entries.map { entry in
            CaseCard(
                entry.service[language], link: "/cases/\(entry.row.id)",
                details: [
                    entry.row.number, MyWords.filedAt(language.date(entry.row.filedAt.day, seenOn: today))[language],
                ].compactMap { $0 },
                tag: MyCasesPage.tag(
                    entry.row.isClosed, entry.row.outcome, entry.stage, entry.row.waitsFor, in: language),
                side: light(of: entry.row, in: language, today: today))
        }
        return """
            <ul class="stack-2">\(items, language)</ul>\
            \(more.map { "<p class=\"section\"><a href=\"\($0)\" rel=\"next\">\(MyWords.goOn, language)</a></p>" })
            """
    }

    /// The word of a status: what the case waits for decides its tone.
    static func tag(
        _ isClosed: Bool, _ outcome: String?, _ stage: Wording, _ waitsFor: Stage.WaitsFor, in language: Language
    ) -> Tag {
        if isClosed {
            guard let outcome else { return Tag(.plain, MyWords.fulfilled[language]) }
            return Tag(outcome == "granted" ? .ok : .plain, MyWords.outcome(CaseWords.outcome(outcome))[language])
        }
        return Tag(waitsFor == .applicant ? .warn : .info, stage[language])
    }

    private func light(of row: CaseRow, in language: Language, today: Day) -> HTML {
        if row.isClosed { return .empty }
        if row.isStopped { return Light(.pause, language.words.clock.paused).html(in: language) }
        guard let due = row.promisedDue ?? row.legalDue else { return .empty }
        let state: Light.State = due < today ? .bad : due.number - today.number <= 1 ? .warn : .normal
        let text =
            due < today
            ? language.words.clock.shortOver(language.days(today.number - due.number))
            : MyWords.dueBy(language.date(due, seenOn: today))[language]
        return Light(state, text).html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        EmptyState(
            icon: .list, heading: MyWords.noCases[language], text: MyWords.noCasesText[language],
            buttons: [Button(MyWords.findService[language], weight: .main, act: .go("/"))]
        ).html(in: language)
    }

    private func aside(in language: Language, today: Day) -> HTML {
        let ways: [(String, Link)] = [
            ("\(MyWords.drafts[language]) \(drafts)", "/my/drafts"), (MyWords.proxies[language], "/my/proxy"),
            (MyWords.looks[language], "/my/looks"),
        ]
        let held: HTML =
            certificates.isEmpty
            ? "<p class=\"sub\">\(MyWords.noCertificates, language)</p>"
            : """
            <ul class="list">\(certificates, { entry in
                    let link: Link = "/certificates/\(entry.id.text)"
                    let name = kinds[entry.kind] ?? Wording(zh: entry.kind, en: entry.kind)
                    return """
                        <li><a class="list__a" href="\(link)"><span class="list__t">\(name, language)</span>\
                        \(CertificatePage.tag(entry.state(on: today), in: language), language)</a></li>
                        """
                })</ul>
            """
        return """
            <aside class="stack-6" aria-label="\(MyWords.mine, language)"><section class="panel"><h2>\
            \(MyWords.certificates, language)</h2>\(held)</section><ul class="list panel">\(ways, {
                "<li><a class=\"list__a\" href=\"\($0.1)\"><span class=\"list__t\">\($0.0)</span></a></li>"
            })</ul></aside>
            """
    }
}

extension CertificateStore.Entry {
    /// Whether it holds on a day: an expired period needs no event to be over.
    func state(on day: Day) -> Certificate.State {
        guard state == .valid, let validUntil, day > validUntil else { return state }
        return .expired
    }
}
