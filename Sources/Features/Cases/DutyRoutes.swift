import Hummingbird
import Values
import Web

/// The supervisor's page of promises and documents that may follow, and the same for connected systems.
struct DutyRoutes: Sendable {
    let desk: DutyDesk

    func add(to table: inout RouteTable) {
        table.page("/w/promises", .supervisePromises, show)
        table.question("/api/v1/duties", .readByInterface, list)
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        guard let post = try visit.session().post else { throw Failure.forbidden(StaffWords.noPost) }
        let query = try visit.query()
        let view = query["view"].flatMap(DutyView.init) ?? .checksLate
        let listing = try await desk.listing(
            view, region: desk.scope(of: post), after: query["after"].flatMap { DutyStore.Cursor($0) }, on: visit.day)
        let title = DutyWords.title[visit.language]
        return try visit.staffPage(
            PageHeading(title: title, column: title), current: DutyPage.link,
            body: DutyPage(listing: listing, today: visit.day).body(in: visit.language))
    }

    /// Duties of one view, the earliest day first, with the counts of all views.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let name = query.text("view")
        let region = query.text("region")
        let paging = try query.paging()
        guard let view = name.map({ DutyView(rawValue: $0) }) ?? .checksLate else {
            throw Failure.problems([DutyWords.noView])
        }
        let start = paging.position.flatMap { DutyStore.Cursor($0) }
        if paging.position != nil, start == nil { throw InterfacePaging.wrongCursor }
        let today = visit.day
        let database = desk.parts.database
        let page = try await InterfacePage<Duty>(
            limit: paging.limit, fits: { _ in true },
            next: { behind, limit in
                let cursor = behind.map { DutyStore.Cursor(behind: $0) } ?? start
                return try await database.read {
                    try DutyStore.rows(view, region: region, today: today, after: cursor, limit: limit, in: $0)
                }
            })
        let counts = try await database.read { connection in
            try DutyView.allCases.map { ($0, try DutyStore.count($0, region: region, today: today, in: connection)) }
        }
        let next = page.last.map { paging.cursor(behind: DutyStore.Cursor(behind: $0).text) }
        var map = InterfaceJSON.page(page.rows.map(DutyRoutes.json), next: next).map ?? [:]
        map["counts"] = .map(Dictionary(uniqueKeysWithValues: counts.map { ($0.rawValue, InterfaceJSON.number($1)) }))
        return Reply.json(.map(map))
    }

    private static func json(_ duty: Duty) -> JSON {
        .map([
            "case": .text(duty.caseID), "number": InterfaceJSON.number(duty.number),
            "case_number": InterfaceJSON.optional(duty.caseNumber), "about": .text(duty.about.rawValue),
            "state": .text(duty.state.rawValue), "region": .text(duty.region), "unit": .text(duty.unit),
            "service": .text(duty.service), "need": InterfaceJSON.optional(duty.need),
            "since": .text(duty.since.description), "due": InterfaceJSON.optional(duty.due),
            "ended": InterfaceJSON.optional(duty.ended),
        ])
    }
}
