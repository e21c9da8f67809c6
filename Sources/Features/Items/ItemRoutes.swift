import Hummingbird
import Values
import Web

/// The public pages of the register of items.
struct ItemRoutes: Sendable {
    let desk: ItemReadingDesk

    func add(to table: inout RouteTable) {
        table.page("/items", .readPublicPages, index)
        table.page("/items/{item}", .readPublicPages, show)
    }

    static func filter(_ query: FormInput) -> ItemFilter {
        ItemFilter(
            type: query.filled("type") ?? "", department: query.filled("department") ?? "",
            level: query.filled("level") ?? "", visits: query.filled("visits") ?? "",
            words: String((query.filled("q") ?? "").prefix(200)))
    }

    @Sendable private func index(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        let filter = ItemRoutes.filter(query)
        let all = try await desk.rows(filter, on: visit.day)
        let after = query.filled("after")
        let rest = all.filter { row in after.map { row.item.code.text > $0 } ?? true }
        let shown = Array(rest.prefix(ItemsPage.length))
        let page = ItemsPage(
            rows: shown, filter: filter, count: all.count,
            next: rest.count > shown.count ? shown.last?.item.code.text : nil, isFirst: after == nil)
        return visit.page(page.page(for: visit.reader))
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let row = try await desk.row(visit.parameter("item"), on: visit.day)
        let after = try visit.query().filled("after")
        let all = desk.implementations(of: row, on: visit.day)
        // A cursor that stands nowhere begins anew.
        let start = after.flatMap { cursor in all.firstIndex { $0.cursor == cursor } }.map { $0 + 1 } ?? 0
        let shown = Array(all.dropFirst(start).prefix(ItemPage.length))
        let counts = Dictionary(grouping: all, by: { desk.level(of: $0.region) }).mapValues(\.count)
        let page = ItemPage(
            row: row, shown: shown, counts: counts,
            next: start + shown.count < all.count ? shown.last?.cursor : nil, isFirst: start == 0,
            history: desk.catalogue.items.current.history(of: row.item.id),
            regionNames: desk.territory.current.regions.mapValues(\.name))
        return visit.page(page.page(for: visit.reader))
    }
}
