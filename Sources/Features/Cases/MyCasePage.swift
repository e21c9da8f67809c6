import Casework
import Definitions
import Values
import Web

/// One's own case: what to do now, the clock, why the date is what it is, what has happened, and why it was decided.
struct MyCasePage {
    let mine: MyCase
    /// What was just done; nil when the page was opened by itself.
    let news: Wording?

    private var file: CaseFile { mine.file }

    func page(for reader: Reader) -> PublicPage {
        let language = reader.language
        let title = mine.definition.service.name[language]
        let crumbs = Breadcrumb(
            [(CatalogueWords.home[language], "/"), (MyWords.cases[language], "/my/cases")], here: title)
        let stage = mine.stage?.name ?? Wording(zh: file.stage, en: file.stage)
        let tag = MyCasesPage.tag(
            file.isClosed, file.outcome, stage, mine.stage?.waitsFor ?? .nobody, in: language)
        let head = PageHead(title, tag: tag, subtitle: numbers(in: language))
        let body: HTML = """
            \(crumbs, language)\(head, language)<div class="two two--main section"><div class="stack-6">\
            \(newsNotice(in: language))\(first(in: language))\(lanes(in: language))\
            \(MyCaseClock(mine: mine).html(in: language))\(MyCaseDecision(mine: mine).html(in: language))\
            \(timeline(in: language))\(documents(in: language))</div>\
            \(aside(in: language))</div>
            """
        return PublicPage(
            head: PageHeading(title: title, column: MyWords.cases[language]), current: "/my/cases", hasTabBar: true,
            body: body)
    }

    private func numbers(in language: Language) -> HTML {
        let number =
            file.number.map { "\(MyWords.caseNumber[language]) \($0)" }
            ?? "\(MyWords.applicationNumber[language]) \(file.id)"
        return "\(number)&ensp;\(MyWords.applicant, language) \(mine.applicantName)"
    }

    private func newsNotice(in language: Language) -> HTML {
        guard let news else { return .empty }
        return Notice(.ok, title: news[language], paragraphs: [], isNews: true).html(in: language)
    }

    // MARK: The conclusion

    /// What the person must do now is always the first block; else what the office does, and that nothing is asked.
    private func first(in language: Language) -> HTML {
        if file.isErased { return Notice(.info, title: MyWords.erased[language], paragraphs: []).html(in: language) }
        if file.isClosed { return concluded(MyWords.outcome, rest: nil, in: language) }
        var paragraphs: [HTML] = []
        let told = mine.stage?.waitsFor == .applicant ? mine.unanswered : []
        if !told.isEmpty {
            let names = told.map { id in mine.plan.evidence.first { $0.id == id }?.name[language] ?? id }
            paragraphs.append("\(names.joined(separator: language == .chinese ? "；" : "; "))")
        }
        for owed in mine.owed {
            let due = owed.due?.day.map { language.date($0, seenOn: mine.moment.day) } ?? MyWords.withoutDate[language]
            let text =
                language == .chinese
                ? "\(due)\(MyWords.owedBy.zh)\(owed.need.name.zh)" : "\(owed.need.name.en): \(MyWords.owedBy.en)\(due)"
            paragraphs.append(HTML(escaping: text))
        }
        let main = mine.actions.filter { isAskedFor($0) }
        guard mine.stage?.waitsFor == .applicant || !main.isEmpty else { return waiting(in: language) }
        if !main.isEmpty {
            let buttons = main.map { action in
                Button(name(of: action, in: language), weight: .main, act: .go(link(to: action)))
            }
            paragraphs.append(buttons.map { $0.html(in: language) }.joined(separator: " "))
        }
        return Notice(.warn, icon: .calendar, title: toDo(main, in: language), paragraphs: paragraphs).html(
            in: language)
    }

    private func toDo(_ main: [Action], in language: Language) -> String {
        let running = mine.clocks.first { clock in
            clock.state == .running && clock.clock != mine.plan.mainClock
                && main.contains { action in
                    action.deed.event.map { event in
                        mine.plan.clocks.first { $0.id == clock.clock }?.ends.contains(event) == true
                    } ?? false
                }
        }
        let day = running?.told?.due?.day.map { language.date($0, seenOn: mine.moment.day) }
        guard let day else { return MyWords.toDo[language] }
        return language == .chinese
            ? "\(MyWords.toDo.zh)：\(day)\(MyWords.byDate.zh)" : "\(MyWords.toDo.en): \(MyWords.byDate.en)\(day)"
    }

    /// What the case waits for, or what is owed; everything else, such as withdrawing, is offered beside.
    private func isAskedFor(_ action: Action) -> Bool {
        if mine.stage?.waitsFor == .applicant { return action.deed.outcome == nil }
        return action.deed.gives.contains { $0.id == "need" } && !mine.owed.isEmpty
    }

    private func waiting(in language: Language) -> HTML {
        let stage = mine.stage?.name ?? Wording(zh: file.stage, en: file.stage)
        if file.outcome != nil { return concluded(MyWords.decided, rest: MyWords.waiting(stage), in: language) }
        return Notice(
            .info, icon: .clock, title: MyWords.waiting(stage)[language],
            paragraphs: ["\(MyWords.nothingToDo, language)"]
        ).html(in: language)
    }

    /// What was decided, with what was issued; `rest` says what still goes on, such as delivery.
    private func concluded(_ wording: (Wording) -> Wording, rest: Wording?, in language: Language) -> HTML {
        let kind = mine.definition.service.kind
        let outcome = file.outcome.map { wording(CaseWords.outcome($0, of: kind)) } ?? MyWords.fulfilled
        let links = mine.certificates.map { entry -> HTML in
            let link: Link = "/certificates/\(entry.id.text)"
            let name = mine.definition.certificates[entry.kind]?.name ?? MyWords.certificate
            return "<a href=\"\(link)\">\(Icon.card.html) \(name, language) \(entry.number)</a>"
        }
        var more: [HTML] = rest.map { ["\($0, language)"] } ?? []
        if !mine.lanes.isEmpty {
            let results: Link = "/cases/\(file.id)/results"
            more.append("<a href=\"\(results)\">\(BundleWords.seeResults, language)</a>")
        }
        return Notice(
            file.outcome == "granted" ? .ok : .info, title: outcome[language], paragraphs: links + more
        ).html(in: language)
    }

    /// The members of a bundle, with the way to everything that they gave.
    private func lanes(in language: Language) -> HTML {
        BundleLanes(lanes: mine.lanes, day: mine.moment.day, link: { "/cases/\($0)" }).panel(.normal, in: language)
    }

    private func link(to action: Action) -> Link { "/cases/\(file.id)/actions/\(action.id)" }

    private func name(of action: Action, in language: Language) -> String {
        action.deed.name?[language] ?? action.id
    }

    // MARK: What has happened

    private func timeline(in language: Language) -> HTML {
        Panel(
            id: "progress", heading: MyWords.progress[language], density: .normal,
            body: Timeline(MyCaseTimeline(mine: mine).entries(in: language)).html(in: language)
        ).html(in: language)
    }

    private func documents(in language: Language) -> HTML {
        let id = file.id
        let list = DocumentList(documents: file.documents, definition: mine.definition) {
            "/cases/\(id)/documents/\($0.number)"
        }
        return Panel(
            id: "documents", heading: DocumentWords.documents[language], density: .normal,
            body: list.html(in: language)
        ).html(in: language)
    }

    // MARK: Beside

    private func aside(in language: Language) -> HTML {
        let contact = [mine.definition.service.contact["unit"], mine.definition.service.contact["phone"]]
            .compactMap { $0 }.joined(separator: " ")
        var rows = [
            SummaryList.Row(MyWords.handledBy[language], text: mine.unitName),
            SummaryList.Row(MyWords.region[language], text: mine.regionName[language]),
        ]
        if !contact.isEmpty { rows.append(.init(MyWords.contact[language], text: contact)) }
        if let parent = mine.parent {
            let whole: Link = "/cases/\(parent.id)"
            rows.append(.init(BundleWords.partOf[language], "<a href=\"\(whole)\">\(parent.service, language)</a>"))
        }
        let others = mine.actions.filter { !isAskedFor($0) }
        let receipt: Link = "/cases/\(file.id)/receipt"
        let actions: HTML =
            others.isEmpty
            ? ""
            : """
            <section class="panel no-print"><h2>\(MyWords.actions, language)</h2><ul class="list">\(others, { action in
                """
                <li><a class="list__a" href="\(link(to: action))"><span class="list__t">\
                \(name(of: action, in: language))</span></a></li>
                """
            })</ul></section>
            """
        return """
            <aside class="stack-6" aria-label="\(MyWords.particularsOfCase, language)"><section class="panel">\
            <h2>\(MyWords.particularsOfCase, language)</h2>\(SummaryList(rows), language)\
            <p class="section__links"><a href="\(receipt)">\(MyWords.receiptTitle, language)</a></p>\
            <p><a href="\(Link("/cases/\(file.id)/rating"))">\(MyWords.rate, language)</a></p>\
            <p><a href="\(Link.telephone("12345"))">\(MyWords.complaint, language)</a></p></section>\
            \(actions)\(content(in: language))</aside>
            """
    }

    /// What was filed: own answers and documents, personal values masked at their middle.
    private func content(in language: Language) -> HTML {
        if file.isErased { return .empty }
        let asked = mine.definition.questions + mine.definition.form.flatMap(\.fields)
        var rows = asked.compactMap { id -> SummaryList.Row? in
            guard let field = mine.definition.fields[id], let answer = file.answers[id], answer.value != nil else {
                return nil
            }
            return .init(field.ask[language], text: MyCasePage.text(of: answer.value, field, in: language))
        }
        rows += mine.plan.evidence.compactMap { need in
            guard let answer = file.evidence[need.id] else {
                guard file.deferred.contains(need.id) else { return nil }
                return .init(need.name[language], text: ApplyWords.deferredState[language])
            }
            return .init(need.name[language], text: MyCasePage.text(of: answer, mine.uploads, in: language))
        }
        return """
            <section class="panel"><details class="qa"><summary>\(MyWords.filedContent, language)</summary><div>\
            \(SummaryList(rows), language)</div></details></section>
            """
    }

    static func text(of value: JSON?, _ field: Field, in language: Language) -> String {
        let shown =
            field.sensitivity == .sensitive
            ? value?.text.map { JSON.text(Masking.middle(of: $0, keepingFirst: 6, last: 4)) } ?? value : value
        return AnswerField(field, regions: []).text(of: shown, in: language)
    }

    private static func text(of answer: EvidenceAnswer, _ uploads: [Upload], in language: Language) -> String {
        switch answer.source {
        case .upload:
            let names = uploads.filter { answer.files.contains($0.id.text) }.map(\.name)
            return names.isEmpty
                ? ApplyWords.uploadedFile[language] : names.joined(separator: language == .chinese ? "、" : ", ")
        case .promise: return ApplyWords.promisedState[language]
        case .register:
            return ApplyWords.heldFrom[language] + (language == .chinese ? "" : " ") + (answer.reference ?? "")
        case .certificate, .earlierCase:
            return ApplyWords.heldFrom[language] + (language == .chinese ? "" : " ")
                + CatalogueWords.certificateLibrary[language]
        }
    }
}
