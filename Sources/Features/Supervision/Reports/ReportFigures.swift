import Definitions
import Values

/// What was counted in one period, by region and by unit.
struct ReportFigures: Sendable {
    var regions: [String: MetricFigures] = [:]
    var units: [String: MetricFigures] = [:]

    /// The sum of some regions.
    func of(regions ids: [String]) -> MetricFigures {
        var sum = MetricFigures()
        for id in ids { if let figures = regions[id] { sum.add(figures) } }
        return sum
    }
}

/// An efficiency index of one place, line by line (效能指数): each figure, its points, its weight, what it brings.
struct IndexResult {
    struct Line {
        let metric: Metric
        let part: EfficiencyIndex.Part
        /// nil when there was no case to measure.
        let value: MetricValue?
        /// From 0 to 10,000: hundredths of points, rounded down. nil without a value.
        let points: Int?
        /// What it brings to the index, in hundredths of points, rounded to the nearest. nil without a value.
        let brings: Int?
    }

    let lines: [Line]
    /// How much of the weight could be measured, in per cent.
    let measured: Int
    /// The sum of what the lines bring, in hundredths; nil when too little could be measured.
    let total: Int?

    init(_ index: EfficiencyIndex, _ book: MetricBook, _ figures: MetricFigures) {
        let scored = index.parts.compactMap { part in
            book.metric(part.metric).map { metric -> (Metric, EfficiencyIndex.Part, MetricValue?) in
                (metric, part, metric.value(of: figures))
            }
        }
        let measured = scored.reduce(0) { $0 + ($1.2 == nil ? 0 : $1.1.weight) }
        lines = scored.map { metric, part, value in
            let points = value.map { IndexResult.points($0, part) }
            return Line(
                metric: metric, part: part, value: value, points: points,
                brings: points.map { (2 * $0 * part.weight + measured) / (2 * measured) })
        }
        self.measured = measured
        total = measured >= index.needs && measured > 0 ? lines.reduce(0) { $0 + ($1.brings ?? 0) } : nil
    }

    /// Between `none` and `full` in proportion; beyond them no fewer and no more.
    static func points(_ value: MetricValue, _ part: EfficiencyIndex.Part) -> Int {
        let whole = Int128(value.whole)
        let (none, full) = (Int128(part.none), Int128(part.full))
        var (above, of) = (Int128(value.part) * 100 - none * whole, (full - none) * whole)
        if of < 0 { (above, of) = (-above, -of) }
        return Int(min(10_000, max(0, above) * 10_000 / of))
    }
}

/// Regions or units in the order of an index (排名).
struct RankingResult {
    struct Place {
        let id: String
        let name: Wording
        let cases: Int
        let index: IndexResult
    }

    /// The best first, each with its rank; those with the same index share one, and the ranks behind it stay empty.
    let ranked: [(rank: Int, place: Place)]
    /// Those with too few cases, or with too little that could be measured.
    let unranked: [Place]
    /// How many places had no case at all.
    let silent: Int

    init(_ plan: RankingPlan, _ places: [Place]) {
        let active = places.filter { $0.cases > 0 }
        silent = places.count - active.count
        let fit = active.filter { $0.cases >= plan.least && $0.index.total != nil }
        unranked = active.filter { $0.cases < plan.least || $0.index.total == nil }
            .sorted { ($1.cases, $0.id) < ($0.cases, $1.id) }
        let sorted = fit.sorted { ($1.index.total ?? 0, $0.id) < ($0.index.total ?? 0, $1.id) }
        var ranked: [(rank: Int, place: Place)] = []
        for (position, place) in sorted.enumerated() {
            let last = ranked.last
            let isTie = last.map { $0.place.index.total == place.index.total } ?? false
            ranked.append((isTie ? last?.rank ?? 1 : position + 1, place))
        }
        self.ranked = ranked
    }
}
