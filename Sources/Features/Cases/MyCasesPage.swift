import Casework
import Definitions
import Values
import Web

/// One's own cases: status and small clock each, the newest first, with filters.
struct MyCasesPage {
    struct Entry {
        let row: CaseRow
        let service: Wording
        let stage: Wording
    }

    let entries: [Entry]
    let session: Session
    let state: OwnCasesStore.Choice.State
    let service: String?
    /// What may be filtered by.
    let services: [(id: String, name: Wording)]
    /// The address of earlier ones; nil at the end.
    let more: Link?

    private static let link: Link = "/my/cases"

    func page(for reader: Reader, today: Day) -> PublicPage {
        let language = reader.language
        let title = MyWords.cases[language]
        let list: HTML = entries.isEmpty ? empty(in: language) : MyCasesPage.cards(entries, in: language, today: today)
        return MySpace(.cases).page(
            title: title, for: reader,
            body: """
                \(PageHead(title, subtitle: MySpace.standing(of: session, in: language)), language)\
                \(states(in: language), language)\(filter(in: language), language)\
                <h2 class="sr">\(title)</h2><div class="section">\(list)\(more.map {
                    "<p class=\"section\"><a href=\"\($0)\" rel=\"next\">\(MyWords.goOn, language)</a></p>"
                })</div>
                """)
    }

    private func states(in language: Language) -> FilterTabs {
        FilterTabs(
            label: MyWords.whichCases[language],
            tabs: OwnCasesStore.Choice.State.allCases.map { state in
                let name = state == .all ? nil : state.rawValue
                return FilterTabs.Tab(
                    MyWords.state(state)[language], count: nil, isUrgent: false,
                    link: MyCasesPage.link.with([("state", name), ("service", service)]),
                    isCurrent: state == self.state)
            })
    }

    private func filter(in language: Language) -> FilterForm {
        FilterForm(
            label: MyWords.whichCases[language], action: MyCasesPage.link,
            controls: [
                .kept(id: "state", value: state.rawValue),
                .select(
                    id: "service", label: MyWords.service[language],
                    options: [("", MyWords.allServices[language])] + services.map { ($0.id, $0.name[language]) },
                    chosen: service ?? ""),
            ])
    }

    static func cards(_ entries: [Entry], in language: Language, today: Day) -> HTML {
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
        return "<ul class=\"stack-2\">\(items, language)</ul>"
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

    private static func light(of row: CaseRow, in language: Language, today: Day) -> HTML {
        if row.isClosed { return .empty }
        if row.isStopped { return Light(.pause, language.words.clock.paused).html(in: language) }
        guard let due = row.promisedDue ?? row.legalDue else { return .empty }
        let state: Light.State = due < today ? .bad : due.number - today.number <= 1 ? .warn : .normal
        let day = language.date(due, seenOn: today)
        // How many days, and of which kind, the case's own page says.
        let wording =
            due >= today
            ? MyWords.dueBy(day)
            : row.legalDue.map { $0 < today } ?? false ? MyWords.pastLaw(day) : MyWords.pastDue(day)
        let text = wording[language]
        return Light(state, text).html(in: language)
    }

    private func empty(in language: Language) -> HTML {
        let isFiltered = state != .all || service != nil
        return EmptyState(
            icon: .list, heading: (isFiltered ? MyWords.noSuchCases : MyWords.noCases)[language],
            text: (isFiltered ? MyWords.noSuchCasesText : MyWords.noCasesText)[language],
            buttons: isFiltered
                ? [Button(MyWords.allCases[language], weight: .normal, act: .go(MyCasesPage.link))]
                : [Button(MyWords.findService[language], weight: .main, act: .go("/"))]
        ).html(in: language)
    }
}

extension CertificateStore.Entry {
    /// Whether it holds on a day: an expired period needs no event to be over.
    func state(on day: Day) -> Certificate.State {
        guard state == .valid, let validUntil, day > validUntil else { return state }
        return .expired
    }
}
