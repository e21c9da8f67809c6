import Casework
import Definitions
import Hummingbird
import Values
import Web

/// The interface for connected systems about what can be applied for (接口：事项).
struct CatalogueAPI: Sendable {
    let catalogue: CatalogueDesk
    let territory: TerritoryDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/services", .readByInterface, list)
        table.question("/api/v1/services/{service}", .readByInterface, show)
    }

    /// Services in force in a region on a day, in the order of their ids.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        try await refresh()
        let query = try visit.query()
        let paging = try InterfacePaging(query)
        let region = try visit.region(query, in: territory.current)
        let day = try visit.day(query)
        let ids = catalogue.services(in: region.id, on: day).filter { id in paging.cursor.map { id > $0 } ?? true }
        var items: [JSON] = []
        for id in ids.prefix(paging.limit) {
            let definition = try await catalogue.definition(of: id, region: region.id, on: day)
            items.append(.map(CatalogueAPIWriting.header(definition)))
        }
        let next = ids.count > paging.limit ? ids[paging.limit - 1] : nil
        return Reply.json(InterfaceJSON.page(items, next: next))
    }

    /// One service as it is in force there on that day, with everything a guide says.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try await refresh()
        let query = try visit.query()
        let region = try visit.region(query, in: territory.current)
        let definition = try await catalogue.definition(
            of: visit.parameter("service"), region: region.id, on: try visit.day(query))
        return Reply.json(CatalogueAPIWriting.service(definition, in: region.id))
    }

    private func refresh() async throws {
        try await territory.refreshIfOld()
        try await catalogue.refreshIfOld()
    }
}

extension Catalogue {
    /// Its part of the interface for connected systems.
    func addAPIRoutes(to table: inout RouteTable) {
        CatalogueAPI(catalogue: desk, territory: territory).add(to: &table)
    }
}
