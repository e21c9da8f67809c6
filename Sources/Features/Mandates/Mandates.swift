import Storage

/// What policy documents order: tasks, deadlines and figures, read from the document's own text (任务台账).
///
/// It reads (`Reading/`); `tongban import` prints what it read. The kept ledger with its pages is not here yet.
package struct Mandates: Feature {
    package let name = "Mandates"
    package let migrations: [Migration] = []
    package let followers: [any Follower] = []
    package let projections: [any Projection] = []
    package static let kinds: [EventKind] = []
    package var kinds: [EventKind] { Mandates.kinds }

    package init() {}

    package func addRoutes(to table: inout RouteTable) {}
}
