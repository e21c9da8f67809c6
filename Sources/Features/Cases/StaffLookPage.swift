import Casework
import Definitions
import Values
import Web

/// The form with which an officer asks for full personal values, and the page that shows them once.
struct StaffLookPage {
    let shown: StaffCase
    /// Ids that are ticked.
    let chosen: Set<String>
    let ground: String
    let problems: [Problem]

    static func link(_ id: String) -> Link { "/w/case/\(id)/look" }

    func body(for reader: Reader, key: String) -> HTML {
        let language = reader.language
        let facts = shown.maskedFacts
        guard !facts.isEmpty else {
            return "\(top(StaffWords.lookTitle, in: language))<p>\(StaffWords.nothingMasked, language)</p>"
        }
        let boxes = ChoiceField(
            FieldFrame(
                id: "facts", label: StaffWords.lookWhat[language], error: problems.message(at: "facts", in: language)),
            style: .checkboxes,
            options: facts.map { .init($0, "\(ask($0, in: language)) \(shown.mask($0))") }, chosen: chosen)
        let area = TextArea(
            FieldFrame(
                id: "ground", label: StaffWords.lookGround[language], hint: StaffWords.lookGroundHint[language],
                error: problems.message(at: "ground", in: language)), value: ground)
        let buttons = ButtonRow([
            .submit(StaffWords.lookSend[language]),
            Button(StaffWords.backToCase[language], weight: .quiet, act: .go(StaffCasePage.link(shown.id))),
        ])
        let form = ActionForm(
            action: "/cases/\(shown.id)/looks", formToken: reader.formToken, key: key, hidden: [], hasFiles: false,
            look: .staffPanel, body: "\(boxes, language)\(area, language)\(buttons, language)")
        let warning = Notice(.warn, title: StaffWords.lookWarning[language], paragraphs: [])
        return
            "\(top(StaffWords.lookTitle, in: language))<div class=\"stack\">\(warning, language)\(form, language)</div>"
    }

    /// - Parameter facts: ids of the values whose look was recorded.
    func values(_ facts: [String], in language: Language) -> HTML {
        let rows = facts.map { id in
            SummaryList.Row(
                ask(id, in: language), text: shown.text(of: shown.file.answers[id]?.value, id, in: language))
        }
        let recorded = Notice(.ok, title: StaffWords.lookRecorded[language], paragraphs: [], isNews: true)
        let panel = Panel(
            id: "values", heading: StaffWords.filed[language], isHeadingHidden: true, density: .staff,
            body: SummaryList(rows).html(in: language))
        return """
            \(top(StaffWords.lookShown, in: language))<div class="stack">\(recorded, language)\(panel, language)</div>
            """
    }

    private func top(_ title: Wording, in language: Language) -> HTML {
        let subtitle: HTML = """
            \(shown.applicantName)&ensp;<span class="num">\(shown.file.number ?? shown.id)</span>
            """
        return """
            \(BackLink(StaffWords.backToCase[language], to: StaffCasePage.link(shown.id)), language)\
            \(ErrorSummary(problems), language)\(WorkHead(title[language], subtitle: subtitle), language)
            """
    }

    private func ask(_ id: String, in language: Language) -> String {
        shown.definition.fields[id]?.ask[language] ?? id
    }
}
