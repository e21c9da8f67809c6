import Hummingbird
import Values
import Web

/// The interface for connected systems about regions and units (接口：区划、机构).
struct TerritoryAPI: Sendable {
    let desk: TerritoryDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/regions", .readByInterface, listRegions)
        table.question("/api/v1/units", .readByInterface, listUnits)
    }

    /// Regions that exist on a day, in the order of their ids.
    @Sendable private func listRegions(_ visit: Visit) async throws -> Response {
        try await desk.refresh()
        var query = try InterfaceQuery(visit)
        let parent = query.text("parent")
        let day = query.day("day") ?? visit.day
        let paging = try query.paging()
        let regions = desk.current.regions.values
            .filter { region in
                region.from <= day && (region.until.map { day <= $0 } ?? true)
                    && (parent.map { region.parent == $0 } ?? true)
            }
            .sorted { $0.id < $1.id }.filter { region in paging.position.map { region.id > $0 } ?? true }
        return TerritoryAPI.page(regions, paging, id: \.id) { region in
            .map([
                "id": .text(region.id), "name": InterfaceJSON.wording(region.name),
                "parent": InterfaceJSON.optional(region.parent),
                "code": InterfaceJSON.optional(region.code(on: day)), "from": .text(region.from.description),
                "until": InterfaceJSON.optional(region.until),
            ])
        }
    }

    /// Units that exist on a day, in the order of their ids.
    @Sendable private func listUnits(_ visit: Visit) async throws -> Response {
        try await desk.refresh()
        var query = try InterfaceQuery(visit)
        let region = query.text("region")
        let parent = query.text("parent")
        let name = query.text("name")?.comparisonKey
        let day = query.day("day") ?? visit.day
        let paging = try query.paging()
        let units = desk.current.units.values
            .filter { unit in
                unit.exists(on: day) && (region.map { unit.region == $0 } ?? true)
                    && (parent.map { unit.parent == $0 } ?? true)
                    && (name.map { unit.name.comparisonKey.contains($0) } ?? true)
            }
            .sorted { $0.id < $1.id }.filter { unit in paging.position.map { unit.id > $0 } ?? true }
        return TerritoryAPI.page(units, paging, id: \.id) { unit in
            .map([
                "id": .text(unit.id), "name": .text(unit.name), "region": .text(unit.region),
                "parent": InterfaceJSON.optional(unit.parent), "from": .text(unit.from.description),
                "until": InterfaceJSON.optional(unit.until), "successor": InterfaceJSON.optional(unit.successor),
            ])
        }
    }

    private static func page<Place>(
        _ places: [Place], _ paging: InterfacePaging, id: KeyPath<Place, String>, _ write: (Place) -> JSON
    ) -> Response {
        let shown = places.prefix(paging.limit)
        let next = places.count > shown.count ? shown.last.map { paging.cursor(behind: $0[keyPath: id]) } : nil
        return Reply.json(InterfaceJSON.page(shown.map(write), next: next))
    }
}
