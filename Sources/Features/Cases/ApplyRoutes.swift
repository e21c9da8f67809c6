import Casework
import Definitions
import Hummingbird
import Values
import Web

/// The public paths of drafts: begin, fill in step by step, check, file.
package struct ApplyRoutes: Sendable {
    private let desk: ApplicantDesk
    private let territory: TerritoryDesk

    package init(desk: ApplicantDesk) {
        self.desk = desk
        territory = desk.parts.territory
    }

    package func add(to table: inout RouteTable) {
        table.form("/drafts", .keepDrafts, upTo: .form, begin)
        table.page("/apply/{draft}/check", .keepDrafts) { try await unlessFiled($0, showCheck) }
        table.form("/apply/{draft}/filing", .fileCase, upTo: .form, file)
        // A path of its own, because its form brings files; the router then needs its page there too.
        table.page("/apply/{draft}/evidence", .keepDrafts) { try await unlessFiled($0, showStep) }
        table.form("/apply/{draft}/evidence", .keepDrafts, upTo: .upload) { try await unlessFiled($0, saveEvidence) }
        table.page("/apply/{draft}/files/{file}", .keepDrafts, showFile)
        table.page("/apply/{draft}/{step}", .keepDrafts) { try await unlessFiled($0, showStep) }
        table.form("/apply/{draft}/{step}", .keepDrafts, upTo: .form) { try await unlessFiled($0, saveStep) }
        table.page("/my/drafts", .keepDrafts, showDrafts)
        table.page("/my/drafts/{draft}/removal", .keepDrafts, askRemoval)
        table.form("/my/drafts/{draft}/removal", .keepDrafts, upTo: .form, remove)
    }

    // MARK: Begin

    @Sendable private func begin(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let service = visit.form["service"] ?? ""
        let region = visit.form["region"] ?? ""
        try await refresh()
        let definition = try await desk.parts.catalogue.definition(of: service, region: region, on: visit.day)
        var answers: [String: JSON] = [:]
        for (id, field) in definition.fields {
            let control = AnswerField(field, id: "q-" + id, regions: [])
            if case .answer(let answer) = control.read(visit.form, on: visit.day) { answers[id] = answer }
        }
        let wish = ApplicantDesk.Wish(service: service, region: region, answers: answers)
        let draft = try await desk.begin(wish, by: session, try visit.acting("drafts/begin"))
        let open = try await desk.open(draft.id, by: session, at: visit.moment)
        return Reply.see(ApplyPage.link(draft.id, open.steps[0], isCorrection: false))
    }

    private func refresh() async throws {
        try await territory.refreshIfOld()
        try await desk.parts.catalogue.refreshIfOld()
    }

    private func regions(on day: Day) -> [(id: String, name: Wording)] {
        let territory = territory.current
        return territory.root.map { territory.regions(below: $0.id, on: day).map { ($0.id, $0.name) } } ?? []
    }

    private func open(_ visit: Visit) async throws -> OpenDraft {
        try await refresh()
        return try await desk.open(try visit.identifier("draft"), by: try visit.session(), at: visit.moment)
    }

    private static func step(_ visit: Visit, in open: OpenDraft) throws(Failure) -> ApplyStep {
        let name = visit.parameter("step")
        guard let step = name.isEmpty ? .evidence : ApplyStep(name), open.steps.contains(step) else {
            throw .notFound(ApplyWords.noStep)
        }
        return step
    }

    /// A draft that is not there because it was filed leads to its case: whoever goes back after filing comes here.
    private func unlessFiled(
        _ visit: Visit, _ answer: (Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await answer(visit)
        } catch Failure.notFound(let sentence) {
            let id: Draft.ID = try visit.identifier("draft")
            guard let filed = try? await desk.filed(id, by: try visit.session(), at: visit.moment) else {
                throw Failure.notFound(sentence)
            }
            return visit.page(FiledDraftPage(id: filed).page(in: visit.language), status: .notFound)
        }
    }

    // MARK: Steps

    /// What a page of a step shows besides the draft.
    private struct Shown {
        var problems: [Problem] = []
        var typed: FormInput?
        var isConflict = false
        var isCorrection = false
    }

    @Sendable private func showStep(_ visit: Visit) async throws -> Response {
        let open = try await open(visit)
        let step = try ApplyRoutes.step(visit, in: open)
        var shown = Shown()
        shown.isCorrection = try visit.query()["from"] == "check"
        if shown.isCorrection { shown.problems = open.problems.filter { open.step(of: $0.place) == step } }
        return page(visit, open, step, shown, status: .ok)
    }

    private func page(
        _ visit: Visit, _ open: OpenDraft, _ step: ApplyStep, _ shown: Shown, status: HTTPResponse.Status
    ) -> Response {
        let frame = ApplyPage(open: open, step: step, isCorrection: shown.isCorrection, problems: shown.problems)
        if step == .evidence {
            let page = ApplyEvidencePage(frame: frame, typed: shown.typed, isConflict: shown.isConflict)
            return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
        }
        if step == .way {
            let page = ApplyWayPage(frame: frame, typed: shown.typed)
            return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
        }
        let page = ApplyStepPage(
            frame: frame, typed: shown.typed, isConflict: shown.isConflict, regions: regions(on: visit.day))
        return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
    }

    @Sendable private func saveStep(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let before = try await open(visit)
        let step = try ApplyRoutes.step(visit, in: before)
        var change = ApplicantDesk.Change()
        var shown = Shown(typed: visit.form, isCorrection: visit.form["from"] == "check")
        if step == .way {
            change.track = visit.form["track"]
            if !before.definition.service.tracks.contains(change.track ?? "") {
                shown.problems.append(CommitmentWords.noSuchWay)
            }
        }
        for field in before.fields(of: step) where !before.isKnown(field.id) {
            switch AnswerField(field, regions: regions(on: visit.day)).read(visit.form, on: visit.day) {
            case .empty: change.answers[field.id] = .null
            case .answer(let answer): change.answers[field.id] = answer
            case .problem(let problem): shown.problems.append(problem)
            }
        }
        let saved: OpenDraft
        do {
            saved = try await desk.save(
                change, in: before.draft.id, over: ApplyRoutes.revision(visit.form), by: session,
                try visit.acting("drafts/save"))
        } catch Failure.conflict(.changedMeanwhile, _, _) {
            shown.isConflict = true
            return page(visit, try await open(visit), step, shown, status: .conflict)
        }
        // A draft may be left half done; what cannot be a date or a number is said at once all the same.
        let unread = Set(shown.problems.map(\.place))
        if visit.form["later"] == nil {
            shown.problems += saved.problems.filter { saved.step(of: $0.place) == step && !unread.contains($0.place) }
        }
        let order = saved.fields(of: step).map(\.id)
        shown.problems.sort { (order.firstIndex(of: $0.place) ?? 0) < (order.firstIndex(of: $1.place) ?? 0) }
        guard shown.problems.isEmpty else { return page(visit, saved, step, shown, status: .unprocessableContent) }
        return ApplyRoutes.onwards(from: step, saved, visit.form)
    }

    private static func revision(_ form: FormInput) -> Int { form["revision"].flatMap { Int($0) } ?? 0 }

    private static func onwards(from step: ApplyStep, _ open: OpenDraft, _ form: FormInput) -> Response {
        if form["later"] != nil { return Reply.see("/my/drafts") }
        let next = form["from"] == "check" ? .check : open.step(after: step)
        return Reply.see(ApplyPage.link(open.draft.id, next, isCorrection: false))
    }

    // MARK: Documents

    @Sendable private func saveEvidence(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let before = try await open(visit)
        var shown = Shown(typed: visit.form, isCorrection: visit.form["from"] == "check")
        if let removed = visit.form["remove"].flatMap({ Upload.ID($0) }) {
            try await desk.remove(removed, from: before.draft.id, by: session)
        }
        shown.problems = try await keepFiles(visit, of: before, by: session)
        let needs = before.needs.map(\.need)
        let change = ApplicantDesk.Change(reading: visit.form, for: needs)
        let saved: OpenDraft
        do {
            saved = try await desk.save(
                change, in: before.draft.id, over: ApplyRoutes.revision(visit.form), by: session,
                try visit.acting("drafts/save"))
        } catch Failure.conflict(.changedMeanwhile, _, _) {
            shown.isConflict = true
            return page(visit, try await open(visit), .evidence, shown, status: .conflict)
        }
        if visit.form["remove"] != nil { return page(visit, saved, .evidence, shown, status: .ok) }
        let refused = Set(shown.problems.map(\.place))
        if visit.form["later"] == nil {
            shown.problems += saved.problems.filter { problem in
                saved.step(of: problem.place) == .evidence && !refused.contains(problem.place)
            }
        }
        guard shown.problems.isEmpty else {
            return page(visit, saved, .evidence, shown, status: .unprocessableContent)
        }
        return ApplyRoutes.onwards(from: .evidence, saved, visit.form)
    }

    /// Keeps what can be kept; the others are told, and nothing that was kept is lost.
    private func keepFiles(_ visit: Visit, of open: OpenDraft, by session: Session) async throws -> [Problem] {
        var problems: [Problem] = []
        let acting = try visit.acting("drafts/upload")
        for (index, need) in open.needs.enumerated() {
            guard let file = visit.form.file(need.need.id) else { continue }
            let part = AccountActing(
                actor: acting.actor, moment: acting.moment, entropy: acting.entropy.part("upload", index), key: nil)
            do {
                try await desk.keep(
                    UploadDesk.Arrival(content: file.bytes, name: file.name, need: need.need.id), in: open.draft.id,
                    by: session, part)
            } catch Failure.problems(let found) {
                problems += found
            }
        }
        return problems
    }

    @Sendable private func showFile(_ visit: Visit) async throws -> Response {
        let (upload, bytes) = try await desk.file(
            try visit.identifier("file"), of: try visit.identifier("draft"), by: try visit.session())
        return Reply.file(bytes, mediaType: upload.type.mediaType, fileName: upload.name, status: .ok)
    }

    // MARK: Check and file

    @Sendable private func showCheck(_ visit: Visit) async throws -> Response {
        check(visit, try await open(visit), problems: [], status: .ok)
    }

    private func check(
        _ visit: Visit, _ open: OpenDraft, problems: [Problem], status: HTTPResponse.Status
    ) -> Response {
        let frame = ApplyPage(open: open, step: .check, isCorrection: false, problems: problems)
        let page = ApplyCheckPage(frame: frame, regions: regions(on: visit.day))
        return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
    }

    @Sendable private func file(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        try await refresh()
        let id: Draft.ID = try visit.identifier("draft")
        do {
            let filed = try await desk.file(id, by: session, try visit.acting("cases/file"))
            return Reply.see("/cases/\(filed)/receipt")
        } catch Failure.problems(let problems) {
            return check(visit, try await open(visit), problems: problems, status: .unprocessableContent)
        }
    }

    // MARK: My drafts

    @Sendable private func showDrafts(_ visit: Visit) async throws -> Response {
        try await refresh()
        let session = try visit.session()
        let entries = try await desk.draftEntries(of: session)
        return visit.page(MyDraftsPage(entries: entries).page(for: visit.reader, today: visit.day))
    }

    @Sendable private func askRemoval(_ visit: Visit) async throws -> Response {
        let open = try await open(visit)
        let page = DraftRemovalPage(draft: open.draft, service: open.definition.service.name)
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    @Sendable private func remove(_ visit: Visit) async throws -> Response {
        try await desk.drop(try visit.identifier("draft"), by: try visit.session())
        return Reply.see("/my/drafts")
    }
}

extension ApplicantDesk {
    /// Drafts of the person with what their cards show.
    func draftEntries(of session: Session) async throws -> [MyDraftsPage.Entry] {
        var entries: [MyDraftsPage.Entry] = []
        for draft in try await drafts(of: session) {
            let definition = try await parts.catalogue.definition(draft.definition)
            entries.append(
                .init(
                    draft: draft, service: definition.service.name, applicant: try await name(of: draft.applicant),
                    first: definition.questions.isEmpty ? .section(0) : .questions))
        }
        return entries
    }
}

extension ApplicantDesk.Change {
    /// What a page of documents sent: promises with the texts that were shown, and what is to follow.
    init(reading form: FormInput, for needs: [EvidenceNeed]) {
        self.init()
        shownPromises = needs.filter { $0.from.contains(.promise) }.map(\.id)
        promised = shownPromises.filter { form.isTrue("promise-" + $0) }
        shownDeferrals = needs.filter { $0.deferrable != nil }.map(\.id)
        deferred = shownDeferrals.filter { form.isTrue("later-" + $0) }
        for need in promised { told[need] = form["told-" + need] }
    }
}
