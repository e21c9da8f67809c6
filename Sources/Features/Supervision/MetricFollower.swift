import Casework
import Definitions
import Storage
import Values

/// Keeps the sums of all metrics, event by event (指标累计). It never sees a sealed value.
///
/// Everything is read and added up before the write: the cursor moves only from where it was read, so nobody else
/// changes these tables meanwhile.
package struct MetricFollower: Follower {
    static let cursor = "metrics"
    package let name = MetricFollower.cursor
    package let version = 1
    package let tables = MetricSumStore.tables
    package let readsSealedParts = false
    /// Tasks, documents and due dates are nothing that a metric asks for.
    package let kinds: Set<String>? = Set(
        RatingEventKind.allCases.map(\.rawValue)
            + [
                CaseEventKind.opened, .acted, .answered, .evidenceAdded, .stageEntered, .clockStarted, .clockLimited,
                .clockStopped, .clockResumed, .clockMissed, .clockExpired, .clockEnded, .childOpened, .corrected,
            ].map(\.rawValue))
    package let marks = [CaseEventKind.stageEntered.rawValue: #""final":true"#]
    private let desk: MetricDesk
    private let parts: CaseDesk.Parts

    package init(desk: MetricDesk, parts: CaseDesk.Parts) {
        self.desk = desk
        self.parts = parts
    }

    package func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        try await desk.refresh()
        let published = desk.current
        guard !events.isEmpty, !published.content.book.metrics.isEmpty else {
            return { try MetricFollower.check(published.version, in: $0) }
        }
        var step = MetricStep(published.content, calendar: parts.territory.current.calendar)
        try await load(statesOf: events, into: &step)
        for placed in events { try await count(placed.event, in: &step) }
        let rows = try await rows(of: step)
        return { connection in
            try MetricFollower.check(published.version, in: connection)
            try MetricSumStore.save(rows, in: connection)
        }
    }

    /// Whoever published meanwhile sent the cursor back to the beginning; what was counted before is worth nothing.
    private static func check(_ version: Int, in connection: any Connection) throws {
        guard try PublishedDocumentStore.version(of: MetricDesk.document, in: connection) == version else {
            throw Failure.defect("other metrics were published while events were counted; they are counted again")
        }
    }

    /// The states of cases that were opened before these events.
    private func load(statesOf events: [PlacedEvent], into step: inout MetricStep) async throws {
        var seen: Set<String> = []
        var asked: [String] = []
        for placed in events where seen.insert(placed.event.stream).inserted {
            let kind = placed.event.body.kind
            let isNoCase = kind == CaseEventKind.opened.rawValue || RatingEventKind(rawValue: kind) != nil
            if !isNoCase { asked.append(placed.event.stream) }
        }
        guard !asked.isEmpty else { return }
        let streams = asked
        let texts = try await parts.database.read { try MetricSumStore.states(of: streams, in: $0) }
        for (stream, text) in texts {
            guard let file = MetricCase(text: text) else {
                throw Failure.defect("the row of metric_case for \(stream) cannot be read")
            }
            step.cases[stream] = file
        }
    }

    private func count(_ event: PastEvent, in step: inout MetricStep) async throws {
        if RatingEventKind(rawValue: event.body.kind) != nil { return step.counter.countRating(event) }
        switch CaseEventKind(rawValue: event.body.kind) {
        case .opened:
            guard let kind = try await parts.metricKind(of: event) else { return }
            step.open(event, kind)
        case .corrected: try await correct(event, in: &step)
        default: step.goOn(event)
        }
    }

    /// Counts the whole case twice, as it was known and as it is known now; the difference is posted today.
    private func correct(_ event: PastEvent, in step: inout MetricStep) async throws {
        let read = step.counter.book.facts
        guard (event.body.open["facts"]?.map ?? [:]).keys.contains(where: { read[$0] != nil }) else { return }
        let stream = event.stream
        let reader = parts.reader
        let stored = try await parts.database.read { try EventStore.events(of: stream, after: 0, in: $0) }
        let past = try reader.openParts(of: stored).filter { $0.version <= event.version }
        guard let first = past.first, let kind = try await parts.metricKind(of: first) else { return }
        step.recount(past, kind, through: event)
    }

    // MARK: Rows

    private func rows(of step: MetricStep) async throws -> MetricRows {
        var rows = MetricRows()
        var months: [MetricMonth: MetricFigures] = [:]
        for (cell, figures) in step.counter.cells where !figures.isEmpty {
            for month in MetricMonth.of(cell) { months[month, default: MetricFigures()].add(figures) }
        }
        let days = step.counter.cells.filter { !$0.value.isEmpty }
        let dayIDs = days.keys.map(\.id)
        let monthIDs = months.keys.map(\.id)
        let (oldDays, oldMonths) = try await parts.database.read { connection in
            (
                try MetricSumStore.dayFigures(dayIDs, in: connection),
                try MetricSumStore.monthFigures(monthIDs, in: connection)
            )
        }
        for (cell, figures) in days.sorted(by: { $0.key < $1.key }) {
            rows.add(MetricFollower.sum(oldDays[cell.id], figures), at: cell)
        }
        for (month, figures) in months.sorted(by: { $0.key < $1.key }) {
            rows.add(MetricFollower.sum(oldMonths[month.id], figures), at: month)
        }
        for stream in step.touched.sorted() {
            if let file = step.cases[stream] {
                rows.cases.append([.text(stream), .text(file.text)])
            } else {
                rows.endedCases.append(stream)
            }
        }
        for (_, fault) in step.counter.faults.sorted(by: { $0.key < $1.key }) { rows.add(fault) }
        rows.noFaults = step.noFaults.filter { step.counter.faults[$0] == nil }.sorted()
        return rows
    }

    private static func sum(_ text: String?, _ figures: MetricFigures) -> MetricFigures {
        guard let text else { return figures }
        var sum = MetricFigures(text: text, only: nil)
        sum.add(figures)
        return sum
    }
}

extension CaseDesk.Parts {
    /// What a metric must know of a case besides its events, from the event that opened it; nil for another event.
    func metricKind(of event: PastEvent) async throws -> MetricCase.Kind? {
        guard let hash = event.body.open["definition"]?.text else { return nil }
        return MetricCase.Kind(try await catalogue.definition(hash), variant: event.body.open["variant"]?.text)
    }
}

extension EventReader {
    /// The open parts of one stream's events.
    func openParts(of stored: [StoredEvent]) throws(Failure) -> [PastEvent] {
        var events: [PastEvent] = []
        for event in stored { events.append(try open(event, with: .publicPart, isErased: false)) }
        return events
    }
}
