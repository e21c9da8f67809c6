import Hummingbird
import Values
import Web

/// The interface for connected systems about tasks of policy documents (接口：督查督办台账).
struct LedgerAPI: Sendable {
    let desk: LedgerDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/mandate-tasks", .readByInterface, list)
        table.question("/api/v1/mandate-tasks/{case}", .readByInterface, show)
    }

    /// Tasks at their units, the earliest last day first.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let region = query.text("region")
        let unit = query.text("unit")
        let document = query.text("document")
        let light = query.choice("light", of: SupervisedTask.Light.self)
        let isClosed = query.flag("closed") ?? false
        let dueBy = query.day("due_by")
        let reportBy = query.day("report_by")
        let paging = try query.paging()
        let start = paging.position.flatMap { SupervisedTaskCursor($0) }
        if paging.position != nil, start == nil { throw InterfacePaging.wrongCursor }
        let choice = SupervisedTaskStore.Choice(
            region: region, unit: unit, document: document, light: light, isClosed: isClosed, dueBy: dueBy,
            reportBy: reportBy)
        let found = try await desk.rows(choice, on: visit.day, after: start, limit: paging.limit + 1)
        let rows = found.prefix(paging.limit)
        let last = found.count > rows.count ? rows.last : nil
        let next = last.map { paging.cursor(behind: SupervisedTaskCursor(due: $0.due, caseID: $0.caseID).text) }
        return Reply.json(
            InterfaceJSON.page(rows.map { .map(LedgerAPI.row($0, on: visit.day)) }, next: next))
    }

    /// One task with what the document says of it, and every unit that works on it.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let shown = try await desk.shown(visit.parameter("case"), from: nil, on: visit.day)
        var map = LedgerAPI.row(shown.task, on: visit.day)
        map["text"] = InterfaceJSON.optional(shown.mandate?.now.text)
        map["targets"] = .list(
            (shown.mandate?.now.targets ?? []).map { target in
                [
                    "raw": .text(target.raw), "what": .text(target.what),
                    "comparator": .text(target.comparator.rawValue),
                    "value": .text(target.value.shortest.description), "unit": .text(target.unit),
                ]
            })
        map["meant"] = .list(
            shown.meant.map { one in
                [
                    "part": .text(one.part.rawValue), "printed": InterfaceJSON.optional(one.printed),
                    "units": InterfaceJSON.texts(one.units),
                ]
            })
        map["milestones"] = .list(
            shown.course.milestones.map { milestone in
                [
                    "number": InterfaceJSON.number(milestone.number), "on": .text(milestone.on.description),
                    "state": .text(milestone.state.rawValue), "ended_on": InterfaceJSON.optional(milestone.endedOn),
                ]
            })
        map["units"] = .list(shown.all.map { .map(LedgerAPI.row($0, on: visit.day)) })
        return Reply.json(.map(map))
    }

    private static func row(_ task: SupervisedTask, on day: Day) -> [String: JSON] {
        [
            "case": .text(task.caseID), "record": .text(task.record), "parent": InterfaceJSON.optional(task.parent),
            "document": .text(task.document),
            "title": .text(task.title), "part": .text(task.part.rawValue), "region": .text(task.region),
            "unit": .text(task.unit), "due": .text(task.due.description), "stage": .text(task.stage),
            "outcome": InterfaceJSON.optional(task.outcome),
            "light": InterfaceJSON.optional(task.light(on: day)?.rawValue),
            "report_every": .text(task.reportEvery.rawValue),
            "last_report": InterfaceJSON.optional(task.lastReport),
            "report_due": InterfaceJSON.optional(task.reportDue),
            "missed_reports": InterfaceJSON.number(task.missedReports), "measured": .bool(task.isMeasured),
            "open_parts": InterfaceJSON.number(task.parts.count),
            "open_milestones": InterfaceJSON.number(task.milestones.count),
            "urged": InterfaceJSON.number(task.urged), "praised": InterfaceJSON.number(task.praised),
            "criticised": InterfaceJSON.number(task.criticised),
            "open_appeals": InterfaceJSON.number(task.openAppeals),
            "opened_at": .text(task.openedAt.description), "closed_at": InterfaceJSON.optional(task.closedAt),
        ]
    }
}
