import Definitions
import Hummingbird
import Values
import Web

/// The pages on which figures of documents are bound to what measures them, and the public page of promises.
struct TargetRoutes: Sendable {
    let desk: TargetDesk
    let staff: StaffDesk
    private var board: BoardDesk { desk.board }

    func add(to table: inout RouteTable) {
        table.page("/open/promises", .readPublicPages, showPromises)
        table.page("/w/targets", .readBoard, showTargets)
        table.page("/w/targets/binding", .bindTargets, showTarget)
        table.page("/w/targets/{document}/{task}/{place}/cases", .readBoard, showCases)
        table.form("/w/targets/binding", .bindTargets, upTo: .form, bind)
    }

    @Sendable private func showPromises(_ visit: Visit) async throws -> Response {
        try await BoardRoutes(desk: board, staff: staff).refresh()
        let question = BoardDesk.Question(
            region: nil, first: Month(visit.day.adding(months: -11)), last: Month(visit.day), reported: nil)
        let after = try visit.query().filled("after").flatMap { MandateStore.TargetCursor($0) }
        let (found, next) = try await desk.targets(
            of: nil, after: after, limit: OpenPromisesPage.length, isBoundOnly: true, on: visit.day)
        let page = OpenPromisesPage(
            measured: try await board.measured(question, on: visit.day),
            bound: found, next: next.map(\.text),
            names: try await names(on: visit.day), counted: try await board.counted(), first: question.first,
            last: question.last)
        return visit.page(page.page(for: visit.reader))
    }

    @Sendable private func showTargets(_ visit: Visit) async throws -> Response {
        try await board.parts.territory.refreshIfOld()
        let after = try visit.query().filled("after").flatMap { MandateStore.TargetCursor($0) }
        let (found, next) = try await desk.targets(
            of: nil, after: after, limit: TargetsPage.length, isBoundOnly: false, on: visit.day)
        let own = try staff.officer(try visit.session()).post.region
        let rows = found.filter { isConcerned(own, by: $0.target) }
        let page = TargetsPage(
            rows: rows, next: next.map(\.text), isFirst: after == nil, names: try await names(on: visit.day),
            today: visit.day)
        return try show(visit, TargetWords.title, page.body(in: visit.language), .ok)
    }

    private func names(on day: Day) async throws -> TargetNames {
        TargetNames(
            regions: board.parts.territory.current.regions.mapValues(\.name),
            services: Dictionary(uniqueKeysWithValues: try await desk.services(on: day).map { ($0.id, $0.name) }))
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
        question.service = measured.service
        return try await MetricCaseRoutes(board: pages).page(
            visit, try await board.measured(measured.metric, question, on: visit.day), question,
            own: TargetsPage.cases(of: id), back: TargetsPage.link)
    }

    @Sendable private func showTarget(_ visit: Visit) async throws -> Response {
        let one = try await own(try visit.query().filled("id") ?? "", visit)
        return try await form(visit, one, nil, problems: [], .ok)
    }

    @Sendable private func bind(_ visit: Visit) async throws -> Response {
        let id = visit.form["id"] ?? ""
        let typed = TargetPage.Chosen(
            metric: visit.form["metric"] ?? "", region: visit.form["region"] ?? "",
            service: visit.form["service"] ?? "")
        let revision = visit.form["revision"].flatMap { Int($0) } ?? 0
        let one = try await own(id, visit)
        do {
            guard let choice = TargetPage.choice(typed) else {
                throw Failure.problems([TargetWords.chooseMetric])
            }
            try await desk.bind(
                id, to: choice, seen: revision, from: try staff.officer(try visit.session()).post.region, for: nil,
                try visit.acting("targets/bind"))
        } catch Failure.problems(let problems) {
            return try await form(visit, one, typed, problems: problems, .unprocessableContent)
        }
        return Reply.see(TargetsPage.link)
    }

    private func form(
        _ visit: Visit, _ one: TargetDesk.Bound, _ typed: TargetPage.Chosen?, problems: [Problem],
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        let territory = board.parts.territory.current
        let root = territory.root
        let districts = root.map { territory.regions(below: $0.id, on: visit.day) } ?? []
        // Figures by service exist for the whole city: where one is proposed, no region is.
        let service = one.proposal?.service ?? ""
        let isOfCity = one.target.region == root?.id || !service.isEmpty
        var chosen = TargetPage.Chosen(
            metric: one.proposal?.metric.id ?? "", region: isOfCity ? "" : one.target.region, service: service)
        switch one.binding?.choice {
        case .metric(let id, let scope):
            chosen = TargetPage.Chosen(metric: id, region: scope.region ?? "", service: scope.service ?? "")
        case .unmeasured(let why): chosen.metric = TargetPage.value(of: why)
        case nil: break
        }
        let page = TargetPage(
            one: one, metrics: board.metrics.book.metrics, regions: districts.map { ($0.id, $0.name) },
            services: try await desk.services(on: visit.day), chosen: typed ?? chosen, problems: problems)
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
