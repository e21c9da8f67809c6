import Casework
import Definitions
import Values
import Web

/// One service as people read it before they apply (办事指南): the conclusion first, then their own list of documents.
struct GuidePage {
    let guide: Guide
    /// Services that somebody may need for whom this one is not.
    var instead: [ServiceHeader] = []
    /// What was sent with the questions and could not be read.
    let typed: FormInput?
    let problems: [Problem]

    private var definition: Definition { guide.definition }
    private var service: ServiceHeader { guide.service }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let name = service.name[language]
        let crumbs = Breadcrumb([(CatalogueWords.home[language], "/")], here: name)
        let head = PageHead(
            name, tag: Tag(.plain, service.kind), subtitle: lead(in: language).map { HTML(escaping: $0) })
        let body: HTML = """
            \(crumbs, language)\(ErrorSummary(problems), language)\(head, language)\(mark(in: language))\
            \(start(reader, key: key))\
            <div class="section">\(facts(in: language), language)</div>\
            <div class="guide section">\(PageContents(parts(in: language)), language)<div>\(needs(in: language))\
            \(GuideParts(guide: guide).html(in: language))</div></div>
            """
        return PublicPage(
            head: PageHeading(
                title: name, column: CatalogueWords.guide[language], showsProblems: !problems.isEmpty),
            current: nil, hasTabBar: true, body: body)
    }

    /// The first paragraph of the guide's text.
    private func lead(in language: Language) -> String? {
        for case .paragraph(let text) in GuideParts.text(of: definition, in: language).blocks { return text }
        return nil
    }

    /// 零跑腿, 最多跑一次: said first, because it is what people ask first.
    private func mark(in language: Language) -> HTML {
        guard let mark = VisitMark(service), !guide.isInternal else { return .empty }
        return "<p>\(Tag(.ok, mark.name[language]), language)</p>"
    }

    /// What the register of items says against applying, or announces.
    private func standing(in language: Language) -> HTML {
        var notices: [Notice] = []
        if let cancelled = guide.standing.cancelled {
            notices.append(
                Notice(
                    .bad, title: CatalogueWords.cancelledTitle[language],
                    paragraphs: ["\(CatalogueWords.cancelled(cancelled), language)"]))
        }
        if let ending = guide.standing.ending {
            notices.append(
                Notice(
                    .warn, title: CatalogueWords.endingTitle[language],
                    paragraphs: ["\(CatalogueWords.ending(ending), language)"]))
        }
        if let moved = guide.standing.moved {
            notices.append(
                Notice(.info, title: nil, paragraphs: ["\(CatalogueWords.moved(moved), language)"]))
        }
        return notices.isEmpty ? .empty : "<div class=\"section stack\">\(notices, language)</div>"
    }

    private func start(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        let standing = standing(in: language)
        if guide.standing.cancelled != nil { return standing }
        return "\(standing)\(startForm(reader, key: key))"
    }

    private func startForm(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        if guide.isInternal {
            return Notice(.info, title: CatalogueWords.onlyInternal[language], paragraphs: []).html(in: language)
        }
        var hidden = [("service", service.id), ("region", guide.region.id)]
        for id in guide.openQuestions {
            if let text = guide.answers[id].flatMap(GuidePage.sent) { hidden.append(("q-" + id, text)) }
        }
        let form = ActionForm(
            action: "/drafts", formToken: reader.formToken, key: key, hidden: hidden, hasFiles: false, look: .plain,
            body: """
                \(ButtonRow([Button.submit(CatalogueWords.start[language])]), language)\
                <p class="sub no-print">\(CatalogueWords.startHint, language)</p>
                """)
        return "<div class=\"section no-print\">\(form, language)</div>"
    }

    static func sent(_ answer: JSON) -> String? {
        switch answer {
        case .text(let text): text
        case .number(let number): String(number)
        case .bool(let bool): bool ? "true" : "false"
        default: nil
        }
    }

    private func facts(in language: Language) -> KeyFacts {
        let periods = Guide.howLong(definition, guide.guidance)
        let statutory = guide.guidance.limits.promised == nil ? nil : guide.guidance.limits.statutory
        let uploads = guide.materials.count { $0.way != .free }
        let certificate = guide.guidance.plan.outcome.certificate.flatMap { definition.certificates[$0] }
        let validity = guide.guidance.plan.outcome.valid ?? certificate?.validity
        return KeyFacts([
            .init(
                CatalogueWords.howLong[language],
                GuideParts.range(periods, in: language) ?? CatalogueWords.dependsOnAnswers[language],
                // What is counted differs from service to service where no law says it: the clock's own name tells.
                note: statutory.map { "\(CatalogueWords.byLaw[language]) \(language.period($0))" }
                    ?? guide.guidance.plan.mainClockRule?.name[language]),
            .init(
                CatalogueWords.visits[language], CatalogueWords.count(service.visits)[language],
                note: service.visits == 0 ? CatalogueWords.noVisit[language] : nil),
            .init(
                CatalogueWords.materialsCount[language], language.documents(uploads),
                note: guide.materials.contains { $0.way == .free } ? CatalogueWords.sharedRest[language] : nil),
            .init(
                CatalogueWords.gets[language], certificate?.name[language] ?? CatalogueWords.nothingIssued[language],
                note: certificate == nil
                    ? nil : validity.map { "\(CatalogueWords.valid[language]) \(language.period($0))" }),
        ])
    }

    private func parts(in language: Language) -> [(id: String, label: String)] {
        [("fit", CatalogueWords.whatYouNeed[language])] + GuideParts(guide: guide).contents(in: language)
    }

    // MARK: Situation questions

    private func needs(in language: Language) -> HTML {
        let questions = guide.openQuestions
        let heading =
            questions.isEmpty
            ? CatalogueWords.whatYouNeed[language] : CatalogueWords.answerQuestions(questions.count)[language]
        let form: HTML = questions.isEmpty ? "" : questionsForm(questions, in: language)
        return Panel(
            id: "fit", heading: heading, density: .normal,
            body: "\(first(in: language))\(form)\(warning(in: language))\(result(in: language))"
        ).html(in: language)
    }

    /// Which question to answer first, with a way to it.
    private func first(in language: Language) -> HTML {
        guard let first = guide.first, let field = definition.fields[first] else { return .empty }
        return """
            <p class="sub no-print">\(CatalogueWords.unanswered(guide.unanswered), language)\
            <a href="\(Link.part("q-" + first))">\(field.ask, language)</a>\(CatalogueWords.decidesMost, language)</p>
            """
    }

    private func questionsForm(_ ids: [String], in language: Language) -> HTML {
        let action: Link = "/guide/\(service.id)"
        return """
            <form class="no-print" action="\(action)#result" method="get" novalidate>\
            <input type="hidden" name="region" value="\(guide.region.id)">\(ids, { id in
                definition.fields[id].map { field in
                    var control = AnswerField(field, id: "q-" + id, regions: [])
                    control.hasCards = true
                    return control.control(
                        answer: guide.answers[id], typed: problems.isEmpty ? nil : typed, problems: problems,
                        isOptional: false, in: language)
                } ?? HTML.empty
            })\
            \(ButtonRow([Button(CatalogueWords.showMaterials[language], weight: .main, act: .send(name: nil, value: ""))]),
                language)</form>
            """
    }

    /// Not eligible is not an error: the reason, the law, and what one can do instead.
    private func warning(in language: Language) -> HTML {
        let refusals = guide.guidance.refusals
        if refusals.isEmpty { return .empty }
        return Notice(
            .warn, title: CatalogueWords.warning[language],
            paragraphs: reasons(in: language) + ["\(CatalogueWords.stillMay, language)"]
        ).html(in: language)
    }

    /// Where another service is what is needed, the way there stands instead of what other answers would give.
    private func reasons(in language: Language) -> [HTML] {
        if instead.isEmpty { return GuideParts.reasons(guide.guidance, of: definition, in: language) }
        let links = instead.map { service -> HTML in
            let link: Link = "/guide/\(service.id)"
            return "<a href=\"\(link.with([("region", guide.region.id)]))\">\(service.name, language)</a>"
        }
        let separator: HTML = language == .chinese ? "、" : ", "
        return GuideParts.reasons(guide.guidance.refusals, in: language)
            + ["\(CatalogueWords.instead, language)\(links.joined(separator: separator))"]
    }

    private func result(in language: Language) -> HTML {
        let materials = guide.materials
        let free = materials.count { $0.way == .free }
        let title =
            materials.isEmpty
            ? CatalogueWords.noMaterials
            : CatalogueWords.listTitle(upload: materials.count { $0.way != .free }, free: free)
        let list = MaterialsList(
            caption: CatalogueWords.materials[language],
            materials: materials.map { material in
                MaterialsList.Material(
                    material.need.name[language], how: GuidePage.how(material.way),
                    note: HTML(escaping: GuideParts.note(on: material, in: definition, language)))
            })
        let unsure: HTML =
            materials.contains { !$0.dependsOn.isEmpty }
            ? "<p class=\"sub\">\(CatalogueWords.notSure, language)</p>" : ""
        return """
            <div class="section" id="result" tabindex="-1"><div class="section__head"><h3>\(title, language)</h3>\
            \(Button(language.words.form.print, weight: .normal, size: .small, icon: .printer, act: .print), language)\
            </div>\(unsure)\(materials.isEmpty ? HTML.empty : list.html(in: language))</div>
            """
    }

    static func how(_ way: Guide.Way) -> MaterialsList.How {
        switch way {
        case .free: .free
        case .promise: .promise
        case .later: .later
        case .upload: .upload
        }
    }
}
