import Casework
import Definitions
import Hummingbird
import Values
import Web

/// The lists of one's own space: overview, duties, cases, certificates, use of data.
package struct MySpaceRoutes: Sendable {
    private let desk: ApplicantDesk
    private let notices: NoticeDesk
    private let accounts: Accounts
    private static let pageLength = 20

    package init(desk: ApplicantDesk, notices: NoticeDesk, accounts: Accounts) {
        self.desk = desk
        self.notices = notices
        self.accounts = accounts
    }

    package func add(to table: inout RouteTable) {
        table.page("/my", .readOwnCases, showOverview)
        table.page("/my/cases", .readOwnCases, showCases)
        table.page("/my/corrections", .readOwnCases, showCorrections)
        table.page("/my/certificates", .readOwnCases, showCertificates)
        table.page("/my/data-use", .readLooks, showDataUse)
    }

    private func refresh() async throws {
        try await desk.parts.territory.refreshIfOld()
        try await desk.parts.catalogue.refreshIfOld()
    }

    private func entry(_ row: CaseRow, _ definition: Definition) -> MyCasesPage.Entry {
        let stage = definition.plans.flatMap(\.stages).first { $0.id == row.stage }
        return MyCasesPage.Entry(
            row: row, service: definition.service.name, stage: stage?.name ?? Wording(zh: row.stage, en: row.stage))
    }

    @Sendable private func showOverview(_ visit: Visit) async throws -> Response {
        try await refresh()
        let session = try visit.session()
        let duties = try await desk.duties(of: session, at: visit.moment)
        let waiting = Set(duties.map(\.row.id))
        let open = try await desk.cases(of: session, .open, service: nil, before: nil, limit: 10)
        let received = try await accounts.delegations.overview(of: session).received.filter { shown in
            shown.delegation.isInForce(on: visit.day) && shown.delegation.subject != session.applicant
        }
        let page = MyOverviewPage(
            session: session, duties: duties,
            open: open.filter { !waiting.contains($0.row.id) }.prefix(5).map { entry($0.row, $0.definition) },
            drafts: try await desk.draftEntries(of: session),
            messages: try await notices.entries(of: session, onlyUnread: false, before: nil, limit: 5),
            unread: try await notices.unread(of: session),
            certificates: try await desk.certificates(of: session),
            others: received.map { ($0.subject, $0.delegation.id) })
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    @Sendable private func showCases(_ visit: Visit) async throws -> Response {
        try await refresh()
        let session = try visit.session()
        let query = try visit.query()
        let state = query["state"].flatMap { OwnCasesStore.Choice.State(rawValue: $0) } ?? .all
        let service = query.filled("service").map { String($0.prefix(100)) }
        let before = query.filled("before").flatMap { Draft.ID($0)?.text }
        let length = MySpaceRoutes.pageLength
        let found = try await desk.cases(of: session, state, service: service, before: before, limit: length + 1)
        let entries = found.prefix(length).map { entry($0.row, $0.definition) }
        let next: Link = "/my/cases"
        let more = found.count > length ? entries.last?.row.id : nil
        let page = MyCasesPage(
            entries: entries, session: session, state: state, service: service,
            services: try await services(of: session, on: visit.day),
            more: more.map {
                next.with([("state", state == .all ? nil : state.rawValue), ("service", service), ("before", $0)])
            })
        return visit.page(page.page(for: visit.reader, today: visit.day))
    }

    /// What the filter offers: services in force that the person may see here.
    private func services(of session: Session, on day: Day) async throws -> [(id: String, name: Wording)] {
        let offers = try await accounts.names.services(day)
        let delegated = session.actingFor?.delegation.services
        return offers.filter { delegated?.contains($0.id) ?? true }.map { ($0.id, $0.name) }
    }

    @Sendable private func showCorrections(_ visit: Visit) async throws -> Response {
        try await refresh()
        let session = try visit.session()
        let page = MyCorrectionsPage(duties: try await desk.duties(of: session, at: visit.moment), session: session)
        return visit.page(page.page(for: visit.reader))
    }

    @Sendable private func showCertificates(_ visit: Visit) async throws -> Response {
        try await refresh()
        let session = try visit.session()
        let page = MyCertificatesPage(certificates: try await desk.certificates(of: session), session: session)
        return visit.page(page.page(for: visit.reader))
    }

    @Sendable private func showDataUse(_ visit: Visit) async throws -> Response {
        try await refresh()
        let session = try visit.session()
        let before = try visit.query().filled("before").flatMap { Draft.ID($0)?.text }
        let found = try await desk.dataUses(of: session, before: before, limit: 11)
        let next: Link = "/my/data-use"
        let more = found.count > 10 ? found[9].row.id : nil
        var looks: [Look]?
        if session.actingFor == nil {
            looks = Array(try await accounts.looks.looks(at: session.person.id, until: visit.day).prefix(5))
        }
        let page = DataUsePage(
            uses: Array(found.prefix(10)), looks: looks, session: session,
            more: more.map { next.with([("before", $0)]) })
        return visit.page(page.page(for: visit.reader))
    }
}
