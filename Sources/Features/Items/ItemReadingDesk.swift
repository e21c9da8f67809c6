import Definitions
import Values

/// Reads the register with what the published services and the territory make of it.
struct ItemReadingDesk: Sendable {
    let catalogue: CatalogueDesk
    let territory: TerritoryDesk

    /// Reads what others published since, and gives the city. Throws `Failure.unavailable` before anything was.
    func refreshed() async throws -> TerritoryMap.Region {
        try await territory.refresh()
        try await catalogue.refresh()
        guard let root = territory.current.root else {
            throw Failure.unavailable(Wording(zh: "区划还没有发布", en: "No regions are published yet"))
        }
        return root
    }

    /// Every item of the register on a day that the filter holds for, in the order of the codes.
    func rows(_ filter: ItemFilter, on day: Day) async throws -> [ItemRow] {
        let root = try await refreshed()
        var rows: [ItemRow] = []
        for item in catalogue.items.current.items(on: day, root: root.id) {
            let row = try await row(item, root: root, on: day)
            if filter.holds(for: row) { rows.append(row) }
        }
        return rows
    }

    /// One item. Throws `Failure.notFound`.
    func row(_ id: String, on day: Day) async throws -> ItemRow {
        let root = try await refreshed()
        guard let item = catalogue.items.current.item(id, on: day, root: root.id) else { throw ItemReadingDesk.missing }
        return try await row(item, root: root, on: day)
    }

    private func row(_ item: RegisterItem, root: TerritoryMap.Region, on day: Day) async throws -> ItemRow {
        var services: [ServiceHeader] = []
        for (id, _) in item.services.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            guard let hash = catalogue.inForce(id, region: root.id, on: day) else { continue }
            services.append(try await catalogue.definition(hash).service)
        }
        let places = regions(below: root, on: day)
        let used = Set(places.filter { isAnyDecided(services, of: item, in: $0, on: day) }.map { level(of: $0) })
        return ItemRow(item: item, services: services, levels: ItemRow.levelOrder.filter(used.contains))
    }

    private func isAnyDecided(
        _ services: [ServiceHeader], of item: RegisterItem, in region: TerritoryMap.Region, on day: Day
    ) -> Bool {
        let standing = standing(of: item, in: region, on: day)
        return services.contains { unit(deciding: $0, standing, in: region, on: day) != nil }
    }

    /// Every implementation of an item, cancelled ones too: by service, then city, districts and townships.
    func implementations(of row: ItemRow, on day: Day) -> [Implementation] {
        let map = territory.current
        guard let root = map.root else { return [] }
        let codes = ItemCodes(territory: map, on: day)
        let places = regions(below: root, on: day)
        return row.services.flatMap { service in
            places.compactMap { region -> Implementation? in
                let standing = standing(of: row.item, in: region, on: day)
                guard let unit = unit(deciding: service, standing, in: region, on: day) else { return nil }
                return Implementation(
                    service: service, region: region, unit: unit,
                    itemCode: codes.implementation(of: row.item.code, at: unit, serial: nil),
                    code: codes.implementation(of: row.item.code, at: unit, serial: row.item.services[service.id]),
                    isSample: codes.code(of: unit)?.isSample ?? false, standing: standing)
            }
        }
    }

    private func standing(of item: RegisterItem, in region: TerritoryMap.Region, on day: Day) -> ItemStanding {
        catalogue.items.current.standing(
            of: item.id, in: [region.id] + territory.current.above(region.id), on: day)
    }

    /// The unit of a region that decides a service there; nil when the region is of another level or has none.
    private func unit(
        deciding service: ServiceHeader, _ standing: ItemStanding, in region: TerritoryMap.Region, on day: Day
    ) -> TerritoryMap.Unit? {
        guard (standing.moved?.level ?? service.level) == level(of: region) else { return nil }
        return territory.current.unit(
            named: standing.moved?.authority ?? service.authority, in: region.id, under: nil, on: day)
    }

    /// The city, its districts and their townships that exist on a day, each group in the order of the codes.
    func regions(below root: TerritoryMap.Region, on day: Day) -> [TerritoryMap.Region] {
        let map = territory.current
        let districts = map.regions(below: root.id, on: day)
        return [root] + districts + districts.flatMap { map.regions(below: $0.id, on: day) }
    }

    func level(of region: TerritoryMap.Region) -> String {
        ItemRow.levelOrder[min(territory.current.above(region.id).count, 2)]
    }

    static let missing = Failure.notFound(
        Wording(zh: "权责清单里没有这个事项", en: "There is no such item in the register"))
}
