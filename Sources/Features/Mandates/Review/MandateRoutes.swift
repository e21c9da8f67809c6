import Documents
import Hummingbird
import Values
import Web

/// The officers' pages of policy documents: import, review beside the source, correction, acceptance, comparison.
struct MandateRoutes: Sendable {
    let reviews: MandateReviewDesk
    private var desk: MandateDesk { reviews.desk }

    func add(to table: inout RouteTable) {
        table.page("/w/mandates", .readMandates, index)
        table.page("/w/mandates/new", .manageMandates, showUpload)
        table.form("/w/mandates", .manageMandates, upTo: .upload, upload)
        table.page("/w/mandates/{document}", .readMandates, show)
        table.page("/w/mandates/{document}/file", .readMandates, file)
        table.page("/w/mandates/{document}/comparison", .readMandates, compare)
        MandateReviewRoutes(reviews: reviews).add(to: &table)
    }

    /// The region whose documents the officer sees.
    static func region(_ visit: Visit) throws(Failure) -> String {
        guard let post = try visit.session().post else { throw Failure.forbidden(StaffWords.noPost) }
        return post.region
    }

    static func mayManage(_ visit: Visit) -> Bool {
        Permissions.standings(of: visit.visitor).contains { Permissions.allows(.manageMandates, to: $0) }
    }

    static func page(
        _ visit: Visit, _ title: String, _ body: HTML, hasProblems: Bool, status: HTTPResponse.Status
    ) throws -> Response {
        try visit.staffPage(
            PageHeading(title: title, column: MandatePageWords.title[visit.language], showsProblems: hasProblems),
            current: MandatesPage.link, body: body, status: status)
    }

    @Sendable private func index(_ visit: Visit) async throws -> Response {
        try await desk.territory.refreshIfOld()
        let before = try visit.query().filled("before").flatMap { MandateCursor($0) }
        let found = try await desk.documents(
            from: try MandateRoutes.region(visit), before: before, limit: MandatesPage.length + 1)
        let rows = Array(found.prefix(MandatesPage.length))
        let last = found.count > rows.count ? rows.last : nil
        let page = MandatesPage(
            rows: rows, next: last.map { MandateCursor(at: $0.importedAt, id: $0.id) }, isFirst: before == nil,
            mayManage: MandateRoutes.mayManage(visit), today: visit.day)
        return try MandateRoutes.page(
            visit, MandatePageWords.title[visit.language], page.body(in: visit.language), hasProblems: false,
            status: .ok)
    }

    // MARK: Import

    @Sendable private func showUpload(_ visit: Visit) async throws -> Response {
        try form(visit, isLaterVersion: false, problems: [], existing: nil, status: .ok)
    }

    private func form(
        _ visit: Visit, isLaterVersion: Bool, problems: [Problem], existing: (id: String, why: Wording)?,
        status: HTTPResponse.Status
    ) throws -> Response {
        let page = MandateUploadPage(isLaterVersion: isLaterVersion, problems: problems, existing: existing)
        return try MandateRoutes.page(
            visit, MandatePageWords.upload[visit.language], page.body(for: visit.reader, key: visit.formKey),
            hasProblems: !problems.isEmpty, status: status)
    }

    /// Nothing is kept of a file that cannot be read; the sentence says why and what to do.
    @Sendable private func upload(_ visit: Visit) async throws -> Response {
        try await desk.territory.refreshIfOld()
        let isLater = visit.form.isTrue("later-version")
        guard let file = visit.form.file("file") else {
            let said = MandatePageWords.fileNeeded
            return try form(
                visit, isLaterVersion: isLater, problems: [Problem(place: "file", message: said, remedy: said)],
                existing: nil, status: .unprocessableContent)
        }
        let (read, problems) = try MandateRoutes.read(file)
        guard let source = read else {
            return try form(
                visit, isLaterVersion: isLater, problems: problems, existing: nil, status: .unprocessableContent)
        }
        let arrival = MandateDesk.Arrival(bytes: file.bytes, name: file.name, source: source)
        let outcome = try await desk.take(
            arrival, region: try MandateRoutes.region(visit), isLaterVersion: isLater,
            try visit.acting("mandates/import"))
        switch outcome {
        case .recorded(let id): return Reply.see(MandatePage.link(id))
        case .same(let id):
            return try form(
                visit, isLaterVersion: isLater, problems: [], existing: (id, MandatePageWords.same),
                status: .conflict)
        case .earlierVersion(let id):
            return try form(
                visit, isLaterVersion: isLater, problems: [], existing: (id, MandatePageWords.earlier),
                status: .conflict)
        case .noEarlierVersion:
            let said = MandatePageWords.noEarlier
            return try form(
                visit, isLaterVersion: isLater,
                problems: [Problem(place: "later-version", message: said, remedy: said)], existing: nil,
                status: .unprocessableContent)
        }
    }

    /// The text of a file, or what is wrong with it.
    private static func read(_ file: FormInput.File) throws(Failure) -> (source: SourceText?, problems: [Problem]) {
        do throws(Failure) {
            return (try DocumentReader(limits: .standard).read(file.bytes, name: file.name), [])
        } catch {
            guard case .problems(let problems) = error else { throw error }
            let told = problems.map { problem in
                let whole = Wording(
                    zh: "\(problem.message.zh)；\(problem.remedy.zh)", en: "\(problem.message.en); \(problem.remedy.en)")
                return Problem(place: "file", message: whole, remedy: problem.remedy)
            }
            return (nil, told)
        }
    }

    // MARK: Reading

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try await desk.territory.refreshIfOld()
        let region = try MandateRoutes.region(visit)
        let document = try await desk.open(visit.parameter("document"), from: region).document
        let units = try await reviews.units(for: document.region, on: visit.day)
        let ids = Set(document.tasks.flatMap { $0.assignment?.lead ?? [] })
        let names = Dictionary(uniqueKeysWithValues: ids.map { ($0, units.shown($0)) })
        let page = MandatePage(
            document: document, unitNames: names, mayManage: MandateRoutes.mayManage(visit), today: visit.day)
        return try MandateRoutes.page(
            visit, document.ledger.paper.title, page.body(in: visit.language), hasProblems: false, status: .ok)
    }

    @Sendable private func file(_ visit: Visit) async throws -> Response {
        let region = try MandateRoutes.region(visit)
        let opened = try await desk.open(visit.parameter("document"), from: region)
        let (name, bytes) = try await desk.file(of: opened)
        // Never shown by the browser: what it holds came from outside.
        return Reply.file(bytes, mediaType: FileType.paper.mediaType, fileName: name, status: .ok)
    }

    @Sendable private func compare(_ visit: Visit) async throws -> Response {
        let region = try MandateRoutes.region(visit)
        let document = try await desk.open(visit.parameter("document"), from: region).document
        guard let comparison = try await reviews.comparison(of: document, from: region) else {
            throw MandateDesk.missing
        }
        let page = MandateComparisonPage(document: document, comparison: comparison)
        return try MandateRoutes.page(
            visit, MandatePageWords.comparison[visit.language], page.body(in: visit.language), hasProblems: false,
            status: .ok)
    }
}
