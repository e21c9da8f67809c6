import Definitions
import Values

/// Makes a report of what was read for it; the same reading gives the same report.
struct ReportMaking {
    /// A promise with how it stands at the end of the period.
    struct Promise {
        /// With the promise as its target.
        let metric: Metric
        let place: Wording
        let value: MetricValue?
        let state: PromiseState
    }

    /// Tasks of documents as the ledger has them, with their lights at the end of the period.
    struct Tasks {
        var late: [SupervisedTask] = []
        var near: [SupervisedTask] = []
        /// All that are not closed.
        var open = 0
    }

    let plan: ReportPlan
    let book: MetricBook
    let period: ReportSpan
    let territory: TerritoryMap
    let region: String
    let position: Int
    /// The day of the first event of all.
    let began: Day
    let now: ReportFigures
    let before: ReportFigures
    /// What follows from the definitions in force, at the end of the period and of the last one, by metric.
    let states: [String: MetricValue]
    let statesBefore: [String: MetricValue]
    let promises: [Promise]
    /// Figures of documents for which nobody has said what measures them.
    let unbound: Int
    let tasks: Tasks

    func report() -> Report {
        let sections = plan.parts.map { section($0) }
        return Report(
            plan: plan.id, name: plan.name, period: period, region: region, place: placeName(region),
            position: position, isCirculated: plan.isCirculated, sections: sections + annexes)
    }

    private func section(_ part: ReportPlan.Part) -> Report.Section {
        switch part.content {
        case .measures(let ids): return measures(ids.compactMap { book.metric($0) }, part.name)
        case .compared(let ids, let places): return compared(ids.compactMap { book.metric($0) }, places, part.name)
        case .promises(let which): return promises(which, part.name)
        case .tasks: return tasks(part.name)
        case .ranking(let id): return book.reports.ranking(id).map { ranking($0, part.name) } ?? missing(part.name)
        case .index(let id): return book.reports.index(id).map { index($0, part.name) } ?? missing(part.name)
        }
    }

    /// The check refuses such a definition; an old one may still name what a newer one dropped.
    private func missing(_ name: Wording) -> Report.Section {
        Report.Section(name: name, sentences: [ReportWords.noDefinition], tables: [], isAnnex: false)
    }

    // MARK: Places

    var isCity: Bool { region == territory.root?.id }

    /// Whether the platform recorded nothing before the period.
    var isFirst: Bool { period.previous.last < began }

    func placeName(_ region: String) -> Wording { territory.regions[region]?.name ?? Wording(zh: region, en: region) }

    /// A region with all regions below it.
    private func regions(in region: String) -> [String] {
        territory.regions.keys.filter { $0 == region || territory.above($0).contains(region) }.sorted()
    }

    /// The whole place that the report is about; what happened in no region at all is the city's.
    func sum(_ figures: ReportFigures) -> MetricFigures {
        figures.of(regions: isCity ? figures.regions.keys.sorted() : regions(in: region))
    }

    /// Districts of the region, or its own units, with their figures.
    func places(_ kind: RankingPlan.Places) -> [(id: String, name: Wording, figures: MetricFigures)] {
        switch kind {
        case .region:
            return territory.regions(below: region, on: period.last).map {
                ($0.id, $0.name, now.of(regions: regions(in: $0.id)))
            }
        case .unit:
            return units(in: [region])
        }
    }

    /// Units of some regions, each with its region's name.
    private func units(in regions: [String]) -> [(id: String, name: Wording, figures: MetricFigures)] {
        let inside = Set(regions)
        return territory.units.values.filter { inside.contains($0.region) && $0.exists(on: period.last) }
            .sorted { ($0.region, $0.id) < ($1.region, $1.id) }
            .map { ($0.id, ReportWords.unit($0, in: placeName($0.region)), now.units[$0.id] ?? MetricFigures()) }
    }

    // MARK: Taken apart

    private func compared(_ metrics: [Metric], _ kind: RankingPlan.Places, _ name: Wording) -> Report.Section {
        let places = kind == .unit ? units(in: regions(in: region)) : places(kind)
        let columns =
            [Report.Column(ReportWords.places(kind), share: 4, isNumber: false)]
            + metrics.map { Report.Column(ReportWords.header($0), share: 2, isNumber: true) }
        let rows = places.compactMap { place -> Report.Row? in
            let values = metrics.map { $0.value(of: place.figures) }
            guard values.contains(where: { ($0?.counted ?? 0) > 0 }) else { return nil }
            return Report.Row(
                [.words(place.name)] + zip(metrics, values).map { ReportMaking.cell($1, $0) }, lead: nil, isBad: false)
        }
        let table = Report.Table(caption: name, columns: columns, rows: rows, notes: [])
        return Report.Section(
            name: name, sentences: [ReportWords.active(rows.count, places.count - rows.count, kind)],
            tables: rows.isEmpty ? [] : [table], isAnnex: false)
    }

    static func cell(_ value: MetricValue?, _ metric: Metric) -> Report.Cell {
        value.map { .figure($0.hundredths, unit: metric.unit) } ?? .none
    }
}
