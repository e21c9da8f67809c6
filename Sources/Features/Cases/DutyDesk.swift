import Definitions
import Storage
import Values

/// Promises, checks and documents that may follow, as a supervisor counts them: in the region of the post, or in the
/// whole city from a post of the city.
package struct DutyDesk: Sendable {
    let cases: CaseDesk
    var parts: CaseDesk.Parts { cases.parts }

    /// One page of a view, with the counts of all.
    struct Listing: Sendable {
        let view: DutyView
        let counts: [DutyView: Int]
        let duties: [Duty]
        let next: DutyStore.Cursor?
        let isFirst: Bool
        /// Names of services and needs by hash of the definition.
        let definitions: [String: Definition]
        let territory: TerritoryMap
    }

    /// The region that a post sees; nil: all of them.
    func scope(of post: Post) -> String? {
        post.region == parts.territory.current.root?.id ? nil : post.region
    }

    func listing(
        _ view: DutyView, region: String?, after cursor: DutyStore.Cursor?, on today: Day
    ) async throws -> Listing {
        let (counts, found) = try await parts.database.read { connection in
            var counts: [DutyView: Int] = [:]
            for view in DutyView.allCases {
                counts[view] = try DutyStore.count(view, region: region, today: today, in: connection)
            }
            let rows = try DutyStore.rows(
                view, region: region, today: today, after: cursor, limit: DutyView.pageLength + 1, in: connection)
            return (counts, rows)
        }
        let duties = Array(found.prefix(DutyView.pageLength))
        var definitions: [String: Definition] = [:]
        for hash in Set(duties.map(\.definition)) { definitions[hash] = try await parts.catalogue.definition(hash) }
        return Listing(
            view: view, counts: counts, duties: duties,
            next: found.count > duties.count ? duties.last.map { DutyStore.Cursor(behind: $0) } : nil,
            isFirst: cursor == nil, definitions: definitions, territory: parts.territory.current)
    }
}
