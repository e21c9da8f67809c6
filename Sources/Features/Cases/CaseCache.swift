import Casework
import Proofs
import Synchronization
import Values

/// Folded case files by stream and version: immutable things that a node may keep, because the fold of the first n
/// events of a stream never changes. Reading a case then reads only what came after.
package final class CaseCache: Sendable {
    package struct Entry: Sendable {
        package let file: CaseFile
        package let key: StreamKey?
    }

    private struct Kept {
        var entries: [String: Entry] = [:]
        /// Filled until it is as large as may be; then it becomes the old half, and the older half is dropped.
        var old: [String: Entry] = [:]
    }

    private let kept = Mutex(Kept())
    private let size: Int

    /// - Parameter size: at most twice so many files are kept.
    package init(size: Int) {
        self.size = size
    }

    package func find(_ id: String) -> Entry? {
        kept.withLock { $0.entries[id] ?? $0.old[id] }
    }

    package func keep(_ entry: Entry) {
        kept.withLock { kept in
            if let found = kept.entries[entry.file.id], found.file.version >= entry.file.version { return }
            if kept.entries.count >= size {
                kept.old = kept.entries
                kept.entries = [:]
            }
            kept.entries[entry.file.id] = entry
        }
    }

    package func drop(_ id: String) {
        kept.withLock { kept in
            kept.entries[id] = nil
            kept.old[id] = nil
        }
    }
}
