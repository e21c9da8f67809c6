import Storage

/// The registry of lists: owner, version, basis, dates of force, entries, and their publication (清单库).
package struct Lists: Feature {
    package let name = "Lists"
    package let migrations = [ListStore.migration]
    package let followers: [any Follower] = []
    package let desk: ListDesk
    package let territory: TerritoryDesk
    package let catalogue: CatalogueDesk
    package static let kinds = ListEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Lists.kinds }
    package var projections: [any Projection] { [ListProjection()] }

    package init(desk: ListDesk, territory: TerritoryDesk, catalogue: CatalogueDesk) {
        self.desk = desk
        self.territory = territory
        self.catalogue = catalogue
    }

    package func addRoutes(to table: inout RouteTable) {
        ListRoutes(desk: desk, territory: territory, catalogue: catalogue).add(to: &table)
        ListAPI(desk: desk).add(to: &table)
    }
}
