import Definitions
import Rules
import Values

/// Turns what happened into what it adds to the sums, and into the cases that a target does not want; pure.
struct MetricCounter {
    let book: MetricBook
    let calendar: WorkCalendar
    private(set) var cells: [MetricCell: MetricFigures] = [:]
    private(set) var faults: [MetricFaultKey: MetricFault] = [:]
    private let listening: MetricListening

    init(_ listening: MetricListening, calendar: WorkCalendar) {
        book = listening.book
        self.listening = listening
        self.calendar = calendar
    }

    /// Something that happened once, with everything an expression may ask of it.
    struct Observation {
        let sources: [MetricSource]
        let cell: MetricCell
        /// nil where no case stands behind it.
        let caseID: String?
        let value: (String) -> FEELValue
    }

    /// - Parameter weight: −1 takes back what was counted before.
    mutating func observe(_ observation: Observation, weight: Int) {
        let environment = Environment(
            scope: MetricListening.noNames,
            facts: { name throws(EvaluationFault) in observation.value(name) }, moment: Moment(observation.cell.day),
            lists: [:])
        var found: [String: Int] = [:]
        var figures = MetricFigures()
        for source in observation.sources {
            for part in listening.parts[source] ?? [] {
                guard let amount = MetricCounter.amount(part, in: environment) else { continue }
                found[part.key] = amount.value ?? 1
                figures.add(weight, part.key, amount.value)
            }
        }
        guard !figures.isEmpty else { return }
        cells[observation.cell, default: MetricFigures()].add(figures)
        guard let caseID = observation.caseID else { return }
        for source in observation.sources {
            for metric in listening.judged[source] ?? [] { judge(metric, found, caseID, observation.cell) }
        }
    }

    /// nil: not counted. What is not known is not counted, as nothing is ever guessed.
    static func amount(_ part: MetricPart, in environment: Environment) -> (value: Int?, Void)? {
        if let condition = part.condition {
            guard (try? condition.evaluate(in: environment))?.boolean == true else { return nil }
        }
        guard let value = part.value else { return (nil, ()) }
        guard let number = (try? value.evaluate(in: environment))?.number?.whole else { return nil }
        return (number, ())
    }

    private mutating func judge(_ metric: Metric, _ found: [String: Int], _ caseID: String, _ cell: MetricCell) {
        guard let part = metric.part, let target = metric.target else { return }
        var value = found[part.key]
        if let whole = metric.whole {
            guard let of = found[whole.key], of > 0 else { return }
            let share = value ?? 0
            if target.holds(share * metric.scale, over: of) { return }
            if part.value == nil { value = nil }
        } else {
            guard metric.take != .count, let one = value, !target.holds(one, over: 1) else { return }
        }
        faults[MetricFaultKey(metric: metric.id, caseID: caseID)] = MetricFault(
            metric: metric.id, caseID: caseID, cell: cell, value: value)
    }

    // MARK: Together

    mutating func add(_ figures: MetricFigures, at cell: MetricCell) {
        cells[cell, default: MetricFigures()].add(figures)
    }

    mutating func remove(_ keys: Set<MetricFaultKey>) {
        for key in keys { faults[key] = nil }
    }

    mutating func add(_ fault: MetricFault) {
        faults[MetricFaultKey(metric: fault.metric, caseID: fault.caseID)] = fault
    }
}

/// One case counts against one metric once.
struct MetricFaultKey: Hashable, Comparable, Sendable {
    let metric: String
    let caseID: String

    static func < (left: MetricFaultKey, right: MetricFaultKey) -> Bool {
        (left.metric, left.caseID) < (right.metric, right.caseID)
    }
}

/// The metrics by what they listen to; made once for a book.
struct MetricListening: Sendable {
    let book: MetricBook
    /// Parts that many metrics share are counted once.
    let parts: [MetricSource: [MetricPart]]
    /// Metrics whose target can be held against a single case.
    let judged: [MetricSource: [Metric]]

    static let noNames = Scope(names: [:])

    init(_ book: MetricBook) {
        self.book = book
        var parts: [MetricSource: [MetricPart]] = [:]
        var judged: [MetricSource: [Metric]] = [:]
        for metric in book.metrics {
            for part in [metric.part, metric.whole].compactMap({ $0 })
            where !(parts[part.source] ?? []).contains(where: { $0.key == part.key }) {
                parts[part.source, default: []].append(part)
            }
            guard metric.isCounted, metric.target != nil, metric.take != .count, let source = metric.part?.source else {
                continue
            }
            if metric.whole.map({ $0.source == source }) ?? true { judged[source, default: []].append(metric) }
        }
        self.parts = parts
        self.judged = judged
    }
}

extension Metric {
    /// 100 for what is told in per cent.
    package var scale: Int { unit == "%" ? 100 : 1 }
}
