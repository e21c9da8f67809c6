import Proofs
import Storage

/// What policy documents order: tasks, deadlines and figures, read from the document's own text (任务台账), what persons
/// accepted of it, and how far the units came that were ordered to do it (督查督办).
///
/// `Reading/` reads, `Record/` keeps, `Review/` lets a person put right and accept, `Ledger/` follows; `tongban import`
/// prints what is read and keeps nothing.
package struct Mandates: Feature {
    package let name = "Mandates"
    package let migrations = [MandateStore.migration]
    package let desk: MandateDesk
    package let ledger: LedgerDesk
    package let assignments: AssignmentFollower
    package let tasks: SupervisedTaskFollower
    package var followers: [any Follower] { [assignments, tasks] }
    package var projections: [any Projection] { [MandateProjection()] }

    /// What `EventLog` must know before the desk is made.
    package static let kinds = MandateEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Mandates.kinds }

    /// - Parameters:
    ///   - figures: what measures the figures of a task, and how they stand.
    ///   - entropy: secret bytes for what followers write; the same label gives the same bytes again.
    package init(
        desk: MandateDesk, cases: CaseDesk, figures: @escaping LedgerDesk.Measuring,
        entropy: @escaping @Sendable (String) -> Entropy
    ) {
        self.desk = desk
        let catalogue = cases.parts.catalogue
        ledger = LedgerDesk(reviews: MandateReviewDesk(desk: desk), cases: cases, measuring: figures)
        assignments = AssignmentFollower(events: desk.events, cases: cases, entropy: entropy)
        tasks = SupervisedTaskFollower(definition: { try await catalogue.definition($0) })
    }

    package func addRoutes(to table: inout RouteTable) {
        MandateRoutes(reviews: ledger.reviews).add(to: &table)
        LedgerRoutes(desk: ledger).add(to: &table)
        LedgerAPI(desk: ledger).add(to: &table)
    }
}
