import Casework
import Definitions
import Values
import Web

/// The page on which an officer signs one deed: what will happen, what must be said with it, and nothing else.
struct StaffSignPage {
    let shown: StaffCase
    let possibility: Possibility
    /// What was just sent and could not be taken; shown again as it was typed.
    let typed: FormInput?
    let problems: [Problem]
    /// What the kernel said against it when it was sent.
    let refusal: Refused?
    /// What would be sent, when that was asked for.
    let preview: [Serving]?

    struct Refused {
        let title: Wording
        let sentence: Wording
        let citation: Citation?
    }

    private var deed: Deed { possibility.deed }

    /// The page for a result or an action of a case.
    static func link(_ id: String, _ possibility: Possibility) -> Link {
        let page: Link = "/w/case/\(id)/sign"
        switch possibility.place {
        case .action(let action): return page.with([("action", action.id)])
        case .result(let rule, let run):
            return page.with([
                ("task", rule.id), ("number", String(run.number)), ("result", possibility.deed.id),
            ])
        }
    }

    /// Where the signature is sent.
    private var target: Link {
        switch possibility.place {
        case .action(let action): "/w/case/\(shown.id)/actions/\(action.id)"
        case .result(let rule, let run):
            "/w/case/\(shown.id)/tasks/\(rule.id)/\(run.number)/results/\(deed.id)"
        }
    }

    static func title(_ possibility: Possibility, in language: Language) -> String {
        StaffWords.signTitle(possibility.fullName)[language]
    }

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let service = shown.definition.service.name[language]
        let subtitle: HTML = """
            \(shown.applicantName)&ensp;\(service)&ensp;<span class="num">\(shown.file.number ?? shown.id)</span>
            """
        return """
            \(BackLink(StaffWords.backToCase[language], to: StaffCasePage.link(shown.id)), language)\
            \(ErrorSummary(problems), language)\
            \(WorkHead(StaffSignPage.title(possibility, in: language), subtitle: subtitle), language)\
            <div class="cd"><div class="stack">\(refused(in: language))\(previewed(in: language))\
            \(form(reader, key: key))</div>\
            <aside class="cd__aside" aria-labelledby="happens-h">\(effects(in: language))</aside></div>
            """
    }

    private func refused(in language: Language) -> HTML {
        guard let refusal = refusal ?? obstacle else { return .empty }
        var paragraphs: [HTML] = ["\(refusal.sentence, language)"]
        if let citation = refusal.citation { paragraphs.append("\(language.citation(citation))") }
        if typed != nil { paragraphs.append("\(StaffWords.typedKept, language)") }
        return Notice(.bad, title: refusal.title[language], paragraphs: paragraphs, isNews: typed != nil)
            .html(in: language)
    }

    /// What stands against it before anything was sent.
    private var obstacle: Refused? {
        guard case .conflict(_, let sentence, let citation)? = possibility.obstacle else { return nil }
        return Refused(title: StaffWords.cannotTitle, sentence: sentence, citation: citation)
    }

    private func previewed(in language: Language) -> HTML {
        guard let preview else { return .empty }
        let unit = shown.territory.units[shown.file.header.unit]?.name ?? shown.definition.service.authority
        return NoticePreview(
            servings: preview, definition: shown.definition, caseNumber: shown.file.number ?? shown.id, unit: unit,
            day: shown.day
        ).html(in: language)
    }

    // MARK: Form

    private func form(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        let fields = GivenFields(deed, offers: StaffOffers.of(shown))
        let inside: HTML
        if let signing = possibility.signing {
            inside = before(signing, fields, in: language)
        } else if fields.isEmpty {
            inside = "<p>\(StaffWords.nothingToFill, language)</p>"
        } else {
            inside = fields.html(typed: typed, problems: problems, in: language)
        }
        let heading = possibility.signing == nil ? StaffWords.opinion : StaffWords.signedBefore
        let weight: Button.Weight = deed.outcome == "refused" || deed.issues == .revocation ? .danger : .main
        let previewing = Button(
            DocumentWords.preview[language], weight: .normal, act: .send(name: "preview", value: "yes"))
        let buttons = ButtonRow(
            [
                Button(
                    StaffWords.sign(possibility.fullName)[language], weight: weight, size: .large,
                    act: .send(name: nil, value: ""))
            ] + (deed.notice == nil ? [] : [previewing]) + [
                Button(StaffWords.backToCase[language], weight: .quiet, act: .go(StaffCasePage.link(shown.id)))
            ])
        return ActionForm(
            action: target, formToken: reader.formToken, key: key,
            hidden: [("revision", String(shown.revision(of: possibility.place).revision))], hasFiles: false,
            look: .staffPanel,
            body: "<h2>\(heading, language)</h2>\(inside)\(buttons, language)"
        ).html(in: language)
    }

    /// What the first one signed: the second signs the same, and sends nothing of his own.
    private func before(_ signing: Signing, _ fields: GivenFields, in language: Language) -> HTML {
        let who = signing.persons.map { shown.people.names[$0] ?? "—" }
            .joined(separator: language == .chinese ? "、" : ", ")
        let rows =
            [SummaryList.Row(StaffWords.signers[language], text: who)]
            + fields.rows(of: signing.said.compactMapValues { $0 }, in: language)
        return """
            <p class="hint">\(StaffWords.signedBeforeText, language)</p>\
            \(SummaryList(rows), language)
            """
    }

    // MARK: Effects

    private func effects(in language: Language) -> HTML {
        var rows = [SummaryList.Row(StaffWords.deed[language], text: possibility.fullName[language])]
        let stage = deed.to.map { to in shown.plan.stages.first { $0.id == to }?.name[language] ?? to }
        rows.append(SummaryList.Row(StaffWords.leads[language], text: stage ?? StaffWords.staysHere[language]))
        if let outcome = deed.outcome {
            let name = CaseWords.outcome(outcome, of: shown.definition.service.kind)
            rows.append(SummaryList.Row(StaffWords.outcome[language], text: name[language]))
        }
        if let notice = deed.notice {
            let name = shown.definition.messages[notice]?.name[language] ?? notice
            rows.append(SummaryList.Row(StaffWords.notice[language], text: name))
        }
        if let issue = deed.issues, let text = issued(issue, in: language) {
            rows.append(SummaryList.Row(StaffWords.issues[language], text: text))
        }
        let stops = stopped(in: language)
        if !stops.isEmpty { rows.append(SummaryList.Row(StaffWords.stopsClock[language], text: stops)) }
        if possibility.signedBy > 1 {
            let given = possibility.signing?.persons.count ?? 0
            let text =
                given == 0
                ? StaffWords.signersNeeded(possibility.signedBy) : StaffWords.signed(given, of: possibility.signedBy)
            rows.append(SummaryList.Row(StaffWords.signers[language], text: text[language]))
        }
        if let law = deed.law {
            rows.append(SummaryList.Row(StaffWords.law[language], text: language.citation(law)))
        }
        return """
            <div class="panel panel--staff"><h2 id="happens-h">\(StaffWords.happens, language)</h2>\
            \(SummaryList(rows), language)</div>
            """
    }

    private func issued(_ issue: Deed.Issue, in language: Language) -> String? {
        switch issue {
        case .revocation: return StaffWords.revokes[language]
        case .certificate:
            guard let kind = shown.plan.outcome.certificate else { return nil }
            let name = shown.definition.certificates[kind]?.name[language] ?? kind
            let valid = shown.plan.outcome.valid.map { (language == .chinese ? "，" : ", ") + language.period($0) }
            return name + (valid ?? "")
        }
    }

    /// Clocks that stand still while the stage stands that this leads to, or while a task is open that it calls for.
    private func stopped(in language: Language) -> String {
        let called = Set(
            shown.plan.tasks.filter { task in
                deed.event.map { task.opens?.contains($0) ?? false } ?? false
            }.map(\.id))
        let sentences = shown.plan.clocks.flatMap { clock in
            clock.stops.filter { called.contains($0.whileOpen) || $0.whileOpen == deed.to }
                .map { StaffWords.stops(clock.name, ground: $0.ground)[language] }
        }
        return sentences.joined(separator: language == .chinese ? "；" : "; ")
    }
}

/// That an act is not open in a case any more, because somebody else was quicker; what was typed stays to be copied.
struct StaffGonePage {
    let shown: StaffCase
    let typed: FormInput

    func body(in language: Language) -> HTML {
        let subtitle: HTML = """
            \(shown.applicantName)&ensp;<span class="num">\(shown.file.number ?? shown.id)</span>
            """
        let notice = Notice(.bad, title: StaffWords.noDeed[language], paragraphs: [], isNews: true)
        let own = [FormInput.tokenName.text, FormInput.keyName.text, "revision"]
        let texts = typed.fields.filter { !own.contains($0.name) && !$0.value.isEmpty }
        let rows = texts.map { field in
            SummaryList.Row(
                GivenWords.label(Deed.Given(id: field.name, kind: "text", list: nil, isOptional: true))[language],
                text: field.value)
        }
        let kept: HTML =
            rows.isEmpty
            ? ""
            : Panel(
                id: "typed", heading: StaffWords.typedBefore[language], density: .staff,
                body: SummaryList(rows).html(in: language)
            ).html(in: language)
        let back = Button(StaffWords.backToCase[language], weight: .main, act: .go(StaffCasePage.link(shown.id)))
        return """
            \(WorkHead(StaffWords.cannotTitle[language], subtitle: subtitle), language)<div class="stack">\
            \(notice, language)\(kept)\(ButtonRow([back]), language)</div>
            """
    }
}
