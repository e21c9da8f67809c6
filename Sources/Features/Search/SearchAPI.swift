import Hummingbird
import Values
import Web

/// The search for connected systems (接口：检索).
struct SearchAPI: Sendable {
    let desk: SearchDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/search", .readByInterface, find)
    }

    /// Services and policy documents that fit some words, in the order of a region; the best first.
    @Sendable private func find(_ visit: Visit) async throws -> Response {
        try await desk.refreshIfOld()
        var query = try InterfaceQuery(visit)
        let words = query.neededText("q")
        let region = try query.region(in: desk.territory.current)
        let paging = try query.paging()
        let cursor = paging.position.flatMap { SearchCursor($0) }
        if paging.position != nil, cursor == nil { throw InterfacePaging.wrongCursor }
        let shelf = try await desk.shelf(of: region.id, at: visit.moment)
        let found = try await desk.matches(words, in: shelf, at: visit.moment).filter { $0.kind != .place }
        let rest = found.filter { match in cursor.map { $0.isBefore(match) } ?? true }
        let shown = rest.prefix(paging.limit)
        let last = rest.count > shown.count ? shown.last : nil
        let next = last.map { paging.cursor(behind: SearchCursor(behind: $0).text) }
        return Reply.json(InterfaceJSON.page(shown.map { item($0, shelf) }, next: next))
    }

    private func item(_ match: SearchMatch, _ shelf: Shelf) -> JSON {
        let policy = shelf.vocabulary.policies.first { match.kind == .policy && $0.number == match.id }
        let title = policy?.title ?? match.id
        let name = shelf[match.id]?.name ?? Wording(zh: title, en: title)
        return [
            "kind": .text(match.kind.rawValue), "id": .text(match.id), "name": InterfaceJSON.wording(name),
            "score": InterfaceJSON.number(match.score), "matched": InterfaceJSON.optional(match.phrase),
        ]
    }
}
