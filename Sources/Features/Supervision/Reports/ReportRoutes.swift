import Definitions
import Hummingbird
import Values
import Web

/// The officers' pages of scheduled reports, and their files.
struct ReportRoutes: Sendable {
    let desk: ReportDesk
    let staff: StaffDesk

    func add(to table: inout RouteTable) {
        table.page("/w/reports", .readReports, index)
        table.page("/w/reports/{report}", .readReports, show)
        table.page("/w/reports/{report}/places/{place}", .readReports, showPlace)
        table.page("/w/reports/{report}/files/{form}", .readReports, file)
    }

    private func region(_ visit: Visit) throws -> String { try staff.officer(try visit.session()).post.region }

    private func page(_ visit: Visit, _ title: String, _ body: HTML) throws -> Response {
        try visit.staffPage(
            PageHeading(title: title, column: BoardWords.column[visit.language]), current: ReportsPage.link,
            body: body)
    }

    @Sendable private func index(_ visit: Visit) async throws -> Response {
        try await desk.board.parts.territory.refreshIfOld()
        let (own, query) = (try region(visit), try visit.query())
        let territory = desk.board.parts.territory.current
        // The city chooses among its districts, a district between itself and those above it.
        let others =
            own == territory.root?.id ? territory.regions(below: own, on: visit.day).map(\.id) : territory.above(own)
        let known = [own] + others
        let asked = query.filled("region") ?? own
        guard known.contains(asked) else { throw Failure.notFound(BoardWords.noRegion) }
        let every = query.filled("every").flatMap { ReportSpan.Every(rawValue: $0) }
        let before = query.filled("before").flatMap { ReportCursor($0) }
        let found = try await desk.reports(
            of: asked, .init(every: every, endsFrom: nil, endsUntil: nil), from: own, before: before,
            limit: ReportsPage.length + 1)
        let rows = Array(found.prefix(ReportsPage.length))
        let names = territory.regions.mapValues(\.name)
        let page = ReportsPage(
            rows: rows, regions: known.map { ($0, names[$0] ?? Wording(zh: $0, en: $0)) }, region: asked,
            every: every, names: names,
            next: found.count > rows.count ? rows.last.map { ReportCursor(last: $0.period.last, id: $0.id) } : nil,
            isFirst: before == nil)
        return try self.page(visit, ReportWords.title[visit.language], page.body(in: visit.language))
    }

    private func opened(_ visit: Visit) async throws -> ReportDesk.Opened {
        try await desk.board.parts.territory.refreshIfOld()
        return try await desk.report(visit.parameter("report"), from: try region(visit))
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let opened = try await opened(visit)
        let page = ReportPage(row: opened.row, report: opened.report)
        return try self.page(visit, opened.report.title[visit.language], page.body(in: visit.language))
    }

    @Sendable private func showPlace(_ visit: Visit) async throws -> Response {
        let page = ReportPlacePage(opened: try await opened(visit), place: visit.parameter("place"))
        guard !page.tables.isEmpty else { throw Failure.notFound(ReportWords.missingPlace) }
        return try self.page(visit, ReportWords.howComputed[visit.language], page.body(in: visit.language))
    }

    @Sendable private func file(_ visit: Visit) async throws -> Response {
        guard let form = ReportRow.Form(rawValue: visit.parameter("form")) else {
            throw Failure.notFound(ReportWords.missing)
        }
        try await desk.board.parts.territory.refreshIfOld()
        let (row, bytes) = try await desk.file(form, of: visit.parameter("report"), from: try region(visit))
        return Reply.file(bytes, mediaType: form.mediaType, fileName: row.fileName(form.rawValue), status: .ok)
    }
}
