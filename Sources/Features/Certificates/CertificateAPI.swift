import Definitions
import Hummingbird
import Values
import Web

/// The interface for connected systems about certificates (接口：证照).
struct CertificateAPI: Sendable {
    let desk: CertificateDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/certificates", .readByInterface, list)
        table.question("/api/v1/certificates/{certificate}", .readByInterface, show)
    }

    /// What a holder has, what a case issued, or what stands under a printed number: whoever is shown a certificate
    /// asks by its number whether it holds today (核验).
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        query.checkOne(of: ["holder", "number", "case"])
        let holder = query.subject("holder")?.description
        let number = query.text("number")
        let caseID = query.text("case")
        let kind = query.text("kind")
        let state = query.choice("state", of: Certificate.State.self)
        let paging = try query.paging()
        let start = try paging.position.map { (text) throws(Failure) in try CertificateAPI.place(text) } ?? ("", "")
        let day = visit.day
        let page = try await InterfacePage<CertificateStore.Entry>(
            limit: paging.limit,
            fits: { entry in
                (kind.map { entry.kind == $0 } ?? true) && (state.map { entry.standing(on: day) == $0 } ?? true)
            },
            next: { behind, limit in
                let place = behind.map { ($0.kind, $0.id.text) } ?? start
                return try await desk.database.read { connection in
                    if let holder {
                        return try CertificateStore.held(by: holder, behind: place, limit: limit, in: connection)
                    }
                    // Under one number, and of one case, there are few: all of them, in the same order.
                    let few =
                        try number.map { try CertificateStore.find(number: $0, in: connection) }
                        ?? CertificateStore.issued(by: caseID ?? "", in: connection)
                    let rest = few.sorted { ($0.kind, $0.id.text) < ($1.kind, $1.id.text) }
                        .filter { ($0.kind, $0.id.text) > place }
                    return Array(rest.prefix(limit))
                }
            })
        let next = page.last.map { paging.cursor(behind: "\($0.id).\($0.kind)") }
        return Reply.json(InterfaceJSON.page(page.rows.map { CertificateAPI.row($0, on: day) }, next: next))
    }

    /// `ID.KIND` as kind and id.
    private static func place(_ position: String) throws(Failure) -> (String, String) {
        let parts = position.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, Certificate.ID(parts[0]) != nil else { throw InterfacePaging.wrongCursor }
        return (parts[1], parts[0])
    }

    private static func row(_ entry: CertificateStore.Entry, on day: Day) -> JSON {
        .map([
            "id": .text(entry.id.text), "kind": .text(entry.kind), "number": .text(entry.number),
            "holder": .text(entry.holder), "state": .text(entry.standing(on: day).rawValue),
            "valid_from": .text(entry.validFrom.description), "valid_until": InterfaceJSON.optional(entry.validUntil),
            "authority": .text(entry.authority), "case": .text(entry.caseID), "grade": .text(entry.grade),
            "version": InterfaceJSON.number(entry.version),
        ])
    }

    /// A certificate as it stands today; personal values are left out and named.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let id: Certificate.ID = try visit.identifier("certificate")
        let stream = try await desk.events.stream(id.text)
        guard let certificate = Certificate(folding: stream.events) else {
            throw Failure.notFound(Wording(zh: "没有这份证照", en: "There is no such certificate"))
        }
        let sealed = Set(
            stream.events.flatMap { ($0.body.open["sealed_facts"]?.list ?? []).compactMap(\.text) })
        var response = Reply.json(CertificateAPI.json(certificate, sealed: sealed, on: visit.day))
        response.headers[.eTag] = "\"\(certificate.version)\""
        return response
    }

    private static func json(_ certificate: Certificate, sealed: Set<String>, on day: Day) -> JSON {
        .map([
            "id": .text(certificate.id.text), "kind": .text(certificate.kind),
            "kind_name": InterfaceJSON.wording(certificate.kindName), "number": .text(certificate.number),
            "holder": .text(certificate.holder.description),
            "fields": .map(certificate.fields.filter { !sealed.contains($0.key) }),
            "withheld": InterfaceJSON.texts(sealed.sorted()),
            "order": InterfaceJSON.texts(certificate.order), "state": .text(certificate.standing(on: day).rawValue),
            "valid_from": .text(certificate.validFrom.description),
            "valid_until": InterfaceJSON.optional(certificate.validUntil),
            "authority": .text(certificate.issuedBy), "issued_on": .text(certificate.issuedOn.description),
            "case": .text(certificate.caseID), "version": InterfaceJSON.number(certificate.version),
        ])
    }
}

extension Certificates {
    /// Its part of the interface for connected systems.
    func addAPIRoutes(to table: inout RouteTable) { CertificateAPI(desk: desk).add(to: &table) }
}
