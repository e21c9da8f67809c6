import Features
import Proofs
import Storage
import TestSupport
import Values

/// Everything a test of the log needs around one database.
struct EventLogSample: Sendable {
    let database: Database
    let masterKey: MasterKey
    let kinds: EventKinds
    let writer: EventWriter
    let reader: EventReader
    let desk: EventDesk

    static let log = "01LOG00000000000000000TEST"
    static let entropy = Entropy([UInt8](repeating: 42, count: 32))
    static let kinds = EventKinds([EventKind("opened"), EventKind("acted"), EventKind("corrected")])

    init(_ database: Database) async throws {
        try await database.migrate(EventLog.migrations)
        self.database = database
        masterKey = try MasterKey.sample()
        kinds = EventLogSample.kinds
        writer = EventWriter(log: EventLogSample.log, masterKey: masterKey, kinds: kinds)
        reader = EventReader(masterKey: masterKey, kinds: kinds)
        desk = EventDesk(database: database, writer: writer, reader: reader)
    }

    static func onBothEngines(_ body: (EventLogSample) async throws -> Void) async throws {
        try await TestSupport.onBothEngines { try await body(try await EventLogSample($0)) }
    }

    /// Appends bodies to streams, opening those that are new with a key of their own.
    func append(_ bodies: [String: [EventBody]], at moment: Moment = EventLogSample.morning) async throws {
        var changes: [StreamAppend] = []
        var keys = StreamKeys.none
        for (stream, bodies) in bodies {
            let opened = try await desk.stream(stream)
            if let key = opened.key { keys.saved[stream] = key }
            if opened.keyState == .none { keys.new[stream] = EventLogSample.key(stream) }
            changes.append(StreamAppend(stream: stream, after: opened.events, bodies: bodies, at: moment))
        }
        try await write(changes, keys)
    }

    func write(_ changes: [StreamAppend], _ keys: StreamKeys) async throws {
        let prepared = try writer.prepare(changes, keys: keys, entropy: EventLogSample.entropy)
        try await database.write { try EventStore.append(prepared, in: $0) }
    }

    /// Places whatever waits.
    func placeAll() async throws {
        while try await desk.place(limit: 100) > 0 {}
    }

    func feed() async throws -> [FeedEntry] {
        try await database.read { try LogStore.feed(from: 0, limit: 10_000, in: $0) }
    }

    static func key(_ stream: String) -> StreamKey { StreamKey(SM3.hash(Array(stream.utf8))) }

    static let morning = Moment(2026, 3, 2, hour: 9, minute: 15)
}

extension MasterKey {
    static func sample(_ byte: UInt8 = 7) throws -> MasterKey {
        guard let key = MasterKey([UInt8](repeating: byte, count: 32)) else { throw Failure.defect("sample key") }
        return key
    }
}

extension EventBody {
    static func sample(
        _ kind: String, schema: Int = 1, open: [String: JSON] = [:], sealed: [String: JSON] = [:]
    ) -> EventBody {
        EventBody(
            kind: kind, schema: schema, effective: .day(Day(2026, 3, 2)), actor: .post("01POST"), actingFor: nil,
            channel: "window", ground: nil, open: open, sealed: sealed)
    }
}
