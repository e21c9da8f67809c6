import Proofs
import Values

/// What a command adds to one stream.
package struct StreamAppend: Hashable, Sendable {
    package let stream: String
    /// How many events the decision saw; 0 for a new stream.
    package let expectedVersion: Int
    /// `at` of the last event the decision saw; nil for a new stream.
    package let lastAt: Moment?
    package let bodies: [EventBody]
    /// The instant of recording; a clock that went back is lifted to `lastAt`.
    package let at: Moment

    package init(stream: String, expectedVersion: Int, lastAt: Moment?, bodies: [EventBody], at: Moment) {
        self.stream = stream
        self.expectedVersion = expectedVersion
        self.lastAt = lastAt
        self.bodies = bodies
        self.at = at
    }

    /// `at`, never before `lastAt`.
    fileprivate var lifted: Moment { lastAt.map { max($0, at) } ?? at }

    /// After the events that were read; they are the whole stream, or at least its end.
    package init(stream: String, after history: [PastEvent], bodies: [EventBody], at: Moment) {
        self.init(
            stream: stream, expectedVersion: history.last?.version ?? 0, lastAt: history.last?.at, bodies: bodies,
            at: at)
    }
}

/// The opened keys of the streams that a command writes to.
package struct StreamKeys: Sendable {
    /// Keys that the database has not seen yet; they are wrapped and saved with the events.
    package var new: [String: StreamKey]
    /// Keys that are saved already, among them those of drafts that become case files.
    package var saved: [String: StreamKey]

    package init(new: [String: StreamKey], saved: [String: StreamKey]) {
        self.new = new
        self.saved = saved
    }

    /// For events without sealed parts.
    package static let none = StreamKeys(new: [:], saved: [:])
}

/// Events as the tables take them: everything was hashed and encrypted before `write`, which binds only.
package struct PreparedAppend: Sendable {
    /// One event, in the order in which all are written: ascending stream, then version.
    struct Entry: Sendable {
        let stream: String
        let version: Int
        /// How many events the stream must hold before this append.
        let expectedVersion: Int
        let at: Moment
        let record: String
        let leaf: [UInt8]
        let sealed: [UInt8]?
        /// The stream was opened with a key, which must still be there.
        let isKeyed: Bool
    }

    struct WrappedKey: Sendable {
        let stream: String
        let bytes: [UInt8]
    }

    let entries: [Entry]
    let newKeys: [WrappedKey]
    /// The events as a later reader sees them, for the projections, in the order of writing.
    package let events: [PastEvent]

    /// The events as the tables will give them.
    package var stored: [StoredEvent] {
        entries.map { StoredEvent(stream: $0.stream, version: $0.version, record: $0.record, sealed: $0.sealed) }
    }

    /// The new keys as the tables will give them, in ascending order of stream.
    package var wrappedKeys: [[UInt8]] { newKeys.map(\.bytes) }

    /// What the person who filed keeps: it proves later that the record was not changed.
    package var receipts: [Receipt] {
        entries.map { Receipt(stream: $0.stream, version: $0.version, leaf: Hexadecimal.text($0.leaf)) }
    }
}

/// The proof of having been recorded, given at once; the inclusion proof follows when the event was placed.
package struct Receipt: Hashable, Sendable {
    package let stream: String
    package let version: Int
    /// The leaf hash in 64 hexadecimal digits.
    package let leaf: String
}

/// Makes records, leaves and sealed parts of what was decided. Pure: chance comes with the command's entropy.
package struct EventWriter: Sendable {
    private let log: String
    private let masterKey: MasterKey
    private let kinds: EventKinds

    /// What a record's reader takes, less the levels of the record itself.
    private static let deepest = 62

    /// - Parameter log: the id of this deployment's log.
    package init(log: String, masterKey: MasterKey, kinds: EventKinds) {
        self.log = log
        self.masterKey = masterKey
        self.kinds = kinds
    }

    /// The append, ready to be bound.
    ///
    /// Throws `Failure.defect` when a stream stands twice, a kind or its number is not registered, values lie too
    /// deep, or a sealed part has no key.
    package func prepare(
        _ changes: [StreamAppend], keys: StreamKeys, entropy: Entropy
    ) throws(Failure) -> PreparedAppend {
        var entries: [PreparedAppend.Entry] = []
        var events: [PastEvent] = []
        for change in try EventWriter.ordered(changes) {
            let key = keys.new[change.stream] ?? keys.saved[change.stream]
            let sealing = key.map { $0.sealing(for: EventWriter.use) }
            let at = change.lifted
            for (index, body) in change.bodies.enumerated() {
                let place = Sealing.Place(stream: change.stream, version: change.expectedVersion + index + 1)
                try check(body, at: place, isSealable: sealing != nil)
                let sealed = sealing.flatMap { seal(body, at: place, by: $0, entropy: entropy) }
                let record = EventRecord(
                    log: log, place: place, at: at, body: body, commitment: sealed?.commitment)
                let bytes = record.bytes
                entries.append(
                    PreparedAppend.Entry(
                        stream: place.stream, version: place.version, expectedVersion: change.expectedVersion, at: at,
                        record: String(decoding: bytes, as: UTF8.self), leaf: LogTree.leaf(bytes),
                        sealed: sealed?.bytes, isKeyed: sealing != nil))
                events.append(try past(body, as: record))
            }
        }
        return PreparedAppend(entries: entries, newKeys: wrapped(keys.new, entropy: entropy), events: events)
    }

    /// The events alone, as a later reader sees them, in the order of writing: what `prepare` gives without its work.
    ///
    /// Throws as `prepare` does, but for what concerns keys.
    func events(_ changes: [StreamAppend]) throws(Failure) -> [PastEvent] {
        var events: [PastEvent] = []
        for change in try EventWriter.ordered(changes) {
            for (index, body) in change.bodies.enumerated() {
                let place = Sealing.Place(stream: change.stream, version: change.expectedVersion + index + 1)
                try check(body, at: place, isSealable: true)
                let record = EventRecord(log: log, place: place, at: change.lifted, body: body, commitment: nil)
                events.append(try past(body, as: record))
            }
        }
        return events
    }

    private static func ordered(_ changes: [StreamAppend]) throws(Failure) -> [StreamAppend] {
        let ordered = changes.filter { !$0.bodies.isEmpty }
            .sorted { $0.stream.utf8.lexicographicallyPrecedes($1.stream.utf8) }
        guard Set(ordered.map(\.stream)).count == ordered.count else {
            throw Failure.defect("an append names a stream twice: \(ordered.map(\.stream))")
        }
        return ordered
    }

    static let use = "event"

    private func check(_ body: EventBody, at place: Sealing.Place, isSealable: Bool) throws(Failure) {
        guard kinds.isWritable(body) else {
            throw Failure.defect("kind \(body.kind) number \(body.schema) is not registered with EventLog")
        }
        guard isSealable || body.sealed.isEmpty else {
            throw Failure.defect("\(body.kind) has a sealed part, but stream \(place.stream) has no key")
        }
        guard !JSON.map(body.open).isDeeper(than: EventWriter.deepest),
            !JSON.map(body.sealed).isDeeper(than: EventWriter.deepest)
        else { throw Failure.defect("the values of \(body.kind) lie deeper than \(EventWriter.deepest) levels") }
    }

    /// The first counter follows from the commitment too, so that deciding again under the same entropy never
    /// encrypts two texts with one counter.
    private func seal(
        _ body: EventBody, at place: Sealing.Place, by sealing: Sealing, entropy: Entropy
    ) -> (bytes: [UInt8], commitment: [UInt8])? {
        guard !body.sealed.isEmpty else { return nil }
        var text = entropy.bytes("salt", at: place, more: [])
        JSON.write(body.sealed, into: &text)
        let commitment = Commitment.of(saltedText: text)
        let iv = Array(entropy.bytes("iv", at: place, more: commitment).prefix(SM4CTR.ivLength))
        return (sealing.seal(text, at: place, iv: iv), commitment)
    }

    /// The event as it will be read: effect in whole seconds, newest shape.
    private func past(_ body: EventBody, as record: EventRecord) throws(Failure) -> PastEvent {
        var read = record.body
        read.sealed = body.sealed
        return PastEvent(
            stream: record.stream, version: record.version, at: record.at, body: try kinds.current(read),
            isErased: false)
    }

    private func wrapped(_ keys: [String: StreamKey], entropy: Entropy) -> [PreparedAppend.WrappedKey] {
        keys.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { stream, key in
            PreparedAppend.WrappedKey(stream: stream, bytes: wrap(key, for: stream, entropy: entropy))
        }
    }

    /// A stream key as table `stream_key` keeps it; for drafts, whose key is saved before the first event.
    package func wrap(_ key: StreamKey, for stream: String, entropy: Entropy) -> [UInt8] {
        let place = Sealing.Place(stream: stream, version: 0)
        let iv = entropy.bytes("wrap", at: place, more: key.id).prefix(SM4CTR.ivLength)
        return masterKey.wrap(key, for: stream, iv: Array(iv))
    }
}

extension JSON {
    /// Whether lists and objects lie in each other more than `depth` times.
    fileprivate func isDeeper(than depth: Int) -> Bool {
        switch self {
        case .null, .bool, .number, .text: false
        case .list(let list): depth == 0 || list.contains { $0.isDeeper(than: depth - 1) }
        case .map(let map): depth == 0 || map.values.contains { $0.isDeeper(than: depth - 1) }
        }
    }
}
