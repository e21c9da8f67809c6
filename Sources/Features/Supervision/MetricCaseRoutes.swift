import Definitions
import Hummingbird
import Values
import Web

/// From a figure to the cases behind it: of a metric of the board, and of a figure of a document.
struct MetricCaseRoutes: Sendable {
    let board: BoardRoutes
    private var desk: BoardDesk { board.desk }
    private var cases: MetricCaseDesk { MetricCaseDesk(board: desk) }

    func add(to table: inout RouteTable) {
        table.page("/w/board/{metric}/cases", .readBoard, show)
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try await board.refresh()
        let view = try board.view(visit)
        let id = visit.parameter("metric")
        let one = try await desk.measured(id, view.question, on: visit.day)
        return try await page(
            visit, one, view.question, own: MetricCasesPage.link(of: id),
            back: BoardFilterPage.link(BoardPage.link(of: id), view.question))
    }

    /// The list of one measured figure.
    func page(
        _ visit: Visit, _ one: BoardDesk.Measured, _ question: BoardDesk.Question, own: Link, back: Link
    ) async throws -> Response {
        let query = try visit.query()
        let show = query.filled("show").flatMap { MetricCaseDesk.Show(rawValue: $0) } ?? .all
        let before = query.filled("before").map { String($0.prefix(40)) }
        let found = try await cases.cases(
            of: one.metric, question, show: show, before: before, limit: MetricCasesPage.length)
        var rows: [MetricCasesPage.Row] = []
        for counted in found.cases {
            rows.append(
                MetricCasesPage.Row(
                    counted: counted, service: try await desk.name(of: counted.service, .service, on: visit.day),
                    unit: try await desk.name(of: counted.unit, .unit, on: visit.day)))
        }
        let page = MetricCasesPage(
            one: one, question: question, show: show, rows: rows, next: found.next, isFirst: before == nil,
            placeName: try await placeName(of: one, on: visit.day), own: own, back: back, today: visit.day)
        return try visit.staffPage(
            PageHeading(title: MetricCaseWords.title[visit.language], column: BoardWords.column[visit.language]),
            current: BoardPage.link, body: page.body(in: visit.language))
    }

    private func placeName(of one: BoardDesk.Measured, on day: Day) async throws -> Wording {
        var services: [String: Wording] = [:]
        if let id = one.service { services[id] = try await desk.name(of: id, .service, on: day) }
        return TargetNames(regions: board.regionNames, services: services).place(of: one)
    }
}
