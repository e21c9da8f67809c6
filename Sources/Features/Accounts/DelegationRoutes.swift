import Hummingbird
import Values
import Web

extension Accounts {
    /// Granting and ending delegations.
    func addDelegationRoutes(to table: inout RouteTable) {
        table.page("/my/proxy", .manageDelegations, showDelegations)
        table.page("/my/proxy/grant", .manageDelegations, showGrant)
        table.form("/my/proxy/check", .manageDelegations, upTo: .form, checkGrant)
        table.form("/my/proxy", .manageDelegations, upTo: .form, grant)
        table.page("/my/proxy/{delegation}/revocation", .manageDelegations, showRevocation)
        table.form("/my/proxy/{delegation}/revocation", .manageDelegations, upTo: .form, revoke)
    }

    @Sendable private func showDelegations(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let services = try await names.services(visit.day)
        let news: Wording? =
            switch try visit.query()["done"] {
            case "granted": AccountWords.granted
            case "revoked": AccountWords.revoked
            default: nil
            }
        let page = DelegationPage(
            overview: try await delegations.overview(of: session), giver: session.giverName,
            serviceNames: Dictionary(services.map { ($0.id, $0.name) }) { first, _ in first }, news: news)
        return visit.page(page.page(for: visit.reader))
    }

    @Sendable private func showGrant(_ visit: Visit) async throws -> Response {
        let page = try await grantPage(visit)
        return visit.page(
            page.form(GrantPage.Typed(on: visit.day), problems: [], for: visit.reader, key: visit.formKey))
    }

    @Sendable private func checkGrant(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let page = try await grantPage(visit)
        let grant = read(visit.form, among: page.services)
        do {
            let checked = try await delegations.check(grant, by: session, at: visit.moment)
            let chosen = page.services.filter { grant.services?.contains($0.id) ?? false }
            let scope =
                grant.services == nil
                ? AccountWords.allServices[visit.language]
                : chosen.map { $0.name[visit.language] }.joined(separator: visit.language == .chinese ? "、" : ", ")
            let hidden = visit.form.fields.filter {
                $0.name != FormInput.tokenName.text && $0.name != FormInput.keyName.text
            }
            return visit.page(
                page.check(
                    (checked.agent, checked.until, scope), hidden: hidden, for: visit.reader, key: visit.formKey))
        } catch Failure.problems(let problems) {
            return again(page, visit, problems)
        }
    }

    @Sendable private func grant(_ visit: Visit) async throws -> Response {
        let page = try await grantPage(visit)
        do {
            let id: Delegation.ID = visit.entropy.identifier("delegation", 0, at: visit.moment)
            _ = try await delegations.grant(
                read(visit.form, among: page.services), as: id, by: try visit.session(),
                try visit.acting("delegation-grant"))
            return Reply.see("/my/proxy?done=granted")
        } catch Failure.problems(let problems) {
            return again(page, visit, problems)
        }
    }

    @Sendable private func showRevocation(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let shown = try await delegations.find(try visit.identifier("delegation"), for: session)
        let page = RevocationPage(shown: shown, isGiver: shown.delegation.agent != session.person.id)
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    @Sendable private func revoke(_ visit: Visit) async throws -> Response {
        try await delegations.revoke(
            try visit.identifier("delegation"), by: try visit.session(), try visit.acting("delegation-revoke"))
        return Reply.see("/my/proxy?done=revoked")
    }

    private func grantPage(_ visit: Visit) async throws -> GrantPage {
        GrantPage(giver: try visit.session().giverName, services: try await names.services(visit.day))
    }

    private func again(_ page: GrantPage, _ visit: Visit, _ problems: [Problem]) -> Response {
        visit.page(
            page.form(GrantPage.Typed(visit.form), problems: problems, for: visit.reader, key: visit.formKey),
            status: .unprocessableContent)
    }

    /// Services that do not exist are left out, so that nobody delegates what was never offered.
    private func read(_ form: FormInput, among services: [AccountNames.Offer]) -> DelegationDesk.Grant {
        let known = Set(services.map(\.id))
        let chosen = Set(form.all("services")).intersection(known).sorted()
        var until: Day?
        if case .day(let day) = form.day("until") { until = day }
        return DelegationDesk.Grant(
            agentName: form["name"] ?? "", agentIdNumber: form["id-number"] ?? "",
            services: form["scope"] == "all" ? nil : chosen, until: until)
    }
}

extension Session {
    /// Who gives: the enterprise for which the person acts, or himself.
    fileprivate var giverName: String { actingFor?.name ?? person.nameMask }
}
