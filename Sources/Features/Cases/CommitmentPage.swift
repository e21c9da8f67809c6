import Casework
import Definitions
import Values
import Web

/// The whole text of a commitment with the box to tick below it: nobody promises what was not shown (告知承诺书).
struct CommitmentPanel {
    let told: ToldCommitment
    let error: String?
    let isTicked: Bool

    func html(in language: Language) -> HTML {
        let text = told.texts[language] ?? told.texts[.chinese] ?? ""
        let lines = text.split(separator: "\n").map(String.init)
        let note: HTML =
            language == .chinese ? .empty : "<p class=\"small muted\">\(CommitmentWords.chineseCounts, language)</p>"
        let field = PromiseField(
            FieldFrame(id: "promise-" + told.need, label: CommitmentWords.label[language], error: error),
            consequence: ApplyWords.promiseConsequence[language], isTicked: isTicked)
        return """
            <section class="panel doc" id="\(told.need)" aria-labelledby="text-\(told.need)">\
            <h2 class="doc__title" id="text-\(told.need)">\(told.name, language)</h2>\
            <p class="hint">\(CommitmentWords.read, language)</p>\
            <div class="doc__text">\(lines, { "<p>\($0)</p>" })</div>\(note)\
            <p class="small muted">\(CommitmentWords.hash, language)&ensp;<code class="small">\(told.hash)</code></p>\
            <input type="hidden" name="told-\(told.need)" value="\(told.hash)">\(field, language)</section>
            """
    }
}

/// Why promises are not taken here, with the law and the way that stays open.
struct CommitmentBars {
    let bars: [CommitmentBar]

    func html(in language: Language) -> HTML {
        guard !bars.isEmpty else { return .empty }
        let reasons = bars.map { bar -> HTML in
            let law = bar.law.map {
                (language == .chinese ? "（" : " (") + language.citation($0) + (language == .chinese ? "）" : ")")
            }
            return "\(bar.why, language)\(law ?? "")"
        }
        return Notice(
            .warn, title: CommitmentWords.barred[language],
            paragraphs: reasons + ["\(CommitmentWords.barredText, language)"]
        ).html(in: language)
    }
}

/// Which way: the applicant chooses, and the ordinary one is always there (办理方式).
struct CommitmentWay {
    let open: OpenDraft
    let typed: FormInput?
    let problems: [Problem]

    func html(in language: Language) -> HTML {
        let bars = CommitmentBars(bars: open.guidance.bars).html(in: language)
        let ordinary = ChoiceField.Option(
            OpenDraft.ordinary, CommitmentWords.ordinary[language], hint: CommitmentWords.ordinaryHint[language])
        let commitment = ChoiceField.Option(
            OpenDraft.commitment, CommitmentWords.commitment[language],
            hint: CommitmentWords.commitmentHint[language])
        let chosen = typed?["track"] ?? (open.isOnCommitment ? OpenDraft.commitment : OpenDraft.ordinary)
        let field = ChoiceField(
            FieldFrame(
                id: "track", label: CommitmentWords.wayTitle[language], hint: CommitmentWords.youChoose[language],
                error: problems.message(at: "track", in: language)),
            style: .radios, options: open.guidance.bars.isEmpty ? [ordinary, commitment] : [ordinary],
            chosen: [chosen])
        return "\(bars)\(field, language)"
    }
}

/// The step of an application on which the way is chosen.
struct ApplyWayPage {
    let frame: ApplyPage
    let typed: FormInput?

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let body: HTML = """
            \(CommitmentWay(open: frame.open, typed: typed, problems: frame.problems).html(in: language))\
            \(frame.buttons(in: language), language)
            """
        let form = frame.form(body, reader: reader, key: key, hasFiles: false)
        return frame.page(
            for: reader, title: CommitmentWords.way[language], notices: .empty,
            body: "<div class=\"section\">\(form, language)</div>")
    }
}
