import Proofs
import Synchronization
import Values

/// Open parts of events that this node committed a moment ago: what follows the log need not read and parse them
/// again. Recorded events never change, so nothing here grows wrong; what is not here is read.
package final class RecentEvents: Sendable {
    struct Entry: Sendable {
        /// Without its sealed part.
        let event: PastEvent
        let record: String
    }

    private struct Kept {
        /// By stream.
        var entries: [String: [Entry]] = [:]
        var count = 0
        /// Filled until it is as large as may be; then it becomes the old half, and the older half is dropped.
        var old: [String: [Entry]] = [:]

        func find(_ place: PlaceInLog) -> Entry? {
            for half in [entries, old] {
                guard let own = half[place.stream], let first = own.first?.event.version else { continue }
                // Mostly without gaps; commits of other nodes leave some.
                let index = place.version - first
                if own.indices.contains(index), own[index].event.version == place.version { return own[index] }
                if let found = own.first(where: { $0.event.version == place.version }) { return found }
            }
            return nil
        }
    }

    private let kept = Mutex(Kept())
    private let size: Int

    /// - Parameter size: at most twice so many events are kept, and those of one command more.
    package init(size: Int) {
        self.size = size
    }

    /// Called when the events are committed.
    func keep(_ written: PreparedAppend) {
        var entries = zip(written.entries, written.events).map { entry, event in
            Entry(event: event.openPart(isErased: false), record: entry.record)
        }[...]
        var dropped: [String: [Entry]] = [:]
        kept.withLock { kept in
            if kept.count >= size {
                // Given up outside of the lock.
                dropped = kept.old
                kept.old = kept.entries
                (kept.entries, kept.count) = ([:], 0)
            }
            kept.count += entries.count
            while let stream = entries.first?.event.stream {
                let own = entries.prefix { $0.event.stream == stream }
                kept.entries[stream, default: []] += own
                entries = entries.dropFirst(own.count)
            }
        }
    }

    /// What is kept of each place; nil where it is not.
    func find(_ places: [PlaceInLog]) -> [Entry?] {
        kept.withLock { kept in places.map { kept.find($0) } }
    }
}
