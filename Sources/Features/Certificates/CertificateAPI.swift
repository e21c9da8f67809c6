import Definitions
import Hummingbird
import Values
import Web

/// The interface for connected systems about certificates (接口：证照).
struct CertificateAPI: Sendable {
    let desk: CertificateDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/certificates/{certificate}", .readByInterface, show)
    }

    /// A certificate as it stands today; personal values are left out and named.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let id: Certificate.ID = try visit.identifier("certificate")
        let stream = try await desk.events.stream(id.text)
        guard let certificate = Certificate(folding: stream.events) else {
            throw Failure.notFound(Wording(zh: "没有这份证照", en: "There is no such certificate"))
        }
        let sealed = Set(
            stream.events.flatMap { ($0.body.open["sealed_facts"]?.list ?? []).compactMap(\.text) })
        return Reply.json(CertificateAPI.json(certificate, sealed: sealed, on: visit.day))
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
