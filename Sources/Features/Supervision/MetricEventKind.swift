/// Kinds of the stream of the metrics.
package enum MetricEventKind: String, Hashable, Sendable, CaseIterable {
    /// `document` (`Library.metricDocument`).
    case published = "metrics-published"
    /// `target` (id of an accepted figure), `metric` and `region` (null: the city), or `because`.
    case bound = "target-bound"
    /// `plan`, `name`, `every`, `first`, `last`, `region`, `position`, `circulated`, `content` and `files` (hashes).
    case reported = "report-made"
}
