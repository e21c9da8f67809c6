import Casework
import Definitions
import Values

/// What the metrics make of some events in a row; pure.
struct MetricStep {
    var counter: MetricCounter
    /// Cases that are open, as far as these events concern them.
    var cases: [String: MetricCase] = [:]
    /// Streams whose state changed.
    private(set) var touched: Set<String> = []
    /// What a correction took back.
    private(set) var noFaults: Set<MetricFaultKey> = []
    private let listening: MetricListening
    private let read: Set<String>

    init(_ listening: MetricListening, calendar: WorkCalendar) {
        self.listening = listening
        counter = MetricCounter(listening, calendar: calendar)
        read = Set(listening.book.facts.keys)
    }

    mutating func open(_ event: PastEvent, _ kind: MetricCase.Kind) {
        guard let file = MetricCase(opening: event, kind: kind, read: read) else { return }
        cases[event.stream] = file
        touched.insert(event.stream)
        counter.countOpening(file, event)
    }

    /// An event of a case that has ended, or was never seen, says nothing more.
    mutating func goOn(_ event: PastEvent) {
        guard var file = cases[event.stream] else { return }
        file.take(event, read: read)
        counter.countDeed(file, event)
        touched.insert(event.stream)
        let isOver =
            event.body.kind == CaseEventKind.stageEntered.rawValue && event.body.open["final"]?.bool == true
        cases[event.stream] = isOver ? nil : file
    }

    /// Takes back what the case counted before its correction and counts it as corrected, on the day of the correction.
    ///
    /// - Parameter past: all events of the case up to and with the correction.
    mutating func recount(_ past: [PastEvent], _ kind: MetricCase.Kind, through correction: PastEvent) {
        let before = replay(past.filter { $0.version < correction.version }, kind)
        let after = replay(past, kind)
        func posted(_ cell: MetricCell) -> MetricCell {
            MetricCell(
                day: cell.day, posted: correction.at.day, service: cell.service, unit: cell.unit, region: cell.region,
                channel: cell.channel)
        }
        for (cell, figures) in before.counter.cells {
            var less = MetricFigures()
            less.add(figures, times: -1)
            counter.add(less, at: posted(cell))
        }
        for (cell, figures) in after.counter.cells { counter.add(figures, at: posted(cell)) }
        noFaults.formUnion(before.counter.faults.keys)
        counter.remove(Set(before.counter.faults.keys))
        for fault in after.counter.faults.values { counter.add(fault) }
        guard cases[correction.stream] != nil else { return }
        cases[correction.stream] = after.cases[correction.stream]
        touched.insert(correction.stream)
    }

    /// What all events of one case count, corrections taken in; this step is left as it is.
    func replay(_ past: [PastEvent], _ kind: MetricCase.Kind) -> MetricStep {
        var facts: [Int: [String: JSON]] = [:]
        for event in past where event.body.kind == CaseEventKind.corrected.rawValue {
            guard let version = event.body.open["version"]?.number else { continue }
            facts[version, default: [:]].merge(event.body.open["facts"]?.map ?? [:]) { $1 }
        }
        var step = MetricStep(listening, calendar: counter.calendar)
        for var event in past {
            if let corrected = facts[event.version] { event = event.saying(corrected) }
            switch CaseEventKind(rawValue: event.body.kind) {
            case .opened: step.open(event, kind)
            case .stageEntered:
                if event.body.open["final"]?.bool == true { step.goOn(event) }
            default: step.goOn(event)
            }
        }
        return step
    }
}

extension PastEvent {
    /// The same with other facts.
    fileprivate func saying(_ facts: [String: JSON]) -> PastEvent {
        var body = body
        body.open["facts"] = .map((body.open["facts"]?.map ?? [:]).merging(facts) { $1 })
        return PastEvent(stream: stream, version: version, at: at, body: body, isErased: isErased)
    }
}
