import Hummingbird
import Values
import Web

/// The interface for connected systems about lists (接口：清单).
struct ListAPI: Sendable {
    let desk: ListDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/lists", .readByInterface, list)
        table.question("/api/v1/lists/{list}", .readByInterface, show)
        table.question("/api/v1/lists/{list}/entries", .readByInterface, entries)
    }

    /// Lists in the order of their ids, each in the version in force on the day.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        try await desk.refresh()
        var query = try InterfaceQuery(visit)
        let kind = query.text("kind") ?? ""
        let words = query.words()
        let day = query.day("day") ?? visit.day
        let paging = try query.paging()
        let found = desk.lists(on: day).filter { list in
            ListRoutes.isWanted(list, kind: kind, words: words) && paging.position.map { list.list > $0 } ?? true
        }
        let next = found.count > paging.limit ? paging.cursor(behind: found[paging.limit - 1].list) : nil
        return Reply.json(
            InterfaceJSON.page(found.prefix(paging.limit).map { .map(ListAPI.header($0)) }, next: next))
    }

    /// One version with its columns, and what versions there are.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let asked = Asked(&query, today: visit.day)
        try query.check()
        let (list, document) = try await open(visit, asked, at: nil)
        var map = ListAPI.header(list)
        map["basis"] = .list(document.basis.map { InterfaceJSON.citation($0) })
        map["effect"] = InterfaceJSON.wording(document.effect)
        map["note"] = InterfaceJSON.wording(document.note)
        map["columns"] = .list(
            document.columns.map {
                .map(["id": .text($0.id), "kind": .text($0.kind), "name": InterfaceJSON.wording($0.name)])
            })
        map["versions"] = .list(try desk.versions(of: list.list).map { .map(ListAPI.header($0)) })
        return Reply.json(.map(map))
    }

    /// Entries of one version in their order; the cursor is a place in that version.
    @Sendable private func entries(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let asked = Asked(&query, today: visit.day)
        let words = query.words()
        let paging = try query.paging()
        // The version stands in the cursor, so that a new one cannot come in between two pages.
        let cursor = try paging.position.map { text throws(Failure) in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).compactMap { Int($0) }
            guard parts.count == 2, parts.allSatisfy({ $0 >= 0 }) else { throw InterfacePaging.wrongCursor }
            return (version: parts[0], place: parts[1])
        }
        let (list, document) = try await open(visit, asked, at: cursor?.version)
        let found = document.entries(holding: words, from: cursor?.place ?? 0, limit: paging.limit + 1)
        let next =
            found.count > paging.limit ? found.last.map { paging.cursor(behind: "\(list.version).\($0.place)") } : nil
        return Reply.json(
            InterfaceJSON.page(
                found.prefix(paging.limit).map {
                    .map(["place": .number(Int64($0.place)), "values": .map($0.values)])
                },
                next: next))
    }

    /// Which version of a list is asked for.
    private struct Asked {
        let version: Int?
        let day: Day

        init(_ query: inout InterfaceQuery, today: Day) {
            version = query.number("version", from: 1, to: 1_000_000)
            day = query.day("day") ?? today
        }
    }

    /// - Parameter version: of a cursor; it goes before the one that the question names.
    private func open(_ visit: Visit, _ asked: Asked, at version: Int?) async throws -> (PublishedList, ListDocument) {
        try await desk.refresh()
        let list = try desk.version(version ?? asked.version, of: visit.parameter("list"), on: asked.day)
        return (list, try await desk.document(list.hash))
    }

    private static func header(_ list: PublishedList) -> [String: JSON] {
        [
            "id": .text(list.list), "version": .number(Int64(list.version)), "label": .text(list.label),
            "name": InterfaceJSON.wording(list.name), "kind": .text(list.kind), "owner": .text(list.owner),
            "in_force": .map([
                "from": .text(list.from.description), "until": InterfaceJSON.optional(list.until),
            ]),
            "document": .text(list.hash), "entries": .number(Int64(list.entries)),
            "published_on": .text(list.publishedOn.description),
        ]
    }
}
