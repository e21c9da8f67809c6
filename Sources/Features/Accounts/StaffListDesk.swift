import Storage
import Synchronization
import Values

/// Who may work in which role for which unit, as last read: the kernel asks it whether a task has anybody left.
package final class StaffListDesk: Sendable {
    private let database: Database
    private let kept = Mutex(Kept())

    private struct Kept {
        var byRole: [Role: [Post]] = [:]
        /// What was asked already, by role and unit; it lasts until posts and units are read again.
        var below: [String: [Post]] = [:]
    }

    package init(database: Database) {
        self.database = database
    }

    /// Reads all posts; called at the start and then every few seconds.
    package func refresh() async throws {
        let posts = try await database.read { try AccountStore.allPosts(in: $0) }
        let byRole = Dictionary(grouping: posts, by: \.role)
        kept.withLock { $0 = Kept(byRole: byRole) }
    }

    /// Persons with a post of that role in the unit or below it on a day; nil while no post is known at all.
    ///
    /// - Parameter territory: tells which units lie below others.
    package func persons(role: String, unit: String, on day: Day, in territory: TerritoryMap) -> [String]? {
        posts(role: role, unit: unit, in: territory)?.filter { $0.isHeld(on: day) }.map(\.person.text)
    }

    /// Of every day; nil while no post is known at all.
    private func posts(role: String, unit: String, in territory: TerritoryMap) -> [Post]? {
        let key = role + "/" + unit
        let (asked, all): ([Post]?, [Post]?) = kept.withLock { kept in
            guard !kept.byRole.isEmpty else { return (nil, nil) }
            return (kept.below[key], Role(rawValue: role).map { kept.byRole[$0, default: []] } ?? [])
        }
        if let asked { return asked }
        let below = all?.filter { territory.chain(ofUnit: $0.unit).contains(unit) }
        if let below { kept.withLock { $0.below[key] = below } }
        return below
    }
}
