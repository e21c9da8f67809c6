import Values
import Web

/// The public page on which anyone learns whether a certificate holds.
struct VerifyPage {
    let question: VerifyDesk.Question
    /// What was found; nil: nothing was asked yet.
    let answer: Answer?
    let problems: [Problem]

    enum Answer: Hashable {
        case state(Certificate.State)
        case notFound
    }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let title = VerifyWords.title[language]
        let number = TextField(
            FieldFrame(
                id: "number", label: CertificateWords.number[language], hint: VerifyWords.numberHint[language],
                error: problems.message(at: "number", in: language)),
            kind: .code, value: question.number, width: .characters30)
        let initial = TextField(
            FieldFrame(
                id: "initial", label: VerifyWords.initial[language], hint: VerifyWords.initialHint[language],
                error: problems.message(at: "initial", in: language)),
            kind: .text, value: question.initial, width: .characters3)
        let form = ActionForm(
            action: "/verify", formToken: reader.formToken, key: key, hidden: [], hasFiles: false, look: .panel,
            body: "\(number, language)\(initial, language)\(ButtonRow([.submit(VerifyWords.ask[language])]), language)")
        return PublicPage(
            head: PageHeading(
                title: title, column: CertificateWords.column[language], showsProblems: !problems.isEmpty),
            current: nil, hasTabBar: false,
            body: """
                \(ErrorSummary(problems), language)\
                \(PageHead(title, subtitle: "\(VerifyWords.lead, language)"), language)\
                <div class="stack section">\(told(reader))\(form, language)</div>
                """)
    }

    private func told(_ reader: Reader) -> HTML {
        let language = reader.language
        let checked: HTML = "\(CertificateWords.checked, language) \(language.fullDateTime(reader.moment))"
        switch answer {
        case nil: return .empty
        case .notFound:
            return Notice(
                .warn, title: VerifyWords.notFound[language],
                paragraphs: ["\(VerifyWords.notFoundText, language)", checked], isNews: true
            ).html(in: language)
        case .state(let state):
            return Notice(
                state == .valid ? .ok : .warn, title: VerifyWords.told(state)[language], paragraphs: [checked],
                isNews: true
            ).html(in: language)
        }
    }
}
