import Storage

/// The public site's ways to a service: home, lists, search (检索、门户).
package struct Search: Feature {
    package let name = "Search"
    package let migrations: [Migration] = []
    package let followers: [any Follower] = []
    package let desk: SearchDesk
    package static let kinds = SearchEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Search.kinds }
    package var projections: [any Projection] { [VocabularyDesk.document.projection] }

    package init(desk: SearchDesk) {
        self.desk = desk
    }

    package func addRoutes(to table: inout RouteTable) {
        HelpRoutes().add(to: &table)
        HomeRoutes(desk: desk).add(to: &table)
        BrowseRoutes(desk: desk).add(to: &table)
        SearchRoutes(desk: desk).add(to: &table)
        SearchAPI(desk: desk).add(to: &table)
    }
}
