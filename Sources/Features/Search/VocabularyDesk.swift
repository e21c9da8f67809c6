import Definitions
import Proofs
import Storage
import Synchronization
import Values

/// Kinds of the stream of the search's words.
package enum SearchEventKind: String, Hashable, Sendable, CaseIterable {
    case published = "vocabulary-published"
}

/// Publishes how services are grouped and called, and gives what was published last.
package final class VocabularyDesk: Sendable {
    private let database: Database
    private let events: EventDesk
    private let freshness = Freshness()
    private let kept = Mutex(Vocabulary(document: .map([:]), version: 0))

    /// The stream, the same in every deployment.
    package static let stream = Identifier<Vocabulary>(bytes: Array(SM3.hash(Array("vocabulary".utf8)).prefix(16))).text

    package init(database: Database, events: EventDesk) {
        self.database = database
        self.events = events
    }

    /// The words as last seen; empty before the first `refresh`.
    package var current: Vocabulary { kept.withLock { $0 } }

    /// What was read is old; the next page asks again.
    package func growOld() { freshness.growOld() }

    /// The same at most four times a second, for pages.
    func refreshIfOld() async throws {
        if freshness.isOver() { try await refresh() }
    }

    /// Reads the newest published ones when they are newer than what is kept.
    package func refresh() async throws {
        let seen = current.version
        let newest = try await database.read { connection in
            try VocabularyStore.version(in: connection) > seen ? try VocabularyStore.newest(in: connection) : nil
        }
        guard let newest else { return }
        guard let document = JSON(text: newest.document) else {
            throw Failure.defect("the published vocabulary cannot be read")
        }
        let vocabulary = Vocabulary(document: document, version: newest.version)
        kept.withLock { if $0.version < newest.version { $0 = vocabulary } }
    }

    /// Publishes what the folder says when it differs from what is published; gives whether it did.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> Bool {
        let document = VocabularyDesk.document(of: library)
        let stream = VocabularyDesk.stream
        let done = try await events.run(nil, entropy: entropy, at: moment) {
            let opened = try await events.stream(stream)
            let body = EventBody(
                kind: SearchEventKind.published.rawValue, schema: 1, effective: .instant(moment), actor: actor,
                actingFor: nil, channel: nil, ground: nil, open: ["document": document], sealed: [:])
            let isSame = opened.events.last?.body.open["document"] == document
            let change = StreamAppend(stream: stream, after: opened.events, bodies: isSame ? [] : [body], at: moment)
            return Decided(changes: [change], keys: .none, result: .bool(!isSame)) { new in
                try VocabularyProjection().effect(of: opened.events + new)
            }
        }
        try await refresh()
        return done.result.bool ?? false
    }

    /// `{themes, search, documents, items}` out of the texts of `Services/`.
    package static func document(of library: Library) -> JSON {
        var document: [String: JSON] = [:]
        for file in library.files.values {
            switch file.kind {
            case .themes: document["themes"] = file.content
            case .search: document["search"] = file.content
            case .documents: document["documents"] = file.content["documents"]
            case .items: document["items"] = file.content["items"]
            default: break
            }
        }
        return .map(document)
    }
}
