import Proofs
import Values

/// One event as the tables gave it.
package struct StoredEvent: Hashable, Sendable {
    package let stream: String
    package let version: Int
    package let record: String
    /// The encrypted part; nil when the event has none.
    package let sealed: [UInt8]?

    package init(stream: String, version: Int, record: String, sealed: [UInt8]?) {
        self.stream = stream
        self.version = version
        self.record = record
        self.sealed = sealed
    }
}

/// What the database holds of a stream's key.
package enum KeyState: Hashable, Sendable {
    /// The stream never had one, so it has no sealed parts.
    case none
    case wrapped([UInt8])
    /// The key was destroyed: the personal data of the stream are gone for good.
    case erased
}

/// Opens stored events: parses, decrypts, and brings old shapes to the newest. Pure, and outside of `read`.
package struct EventReader: Sendable {
    private let masterKey: MasterKey
    private let kinds: EventKinds

    package init(masterKey: MasterKey, kinds: EventKinds) {
        self.masterKey = masterKey
        self.kinds = kinds
    }

    /// The events of one stream in the order given.
    ///
    /// Throws `Failure.conflict` with `newerEvent` when a newer version of the program wrote one of them, and
    /// `Failure.defect` when a record or sealed part was changed, lies at another place, or the key is not the one.
    package func open(_ stored: [StoredEvent], key state: KeyState) throws(Failure) -> [PastEvent] {
        guard let first = stored.first else { return [] }
        let sealing = try sealing(first.stream, state)
        var events: [PastEvent] = []
        events.reserveCapacity(stored.count)
        for event in stored { events.append(try open(event, with: .sealing(sealing), isErased: state == .erased)) }
        return events
    }

    /// How much of an event is opened.
    enum Depth {
        /// Everything, with the stream's sub-keys; nil where the stream has no key.
        case sealing(Sealing?)
        /// The record alone: for readers that may not see personal values.
        case publicPart
    }

    func open(_ event: StoredEvent, with depth: Depth, isErased: Bool) throws(Failure) -> PastEvent {
        let record = try record(of: event)
        var body = record.body
        if let commitment = record.commitment, !isErased, case .sealing(let sealing) = depth {
            body.sealed = try sealedPart(of: event, commitment: commitment, by: sealing)
        }
        return PastEvent(
            stream: event.stream, version: event.version, at: record.at, body: try kinds.current(body),
            isErased: isErased)
    }

    func sealing(_ stream: String, _ state: KeyState) throws(Failure) -> Sealing? {
        try key(stream, state)?.sealing(for: EventWriter.use)
    }

    /// The stream's key; nil when there is none or it was destroyed.
    ///
    /// Throws `Failure.defect` when it was wrapped for another stream or under another master key.
    package func key(_ stream: String, _ state: KeyState) throws(Failure) -> StreamKey? {
        guard case .wrapped(let bytes) = state else { return nil }
        guard let key = masterKey.unwrap(bytes, for: stream) else {
            throw Failure.defect("the key of stream \(stream) does not open under this master key")
        }
        return key
    }

    private func record(of event: StoredEvent) throws(Failure) -> EventRecord {
        let record = try EventRecord(bytes: Array(event.record.utf8))
        guard record.stream == event.stream, record.version == event.version else {
            throw Failure.defect(
                "the record at \(event.stream)/\(event.version) says \(record.stream)/\(record.version)")
        }
        return record
    }

    private func sealedPart(
        of event: StoredEvent, commitment: [UInt8], by sealing: Sealing?
    ) throws(Failure) -> [String: JSON] {
        let place = Sealing.Place(stream: event.stream, version: event.version)
        guard let sealing, let sealed = event.sealed, let text = sealing.open(sealed, at: place),
            equalInConstantTime(Commitment.of(saltedText: text), commitment)
        else { throw Failure.defect("the sealed part of \(event.stream)/\(event.version) is missing or was changed") }
        guard let map = try? JSON(parsing: Array(text.dropFirst(Commitment.saltLength))).map else {
            throw Failure.defect("the sealed part of \(event.stream)/\(event.version) is no object")
        }
        return map
    }
}
