import Storage
import Values

/// All SQL about what measures the figures of accepted documents.
package enum TargetBindingStore {
    static let table = DerivedTable(
        name: "target_binding", stream: "stream",
        sql: """
            CREATE TABLE target_binding (
                stream TEXT NOT NULL PRIMARY KEY,
                target TEXT NOT NULL,
                revision BIGINT NOT NULL,
                metric TEXT,
                region TEXT,
                service TEXT,
                because TEXT,
                bound_at BIGINT NOT NULL
            )
            """)

    static func save(_ binding: TargetBinding, in connection: any Connection) throws {
        var (metric, because): (String?, String?) = (nil, nil)
        var scope: TargetBinding.MetricScope?
        switch binding.choice {
        case .metric(let id, let over): (metric, scope) = (id, over)
        case .unmeasured(let why): because = why.rawValue
        }
        try connection.execute(
            """
            INSERT INTO target_binding(stream, target, revision, metric, region, service, because, bound_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT(stream) DO UPDATE SET revision = excluded.revision, metric = excluded.metric,
            region = excluded.region, service = excluded.service, because = excluded.because, bound_at = excluded.bound_at
            """,
            [
                .text(TargetBinding.stream(of: binding.target)), .text(binding.target), SQLValue(binding.revision),
                SQLValue(metric), SQLValue(scope?.region), SQLValue(scope?.service), SQLValue(because),
                .int(binding.boundAt.milliseconds),
            ])
    }

    /// nil when nobody has bound it.
    static func binding(of target: String, in connection: any Connection) throws -> TargetBinding? {
        try connection.first(
            "SELECT revision, metric, region, service, because, bound_at FROM target_binding WHERE stream = $1",
            [.text(TargetBinding.stream(of: target))]
        ).flatMap { row in
            let boundAt = Moment(milliseconds: Int64(try row.int(5)))
            let choice: TargetBinding.Choice
            if let metric = try row.optionalText(1) {
                choice = .metric(
                    metric,
                    TargetBinding.MetricScope(region: try row.optionalText(2), service: try row.optionalText(3)))
            } else if let why = try row.optionalText(4).flatMap({ TargetBinding.Unmeasured(rawValue: $0) }) {
                choice = .unmeasured(why)
            } else {
                return nil
            }
            return TargetBinding(target: target, choice: choice, revision: try row.int(0), boundAt: boundAt)
        }
    }
}
