import Values

/// What an officer's post has to do, one page of it (待办).
package struct Worklist: Sendable {
    /// Saved filters of the list; each has its address and its count (视图).
    package enum View: String, Hashable, Sendable, CaseIterable {
        case all, today, overdue, stopped, unclear
    }

    package let view: View
    /// By view, in the order of `View.allCases`; counting stops at `Worklist.countedUpTo`.
    package let counts: [Int]
    package let rows: [TaskRow]
    /// Where the next page begins; nil at the end.
    package let next: CaseStore.TaskCursor?
    package let isFirst: Bool

    package static let pageLength = 20
    /// More are shown as “99+”: nobody reads the difference, and counting must not grow with the queue.
    package static let countedUpTo = 100

    package func count(_ view: View) -> Int {
        View.allCases.firstIndex(of: view).map { counts[$0] } ?? 0
    }
}
