import Casework
import Definitions
import HTTPTypes
import Hummingbird
import Storage
import Values
import Web

/// The interface for connected systems about cases: filing, deeds, state, records and lists (接口：办件).
///
/// A system acts from an officer's post or for an applicant, as its scopes allow; the record names both.
struct CaseAPI: Sendable {
    let desk: CaseDesk
    let accounts: Accounts
    let posts: PostDesk
    let writing: CaseAPIWriting
    private var parts: CaseDesk.Parts { desk.parts }

    init(_ cases: Cases) {
        desk = cases.desk
        accounts = cases.accounts
        posts = cases.accounts.desk.posts
        writing = CaseAPIWriting(territory: cases.desk.parts.territory)
    }

    func add(to table: inout RouteTable) {
        table.command("/api/v1/cases", .fileByInterface, upTo: .form, file)
        table.question("/api/v1/cases", .readByInterface, list)
        table.question("/api/v1/cases/{case}", .readByInterface, show)
        table.question("/api/v1/cases/{case}/events", .readByInterface, events)
        table.question("/api/v1/cases/{case}/decisions", .readByInterface, decisions)
        table.question("/api/v1/cases/{case}/documents/{document}", .readByInterface, document)
        table.command("/api/v1/cases/{case}/actions/{action}", .actByInterface, upTo: .form, act)
        table.command("/api/v1/cases/{case}/tasks/{task}/results/{result}", .decideByInterface, upTo: .form, finish)
        table.command("/api/v1/cases/{case}/documents/{document}/services", .decideByInterface, upTo: .form, serve)
        table.question("/api/v1/tasks", .readByInterface, tasks)
        table.question("/api/v1/posts", .decideByInterface, heldPosts)
    }

    // MARK: Commands

    @Sendable private func file(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let key = try visit.commandKey("cases/file")
        let system = try visit.system()
        let body = try CaseBody.Filing(try visit.json())
        let party = try await FilingPartyDesk(cases: desk, accounts: accounts).find(body, on: visit.day)
        let new = FilingRequest(
            id: visit.entropy.identifier("case", 0, at: visit.moment), service: body.service, region: body.region,
            applicant: party.applicant, agent: body.agent, delegation: party.delegation, content: body.content,
            identity: party.identity, uploads: [], draftKey: nil)
        let acting = system.acting(for: party.applicant)
        let done = try await desk.file(new, by: sender(visit, key) { _ in acting })
        var response = CaseAPI.reply(done, status: .created)
        if let id = done.result["case"]?.text { response.headers[.location] = "/api/v1/cases/\(id)" }
        return response
    }

    @Sendable private func act(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let key = try visit.commandKey("cases/act")
        let deed = try CaseBody.Deed(try visit.json(), isTask: false)
        let id: Identifier<CaseFile> = try visit.identifier("case")
        let acting = try await acting(deed.from, visit)
        let brings = try await checked(deed.brings, of: id.text, visit)
        let act = Act(action: visit.parameter("action"), said: deed.said, brings: brings, seen: deed.seen)
        let sender = sender(visit, key) { _ in acting }
        let done = try await desk.run(.act(act), on: id.text, keeping: brings.flatMap(\.files), by: sender)
        return CaseAPI.reply(done, status: .ok)
    }

    @Sendable private func finish(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let key = try visit.commandKey("cases/finish")
        let deed = try CaseBody.Deed(try visit.json(), isTask: true)
        let id: Identifier<CaseFile> = try visit.identifier("case")
        let acting = try await acting(deed.from, visit)
        let brings = try await checked(deed.brings, of: id.text, visit)
        let finish = Finish(
            task: visit.parameter("task"), number: deed.number, result: visit.parameter("result"), said: deed.said,
            brings: brings, seen: deed.seen)
        let sender = sender(visit, key) { _ in acting }
        let done = try await desk.run(.finish(finish), on: id.text, keeping: brings.flatMap(\.files), by: sender)
        return CaseAPI.reply(done, status: .ok)
    }

    /// How a document reached its receiver; from a post of the unit that handles the case.
    @Sendable private func serve(_ visit: Visit) async throws -> Response {
        try visit.checkNoParameters()
        let key = try visit.commandKey("cases/serve")
        let body = try CaseBody.Delivery(try visit.json())
        let id: Identifier<CaseFile> = try visit.identifier("case")
        let acting = try await acting(.post(body.post), visit)
        let opened = try await desk.open(id.text)
        let document = try document(visit, in: opened)
        guard acting.units.contains(opened.file.header.unit) else {
            throw Failure.forbidden(DocumentWords.servedByOthers)
        }
        let delivery = DocumentDelivery(
            number: document.number, way: body.way, on: body.on, receiver: body.receiver)
        let done = try await desk.record(
            delivery, of: document, in: id.text, by: sender(visit, key) { _ in acting })
        return CaseAPI.reply(done, status: .ok)
    }

    /// The document that the path names. Throws `Failure.notFound`.
    func document(_ visit: Visit, in opened: CaseDesk.Opened) throws(Failure) -> CaseDocument {
        guard let number = Int(visit.parameter("document")),
            let document = opened.file.documents.first(where: { $0.number == number })
        else { throw .notFound(MyWords.noDocument) }
        return document
    }

    /// From a post with the scope to decide, for an applicant with the scope to file.
    private func acting(_ from: CaseBody.From, _ visit: Visit) async throws -> Acting {
        let system = try visit.system()
        switch from {
        case .post(let id):
            try Permissions.require(.decideByInterface, of: visit.visitor)
            let post = try await posts.held(id, at: visit.moment)
            let territory = parts.territory.current
            return system.acting(
                from: post, units: territory.chain(ofUnit: post.unit), regionAncestors: territory.above(post.region))
        case .applicant(let subject):
            try Permissions.require(.fileByInterface, of: visit.visitor)
            return system.acting(for: subject)
        }
    }

    private func sender(
        _ visit: Visit, _ key: CommandKey, acting: @escaping @Sendable (CaseHeader?) -> Acting
    ) -> CaseDesk.Sender {
        CaseDesk.Sender(
            acting: acting, channel: SystemDraftDesk.channel, key: key, moment: visit.moment, entropy: visit.entropy)
    }

    /// A certificate that is brought must be the applicant's, and hold today; what the library says of it counts. A
    /// file must have been sent by this system for that need of this case.
    private func checked(
        _ brings: [EvidenceAnswer], of caseID: String, _ visit: Visit
    ) async throws -> [EvidenceAnswer] {
        guard brings.contains(where: { $0.source != .promise }) else { return brings }
        let opened = try await desk.open(caseID)
        let holder = opened.file.header.applicant.description
        let kinds = opened.definition.plans.flatMap(\.evidence)
        let held = try await parts.database.read { try CertificateStore.held(by: holder, in: $0) }
        var checked: [EvidenceAnswer] = []
        for answer in brings {
            if answer.source == .upload { try await checkFiles(answer, of: caseID, try visit.system()) }
            guard answer.source == .certificate else {
                checked.append(answer)
                continue
            }
            let kind = kinds.first { $0.id == answer.need }?.certificate
            let entry = held.first {
                $0.id.text == answer.reference && $0.kind == kind && $0.isValid(on: visit.day)
            }
            guard let entry else { throw Failure.problems([CaseAPI.notHeld(answer.need)]) }
            checked.append(
                EvidenceAnswer(
                    need: answer.need, source: .certificate, grade: entry.grade, reference: entry.id.text, files: [],
                    expires: entry.validUntil))
        }
        return checked
    }

    private func checkFiles(_ answer: EvidenceAnswer, of caseID: String, _ system: ConnectedSystem) async throws {
        for text in answer.files {
            guard let id = Upload.ID(text) else { throw Failure.problems([CaseAPI.noFile(answer.need)]) }
            let sending = try await parts.database.read { try UploadStore.sending(id, in: $0) }
            guard let sending, sending.isFinished, sending.entry.stream == caseID, sending.entry.need == answer.need,
                sending.entry.owner == system.actor.description
            else { throw Failure.problems([CaseAPI.noFile(answer.need)]) }
        }
    }

    private static func notHeld(_ need: String) -> Problem {
        Problem(
            place: need, message: Wording(zh: "申请人没有这份有效证照", en: "The applicant holds no such valid certificate"),
            remedy: Wording(zh: "核对证照编号，或换一种方式提供", en: "check the id, or give it in another way"))
    }

    private static func noFile(_ need: String) -> Problem {
        Problem(
            place: need,
            message: Wording(zh: "没有为这项材料传完的这个文件", en: "No such complete file was sent for this need of this case"),
            remedy: Wording(zh: "先用 /uploads 传完文件", en: "send it by /uploads first"))
    }

    /// What was done, and the receipt of the first event that it wrote about the case.
    static func reply(_ done: Done, status: HTTPResponse.Status) -> Response {
        let id = done.result["case"]?.text ?? ""
        var map = done.result.map ?? [:]
        map["case"] = nil
        map["id"] = .text(id)
        map["receipt"] =
            done.receipts.first { $0.stream == id }.map { receipt in
                .map([
                    "leaf": .text(receipt.leaf), "stream": .text(receipt.stream),
                    "version": InterfaceJSON.number(receipt.version),
                ])
            } ?? .null
        var response = Reply.json(.map(map), status: status)
        if done.isRepeated { response.headers[replayed] = "true" }
        return response
    }

    static let replayed: HTTPField.Name = {
        guard let name = HTTPField.Name("Idempotency-Replayed") else {
            preconditionFailure("a constant of the program")
        }
        return name
    }()
}

extension Cases {
    /// Its part of the interface for connected systems.
    func addAPIRoutes(to table: inout RouteTable) {
        CaseAPI(self).add(to: &table)
        let drafts = SystemDraftDesk(cases: desk, accounts: accounts)
        DraftAPI(desk: drafts).add(to: &table)
        UploadAPI(drafts: drafts).add(to: &table)
    }
}
