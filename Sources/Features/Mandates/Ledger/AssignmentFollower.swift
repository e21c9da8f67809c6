import Casework
import Proofs
import Storage
import Values

/// Opens the cases of every task that a person accepted: one for each unit that leads or supports it. When the
/// acceptance is taken back, they are cancelled; an acceptance that was taken back before opens none.
///
/// What it opens is opened once: the id of a case derives from the task and the unit, and keys from the event. A task
/// of a later version that goes on carries its earlier cases; only units that came new get a case.
package struct AssignmentFollower: Follower {
    package let name = "mandate-assignments"
    package let version = 1
    package let tables: [DerivedTable] = []
    /// It reads the streams of documents itself.
    package let readsSealedParts = false
    package let kinds: Set<String>? = [MandateEventKind.accepted.rawValue, MandateEventKind.takenBack.rawValue]
    private let events: EventDesk
    private let cases: CaseDesk
    /// Secret bytes for what it writes; the same label gives the same bytes again.
    private let entropy: @Sendable (String) -> Entropy

    package init(
        events: EventDesk, cases: CaseDesk, entropy: @escaping @Sendable (String) -> Entropy
    ) {
        self.events = events
        self.cases = cases
        self.entropy = entropy
    }

    package func effect(of placed: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        for event in placed.map(\.event) {
            guard let id = event.body.open["task"]?.text else { continue }
            let stream = try await events.stream(event.stream).events
            if event.body.kind == MandateEventKind.takenBack.rawValue {
                try await cancel(id, in: stream, by: event)
                continue
            }
            // As it stood then; what happened since counts only if it took this acceptance back.
            guard let document = MandateDocument(folding: stream.filter { $0.version <= event.version }),
                let task = document.task(id), let assignment = task.assignment,
                MandateDocument(folding: stream)?.task(id)?.takingsBack.count == task.takingsBack.count
            else { continue }
            for (index, unit) in assignment.lead.enumerated() {
                try await assign(task, of: document, to: unit, as: index == 0 ? .lead : .joint, at: event)
            }
            for unit in assignment.support { try await assign(task, of: document, to: unit, as: .support, at: event) }
        }
        return { _ in }
    }

    /// The task under which its cases go on through all versions: `DOCUMENT/TASK`, with `#n` after n acceptances that
    /// were taken back.
    package static func record(of task: MandateTask, in document: String) -> String {
        let times = task.takingsBack.count
        return task.assignment?.continues ?? "\(document)/\(task.id)" + (times == 0 ? "" : "#\(times)")
    }

    /// Document and task of a record; nil for anything else.
    package static func task(of record: String) -> (document: String, task: String)? {
        let parts = record.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        return (parts[0], String(parts[1].prefix { $0 != "#" }))
    }

    /// The id of the case of a task at a unit.
    package static func caseID(of record: String, at unit: String) -> String {
        let hash = SM3.hash(Array("mandate-task/\(record)/\(unit)".utf8))
        return Identifier<CaseFile>(bytes: Array(hash.prefix(16))).text
    }

    private func assign(
        _ task: MandateTask, of document: MandateDocument, to unit: String, as part: SupervisedTask.Part,
        at event: PastEvent
    ) async throws {
        let record = AssignmentFollower.record(of: task, in: document.id)
        let id = AssignmentFollower.caseID(of: record, at: unit)
        guard let assignment = task.assignment, try await events.stream(id).events.isEmpty else { return }
        let territory = cases.parts.territory.current
        guard let place = territory.units[unit] else {
            throw Failure.defect("task \(record) is assigned to \(unit), which is no unit")
        }
        let definition = try await cases.parts.catalogue.definition(
            of: SupervisedTask.service, region: place.region, on: event.at.day)
        let answers: [String: JSON] = [
            "mandate_record": .text(record), "mandate_title": .text(task.now.title),
            "mandate_document": .text(document.ledger.paper.number ?? document.ledger.paper.title),
            "mandate_part": .text(part.rawValue), "sentence": .text(String(task.now.text.prefix(2000))),
            "lead_unit": .text(unit), "support_units": .list([]), "is_part": false, "is_measured": false,
            "due": .text(assignment.due.description), "report_every": .text(assignment.reportEvery.rawValue),
            "supervised_by": .text(definition.service.authority),
        ]
        let opening = OfficeOpening(
            id: id, service: SupervisedTask.service, region: place.region, party: SupervisedTask.party,
            subjects: [CaseHeader.Subject(kind: "mandate", id: record)], answers: answers, unit: unit)
        let label = "assign/\(record)/\(unit)"
        let sender = CaseDesk.Sender(
            acting: { _ in .platform }, channel: nil,
            key: CommandKey(actor: .platform, verb: "mandates/assign", clientKey: label, request: Array(id.utf8)),
            moment: event.at, entropy: entropy(label))
        _ = try await cases.begin(opening, by: sender)
    }

    // MARK: Taken back

    /// Cancels what the acceptance opened, and what earlier versions opened under the same record.
    private func cancel(_ id: String, in stream: [PastEvent], by event: PastEvent) async throws {
        guard let before = MandateDocument(folding: stream.filter { $0.version < event.version }),
            let task = before.task(id), let assignment = task.assignment
        else { return }
        let record = AssignmentFollower.record(of: task, in: before.id)
        let reason = stream.first { $0.version == event.version }?.body.sealed["reason"]?.text ?? ""
        let known = try await cases.parts.database.read { try SupervisedTaskStore.tasks(of: record, in: $0) }
        let assigned = (assignment.lead + assignment.support).map { AssignmentFollower.caseID(of: record, at: $0) }
        for caseID in Set(assigned + known.filter { $0.parent == nil }.map(\.caseID)).sorted() {
            guard try await !events.stream(caseID).events.isEmpty else { continue }
            try await cases.tell(
                [SupervisedTask.takenBack: .text(reason.isEmpty ? MandatePageWords.takeBack.zh : reason)], to: caseID,
                verb: "mandates/take-back", because: event, entropy: entropy)
        }
    }
}
