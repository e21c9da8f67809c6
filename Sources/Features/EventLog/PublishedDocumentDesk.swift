import Proofs
import Storage
import Synchronization
import Values

/// Publishes a document as a whole, and gives what was published last, made ready for use.
///
/// A node keeps what it made of the version it last saw; `refresh` asks whether there is a newer one.
package final class PublishedDocumentDesk<Content: Sendable>: Sendable {
    package let document: PublishedDocument
    private let database: Database
    private let events: EventDesk
    private let freshness = Freshness()
    private let make: @Sendable (JSON, Int) throws -> Content
    private let kept: Mutex<Kept>

    /// What was made of one version; 0 before anything was published.
    package struct Kept: Sendable {
        package let version: Int
        package let content: Content
    }

    /// - Parameter make: what a node works with, out of the document and its version.
    package init(
        _ document: PublishedDocument, database: Database, events: EventDesk, empty: Content,
        make: @escaping @Sendable (JSON, Int) throws -> Content
    ) {
        self.document = document
        self.database = database
        self.events = events
        self.make = make
        kept = Mutex(Kept(version: 0, content: empty))
    }

    /// As last seen; empty before the first `refresh`.
    package var current: Kept { kept.withLock { $0 } }

    /// What was read is old; the next page asks again.
    package func growOld() { freshness.growOld() }

    /// The same at most four times a second, for pages.
    package func refreshIfOld() async throws {
        if freshness.isOver() { try await refresh() }
    }

    /// Reads the newest published one when it is newer than what is kept.
    package func refresh() async throws {
        let seen = current.version
        let document = document
        let newest = try await database.read { connection in
            try PublishedDocumentStore.version(of: document, in: connection) > seen
                ? try PublishedDocumentStore.newest(of: document, in: connection) : nil
        }
        guard let newest else { return }
        guard let json = JSON(text: newest.text) else {
            throw Failure.defect("the published document \(document.name) cannot be read")
        }
        let made = Kept(version: newest.version, content: try make(json, newest.version))
        kept.withLock { if $0.version < made.version { $0 = made } }
    }

    /// Publishes what differs from what is published; gives whether it did.
    ///
    /// - Parameter also: what else is written with it; hears the document before, nil when this is the first one.
    package func publish(
        _ json: JSON, by actor: Actor, at moment: Moment, entropy: Entropy,
        also: (@Sendable (JSON?) throws -> Effect)? = nil
    ) async throws -> Bool {
        let document = document
        let done = try await events.run(nil, entropy: entropy, at: moment) {
            let opened = try await events.stream(document.stream)
            let body = EventBody(
                kind: document.kind, schema: 1, effective: .instant(moment), actor: actor, actingFor: nil,
                channel: nil, ground: nil, open: ["document": json], sealed: [:])
            let before = opened.events.last { $0.body.kind == document.kind }?.body.open["document"]
            let change = StreamAppend(
                stream: document.stream, after: opened.events, bodies: before == json ? [] : [body], at: moment)
            return Decided(changes: [change], keys: .none, result: .bool(before != json)) { new in
                let effect = try document.projection.effect(of: opened.events + new)
                guard let more = try also?(before) else { return effect }
                return { connection in
                    try effect(connection)
                    try more(connection)
                }
            }
        }
        try await refresh()
        return done.result.bool ?? false
    }
}
