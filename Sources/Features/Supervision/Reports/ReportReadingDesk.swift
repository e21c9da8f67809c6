import Definitions
import Storage
import Values

/// Reads what a report is made of: sums of its period and the last one, promises, tasks of documents.
struct ReportReadingDesk: Sendable {
    let board: BoardDesk
    let targets: TargetDesk
    private var database: Database { board.parts.database }
    private var territory: TerritoryMap { board.parts.territory.current }

    func report(
        _ plan: ReportPlan, _ region: String, _ period: ReportSpan, position: Int, began: Day
    ) async throws -> Report {
        let book = board.metrics.book
        let metrics = ReportReadingDesk.metrics(of: plan, in: book)
        let keys = metrics.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        let hasStates = metrics.contains { !$0.isCounted }
        let hasPromises = plan.parts.contains { if case .promises = $0.content { true } else { false } }
        let measured =
            hasStates || hasPromises
            ? try await board.measured(
                question(region, until: period.last), on: period.last) : []
        let last = period.previous.last
        let before = hasStates && last >= began ? try await board.measured(question(region, until: last), on: last) : []
        let bound = hasPromises ? try await self.bound(region, on: period.last) : []
        let making = ReportMaking(
            plan: plan, book: book, period: period, territory: territory, region: region, position: position,
            began: began, now: try await figures(period, only: keys),
            before: try await figures(period.previous, only: keys), states: states(measured, of: region),
            statesBefore: states(before, of: region),
            promises: (measured + bound.compactMap(\.measured)).compactMap { promise($0) },
            unbound: bound.count { $0.binding == nil }, tasks: try await tasks(region, on: period.last))
        return making.report()
    }

    /// Metrics that a plan names, those of its rankings and indexes among them.
    private static func metrics(of plan: ReportPlan, in book: MetricBook) -> [Metric] {
        var ids: Set<String> = []
        func add(_ index: String) { ids.formUnion(book.reports.index(index)?.parts.map(\.metric) ?? []) }
        for part in plan.parts {
            switch part.content {
            case .measures(let some), .compared(let some, _): ids.formUnion(some)
            case .index(let id): add(id)
            case .ranking(let id):
                guard let ranking = book.reports.ranking(id) else { continue }
                ids.insert(ranking.counted)
                add(ranking.index)
            case .promises, .tasks: break
            }
        }
        return ids.sorted().compactMap { book.metric($0) }
    }

    // MARK: Figures

    /// As they had been recorded by the end of the period: whoever reads them later reads the same.
    private func figures(_ period: ReportSpan, only keys: Set<String>) async throws -> ReportFigures {
        try await database.read { connection in
            var figures = ReportFigures()
            guard period.isOfMonths else {
                let days = try MetricReadingStore.days(from: period.first, to: period.last, only: keys, in: connection)
                for day in days {
                    figures.regions[day.region, default: MetricFigures()].add(day.figures)
                    figures.units[day.unit, default: MetricFigures()].add(day.figures)
                }
                return figures
            }
            let months = period.first.metricMonth...period.last.metricMonth
            func read(_ dimension: MetricDimension) throws -> [String: MetricFigures] {
                try MetricReadingStore.values(
                    of: dimension, months: months, reported: period.last.metricMonth, only: keys, in: connection)
            }
            figures.regions = try read(.region)
            figures.units = try read(.unit)
            return figures
        }
    }

    // MARK: Promises

    private func isCity(_ region: String) -> Bool { region == territory.root?.id }

    /// The twelve months until a day.
    private func question(_ region: String, until day: Day) -> BoardDesk.Question {
        BoardDesk.Question(
            region: isCity(region) ? nil : region, first: Month(day.adding(months: -11)), last: Month(day),
            reported: Month(day))
    }

    /// What follows from the definitions, where it was asked for and not elsewhere.
    private func states(_ measured: [BoardDesk.Measured], of region: String) -> [String: MetricValue] {
        var values: [String: MetricValue] = [:]
        for one in measured where !one.metric.isCounted && (one.region ?? territory.root?.id) == region {
            values[one.metric.id] = one.value
        }
        return values
    }

    private func promise(_ one: BoardDesk.Measured) -> ReportMaking.Promise? {
        one.state.map { state in
            let place = one.region.flatMap { territory.regions[$0]?.name } ?? BoardWords.wholeCity
            return ReportMaking.Promise(metric: one.metric, place: place, value: one.value, state: state)
        }
    }

    /// Figures of documents that concern a region: all for the city, otherwise its own.
    private func bound(_ region: String, on day: Day) async throws -> [TargetDesk.Bound] {
        var all: [TargetDesk.Bound] = []
        var cursor: MandateStore.TargetCursor?
        repeat {
            let (some, next) = try await targets.targets(
                of: nil, after: cursor, limit: 200, isBoundOnly: false, on: day)
            all += some.filter { isCity(region) || $0.target.region == region || $0.measured?.region == region }
            cursor = next
        } while cursor != nil
        return all
    }

    // MARK: Tasks

    private func tasks(_ region: String, on day: Day) async throws -> ReportMaking.Tasks {
        let regions: [String?] = isCity(region) ? [nil] : board.regions(in: region).map { $0 }
        var tasks = ReportMaking.Tasks()
        for region in regions {
            for task in try await open(in: region, on: day) {
                tasks.open += 1
                switch task.light(on: day) {
                case .red: tasks.late.append(task)
                case .yellow: tasks.near.append(task)
                case .green, nil: break
                }
            }
        }
        let order: (SupervisedTask, SupervisedTask) -> Bool = { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
        tasks.late.sort(by: order)
        tasks.near.sort(by: order)
        return tasks
    }

    /// Tasks that were handed out by the end of a day and are not closed.
    private func open(in region: String?, on day: Day) async throws -> [SupervisedTask] {
        let choice = SupervisedTaskStore.Choice(
            region: region, unit: nil, document: nil, light: nil, isClosed: false, dueBy: nil, reportBy: nil)
        var all: [SupervisedTask] = []
        var cursor: SupervisedTaskCursor?
        while true {
            let after = cursor
            let some = try await database.read {
                try SupervisedTaskStore.rows(choice, on: day, after: after, limit: 500, in: $0)
            }
            all += some.filter { $0.openedAt.day <= day }
            guard some.count == 500, let last = some.last else { return all }
            cursor = SupervisedTaskCursor(due: last.due, caseID: last.caseID)
        }
    }
}
