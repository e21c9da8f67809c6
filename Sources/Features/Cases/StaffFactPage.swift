import Casework
import Definitions
import Values
import Web

/// The page on which an officer establishes one fact of a case.
struct StaffFactPage {
    let shown: StaffCase
    let field: Field
    let typed: FormInput?
    let problems: [Problem]
    let refusal: StaffSignPage.Refused?

    static func link(_ id: String, _ fact: String) -> Link { "/w/case/\(id)/facts/\(fact)" }

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let regions = shown.territory.root.map { root in
            shown.territory.regions(below: root.id, on: shown.day).map { ($0.id, $0.name) }
        }
        // What is known already is not typed anew; personal values are never filled in for somebody else to read.
        let answer = shown.file.answers[field.id]?.value
        let isOpen = !field.sensitivity.isSealed
        let control = AnswerField(field, regions: regions ?? []).control(
            answer: isOpen ? answer : nil, typed: typed, problems: problems, isOptional: false, in: language)
        let buttons = ButtonRow([
            .submit(StaffWords.establishSend[language]),
            Button(StaffWords.backToCase[language], weight: .quiet, act: .go(StaffCasePage.link(shown.id))),
        ])
        let form = ActionForm(
            action: StaffFactPage.link(shown.id, field.id), formToken: reader.formToken, key: key,
            hidden: [("revision", String(shown.file.answers[field.id]?.revision ?? 0))], hasFiles: false,
            look: .staffPanel,
            body: "<p class=\"hint\">\(StaffWords.establishHint, language)</p>\(control)\(buttons, language)")
        let subtitle: HTML = """
            \(shown.applicantName)&ensp;<span class="num">\(shown.file.number ?? shown.id)</span>
            """
        return """
            \(BackLink(StaffWords.backToCase[language], to: StaffCasePage.link(shown.id)), language)\
            \(ErrorSummary(problems), language)\
            \(WorkHead(StaffWords.establishTitle(field.ask)[language], subtitle: subtitle), language)\
            <div class="stack">\(refused(in: language))\(form, language)</div>
            """
    }

    private func refused(in language: Language) -> HTML {
        guard let refusal else { return .empty }
        return Notice(
            .bad, title: refusal.title[language],
            paragraphs: ["\(refusal.sentence, language)", "\(StaffWords.typedKept, language)"], isNews: true
        ).html(in: language)
    }
}
