import Hummingbird
import Values
import Web

/// The officers' pages of the ledger: tasks by their last day, and one task with all its units.
struct LedgerRoutes: Sendable {
    let desk: LedgerDesk
    /// No unit has this id, so nothing is found.
    private static let nobody = "-"

    func add(to table: inout RouteTable) {
        table.page("/w/ledger", .readMandates, index)
        table.page("/w/ledger/{case}", .readMandates, show)
    }

    private func page(_ visit: Visit, _ title: String, _ body: HTML) throws -> Response {
        try visit.staffPage(
            PageHeading(title: title, column: LedgerPageWords.title[visit.language]), current: LedgerPage.link,
            body: body)
    }

    /// What is asked for; words that mean nothing find nothing.
    private func choice(_ visit: Visit, region: String) async throws -> SupervisedTaskStore.Choice {
        let query = try visit.query()
        let territory = desk.reviews.desk.territory.current
        var unit: String?
        if let written = query.filled("unit") {
            unit =
                try await desk.unit(written: String(written.prefix(100)), from: region, on: visit.day)
                ?? LedgerRoutes.nobody
        }
        return SupervisedTaskStore.Choice(
            region: region == territory.root?.id ? nil : region, unit: unit,
            document: query.filled("document").map { String($0.prefix(200)) },
            light: query.filled("light").flatMap { SupervisedTask.Light(rawValue: $0) },
            isClosed: query.filled("state") == "closed", dueBy: query.filled("due").flatMap { Day($0) },
            reportBy: query.filled("report") == "due" ? visit.day.adding(days: LedgerPage.reportDays) : nil)
    }

    /// What was typed and is no unit, or no day.
    private func misread(_ visit: Visit, _ choice: SupervisedTaskStore.Choice) throws -> LedgerPage.Misread {
        let query = try visit.query()
        let unit = choice.unit == LedgerRoutes.nobody ? query.filled("unit").map { String($0.prefix(100)) } : nil
        let due = choice.dueBy == nil ? query.filled("due").map { String($0.prefix(40)) } : nil
        return LedgerPage.Misread(unit: unit, due: due)
    }

    @Sendable private func index(_ visit: Visit) async throws -> Response {
        try await desk.reviews.desk.territory.refreshIfOld()
        let choice = try await choice(visit, region: try MandateRoutes.region(visit))
        let after = try visit.query().filled("after").flatMap { SupervisedTaskCursor($0) }
        let found = try await desk.rows(choice, on: visit.day, after: after, limit: LedgerPage.length + 1)
        let rows = Array(found.prefix(LedgerPage.length))
        let last = found.count > rows.count ? rows.last : nil
        let page = LedgerPage(
            rows: rows, unitNames: desk.unitNames(rows.map(\.unit) + [choice.unit].compactMap { $0 }),
            stageNames: try await desk.stageNames(on: visit.day), choice: choice,
            misread: try misread(visit, choice),
            next: last.map { SupervisedTaskCursor(due: $0.due, caseID: $0.caseID) }, isFirst: after == nil,
            today: visit.day)
        return try self.page(visit, LedgerPageWords.title[visit.language], page.body(in: visit.language))
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try await desk.reviews.desk.territory.refreshIfOld()
        let shown = try await desk.shown(visit.parameter("case"), from: try MandateRoutes.region(visit), on: visit.day)
        let page = LedgerTaskPage(
            shown: shown, unitNames: desk.unitNames(shown.all.map(\.unit) + shown.meant.flatMap(\.units)),
            stageNames: try await desk.stageNames(on: visit.day), today: visit.day)
        return try self.page(visit, shown.task.title, page.body(in: visit.language))
    }
}
