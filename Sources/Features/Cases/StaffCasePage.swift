import Casework
import Definitions
import Values
import Web

/// A case for whoever works on it: clock, mismatches, documents with one conclusion each, data, grounds, log; and
/// beside it what this post may do.
struct StaffCasePage {
    let shown: StaffCase
    /// What was just done; nil when the page was opened by itself.
    let news: Wording?

    static func link(_ id: String) -> Link { "/w/case/\(id)" }

    private var file: CaseFile { shown.file }

    func title(in language: Language) -> String { shown.applicantName }

    func body(in language: Language) -> HTML {
        """
        \(Breadcrumb([(StaffWords.inbox[language], WorklistPage.link)], here: file.number ?? file.id), language)\
        \(head(in: language))<div class="cd"><div class="stack">\(newsNotice(in: language))\
        \(warnings(in: language))\(whole(in: language))\(clock(in: language))\(lanes(in: language))\(navigation(in: language))\
        \(StaffChecks(shown: shown).html(in: language))\(StaffMaterials(shown: shown).html(in: language))\
        \(StaffAnswers(shown: shown).html(in: language))\(refusals(in: language))\(documents(in: language))\
        \(log(in: language))</div>\
        \(StaffDecision(shown: shown).html(in: language))</div>
        """
    }

    private func head(in language: Language) -> HTML {
        let stage = shown.stage?.name[language] ?? file.stage
        let outcome = file.outcome.map { CaseWords.outcome($0, of: shown.definition.service.kind) }
        let tag: Tag = file.isClosed ? Tag(.plain, outcome?[language] ?? stage) : Tag(.info, stage)
        let number: HTML = file.number.map { "\($0)" } ?? "\(StaffWords.noNumber, language)"
        let variant: HTML? = shown.plan.name.map { "（\($0[language])）" }
        let subtitle: HTML = """
            \(shown.definition.service.name, language)\(variant)&ensp;<span class="num">\(number)</span>&ensp;\(tag, language)
            """
        let print = Button(StaffWords.print[language], weight: .normal, size: .small, icon: .printer, act: .print)
        return WorkHead(shown.applicantName, subtitle: subtitle, side: print.html(in: language)).html(in: language)
    }

    private func newsNotice(in language: Language) -> HTML {
        guard let news else { return .empty }
        return Notice(.ok, title: news[language], paragraphs: [], isNews: true).html(in: language)
    }

    private func warnings(in language: Language) -> HTML {
        if file.isErased {
            return Notice(.warn, title: StaffWords.erased[language], paragraphs: []).html(in: language)
        }
        if file.hasNewerEvent {
            return Notice(.warn, title: StaffWords.newerEvent[language], paragraphs: []).html(in: language)
        }
        return .empty
    }

    /// The bundle of a member, and the members of a bundle.
    private func whole(in language: Language) -> HTML {
        guard let parent = shown.parent else { return .empty }
        let link = StaffCasePage.link(parent.id)
        return "<p>\(BundleWords.partOf, language) <a href=\"\(link)\">\(parent.service, language)</a></p>"
    }

    private func lanes(in language: Language) -> HTML {
        BundleLanes(lanes: shown.lanes, day: shown.day, link: StaffCasePage.link).panel(.staff, in: language)
    }

    // MARK: Clock

    private func clock(in language: Language) -> HTML {
        let live = shown.clocks.filter { $0.endedOn == nil }
        guard let main = shown.clocks.leading(main: shown.plan.mainClock) else { return .empty }
        let view = MyCaseClock.view(of: main, shown.plan, shown.territory.calendar, on: shown.day)
        let others = live.filter { $0.clock != main.clock }.map { reading in
            let day = reading.told?.due?.day.map { language.date($0, seenOn: shown.day) }
            return SummaryList.Row(reading.name[language], text: day ?? MyWords.withoutDate[language])
        }
        let ledger = Disclosure(
            MyWords.whyThisDate[language], MyCaseClock.ledger(of: main, on: shown.day, in: language))
        let otherList: HTML = others.isEmpty ? "" : SummaryList(others).html(in: language)
        return Panel(
            id: "clock", heading: main.name[language], isHeadingHidden: main.clock == shown.plan.mainClock,
            density: .staff, body: "\(view, language)\(otherList)\(ledger, language)"
        ).html(in: language)
    }

    private func navigation(in language: Language) -> HTML {
        let wrong = shown.checks.count { $0.result == .mismatch }
        let needs = shown.position.needs.count { $0.standing != .notNeeded }
        let certain = shown.position.refusals.count { $0.isCertain }
        return FilterTabs(
            label: StaffWords.content[language],
            tabs: [
                tab(StaffWords.deciding, "decision-h", count: nil, isUrgent: false, language),
                tab(
                    StaffWords.checks, "checks", count: shown.checks.isEmpty ? nil : wrong, isUrgent: wrong > 0,
                    language),
                tab(StaffWords.materials, "materials", count: needs, isUrgent: false, language),
                tab(StaffWords.filed, "answers", count: nil, isUrgent: false, language),
                tab(shown.refusalWords, "refusals", count: certain, isUrgent: certain > 0, language),
                tab(
                    DocumentWords.documents, "documents", count: file.documents.count, isUrgent: false, language),
                tab(StaffWords.log, "log", count: shown.history.count, isUrgent: false, language),
            ]
        ).html(in: language)
    }

    private func tab(
        _ label: Wording, _ part: String, count: Int?, isUrgent: Bool, _ language: Language
    ) -> FilterTabs.Tab {
        FilterTabs.Tab(label[language], count: count, isUrgent: isUrgent, link: .part(part), isCurrent: false)
    }

    // MARK: Grounds and log

    private func refusals(in language: Language) -> HTML {
        let grounds = shown.position.refusals.sorted { $0.isCertain && !$1.isCertain }
        let body: HTML
        if grounds.isEmpty {
            body = "<p>\(StaffWords.noCertain, language)</p>"
        } else {
            let rows = grounds.map { ground in
                let light =
                    ground.isCertain
                    ? Light(.bad, StaffWords.stands[language]) : Light(.pause, StaffWords.mayStand[language])
                return DataTable.Row(
                    [
                        HTML(escaping: ground.why[language]),
                        HTML(escaping: ground.law.map { language.citation($0) } ?? ""), light.html(in: language),
                    ], tone: ground.isCertain ? .bad : .plain)
            }
            let columns = [StaffWords.why, StaffWords.law, StaffWords.state].map { DataTable.Column($0[language]) }
            body = DataTable(
                caption: shown.refusalWords[language], isCaptionShown: false, columns: columns, rows: rows,
                headerColumn: 0, hasCardsOnPhones: true
            ).html(in: language)
        }
        let outlook = GroundsOutlookPart(
            outlook: GroundsOutlook(
                of: file, by: shown.definition, at: max(shown.moment, file.lastAt), calendar: shown.territory.calendar),
            definition: shown.definition, plan: shown.plan, masked: Set(shown.maskedFacts))
        let turns = outlook.turns(under: GroundsOutlookWords.wouldChange, in: language)
        let questions = file.isClosed ? HTML.empty : outlook.questions(in: language)
        return Panel(
            id: "refusals", heading: shown.refusalWords[language], density: .staff,
            body: "\(body)\(turns)\(questions)"
        ).html(in: language)
    }

    private func documents(in language: Language) -> HTML {
        let id = shown.id
        let list = DocumentList(documents: file.documents, definition: shown.definition) {
            "/w/case/\(id)/documents/\($0.number)"
        }
        return Panel(
            id: "documents", heading: DocumentWords.documents[language], density: .staff,
            body: list.html(in: language)
        ).html(in: language)
    }

    private func log(in language: Language) -> HTML {
        Panel(
            id: "log", heading: StaffWords.log[language], density: .staff,
            body: StaffLog(shown: shown).html(in: language)
        ).html(in: language)
    }
}
