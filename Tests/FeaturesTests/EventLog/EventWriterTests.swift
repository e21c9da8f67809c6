import Features
import Proofs
import Testing
import Values

@Suite struct EventWriterTests {
    private let writer: EventWriter
    private let reader: EventReader
    private let entropy = EventLogSample.entropy
    private let sealed = EventBody.sample(
        "opened", open: ["facts": ["name"]], sealed: ["name": "张三", "note": "自由文本"])

    init() throws {
        let key = try MasterKey.sample()
        writer = EventWriter(log: EventLogSample.log, masterKey: key, kinds: EventLogSample.kinds)
        reader = EventReader(masterKey: key, kinds: EventLogSample.kinds)
    }

    private func new(_ stream: String, _ bodies: [EventBody]) -> StreamAppend {
        StreamAppend(stream: stream, after: [], bodies: bodies, at: EventLogSample.morning)
    }

    @Test func `personal values stand only in the sealed part, and a reader with the key sees them`() throws {
        let key = EventLogSample.key("S")
        let prepared = try writer.prepare(
            [new("S", [sealed])], keys: StreamKeys(new: ["S": key], saved: [:]), entropy: entropy)
        let stored = prepared.stored
        #expect(!stored[0].record.contains("张三") && !stored[0].record.contains("自由文本"))
        let bytes = try #require(stored[0].sealed)
        #expect(bytes.firstRange(of: Array("张三".utf8)) == nil)

        let read = try reader.open(stored, key: .wrapped(prepared.wrappedKeys[0]))
        #expect(read == prepared.events)
        #expect(read[0].body == sealed)
        #expect(read[0].body.data["name"] == "张三")
    }

    @Test func `the record commits to salt and sealed bytes`() throws {
        let key = EventLogSample.key("S")
        let prepared = try writer.prepare(
            [new("S", [sealed])], keys: StreamKeys(new: ["S": key], saved: [:]), entropy: entropy)
        let event = prepared.stored[0]
        let place = Sealing.Place(stream: "S", version: 1)
        let bytes = try #require(event.sealed)
        let text = try #require(key.sealing(for: "event").open(bytes, at: place))
        #expect(text.count > 32)
        #expect(String(decoding: text.dropFirst(32), as: UTF8.self) == #"{"name":"张三","note":"自由文本"}"#)
        let record = try EventRecord(bytes: Array(event.record.utf8))
        #expect(record.commitment == SM3.hash([2] + text))
    }

    @Test func `two values under one entropy never share salt and counter`() throws {
        let keys = StreamKeys(new: ["S": EventLogSample.key("S")], saved: [:])
        var other = sealed
        other.sealed["name"] = "李四"
        func prepare(_ body: EventBody) throws -> [UInt8]? {
            try writer.prepare([new("S", [body])], keys: keys, entropy: entropy).stored[0].sealed
        }
        let first = try #require(try prepare(sealed))
        let second = try #require(try prepare(other))
        #expect(first[1..<17] != second[1..<17])
        let again = try #require(try prepare(sealed))
        #expect(first == again)
    }

    @Test func `another key, a missing or a changed sealed part is a defect`() throws {
        let keys = StreamKeys(new: ["S": EventLogSample.key("S")], saved: [:])
        let prepared = try writer.prepare([new("S", [sealed])], keys: keys, entropy: entropy)
        let wrapped = KeyState.wrapped(prepared.wrappedKeys[0])
        let event = prepared.stored[0]
        var changed = try #require(event.sealed)
        changed[20] ^= 1
        for wrong in [nil, changed] {
            let event = StoredEvent(stream: "S", version: 1, record: event.record, sealed: wrong)
            #expect(throws: Failure.defect("the sealed part of S/1 is missing or was changed")) {
                try reader.open([event], key: wrapped)
            }
        }
        #expect(throws: Failure.defect("the sealed part of S/1 is missing or was changed")) {
            try reader.open([event], key: .none)
        }
        let stranger = EventReader(masterKey: try MasterKey.sample(8), kinds: EventLogSample.kinds)
        #expect(throws: Failure.defect("the key of stream S does not open under this master key")) {
            try stranger.open([event], key: wrapped)
        }
        let moved = StoredEvent(stream: "S", version: 2, record: event.record, sealed: event.sealed)
        #expect(throws: Failure.defect("the record at S/2 says S/1")) { try reader.open([moved], key: wrapped) }
    }

    @Test func `an erased stream keeps its open values and says that it is erased`() throws {
        let keys = StreamKeys(new: ["S": EventLogSample.key("S")], saved: [:])
        let prepared = try writer.prepare([new("S", [sealed])], keys: keys, entropy: entropy)
        let event = StoredEvent(stream: "S", version: 1, record: prepared.stored[0].record, sealed: nil)
        let read = try reader.open([event], key: .erased)
        #expect(read[0].isErased)
        #expect(read[0].body.open == sealed.open && read[0].body.sealed.isEmpty)
    }

    @Test func `streams are written in ascending order, versions without gaps, and at never goes back`() throws {
        let last = PastEvent(
            stream: "B", version: 4, at: EventLogSample.morning.adding(hours: 1), body: .sample("opened"),
            isErased: false)
        let changes = [
            StreamAppend(
                stream: "B", after: [last], bodies: [.sample("acted"), .sample("acted")], at: EventLogSample.morning),
            new("A", [.sample("opened")]),
        ]
        let events = try writer.prepare(changes, keys: .none, entropy: entropy).events
        #expect(events.map { "\($0.stream)/\($0.version)" } == ["A/1", "B/5", "B/6"])
        #expect(events.map(\.at) == [EventLogSample.morning, last.at, last.at])
    }

    @Test func `a receipt names the leaf of the stored bytes`() throws {
        let prepared = try writer.prepare([new("S", [.sample("opened")])], keys: .none, entropy: entropy)
        let leaf = LogTree.leaf(Array(prepared.stored[0].record.utf8))
        #expect(prepared.receipts.map(\.leaf) == [Hexadecimal.text(leaf)])
    }

    @Test func `what cannot be kept is a defect before anything is written`() throws {
        func expectDefect(_ sentence: String, _ changes: [StreamAppend]) {
            #expect(throws: Failure.defect(sentence)) {
                try writer.prepare(changes, keys: .none, entropy: entropy)
            }
        }
        expectDefect("kind gone number 1 is not registered with EventLog", [new("S", [.sample("gone")])])
        expectDefect(
            "kind opened number 2 is not registered with EventLog", [new("S", [.sample("opened", schema: 2)])])
        expectDefect("opened has a sealed part, but stream S has no key", [new("S", [sealed])])
        expectDefect(
            #"an append names a stream twice: ["S", "S"]"#,
            [new("S", [.sample("opened")]), new("S", [.sample("acted")])])
        var deep = JSON.list([])
        for _ in 0..<62 { deep = .list([deep]) }
        expectDefect(
            "the values of opened lie deeper than 62 levels", [new("S", [.sample("opened", open: ["x": deep])])])
    }

    @Test func `an older shape is read as the newest, and a newer one refuses commands`() throws {
        let kinds = EventKinds([
            EventKind(
                "opened", newest: 3,
                upcasts: [
                    Upcast { body in
                        var body = body
                        body.open["way"] = body.open.removeValue(forKey: "channel") ?? .null
                        return body
                    },
                    Upcast { body in
                        var body = body
                        body.sealed["full_name"] = body.sealed.removeValue(forKey: "name")
                        return body
                    },
                ])
        ])
        let old = EventBody.sample("opened", open: ["channel": "app"], sealed: ["name": "张三"])
        let new = try kinds.current(old)
        #expect(new.open == ["way": "app"] && new.sealed == ["full_name": "张三"] && new.schema == 3)
        #expect(try kinds.current(new) == new)
        for newer in [EventBody.sample("opened", schema: 4), .sample("unheard-of")] {
            do {
                _ = try kinds.current(newer)
                Issue.record("read \(newer)")
            } catch {
                guard case .conflict(.newerEvent, let sentence, nil) = error else { throw error }
                #expect(sentence.zh.contains(newer.kind))
            }
        }
    }
}
