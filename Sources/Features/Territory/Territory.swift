import Storage

/// Regions, units and work calendars (区划、机构、工作日历).
package struct Territory: Feature {
    package let name = "Territory"
    package let migrations: [Migration] = []
    package let followers: [any Follower] = []
    package let desk: TerritoryDesk
    package static let kinds = TerritoryEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Territory.kinds }
    package var projections: [any Projection] { [TerritoryDesk.document.projection] }

    package init(desk: TerritoryDesk) {
        self.desk = desk
    }

    package func addRoutes(to table: inout RouteTable) { TerritoryAPI(desk: desk).add(to: &table) }
}
