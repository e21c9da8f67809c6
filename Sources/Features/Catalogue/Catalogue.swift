import Storage

/// What can be applied for: published definitions, and the pages that find and explain them (事项目录).
package struct Catalogue: Feature {
    package let name = "Catalogue"
    package let migrations = [CatalogueStore.migration]
    package let followers: [any Follower] = []
    package let desk: CatalogueDesk
    package let territory: TerritoryDesk
    package static let kinds =
        CatalogueEventKind.allCases.map { EventKind($0.rawValue) }
        + ItemEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Catalogue.kinds }
    package var projections: [any Projection] { [CatalogueProjection(), ItemProjection()] }

    package init(desk: CatalogueDesk, territory: TerritoryDesk) {
        self.desk = desk
        self.territory = territory
    }

    package func addRoutes(to table: inout RouteTable) {
        CatalogueRoutes(catalogue: desk, territory: territory).add(to: &table)
        addAPIRoutes(to: &table)
    }
}
