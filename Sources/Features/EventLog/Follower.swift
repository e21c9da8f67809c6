import Proofs
import Storage
import Values

/// A feature that learns of placed events: in log order, at least once, a little later than the command.
///
/// Tables it keeps are changed only by the effect, which is stored with the cursor in one write, so they see each
/// event once. Commands it sends before that may be sent again after a crash: their key derives from the position.
package protocol Follower: Sendable {
    /// Its name for ever; the cursor is kept under it.
    var name: String { get }
    /// Raised when its tables get another shape; the next start then drops them and follows from the beginning.
    var version: Int { get }
    /// Empty for one that sends commands: it is never made again.
    var tables: [DerivedTable] { get }
    /// Whether it sees personal values. A metric never does.
    var readsSealedParts: Bool { get }
    /// The kinds of events it looks at: others are passed without being opened. nil for all.
    var kinds: Set<String>? { get }
    /// Of events of a kind only those whose record holds a text; for who looks for one name among many deeds.
    var marks: [String: String] { get }

    /// What the next events do to its tables; commands are sent here. Sums must not depend on the order of streams.
    ///
    /// - Parameters:
    ///   - events: those of its kinds.
    ///   - positions: where they lie in the log, those of other kinds included.
    func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect
}

extension Follower {
    package var marks: [String: String] { [:] }

    /// Whether a stored record is worth opening; says yes too often rather than too seldom.
    func wants(_ record: String) -> Bool {
        guard kinds != nil || !marks.isEmpty else { return true }
        let kind = EventRecord.kind(in: record) ?? ""
        if let kinds, !kinds.contains(kind) { return false }
        return marks[kind].map { EventRecord.holds($0, in: record) } ?? true
    }
}

/// Leads followers along the log.
package struct FollowerDesk: Sendable {
    private let database: Database
    private let reader: EventReader

    package init(database: Database, reader: EventReader) {
        self.database = database
        self.reader = reader
    }

    /// Shows a follower the next events and moves its cursor; gives how many. 0 means that it has seen all.
    ///
    /// Several nodes may call it: the cursor moves only from where it was read, so an effect is never stored twice;
    /// the slower one gets 0. Throws `Failure.conflict` with `newerEvent` when a newer version of the program must
    /// follow on.
    ///
    /// - Parameter limit: at most so many events at once, at least 1.
    package func step(_ follower: any Follower, limit: Int) async throws -> Int {
        let name = follower.name
        let (position, feed) = try await database.read { connection in
            let position = try FollowerStore.position(of: name, in: connection)
            let feed =
                follower.readsSealedParts
                ? try LogStore.feed(from: position, limit: limit, in: connection)
                : try LogStore.openFeed(from: position, limit: limit, in: connection)
            return (position, feed)
        }
        guard let last = feed.last else { return 0 }
        let wanted = feed.filter { follower.wants($0.event.record) }
        let events = try reader.open(feed: wanted, sealedParts: follower.readsSealedParts)
        let effect = try await follower.effect(of: events, at: position...last.position)
        let moved = try await database.write { connection in
            guard try FollowerStore.move(name, from: position, to: last.position + 1, in: connection) else {
                return false
            }
            try effect(connection)
            return true
        }
        return moved ? feed.count : 0
    }
}

extension EventReader {
    /// Events of many streams, in log order.
    ///
    /// - Parameter sealedParts: whether the caller may see personal values.
    package func open(feed: [FeedEntry], sealedParts: Bool) throws(Failure) -> [PlacedEvent] {
        var sealings: [String: Sealing?] = [:]
        var events: [PlacedEvent] = []
        events.reserveCapacity(feed.count)
        for entry in feed {
            let stream = entry.event.stream
            if sealedParts, sealings[stream] == nil { sealings[stream] = try sealing(stream, entry.key) }
            let event = try open(
                entry.event, with: sealedParts ? .sealing(sealings[stream] ?? nil) : .publicPart,
                isErased: entry.key == .erased)
            events.append(PlacedEvent(position: entry.position, event: event))
        }
        return events
    }
}
