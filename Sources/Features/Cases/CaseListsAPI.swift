import Casework
import Definitions
import Hummingbird
import Proofs
import Storage
import Values
import Web

/// Lists of cases and tasks, one case, and its records.
extension CaseAPI {
    // MARK: Cases

    /// Which cases of a listing are asked for.
    private struct Filter {
        let service: String?
        let region: String?
        let stage: String?
        let outcome: String?
        let channel: String?
        let isClosed: Bool?
        let from: Day?
        let until: Day?

        init(_ query: inout InterfaceQuery) {
            service = query.text("service")
            region = query.text("region")
            stage = query.text("stage")
            outcome = query.text("outcome")
            channel = query.text("channel")
            isClosed = query.flag("closed")
            from = query.day("filed_from")
            until = query.day("filed_until")
        }

        func takes(_ row: CaseRow) -> Bool {
            if let service, row.service != service { return false }
            if let region, row.region != region { return false }
            if let stage, row.stage != stage { return false }
            if let outcome, row.outcome != outcome { return false }
            if let channel, row.channel != channel { return false }
            if let isClosed, row.isClosed != isClosed { return false }
            if let from, row.filedAt.day < from { return false }
            if let until, until < row.filedAt.day { return false }
            return true
        }
    }

    /// Cases of one applicant, of one unit, or of one printed number; newest first.
    @Sendable func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        query.checkOne(of: ["applicant", "unit", "number"])
        let applicant = query.subject("applicant")?.description
        let unit = query.text("unit")
        let number = query.text("number")
        let filter = Filter(&query)
        let paging = try query.paging()
        if let position = paging.position, Identifier<CaseFile>(position) == nil { throw InterfacePaging.wrongCursor }
        let database = desk.parts.database
        let page = try await InterfacePage<CaseRow>(limit: paging.limit, fits: filter.takes) { behind, limit in
            let before = behind?.id ?? paging.position
            return try await database.read { connection in
                if let applicant {
                    return try CaseStore.rows(ofApplicant: applicant, before: before, limit: limit, in: connection)
                }
                if let unit {
                    return try CaseStore.rows(ofUnit: unit, before: before, limit: limit, in: connection)
                }
                guard let number, before == nil else { return [] }
                return try CaseStore.find(number, in: connection).map { [$0] } ?? []
            }
        }
        let next = page.last.map { paging.cursor(behind: $0.id) }
        return Reply.json(InterfaceJSON.page(page.rows.map { writing.row($0) }, next: next))
    }

    // MARK: Tasks

    /// Which tasks of a queue are asked for.
    private struct TaskFilter {
        enum State: String, CaseIterable { case open, unclear }

        let service: String?
        let region: String?
        let task: String?
        let state: State?
        let isStopped: Bool?
        let from: Day?
        let until: Day?

        init(_ query: inout InterfaceQuery) {
            service = query.text("service")
            region = query.text("region")
            task = query.text("task")
            state = query.choice("state", of: State.self)
            isStopped = query.flag("stopped")
            from = query.day("due_from")
            until = query.day("due_until")
        }

        func takes(_ row: TaskRow) -> Bool {
            if let service, row.service != service { return false }
            if let region, row.region != region { return false }
            if let task, row.task != task { return false }
            if let state, (state == .unclear) != row.isUnclear { return false }
            if let isStopped, row.isStopped != isStopped { return false }
            if until != nil, row.due == nil { return false }
            if let from, let due = row.due, due < from { return false }
            return true
        }

        /// Rows come by their due day: what is due later ends the list.
        func isBeyond(_ row: TaskRow) -> Bool {
            guard let until, let due = row.due else { return until != nil }
            return until < due
        }
    }

    /// Open tasks of one role in one unit, least time left first.
    @Sendable func tasks(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let unit = query.neededText("unit")
        let role = query.neededText("role")
        let filter = TaskFilter(&query)
        let paging = try query.paging()
        var start = filter.from.map { CaseStore.TaskCursor(due: $0.description, caseID: "", task: "", number: 0) }
        if let position = paging.position {
            guard let cursor = CaseStore.TaskCursor(position) else { throw InterfacePaging.wrongCursor }
            start = cursor
        }
        let (database, first) = (desk.parts.database, start)
        let page = try await InterfacePage<TaskRow>(limit: paging.limit, fits: filter.takes) { behind, limit in
            let after = behind.map { CaseStore.cursor(behind: $0) } ?? first
            let rows = try await database.read {
                try CaseStore.tasks(in: unit, role: role, after: after, limit: limit, in: $0)
            }
            return Array(rows.prefix { !filter.isBeyond($0) })
        }
        let next = page.last.map { paging.cursor(behind: CaseStore.cursor(behind: $0).text) }
        return Reply.json(InterfaceJSON.page(page.rows.map { writing.task($0) }, next: next))
    }

    /// Posts of one role in one unit that are held today: from one of them a system does a deed.
    @Sendable func heldPosts(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let unit = query.neededText("unit")
        _ = query.neededText("role")
        let asked = query.choice("role", of: Role.self)
        try query.check()
        guard let role = asked else { throw Failure.defect("a role without a problem and without a value") }
        let day = visit.day
        let posts = try await desk.parts.database.read {
            try AccountStore.posts(in: unit, role: role, on: day, in: $0)
        }
        return Reply.json(InterfaceJSON.page(posts.map { writing.post($0) }, next: nil))
    }

    // MARK: One case

    /// The case as it stands now.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let id: Identifier<CaseFile> = try visit.identifier("case")
        let opened = try await desk.openNow(id.text, at: visit.moment)
        var response = Reply.json(writing.state(opened.file, by: opened.definition, at: visit.moment))
        response.headers[.eTag] = "\"\(opened.file.version)\""
        return response
    }

    /// The records of a case as they are stored, without their sealed parts; each with the leaf that stands in the
    /// log. They are written here byte by byte, so that who cuts one out can hash it.
    @Sendable func events(_ visit: Visit) async throws -> Response {
        let id: Identifier<CaseFile> = try visit.identifier("case")
        var query = try InterfaceQuery(visit)
        let paging = try query.paging()
        let after = try CaseAPI.version(paging.position)
        let stored = try await desk.parts.database.read { connection -> [StoredEvent]? in
            guard try CaseStore.row(id.text, in: connection) != nil else { return nil }
            return try EventStore.events(of: id.text, after: after, in: connection)
        }
        guard let stored else { throw CaseDesk.missing }
        let shown = stored.prefix(paging.limit)
        var bytes = Array(#"{"items":["#.utf8)
        for (index, event) in shown.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            bytes += Array(#"{"leaf":""#.utf8)
            bytes += Array(Hexadecimal.text(LogTree.leaf(Array(event.record.utf8))).utf8)
            bytes += Array(#"","record":"#.utf8)
            bytes += Array(event.record.utf8)
            bytes += Array(#","version":\#(event.version)}"#.utf8)
        }
        let last = stored.count > shown.count ? shown.last : nil
        let next = last.map { "\"\(paging.cursor(behind: String($0.version)))\"" }
        bytes += Array(#"],"next":\#(next ?? "null")}"#.utf8)
        return Reply.json(bytes: bytes)
    }

    private static func version(_ position: String?) throws(Failure) -> Int {
        guard let position else { return 0 }
        guard let version = Int(position), version >= 0 else { throw InterfacePaging.wrongCursor }
        return version
    }

    /// The deeds of a case with what each rests on, oldest first (决定说明).
    @Sendable func decisions(_ visit: Visit) async throws -> Response {
        let id: Identifier<CaseFile> = try visit.identifier("case")
        var query = try InterfaceQuery(visit)
        let onlyOutcomes = query.flag("outcome") ?? false
        let paging = try query.paging()
        let after = try CaseAPI.version(paging.position)
        let opened = try await desk.open(id.text)
        let variant = opened.file.header.variant
        var items: [(version: Int, json: JSON)] = []
        for event in try await desk.history(id.text) where event.version > after {
            guard let explanation = Explanation(event, by: opened.definition, variant: variant) else { continue }
            if onlyOutcomes, explanation.outcome == nil { continue }
            items.append((event.version, writing.decision(explanation, event, by: opened.definition)))
        }
        let shown = items.prefix(paging.limit)
        let last = items.count > shown.count ? shown.last : nil
        let next = last.map { paging.cursor(behind: String($0.version)) }
        return Reply.json(InterfaceJSON.page(shown.map(\.json), next: next))
    }

    /// A document of a case. Its text names people, so only the system that filed the case reads it; everybody else
    /// gets the hash, under which a copy can be checked (最小必要).
    ///
    /// Law: 个人信息保护法 第六条.
    @Sendable func document(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let id: Identifier<CaseFile> = try visit.identifier("case")
        let opened = try await desk.open(id.text)
        let document = try document(visit, in: opened)
        let system = try visit.system()
        let filer = try await desk.history(id.text).first?.body.actor
        let isOwn = filer == system.actor && system.scopes.contains(.file)
        return Reply.json(writing.document(document, by: opened.definition, withText: isOwn))
    }
}
