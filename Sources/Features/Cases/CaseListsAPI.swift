import Casework
import Hummingbird
import Proofs
import Storage
import Values
import Web

/// Lists of cases and tasks, one case, and its records.
extension CaseAPI {
    /// Cases of one applicant, of one unit, or of one printed number; newest first.
    @Sendable func list(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        let paging = try InterfacePaging(query)
        let applicant = query.filled("applicant")
        let unit = query.filled("unit")
        let number = query.filled("number")
        guard [applicant, unit, number].compactMap({ $0 }).count == 1 else {
            throw Failure.problems([CaseAPI.whichCases])
        }
        if let applicant, Subject(applicant) == nil { throw Failure.problems([CaseAPI.noSubject]) }
        if let cursor = paging.cursor, Identifier<CaseFile>(cursor) == nil { throw InterfacePaging.wrongCursor }
        let rows = try await desk.parts.database.read { connection in
            if let applicant {
                return try CaseStore.rows(
                    ofApplicant: applicant, before: paging.cursor, limit: paging.limit + 1, in: connection)
            }
            if let unit {
                return try CaseStore.rows(
                    ofUnit: unit, before: paging.cursor, limit: paging.limit + 1, in: connection)
            }
            return try number.flatMap { try CaseStore.find($0, in: connection) }.map { [$0] } ?? []
        }
        let shown = rows.prefix(paging.limit)
        let next = rows.count > shown.count ? shown.last?.id : nil
        return Reply.json(InterfaceJSON.page(shown.map { writing.row($0) }, next: next))
    }

    /// Open tasks of one role in one unit, least time left first.
    @Sendable func tasks(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        let paging = try InterfacePaging(query)
        guard let unit = query.filled("unit"), let role = query.filled("role") else {
            throw Failure.problems([CaseAPI.whichTasks])
        }
        let cursor = paging.cursor.flatMap { CaseStore.TaskCursor($0) }
        if paging.cursor != nil, cursor == nil { throw InterfacePaging.wrongCursor }
        let rows = try await desk.parts.database.read {
            try CaseStore.tasks(in: unit, role: role, after: cursor, limit: paging.limit + 1, in: $0)
        }
        let shown = rows.prefix(paging.limit)
        let next = rows.count > shown.count ? shown.last.map { CaseStore.cursor(behind: $0).text } : nil
        return Reply.json(InterfaceJSON.page(shown.map { writing.task($0) }, next: next))
    }

    /// Posts of one role in one unit that are held today: from one of them a system does a deed.
    @Sendable func heldPosts(_ visit: Visit) async throws -> Response {
        let query = try visit.query()
        guard let unit = query.filled("unit"), let role = query.filled("role").flatMap({ Role(rawValue: $0) }) else {
            throw Failure.problems([CaseAPI.whichTasks])
        }
        let day = visit.day
        let posts = try await desk.parts.database.read {
            try AccountStore.posts(in: unit, role: role, on: day, in: $0)
        }
        return Reply.json(InterfaceJSON.page(posts.map { writing.post($0) }, next: nil))
    }

    /// The case as it stands now.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let id: Identifier<CaseFile> = try visit.identifier("case")
        let opened = try await desk.openNow(id.text, at: visit.moment)
        return Reply.json(writing.state(opened.file, by: opened.definition, at: visit.moment))
    }

    /// The records of a case as they are stored, without their sealed parts; each with the leaf that stands in the
    /// log. They are written here byte by byte, so that who cuts one out can hash it.
    @Sendable func events(_ visit: Visit) async throws -> Response {
        let id: Identifier<CaseFile> = try visit.identifier("case")
        let paging = try InterfacePaging(try visit.query())
        let after = try CaseAPI.version(paging.cursor)
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
        let next = stored.count > shown.count ? shown.last.map { "\"\($0.version)\"" } : nil
        bytes += Array(#"],"next":\#(next ?? "null")}"#.utf8)
        return Reply.json(bytes: bytes)
    }

    private static func version(_ cursor: String?) throws(Failure) -> Int {
        guard let cursor else { return 0 }
        guard let version = Int(cursor), version >= 0 else { throw InterfacePaging.wrongCursor }
        return version
    }

    private static let whichCases = Problem(
        place: "applicant",
        message: Wording(
            zh: "applicant、unit、number 恰好给出一个", en: "Give exactly one of applicant, unit and number"),
        remedy: Wording(zh: "例如 ?unit=yuzhong-market", en: "for example ?unit=yuzhong-market"))

    private static let noSubject = Problem(
        place: "applicant",
        message: Wording(zh: "应为 person:编号 或 enterprise:编号", en: "Expected is person:ID or enterprise:ID"),
        remedy: Wording(zh: "改正后再请求", en: "correct it and ask again"))

    private static let whichTasks = Problem(
        place: "unit",
        message: Wording(zh: "缺少 unit 或 role，或没有这个 role", en: "`unit` or `role` is missing, or there is no such role"),
        remedy: Wording(
            zh: "例如 ?unit=yuzhong-market&role=reviewer", en: "for example ?unit=yuzhong-market&role=reviewer"))
}
