import Definitions
import Proofs
import Storage
import Values

/// Publishes the metrics, and gives what was published last.
package struct MetricDesk: Sendable {
    private let published: PublishedDocumentDesk<MetricListening>

    static let document = PublishedDocument(
        name: "metric_book", kind: MetricEventKind.published.rawValue, seed: "metrics")

    package init(database: Database, events: EventDesk) {
        published = PublishedDocumentDesk(
            MetricDesk.document, database: database, events: events, empty: MetricListening(.empty)
        ) { document, _ in MetricListening(try MetricBook.reading(document)) }
    }

    /// The metrics as last seen; none before the first `refresh`.
    package var book: MetricBook { published.current.content.book }

    /// With the version that says so.
    var current: PublishedDocumentDesk<MetricListening>.Kept { published.current }

    /// Reads the newest published ones when they are newer than what is kept.
    package func refresh() async throws { try await published.refresh() }

    /// Publishes what the folder says when it differs from what is published; gives whether it did.
    ///
    /// When other things are counted than before, everything is counted anew from the log, in the background.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> Bool {
        let document = library.metricDocument
        guard document.map != nil else { return false }
        let book = try MetricBook.reading(document)
        return try await published.publish(document, by: actor, at: moment, entropy: entropy) { before in
            let countedBefore = try before.map { try MetricBook.reading($0).signature }
            return { connection in
                guard countedBefore != book.signature else { return }
                try MetricSumStore.countAnew(MetricFollower.cursor, in: connection)
            }
        }
    }
}
