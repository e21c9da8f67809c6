import Casework
import Definitions
import Values

/// Drafts as the interface shows them: what the system sent in full, what registers say masked where it is personal.
struct DraftWriting {
    let opened: SystemDraftDesk.Opened
    private var view: OpenDraft { opened.view }

    private typealias Write = InterfaceJSON

    /// What stands in the list of drafts.
    static func header(_ draft: Draft) -> [String: JSON] {
        [
            "id": .text(draft.id.text), "revision": Write.number(draft.revision), "service": .text(draft.service),
            "region": .text(draft.region), "applicant": .text(draft.applicant.description),
            "definition": .text(draft.definition), "last_used": .text(draft.lastUsed.description),
            "kept_until": .text(draft.keptUntil.description),
        ]
    }

    static func content(_ content: Draft.Content) -> JSON {
        .map([
            "answers": .map(content.answers), "promised": Write.texts(content.promised),
            "deferred": Write.texts(content.deferred), "track": .text(content.track),
            "signed": .map(content.signed.mapValues { .text($0) }),
        ])
    }

    var json: JSON {
        var map = DraftWriting.header(view.draft)
        map["applicant_name"] = .text(view.applicantName)
        map["agent"] = Write.optional(opened.filing.agent?.text)
        map["delegation"] = Write.optional(view.draft.delegation?.text)
        map["replaced"] = .bool(view.isReplaced)
        map["content"] = DraftWriting.content(view.draft.content)
        map["known"] = .map(
            view.found.sources.keys.reduce(into: [:]) { known, id in known[id] = self.known(id) })
        map["silent"] = Write.texts(view.found.silent)
        map["asked"] = Write.texts(asked)
        map["needs"] = .list(view.needs.map(need))
        map["files"] = .list(view.uploads.map(DraftWriting.file))
        return .map(map)
    }

    /// Fields that must still be answered, in the order of the form.
    private var asked: [String] {
        view.steps.flatMap { view.fields(of: $0) }.filter { view.mustAnswer($0) && view.found.answers[$0.id] == nil }
            .map(\.id)
    }

    private func known(_ id: String) -> JSON {
        let field = view.definition.fields[id]
        let isShown = field.map { !$0.sensitivity.isSealed } ?? false
        let value = view.found.answers[id]
        return .map([
            "value": isShown ? value ?? .null : .null,
            "masked": Write.optional(isShown ? nil : value.map { ValueMask.text(of: $0, field: field) }),
            "source": .text(view.found.sources[id]?.name ?? ""),
        ])
    }

    private func need(_ need: OpenDraft.Need) -> JSON {
        let state: String
        switch need.state {
        case .held: state = "held"
        case .promised: state = "promised"
        case .uploaded: state = "uploaded"
        case .deferred: state = "deferred"
        case .missing: state = "missing"
        }
        return .map([
            "id": .text(need.need.id), "name": Write.wording(need.need.name), "state": .text(state),
            "from": Write.texts(need.need.from.map(\.rawValue)), "depends_on": Write.texts(need.dependsOn),
            "deferrable": Write.optional(view.hasTolerance ? need.need.deferrable : nil),
            "commitment": view.told[need.need.id].map(DraftWriting.commitment) ?? .null,
        ])
    }

    /// The text that is to be shown in full before it is promised; `hash` goes back under `signed`.
    static func commitment(_ told: ToldCommitment) -> JSON {
        .map([
            "form": .text(told.form.rawValue), "name": Write.wording(told.name), "hash": .text(told.hash),
            "text": .map(["zh": Write.optional(told.texts[.chinese]), "en": Write.optional(told.texts[.english])]),
        ])
    }

    static func file(_ upload: Upload) -> JSON {
        .map([
            "id": .text(upload.id.text), "need": .text(upload.need), "name": .text(upload.name),
            "type": .text(upload.type.mediaType), "size": Write.number(upload.sizeInBytes),
        ])
    }

    /// Everything that stands between the draft and its filing, in the words of the reader's language.
    func check(in language: Language) -> JSON {
        let limits = view.guidance.limits
        return .map([
            "ready": .bool(view.problems.isEmpty), "revision": Write.number(view.draft.revision),
            "definition": .text(view.definition.hash), "replaced": .bool(view.isReplaced),
            "variant": Write.optional(view.guidance.plan.variant),
            "promised": Write.optional(limits.promised), "statutory": Write.optional(limits.statutory),
            "problems": .list(
                view.problems.map { problem in
                    .map([
                        "place": .text(problem.place), "message": .text(problem.message[language]),
                        "remedy": .text(problem.remedy[language]),
                    ])
                }),
            "bars": .list(
                view.guidance.bars.map { bar in
                    .map(["why": Write.wording(bar.why), "law": Write.citation(bar.law)])
                }),
            "refusals": .list(
                view.guidance.refusals.map { refusal in
                    .map([
                        "reason": .text(refusal.reason),
                        "citations": .list(refusal.citations.map { Write.citation($0) }),
                    ])
                }),
        ])
    }
}
