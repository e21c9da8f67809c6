import Casework
import Definitions
import Values
import Web

/// Everything that will be filed, on one page, each row with the way to correct it (核对页).
struct ApplyCheckPage {
    let frame: ApplyPage
    let regions: [(id: String, name: Wording)]

    private var open: OpenDraft { frame.open }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let sections = open.steps.filter { $0 != .check }.map { section($0, in: language) }
        return frame.page(
            for: reader, title: ApplyWords.checkTitle[language], notices: warning(in: language),
            body: "<div class=\"stack section\">\(sections)\(filing(reader, key: key))</div>")
    }

    private func section(_ step: ApplyStep, in language: Language) -> HTML {
        let rows: [SummaryList.Row] =
            switch step {
            case .evidence: evidence(in: language)
            case .way: [way(in: language)]
            default: answers(of: step, in: language)
            }
        return Panel(
            id: step.name, heading: frame.name(of: step, in: language), density: .normal,
            body: SummaryList(rows).html(in: language)
        ).html(in: language)
    }

    private func change(_ step: ApplyStep, place: String, in language: Language) -> SummaryList.Row.Action {
        let link = ApplyPage.link(open.draft.id, step, isCorrection: true)
        return .init(language.words.form.change, to: Link(onThisSite: link.text + "#" + place) ?? link)
    }

    private func answers(of step: ApplyStep, in language: Language) -> [SummaryList.Row] {
        open.fields(of: step).map { field in
            let answer = open.found.answers[field.id]
            let shown =
                field.sensitivity == .sensitive
                ? answer?.text.map { JSON.text(Masking.middle(of: $0, keepingFirst: 6, last: 4)) } : answer
            let text = AnswerField(field, regions: regions).text(of: shown ?? answer, in: language)
            let error = frame.problems.message(at: field.id, in: language)
            let marked: HTML? = error.map { "<p class=\"err\" id=\"\(field.id)\">\($0)</p>" }
            if open.isKnown(field.id) {
                let source = frame.source(of: field.id, in: language)
                return .init(field.ask[language], "\(text)<br><span class=\"small muted\">\(source)</span>\(marked)")
            }
            return .init(
                field.ask[language], marked.map { "\(text)\($0)" } ?? HTML(escaping: text),
                action: change(step, place: field.id, in: language))
        }
    }

    private func way(in language: Language) -> SummaryList.Row {
        let chosen = open.isOnCommitment ? CommitmentWords.commitment : CommitmentWords.ordinary
        let error = frame.problems.message(at: "track", in: language)
        let marked: HTML? = error.map { "<p class=\"err\" id=\"track\">\($0)</p>" }
        return .init(
            CommitmentWords.way[language], "\(chosen, language)\(marked)",
            action: change(.way, place: "track", in: language))
    }

    private func evidence(in language: Language) -> [SummaryList.Row] {
        open.needs.map { need in
            let name = need.need.name[language]
            let action = change(.evidence, place: need.need.id, in: language)
            switch need.state {
            case .held:
                let source = ApplyEvidencePage.source(of: need, frame, in: language)
                let separator: HTML = language == .chinese ? "" : " "
                return .init(name, "\(ApplyWords.heldFrom, language)\(separator)\(source)")
            case .promised: return .init(name, text: ApplyWords.promisedState[language], action: action)
            case .uploaded(let files):
                let names = files.map { "\($0.name) (\(language.fileSize($0.sizeInBytes)))" }
                return .init(name, text: names.joined(separator: language == .chinese ? "、" : ", "), action: action)
            case .deferred(let period):
                let within = Wording(zh: Language.chinese.period(period), en: Language.english.period(period))
                return .init(name, text: CatalogueWords.supplyWithin(within)[language], action: action)
            case .missing:
                let error = frame.problems.message(at: need.need.id, in: language)
                let marked: HTML? = error.map { "<p class=\"err\" id=\"\(need.need.id)\">\($0)</p>" }
                return .init(name, "\(ApplyWords.missingState, language)\(marked)", action: action)
            }
        }
    }

    /// Not eligible is not an error: the reason, the law, and what one can do.
    private func warning(in language: Language) -> HTML {
        let refusals = open.guidance.refusals
        if refusals.isEmpty { return .empty }
        return Notice(
            .warn, title: ApplyWords.warning[language],
            paragraphs: GuideParts.reasons(open.guidance, of: open.definition, in: language)
                + ["\(ApplyWords.stillMay, language)"]
        ).html(in: language)
    }

    private func filing(_ reader: Reader, key: String) -> HTML {
        let language = reader.language
        let form = ActionForm(
            action: "/apply/\(open.draft.id.text)/filing", formToken: reader.formToken, key: key,
            hidden: [("revision", String(open.draft.revision))], hasFiles: false, look: .panel,
            body: """
                <p>\(ApplyWords.truth, language)</p>\
                \(ButtonRow([Button.submit(ApplyWords.file[language])]), language)
                """)
        return form.html(in: language)
    }
}
