import Proofs
import Storage
import Values

/// Begins, saves, opens and drops drafts. Everything is bound to the owner: another person's draft is not found.
package struct DraftDesk: Sendable {
    private let database: Database
    private let writer: EventWriter
    private let reader: EventReader
    private static let use = "draft"

    package init(database: Database, writer: EventWriter, reader: EventReader) {
        self.database = database
        self.writer = writer
        self.reader = reader
    }

    /// Begins one; the draft's `revision` is 1.
    ///
    /// - Parameter command: under which the beginning is remembered in the same write; nil where the draft's id follows
    ///   from the form that began it. Throws `Failure.staleVersion` when the same command was written meanwhile.
    package func begin(_ draft: Draft, as command: CommandKey?, entropy: Entropy) async throws -> Draft {
        let key = entropy.streamKey("draft", 0)
        let wrapped = writer.wrap(key, for: draft.id.text, entropy: entropy)
        let sealed = seal(draft, under: key, entropy: entropy)
        try await database.write { connection in
            try EventStore.saveKey(wrapped, of: draft.id.text, in: connection)
            try DraftStore.insert(draft, sealed: sealed, in: connection)
            guard let command else { return }
            let done = RememberedCommand(receipts: [], result: ["draft": .text(draft.id.text)])
            guard try IdempotencyStore.remember(done.texts, under: command, at: draft.lastUsed, in: connection) else {
                throw Failure.staleVersion(stream: draft.id.text)
            }
        }
        return draft
    }

    /// A draft of this owner with its content and key. Throws `Failure.notFound` for another's, and for one that was
    /// filed or deleted.
    package func open(_ id: Draft.ID, by owner: Actor) async throws -> (draft: Draft, key: StreamKey) {
        let (found, state) = try await database.read { connection in
            (try DraftStore.find(id, in: connection), try EventStore.key(of: id.text, in: connection))
        }
        guard var draft = found?.draft, draft.owner == owner, let sealed = found?.sealed,
            let key = try reader.key(id.text, state)
        else { throw DraftDesk.missing }
        let place = Sealing.Place(stream: id.text, version: draft.revision)
        guard let bytes = key.sealing(for: DraftDesk.use).open(sealed, at: place),
            let content = (try? JSON(parsing: bytes)).flatMap({ Draft.Content($0) })
        else { throw Failure.defect("draft \(id) cannot be opened") }
        draft.content = content
        return (draft, key)
    }

    /// Saves over the revision the page showed. Throws `Failure.conflict` with `changedMeanwhile` when it was saved
    /// elsewhere since; nothing is lost, because the page then shows both.
    package func save(
        _ draft: Draft, under key: StreamKey, over revision: Int, at moment: Moment, entropy: Entropy
    ) async throws -> Draft {
        var next = draft
        next.revision = revision + 1
        next.lastUsed = moment
        let saved = next
        let sealed = seal(saved, under: key, entropy: entropy)
        guard try await database.write({ try DraftStore.save(saved, sealed: sealed, over: revision, in: $0) }) else {
            throw Failure.conflict(
                .changedMeanwhile,
                sentence: Wording(
                    zh: "这份草稿在另一个窗口里改过了。下面是两份内容，请核对后再保存",
                    en: "This draft was changed in another window. Compare both below and save again"),
                citation: nil)
        }
        return saved
    }

    /// Deletes a draft with its key and files.
    package func drop(_ id: Draft.ID, by owner: Actor) async throws {
        _ = try await open(id, by: owner)
        try await database.write { try DraftDesk.remove(id, in: $0) }
    }

    package func drafts(of owner: Actor) async throws -> [Draft] {
        try await database.read { try DraftStore.drafts(of: owner, in: $0) }
    }

    /// Deletes drafts that nobody used for 30 days; gives how many.
    package func sweep(at moment: Moment) async throws -> Int {
        let since = moment.adding(hours: -24 * Draft.keptForDays)
        let unused = try await database.read { try DraftStore.unused(since: since, in: $0) }
        for id in unused { try await database.write { try DraftDesk.remove(id, in: $0) } }
        return unused.count
    }

    private static func remove(_ id: Draft.ID, in connection: any Connection) throws {
        try UploadStore.removeAll(of: id.text, in: connection)
        try DraftStore.delete(id, in: connection)
        try EventStore.dropKey(of: id.text, in: connection)
    }

    private func seal(_ draft: Draft, under key: StreamKey, entropy: Entropy) -> [UInt8] {
        let place = Sealing.Place(stream: draft.id.text, version: draft.revision)
        let text = draft.content.json.canonical
        let iv = Array(entropy.bytes("draft-iv", at: place, more: SM3.hash(text)).prefix(SM4CTR.ivLength))
        return key.sealing(for: DraftDesk.use).seal(text, at: place, iv: iv)
    }

    static let missing = Failure.notFound(
        Wording(zh: "没有这份草稿，可能已经提交或过期删除", en: "There is no such draft; it may have been filed or deleted"))
}
