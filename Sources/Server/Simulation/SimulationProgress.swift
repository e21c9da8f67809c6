import Foundation
import Synchronization
import Values

/// Says on the standard error how far something is: a bar on a terminal, otherwise a line for each tenth.
final class SimulationProgress: Sendable {
    private let total: Int
    private let unit: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let begin = Mutex<Double?>(nil)
    private let shown = Mutex((at: 0.0, tenth: 0))

    private static let width = 30

    init(total: Int, unit: String) {
        self.total = max(1, total)
        self.unit = unit
    }

    /// Since the first step.
    private var seconds: Double {
        let now = ProcessInfo.processInfo.systemUptime
        let begin = begin.withLock { begin in
            begin = begin ?? now
            return begin ?? now
        }
        return max(0.001, now - begin)
    }

    func perSecond(_ done: Int) -> Int { Int(Double(done) / seconds) }

    /// - Parameter day: how far the history is, when it has days.
    func tell(_ done: Int, on day: Day?) {
        let seconds = seconds
        let isDue = shown.withLock { shown in
            let tenth = done * 10 / total
            guard isTerminal ? seconds - shown.at >= 0.1 : tenth > shown.tenth else { return false }
            shown = (seconds, tenth)
            return true
        }
        if isDue { show(done, day) }
    }

    func end() {
        if isTerminal { write("\n") }
    }

    private func show(_ done: Int, _ day: Day?) {
        let rate = perSecond(done)
        let left = rate > 0 ? (total - done) / rate : 0
        let date = day.map { "\($0)  " } ?? ""
        let text = "\(date)\(done) of \(total) \(unit)  \(rate)/s  \(left) s left"
        guard isTerminal else { return write(text + "\n") }
        let full = min(SimulationProgress.width, done * SimulationProgress.width / total)
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: SimulationProgress.width - full)
        write("\r[\(bar)] \(text)   ")
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Hears Ctrl-C and the end that a supervisor sends, so that a long work can stop at a whole step.
enum Interruption {
    private static let asked = Atomic(false)

    /// From now on the signals only set what `isAsked` reads.
    static func hear() {
        for number in [SIGINT, SIGTERM] { signal(number) { _ in Interruption.note() } }
    }

    /// Nothing but a store: this runs inside a signal handler.
    private static func note() { asked.store(true, ordering: .relaxed) }

    static var isAsked: Bool { asked.load(ordering: .relaxed) }
}
