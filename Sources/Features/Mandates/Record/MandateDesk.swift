import Proofs
import Storage
import Values

/// Imports policy documents, and records what persons say of the tasks in them. Each verb is for a post of a region;
/// who may ask for it at all, the route has asked before.
package struct MandateDesk: Sendable {
    let database: Database
    let events: EventDesk
    let uploads: UploadDesk
    let territory: TerritoryDesk
    let lists: ListDesk

    package init(
        database: Database, events: EventDesk, uploads: UploadDesk, territory: TerritoryDesk, lists: ListDesk
    ) {
        self.database = database
        self.events = events
        self.uploads = uploads
        self.territory = territory
        self.lists = lists
    }

    /// A file with the text that a reader found in it.
    package struct Arrival: Sendable {
        package let bytes: [UInt8]
        /// As the person's device named it.
        package let name: String
        package let source: SourceText

        package init(bytes: [UInt8], name: String, source: SourceText) {
            self.bytes = bytes
            self.name = name
            self.source = source
        }
    }

    /// What became of an import. Only the first one has written anything.
    package enum Imported: Hashable, Sendable {
        case recorded(String)
        /// The very same file was imported before.
        case same(String)
        /// A document of that number is there; a person must say that this is its later version.
        case earlierVersion(String)
        /// A later version was announced, but there is no document of that number or title.
        case noEarlierVersion
    }

    // MARK: Importing

    /// Reads and keeps a document for a region; the same file is imported once, whoever sends it.
    ///
    /// - Parameter isLaterVersion: the person says that it replaces a document that is there.
    package func take(
        _ arrival: Arrival, region: String, isLaterVersion: Bool, _ acting: AccountActing
    ) async throws -> Imported {
        let hash = Hexadecimal.text(SM3.hash(arrival.bytes))
        let id = MandateDesk.id(of: hash, in: region)
        let ledger = LedgerReader.read(arrival.source)
        let earlier = try await database.read {
            try MandateStore.version(
                number: ledger.paper.number, title: ledger.paper.title, region: region, in: $0)
        }
        let isNew = try await events.stream(id).events.isEmpty
        if isNew {
            if isLaterVersion, earlier == nil { return .noEarlierVersion }
            if let earlier, !isLaterVersion { return .earlierVersion(earlier.id) }
        }
        let key = acting.entropy.streamKey("mandate-key", 0)
        let source = KeptSource(arrival.source).json.canonicalText
        let sourceHash = Hexadecimal.text(SM3.hash(Array(source.utf8)))
        var upload = ""
        if isNew {
            // Kept before the events name it; a file that none names is swept after a day.
            let file = UploadDesk.Arrival(content: arrival.bytes, name: arrival.name, need: MandateDesk.need)
            upload = try await uploads.keepPaper(
                file, of: id, under: key, at: acting.moment, entropy: acting.entropy
            ).id.text
            try await database.write { try MandateStore.keep(source, under: sourceHash, in: $0) }
        }
        let new = MandateEvents.Import(
            ledger: ledger,
            file: MandateDocument.File(
                hash: hash, name: arrival.name, sizeInBytes: arrival.bytes.count, upload: upload),
            source: sourceHash, region: region, replaces: earlier?.id)
        do {
            _ = try await record(new, as: id, under: key, acting)
            return .recorded(id)
        } catch is KnownAlready {
            return .same(id)
        }
    }

    private struct KnownAlready: Error {}
    private static let need = "mandate-document"

    private func record(
        _ new: MandateEvents.Import, as id: String, under key: StreamKey, _ acting: AccountActing
    ) async throws -> Done {
        try await acting.run(on: events) {
            guard try await events.stream(id).events.isEmpty else { throw KnownAlready() }
            var changes = [acting.first(id, MandateEvents.imported(new, by: acting.actor, at: acting.moment))]
            var earlier: [PastEvent] = []
            if let replaces = new.replaces {
                earlier = try await events.stream(replaces).events
                let body = MandateEvents.replaced(by: id, actor: acting.actor, at: acting.moment)
                changes.append(
                    StreamAppend(stream: replaces, after: earlier, bodies: [body], at: acting.moment))
            }
            let past = earlier
            return Decided(
                changes: changes, keys: StreamKeys(new: [id: key], saved: [:]), result: ["document": .text(id)]
            ) { written in
                let projection = MandateProjection()
                let own = try projection.effect(of: written.filter { $0.stream == id })
                let replaced = try projection.effect(of: past + written.filter { $0.stream != id })
                return { connection in
                    try own(connection)
                    try replaced(connection)
                    try UploadStore.keep([new.file.upload], of: id, in: connection)
                }
            }
        }
    }

    /// The same bytes for the same region are the same document.
    static func id(of hash: String, in region: String) -> String {
        let hash = SM3.hash(Array("mandate-document/\(region)/\(hash)".utf8))
        return MandateDocument.ID(bytes: Array(hash.prefix(16))).text
    }

    // MARK: Reading

    /// A document with all that was said of it.
    package struct Opened: Sendable {
        package let document: MandateDocument
        let history: [PastEvent]
        let keys: StreamKeys
    }

    /// Throws `Failure.notFound` for a document that is not there, and for one of a region that is not the reader's:
    /// a region sees its own, the city those of its districts too.
    package func open(_ id: String, from region: String) async throws -> Opened {
        guard MandateDocument.ID(id) != nil else { throw MandateDesk.missing }
        let stream = try await events.stream(id)
        guard let document = MandateDocument(folding: stream.events), sees(document.region, from: region) else {
            throw MandateDesk.missing
        }
        return Opened(
            document: document, history: stream.events,
            keys: StreamKeys(new: [:], saved: stream.key.map { [id: $0] } ?? [:]))
    }

    private func sees(_ region: String, from own: String) -> Bool {
        region == own || territory.current.above(region).contains(own)
    }

    /// The text in which the document's places lie. Throws `Failure.defect` when it was lost.
    package func source(of document: MandateDocument) async throws -> KeptSource {
        guard let text = try await database.read({ try MandateStore.source(document.source, in: $0) }),
            let source = JSON(text: text).flatMap({ KeptSource($0) })
        else { throw Failure.defect("the source of document \(document.id) is not there") }
        return source
    }

    /// The file as it was handed in. Throws `EventStore.erasedFailure` when its key was destroyed.
    package func file(of opened: Opened) async throws -> (name: String, bytes: [UInt8]) {
        let document = opened.document
        guard let key = opened.keys.saved[document.id] else { throw EventStore.erasedFailure }
        guard let id = Upload.ID(document.file.upload) else {
            throw Failure.defect("document \(document.id) names no file")
        }
        let (upload, bytes) = try await uploads.content(of: id, stream: document.id, under: key)
        return (upload.name, bytes)
    }

    /// Documents that a region may see, the newest first.
    package func documents(
        from region: String, before: MandateCursor?, limit: Int
    ) async throws -> [MandateDocumentRow] {
        let isRoot = region == territory.current.root?.id
        return try await database.read {
            try MandateStore.documents(region: isRoot ? nil : region, before: before, limit: limit, in: $0)
        }
    }

    static let missing = Failure.notFound(MandateWords.missing)
}
