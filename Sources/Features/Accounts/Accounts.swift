import Casework
import Storage
import Values

/// Persons, enterprises, officers' posts and delegations; sessions, permissions, and who looked at whose data (账户).
package struct Accounts: Feature {
    package let name = "Accounts"
    package let migrations = [SessionStore.migration]
    package let followers: [any Follower] = []
    package let desk: AccountDesk
    package let sessions: SessionDesk
    package let delegations: DelegationDesk
    package let looks: LookDesk
    package let registrations: RegistrationDesk
    let names: AccountNames

    /// What `EventLog` must know before the desk is made.
    package static let kinds = AccountEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Accounts.kinds }
    package var projections: [any Projection] { [desk.projection] }

    package init(desk: AccountDesk, names: AccountNames, identity: IdentityCheck) {
        self.desk = desk
        self.names = names
        sessions = SessionDesk(accounts: desk)
        delegations = DelegationDesk(accounts: desk)
        looks = LookDesk(accounts: desk)
        registrations = RegistrationDesk(accounts: desk, check: identity)
    }

    /// Its pages.
    package func addRoutes(to table: inout RouteTable) {
        addSessionRoutes(to: &table)
        addDelegationRoutes(to: &table)
        addOwnAccountRoutes(to: &table)
        AccountAPI(desk: desk).add(to: &table)
    }
}
