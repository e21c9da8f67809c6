import Storage
import Values

/// A room of the house: what it keeps, what follows from its events, and its pages.
///
/// `AllFeatures.swift` makes them in order and passes to each, through `init`, what it needs of those above.
package protocol Feature: Sendable {
    /// The name of its folder.
    var name: String { get }
    /// Its tables that do not follow from the log; only ever added to at the end.
    var migrations: [Migration] { get }
    /// The kinds of events that it writes.
    var kinds: [EventKind] { get }
    var projections: [any Projection] { get }
    var followers: [any Follower] { get }

    /// Adds its pages and its part of the interface.
    func addRoutes(to table: inout RouteTable)
}
