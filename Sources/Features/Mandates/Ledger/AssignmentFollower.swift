import Casework
import Proofs
import Storage
import Values

/// Opens the cases of every task that a person accepted: one for each unit that leads or supports it.
///
/// What it opens is opened once: the id of a case derives from the task and the unit, and keys from the event. A task
/// of a later version that goes on carries its earlier cases; only units that came new get a case.
package struct AssignmentFollower: Follower {
    package let name = "mandate-assignments"
    package let version = 1
    package let tables: [DerivedTable] = []
    /// It reads the streams of documents itself.
    package let readsSealedParts = false
    package let kinds: Set<String>? = [MandateEventKind.accepted.rawValue]
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
            guard let id = event.body.open["task"]?.text,
                let document = MandateDocument(folding: try await events.stream(event.stream).events),
                let task = document.task(id), let assignment = task.assignment
            else { continue }
            for (index, unit) in assignment.lead.enumerated() {
                try await assign(task, of: document, to: unit, as: index == 0 ? .lead : .joint, at: event)
            }
            for unit in assignment.support { try await assign(task, of: document, to: unit, as: .support, at: event) }
        }
        return { _ in }
    }

    /// The task under which its cases go on through all versions.
    package static func record(of task: MandateTask, in document: String) -> String {
        task.assignment?.continues ?? "\(document)/\(task.id)"
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
        let isOnlyOne =
            territory.unit(named: place.name, in: place.region, under: unit, on: event.at.day)?.id == unit
        let answers: [String: JSON] = [
            "mandate_record": .text(record), "mandate_title": .text(task.now.title),
            "mandate_document": .text(document.ledger.paper.number ?? document.ledger.paper.title),
            "mandate_part": .text(part.rawValue), "sentence": .text(String(task.now.text.prefix(2000))),
            // A name that two units of the region share would mean neither.
            "lead_unit": .text(isOnlyOne ? place.name : unit), "support_units": .list([]),
            "due": .text(assignment.due.description), "report_every": "1 months",
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
}
