import Casework
import Definitions
import Storage
import Values

/// Reads the ledger for pages and systems.
package struct LedgerDesk: Sendable {
    /// The figures of an accepted task (its document and its id), with what measures each on a day.
    package typealias Measuring =
        @Sendable (_ document: String, _ task: String, _ day: Day) async throws -> [LedgerFigure]

    let reviews: MandateReviewDesk
    private let cases: CaseDesk
    private let measuring: Measuring
    private var desk: MandateDesk { reviews.desk }
    private var catalogue: CatalogueDesk { cases.parts.catalogue }

    package init(reviews: MandateReviewDesk, cases: CaseDesk, measuring: @escaping Measuring) {
        self.reviews = reviews
        self.cases = cases
        self.measuring = measuring
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
        /// Of all units, and of the parts that they split off.
        package let all: [SupervisedTask]
        /// Persons who answer for a case, by case.
        package let persons: [String: String]
        package let course: TaskCourse
        package let figures: [LedgerFigure]
        /// nil for a reader of another region than the document's.
        package let document: MandateDocument?
        package let mandate: MandateTask?
        /// Which printed name stands for which units; empty where the task is not to be seen.
        package var meant: [MandateTask.Meant] { mandate?.assignment?.meant ?? [] }
    }

    /// Throws `Failure.notFound` for a case that is no task of a document, and for one of another region.
    ///
    /// - Parameter region: of the reader; nil: a system, which sees all.
    package func shown(_ caseID: String, from region: String?, on day: Day) async throws -> Shown {
        let found = try await desk.database.read { connection -> (SupervisedTask, [SupervisedTask])? in
            guard let task = try SupervisedTaskStore.task(caseID, in: connection) else { return nil }
            return (task, try SupervisedTaskStore.tasks(of: task.record, in: connection))
        }
        guard let (task, all) = found else { throw Failure.notFound(LedgerPageWords.missing) }
        let document = try await LedgerDesk.document(of: task.record, in: desk.events)
        let maySee = region.map { sees(task.region, from: $0) || document?.region == $0 } ?? true
        guard maySee else { throw Failure.notFound(LedgerPageWords.missing) }
        let mandate = document.flatMap { document in
            document.tasks.first {
                $0.assignment != nil && AssignmentFollower.record(of: $0, in: document.id) == task.record
            }
        }
        var persons: [String: String] = [:]
        for part in all where part.part == .part {
            persons[part.caseID] = TaskCourse(try await cases.history(part.caseID)).person
        }
        let course = TaskCourse(try await cases.history(task.caseID))
        var figures: [LedgerFigure] = []
        if let document, let mandate { figures = try await measuring(document.id, mandate.id, day) }
        return Shown(
            task: task, all: all, persons: persons, course: course, figures: figures, document: document,
            mandate: mandate)
    }

    /// The version in force that carries a record on; the last that did, when its task was taken back or dropped.
    package static func document(of record: String, in events: EventDesk) async throws -> MandateDocument? {
        guard let first = AssignmentFollower.task(of: record) else { return nil }
        var document = MandateDocument(folding: try await events.stream(first.document).events)
        while let later = document?.replacedBy,
            let next = MandateDocument(folding: try await events.stream(later).events),
            next.tasks.contains(where: { $0.assignment?.continues == record })
        {
            document = next
        }
        return document
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
