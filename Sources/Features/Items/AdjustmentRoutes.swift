import Hummingbird
import Values
import Web

/// The pages of item managers: what is proposed, and a new proposal.
struct AdjustmentRoutes: Sendable {
    let desk: AdjustmentDesk
    let reading: ItemReadingDesk

    private static let length = 30

    func add(to table: inout RouteTable) {
        table.page("/w/items", .manageItems, index)
        table.page("/w/items/new", .manageItems, showForm)
        table.form("/w/items", .manageItems, upTo: .form, propose)
    }

    @Sendable private func index(_ visit: Visit) async throws -> Response {
        let root = try await reading.refreshed()
        let before = try visit.query().filled("before")
        let found = try await desk.proposals(before: before, limit: AdjustmentRoutes.length + 1)
        var rows: [(row: CaseRow, state: Wording)] = []
        for row in found.prefix(AdjustmentRoutes.length) {
            let stage = try await desk.stageName(row)
            rows.append((row, row.outcome.map { CaseWords.outcome($0) } ?? stage ?? AdjustmentWords.stage))
        }
        let page = AdjustmentsPage(
            rows: rows, items: desk.catalogue.items.current.items(on: visit.day, root: root.id),
            next: found.count > rows.count ? rows.last?.row.id : nil, isFirst: before == nil)
        let title = AdjustmentWords.title[visit.language]
        return try visit.staffPage(
            PageHeading(title: title, column: title), current: AdjustmentsPage.link, body: page.body(in: visit.language)
        )
    }

    @Sendable private func showForm(_ visit: Visit) async throws -> Response {
        let root = try await reading.refreshed()
        let query = try visit.query()
        guard let kind = query.filled("kind").flatMap({ ItemAdjustment.Kind(rawValue: $0) }) else {
            return Reply.see(AdjustmentsPage.link)
        }
        var proposal = AdjustmentProposal(kind: kind)
        if kind != .add { proposal.item = query.filled("item") ?? "" }
        proposal.region = root.id
        return try form(visit, proposal, date: DateField.Value(nil), problems: [], status: .ok)
    }

    @Sendable private func propose(_ visit: Visit) async throws -> Response {
        _ = try await reading.refreshed()
        let sent = visit.form
        guard let kind = sent.filled("kind").flatMap({ ItemAdjustment.Kind(rawValue: $0) }) else {
            return Reply.see(AdjustmentsPage.link)
        }
        var proposal = AdjustmentProposal(kind: kind)
        proposal.item = sent["item"] ?? ""
        proposal.region = sent["region"] ?? ""
        proposal.nameInChinese = sent["name-zh"] ?? ""
        proposal.nameInEnglish = sent["name-en"] ?? ""
        proposal.code = (sent["code"] ?? "").normalisedCode
        proposal.basis = sent["basis"] ?? ""
        proposal.level = sent["level"] ?? ""
        proposal.authority = sent["authority"] ?? ""
        proposal.document = sent["document"] ?? ""
        proposal.reason = sent["reason"] ?? ""
        if case .day(let day) = sent.day("from") { proposal.from = day }
        do {
            let id = try await desk.propose(
                proposal, by: try desk.officer(try visit.session()), try visit.acting("items/propose"))
            let link: Link = "/w/case/\(id)"
            return Reply.see(link)
        } catch Failure.problems(let problems) {
            return try form(
                visit, proposal, date: sent.dateValue("from"), problems: problems, status: .unprocessableContent)
        }
    }

    private func form(
        _ visit: Visit, _ proposal: AdjustmentProposal, date: DateField.Value, problems: [Problem],
        status: HTTPResponse.Status
    ) throws -> Response {
        let map = desk.territory.current
        guard let root = map.root else { throw CaseDesk.missing }
        let known = desk.catalogue.items.current.item(proposal.item, on: visit.day, root: root.id)
        let page = AdjustmentPage(
            proposal: proposal, date: date, itemName: known?.name,
            regions: reading.regions(below: root, on: visit.day).map { ($0.id, $0.name) }, problems: problems)
        let title = AdjustmentWords.propose[visit.language]
        return try visit.staffPage(
            PageHeading(
                title: title, column: AdjustmentWords.title[visit.language], showsProblems: !problems.isEmpty),
            current: AdjustmentsPage.link, body: page.body(for: visit.reader, key: visit.formKey), status: status)
    }
}
