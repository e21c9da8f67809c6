import Hummingbird
import Values
import Web

/// The interface for connected systems about the register of items (接口：权责清单).
struct ItemAPI: Sendable {
    let desk: ItemReadingDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/items", .readByInterface, list)
        table.question("/api/v1/items/{item}", .readByInterface, show)
        table.question("/api/v1/items/{item}/implementations", .readByInterface, implementations)
    }

    /// Items in the order of their codes; the cursor is a code.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        let paging = try InterfacePaging(query)
        if let cursor = paging.cursor, ItemCode(cursor) == nil { throw InterfacePaging.wrongCursor }
        let rows = try await desk.rows(ItemRoutes.filter(query), on: try visit.day(query)).filter { row in
            paging.cursor.map { row.item.code.text > $0 } ?? true
        }
        let next = rows.count > paging.limit ? rows[paging.limit - 1].item.code.text : nil
        return Reply.json(InterfaceJSON.page(rows.prefix(paging.limit).map { .map(ItemAPI.header($0)) }, next: next))
    }

    /// One item with everything that was ever said of it.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        let row = try await desk.row(visit.parameter("item"), on: try visit.day(query))
        var map = ItemAPI.header(row)
        map["basis"] = .list(row.item.basis.map { InterfaceJSON.citation($0) })
        map["adjustments"] = .list(
            desk.catalogue.items.current.history(of: row.item.id).compactMap { event in
                event.adjustment.map { ItemAPI.adjustment($0, of: event) }
            })
        return Reply.json(.map(map))
    }

    /// Who implements it, with their codes; the cursor stands for a service in a region.
    @Sendable private func implementations(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        let paging = try InterfacePaging(query)
        let day = try visit.day(query)
        let row = try await desk.row(visit.parameter("item"), on: day)
        let all = desk.implementations(of: row, on: day)
        var start = 0
        if let cursor = paging.cursor {
            guard let place = all.firstIndex(where: { $0.cursor == cursor }) else { throw InterfacePaging.wrongCursor }
            start = place + 1
        }
        let shown = all.dropFirst(start).prefix(paging.limit)
        let next = start + shown.count < all.count ? shown.last?.cursor : nil
        return Reply.json(
            InterfaceJSON.page(shown.map { implementation($0) }, next: next))
    }

    private func implementation(_ one: Implementation) -> JSON {
        .map([
            "service": .text(one.service.id), "region": .text(one.region.id), "unit": .text(one.unit.id),
            "unit_name": .text(one.unit.name), "level": .text(desk.level(of: one.region)),
            "item_code": InterfaceJSON.optional(one.itemCode?.description),
            "service_code": InterfaceJSON.optional(one.code?.description), "sample": .bool(one.isSample),
            "cancelled": .bool(one.standing.cancelled != nil),
        ])
    }

    private static func header(_ row: ItemRow) -> [String: JSON] {
        [
            "id": .text(row.item.id), "name": InterfaceJSON.wording(row.item.name), "code": .text(row.item.code.text),
            "sample": .bool(row.item.isSample), "type": .text(row.item.code.type),
            "department": .text(row.item.code.department), "levels": InterfaceJSON.texts(row.levels),
            "visits": InterfaceJSON.optional(row.services.map(\.visits).max()),
            "services": .map(row.item.services.mapValues { .text(ItemRow.serial($0)) }),
            "cancelled_from": InterfaceJSON.optional(row.item.cancelled?.from),
        ]
    }

    private static func adjustment(_ adjustment: ItemAdjustment, of event: ItemEvent) -> JSON {
        .map([
            "kind": .text(adjustment.kind.rawValue), "region": .text(adjustment.region),
            "from": .text(adjustment.from.description), "published_on": .text(event.recordedOn.description),
            "name": InterfaceJSON.wording(adjustment.name), "code": InterfaceJSON.optional(adjustment.code),
            "basis": InterfaceJSON.optional(adjustment.basis), "level": InterfaceJSON.optional(adjustment.level),
            "authority": InterfaceJSON.optional(adjustment.authority), "document": .text(adjustment.document),
            "reason": .text(adjustment.reason), "case": .text(adjustment.caseID),
        ])
    }
}
