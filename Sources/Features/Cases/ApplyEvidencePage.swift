import Casework
import Definitions
import Values
import Web

/// The documents of an application: what is not needed from the applicant, what he promises, uploads, or hands in
/// later.
struct ApplyEvidencePage {
    let frame: ApplyPage
    let typed: FormInput?
    /// The draft was saved in another window: ticks that differ from what was sent here.
    let isConflict: Bool

    private var open: OpenDraft { frame.open }

    func page(for reader: Reader, key: String) -> PublicPage {
        let language = reader.language
        let needs = open.needs
        let own = needs.filter { !isHeld($0) }
        let nothing: HTML = own.isEmpty ? "<p class=\"field\">\(ApplyWords.noneNeeded, language)</p>" : ""
        let body: HTML = """
            \(held(needs.filter(isHeld), in: language))\(nothing)\(own, { control($0, in: language) })\
            \(frame.buttons(in: language), language)
            """
        let form = frame.form(body, reader: reader, key: key, hasFiles: true)
        return frame.page(
            for: reader, title: ApplyWords.evidenceTitle[language], notices: conflict(own, in: language),
            body: "<div class=\"section\">\(form, language)</div>")
    }

    /// Both versions side by side, where they differ; uploaded files of both windows are kept.
    private func conflict(_ needs: [OpenDraft.Need], in language: Language) -> HTML {
        guard isConflict, let typed else { return .empty }
        let words = language.words.form
        var rows: [DataTable.Row] = []
        func add(_ label: String, _ mine: Bool, _ saved: Bool) {
            guard mine != saved else { return }
            rows.append(
                DataTable.Row([
                    HTML(escaping: label), HTML(escaping: mine ? words.yes : words.no),
                    HTML(escaping: saved ? words.yes : words.no),
                ]))
        }
        for item in needs.map(\.need) {
            let name = item.name[language]
            if item.from.contains(.promise) {
                add(
                    ApplyWords.promiseLabel[language] + name, typed.isTrue("promise-" + item.id),
                    open.draft.content.promised.contains(item.id))
            }
            if open.hasTolerance, let period = item.deferrable {
                let within = Wording(zh: Language.chinese.period(period), en: Language.english.period(period))
                add(
                    ApplyWords.deferLabel(item.name, within: within)[language], typed.isTrue("later-" + item.id),
                    open.draft.content.deferred.contains(item.id))
            }
        }
        return ApplyPage.conflict(rows, in: language)
    }

    private func isHeld(_ need: OpenDraft.Need) -> Bool {
        if case .held = need.state { return true }
        return false
    }

    private func held(_ needs: [OpenDraft.Need], in language: Language) -> HTML {
        if needs.isEmpty { return .empty }
        return KnownFacts(
            heading: ApplyWords.held[language], correction: ApplyWords.heldHint[language],
            facts: needs.map { need in
                KnownFacts.Fact(
                    need.need.name[language], language.words.guide.free,
                    source: ApplyEvidencePage.source(of: need, frame, in: language))
            }
        ).html(in: language)
    }

    static func source(of need: OpenDraft.Need, _ frame: ApplyPage, in language: Language) -> String {
        guard case .held(let answer) = need.state else { return "" }
        let name: String
        switch answer.source {
        case .register: name = frame.register(answer.reference ?? "", in: language)
        case .certificate, .earlierCase, .promise, .upload: name = CatalogueWords.certificateLibrary[language]
        }
        return name + (language == .chinese ? "，" : ", ") + language.dateTime(frame.open.moment)
    }

    private func control(_ need: OpenDraft.Need, in language: Language) -> HTML {
        var html = HTML.empty
        let item = need.need
        let label = item.name[language] + (need.dependsOn.isEmpty ? "" : ApplyWords.mayDepend[language])
        let error = frame.problems.message(at: item.id, in: language)
        let mayPromise = item.from.contains(.promise)
        let mayUpload = item.from.contains(.upload)
        if !mayUpload, !mayPromise { return NotFoundNeed(need: item, label: label, error: error).html(in: language) }
        if let told = open.told[item.id] {
            html += commitment(told, item, need.state, mayUpload: mayUpload, error: error, in: language)
        } else if mayPromise {
            let isTicked = typed.map { $0.isTrue("promise-" + item.id) } ?? (need.state == .promised)
            html += PromiseField(
                FieldFrame(
                    id: "promise-" + item.id, label: ApplyWords.promiseLabel[language] + label,
                    error: mayUpload ? nil : error),
                consequence: ApplyWords.consequence(of: item, in: language), isTicked: isTicked
            ).html(in: language)
        }
        if mayUpload {
            html += FileField(
                FieldFrame(id: item.id, label: label, hint: ApplyWords.uploadHint[language], error: error),
                mediaTypes: FileType.handedIn.map(\.mediaType), kept: kept(of: item)
            ).html(in: language)
            html += later(item, need.state, in: language)
        }
        return html
    }

    /// The whole text to promise; barred: why not, and the proof instead.
    private func commitment(
        _ told: ToldCommitment, _ need: EvidenceNeed, _ state: OpenDraft.NeedState, mayUpload: Bool, error: String?,
        in language: Language
    ) -> HTML {
        guard open.guidance.bars.isEmpty else {
            return CommitmentBars(bars: open.guidance.bars).html(in: language)
        }
        let isTicked = typed.map { $0.isTrue("promise-" + need.id) } ?? (state == .promised)
        return CommitmentPanel(told: told, error: mayUpload ? nil : error, isTicked: isTicked).html(in: language)
    }

    private func kept(of need: EvidenceNeed) -> [FileField.Kept] {
        open.uploads.filter { $0.need == need.id }.map { upload in
            FileField.Kept(
                name: upload.name, sizeInBytes: upload.sizeInBytes,
                link: "/apply/\(open.draft.id.text)/files/\(upload.id.text)", reference: upload.id.text)
        }
    }

    /// 容缺: only where the need allows it and the service has the track.
    private func later(_ need: EvidenceNeed, _ state: OpenDraft.NeedState, in language: Language) -> HTML {
        guard open.hasTolerance, let period = need.deferrable else { return .empty }
        let isTicked =
            typed.map { $0.isTrue("later-" + need.id) } ?? open.draft.content.deferred.contains(need.id)
        let within = Wording(zh: Language.chinese.period(period), en: Language.english.period(period))
        return PromiseField(
            FieldFrame(
                id: "later-" + need.id, label: ApplyWords.deferLabel(need.name, within: within)[language]),
            consequence: ApplyWords.deferConsequence[language], isTicked: isTicked
        ).html(in: language)
    }
}

/// A document that only the city's own records give and that is not found there: no box, but what can be done.
struct NotFoundNeed {
    let need: EvidenceNeed
    let label: String
    let error: String?

    func html(in language: Language) -> HTML {
        let text = ApplyWords.onlyOnRecord(need)[language]
        return """
            <div class="field" id="\(need.id)" tabindex="-1"><p class="label">\(label)</p>\
            \(error.map { "<p class=\"err\">\($0)</p>" })<p class="hint">\(text)</p></div>
            """
    }
}
