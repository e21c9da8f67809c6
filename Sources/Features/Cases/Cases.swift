import Casework
import Storage

/// Cases from the draft to the decision: desks, lists, and the pages of applicants and officers (办件).
package struct Cases: Feature {
    package let name = "Cases"
    package let migrations = [DraftStore.migration]
    package let followers: [any Follower] = []
    package let desk: CaseDesk
    package let accounts: Accounts
    private let notices: NoticeDesk
    package static let kinds = CaseEventKind.allCases.map { EventKind($0.rawValue) }
    package var kinds: [EventKind] { Cases.kinds }
    package var projections: [any Projection] { [desk.projection] }

    package init(desk: CaseDesk, accounts: Accounts, notices: NoticeDesk) {
        self.desk = desk
        self.accounts = accounts
        self.notices = notices
    }

    package func addRoutes(to table: inout RouteTable) {
        let applicants = ApplicantDesk(cases: desk)
        ApplyRoutes(desk: applicants).add(to: &table)
        MyCaseRoutes(desk: applicants).add(to: &table)
        MySpaceRoutes(desk: applicants, notices: notices, accounts: accounts).add(to: &table)
        addAPIRoutes(to: &table)
        let staff = StaffDesk(cases: desk, looks: accounts.looks)
        StaffRoutes(desk: staff).add(to: &table)
        DutyRoutes(desk: DutyDesk(cases: desk)).add(to: &table)
        WindowRoutes(desk: WindowDesk(staff: staff, accounts: accounts)).add(to: &table)
    }
}
