import Casework
import Definitions
import Proofs
import Storage
import Values

/// Filling in and filing: drafts of the signed-in person, with what the city already knows.
extension ApplicantDesk {
    /// Begins a draft for whom the person acts now; answers that the subject gave in earlier cases are filled in.
    ///
    /// Throws `Failure.conflict` when the service is not for that kind of applicant, `Failure.forbidden` without a
    /// delegation for it, `Failure.notFound` when the service is not offered there.
    package func begin(_ wish: Wish, by session: Session, _ acting: AccountActing) async throws -> Draft {
        let day = acting.moment.day
        let definition = try await parts.catalogue.definition(of: wish.service, region: wish.region, on: day)
        guard definition.takesApplications else { throw Failure.forbidden(CatalogueWords.onlyInternal) }
        try await cases.mustBeHandled(definition, in: wish.region, on: day)
        let subject = session.applicant
        let kinds = definition.service.applicants
        guard kinds.isEmpty || kinds.contains(subject.kind) else {
            let sentence = subject.kind == "person" ? ApplyWords.onlyEnterprises : ApplyWords.onlyPersons
            throw Failure.conflict(.condition, sentence: sentence, citation: nil)
        }
        if let delegation = session.actingFor?.delegation, !delegation.covers(wish.service, on: day) {
            throw Failure.forbidden(ApplyWords.noDelegation)
        }
        var content = Draft.Content.empty
        content.answers = try await earlierAnswers(of: subject, for: definition, on: day)
        content.answers.merge(wish.answers.filter { definition.fields[$0.key] != nil }) { $1 }
        if !definition.service.tracks.contains(content.track), let track = definition.service.tracks.first {
            content.track = track
        }
        // The same form sent twice begins one draft: its id derives from the key of the form.
        var id = ApplicantDesk.draftID(acting)
        if let existing = try? await parts.drafts.open(id, by: session.person.id.actor) { return existing.draft }
        let fixed = id.text
        if try await parts.database.read({ try EventStore.key(of: fixed, in: $0) }) != .none {
            // That draft was filed or deleted meanwhile; the old page begins another one.
            id = acting.entropy.identifier("draft", 0, at: acting.moment)
        }
        let draft = Draft(
            id: id, owner: session.person.id.actor, applicant: subject, delegation: session.actingFor?.delegation.id,
            service: wish.service, region: wish.region, definition: definition.hash, revision: 1, content: content,
            lastUsed: acting.moment, isAtWindow: false)
        return try await parts.drafts.begin(draft, as: nil, entropy: acting.entropy)
    }

    private static func draftID(_ acting: AccountActing) -> Draft.ID {
        guard let key = acting.key else { return acting.entropy.identifier("draft", 0, at: acting.moment) }
        // The day stands first, so that newer cases still come later, and a second click makes the same id.
        return Draft.ID(
            at: Moment(acting.moment.day), random: SM3.hash(Array("\(key.actor)/\(key.clientKey)".utf8)))
    }

    /// What the subject said in earlier cases, the best of each; to be looked over, never taken unseen.
    private func earlierAnswers(
        of subject: Subject, for definition: Definition, on day: Day
    ) async throws -> [String: JSON] {
        let asked = Set(definition.questions + definition.form.flatMap(\.fields))
        let known = try await parts.database.read {
            try KnownAnswerStore.answers(about: subject.description, in: $0)
        }.filter { asked.contains($0.concept) }
        var answers: [String: JSON] = [:]
        for (concept, all) in Dictionary(grouping: known, by: \.concept) {
            guard definition.fields[concept]?.isConcept == true, let best = KnownAnswer.best(of: all, on: day),
                let value = try? await cases.open(best.stream).file.answers[concept]?.value
            else { continue }
            answers[concept] = value
        }
        return answers
    }

    /// A draft as its pages show it. Throws `Failure.notFound` for another's, and when the delegation under which it
    /// was begun has ended.
    package func open(_ id: Draft.ID, by session: Session, at moment: Moment) async throws -> OpenDraft {
        try await opened(id, by: session, at: moment).view
    }

    func opened(
        _ id: Draft.ID, by session: Session, at moment: Moment
    ) async throws -> (view: OpenDraft, key: StreamKey, new: FilingRequest, delegation: Delegation?) {
        var (draft, key) = try await parts.drafts.open(id, by: session.person.id.actor)
        let delegation: Delegation?
        do {
            delegation = try await self.delegation(
                of: session.person.id, for: draft.applicant, service: draft.service, on: moment.day)
        } catch Failure.notFound {
            throw Failure.forbidden(ApplyWords.noDelegation)
        }
        let definition = try await parts.catalogue.definition(
            of: draft.service, region: draft.region, on: moment.day)
        draft.content = ApplicantDesk.fitting(draft.content, to: definition)
        let uploads = try await parts.uploads.files(of: id.text, under: key)
        let new = FilingRequest(
            id: id, service: draft.service, region: draft.region, applicant: draft.applicant,
            agent: draft.applicant == .person(session.person.id) ? nil : session.person.id,
            delegation: delegation?.id, content: draft.content,
            identity: try await identity(of: draft.applicant, agent: session.person.id), uploads: uploads,
            draftKey: key)
        let found = await cases.find(new, for: definition, at: moment)
        let guidance = Guidance.read(
            definition, answers: found.answers, track: draft.content.track, at: moment,
            calendar: parts.territory.current.calendar)
        let view = OpenDraft(
            draft: draft, definition: definition, found: found, guidance: guidance, uploads: uploads,
            standIns: Set(parts.registers.names.filter { parts.registers[$0]?.isStandIn ?? false }),
            isReplaced: draft.definition != definition.hash, applicantName: try await name(of: draft.applicant),
            moment: moment, told: try cases.told(new, found, by: definition, at: moment))
        return (view, key, new, delegation)
    }

    /// Without what another version of the definition no longer asks: answers are kept by id.
    static func fitting(_ content: Draft.Content, to definition: Definition) -> Draft.Content {
        var content = content
        content.answers = content.answers.filter { definition.fields[$0.key] != nil }
        let needs = Set(definition.plans.flatMap(\.evidence).map(\.id))
        content.promised = content.promised.filter(needs.contains)
        content.deferred = content.deferred.filter(needs.contains)
        return content
    }

    /// What a page changes in a draft.
    package struct Change: Sendable {
        /// By field; `null` takes an answer away.
        package var answers: [String: JSON] = [:]
        /// Needs that the page shows, and those of them that were ticked.
        package var shownPromises: [String] = []
        package var promised: [String] = []
        package var shownDeferrals: [String] = []
        package var deferred: [String] = []
        /// By need: the hash of the text that the page showed.
        package var told: [String: String] = [:]
        /// The way that was chosen; nil: the page does not ask.
        package var track: String?

        package init() {}
    }

    /// Saves over the revision that the page showed; `Failure.conflict` with `changedMeanwhile` when it was saved
    /// elsewhere since.
    package func save(
        _ change: Change, in id: Draft.ID, over revision: Int, by session: Session, _ acting: AccountActing
    ) async throws -> OpenDraft {
        let (view, key, _, _) = try await opened(id, by: session, at: acting.moment)
        var draft = view.draft
        draft.content = ApplicantDesk.changed(draft.content, by: change, in: view)
        draft.definition = view.definition.hash
        _ = try await parts.drafts.save(draft, under: key, over: revision, at: acting.moment, entropy: acting.entropy)
        return try await opened(id, by: session, at: acting.moment).view
    }

    /// The content after a page's change; the track follows from whether anything is to be handed in later.
    static func changed(_ content: Draft.Content, by change: Change, in view: OpenDraft) -> Draft.Content {
        var content = content
        for (field, answer) in change.answers where view.definition.fields[field] != nil {
            content.answers[field] = answer.isNull ? nil : answer
        }
        content.promised = content.promised.filter { !change.shownPromises.contains($0) } + change.promised
        content.deferred = content.deferred.filter { !change.shownDeferrals.contains($0) } + change.deferred
        for need in change.shownPromises { content.signed[need] = change.told[need] }
        if let track = change.track, view.definition.service.tracks.contains(track) {
            content.track = track
            if track == OpenDraft.commitment { content.deferred = [] }
        }
        if content.track == OpenDraft.commitment { return content }
        if view.definition.service.tracks.contains(OpenDraft.tolerance) {
            let usual = view.definition.service.tracks.first { $0 != OpenDraft.tolerance } ?? content.track
            content.track = content.deferred.isEmpty ? usual : OpenDraft.tolerance
        } else {
            content.deferred = []
        }
        return content
    }

    /// Keeps a file for a need of a draft. Throws `Failure.problems` for one that cannot be taken.
    package func keep(
        _ arrival: UploadDesk.Arrival, in id: Draft.ID, by session: Session, _ acting: AccountActing
    ) async throws {
        let (_, key) = try await parts.drafts.open(id, by: session.person.id.actor)
        let upload = try await parts.uploads.keep(
            arrival, of: id.text, under: key, at: acting.moment, entropy: acting.entropy)
        // The sweep after a day is for files whose draft never knew them.
        try await parts.database.write { try UploadStore.keep([upload.id.text], of: id.text, in: $0) }
    }

    package func remove(_ upload: Upload.ID, from id: Draft.ID, by session: Session) async throws {
        _ = try await parts.drafts.open(id, by: session.person.id.actor)
        try await parts.database.write { connection in
            guard try UploadStore.entry(upload, in: connection)?.stream == id.text else { return }
            try UploadStore.remove(upload, in: connection)
        }
    }

    /// A file of one's own draft.
    package func file(
        _ upload: Upload.ID, of id: Draft.ID, by session: Session
    ) async throws -> (Upload, [UInt8]) {
        let (_, key) = try await parts.drafts.open(id, by: session.person.id.actor)
        return try await parts.uploads.content(of: upload, stream: id.text, under: key)
    }

    /// Files a draft; sent twice, it files once. Throws `Failure.problems` with everything that is still missing.
    package func file(_ id: Draft.ID, by session: Session, _ acting: AccountActing) async throws -> String {
        // Filed before, by this form or another tab: the case has the draft's id.
        if let filed = try await filed(id, by: session, at: acting.moment) { return filed }
        let (view, _, new, delegation) = try await opened(id, by: session, at: acting.moment)
        guard view.problems.isEmpty else { throw Failure.problems(view.problems) }
        let sender = sender(session.person.id, for: new.applicant, under: delegation, in: nil, acting)
        do {
            _ = try await cases.file(ApplicantDesk.asked(new, by: view), by: sender)
        } catch Failure.notFound {
            guard let filed = try await filed(id, by: session, at: acting.moment) else { throw CaseDesk.missing }
            return filed
        }
        return id.text
    }

    /// Without answers to questions that do not arise, and without promises and deferrals that are not needed.
    static func asked(_ new: FilingRequest, by view: OpenDraft) -> FilingRequest {
        var content = new.content
        content.answers = content.answers.filter { view.guidance.fields[$0.key] != .notNeeded }
        let needed = Set(view.needs.map(\.need.id))
        content.promised = content.promised.filter(needed.contains)
        content.signed = content.signed.filter { needed.contains($0.key) }
        content.deferred = content.deferred.filter(needed.contains)
        return FilingRequest(
            id: new.id, service: new.service, region: new.region, applicant: new.applicant, agent: new.agent,
            delegation: new.delegation, content: content, identity: new.identity,
            uploads: new.uploads.filter { needed.contains($0.need) }, draftKey: new.draftKey)
    }

    /// The case that a draft became; nil when there is none. Throws `Failure.notFound` for another's.
    func filed(_ id: Draft.ID, by session: Session, at moment: Moment) async throws -> String? {
        guard try await parts.database.read({ try CaseStore.row(id.text, in: $0) }) != nil else { return nil }
        _ = try await permitted(id.text, session, at: moment)
        return id.text
    }

    package func drafts(of session: Session) async throws -> [Draft] {
        // What he takes in at the window as a clerk is not his own.
        try await parts.drafts.drafts(of: session.person.id.actor).filter { !$0.isAtWindow }
    }

    package func drop(_ id: Draft.ID, by session: Session) async throws {
        try await parts.drafts.drop(id, by: session.person.id.actor)
    }
}
