import Casework
import Features
import Values

/// What a simulation made.
struct SimulationReport: Sendable {
    var filed = 0
    /// Of the cases asked for, those that nobody could file; why stands in `refusals`.
    var leftOut = 0
    var stillOpen = 0
    var events = 0
    var officers = 0
    /// Cases that bundles opened.
    var children = 0
    /// Open cases in which no clock runs, nobody has a task and no child is open: there must be none.
    var silent = 0
    var isStopped = false
    /// Cases by how they ended.
    private(set) var outcomes: [String: Int] = [:]
    private(set) var filedOf: [String: Int] = [:]
    /// By service: why a filing was refused, the last time.
    private(set) var refusals: [String: String] = [:]
    /// Kinds of events, and how often.
    private(set) var kinds: [String: Int] = [:]

    mutating func count(_ command: ReadyCommand, of running: SimulatedCase) {
        events += command.events.count
        for event in command.events { kinds[event.body.kind, default: 0] += 1 }
        if command.events.contains(where: { $0.version == 1 && $0.stream == running.file.id }) {
            filedOf[running.file.header.service, default: 0] += 1
        }
        if running.file.isClosed, command.events.contains(where: { $0.stream == running.file.id }) {
            countEnd(of: running.file)
        }
    }

    /// A case that a bundle opened.
    mutating func countChild(_ file: CaseFile) {
        children += 1
        if file.isClosed { countEnd(of: file) }
    }

    mutating func countEnd(of file: CaseFile) {
        outcomes[file.outcome ?? "closed", default: 0] += 1
    }

    mutating func note(_ failure: Failure, against service: String) {
        refusals[service] = failure.sentence
    }

    /// For the operator: what was made, in a few lines.
    var lines: [String] {
        var lines = [
            "\(filed) cases filed, \(children) opened by bundles, \(stillOpen) still open, \(silent) of them silent, "
                + "\(events) events, \(officers) officers invented",
            "ended: " + SimulationReport.list(outcomes), "services: " + SimulationReport.list(filedOf),
        ]
        let never = refusals.filter { filedOf[$0.key] == nil }.sorted { $0.key < $1.key }
        for (service, why) in never { lines.append("not simulated: \(service): \(why)") }
        return lines
    }

    private static func list(_ counts: [String: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
            .joined(separator: ", ")
    }
}
