import Definitions
import Hummingbird
import Values
import Web

/// The board of promises and measures, and one metric of it.
struct BoardRoutes: Sendable {
    let desk: BoardDesk
    let staff: StaffDesk

    func add(to table: inout RouteTable) {
        table.page("/w/board", .readBoard, showBoard)
        table.page("/w/board/{metric}", .readBoard, showMetric)
        table.page("/w/late", .readBoard, showLate)
        MetricCaseRoutes(board: self).add(to: &table)
    }

    func refresh() async throws {
        try await desk.parts.territory.refreshIfOld()
        try await desk.parts.catalogue.refreshIfOld()
    }

    /// The regions of which a post sees figures; the city sees all, a district its own.
    struct View {
        let question: BoardDesk.Question
        /// Empty where there is nothing to choose.
        let regions: [(id: String, name: Wording)]
    }

    func view(_ visit: Visit) throws -> View {
        let officer = try staff.officer(try visit.session())
        let query = try visit.query()
        let territory = desk.parts.territory.current
        let last = query.filled("to").flatMap { Month($0) } ?? Month(visit.day)
        let first = query.filled("from").flatMap { Month($0) } ?? Month(visit.day.adding(months: -11))
        var question = BoardDesk.Question(
            region: nil, first: min(first, last), last: max(first, last),
            reported: query.filled("reported").flatMap { Month($0) })
        guard officer.post.region == territory.root?.id else {
            question.region = officer.post.region
            return View(question: question, regions: [])
        }
        if let asked = query.filled("region") {
            guard territory.regions[asked] != nil else { throw Failure.notFound(BoardWords.noRegion) }
            question.region = asked
        }
        let districts = territory.root.map { territory.regions(below: $0.id, on: visit.day) } ?? []
        return View(question: question, regions: districts.map { ($0.id, $0.name) })
    }

    var regionNames: [String: Wording] { desk.parts.territory.current.regions.mapValues(\.name) }

    @Sendable private func showBoard(_ visit: Visit) async throws -> Response {
        try await refresh()
        let view = try view(visit)
        let late = try await desk.late(in: view.question.region, limit: 0, on: visit.day).counts
        let page = BoardPage(
            measured: try await desk.measured(view.question, on: visit.day), question: view.question,
            regions: view.regions, names: regionNames, counted: try await desk.counted(),
            late: late.reduce(0) { $0 + $1.cases }, today: visit.day)
        return try visit.staffPage(
            PageHeading(title: BoardWords.board[visit.language], column: BoardWords.column[visit.language]),
            current: BoardPage.link, body: page.body(in: visit.language))
    }

    /// What is open and late, the oldest first.
    @Sendable private func showLate(_ visit: Visit) async throws -> Response {
        try await refresh()
        let view = try view(visit)
        let (counts, cases) = try await desk.late(
            in: view.question.region, limit: LateCasesPage.length, on: visit.day)
        var rows: [LateCasesPage.Row] = []
        for late in cases {
            rows.append(
                LateCasesPage.Row(
                    late: late, service: try await desk.name(of: late.service, .service, on: visit.day),
                    unit: try await desk.name(of: late.unit, .unit, on: visit.day)))
        }
        let page = LateCasesPage(
            regions: counts.map {
                (regionNames[$0.region] ?? Wording(zh: $0.region, en: $0.region), $0.cases, $0.oldest)
            },
            rows: rows, count: counts.reduce(0) { $0 + $1.cases }, today: visit.day)
        return try visit.staffPage(
            PageHeading(title: LateCaseWords.title[visit.language], column: BoardWords.column[visit.language]),
            current: BoardPage.link, body: page.body(in: visit.language))
    }

    @Sendable private func showMetric(_ visit: Visit) async throws -> Response {
        try await refresh()
        let view = try view(visit)
        let one = try await desk.measured(visit.parameter("metric"), view.question, on: visit.day)
        var shares: [(dimension: MetricDimension, shares: [BoardDesk.Share])] = []
        for dimension in [MetricDimension.unit, .region, .service, .channel] {
            let found = try await desk.shares(of: one.metric, by: dimension, view.question, on: visit.day)
            shares.append((dimension, found))
        }
        let before = try visit.query().filled("before").flatMap { FaultCursor($0) }
        let (faults, next) = try await faults(of: one, before: before, on: visit.day)
        let place = one.region.flatMap { regionNames[$0] } ?? BoardWords.wholeCity
        let page = MetricPage(
            one: one, question: view.question, regions: view.regions, placeName: place, shares: shares,
            faults: faults, next: next, isFirst: before == nil, counted: try await desk.counted(), today: visit.day)
        return try visit.staffPage(
            PageHeading(title: one.metric.name[visit.language], column: BoardWords.column[visit.language]),
            current: BoardPage.link, body: page.body(in: visit.language))
    }

    private func faults(
        of one: BoardDesk.Measured, before: FaultCursor?, on day: Day
    ) async throws -> ([MetricPage.Fault], FaultCursor?) {
        guard one.metric.target != nil, one.metric.isCounted else { return ([], nil) }
        let scope = one.region.map { MetricReadingStore.FaultScope.region($0) } ?? .city
        let found = try await desk.faults(of: one.metric, in: scope, before: before, limit: MetricPage.length + 1)
        var faults: [MetricPage.Fault] = []
        for row in found.prefix(MetricPage.length) {
            faults.append(
                MetricPage.Fault(
                    row: row, service: try await desk.name(of: row.service, .service, on: day),
                    unit: try await desk.name(of: row.unit, .unit, on: day)))
        }
        let last = found.count > faults.count ? faults.last?.row : nil
        return (faults, last.map { FaultCursor(day: $0.day, caseID: $0.caseID) })
    }
}
