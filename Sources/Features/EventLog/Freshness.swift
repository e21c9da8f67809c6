import Synchronization

/// Lets a node ask the database for news once in each turn of its leader, however many pages want to know.
///
/// It keeps no time: the leader says that what was read has grown old. Where no leader runs, every page asks.
package final class Freshness: Sendable {
    private enum Age { case unwatched, old, fresh }

    private let age = Mutex(Age.unwatched)

    package init() {}

    /// Whether it is time to ask again; whoever gets true asks.
    package func isOver() -> Bool {
        age.withLock { age in
            defer { if age == .old { age = .fresh } }
            return age != .fresh
        }
    }

    /// Called by the leader at each of its turns.
    package func growOld() { age.withLock { $0 = .old } }
}
