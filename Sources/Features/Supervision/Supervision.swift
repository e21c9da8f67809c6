import Proofs
import Storage

/// Measures of what the platform does, kept as it happens, and the promises they are held against (督查、指标、承诺兑现).
package struct Supervision: Feature {
    package let name = "Supervision"
    package let migrations = [ReportStore.migration]
    package let metrics: MetricDesk
    package let follower: MetricFollower
    package let board: BoardDesk
    package let targets: TargetDesk
    package let reports: ReportDesk
    private let staff: StaffDesk
    private let posts: PostDesk

    /// What `EventLog` must know before the desk is made.
    package static let kinds = MetricEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Supervision.kinds }
    package var projections: [any Projection] {
        [MetricDesk.document.projection, TargetBindingProjection(), ReportProjection()]
    }
    package let demands: ReportDemandFollower
    package var followers: [any Follower] { [follower, demands] }

    /// - Parameter entropy: secret bytes for what the platform writes by itself; the same label gives the same bytes.
    package init(
        cases: CaseDesk, lists: ListDesk, looks: LookDesk, posts: PostDesk,
        entropy: @escaping @Sendable (String) -> Entropy
    ) {
        metrics = MetricDesk(database: cases.parts.database, events: cases.parts.events)
        follower = MetricFollower(desk: metrics, parts: cases.parts)
        board = BoardDesk(metrics: metrics, parts: cases.parts, lists: lists)
        targets = TargetDesk(board: board, events: cases.parts.events)
        self.posts = posts
        demands = ReportDemandFollower(metrics: metrics, cases: cases, entropy: entropy)
        reports = ReportDesk(board: board, targets: targets, events: cases.parts.events, entropy: entropy)
        staff = StaffDesk(cases: cases, looks: looks)
    }

    package func addRoutes(to table: inout RouteTable) {
        BoardRoutes(desk: board, staff: staff).add(to: &table)
        BoardAPI(desk: board).add(to: &table)
        TargetAPI(desk: targets, posts: posts).add(to: &table)
        TargetRoutes(desk: targets, staff: staff).add(to: &table)
        ReportRoutes(desk: reports, staff: staff).add(to: &table)
        ReportAPI(desk: reports).add(to: &table)
    }
}
