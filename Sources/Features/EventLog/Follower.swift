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
        return wants(kind: kind) && wants(record, ofKind: kind)
    }

    func wants(kind: String) -> Bool { kinds?.contains(kind) ?? true }

    /// - Parameter kind: one that it wants.
    func wants(_ record: String, ofKind kind: String) -> Bool {
        marks[kind].map { EventRecord.holds($0, in: record) } ?? true
    }
}

/// Leads followers along the log.
package struct FollowerDesk: Sendable {
    private let database: Database
    private let reader: EventReader
    private let recent: RecentEvents

    /// - Parameter recent: what this node committed a moment ago, of the same database.
    package init(database: Database, reader: EventReader, recent: RecentEvents) {
        self.database = database
        self.reader = reader
        self.recent = recent
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
        let (position, end, feed) = try await database.read { connection in
            let position = try FollowerStore.position(of: name, in: connection)
            // Who looks at no event at all only hears how far the log goes.
            if follower.kinds?.isEmpty == true {
                return (position, min(position + limit, try LogStore.size(in: connection)), [FeedEntry]())
            }
            let feed =
                follower.readsSealedParts
                ? try LogStore.feed(from: position, limit: limit, in: connection)
                : try recent.feed(from: position, limit: limit, in: connection)
            return (position, position + feed.count, feed)
        }
        guard end > position else { return 0 }
        let wanted = feed.filter { follower.wants($0.event.record) }
        let events = try reader.open(feed: wanted, sealedParts: follower.readsSealedParts)
        let effect = try await follower.effect(of: events, at: position...end - 1)
        let moved = try await database.write { connection in
            guard try FollowerStore.move(name, from: position, to: end, in: connection) else { return false }
            try effect(connection)
            return true
        }
        return moved ? end - position : 0
    }

    /// Shows the next events to several followers, reading and opening each event once and storing all effects in one
    /// write; those further on than others wait for them. 0 means that all have seen everything, or that
    /// another node was quicker.
    ///
    /// When one of them throws, each is led by itself, so that it holds up nobody else; then its error is thrown.
    ///
    /// - Parameters:
    ///   - followers: that read no sealed part and do not wait for each other.
    ///   - limit: at most so many events at once, at least 1.
    ///   - end: no event from this position on.
    package func step(together followers: [any Follower], limit: Int, before end: Int) async throws -> Int {
        guard let first = followers.first, !followers.contains(where: \.readsSealedParts) else {
            throw Failure.defect("followers are led together that read sealed parts, or none at all")
        }
        let next = try await database.read { connection in
            let places = try followers.map { try FollowerStore.position(of: $0.name, in: connection) }
            let behind = places.min() ?? 0
            let ahead = places.filter { $0 > behind }.min() ?? Int.max
            let feed = try recent.feed(
                from: behind, limit: max(0, min(limit, min(ahead, end) - behind)), in: connection)
            return (group: zip(followers, places).filter { $1 == behind }.map(\.0), from: behind, feed: feed)
        }
        guard let last = next.feed.last else { return 0 }
        do {
            guard next.group.count > 1 else {
                return try await step(next.group.first ?? first, limit: next.feed.count)
            }
            return try await show(next.feed, at: next.from...last.position, to: next.group)
        } catch {
            var thrown: (any Error)? = next.group.count > 1 ? nil : error
            for follower in next.group where next.group.count > 1 {
                do { _ = try await step(follower, limit: next.feed.count) } catch { thrown = thrown ?? error }
            }
            guard let thrown else { return next.feed.count }
            // Those further on do not wait for one that throws again and again.
            let behind = Set(next.group.map(\.name))
            let others = followers.filter { !behind.contains($0.name) }
            if !others.isEmpty { _ = try await step(together: others, limit: limit, before: end) }
            throw thrown
        }
    }

    /// How many events were shown; 0 when another node was quicker with all of them.
    private func show(
        _ feed: [FeedEntry], at positions: ClosedRange<Int>, to group: [any Follower]
    ) async throws -> Int {
        var events = [[PlacedEvent]](repeating: [], count: group.count)
        var interested: [String: [Int]] = [:]
        for entry in feed {
            let kind = entry.kind
            let ofKind = interested[kind] ?? group.indices.filter { group[$0].wants(kind: kind) }
            interested[kind] = ofKind
            let wanted = ofKind.filter { group[$0].wants(entry.event.record, ofKind: kind) }
            guard !wanted.isEmpty, let event = try reader.open(feed: [entry], sealedParts: false).first else {
                continue
            }
            for index in wanted { events[index].append(event) }
        }
        var effects: [(name: String, effect: Effect)] = []
        for (follower, events) in zip(group, events) {
            effects.append((follower.name, try await follower.effect(of: events, at: positions)))
        }
        let all = effects
        let moved = try await database.write { connection in
            var moved = 0
            for (name, effect) in all
            where try FollowerStore.move(name, from: positions.lowerBound, to: positions.upperBound + 1, in: connection)
            {
                try effect(connection)
                moved += 1
            }
            return moved
        }
        return moved > 0 ? feed.count : 0
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
            if !sealedParts, let event = entry.opened {
                let isErased = entry.key == .erased
                events.append(
                    PlacedEvent(
                        position: entry.position, event: isErased ? event.openPart(isErased: true) : event))
                continue
            }
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
