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
                if let found = half[place.stream]?.first(where: { $0.event.version == place.version }) { return found }
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
        kept.withLock { kept in
            if kept.count >= size {
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
