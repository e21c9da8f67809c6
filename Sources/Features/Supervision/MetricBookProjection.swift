import Storage
import Values

/// Kinds of the stream of the metrics.
package enum MetricEventKind: String, Hashable, Sendable, CaseIterable {
    /// `document` (`Library.metricDocument`).
    case published = "metrics-published"
    /// `target` (id of an accepted figure), `metric` and `region` (null: the city), or `because`.
    case bound = "target-bound"
}

/// The newest metrics, from their stream.
package struct MetricBookProjection: Projection {
    package let name = "metric-book"
    package let version = 1
    package let tables = [MetricBookStore.table]

    package init() {}

    package struct Newest: Sendable {
        let stream: String
        let version: Int
        let document: String
    }

    package func rows(of stream: [PastEvent]) throws(Failure) -> Newest? {
        guard let last = stream.last(where: { $0.body.kind == MetricEventKind.published.rawValue }),
            let document = last.body.open["document"]
        else { return nil }
        return Newest(stream: last.stream, version: last.version, document: document.canonicalText)
    }

    package func store(_ rows: Newest?, in connection: any Connection) throws {
        guard let rows else { return }
        try MetricBookStore.save(rows.stream, version: rows.version, document: rows.document, in: connection)
    }
}
