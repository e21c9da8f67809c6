import Definitions
import Hummingbird
import Values
import Web

/// The pages on which figures of documents are bound to what measures them.
struct TargetRoutes: Sendable {
    let desk: TargetDesk
    let staff: StaffDesk
    private var board: BoardDesk { desk.board }

    func add(to table: inout RouteTable) {
        table.page("/w/targets", .readBoard, showTargets)
        table.page("/w/targets/binding", .bindTargets, showTarget)
        table.page("/w/targets/{document}/{task}/{place}/cases", .readBoard, showCases)
        table.form("/w/targets/binding", .bindTargets, upTo: .form, bind)
    }

    @Sendable private func showTargets(_ visit: Visit) async throws -> Response {
        try await board.parts.territory.refreshIfOld()
        let after = try visit.query().filled("after").flatMap { MandateStore.TargetCursor($0) }
        let (found, next) = try await desk.targets(of: nil, after: after, limit: TargetsPage.length, on: visit.day)
        let own = try staff.officer(try visit.session()).post.region
        let rows = found.filter { isConcerned(own, by: $0.target) }
        let page = TargetsPage(
            rows: rows, next: next.map(\.text), isFirst: after == nil,
            regions: board.parts.territory.current.regions.mapValues(\.name), today: visit.day)
        return try show(visit, TargetWords.title, page.body(in: visit.language), .ok)
    }

    /// The city sees every document; a district its own and those of the city.
    private func isConcerned(_ region: String, by target: AcceptedTarget) -> Bool {
        let territory = board.parts.territory.current
        return region == territory.root?.id || region == target.region
            || territory.above(region).contains(target.region)
    }

    private func own(_ id: String, _ visit: Visit) async throws -> TargetDesk.Bound {
        try await desk.own(id, from: try staff.officer(try visit.session()).post.region, on: visit.day)
    }

    /// The cases behind a figure that a metric measures, held against the document's own number.
    @Sendable private func showCases(_ visit: Visit) async throws -> Response {
        let pages = BoardRoutes(desk: board, staff: staff)
        try await pages.refresh()
        let id = ["document", "task", "place"].map { visit.parameter($0) }.joined(separator: "/")
        let one = try await desk.target(id, on: visit.day)
        let own = try staff.officer(try visit.session()).post.region
        guard isConcerned(own, by: one.target), let measured = one.measured else {
            throw Failure.notFound(TargetWords.noTarget)
        }
        var question = try pages.view(visit).question
        question.region = question.region ?? measured.region
        return try await MetricCaseRoutes(board: pages).page(
            visit, try await board.measured(measured.metric, question, on: visit.day), question,
            own: TargetsPage.cases(of: id), back: TargetsPage.link)
    }

    @Sendable private func showTarget(_ visit: Visit) async throws -> Response {
        let one = try await own(try visit.query().filled("id") ?? "", visit)
        return try form(visit, one, nil, problems: [], .ok)
    }

    @Sendable private func bind(_ visit: Visit) async throws -> Response {
        let id = visit.form["id"] ?? ""
        let (metric, region) = (visit.form["metric"] ?? "", visit.form["region"] ?? "")
        let revision = visit.form["revision"].flatMap { Int($0) } ?? 0
        let one = try await own(id, visit)
        do {
            guard let choice = TargetPage.choice(metric, region: region) else {
                throw Failure.problems([TargetWords.chooseMetric])
            }
            try await desk.bind(
                id, to: choice, seen: revision, from: try staff.officer(try visit.session()).post.region, for: nil,
                try visit.acting("targets/bind"))
        } catch Failure.problems(let problems) {
            return try form(visit, one, (metric, region), problems: problems, .unprocessableContent)
        }
        return Reply.see(TargetsPage.link)
    }

    private func form(
        _ visit: Visit, _ one: TargetDesk.Bound, _ typed: (metric: String, region: String)?, problems: [Problem],
        _ status: HTTPResponse.Status
    ) throws -> Response {
        let territory = board.parts.territory.current
        let root = territory.root
        let districts = root.map { territory.regions(below: $0.id, on: visit.day) } ?? []
        var (metric, region) = (one.proposal?.id ?? "", one.target.region == root?.id ? "" : one.target.region)
        switch one.binding?.choice {
        case .metric(let id, let place): (metric, region) = (id, place ?? "")
        case .unmeasured(let why): metric = TargetPage.value(of: why)
        case nil: break
        }
        let page = TargetPage(
            one: one, metrics: board.metrics.book.metrics, regions: districts.map { ($0.id, $0.name) },
            chosen: typed?.metric ?? metric, region: typed?.region ?? region, problems: problems)
        return try show(visit, TargetWords.bindTitle, page.body(for: visit.reader, key: visit.formKey), status)
    }

    private func show(
        _ visit: Visit, _ title: Wording, _ body: HTML, _ status: HTTPResponse.Status
    ) throws -> Response {
        try visit.staffPage(
            PageHeading(title: title[visit.language], column: BoardWords.column[visit.language]),
            current: BoardPage.link, body: body, status: status)
    }
}
