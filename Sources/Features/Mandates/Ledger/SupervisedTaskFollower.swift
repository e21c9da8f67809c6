import Casework
import Definitions
import Storage
import Values

/// Learns from the log how far the tasks of documents came.
package struct SupervisedTaskFollower: Follower {
    package static let cursor = "supervised-tasks"
    package let name = SupervisedTaskFollower.cursor
    package let version = 2
    package let tables = [SupervisedTaskStore.table]
    package let readsSealedParts = false
    package let kinds: Set<String>? = Set(
        [
            CaseEventKind.opened, .acted, .stageEntered, .clockStarted, .clockLimited, .clockRecomputed, .clockEnded,
            .obligationOpened, .obligationKept, .obligationDropped, .obligationBroken, .obligationDischarged,
        ].map(\.rawValue))
    package let marks = [CaseEventKind.opened.rawValue: SupervisedTask.service]
    /// A definition by its hash.
    private let definition: @Sendable (String) async throws -> Definition

    package init(definition: @escaping @Sendable (String) async throws -> Definition) {
        self.definition = definition
    }

    package func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        var opened: [Int: SupervisedTask] = [:]
        for placed in events where placed.event.body.kind == CaseEventKind.opened.rawValue {
            if let task = try await task(openedBy: placed.event) { opened[placed.position] = task }
        }
        let begun = opened
        return { connection in
            var batch = Batch(connection: connection)
            for placed in events {
                if let task = begun[placed.position] {
                    try batch.save(task)
                } else if var task = try batch.task(placed.event.stream) {
                    let before = task
                    task.take(placed.event)
                    if task != before { try batch.save(task) }
                }
            }
        }
    }

    /// The tasks that some events change. Most cases are no tasks of documents: each is asked for once.
    private struct Batch {
        let connection: any Connection
        private var known: [String: SupervisedTask?] = [:]

        init(connection: any Connection) {
            self.connection = connection
        }

        mutating func task(_ caseID: String) throws -> SupervisedTask? {
            if let kept = known[caseID] { return kept }
            let found = try SupervisedTaskStore.task(caseID, in: connection)
            known[caseID] = .some(found)
            return found
        }

        /// The case that split it off learns of its day and of its end.
        mutating func save(_ task: SupervisedTask) throws {
            known[task.caseID] = .some(task)
            try SupervisedTaskStore.save(task, in: connection)
            guard let id = task.parent, var parent = try self.task(id), parent.parts[task.caseID] != task.awaited else {
                return
            }
            parent.parts[task.caseID] = task.awaited
            try save(parent)
        }
    }

    private func task(openedBy event: PastEvent) async throws -> SupervisedTask? {
        guard event.body.open["service"]?.text == SupervisedTask.service,
            let hash = event.body.open["definition"]?.text
        else { return nil }
        let clock = try await definition(hash).plans.first?.clocks.first { $0.id == SupervisedTask.clock }
        let days = (clock?.warns ?? []).filter { $0.unit == .days }.map(\.amount).max() ?? 0
        return SupervisedTask(opening: event, warnDays: days)
    }
}
