import Storage

/// The certificate library, as records (电子证照库).
package struct Certificates: Feature {
    package let name = "Certificates"
    package let migrations: [Migration] = []
    package let followers: [any Follower] = []
    package let desk: CertificateDesk
    package static let kinds = CertificateEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Certificates.kinds }
    package var projections: [any Projection] { [CertificateProjection()] }

    package init(desk: CertificateDesk) {
        self.desk = desk
    }

    package func addRoutes(to table: inout RouteTable) {
        addAPIRoutes(to: &table)
    }
}
