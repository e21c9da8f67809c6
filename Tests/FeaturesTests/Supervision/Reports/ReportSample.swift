import Definitions
import Values

@testable import Features

/// Reports made of sums that a test writes down, over the repository's own metrics.
struct ReportSample {
    static let library = Result {
        Library(
            texts: try PlatformSample.texts(below: "Services").merging(PlatformSample.texts(below: "Territory")) { $1 })
    }

    let book: MetricBook
    let territory: TerritoryMap

    init() throws {
        let library = try ReportSample.library.get()
        book = try MetricBook.reading(library.metricDocument)
        territory = TerritoryMap(document: TerritoryDesk.document(of: library), version: "test")
    }

    /// `part` of `whole` for a share; the share's values count as one each.
    func share(_ id: String, _ part: Int, of whole: Int, into figures: inout MetricFigures) {
        guard let metric = book.metric(id), let counted = metric.part, let all = metric.whole else { return }
        // A share of sums has the sum as its value, a share of cases counts them.
        if counted.value != nil {
            figures.add(1, counted.key, part)
            figures.add(1, all.key, whole)
        } else {
            figures.add(part, counted.key, nil)
            figures.add(whole, all.key, nil)
        }
    }

    func count(_ id: String, _ number: Int, into figures: inout MetricFigures) {
        if let key = book.metric(id)?.part?.key { figures.add(number, key, nil) }
    }

    func making(
        _ plan: String, region: String, now: ReportFigures, before: ReportFigures, began: Day = Day(2025, 1, 1)
    ) throws -> ReportMaking {
        guard let plan = book.reports.report(plan) else { throw Failure.defect("no plan \(plan)") }
        return ReportMaking(
            plan: plan, book: book, period: ReportSpan(plan.every, containing: Day(2026, 3, 12)),
            territory: territory, region: region, position: 4711, began: began, now: now, before: before, states: [:],
            statesBefore: [:], promises: [], unbound: 0, tasks: ReportMaking.Tasks())
    }
}

extension Report {
    func section(_ name: String) -> Section? { sections.first { $0.name.zh == name } }

    /// The cells of the row whose first words are these, as they are printed; "-" for nothing.
    func row(_ label: String, in section: String) -> [String]? {
        self.section(section)?.tables.first?.rows.map { row in
            row.cells.map { ReportWords.text(of: $0)?.zh ?? "-" }
        }.first { $0.first == label || $0.dropFirst().first == label }
    }
}
