import Storage

/// The pages of the register of items, and its adjustment by cases (权责清单及其调整).
package struct Items: Feature {
    package let name = "Items"
    package let migrations: [Migration] = []
    package let desk: AdjustmentDesk
    package let follower: AdjustmentFollower
    package var followers: [any Follower] { [follower] }
    package let kinds: [EventKind] = []
    package var projections: [any Projection] { [] }

    package init(desk: AdjustmentDesk, follower: AdjustmentFollower) {
        self.desk = desk
        self.follower = follower
    }

    package func addRoutes(to table: inout RouteTable) {
        let reading = ItemReadingDesk(catalogue: desk.catalogue, territory: desk.territory)
        ItemRoutes(desk: reading).add(to: &table)
        ItemAPI(desk: reading).add(to: &table)
        AdjustmentRoutes(desk: desk, reading: reading).add(to: &table)
    }
}
