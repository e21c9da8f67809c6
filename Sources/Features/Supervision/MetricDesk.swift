import Definitions
import Proofs
import Storage
import Synchronization
import Values

/// Publishes the metrics, and gives what was published last.
package final class MetricDesk: Sendable {
    private let database: Database
    private let events: EventDesk
    private let kept = Mutex(Published(version: 0, listening: MetricListening(.empty)))

    /// The stream, the same in every deployment.
    package static let stream = Identifier<MetricBook>(bytes: Array(SM3.hash(Array("metrics".utf8)).prefix(16))).text

    /// The metrics of one publication.
    struct Published: Sendable {
        let version: Int
        let listening: MetricListening
    }

    package init(database: Database, events: EventDesk) {
        self.database = database
        self.events = events
    }

    /// The metrics as last seen; none before the first `refresh`.
    package var book: MetricBook { current.listening.book }

    var current: Published { kept.withLock { $0 } }

    /// Reads the newest published ones when they are newer than what is kept.
    package func refresh() async throws {
        let seen = current.version
        let newest = try await database.read { connection in
            try MetricBookStore.version(in: connection) > seen ? try MetricBookStore.newest(in: connection) : nil
        }
        guard let newest else { return }
        guard let document = JSON(text: newest.document) else {
            throw Failure.defect("the published metrics cannot be read")
        }
        let published = Published(
            version: newest.version, listening: MetricListening(try MetricBook.reading(document)))
        kept.withLock { if $0.version < newest.version { $0 = published } }
    }

    /// Publishes what the folder says when it differs from what is published; gives whether it did.
    ///
    /// When other things are counted than before, everything is counted anew from the log, in the background.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> Bool {
        let document = library.metricDocument
        guard document.map != nil else { return false }
        let book = try MetricBook.reading(document)
        try await refresh()
        let stream = MetricDesk.stream
        let done = try await events.run(nil, entropy: entropy, at: moment) {
            let opened = try await events.stream(stream)
            let body = EventBody(
                kind: MetricEventKind.published.rawValue, schema: 1, effective: .instant(moment), actor: actor,
                actingFor: nil, channel: nil, ground: nil, open: ["document": document], sealed: [:])
            let before = opened.events.last?.body.open["document"]
            let countedBefore = try before.map { try MetricBook.reading($0).signature }
            let change = StreamAppend(
                stream: stream, after: opened.events, bodies: before == document ? [] : [body], at: moment)
            return Decided(changes: [change], keys: .none, result: .bool(before != document)) { new in
                let effect = try MetricBookProjection().effect(of: opened.events + new)
                return { connection in
                    try effect(connection)
                    guard countedBefore != book.signature else { return }
                    try MetricSumStore.countAnew(MetricFollower.cursor, in: connection)
                }
            }
        }
        try await refresh()
        return done.result.bool ?? false
    }
}
