import Hummingbird
import Values
import Web

/// The interface for connected systems about themselves and about delegations (接口：接入系统、授权).
///
/// Giving and ending a delegation stays with the person who gives it, on the pages: a system cannot prove his will.
struct AccountAPI: Sendable {
    let desk: AccountDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/me", .readByInterface, me)
        table.question("/api/v1/delegations", .fileByInterface, delegations)
    }

    /// Who the token stands for.
    @Sendable private func me(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let system = try visit.system()
        return Reply.json(
            .map([
                "id": .text(system.id), "name": .text(system.name),
                "scopes": InterfaceJSON.texts(system.scopes.map(\.rawValue).sorted()),
                "at": .text(visit.moment.description), "day": .text(visit.day.description),
            ]))
    }

    /// Delegations that an applicant gave, or under which a person may act; the newest first.
    @Sendable private func delegations(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        query.checkOne(of: ["applicant", "agent"])
        let applicant = query.subject("applicant")
        let agent: Person.ID? = query.identifier("agent")
        let service = query.text("service")
        let inForce = query.flag("in_force")
        let paging = try query.paging()
        if let position = paging.position, Delegation.ID(position) == nil { throw InterfacePaging.wrongCursor }
        let day = visit.day
        let page = try await InterfacePage<Delegation>(
            limit: paging.limit,
            fits: { delegation in
                (inForce.map { $0 == delegation.isInForce(on: day) } ?? true)
                    && (service.map { delegation.services?.contains($0) ?? true } ?? true)
            },
            next: { behind, limit in
                let before = behind?.id.text ?? paging.position
                return try await desk.database.read { connection in
                    if let applicant {
                        return try AccountStore.delegations(
                            from: applicant, before: before, limit: limit, in: connection)
                    }
                    guard let agent else { return [] }
                    return try AccountStore.delegations(to: agent, before: before, limit: limit, in: connection)
                }
            })
        let next = page.last.map { paging.cursor(behind: $0.id.text) }
        return Reply.json(
            InterfaceJSON.page(page.rows.map { AccountAPI.json($0, isInForce: $0.isInForce(on: day)) }, next: next))
    }

    private static func json(_ delegation: Delegation, isInForce: Bool) -> JSON {
        .map([
            "id": .text(delegation.id.text), "applicant": .text(delegation.subject.description),
            "agent": .text(delegation.agent.text),
            "services": delegation.services.map { InterfaceJSON.texts($0) } ?? .null,
            "from": .text(delegation.from.description), "until": .text(delegation.until.description),
            "revoked_on": InterfaceJSON.optional(delegation.revokedOn), "in_force": .bool(isInForce),
        ])
    }
}
