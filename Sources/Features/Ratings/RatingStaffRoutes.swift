import Hummingbird
import Values
import Web

/// The officers' pages of ratings: codes at the window, measures, and the corrections behind them.
struct RatingStaffRoutes: Sendable {
    let reading: RatingReadingDesk
    let staff: StaffDesk
    private var desk: RatingDesk { reading.desk }

    func add(to table: inout RouteTable) {
        table.page("/w/case/{case}/rating", .takeInAtWindow, showCodes)
        table.page("/w/ratings", .superviseRatings, showMeasures)
        table.page("/w/ratings/corrections", .superviseRatings, showCorrections)
        table.page("/w/ratings/uncovered", .superviseRatings, showUncovered)
    }

    private func officer(_ visit: Visit) async throws -> StaffDesk.Officer {
        try await desk.parts.territory.refreshIfOld()
        try await desk.parts.catalogue.refreshIfOld()
        return try staff.officer(try visit.session())
    }

    private func page(_ visit: Visit, _ title: Wording, _ body: HTML, current: Link) throws -> Response {
        try visit.staffPage(
            PageHeading(title: title[visit.language], column: RatingWords.column[visit.language]), current: current,
            body: body)
    }

    /// The codes of a case for the person at the window, on paper or to scan.
    @Sendable private func showCodes(_ visit: Visit) async throws -> Response {
        let officer = try await officer(visit)
        let shown = try await staff.open(visit.parameter("case"), by: officer, at: visit.moment)
        let opened = try await desk.opened(case: shown.id, on: visit.day)
        let codes = RatingCodesPage(codes: RatingRoutes.codes(opened, on: visit), isWindow: true)
        let body: HTML = """
            \(WorkHead(RatingWords.codesTitle[visit.language]), visit.language)\
            <div class="stack">\(codes.body(in: visit.language))</div>
            """
        return try page(visit, RatingWords.codesTitle, body, current: "/w/window")
    }

    // MARK: Supervision

    /// The city sees all, a district its own.
    private func region(of officer: StaffDesk.Officer) -> String? {
        officer.post.region == desk.parts.territory.current.root?.id ? nil : officer.post.region
    }

    @Sendable private func showMeasures(_ visit: Visit) async throws -> Response {
        let officer = try await officer(visit)
        let query = try visit.query()
        let last = query.filled("to").flatMap { Month($0) } ?? Month(visit.day)
        let first = query.filled("from").flatMap { Month($0) } ?? Month(visit.day.adding(months: -11))
        let (from, to) = (min(first, last), max(first, last))
        let region = region(of: officer)
        let measures = try await reading.measures(region: region, months: from.ratingMonth...to.ratingMonth)
        let territory = desk.parts.territory.current
        let place = region.flatMap { territory.regions[$0]?.name } ?? territory.root?.name ?? RatingWords.unnamed
        let lag = try await desk.parts.database.read { try FollowerStore.lag(of: "ratings", in: $0) }
        let page = MeasuresPage(
            measures: measures, placeName: place, first: from, last: to,
            gapNames: names(of: measures.gaps, on: visit.day), lag: lag)
        return try self.page(
            visit, RatingWords.supervision, page.body(in: visit.language), current: MeasuresPage.link)
    }

    private func names(of gaps: [RatingDimension: [String]], on day: Day) -> [RatingDimension: [Wording]] {
        var names: [RatingDimension: [Wording]] = [:]
        let root = desk.parts.territory.current.root?.id ?? ""
        names[.item] = gaps[.item]?.map { id in
            desk.parts.catalogue.items.current.item(id, on: day, root: root)?.name ?? Wording(zh: id, en: id)
        }
        names[.unit] = gaps[.unit]?.map { id in
            let name = reading.unitName(id)
            return Wording(zh: name, en: name)
        }
        names[.channel] = gaps[.channel]?.map { RatingWords.channel($0) }
        return names
    }

    @Sendable private func showCorrections(_ visit: Visit) async throws -> Response {
        let officer = try await officer(visit)
        let query = try visit.query()
        let view = query.filled("view").flatMap { CorrectionStore.View(rawValue: $0) } ?? .open
        let before = query.filled("before").flatMap { RatingCursor($0) }
        let rows = try await reading.corrections(
            view, region: region(of: officer), before: before, limit: CorrectionsPage.length + 1, on: visit.day)
        let shown = Array(rows.prefix(CorrectionsPage.length))
        let next = rows.count > shown.count ? shown.last?.correction : nil
        let page = CorrectionsPage(
            view: view, rows: shown, next: next.map { RatingCursor(at: $0.openedAt, id: $0.caseID) },
            isFirst: before == nil, today: visit.day)
        return try self.page(
            visit, RatingWords.corrections, page.body(in: visit.language), current: MeasuresPage.link)
    }

    @Sendable private func showUncovered(_ visit: Visit) async throws -> Response {
        let officer = try await officer(visit)
        let before = try visit.query().filled("before").flatMap { RatingCursor($0) }
        let found = try await reading.closed(
            in: region(of: officer), before: before, limit: CorrectionsPage.length + 1)
        let shown = Array(found.prefix(CorrectionsPage.length))
        var rows: [(service: RatedService, name: Wording, unit: String)] = []
        for service in shown {
            let name = try await reading.serviceName(service.service, on: visit.day)
            rows.append((service, name, reading.unitName(service.unit)))
        }
        let last = found.count > shown.count ? shown.last : nil
        let page = UncoveredPage(
            rows: rows,
            next: last.flatMap { service in service.happenedAt.map { RatingCursor(at: $0, id: service.rating) } },
            isFirst: before == nil)
        return try self.page(
            visit, RatingWords.uncovered, page.body(in: visit.language), current: MeasuresPage.link)
    }
}

extension Month {
    /// `2026-03`.
    package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// Reads `2026-03`; nil for anything else.
    init?(_ text: String) {
        guard let day = Day(text + "-01") else { return nil }
        self.init(day)
    }

    var ratingMonth: Int { year * 100 + month }
}
