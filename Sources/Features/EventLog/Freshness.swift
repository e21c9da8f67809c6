import Synchronization

/// Lets a node ask the database for news at most every quarter of a second, however many pages want to know.
///
/// Not business time: it counts on a clock that nobody sets.
package final class Freshness: Sendable {
    private let asked = Mutex<ContinuousClock.Instant?>(nil)
    private static let span = Duration.milliseconds(250)

    package init() {}

    /// Whether it is time to ask again; whoever gets true asks.
    package func isOver() -> Bool {
        let now = ContinuousClock.now
        return asked.withLock { asked in
            if let last = asked, now - last < Freshness.span { return false }
            asked = now
            return true
        }
    }
}
