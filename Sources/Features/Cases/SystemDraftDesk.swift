import Casework
import Definitions
import Proofs
import Storage
import Values

/// Drafts that a connected system fills in for somebody (系统代填草稿): they belong to that system, and nobody else sees
/// them; what the applicant said in earlier cases is not given to it.
struct SystemDraftDesk: Sendable {
    let cases: CaseDesk
    let accounts: Accounts
    var parts: CaseDesk.Parts { cases.parts }
    private var parties: FilingPartyDesk { FilingPartyDesk(cases: cases, accounts: accounts) }

    /// Who sends what, when, with which chance, and under which key.
    struct Sent: Sendable {
        let system: ConnectedSystem
        let moment: Moment
        let entropy: Entropy
    }

    /// A draft as it stands, with what files it.
    struct Opened: Sendable {
        let view: OpenDraft
        let key: StreamKey
        let filing: FilingRequest
    }

    /// Begins a draft, once under its key; gives its id.
    ///
    /// Throws as `FilingPartyDesk.find`, `Failure.unavailable` where nobody handles the service, `Failure.problems` for
    /// answers of another kind than their field, `Failure.keyReused`.
    func begin(
        _ wish: CaseBody.Filing, by sent: Sent, as key: CommandKey
    ) async throws -> (id: Draft.ID, isRepeated: Bool) {
        if let earlier = try await recall(key, "draft") { return (earlier, true) }
        let day = sent.moment.day
        let party = try await parties.find(wish, on: day)
        let definition = try await parts.catalogue.definition(of: wish.service, region: wish.region, on: day)
        try await cases.mustBeHandled(definition, in: wish.region, on: day)
        try SystemDraftDesk.check(wish.content, against: definition)
        let draft = Draft(
            id: sent.entropy.identifier("draft", 0, at: sent.moment), owner: sent.system.actor,
            applicant: party.applicant, delegation: party.delegation, service: wish.service, region: wish.region,
            definition: definition.hash, revision: 1, content: wish.content, lastUsed: sent.moment, isAtWindow: false)
        do {
            return (try await parts.drafts.begin(draft, as: key, entropy: sent.entropy).id, false)
        } catch Failure.staleVersion {
            guard let earlier = try await recall(key, "draft") else { throw DraftDesk.missing }
            return (earlier, true)
        }
    }

    private func recall(_ key: CommandKey, _ name: String) async throws -> Draft.ID? {
        try await parts.database.read { try IdempotencyStore.recall(key, in: $0) }?.result[name]?.text
            .flatMap { Draft.ID($0) }
    }

    /// Throws `Failure.problems` for what the definition does not ask for, and for answers of another kind.
    private static func check(_ content: Draft.Content, against definition: Definition) throws(Failure) {
        var problems = definition.problems(
            in: content.answers, besides: Set(definition.plans.flatMap { $0.opening.deed.gives.map(\.id) }))
        let needs = Set(definition.plans.flatMap(\.evidence).map(\.id))
        for (place, ids) in [("promised", content.promised), ("deferred", content.deferred)] {
            for id in ids where !needs.contains(id) { problems.append(noNeed(id, at: place)) }
        }
        if !definition.plans.contains(where: { $0.tracks.contains(content.track) }) {
            problems.append(noTrack)
        }
        if !problems.isEmpty { throw .problems(problems) }
    }

    /// A draft of this system. Throws `Failure.notFound` for another's, and for one that was filed or deleted;
    /// `Failure.problems` when the delegation under which it was begun has ended.
    func open(_ id: Draft.ID, by system: ConnectedSystem, at moment: Moment) async throws -> Opened {
        var (draft, key) = try await parts.drafts.open(id, by: system.actor)
        let agent = try await agent(of: draft, on: moment.day)
        let definition = try await parts.catalogue.definition(of: draft.service, region: draft.region, on: moment.day)
        draft.content = ApplicantDesk.fitting(draft.content, to: definition)
        let uploads = try await parts.uploads.files(of: id.text, under: key)
        let party = try await parties.party(draft.applicant, agent: agent)
        let filing = FilingRequest(
            id: id, service: draft.service, region: draft.region, applicant: draft.applicant, agent: agent,
            delegation: draft.delegation, content: draft.content, identity: party.identity, uploads: uploads,
            draftKey: key)
        let found = await cases.find(filing, for: definition, at: moment)
        let guidance = Guidance.read(
            definition, answers: found.answers, track: draft.content.track, at: moment,
            calendar: parts.territory.current.calendar)
        let view = OpenDraft(
            draft: draft, definition: definition, found: found, guidance: guidance, uploads: uploads,
            standIns: Set(parts.registers.names.filter { parts.registers[$0]?.isStandIn ?? false }),
            isReplaced: draft.definition != definition.hash,
            applicantName: try await ApplicantDesk(cases: cases).name(of: draft.applicant), moment: moment,
            told: try cases.told(filing, found, by: definition, at: moment))
        return Opened(view: view, key: key, filing: filing)
    }

    /// Who acts for the applicant under the draft's delegation; nil for the applicant himself.
    private func agent(of draft: Draft, on day: Day) async throws -> Person.ID? {
        guard let id = draft.delegation else { return nil }
        let delegation = try await parts.database.read { try AccountStore.delegation(id, in: $0) }
        guard let delegation, delegation.covers(draft.service, on: day) else {
            throw Failure.problems([FilingPartyDesk.noDelegation])
        }
        return delegation.agent
    }

    /// Puts this content in the place of what stands there.
    ///
    /// Throws `Failure.otherRevision` when another revision stands there; then both are to be compared.
    ///
    /// - Parameter revision: nil replaces whatever stands there.
    func save(
        _ content: Draft.Content, in id: Draft.ID, over revision: Int?, by sent: Sent
    ) async throws -> Opened {
        let opened = try await open(id, by: sent.system, at: sent.moment)
        var draft = opened.view.draft
        if let revision, revision != draft.revision { throw Failure.otherRevision }
        try SystemDraftDesk.check(content, against: opened.view.definition)
        draft.content = content
        draft.definition = opened.view.definition.hash
        do {
            _ = try await parts.drafts.save(
                draft, under: opened.key, over: draft.revision, at: sent.moment, entropy: sent.entropy)
        } catch Failure.conflict(.changedMeanwhile, _, _) {
            throw Failure.otherRevision
        }
        return try await open(id, by: sent.system, at: sent.moment)
    }

    /// Files a draft, once under its key. Throws `Failure.problems` with everything that is still missing.
    func file(_ id: Draft.ID, by sent: Sent, as key: CommandKey) async throws -> Done {
        let remembered = try await parts.database.read { try IdempotencyStore.recall(key, in: $0) }
        if let remembered {
            return Done(result: remembered.result, receipts: remembered.receipts, isRepeated: true)
        }
        let opened = try await open(id, by: sent.system, at: sent.moment)
        guard opened.view.problems.isEmpty else { throw Failure.problems(opened.view.problems) }
        let acting = sent.system.acting(for: opened.filing.applicant)
        let sender = CaseDesk.Sender(
            acting: { _ in acting }, channel: SystemDraftDesk.channel, key: key, moment: sent.moment,
            entropy: sent.entropy)
        return try await cases.file(ApplicantDesk.asked(opened.filing, by: opened.view), by: sender)
    }

    func drop(_ id: Draft.ID, by system: ConnectedSystem) async throws {
        try await parts.drafts.drop(id, by: system.actor)
    }

    /// Where cases that come by this way say they came from.
    static let channel = "api"

    private static func noNeed(_ id: String, at place: String) -> Problem {
        Problem(
            place: place, message: Wording(zh: "没有“\(id)”这项材料", en: "There is no need `\(id)`"),
            remedy: Wording(zh: "从 needs 中选", en: "take it from `needs`"))
    }

    private static let noTrack = Problem(
        place: "track", message: Wording(zh: "这个事项没有这种办理方式", en: "The service has no such track"),
        remedy: Wording(zh: "从 tracks 中选一个", en: "choose one of `tracks`"))
}
