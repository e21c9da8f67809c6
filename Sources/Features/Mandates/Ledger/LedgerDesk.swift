import Casework
import Definitions
import Storage
import Values

/// Reads the ledger for pages and systems.
package struct LedgerDesk: Sendable {
    let reviews: MandateReviewDesk
    let catalogue: CatalogueDesk
    private var desk: MandateDesk { reviews.desk }

    package init(reviews: MandateReviewDesk, catalogue: CatalogueDesk) {
        self.reviews = reviews
        self.catalogue = catalogue
    }

    /// A page of the ledger, the earliest last day first.
    package func rows(
        _ choice: SupervisedTaskStore.Choice, on day: Day, after: SupervisedTaskCursor?, limit: Int
    ) async throws -> [SupervisedTask] {
        try await desk.database.read {
            try SupervisedTaskStore.rows(choice, on: day, after: after, limit: limit, in: $0)
        }
    }

    /// One task with all its cases, and what the document says of it.
    package struct Shown: Sendable {
        package let task: SupervisedTask
        package let all: [SupervisedTask]
        /// nil for a reader of another region than the document's.
        package let document: MandateDocument?
        package let mandate: MandateTask?
    }

    /// Throws `Failure.notFound` for a case that is no task of a document, and for one of another region.
    package func shown(_ caseID: String, from region: String?) async throws -> Shown {
        let found = try await desk.database.read { connection -> (SupervisedTask, [SupervisedTask])? in
            guard let task = try SupervisedTaskStore.task(caseID, in: connection) else { return nil }
            return (task, try SupervisedTaskStore.tasks(of: task.record, in: connection))
        }
        guard let (task, all) = found else { throw Failure.notFound(LedgerPageWords.missing) }
        let parts = task.record.split(separator: "/", maxSplits: 1).map(String.init)
        let stream = try await desk.events.stream(parts.first ?? "")
        let document = MandateDocument(folding: stream.events)
        let maySee = region.map { sees(task.region, from: $0) || document?.region == $0 } ?? true
        guard maySee else { throw Failure.notFound(LedgerPageWords.missing) }
        return Shown(
            task: task, all: all, document: document,
            mandate: parts.count == 2 ? document?.task(parts[1]) : nil)
    }

    private func sees(_ region: String, from own: String) -> Bool {
        region == own || desk.territory.current.above(region).contains(own)
    }

    /// Names of units, with their region.
    func unitNames(_ ids: some Sequence<String>) -> [String: String] {
        let territory = desk.territory.current
        var names: [String: String] = [:]
        for id in ids {
            guard let unit = territory.units[id] else { continue }
            names[id] = "\(territory.regions[unit.region]?.name.zh ?? unit.region) \(unit.name)"
        }
        return names
    }

    /// Names of the stages and outcomes of the procedure in force on a day.
    func stageNames(on day: Day) async throws -> [String: Wording] {
        guard let root = desk.territory.current.root?.id else { return [:] }
        let definition = try await catalogue.definition(of: SupervisedTask.service, region: root, on: day)
        var names: [String: Wording] = [:]
        for stage in definition.plans.first?.stages ?? [] { names[stage.id] = stage.name }
        return names.merging(LedgerPageWords.outcomes) { $1 }
    }

    /// The unit that somebody wrote, by id or by name; nil when there is none.
    func unit(written text: String, from region: String, on day: Day) async throws -> String? {
        if desk.territory.current.units[text] != nil { return text }
        return try await reviews.units(for: region, on: day).unit(written: text)
    }
}
