import Storage
import Synchronization
import Values

/// Who is behind a session, as read at most a second ago: a person at work opens many pages with one session.
///
/// Whatever this node changes about accounts, posts, delegations and sessions empties the cache at once; a change by
/// another node is seen after a second at the latest.
final class VisitorDesk: Sendable {
    private struct Kept {
        var generation = 0
        var entries: [String: Entry] = [:]
    }

    private struct Entry {
        let found: VisitorStore.StoredSession
        let readAt: Moment
    }

    private let kept = Mutex(Kept())
    private static let keptForMilliseconds: Int64 = 1000
    /// More sessions than a node serves in a second; whoever asks for more begins anew.
    private static let most = 10_000

    /// The session by its id; nil for none, or an expired one.
    func session(_ id: String, at moment: Moment, in database: Database) async throws -> VisitorStore.StoredSession? {
        let (entry, generation) = kept.withLock { ($0.entries[id], $0.generation) }
        if let entry, entry.found.expiresAt > moment,
            (0..<VisitorDesk.keptForMilliseconds).contains(moment.milliseconds - entry.readAt.milliseconds)
        {
            return entry.found
        }
        guard let found = try await database.read({ try VisitorStore.session(id, at: moment, in: $0) }) else {
            return nil
        }
        kept.withLock { kept in
            // What was read before a change may be old: it is not kept.
            guard kept.generation == generation else { return }
            if kept.entries.count >= VisitorDesk.most { kept.entries = [:] }
            kept.entries[id] = Entry(found: found, readAt: moment)
        }
        return found
    }

    /// Something about accounts or sessions was changed by this node.
    func empty() {
        kept.withLock { kept in
            kept.generation += 1
            kept.entries = [:]
        }
    }
}
