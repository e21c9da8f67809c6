import Casework
import Definitions
import HTTPTypes
import Hummingbird
import Storage
import Values
import Web

/// The interface for connected systems about drafts: begin, save over a revision, check, file, delete (接口：草稿).
struct DraftAPI: Sendable {
    let desk: SystemDraftDesk

    func add(to table: inout RouteTable) {
        table.command("/api/v1/drafts", .fileByInterface, upTo: .form, begin)
        table.question("/api/v1/drafts", .fileByInterface, list)
        table.question("/api/v1/drafts/{draft}", .fileByInterface, show)
        table.replacement("/api/v1/drafts/{draft}", .fileByInterface, ofBytes: false, save)
        table.removal("/api/v1/drafts/{draft}", .fileByInterface, drop)
        table.question("/api/v1/drafts/{draft}/check", .fileByInterface, check)
        table.order("/api/v1/drafts/{draft}/filing", .fileByInterface, file)
    }

    @Sendable private func begin(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        try await refresh()
        let key = try visit.commandKey("drafts/begin")
        let wish = try CaseBody.Filing(try visit.json())
        let (id, isRepeated) = try await desk.begin(wish, by: try sent(visit), as: key)
        var response = reply(try await desk.open(id, by: try visit.system(), at: visit.moment), status: .created)
        response.headers[.location] = "/api/v1/drafts/\(id)"
        if isRepeated { response.headers[CaseAPI.replayed] = "true" }
        return response
    }

    /// The system's own drafts, the last used first.
    @Sendable private func list(_ visit: Visit) async throws -> Response {
        var query = try InterfaceQuery(visit)
        let applicant = query.subject("applicant")
        let service = query.text("service")
        let paging = try query.paging()
        let start = try paging.position.map { (position) throws(Failure) in try DraftAPI.place(position) }
        let owner = try visit.system().actor
        let page = try await InterfacePage<Draft>(
            limit: paging.limit,
            fits: { draft in
                (applicant.map { draft.applicant == $0 } ?? true) && (service.map { draft.service == $0 } ?? true)
            },
            next: { behind, limit in
                let place = behind.map { ($0.lastUsed.milliseconds, $0.id.text) } ?? start ?? (Int64.max, "~")
                return try await desk.parts.database.read {
                    try DraftStore.drafts(of: owner, behind: place, limit: limit, in: $0)
                }
            })
        let next = page.last.map { paging.cursor(behind: "\($0.lastUsed.milliseconds).\($0.id)") }
        return Reply.json(InterfaceJSON.page(page.rows.map { .map(DraftWriting.header($0)) }, next: next))
    }

    private static func place(_ position: String) throws(Failure) -> (Int64, String) {
        let parts = position.split(separator: ".").map(String.init)
        guard parts.count == 2, let lastUsed = Int64(parts[0]), Draft.ID(parts[1]) != nil else {
            throw InterfacePaging.wrongCursor
        }
        return (lastUsed, parts[1])
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        reply(try await open(visit), status: .ok)
    }

    /// Whether it can be filed, and everything that stands in the way.
    @Sendable private func check(_ visit: Visit) async throws -> Response {
        Reply.json(DraftWriting(opened: try await open(visit)).check(in: visit.language))
    }

    /// Over another revision than the one that was read nothing is saved: both versions go back to the sender.
    @Sendable private func save(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        try await refresh()
        let id: Draft.ID = try visit.identifier("draft")
        let sent = try sent(visit)
        let content = try CaseBody.content(try visit.json())
        // Whose draft it is comes before what is wrong with the request.
        let before = try await desk.open(id, by: sent.system, at: visit.moment)
        do {
            let revision = try DraftAPI.revision(visit.request.headers[.ifMatch])
            return reply(try await desk.save(content, in: id, over: revision, by: sent), status: .ok)
        } catch Failure.otherRevision {
            let current = try? await desk.open(id, by: sent.system, at: visit.moment)
            return DraftAPI.stale(visit, current: current ?? before, sent: content)
        }
    }

    private static func stale(
        _ visit: Visit, current: SystemDraftDesk.Opened, sent: Draft.Content
    ) -> Response {
        let page = ErrorPage(.otherRevision, reference: visit.web.requestName, kept: nil)
        var map = page.problemJSON(in: visit.language).map ?? [:]
        map["current"] = DraftWriting(opened: current).json
        map["sent"] = DraftWriting.content(sent)
        var response = Reply.json(.map(map), status: page.status)
        response.headers[.contentType] = "application/problem+json"
        return response
    }

    /// The revision in `If-Match`; nil for `*`.
    ///
    /// Throws `Failure.revisionNeeded` without one, `Failure.otherRevision` for a tag that no draft ever had.
    private static func revision(_ header: String?) throws(Failure) -> Int? {
        guard let header, !header.isEmpty else { throw .revisionNeeded }
        if header == "*" { return nil }
        guard header.utf8.count > 2, header.hasPrefix("\""), header.hasSuffix("\""),
            let revision = Int(header.dropFirst().dropLast())
        else { throw .otherRevision }
        return revision
    }

    @Sendable private func drop(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        try await desk.drop(try visit.identifier("draft"), by: try visit.system())
        return Response(status: .noContent)
    }

    @Sendable private func file(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        try await refresh()
        let key = try visit.commandKey("drafts/file")
        let done = try await desk.file(try visit.identifier("draft"), by: try sent(visit), as: key)
        var response = CaseAPI.reply(done, status: .created)
        if let id = done.result["case"]?.text { response.headers[.location] = "/api/v1/cases/\(id)" }
        return response
    }

    private func open(_ visit: Visit) async throws -> SystemDraftDesk.Opened {
        try visit.checkNoParameters()
        try await refresh()
        return try await desk.open(try visit.identifier("draft"), by: try visit.system(), at: visit.moment)
    }

    private func sent(_ visit: Visit) throws(Failure) -> SystemDraftDesk.Sent {
        SystemDraftDesk.Sent(system: try visit.system(), moment: visit.moment, entropy: visit.entropy)
    }

    private func reply(_ opened: SystemDraftDesk.Opened, status: HTTPResponse.Status) -> Response {
        var response = Reply.json(DraftWriting(opened: opened).json, status: status)
        response.headers[.eTag] = "\"\(opened.view.draft.revision)\""
        return response
    }

    private func refresh() async throws {
        try await desk.parts.territory.refresh()
        try await desk.parts.catalogue.refresh()
    }
}
