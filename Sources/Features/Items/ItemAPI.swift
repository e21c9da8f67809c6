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

    /// Items in the order of their codes; a position is a code.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let filter = ItemFilter(
            type: ItemAPI.twoDigits("type", in: &query), department: ItemAPI.twoDigits("department", in: &query),
            level: query.choice("level", of: Level.self)?.rawValue ?? "",
            visits: query.choice("visits", of: VisitMark.self)?.rawValue ?? "", words: query.words())
        let day = query.day("day") ?? visit.day
        let paging = try query.paging()
        let rows = try await desk.rows(filter, on: day).filter { row in
            paging.position.map { row.item.code.text > $0 } ?? true
        }
        let next = rows.count > paging.limit ? paging.cursor(behind: rows[paging.limit - 1].item.code.text) : nil
        return Reply.json(InterfaceJSON.page(rows.prefix(paging.limit).map { .map(ItemAPI.header($0)) }, next: next))
    }

    /// One item with everything that was ever said of it.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let day = query.day("day") ?? visit.day
        try query.check()
        let row = try await desk.row(visit.parameter("item"), on: day)
        var map = ItemAPI.header(row)
        map["basis"] = .list(row.item.basis.map { InterfaceJSON.citation($0) })
        map["adjustments"] = .list(
            desk.catalogue.items.current.history(of: row.item.id).compactMap { event in
                event.adjustment.map { ItemAPI.adjustment($0, of: event) }
            })
        return Reply.json(.map(map))
    }

    /// Who implements it, with their codes; a position is a service in a region.
    @Sendable private func implementations(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let day = query.day("day") ?? visit.day
        let paging = try query.paging()
        let row = try await desk.row(visit.parameter("item"), on: day)
        let all = desk.implementations(of: row, on: day)
        var start = 0
        if let position = paging.position {
            guard let place = all.firstIndex(where: { $0.cursor == position }) else {
                throw InterfacePaging.wrongCursor
            }
            start = place + 1
        }
        let shown = all.dropFirst(start).prefix(paging.limit)
        let next = start + shown.count < all.count ? shown.last.map { paging.cursor(behind: $0.cursor) } : nil
        return Reply.json(
            InterfaceJSON.page(shown.map { implementation($0) }, next: next))
    }

    private enum Level: String, CaseIterable {
        case city, district, township
    }

    /// A part of a code; empty when it is absent.
    private static func twoDigits(_ name: String, in query: inout InterfaceQuery) -> String {
        guard let text = query.text(name) else { return "" }
        if text.utf8.count != 2 || !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            query.add(name, zh: "\(name) 应为两位数字", en: "`\(name)` is two digits")
        }
        return text
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
