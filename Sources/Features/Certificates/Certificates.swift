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

    private let verifying: VerifyDesk

    package init(desk: CertificateDesk, accounts: AccountDesk) {
        self.desk = desk
        verifying = VerifyDesk(certificates: desk, accounts: accounts)
    }

    package func addRoutes(to table: inout RouteTable) {
        addAPIRoutes(to: &table)
        VerifyRoutes(desk: verifying).add(to: &table)
    }
}
