import Casework
import Definitions
import Storage
import Values

/// Learns from the log how far the tasks of documents came.
package struct SupervisedTaskFollower: Follower {
    package let name = "supervised-tasks"
    package let version = 1
    package let tables = [SupervisedTaskStore.table]
    package let readsSealedParts = false
    package let kinds: Set<String>? = Set(
        [CaseEventKind.opened, .acted, .stageEntered, .clockStarted, .clockLimited, .clockRecomputed].map(\.rawValue))
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
            // Most cases are no tasks of documents: each is asked for once in a batch.
            var known: [String: SupervisedTask?] = [:]
            for placed in events {
                let event = placed.event
                if let task = begun[placed.position] {
                    known[event.stream] = .some(task)
                    try SupervisedTaskStore.save(task, in: connection)
                    continue
                }
                let found: SupervisedTask?
                if let kept = known[event.stream] {
                    found = kept
                } else {
                    found = try SupervisedTaskStore.task(event.stream, in: connection)
                }
                known[event.stream] = .some(found)
                guard let before = found else { continue }
                var after = before
                after.take(event)
                guard after != before else { continue }
                known[event.stream] = .some(after)
                try SupervisedTaskStore.save(after, in: connection)
            }
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
