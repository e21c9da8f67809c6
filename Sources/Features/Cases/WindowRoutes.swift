import Casework
import Definitions
import Hummingbird
import Values
import Web

/// The paths of the window: who is present, filling in, documents, filing, receipt.
package struct WindowRoutes: Sendable {
    private let desk: WindowDesk
    private let staff: StaffRoutes

    package init(desk: WindowDesk) {
        self.desk = desk
        staff = StaffRoutes(desk: desk.staff)
    }

    package func add(to table: inout RouteTable) {
        table.page("/w/window", .takeInAtWindow, showStart)
        table.form("/w/window", .takeInAtWindow, upTo: .form, begin)
        table.page("/w/window/{draft}/files/{file}", .takeInAtWindow, showFile)
        table.form("/w/window/{draft}/filing", .takeInAtWindow, upTo: .form, file)
        table.form("/w/window/{draft}/evidence", .takeInAtWindow, upTo: .upload, saveEvidence)
        table.page("/w/window/{draft}/{step}", .takeInAtWindow, showStep)
        table.form("/w/window/{draft}/form", .takeInAtWindow, upTo: .form, saveForm)
        table.page("/w/case/{case}/receipt", .readCaseAsOfficer, showReceipt)
    }

    private func officer(_ visit: Visit) throws(Failure) -> StaffDesk.Officer {
        try desk.staff.officer(try visit.session())
    }

    private func page(
        _ visit: Visit, _ title: String, _ body: HTML, problems: [Problem], status: HTTPResponse.Status
    ) throws -> Response {
        try visit.staffPage(
            PageHeading(
                title: title, column: WindowWords.title[visit.language], showsProblems: !problems.isEmpty),
            current: WindowPage.link, body: body, status: status)
    }

    private func regions(on day: Day) -> [(id: String, name: Wording)] {
        let territory = desk.parts.territory.current
        return territory.root.map { territory.regions(below: $0.id, on: day).map { ($0.id, $0.name) } } ?? []
    }

    // MARK: Begin

    @Sendable private func showStart(_ visit: Visit) async throws -> Response {
        try await start(visit, WindowDesk.Arrival(), problems: [], status: .ok)
    }

    private func start(
        _ visit: Visit, _ arrival: WindowDesk.Arrival, problems: [Problem], status: HTTPResponse.Status
    ) async throws -> Response {
        let officer = try officer(visit)
        try await desk.parts.territory.refreshIfOld()
        try await desk.parts.catalogue.refreshIfOld()
        let services = try await desk.services(of: officer, on: visit.day)
        var kept: [(draft: Draft, service: Wording, applicant: String)] = []
        for draft in try await desk.drafts(of: officer) {
            let definition = try await desk.parts.catalogue.definition(draft.definition)
            kept.append((draft, definition.service.name, try await desk.name(of: draft.applicant)))
        }
        let page = WindowPage(services: services, kept: kept, arrival: arrival, problems: problems)
        return try self.page(
            visit, WindowWords.title[visit.language], page.body(for: visit.reader, key: visit.formKey),
            problems: problems, status: status)
    }

    @Sendable private func begin(_ visit: Visit) async throws -> Response {
        var arrival = WindowDesk.Arrival()
        arrival.service = visit.form["service"] ?? ""
        arrival.isForEnterprise = visit.form["for"] == "enterprise"
        arrival.name = visit.form["name"] ?? ""
        arrival.idNumber = visit.form["id-number"] ?? ""
        arrival.code = visit.form["code"] ?? ""
        arrival.hasPaperDelegation = visit.form.isTrue("paper")
        do {
            let draft = try await desk.begin(arrival, by: try officer(visit), try visit.acting("window/begin"))
            return Reply.see(WindowStep.form.link(draft.id))
        } catch Failure.problems(let problems) {
            return try await start(visit, arrival, problems: problems, status: .unprocessableContent)
        }
    }

    // MARK: Steps

    private func open(_ visit: Visit) async throws -> OpenDraft {
        try await desk.open(try visit.identifier("draft"), by: try officer(visit), at: visit.moment)
    }

    /// What a page shows again after it was sent.
    private struct Again {
        var typed: FormInput?
        var problems: [Problem] = []
        var isConflict = false
    }

    private func page(
        _ visit: Visit, _ open: OpenDraft, _ step: WindowStep, _ again: Again, status: HTTPResponse.Status
    ) throws -> Response {
        let page = WindowStepPage(
            open: open, step: step, typed: again.typed, problems: again.problems, isConflict: again.isConflict,
            regions: regions(on: visit.day))
        return try self.page(
            visit, page.title(in: visit.language), page.body(for: visit.reader, key: visit.formKey),
            problems: again.problems, status: status)
    }

    @Sendable private func showStep(_ visit: Visit) async throws -> Response {
        guard let step = WindowStep(rawValue: visit.parameter("step")) else {
            throw Failure.notFound(ApplyWords.noStep)
        }
        return try page(visit, try await open(visit), step, Again(), status: .ok)
    }

    @Sendable private func saveForm(_ visit: Visit) async throws -> Response {
        let before = try await open(visit)
        var change = ApplicantDesk.Change()
        var again = Again(typed: visit.form)
        if before.hasCommitment { change.track = visit.form["track"] }
        for field in WindowStepPage.sections(of: before).flatMap(before.fields) where !before.isKnown(field.id) {
            switch AnswerField(field, regions: regions(on: visit.day)).read(visit.form, on: visit.day) {
            case .empty: change.answers[field.id] = .null
            case .answer(let answer): change.answers[field.id] = answer
            case .problem(let problem): again.problems.append(problem)
            }
        }
        return try await save(visit, change, .form, again)
    }

    @Sendable private func saveEvidence(_ visit: Visit) async throws -> Response {
        let officer = try officer(visit)
        let before = try await open(visit)
        var again = Again(typed: visit.form)
        if let removed = visit.form["remove"].flatMap({ Upload.ID($0) }) {
            try await desk.remove(removed, from: before.draft.id, by: officer)
        }
        let acting = try visit.acting("window/upload")
        for (index, need) in before.needs.enumerated() {
            guard let file = visit.form.file(need.need.id) else { continue }
            let part = AccountActing(
                actor: acting.actor, moment: acting.moment, entropy: acting.entropy.part("upload", index), key: nil)
            do {
                try await desk.keep(
                    UploadDesk.Arrival(content: file.bytes, name: file.name, need: need.need.id),
                    in: before.draft.id, by: officer, part)
            } catch Failure.problems(let found) {
                again.problems += found
            }
        }
        let needs = before.needs.map(\.need)
        let change = ApplicantDesk.Change(reading: visit.form, for: needs)
        return try await save(visit, change, .evidence, again)
    }

    private func save(
        _ visit: Visit, _ change: ApplicantDesk.Change, _ step: WindowStep, _ sent: Again
    ) async throws -> Response {
        var again = sent
        let id: Draft.ID = try visit.identifier("draft")
        let saved: OpenDraft
        do {
            saved = try await desk.save(
                change, in: id, over: visit.form["revision"].flatMap { Int($0) } ?? 0, by: try officer(visit),
                try visit.acting("window/save"))
        } catch Failure.conflict(.changedMeanwhile, _, _) {
            again.isConflict = true
            return try page(visit, try await open(visit), step, again, status: .conflict)
        }
        if visit.form["remove"] != nil { return try page(visit, saved, step, again, status: .ok) }
        if visit.form["later"] != nil, again.problems.isEmpty { return Reply.see(WindowPage.link) }
        let unread = Set(again.problems.map(\.place))
        again.problems += saved.problems.filter { problem in
            (saved.step(of: problem.place) == .evidence) == (step == .evidence) && !unread.contains(problem.place)
        }
        guard again.problems.isEmpty else { return try page(visit, saved, step, again, status: .unprocessableContent) }
        return Reply.see((step == .form ? WindowStep.evidence : .check).link(id))
    }

    @Sendable private func showFile(_ visit: Visit) async throws -> Response {
        let (upload, bytes) = try await desk.file(
            try visit.identifier("file"), of: try visit.identifier("draft"), by: try officer(visit))
        return Reply.file(bytes, mediaType: upload.type.mediaType, fileName: upload.name, status: .ok)
    }

    // MARK: File

    @Sendable private func file(_ visit: Visit) async throws -> Response {
        do {
            let id = try await desk.file(
                try visit.identifier("draft"), by: try officer(visit), try visit.acting("window/file"))
            return Reply.see("/w/case/\(id)/receipt")
        } catch Failure.problems(let problems) {
            return try page(
                visit, try await open(visit), .check, Again(problems: problems), status: .unprocessableContent)
        }
    }

    @Sendable private func showReceipt(_ visit: Visit) async throws -> Response {
        let (_, shown) = try await staff.open(visit)
        return try page(
            visit, WindowWords.receipt[visit.language], WindowReceiptPage(shown: shown).body(in: visit.language),
            problems: [], status: .ok)
    }
}
