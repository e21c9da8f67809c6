import Casework
import Definitions
import Values
import Web

/// One page of taking in: what is asked, the documents, or the check, with what is still missing beside it.
struct WindowStepPage {
    let open: OpenDraft
    let step: WindowStep
    /// What was just sent and could not be saved as it is.
    let typed: FormInput?
    let problems: [Problem]
    let isConflict: Bool
    let regions: [(id: String, name: Wording)]

    private var service: ServiceHeader { open.definition.service }
    private var frame: ApplyPage {
        ApplyPage(open: open, step: .check, isCorrection: false, problems: problems)
    }

    func title(in language: Language) -> String { WindowWords.step(service.name, step.name)[language] }

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let subtitle: HTML = "\(WindowWords.applicant, language) \(open.applicantName)"
        return """
            \(BackLink(WindowWords.backToStart[language], to: WindowPage.link), language)\
            \(ErrorSummary(problems), language)\(WorkHead(title(in: language), subtitle: subtitle), language)\
            \(tabs(in: language))<div class="cd"><div class="stack">\(notices(in: language))\
            \(content(reader, key: key))</div>\(aside(in: language))</div>
            """
    }

    private func tabs(in language: Language) -> HTML {
        FilterTabs(
            label: WindowWords.presentHead[language],
            tabs: WindowStep.allCases.map { other in
                FilterTabs.Tab(
                    other.name[language], count: nil, isUrgent: false, link: other.link(open.draft.id),
                    isCurrent: other == step)
            }
        ).html(in: language)
    }

    private func notices(in language: Language) -> HTML {
        var html = HTML.empty
        if isConflict {
            html += Notice(
                .warn, title: WindowWords.changedTitle[language], paragraphs: ["\(WindowWords.changedText, language)"],
                isNews: true
            ).html(in: language)
        }
        if step == .check, !open.guidance.refusals.isEmpty {
            html += Notice(
                .warn, title: ApplyWords.warning[language],
                paragraphs: GuideParts.reasons(open.guidance, of: open.definition, in: language)
            ).html(in: language)
        }
        return html
    }

    private func content(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        switch step {
        case .form: return form(fields(in: language), hasFiles: false, reader, key: key)
        case .evidence: return form(evidence(in: language), hasFiles: true, reader, key: key)
        case .check: return "\(summary(in: language))\(filing(reader, key: key))"
        }
    }

    private func form(_ body: HTML, hasFiles: Bool, _ reader: Reader, key: String) -> HTML {
        let language = reader.language
        let buttons = ButtonRow([
            .submit(WindowWords.next[language]),
            Button(WindowWords.later[language], weight: .quiet, act: .send(name: "later", value: "1")),
        ])
        return ActionForm(
            action: step.link(open.draft.id), formToken: reader.formToken, key: key,
            hidden: [("revision", String(open.draft.revision))], hasFiles: hasFiles, look: .staffPanel,
            body: "\(body)\(buttons, language)"
        ).html(in: language)
    }

    // MARK: What is asked

    /// The steps of the form that hold fields, questions first.
    static func sections(of open: OpenDraft) -> [ApplyStep] {
        open.steps.filter { $0 != .evidence && $0 != .check }
    }

    private func fields(in language: Language) -> HTML {
        let sections = WindowStepPage.sections(of: open)
        let way: HTML =
            open.hasCommitment
            ? CommitmentWay(open: open, typed: typed, problems: problems).html(in: language) : .empty
        if sections.isEmpty, !open.hasCommitment { return "<p>\(WindowWords.nothingAsked, language)</p>" }
        return "<div class=\"stack-6\">\(sections, { section($0, in: language) })\(way)</div>"
    }

    private func section(_ section: ApplyStep, in language: Language) -> HTML {
        let fields = open.fields(of: section)
        let known = fields.filter { open.isKnown($0.id) }
        let asked = fields.filter { !open.isKnown($0.id) }
        return """
            <div><h2>\(frame.name(of: section, in: language))</h2>\
            \(frame.known(known, regions: regions, in: language))\
            \(asked, { field in
                AnswerField(field, regions: regions).control(
                    answer: open.draft.content.answers[field.id] ?? open.found.answers[field.id], typed: typed,
                    problems: problems, isOptional: !open.mustAnswer(field), in: language)
            })</div>
            """
    }

    // MARK: Documents

    private func evidence(in language: Language) -> HTML {
        let needs = open.needs
        if needs.isEmpty { return "<p>\(StaffWords.noMaterials, language)</p>" }
        let held = needs.filter(\.isHeld)
        let known: HTML =
            held.isEmpty
            ? ""
            : KnownFacts(
                heading: ApplyWords.held[language], correction: ApplyWords.heldHint[language],
                facts: held.map { need in
                    KnownFacts.Fact(
                        need.need.name[language], language.words.guide.free,
                        source: ApplyEvidencePage.source(of: need, frame, in: language))
                }
            ).html(in: language)
        return "\(known)\(needs.filter { !$0.isHeld }, { control($0, in: language) })"
    }

    private func control(_ need: OpenDraft.Need, in language: Language) -> HTML {
        let item = need.need
        var html = HTML.empty
        let error = problems.message(at: item.id, in: language)
        let mayPromise = item.from.contains(.promise)
        let mayUpload = item.from.contains(.upload)
        if !mayUpload, !mayPromise {
            return NotFoundNeed(need: item, label: item.name[language], error: error).html(in: language)
        }
        if let told = open.told[item.id] {
            html +=
                open.guidance.bars.isEmpty
                ? CommitmentPanel(
                    told: told, error: mayUpload ? nil : error,
                    isTicked: typed.map { $0.isTrue("promise-" + item.id) } ?? (need.state == .promised)
                ).html(in: language) : CommitmentBars(bars: open.guidance.bars).html(in: language)
        } else if mayPromise {
            html += PromiseField(
                FieldFrame(
                    id: "promise-" + item.id, label: ApplyWords.promiseLabel[language] + item.name[language],
                    error: mayUpload ? nil : error),
                consequence: ApplyWords.consequence(of: item, in: language),
                isTicked: typed.map { $0.isTrue("promise-" + item.id) } ?? (need.state == .promised)
            ).html(in: language)
        }
        guard mayUpload else { return html }
        let files = open.uploads.filter { $0.need == item.id }.map { upload in
            FileField.Kept(
                name: upload.name, sizeInBytes: upload.sizeInBytes,
                link: "/w/window/\(open.draft.id.text)/files/\(upload.id.text)", reference: upload.id.text)
        }
        html += FileField(
            FieldFrame(
                id: item.id, label: item.name[language], hint: ApplyWords.uploadHint[language], error: error),
            mediaTypes: FileType.handedIn.map(\.mediaType), kept: files
        ).html(in: language)
        guard open.hasTolerance, let period = item.deferrable else { return html }
        let within = Wording(zh: Language.chinese.period(period), en: Language.english.period(period))
        html += PromiseField(
            FieldFrame(id: "later-" + item.id, label: ApplyWords.deferLabel(item.name, within: within)[language]),
            consequence: ApplyWords.deferConsequence[language],
            isTicked: typed.map { $0.isTrue("later-" + item.id) } ?? open.draft.content.deferred.contains(item.id)
        ).html(in: language)
        return html
    }

    // MARK: Check

    private func summary(in language: Language) -> HTML {
        var html = HTML.empty
        for section in WindowStepPage.sections(of: open) {
            let rows = open.fields(of: section).map { field -> SummaryList.Row in
                let text = AnswerField(field, regions: regions).text(of: shown(field), in: language)
                let isKnown = open.isKnown(field.id)
                let value: HTML =
                    isKnown
                    ? "\(text)<span class=\"sub2\">\(frame.source(of: field.id, in: language))</span>" : "\(text)"
                return .init(field.ask[language], value, action: isKnown ? nil : change(.form, field.id, in: language))
            }
            html += Panel(
                id: section.name, heading: frame.name(of: section, in: language), density: .staff,
                body: SummaryList(rows).html(in: language)
            ).html(in: language)
        }
        let rows = open.needs.map { need -> SummaryList.Row in
            .init(
                need.need.name[language], text: WindowStepPage.state(of: need, frame, in: language),
                action: need.isHeld ? nil : change(.evidence, need.need.id, in: language))
        }
        if !rows.isEmpty {
            html += Panel(
                id: "evidence", heading: WindowWords.evidence[language], density: .staff,
                body: SummaryList(rows).html(in: language)
            ).html(in: language)
        }
        return html
    }

    private func shown(_ field: Field) -> JSON? {
        let answer = open.found.answers[field.id]
        guard field.sensitivity == .sensitive, let text = answer?.text else { return answer }
        return .text(Masking.middle(of: text, keepingFirst: 6, last: 4))
    }

    private func change(_ step: WindowStep, _ place: String, in language: Language) -> SummaryList.Row.Action {
        let link = step.link(open.draft.id)
        return .init(language.words.form.change, to: Link(onThisSite: link.text + "#" + place) ?? link)
    }

    static func state(of need: OpenDraft.Need, _ frame: ApplyPage, in language: Language) -> String {
        switch need.state {
        case .held: ApplyWords.heldFrom[language] + ApplyEvidencePage.source(of: need, frame, in: language)
        case .promised: ApplyWords.promisedState[language]
        case .uploaded(let files): files.map(\.name).joined(separator: language == .chinese ? "、" : ", ")
        case .deferred: StaffWords.deferred[language]
        case .missing: ApplyWords.missingState[language]
        }
    }

    private func filing(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        return ActionForm(
            action: "/w/window/\(open.draft.id.text)/filing", formToken: reader.formToken, key: key,
            hidden: [("revision", String(open.draft.revision))], hasFiles: false, look: .staffPanel,
            body: """
                <p>\(WindowWords.truth, language)</p>\
                \(ButtonRow([.submit(WindowWords.file[language])]), language)
                """
        ).html(in: language)
    }

    // MARK: Beside

    /// What still stands between this and filing, each with the way to it.
    private func aside(in language: Language) -> HTML {
        let missing = open.problems
        let body: HTML
        if missing.isEmpty {
            body = "<p>\(Light(.normal, WindowWords.nothingMissing[language]), language)</p>"
        } else {
            body = """
                <ul class="list">\(missing, { problem in
                    let step: WindowStep = open.step(of: problem.place) == .evidence ? .evidence : .form
                    let page = step.link(open.draft.id)
                    let link = Link(onThisSite: page.text + "#" + problem.place) ?? page
                    return """
                        <li><a class="list__a" href="\(link)"><span class="list__t">\(problem.message, language)</span></a></li>
                        """
                })</ul>
                """
        }
        return """
            <aside class="cd__aside" aria-labelledby="missing-h"><div class="panel panel--staff">\
            <h2 id="missing-h">\(WindowWords.stillMissing, language)</h2>\(body)</div></aside>
            """
    }
}

extension OpenDraft.Need {
    /// A certificate, a register or an earlier case answers it.
    var isHeld: Bool {
        if case .held = state { return true }
        return false
    }
}

/// That an application was taken in: its number, what was received, and the days that follow; to print and hand over.
struct WindowReceiptPage {
    let shown: StaffCase

    func body(in language: Language) -> HTML {
        let file = shown.file
        let done = DonePanel(
            WindowWords.filedTitle[language],
            numberLabel: (file.number == nil ? MyWords.applicationNumber : MyWords.caseNumber)[language],
            number: file.number ?? file.id)
        let separator = language == .chinese ? "、" : ", "
        let received = shown.position.needs.filter { $0.answer != nil }.map { $0.need.name[language] }
        let unit = shown.territory.units[file.header.unit]?.name ?? shown.definition.service.authority
        var rows = [
            SummaryList.Row(MyWords.service[language], text: shown.definition.service.name[language]),
            SummaryList.Row(MyWords.applicant[language], text: shown.applicantName),
            SummaryList.Row(MyWords.filedAtLabel[language], text: language.fullDateTime(file.header.filed)),
            SummaryList.Row(MyWords.office[language], text: unit),
            SummaryList.Row(
                WindowWords.materials[language],
                text: received.isEmpty ? WindowWords.none[language] : received.joined(separator: separator)),
        ]
        for clock in shown.clocks where clock.state == .running {
            guard let day = clock.told?.due?.day else { continue }
            rows.append(SummaryList.Row(clock.name[language], text: language.date(day, seenOn: shown.day)))
        }
        let panel = Panel(
            id: "receipt", heading: WindowWords.receipt[language], density: .staff,
            body: SummaryList(rows).html(in: language))
        let documents = file.documents.map { document -> HTML in
            let name = shown.definition.messages[document.template]?.name ?? StaffWords.document
            let link: Link = "/w/case/\(shown.id)/documents/\(document.number)"
            return "<p>\(DocumentLink(name[language], to: link), language)</p>"
        }
        let buttons = ButtonRow([
            Button(language.words.form.print, weight: .main, icon: .printer, act: .print),
            Button(WindowWords.seeCase[language], weight: .normal, act: .go(StaffCasePage.link(shown.id))),
            Button(
                WindowWords.ratingCodes[language], weight: .normal, act: .go("/w/case/\(shown.id)/rating")),
            Button(WindowWords.nextPerson[language], weight: .normal, act: .go(WindowPage.link)),
        ])
        return "<div class=\"stack\">\(done, language)\(panel, language)\(documents)\(buttons, language)</div>"
    }
}
