import Casework
import Proofs
import Storage
import Values

/// Asks no report of a unit for what the platform measures itself (平台能测的不要求报送): when every figure of a task is
/// bound to a metric, the cases of its leads are told so, and told again when one is no more.
package struct ReportDemandFollower: Follower {
    package let name = "report-demands"
    package let version = 1
    package let tables: [DerivedTable] = []
    package let readsSealedParts = false
    package let kinds: Set<String>? = [MetricEventKind.bound.rawValue, CaseEventKind.opened.rawValue]
    package let marks = [CaseEventKind.opened.rawValue: SupervisedTask.service]
    private let metrics: MetricDesk
    private let cases: CaseDesk
    /// Secret bytes for what it writes; the same label gives the same bytes again.
    private let entropy: @Sendable (String) -> Entropy

    package init(metrics: MetricDesk, cases: CaseDesk, entropy: @escaping @Sendable (String) -> Entropy) {
        self.metrics = metrics
        self.cases = cases
        self.entropy = entropy
    }

    private var events: EventDesk { cases.parts.events }

    package func effect(of placed: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        try await metrics.refresh()
        for event in placed.map(\.event) {
            guard let (document, task) = try await task(of: event), let assignment = task.assignment else { continue }
            let record = AssignmentFollower.record(of: task, in: document.id)
            let isMeasured = try await isMeasured(task, in: document)
            for unit in assignment.lead {
                try await tell(AssignmentFollower.caseID(of: record, at: unit), isMeasured: isMeasured, at: event)
            }
        }
        return { _ in }
    }

    /// The accepted task that a binding or a case is about.
    private func task(of event: PastEvent) async throws -> (MandateDocument, MandateTask)? {
        let open = event.body.open
        guard event.body.kind == MetricEventKind.bound.rawValue else {
            guard let record = open["facts"]?["mandate_record"]?.text,
                let document = try await LedgerDesk.document(of: record, in: events),
                let task = document.tasks.first(where: {
                    $0.assignment != nil && AssignmentFollower.record(of: $0, in: document.id) == record
                })
            else { return nil }
            return (document, task)
        }
        let parts = (open["target"]?.text ?? "").split(separator: "/").map(String.init)
        guard parts.count == 3, let document = MandateDocument(folding: try await events.stream(parts[0]).events),
            let task = document.task(parts[1])
        else { return nil }
        return (document, task)
    }

    private func isMeasured(_ task: MandateTask, in document: MandateDocument) async throws -> Bool {
        let targets = AcceptedTarget.all(of: task, in: document)
        guard !targets.isEmpty else { return false }
        let bindings = try await cases.parts.database.read { connection in
            try targets.map { try TargetBindingStore.binding(of: $0.id, in: connection) }
        }
        return bindings.allSatisfy { binding in
            guard case .metric(let id, _) = binding?.choice else { return false }
            return metrics.book.metric(id)?.elsewhere == nil && metrics.book.metric(id) != nil
        }
    }

    private func tell(_ caseID: String, isMeasured: Bool, at event: PastEvent) async throws {
        guard try await !events.stream(caseID).events.isEmpty else { return }
        let file = try await cases.openNow(caseID, at: event.at).file
        let known = file.answers[SupervisedTask.isMeasuredFact]?.value?.bool ?? false
        guard !file.isClosed, known != isMeasured else { return }
        try await cases.tell(
            [SupervisedTask.isMeasuredFact: .bool(isMeasured)], to: caseID, verb: "targets/report-demand",
            because: event, entropy: entropy)
    }
}
