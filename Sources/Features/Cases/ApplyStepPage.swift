import Definitions
import Values
import Web

/// One topic of the form: what is known first, then what is asked.
struct ApplyStepPage {
    let frame: ApplyPage
    /// What was just sent and could not be saved as it is; shown again as it was typed.
    let typed: FormInput?
    /// The draft was saved in another window: fields whose saved answer differs from what was typed here.
    let isConflict: Bool
    let regions: [(id: String, name: Wording)]

    private var open: OpenDraft { frame.open }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let fields = open.fields(of: frame.step)
        let known = fields.filter { open.isKnown($0.id) }
        let asked = fields.filter { !open.isKnown($0.id) }
        let body: HTML = """
            \(frame.known(known, regions: regions, in: language))\(asked, { control($0, in: language) })\
            \(frame.buttons(in: language), language)
            """
        let form = frame.form(body, reader: reader, key: key, hasFiles: false)
        return frame.page(
            for: reader, title: frame.name(of: frame.step, in: language), notices: conflict(asked, in: language),
            body: "<div class=\"section\">\(form, language)</div>")
    }

    private func control(_ field: Field, in language: Language) -> HTML {
        let html = AnswerField(field, regions: regions).control(
            answer: open.draft.content.answers[field.id] ?? open.found.answers[field.id], typed: typed,
            problems: frame.problems, isOptional: !open.mustAnswer(field), in: language)
        return html
    }

    /// Both versions side by side, where they differ.
    private func conflict(_ fields: [Field], in language: Language) -> HTML {
        guard isConflict, let typed else { return .empty }
        let rows = fields.compactMap { field -> DataTable.Row? in
            let control = AnswerField(field, regions: regions)
            let saved = control.text(of: open.draft.content.answers[field.id], in: language)
            let mine: String
            switch control.read(typed, on: open.moment.day) {
            case .answer(let answer): mine = control.text(of: answer, in: language)
            case .empty: mine = AnswerWords.none[language]
            case .problem: mine = typed[control.id] ?? ""
            }
            guard mine != saved else { return nil }
            return DataTable.Row([
                HTML(escaping: field.ask[language]), HTML(escaping: mine), HTML(escaping: saved),
            ])
        }
        return ApplyPage.conflict(rows, in: language)
    }
}
