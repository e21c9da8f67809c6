import Casework
import Definitions
import Documents
import Hummingbird
import Values
import Web

/// The public paths of one case of the applicant: progress, receipt, documents, certificate, actions.
package struct MyCaseRoutes: Sendable {
    private let desk: ApplicantDesk

    package init(desk: ApplicantDesk) {
        self.desk = desk
    }

    package func add(to table: inout RouteTable) {
        table.page("/cases/{case}", .readOwnCases, showCase)
        table.page("/cases/{case}/receipt", .readOwnCases, showReceipt)
        table.page("/cases/{case}/results", .readOwnCases, showResults)
        table.page("/cases/{case}/documents/{document}", .readOwnCases, showDocument)
        table.page("/cases/{case}/documents/{document}/text", .readOwnCases, showDocumentText)
        table.page("/cases/{case}/actions/{action}", .actAsApplicant, showAction)
        table.form("/cases/{case}/actions/{action}", .actAsApplicant, upTo: .upload, act)
        table.page("/certificates/{certificate}", .readCertificates, showCertificate)
    }

    private func refresh() async throws {
        try await desk.parts.territory.refreshIfOld()
        try await desk.parts.catalogue.refreshIfOld()
    }

    // MARK: One case

    private func mine(_ visit: Visit) async throws -> MyCase {
        try await refresh()
        let id: Draft.ID = try visit.identifier("case")
        return try await desk.myCase(id.text, by: try visit.session(), at: visit.moment)
    }

    @Sendable private func showCase(_ visit: Visit) async throws -> Response {
        let mine = try await mine(visit)
        let done = try visit.query().filled("done").flatMap { id in mine.plan.actions.first { $0.id == id } }
        let news = done?.deed.name.map { MyWords.done($0) }
        return visit.page(MyCasePage(mine: mine, news: news).page(for: visit.reader))
    }

    @Sendable private func showReceipt(_ visit: Visit) async throws -> Response {
        visit.page(ReceiptPage(mine: try await mine(visit)).page(for: visit.reader))
    }

    /// What every member of a bundle gave.
    @Sendable private func showResults(_ visit: Visit) async throws -> Response {
        let mine = try await mine(visit)
        guard !mine.lanes.isEmpty else { throw CaseDesk.missing }
        return visit.page(BundleResultPage(mine: mine).page(for: visit.reader))
    }

    @Sendable private func showDocument(_ visit: Visit) async throws -> Response {
        let mine = try await mine(visit)
        let document = try MyCaseRoutes.document(visit, in: mine)
        return visit.page(CaseDocumentPage(mine: mine, document: document).page(for: visit.reader))
    }

    private static func document(_ visit: Visit, in mine: MyCase) throws(Failure) -> CaseDocument {
        guard let number = Int(visit.parameter("document")),
            let document = mine.file.documents.first(where: { $0.number == number })
        else { throw .notFound(MyWords.noDocument) }
        return document
    }

    /// The exact bytes whose hash was recorded, to be checked without us.
    @Sendable private func showDocumentText(_ visit: Visit) async throws -> Response {
        let mine = try await mine(visit)
        return try CaseDocumentReply.text(of: try MyCaseRoutes.document(visit, in: mine), inCase: mine.file.id)
    }

    // MARK: Actions

    private func action(_ visit: Visit, in mine: MyCase) throws(Failure) -> Action {
        let id = visit.parameter("action")
        if let action = mine.actions.first(where: { $0.id == id }) { return action }
        guard mine.plan.actions.contains(where: { $0.id == id && $0.by.roles.contains("applicant") }) else {
            throw .notFound(MyWords.notPossibleNow)
        }
        throw .conflict(.notHere, sentence: MyWords.notPossibleNow, citation: nil)
    }

    private func page(
        _ mine: MyCase, _ action: Action, typed: FormInput?, kept: [Upload], problems: [Problem]
    ) -> MyCaseActionPage {
        MyCaseActionPage(
            mine: mine, action: action, fields: fields(of: action, in: mine),
            completion: Completion(mine: mine, action: action), typed: typed, kept: kept, problems: problems)
    }

    private func fields(of action: Action, in mine: MyCase) -> GivenFields {
        let guidance = Guidance.read(
            mine.definition, answers: mine.file.answers.compactMapValues(\.value), track: mine.file.header.track,
            at: mine.moment, calendar: mine.calendar)
        let asked = (mine.definition.questions + mine.definition.form.flatMap(\.fields)).filter {
            guidance.fields[$0] != .notNeeded
        }
        let own = asked.compactMap { id -> (field: Field, present: JSON?)? in
            guard let field = mine.definition.fields[id] else { return nil }
            let answer = mine.file.answers[id]
            // What a register or an officer established is not the applicant's to change.
            guard answer == nil || answer?.source == "applicant" else { return nil }
            return (field, answer?.value)
        }
        let territory = desk.parts.territory.current
        let regions = territory.root.map {
            territory.regions(below: $0.id, on: mine.moment.day).map { ($0.id, $0.name) }
        }
        return GivenFields(
            action.deed,
            offers: GivenFields.Offers(
                definition: mine.definition, needs: mine.plan.evidence, owed: mine.owed.map(\.need.id), units: [],
                regions: regions ?? [], fields: own),
            leavingOut: mine.owed.count == 1 && Completion(mine: mine, action: action).namesNeed ? ["need"] : [])
    }

    @Sendable private func showAction(_ visit: Visit) async throws -> Response {
        let mine = try await mine(visit)
        let page = page(mine, try action(visit, in: mine), typed: nil, kept: [], problems: [])
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    @Sendable private func act(_ visit: Visit) async throws -> Response {
        let mine = try await mine(visit)
        let action: Action
        do {
            action = try self.action(visit, in: mine)
        } catch {
            // Sent twice: the first one moved the case on, and its answer is remembered under the key.
            return try await repeated(visit, mine, or: error)
        }
        var sent = MyCaseRoutes.sent(visit.form, action, of: mine)
        let problems = said(with: &sent, visit, action, in: mine)
        let session = try visit.session()
        do {
            guard problems.isEmpty else { throw Failure.problems(problems) }
            _ = try await desk.act(sent, on: mine.file.id, by: session, try visit.acting("cases/act"))
        } catch Failure.problems(let problems) {
            // What was chosen is kept, so that nobody has to choose it again.
            let (kept, refused) = try await desk.keep(
                sent, of: mine.file.id, by: session, try visit.acting("cases/keep"))
            let told = Set(problems.map(\.place))
            let page = page(
                mine, action, typed: visit.form, kept: kept,
                problems: problems + refused.filter { !told.contains($0.place) })
            return visit.page(page.page(for: visit.reader, key: visit.formKey), status: .unprocessableContent)
        }
        let link: Link = "/cases/\(mine.file.id)"
        return Reply.see(link.with([("done", action.id)]))
    }

    /// Everything but what is said: files, promises, boxes.
    private static func sent(_ form: FormInput, _ action: Action, of mine: MyCase) -> ApplicantDesk.Sent {
        let completion = Completion(mine: mine, action: action)
        let needs = completion.needs
        let promised = needs.map(\.id).filter { form.isTrue("promise-" + $0) }
        return ApplicantDesk.Sent(
            action: action.id, said: [:],
            files: needs.compactMap { need in
                form.file(need.id).map { UploadDesk.Arrival(content: $0.bytes, name: $0.name, need: need.id) }
            },
            kept: needs.flatMap { form.all($0.id + "-kept") }.compactMap { Upload.ID($0) }, promised: promised,
            confirmed: Set(mine.unanswered.indices.filter { form.isTrue(MyWords.seenToID($0)) }),
            told: promised.reduce(into: [:]) { $0[$1] = form["told-" + $1] },
            stageSeen: form["stage"].flatMap { Int($0) })
    }

    /// Reads what is said; a single document that came says which one it is. Gives what must be put right.
    private func said(
        with sent: inout ApplicantDesk.Sent, _ visit: Visit, _ action: Action, in mine: MyCase
    ) -> [Problem] {
        let reading = fields(of: action, in: mine).read(visit.form, on: visit.day)
        sent.said = reading.said
        let completion = Completion(mine: mine, action: action)
        guard completion.namesNeed, sent.said["need"] == nil else { return reading.problems }
        let brought = Set(sent.files.map(\.need))
        let candidates = mine.owed.count == 1 ? Set(mine.owed.map(\.need.id)) : brought
        guard candidates.count == 1, let only = candidates.first else { return reading.problems }
        sent.said["need"] = .text(only)
        return reading.problems.filter { $0.place != "need" }
    }

    private func repeated(_ visit: Visit, _ mine: MyCase, or failure: Failure) async throws -> Response {
        let id = visit.parameter("action")
        let key = try visit.commandKey("cases/act")
        guard try await desk.wasDone(key) else { throw failure }
        let link: Link = "/cases/\(mine.file.id)"
        return Reply.see(link.with([("done", id)]))
    }

    // MARK: Certificates

    @Sendable private func showCertificate(_ visit: Visit) async throws -> Response {
        try await refresh()
        let certificate = try await desk.certificate(
            try visit.identifier("certificate"), by: visit.visitor, at: visit.moment)
        let definition = try await desk.definition(ofCase: certificate.caseID)
        let code = QRCode(certificate.number, correction: .quartile).map { ($0.path, $0.viewBoxSide) }
        let page = CertificatePage(
            certificate: certificate, fields: definition?.fields ?? [:], code: code,
            isSample: visit.site.identity.isSampleData)
        return visit.page(page.page(for: visit.reader))
    }
}

enum CaseDocumentReply {
    /// Throws `Failure.notFound` after erasure.
    static func text(of document: CaseDocument, inCase id: String) throws(Failure) -> Response {
        guard let text = document.fields[Language.chinese.rawValue]?.text else { throw .notFound(MyWords.noDocument) }
        return Reply.file(
            Array(text.utf8), mediaType: "text/plain; charset=utf-8", fileName: "\(id)-\(document.number).txt",
            status: .ok)
    }
}
