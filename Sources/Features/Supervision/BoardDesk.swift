import Definitions
import Storage
import Synchronization
import Values

/// Reads the figures of metrics for boards and for the interface; it reads sums only, never a case.
package final class BoardDesk: Sendable {
    let parts: CaseDesk.Parts
    let metrics: MetricDesk
    private let lists: ListDesk
    private let kept = Mutex<[DefinitionKey: MetricFigures]>([:])

    package init(metrics: MetricDesk, parts: CaseDesk.Parts, lists: ListDesk) {
        self.metrics = metrics
        self.parts = parts
        self.lists = lists
    }

    /// What is asked for: a place, months, and as when it is to be known.
    package struct Question: Hashable, Sendable {
        /// nil: the whole city.
        package var region: String?
        package var first: Month
        package var last: Month
        /// nil: as it is known now.
        package var reported: Month?
        /// One service of the whole city; nil: all.
        package var service: String?

        package init(region: String?, first: Month, last: Month, reported: Month?) {
            self.region = region
            self.first = first
            self.last = last
            self.reported = reported
        }

        var months: ClosedRange<Int> { first.metricMonth...max(first.metricMonth, last.metricMonth) }
    }

    /// A metric with its figure in one place.
    package struct Measured: Sendable {
        package let metric: Metric
        /// Where it was measured; nil: the whole city.
        package let region: String?
        /// Over which service; nil: all.
        package let service: String?
        package let value: MetricValue?
        /// By month, the oldest first; empty for what follows from the definitions.
        package let months: [(month: Int, value: MetricValue?)]
        /// nil: nothing is promised.
        package let state: PromiseState?
        package let strictness: LimitStrictness?
    }

    /// How far the log has been counted.
    package struct Counted: Hashable, Sendable {
        /// Events counted, which is the size of the tree that they make.
        package let position: Int
        package let lag: Int
    }

    package func counted() async throws -> Counted {
        try await parts.database.read { connection in
            let position = try FollowerStore.position(of: MetricFollower.cursor, in: connection)
            return Counted(position: position, lag: try LogStore.size(in: connection) - position)
        }
    }

    /// Every metric, in the order of the file. A promise to one region is measured there, unless another is asked for.
    package func measured(_ question: Question, on day: Day) async throws -> [Measured] {
        var places: [String?: Place] = [:]
        var measured: [Measured] = []
        for metric in metrics.book.metrics {
            let region = question.region ?? metric.target?.region
            let place: Place
            if let known = places[region] {
                place = known
            } else {
                place = try await self.place(region, question, only: nil, on: day)
                places[region] = place
            }
            measured.append(try await self.measured(metric, at: place, question, on: day))
        }
        return measured
    }

    /// One metric; throws `Failure.notFound` when there is none of that id.
    package func measured(_ id: String, _ question: Question, on day: Day) async throws -> Measured {
        guard let metric = metrics.book.metric(id) else { throw Failure.notFound(BoardWords.noMetric) }
        return try await measured(metric, question, on: day)
    }

    /// The same for a metric that is held against a promise from elsewhere.
    func measured(_ metric: Metric, _ question: Question, on day: Day) async throws -> Measured {
        let region = question.region ?? metric.target?.region
        let place = try await place(region, question, only: metric.keys, on: day)
        return try await measured(metric, at: place, question, on: day)
    }

    /// The figures of one place: of events by month, of the definitions as of today.
    private struct Place {
        let region: String?
        let months: [Int: MetricFigures]
        let definitions: MetricFigures
    }

    private func measured(
        _ metric: Metric, at place: Place, _ question: Question, on day: Day
    ) async throws -> Measured {
        let isPromised = isPromised(metric, in: question.region)
        let strictness = isPromised ? try await strictness(of: metric, on: day) : nil
        guard metric.isCounted else {
            let value = metric.value(of: place.definitions)
            let state = isPromised ? PromiseState.of(metric, value: value, months: [], on: day) : nil
            return Measured(
                metric: metric, region: place.region, service: question.service, value: value, months: [],
                state: state, strictness: strictness)
        }
        // What happened before the promise counts for nobody.
        let start = max(question.first.metricMonth, metric.target?.from?.metricMonth ?? 0)
        var sum = MetricFigures()
        var months: [(month: Int, value: MetricValue?)] = []
        for month in BoardDesk.months(from: question.first, to: question.last) where month >= start {
            let figures = place.months[month]?.only(metric.keys) ?? MetricFigures()
            sum.add(figures)
            months.append((month, metric.value(of: figures)))
        }
        let value = metric.value(of: sum)
        let state = isPromised ? PromiseState.of(metric, value: value, months: months, on: day) : nil
        return Measured(
            metric: metric, region: place.region, service: question.service, value: value, months: months,
            state: state, strictness: strictness)
    }

    /// What one region's document promises is no promise of another region.
    private func isPromised(_ metric: Metric, in region: String?) -> Bool {
        guard let region, let promised = metric.target?.region else { return true }
        return region == promised || parts.territory.current.above(region).contains(promised)
    }

    static func months(from first: Month, to last: Month) -> [Int] {
        guard first <= last else { return [first.metricMonth] }
        return Month.all(from: first.firstDay, to: last.firstDay).map(\.metricMonth).reversed()
    }

    /// - Parameter keys: of the parts that are asked for; nil: all.
    private func place(
        _ region: String?, _ question: Question, only keys: Set<String>?, on day: Day
    ) async throws -> Place {
        let regions = region.map { self.regions(in: $0) }
        let found = try await parts.database.read { connection in
            var found: [Int: MetricFigures] = [:]
            func add(_ dimension: MetricDimension, _ value: String) throws {
                let rows = try MetricReadingStore.months(
                    of: dimension, value: value, months: question.months, reported: question.reported?.metricMonth,
                    only: keys, in: connection)
                for row in rows { found[row.month, default: MetricFigures()].add(row.figures) }
            }
            if let service = question.service {
                try add(.service, service)
                return found
            }
            guard let regions else {
                try add(.city, "")
                return found
            }
            for id in regions { try add(.region, id) }
            return found
        }
        let definitions = try await definitions(in: region, of: question.service, on: day)
        return Place(region: region, months: found, definitions: definitions)
    }

    /// A region with all regions below it.
    func regions(in region: String) -> [String] {
        let territory = parts.territory.current
        return territory.regions.keys.filter { $0 == region || territory.above($0).contains(region) }.sorted()
    }

    // MARK: Definitions

    private struct DefinitionKey: Hashable {
        let region: String
        let day: Day
        let revision: Int
        let book: Int
    }

    private func definitions(in region: String?, of service: String?, on day: Day) async throws -> MetricFigures {
        guard let region = region ?? parts.territory.current.root?.id else { return MetricFigures() }
        let published = metrics.current
        if let service {
            guard let hash = parts.catalogue.inForce(service, region: region, on: day) else { return MetricFigures() }
            return DefinitionFigures.of(
                [try await parts.catalogue.definition(hash)], lists: listed(on: day), published.content, on: day)
        }
        let key = DefinitionKey(
            region: region, day: day, revision: parts.catalogue.revision, book: published.version)
        if let known = kept.withLock({ $0[key] }) { return known }
        var definitions: [Definition] = []
        for service in parts.catalogue.services(in: region, on: day) {
            definitions.append(try await parts.catalogue.definition(of: service, region: region, on: day))
        }
        let figures = DefinitionFigures.of(definitions, lists: listed(on: day), published.content, on: day)
        kept.withLock { kept in
            // A handful of regions are asked for; those of another day or publication are of no use any more.
            kept = kept.filter { $0.key.day == day && $0.key.revision == key.revision && $0.key.book == key.book }
            kept[key] = figures
        }
        return figures
    }

    private func listed(on day: Day) -> [String: Int] {
        Dictionary(lists.lists(on: day).map { ($0.list, $0.entries) }, uniquingKeysWith: { $1 })
    }

    private func strictness(of metric: Metric, on day: Day) async throws -> LimitStrictness? {
        guard let target = metric.target, let limit = target.limit,
            let region = target.region ?? parts.territory.current.root?.id,
            let hash = parts.catalogue.inForce(limit.service, region: region, on: day)
        else { return nil }
        let definition = try await parts.catalogue.definition(hash)
        return LimitStrictness(target, unit: metric.unit, document: definition.document)
    }

    // MARK: Open and late

    /// Cases of a region, or of the whole city, that are open and whose last day has passed.
    package func late(
        in region: String?, limit: Int, on day: Day
    ) async throws -> (counts: [(region: String, cases: Int, oldest: Day)], cases: [LateCaseStore.Late]) {
        let regions = region.map { self.regions(in: $0) } ?? parts.territory.current.regions.keys.sorted()
        return try await parts.database.read { connection in
            var counts: [(region: String, cases: Int, oldest: Day)] = []
            var cases: [LateCaseStore.Late] = []
            for region in regions {
                let (count, oldest) = try LateCaseStore.count(
                    on: day, in: region, atMost: BoardDesk.mostLate, in: connection)
                guard count > 0, let oldest else { continue }
                counts.append((region, count, oldest))
                if limit > 0 {
                    cases += try LateCaseStore.cases(on: day, in: region, limit: limit, in: connection)
                }
            }
            cases.sort { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
            return (counts, Array(cases.prefix(limit)))
        }
    }

    /// So many late tasks of a region are counted; who has more knows enough.
    private static let mostLate = 10_000

    // MARK: Taken apart

    /// One value of a dimension with its figure.
    package struct Share: Sendable {
        package let id: String
        package let name: Wording
        package let value: MetricValue
    }

    /// A counted metric by units, regions, services or channels of the place that is asked for, those with the most
    /// cases first; empty for what follows from the definitions.
    package func shares(
        of metric: Metric, by dimension: MetricDimension, _ question: Question, on day: Day
    ) async throws -> [Share] {
        guard metric.isCounted, metric.by.contains(dimension.rawValue) else { return [] }
        let region = question.region ?? metric.target?.region
        // Services and channels are added up for the whole city only.
        guard region == nil || dimension == .unit || dimension == .region else { return [] }
        let months = max(question.first.metricMonth, metric.target?.from?.metricMonth ?? 0)
        guard months <= question.months.upperBound else { return [] }
        let reported = question.reported?.metricMonth
        let keys = metric.keys
        let range = months...question.months.upperBound
        let found = try await parts.database.read {
            try MetricReadingStore.values(of: dimension, months: range, reported: reported, only: keys, in: $0)
        }
        let inside = region.map { Set(regions(in: $0)) }
        var shares: [Share] = []
        for (id, figures) in found {
            guard let value = metric.value(of: figures), value.counted > 0 else { continue }
            if let inside, !inside.contains(dimension == .region ? id : regionOf(unit: id)) { continue }
            shares.append(Share(id: id, name: try await name(of: id, dimension, on: day), value: value))
        }
        return shares.sorted { ($1.value.counted, $0.id) < ($0.value.counted, $1.id) }
    }

    private func regionOf(unit: String) -> String { parts.territory.current.units[unit]?.region ?? "" }

    func name(of id: String, _ dimension: MetricDimension, on day: Day) async throws -> Wording {
        let territory = parts.territory.current
        switch dimension {
        case .region: return territory.regions[id]?.name ?? Wording(zh: id, en: id)
        case .unit:
            guard let unit = territory.units[id] else { return Wording(zh: id, en: id) }
            let place = territory.regions[unit.region]?.name
            return Wording(zh: (place?.zh ?? "") + unit.name, en: "\(unit.name), \(place?.en ?? "")")
        case .service:
            guard let root = territory.root, let hash = parts.catalogue.inForce(id, region: root.id, on: day) else {
                return Wording(zh: id, en: id)
            }
            return try await parts.catalogue.definition(hash).service.name
        case .channel: return BoardWords.channel(id)
        case .city: return territory.root?.name ?? Wording(zh: id, en: id)
        }
    }

    /// Cases that count against a metric's target, the latest first.
    func faults(
        of metric: Metric, in scope: MetricReadingStore.FaultScope, before: FaultCursor?, limit: Int
    ) async throws -> [MetricReadingStore.Fault] {
        try await parts.database.read {
            try MetricReadingStore.faults(of: metric.id, in: scope, before: before, limit: limit, in: $0)
        }
    }
}

extension Metric {
    /// Under which keys its parts are counted.
    var keys: Set<String> { Set([part?.key, whole?.key].compactMap { $0 }) }
}

extension Month {
    var metricMonth: Int { year * 100 + month }
    var firstDay: Day { Day(year, month, 1) }
}
