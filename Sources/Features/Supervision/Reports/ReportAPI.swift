import Definitions
import Hummingbird
import Values
import Web

/// The interface for connected systems about scheduled reports (接口：定期报告): list, one report, and its files.
///
/// A system belongs to no district, so it reads what the city's posts read.
struct ReportAPI: Sendable {
    let desk: ReportDesk

    func add(to table: inout RouteTable) {
        table.question("/api/v1/reports", .readReportsByInterface, list)
        table.question("/api/v1/reports/{report}", .readReportsByInterface, show)
        table.question("/api/v1/reports/{report}/files/{form}", .readReportsByInterface, file)
    }

    private var territory: TerritoryMap { desk.board.parts.territory.current }

    /// Whose reports a system reads.
    private func own() async throws -> String {
        try await desk.board.parts.territory.refreshIfOld()
        guard let root = territory.root else { throw Failure.notFound(BoardWords.noRegion) }
        return root.id
    }

    /// The latest period first.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        let own = try await own()
        var query = try InterfaceQuery(visit)
        let region = query.text("region")
        let every = query.choice("every", of: ReportSpan.Every.self)
        let (from, until) = (query.day("from"), query.day("to"))
        if let from, let until, until < from {
            query.add("to", zh: "to 不能早于 from", en: "`to` must not lie before `from`")
        }
        let paging = try query.paging()
        let before = paging.position.flatMap { ReportCursor($0) }
        if paging.position != nil, before == nil { throw InterfacePaging.wrongCursor }
        if let region, territory.regions[region] == nil { throw Failure.notFound(BoardWords.noRegion) }
        let found = try await desk.reports(
            of: region ?? own, ReportDesk.Filter(every: every, endsFrom: from, endsUntil: until), from: own,
            before: before, limit: paging.limit + 1)
        let rows = found.prefix(paging.limit)
        let last = found.count > rows.count ? rows.last : nil
        let next = last.map { paging.cursor(behind: ReportCursor(last: $0.period.last, id: $0.id).text) }
        return Reply.json(InterfaceJSON.page(rows.map { .map(ReportAPI.json($0)) }, next: next))
    }

    /// What it says, and the event in which the log holds its hashes.
    @Sendable private func show(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let opened = try await desk.report(visit.parameter("report"), from: try await own())
        let event = try await desk.event(of: opened.row)
        var map = ReportAPI.json(opened.row)
        map["title"] = InterfaceJSON.wording(opened.report.title)
        map["place"] = InterfaceJSON.wording(opened.report.place)
        map["sections"] = .list(opened.report.sections.map { ReportAPI.json($0) })
        map["event"] = [
            "stream": .text(event.stream), "version": InterfaceJSON.number(event.version),
            "kind": .text(event.body.kind), "at": .text(event.at.description),
        ]
        return Reply.json(.map(map))
    }

    /// One of its files; `json` are the bytes whose hash is `content`.
    @Sendable private func file(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let (id, own) = (visit.parameter("report"), try await own())
        let word = visit.parameter("form")
        if word == "json" {
            let (row, bytes) = try await desk.content(of: id, from: own)
            return Reply.file(bytes, mediaType: "application/json", fileName: row.fileName(word), status: .ok)
        }
        guard let form = ReportRow.Form(rawValue: word) else { throw Failure.notFound(ReportWords.missing) }
        let (row, bytes) = try await desk.file(form, of: id, from: own)
        return Reply.file(bytes, mediaType: form.mediaType, fileName: row.fileName(word), status: .ok)
    }

    // MARK: Writing

    private static func json(_ row: ReportRow) -> [String: JSON] {
        let files = row.files.map { ($0.key.rawValue, JSON.text($0.value)) }
        return [
            "id": .text(row.id), "plan": .text(row.plan), "name": InterfaceJSON.wording(row.name),
            "every": .text(row.period.every.rawValue), "period": .text(row.period.text),
            "first": .text(row.period.first.description), "last": .text(row.period.last.description),
            "region": .text(row.region), "position": InterfaceJSON.number(row.position),
            "circulated": .bool(row.isCirculated), "made_at": .text(row.madeAt.description),
            "content": .text(row.content), "files": .map(Dictionary(uniqueKeysWithValues: files)),
        ]
    }

    private static func json(_ section: Report.Section) -> JSON {
        [
            "name": InterfaceJSON.wording(section.name), "annex": .bool(section.isAnnex),
            "sentences": .list(section.sentences.map { InterfaceJSON.wording($0) }),
            "tables": .list(section.tables.map { json($0) }),
        ]
    }

    private static func json(_ table: Report.Table) -> JSON {
        [
            "caption": InterfaceJSON.wording(table.caption),
            "columns": .list(
                table.columns.map { ["name": InterfaceJSON.wording($0.name), "number": .bool($0.isNumber)] }),
            "rows": .list(table.rows.map { json($0) }),
            "notes": .list(table.notes.map { InterfaceJSON.wording($0) }),
        ]
    }

    private static func json(_ row: Report.Row) -> JSON {
        let lead: (kind: String, id: String)? =
            switch row.lead {
            case .metric(let id): ("metric", id)
            case .task(let id): ("task", id)
            case .place(let id): ("place", id)
            case nil: nil
            }
        return [
            "cells": .list(row.cells.map { json($0) }), "bad": .bool(row.isBad),
            "leads_to": lead.map { ["kind": .text($0.kind), "id": .text($0.id)] } ?? .null,
        ]
    }

    /// Words in both languages, a figure with its unit, or null.
    private static func json(_ cell: Report.Cell) -> JSON {
        switch cell {
        case .words(let words): InterfaceJSON.wording(words)
        case .figure(let hundredths, let unit):
            [
                "figure": .text(MetricValue(part: hundredths, whole: 100, counted: 0).text), "unit": .text(unit),
            ]
        case .none: .null
        }
    }
}
