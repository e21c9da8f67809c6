import Casework
import Proofs
import Storage
import Values

/// Reminds applicants of days until which they must act, at the warning points that the procedure gives
/// (`clocks.ID.warns`, `obligations.ID.warns`).
///
/// A reminder is an event, so it is told once and a rebuild tells it again.
package struct ReminderDesk: Sendable {
    let database: Database
    let events: EventDesk
    let catalogue: CatalogueDesk
    let territory: TerritoryDesk

    /// No warning point lies further ahead; only such deadlines are looked at.
    private static let horizonInDays = 30

    package init(database: Database, events: EventDesk, catalogue: CatalogueDesk, territory: TerritoryDesk) {
        self.database = database
        self.events = events
        self.catalogue = catalogue
        self.territory = territory
    }

    /// Records every reminder that is due by now; gives how many were recorded.
    package func remind(at moment: Moment, entropy: Entropy, limit: Int) async throws -> Int {
        let last = moment.day.adding(days: ReminderDesk.horizonInDays)
        let deadlines = try await database.read { try NoticeStore.deadlines(through: last, limit: limit, in: $0) }
        var recorded = 0
        for (number, deadline) in deadlines.enumerated() where try await isNear(deadline, at: moment) {
            let stream = NoticeEvents.reminder(of: deadline)
            let done = try await events.run(nil, entropy: entropy.part("reminder", number), at: moment) {
                let past = try await events.stream(stream).events
                guard past.isEmpty else {
                    return Decided(changes: [], keys: .none, result: .null) { _ in { _ in } }
                }
                let change = StreamAppend(
                    stream: stream, after: [], bodies: [NoticeEvents.near(deadline, at: moment)], at: moment)
                return Decided(changes: [change], keys: .none, result: .null) { _ in { _ in } }
            }
            recorded += done.receipts.count
        }
        return recorded
    }

    /// Whether a warning point of the clock has come, and the day has not passed.
    private func isNear(_ deadline: NoticeDeadline, at moment: Moment) async throws -> Bool {
        guard deadline.due >= moment.day else { return false }
        let stream = try await events.stream(deadline.caseID).events
        guard let hash = stream.last(where: { $0.body.open["definition"]?.text != nil })?.body.open["definition"]?.text
        else { return false }
        let definition = try await catalogue.definition(hash)
        guard let file = CaseFile.folding(stream, by: definition) else { return false }
        if let (_, number) = NoticeDeadline.obligation(in: deadline.clock) {
            guard let run = file.obligations.first(where: { $0.number == number && $0.state == .open }),
                let due = run.due, let plan = definition.plan(ofVariant: file.header.variant),
                let rule = plan.obligations.first(where: { $0.id == run.rule })
            else { return false }
            return ClockReading.isWarned(
                rule.warns, before: due, today: moment.day, calendar: territory.current.calendar)
        }
        let readings = file.clockReadings(by: definition, at: moment, calendar: territory.current.calendar)
        return readings.contains { $0.clock == deadline.clock && $0.state == .running && !$0.warnings.isEmpty }
    }
}
