import Definitions
import Values
import Web

/// What all pages of an application share: the way back, problems first, the step header, and the help beside it.
struct ApplyPage {
    let open: OpenDraft
    let step: ApplyStep
    /// The step was opened from the check page and leads back there.
    let isCorrection: Bool
    let problems: [Problem]

    var service: ServiceHeader { open.definition.service }
    var draft: Draft { open.draft }

    static func link(_ draft: Draft.ID, _ step: ApplyStep, isCorrection: Bool) -> Link {
        let link: Link = "/apply/\(draft.text)/\(step.name)"
        return isCorrection ? link.with([("from", "check")]) : link
    }

    func page(for reader: Reader, title: String, notices: HTML, body: HTML) -> PublicPage {
        let language = reader.language
        let content: HTML = """
            <div class="two two--main"><div>\(ErrorSummary(problems), language)\(header(in: language), language)\
            <h1>\(title)</h1>\(replaced(in: language))\(silent(in: language))\(standing(in: language))\
            \(notices)\(body)</div>\
            \(aside(in: language))</div>
            """
        return PublicPage(
            head: PageHeading(
                title: "\(title) - \(service.name[language])", column: ApplyWords.column[language],
                showsProblems: !problems.isEmpty),
            current: nil, hasTabBar: false, before: back(in: language).html(in: language), body: content)
    }

    /// The name of a step.
    func name(of step: ApplyStep, in language: Language) -> String {
        switch step {
        case .questions: ApplyWords.questions[language]
        case .section(let index): open.definition.form[index].title[language]
        case .way: CommitmentWords.way[language]
        case .evidence: ApplyWords.evidence[language]
        case .check: ApplyWords.check[language]
        }
    }

    private func header(in language: Language) -> StepHeader {
        let steps = open.steps
        return StepHeader(
            subject: service.name[language], names: steps.map { name(of: $0, in: language) },
            current: steps.firstIndex(of: step) ?? steps.count - 1)
    }

    private func back(in language: Language) -> BackLink {
        if isCorrection {
            return BackLink(ApplyWords.backToCheck[language], to: ApplyPage.link(draft.id, .check, isCorrection: false))
        }
        guard let before = open.step(before: step) else {
            let guide: Link = "/guide/\(service.id)"
            return BackLink(ApplyWords.backToGuide[language], to: guide.with([("region", draft.region)]))
        }
        return BackLink(
            ApplyWords.backTo[language] + name(of: before, in: language),
            to: ApplyPage.link(draft.id, before, isCorrection: false))
    }

    /// That the draft was saved elsewhere meanwhile, with both versions where they differ.
    static func conflict(_ rows: [DataTable.Row], in language: Language) -> HTML {
        let table = DataTable(
            caption: ApplyWords.conflictTitle[language], isCaptionShown: false,
            columns: [
                .init(language.words.check.item), .init(ApplyWords.here[language]),
                .init(ApplyWords.elsewhere[language]),
            ], rows: rows, headerColumn: 0, hasCardsOnPhones: true)
        let notice = Notice(
            .warn, title: ApplyWords.conflictTitle[language], paragraphs: ["\(ApplyWords.conflictText, language)"],
            isNews: true)
        return "\(notice, language)\(rows.isEmpty ? HTML.empty : table.html(in: language))"
    }

    private func replaced(in language: Language) -> HTML {
        guard open.isReplaced else { return .empty }
        return Notice(
            .info, title: ApplyWords.replaced[language], paragraphs: ["\(ApplyWords.replacedText, language)"],
            isNews: true
        ).html(in: language)
    }

    /// Data source down: said, with what can be done instead.
    private func silent(in language: Language) -> HTML {
        let needed = open.found.silent.filter { name in
            open.fields(of: step).contains { $0.register == name && !open.isKnown($0.id) }
                || (step == .evidence && open.needs.contains { $0.need.register == name && $0.state == .missing })
        }
        if needed.isEmpty { return .empty }
        let names = needed.joined(separator: language == .chinese ? "、" : ", ")
        return Notice(
            .warn, title: ApplyWords.silent[language], paragraphs: ["\(ApplyWords.silentText(names), language)"]
        ).html(in: language)
    }

    /// That the code belongs to somebody else: what is not done, and the two ways on.
    private func standing(in language: Language) -> HTML {
        guard open.standingProblem != nil, step == .check || open.step(of: EnterpriseStanding.code) == step else {
            return .empty
        }
        let words = EnterpriseStandingWords.self
        return Notice(
            .warn, title: words.title[language],
            paragraphs: [
                "\(words.notAsked, language)",
                """
                \(words.howToDelegate, language)<a href="/my/proxy">\(words.delegations, language)</a>&ensp;\
                <a href="/session">\(words.standing, language)</a>
                """,
                """
                \(words.forOneself, language)<a href="/guide/company-registration">\(words.found, language)</a>
                """,
            ]
        ).html(in: language)
    }

    private func aside(in language: Language) -> HTML {
        let saved = ApplyWords.saved(
            language.dateTime(draft.lastUsed), until: language.date(draft.keptUntil, seenOn: open.moment.day))
        return """
            <aside class="stack" aria-label="\(CatalogueWords.help, language)"><div class="panel">\
            <h2>\(ApplyWords.savedTitle, language)</h2><p class="sub num">\(saved, language)</p>\
            <p class="small">\(ApplyWords.savedText, language)</p></div><div class="panel">\
            <h2>\(ApplyWords.forWhom, language)</h2><p>\(open.applicantName)</p></div><div class="panel">\
            <h2>\(ApplyWords.stuckTitle, language)</h2><p>\(ApplyWords.call, language)<a href="\
            \(Link.telephone("12345"))">12345</a>\(ApplyWords.stuck(service.name[language]), language)</p>\
            <p class="small"><a href="/my/proxy">\(ApplyWords.delegate, language)</a></p></div></aside>
            """
    }

    /// The acts at the end of a step.
    func buttons(in language: Language) -> ButtonRow {
        ButtonRow([
            .submit(language.words.form.saveAndContinue),
            Button(language.words.form.saveDraft, weight: .quiet, act: .send(name: "later", value: "1")),
        ])
    }

    func form(_ body: HTML, reader: Reader, key: String, hasFiles: Bool) -> ActionForm {
        var hidden = [("revision", String(draft.revision))]
        if isCorrection { hidden.append(("from", "check")) }
        return ActionForm(
            action: ApplyPage.link(draft.id, step, isCorrection: false), formToken: reader.formToken, key: key,
            hidden: hidden, hasFiles: hasFiles, look: .panel, body: body)
    }

    /// What is known about fields of this step, each with its source; a stand-in is said to be one.
    func known(_ fields: [Field], regions: [(id: String, name: Wording)], in language: Language) -> HTML {
        if fields.isEmpty { return .empty }
        return KnownFacts(
            heading: ApplyWords.known[language], correction: ApplyWords.knownHint[language],
            facts: fields.map { field in
                KnownFacts.Fact(
                    field.ask[language],
                    AnswerField(field, regions: regions).text(of: masked(field), in: language),
                    source: source(of: field.id, in: language))
            }
        ).html(in: language)
    }

    /// Identity numbers and the like are shown with their ends only, also to their owner: screens are read over
    /// shoulders.
    private func masked(_ field: Field) -> JSON? {
        open.found.answers[field.id].map { ApplyPage.shown($0, of: field) }
    }

    private static func shown(_ value: JSON, of field: Field) -> JSON {
        guard field.sensitivity == .sensitive, let text = value.text else { return value }
        return .text(Masking.middle(of: text, keepingFirst: 6, last: 4))
    }

    func source(of id: String, in language: Language) -> String {
        guard let source = open.found.sources[id] else { return "" }
        let name =
            source.name == "account"
            ? ApplyWords.fromAccount[language]
            : register(source.name, in: language) + (language == .chinese ? "，" : ", ")
                + language.dateTime(open.moment)
        guard let typed = open.found.differences[id], let field = open.definition.fields[id] else { return name }
        let text = AnswerField(field, regions: []).text(of: ApplyPage.shown(typed, of: field), in: language)
        return name + (language == .chinese ? "；" : "; ") + ApplyWords.differs(text)[language]
    }

    func register(_ name: String, in language: Language) -> String {
        guard open.standIns.contains(name) else { return name }
        return language == .chinese ? "\(name)（\(ApplyWords.standIn.zh)）" : "\(name) (\(ApplyWords.standIn.en))"
    }
}
