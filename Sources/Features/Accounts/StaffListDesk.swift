import Storage
import Synchronization
import Values

/// Who may work in which role for which unit, as last read: the kernel asks it whether a task has anybody left.
package final class StaffListDesk: Sendable {
    private let database: Database
    private let kept = Mutex<[Role: [Post]]>([:])

    package init(database: Database) {
        self.database = database
    }

    /// Reads all posts; called at the start and then every few seconds.
    package func refresh() async throws {
        let posts = try await database.read { try AccountStore.allPosts(in: $0) }
        let byRole = Dictionary(grouping: posts, by: \.role)
        kept.withLock { $0 = byRole }
    }

    /// Persons with a post of that role in the unit or below it on a day; nil while no post is known at all.
    ///
    /// - Parameter territory: tells which units lie below others.
    package func persons(role: String, unit: String, on day: Day, in territory: TerritoryMap) -> [String]? {
        let posts: [Post]? = kept.withLock { kept in
            kept.isEmpty ? nil : Role(rawValue: role).map { kept[$0, default: []] } ?? []
        }
        return posts?.filter { $0.isHeld(on: day) && territory.chain(ofUnit: $0.unit).contains(unit) }
            .map(\.person.text)
    }
}
