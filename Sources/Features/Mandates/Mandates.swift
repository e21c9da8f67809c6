import Storage

/// What policy documents order: tasks, deadlines and figures, read from the document's own text (任务台账), and what
/// persons accepted of it.
///
/// `Reading/` reads, `Record/` keeps; `tongban import` prints what is read and keeps nothing.
package struct Mandates: Feature {
    package let name = "Mandates"
    package let migrations = [MandateStore.migration]
    package let followers: [any Follower] = []
    package let desk: MandateDesk
    package var projections: [any Projection] { [MandateProjection()] }

    /// What `EventLog` must know before the desk is made.
    package static let kinds = MandateEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Mandates.kinds }

    package init(desk: MandateDesk) {
        self.desk = desk
    }

    package func addRoutes(to table: inout RouteTable) {}
}
