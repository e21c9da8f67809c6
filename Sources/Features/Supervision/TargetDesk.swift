import Definitions
import Storage
import Values

/// Binds figures of accepted documents to what measures them, and says how each stands (目标绑定).
package struct TargetDesk: Sendable {
    let board: BoardDesk
    let events: EventDesk
    private var database: Database { board.parts.database }

    package init(board: BoardDesk, events: EventDesk) {
        self.board = board
        self.events = events
    }

    /// A figure of a document, with what measures it and how it stands.
    package struct Bound: Sendable {
        package let target: AcceptedTarget
        /// nil: nobody has said what measures it.
        package let binding: TargetBinding?
        /// nil where no metric measures it.
        package let measured: BoardDesk.Measured?
        /// What is proposed while nobody has said.
        package let proposal: TargetMatching.Proposal?
    }

    /// Figures that count, some at a time, in the order of documents and places.
    ///
    /// - Parameters:
    ///   - document: only those of one; nil: all.
    ///   - isBoundOnly: leaves out those of which nobody has said what measures them.
    package func targets(
        of document: String?, after cursor: MandateStore.TargetCursor?, limit: Int, isBoundOnly: Bool, on day: Day
    ) async throws -> (bound: [Bound], next: MandateStore.TargetCursor?) {
        let start = cursor ?? document.map { MandateStore.TargetCursor(document: $0, taskPlace: -1, place: -1) }
        let (found, next) = try await database.read {
            try MandateStore.acceptedTargets(after: start, limit: limit, in: $0)
        }
        let targets = found.filter { document == nil || $0.document == document }
        let services = isBoundOnly ? [] : try await services(on: day)
        var bound: [Bound] = []
        for target in targets {
            if isBoundOnly, try await binding(of: target) == nil { continue }
            bound.append(try await self.bound(target, services, on: day))
        }
        return (bound, targets.count == found.count ? next : nil)
    }

    /// One figure for somebody of a region who may say what measures it: of the city, or of the region whose document
    /// it is. Throws `Failure.notFound` for everybody else.
    package func own(_ id: String, from region: String, on day: Day) async throws -> Bound {
        let one = try await target(id, on: day)
        guard region == board.parts.territory.current.root?.id || region == one.target.region else {
            throw Failure.notFound(TargetWords.noTarget)
        }
        return one
    }

    /// What persons said of a figure, the first one first.
    package func history(of id: String) async throws -> [TargetBinding] {
        let events = try await events.stream(TargetBinding.stream(of: id)).events
        return events.compactMap { TargetBinding(folding: [$0]) }
    }

    /// One figure by its id. Throws `Failure.notFound` when it does not count, or never did.
    package func target(_ id: String, on day: Day) async throws -> Bound {
        try await bound(try await accepted(id), try await services(on: day), on: day)
    }

    /// The figures of one accepted task, for its page in the ledger.
    func figures(ofTask task: String, in document: String, on day: Day) async throws -> [LedgerFigure] {
        var figures: [LedgerFigure] = []
        for target in try await accepted(in: document) where target.task == task {
            let one = try await bound(target, [], on: day)
            figures.append(
                LedgerFigure(
                    id: target.id, what: target.what, raw: target.raw, measuredBy: one.measured?.metric.name,
                    value: one.measured.map { BoardWords.figure($0.value, unit: $0.metric.unit) },
                    state: TargetWords.state(of: one)))
        }
        return figures
    }

    private func accepted(_ id: String) async throws -> AcceptedTarget {
        let found = try await accepted(in: String(id.prefix { $0 != "/" })).first { $0.id == id }
        guard let found else { throw Failure.notFound(TargetWords.noTarget) }
        return found
    }

    /// All of one document that count, in its order.
    private func accepted(in document: String) async throws -> [AcceptedTarget] {
        var all: [AcceptedTarget] = []
        var cursor: MandateStore.TargetCursor? = MandateStore.TargetCursor(document: document, taskPlace: -1, place: -1)
        while let from = cursor {
            let (targets, next) = try await database.read {
                try MandateStore.acceptedTargets(after: from, limit: 200, in: $0)
            }
            all += targets.filter { $0.document == document }
            cursor = targets.last?.document == document ? next : nil
        }
        return all
    }

    private func binding(of target: AcceptedTarget) async throws -> TargetBinding? {
        try await database.read { try TargetBindingStore.binding(of: target.id, in: $0) }
    }

    /// - Parameter services: among which one may be proposed.
    private func bound(
        _ target: AcceptedTarget, _ services: [(id: String, name: Wording)], on day: Day
    ) async throws -> Bound {
        guard let binding = try await binding(of: target) else {
            let proposal = TargetMatching.proposal(for: target, in: board.metrics.book, services: services)
            return Bound(target: target, binding: nil, measured: nil, proposal: proposal)
        }
        guard case .metric(let id, let scope) = binding.choice, let metric = board.metrics.book.metric(id) else {
            return Bound(target: target, binding: binding, measured: nil, proposal: nil)
        }
        var clock: MetricTarget.Limit?
        if let service = scope.service { clock = try await self.clock(of: service, on: day) }
        let promise = MetricTarget(target, measuredBy: metric, region: scope.region, clock: clock)
        var question = BoardDesk.Question(
            region: nil, first: Month(day.adding(months: -11)), last: Month(day), reported: nil)
        question.service = scope.service
        let measured = try await board.measured(metric.promising(promise), question, on: day)
        return Bound(target: target, binding: binding, measured: measured, proposal: nil)
    }

    /// The services of the city with their names, in the order of their ids.
    func services(on day: Day) async throws -> [(id: String, name: Wording)] {
        guard let root = board.parts.territory.current.root?.id else { return [] }
        var services: [(id: String, name: Wording)] = []
        for id in board.parts.catalogue.services(in: root, on: day).sorted() {
            services.append((id, try await board.name(of: id, .service, on: day)))
        }
        return services
    }

    /// The clock by which a service promises how long it takes.
    private func clock(of service: String, on day: Day) async throws -> MetricTarget.Limit? {
        guard let root = board.parts.territory.current.root?.id,
            let hash = board.parts.catalogue.inForce(service, region: root, on: day),
            let plan = try await board.parts.catalogue.definition(hash).plans.first
        else { return nil }
        return MetricTarget.Limit(service: service, clock: plan.mainClock)
    }

    /// Throws `Failure.problems` for a metric, region or service that there is not, and for sums that nobody keeps.
    private func check(_ choice: TargetBinding.Choice, on day: Day) throws {
        guard case .metric(let id, let scope) = choice else { return }
        guard let metric = board.metrics.book.metric(id) else { throw Failure.problems([TargetWords.chooseMetric]) }
        if let region = scope.region, board.parts.territory.current.regions[region] == nil {
            throw Failure.problems([TargetWords.chooseRegion])
        }
        guard let service = scope.service else { return }
        let root = board.parts.territory.current.root?.id ?? ""
        guard board.parts.catalogue.inForce(service, region: root, on: day) != nil else {
            throw Failure.problems([TargetWords.chooseService])
        }
        if scope.region != nil { throw Failure.problems([TargetWords.serviceOfCity]) }
        guard !metric.isCounted || metric.by.contains(MetricDimension.service.rawValue) else {
            throw Failure.problems([TargetWords.notByService])
        }
    }

    /// Records what measures a figure.
    ///
    /// - Parameters:
    ///   - revision: of the binding that the page showed; 0 for none.
    ///   - region: of the post from which it is said.
    ///   - post: for which a system says it; nil when a person says it from his own post.
    ///
    /// Throws `Failure.notFound` as `own` does, `Failure.problems` for a metric or region that there is not, and
    /// `Failure.conflict` when somebody else bound it meanwhile.
    package func bind(
        _ id: String, to choice: TargetBinding.Choice, seen revision: Int, from region: String, for post: Actor?,
        _ acting: AccountActing
    ) async throws {
        _ = try await own(id, from: region, on: acting.moment.day)
        try check(choice, on: acting.moment.day)
        let stream = TargetBinding.stream(of: id)
        _ = try await acting.run(on: events) {
            let past = try await events.stream(stream).events
            guard (past.last?.version ?? 0) == revision else {
                throw Failure.conflict(.changedMeanwhile, sentence: TargetWords.boundMeanwhile, citation: nil)
            }
            let body = TargetBinding.body(choice, of: id, by: acting.actor, for: post, at: acting.moment)
            let change = StreamAppend(stream: stream, after: past, bodies: [body], at: acting.moment)
            return Decided(changes: [change], keys: .none, result: ["target": .text(id)]) { new in
                try TargetBindingProjection().effect(of: past + new)
            }
        }
    }
}
