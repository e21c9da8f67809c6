import Proofs
import Storage
import Values

/// Computes all leaves and the tree again from the stored records, and says where they differ.
package struct LogAudit: Sendable {
    private let database: Database
    private let reader: EventReader

    private static let eventsAtOnce = 500

    package init(database: Database, reader: EventReader) {
        self.database = database
        self.reader = reader
    }

    /// Reads the whole log.
    ///
    /// - Parameter heads: tree heads that were given out before. Who changes a record and its leaf alike is found
    ///   only by these.
    package func run(against heads: [TreeHead]) async throws -> LogAuditReport {
        var report = LogAuditReport()
        var tree = GrowingTree()
        var next = 0
        var open = heads.sorted { $0.size < $1.size }[...]
        while true {
            let position = next
            let feed = try await database.read {
                try LogStore.feed(from: position, limit: LogAudit.eventsAtOnce, in: $0)
            }
            guard let last = feed.last else { break }
            for entry in feed {
                if entry.position != next { report.faults.append(.missing(position: next)) }
                next = entry.position + 1
                report.faults += faults(of: entry)
                tree.append(LogTree.leaf(Array(entry.event.record.utf8)))
                while let head = open.first, head.size == tree.size {
                    if head != tree.head { report.faults.append(.otherRoot(size: head.size)) }
                    open = open.dropFirst()
                }
            }
            next = last.position + 1
        }
        report.faults += open.map { .otherRoot(size: $0.size) }
        report.head = tree.head
        report.faults += try await database.read { try LogAudit.faultsOfOrder(in: $0) }
        return report
    }

    private func faults(of entry: FeedEntry) -> [LogFault] {
        let place = (stream: entry.event.stream, version: entry.event.version)
        if LogTree.leaf(Array(entry.event.record.utf8)) != entry.leaf {
            return [.changed(stream: place.stream, version: place.version, position: entry.position)]
        }
        do throws(Failure) {
            _ = try reader.open([entry.event], key: entry.key)
            return []
        } catch {
            if case .conflict(.newerEvent, _, _) = error { return [] }
            return [.unreadable(stream: place.stream, version: place.version, why: error)]
        }
    }

    private static func faultsOfOrder(in connection: any Connection) throws -> [LogFault] {
        let (outOfOrder, lost) = try LogStore.countsOfFaults(in: connection)
        return (outOfOrder > 0 ? [.outOfOrder(count: outOfOrder)] : []) + (lost > 0 ? [.lost(count: lost)] : [])
    }
}

/// One thing that is not as the log says.
package enum LogFault: Hashable, Sendable {
    /// The record does not give the leaf that stands in the log.
    case changed(stream: String, version: Int, position: Int)
    /// The record is as it was, but its sealed part is gone or was changed, or it cannot be read.
    case unreadable(stream: String, version: Int, why: Failure)
    /// No event stands at this position.
    case missing(position: Int)
    /// The tree of that size had another root when its head was given out.
    case otherRoot(size: Int)
    /// So many events stand before an earlier event of their stream, or have none before them.
    case outOfOrder(count: Int)
    /// So many events are neither in the log nor waiting.
    case lost(count: Int)
}

/// What an audit found.
package struct LogAuditReport: Hashable, Sendable {
    package internal(set) var faults: [LogFault] = []
    package internal(set) var head = GrowingTree().head
}
