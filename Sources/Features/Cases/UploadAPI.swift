import Casework
import Hummingbird
import Proofs
import Values
import Web

/// The interface for connected systems about files, sent piece by piece for a draft or a case (接口：材料上传).
struct UploadAPI: Sendable {
    let drafts: SystemDraftDesk
    private var parts: CaseDesk.Parts { drafts.parts }

    func add(to table: inout RouteTable) {
        table.command("/api/v1/uploads", .fileByInterface, upTo: .form, announce)
        table.question("/api/v1/uploads/{upload}", .fileByInterface, show)
        table.removal("/api/v1/uploads/{upload}", .fileByInterface, remove)
        table.replacement("/api/v1/uploads/{upload}/pieces/{piece}", .fileByInterface, ofBytes: true, keep)
        table.order("/api/v1/uploads/{upload}/completion", .fileByInterface, complete)
    }

    /// What a file is for.
    private enum Target {
        case draft(Draft.ID)
        case caseFile(Identifier<CaseFile>, of: Subject)
    }

    @Sendable private func announce(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let command = try visit.commandKey("uploads/announce")
        var body = InterfaceReading(try visit.json())
        let target = UploadAPI.target(&body)
        let need = body.neededText("need")
        let name = body.neededText("name")
        let size = body.number("size")
        if size == nil, body.problems.isEmpty { body.add("size", zh: "缺少 size", en: "`size` is missing") }
        if let size, !(1...Upload.largestInBytes).contains(size) {
            body.add(
                "size", zh: "应为 1 到 \(Upload.largestInBytes) 字节", en: "Expected are 1 to \(Upload.largestInBytes) bytes"
            )
        }
        if name.utf8.count > 600 { body.add("name", zh: "文件名太长", en: "The name is too long") }
        try body.check()
        guard let target, let size else { throw Failure.defect("a file without a problem and without a target") }
        let (stream, key) = try await place(target, need: need, visit)
        let (sending, isRepeated) = try await parts.uploads.announce(
            UploadDesk.Announced(need: need, name: name, sizeInBytes: size), of: stream,
            by: try visit.system().actor, under: key, as: command, at: visit.moment, entropy: visit.entropy)
        var response = Reply.json(UploadAPI.json(sending), status: .created)
        response.headers[.location] = "/api/v1/uploads/\(sending.entry.id)"
        if isRepeated { response.headers[CaseAPI.replayed] = "true" }
        return response
    }

    private static func target(_ body: inout InterfaceReading) -> Target? {
        let draft: Draft.ID? = body.identifier("draft")
        let caseID: Identifier<CaseFile>? = body.identifier("case")
        let subject = body.text("applicant")
        if let draft, caseID == nil, subject == nil { return .draft(draft) }
        if let caseID, draft == nil, let subject = subject.flatMap({ Subject($0) }) {
            return .caseFile(caseID, of: subject)
        }
        body.add(
            "draft", zh: "给出 draft，或 case 和 applicant", en: "Give `draft`, or `case` and `applicant`")
        return nil
    }

    /// The stream and key for a file. Throws `Failure.problems` for a need that takes no file.
    private func place(_ target: Target, need: String, _ visit: Visit) async throws -> (String, StreamKey) {
        switch target {
        case .draft(let id):
            let opened = try await drafts.open(id, by: try visit.system(), at: visit.moment)
            let needs = opened.view.definition.plans.flatMap(\.evidence)
            guard needs.contains(where: { $0.id == need && $0.from.contains(.upload) }) else {
                throw Failure.problems([UploadAPI.noNeed])
            }
            return (id.text, opened.key)
        case .caseFile(let id, let subject):
            let opened = try await drafts.cases.open(id.text)
            guard opened.file.header.applicant == subject.actor else { throw CaseDesk.missing }
            guard !opened.file.isClosed else {
                throw Failure.conflict(
                    .closed, sentence: Wording(zh: "办件已经办结", en: "The case is closed"), citation: nil)
            }
            let needs = opened.definition.plan(ofVariant: opened.file.header.variant)?.evidence ?? []
            guard needs.contains(where: { $0.id == need && $0.from.contains(.upload) }) else {
                throw Failure.problems([UploadAPI.noNeed])
            }
            guard let key = opened.key else { throw EventStore.erasedFailure }
            return (id.text, key)
        }
    }

    private func sending(_ visit: Visit) async throws -> UploadStore.Sending {
        try visit.checkNoParameters()
        return try await parts.uploads.sending(try visit.identifier("upload"), by: try visit.system().actor)
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        Reply.json(UploadAPI.json(try await sending(visit)))
    }

    @Sendable private func keep(_ visit: Visit) async throws -> Response {
        let sending = try await sending(visit)
        guard let place = Int(visit.parameter("piece")) else {
            throw Failure.notFound(Wording(zh: "没有这一片", en: "There is no such piece"))
        }
        let (key, _) = try await key(of: sending, visit)
        try await parts.uploads.keep(visit.body, at: place, of: sending, under: key, entropy: visit.entropy)
        return Reply.json(UploadAPI.json(try await self.sending(visit)))
    }

    @Sendable private func complete(_ visit: Visit) async throws -> Response {
        _ = try visit.commandKey("uploads/complete")
        let sending = try await sending(visit)
        let (key, isOfDraft) = try await key(of: sending, visit)
        try await parts.uploads.complete(sending, under: key, isKept: isOfDraft)
        return Reply.json(UploadAPI.json(try await self.sending(visit)))
    }

    @Sendable private func remove(_ visit: Visit) async throws -> Response {
        let sending = try await sending(visit)
        let (_, isOfDraft) = try await key(of: sending, visit)
        try await parts.uploads.remove(sending, isOfDraft: isOfDraft)
        return Response(status: .noContent)
    }

    /// The key of the stream to which a file belongs, and whether that is a draft still.
    private func key(of sending: UploadStore.Sending, _ visit: Visit) async throws -> (StreamKey, isOfDraft: Bool) {
        let stream = sending.entry.stream
        if try await parts.database.read({ try CaseStore.row(stream, in: $0) }) != nil {
            guard let key = try await drafts.cases.open(stream).key else { throw EventStore.erasedFailure }
            return (key, false)
        }
        guard let id = Draft.ID(stream) else { throw DraftDesk.missing }
        return (try await parts.drafts.open(id, by: try visit.system().actor).key, true)
    }

    private static func json(_ sending: UploadStore.Sending) -> JSON {
        let entry = sending.entry
        return .map([
            "id": .text(entry.id.text), "stream": .text(entry.stream), "need": .text(entry.need),
            "size": InterfaceJSON.number(entry.sizeInBytes),
            "piece_length": InterfaceJSON.number(Upload.pieceLength), "pieces": InterfaceJSON.number(entry.pieces),
            "received": .list(sending.received.map { InterfaceJSON.number($0) }),
            "finished": .bool(sending.isFinished), "type": InterfaceJSON.optional(entry.type?.mediaType),
        ])
    }

    private static let noNeed = Problem(
        place: "need", message: Wording(zh: "没有这项材料，或者它不用上传", en: "There is no such need, or it takes no file"),
        remedy: Wording(zh: "从 needs 中选 from 含 upload 的", en: "take one whose `from` holds `upload`"))
}
