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
        kept.withLock { kept in
            var stream: String?
            var halves: (new: [Entry], old: [Entry]) = ([], [])
            return places.map { place in
                // Neighbours in the log are mostly of one stream.
                if place.stream != stream {
                    stream = place.stream
                    halves = (kept.entries[place.stream] ?? [], kept.old[place.stream] ?? [])
                }
                return RecentEvents.entry(of: place.version, in: halves.new)
                    ?? RecentEvents.entry(of: place.version, in: halves.old)
            }
        }
    }

    private static func entry(of version: Int, in own: [Entry]) -> Entry? {
        guard let first = own.first?.event.version else { return nil }
        // Mostly without gaps; commits of other nodes leave some.
        let index = version - first
        if own.indices.contains(index), own[index].event.version == version { return own[index] }
        return own.first { $0.event.version == version }
    }
}
