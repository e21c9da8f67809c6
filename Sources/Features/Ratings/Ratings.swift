import Storage

/// Ratings of services, their correction, and the measures over them (好差评).
package struct Ratings: Feature {
    package let name = "Ratings"
    package let migrations: [Migration] = []
    package let desk: RatingDesk
    package let follower: RatingFollower
    package let corrections: CorrectionFollower
    private let staff: StaffDesk

    /// What `EventLog` must know before the desk is made.
    package static let kinds = RatingEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Ratings.kinds }
    package var projections: [any Projection] { [RatingProjection()] }
    package var followers: [any Follower] { [follower, corrections] }

    package init(desk: RatingDesk, staff: StaffDesk) {
        self.desk = desk
        self.staff = staff
        let catalogue = desk.parts.catalogue
        follower = RatingFollower(codes: desk.codes, definition: { try await catalogue.definition($0) })
        corrections = CorrectionFollower(desk: desk)
    }

    package func addRoutes(to table: inout RouteTable) {
        let reading = RatingReadingDesk(desk: desk)
        RatingRoutes(desk: desk, reading: reading).add(to: &table)
        RatingStaffRoutes(reading: reading, staff: staff).add(to: &table)
        RatingAPI(reading: reading).add(to: &table)
    }
}
