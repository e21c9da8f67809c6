import Features
import Foundation
import Proofs
import TestSupport
import Testing
import Values

@Suite struct EventRecordTests {
    private static let full = EventRecord(
        log: "01LOG00000000000000000TEST", place: Sealing.Place(stream: "01HSTREAM0000000000000001A", version: 12),
        at: Moment(milliseconds: 1_772_414_100_123),
        body: EventBody(
            kind: "acted", schema: 2, effective: .instant(Moment(milliseconds: 1_772_414_100_123)),
            actor: .person("01P/1"), actingFor: .enterprise("91\"X"), channel: "online", ground: "art-32",
            open: ["名": "字\n\u{1}\u{7F}/\\", "b": [1, -2, true, nil], "a": ["z": [:], "A": "0.10"]],
            sealed: ["name": "张三"]),
        commitment: SM3.hash([]))

    /// Fixed for ever: a record written on the first day must hash to the same leaf in twenty years.
    @Test func `a record has the bytes of the first day`() {
        let expected = #"""
            {"acting_for":"enterprise:91\"X","actor":"person:01P/1","at":"2026-03-02T01:15:00.123Z","channel":"online",
            "data":{"a":{"A":"0.10","z":{}},"b":[1,-2,true,null],"名":"字\n\u0001<DEL>/\\"},
            "effective":"2026-03-02T09:15:00","ground":"art-32","kind":"acted","log":"01LOG00000000000000000TEST",
            "schema":2,"sealed":"1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
            "stream":"01HSTREAM0000000000000001A","version":12}
            """#
            .replacingOccurrences(of: "\n", with: "").replacingOccurrences(of: "<DEL>", with: "\u{7F}")
        #expect(String(decoding: Self.full.bytes, as: UTF8.self) == expected)
        #expect(
            Hexadecimal.text(LogTree.leaf(Self.full.bytes))
                == "0ff553af7392a68d05b13c566ddb2bfcc52d1f21eaf874f0f427a5965cd762ef")
    }

    @Test func `absent values stand as null`() {
        let record = EventRecord(
            log: "L", place: Sealing.Place(stream: "S", version: 1), at: Moment(2026, 3, 2),
            body: EventBody(
                kind: "opened", schema: 1, effective: .day(Day(2026, 3, 2)), actor: .platform, actingFor: nil,
                channel: nil, ground: nil, open: [:], sealed: [:]),
            commitment: nil)
        let expected =
            #"{"acting_for":null,"actor":"platform","at":"2026-03-01T16:00:00.000Z","channel":null,"data":{},"#
            + #""effective":"2026-03-02","ground":null,"kind":"opened","log":"L","schema":1,"sealed":null,"#
            + #""stream":"S","version":1}"#
        #expect(String(decoding: record.bytes, as: UTF8.self) == expected)
    }

    @Test func `a record is read as it was written`() throws {
        #expect(try EventRecord(bytes: Self.full.bytes) == Self.full)
        #expect(Self.full.body.effective == .instant(Moment(2026, 3, 2, hour: 9, minute: 15)))
        #expect(Self.full.body.sealed.isEmpty)
    }

    @Test func `the kind is found without reading the rest, whatever the data say`() {
        for data in [[:], ["a": ["kind": "other", "z": 1]], ["a": #","kind":"other""#]] as [[String: JSON]] {
            let body = EventBody(
                kind: "acted", schema: 1, effective: .day(Day(2026, 3, 2)), actor: .platform, actingFor: nil,
                channel: nil, ground: nil, open: data, sealed: [:])
            let record = EventRecord(
                log: "L", place: Sealing.Place(stream: "S", version: 1), at: Moment(2026, 3, 2), body: body,
                commitment: nil)
            #expect(EventRecord.kind(in: String(decoding: record.bytes, as: UTF8.self)) == "acted")
        }
        #expect(EventRecord.kind(in: "") == nil)
        #expect(EventRecord.kind(in: #"{"kind":"acted"}"#) == nil)
        #expect(EventRecord.kind(in: #","kind":"acted"#) == nil)
    }

    @Test(arguments: [
        ("", "[]", "a record is no object"), (",\"version\":12", "", "a record has the keys"),
        ("\"version\":12", "\"version\":12,\"x\":1", "a record has the keys"), ("12}", "0}", "`version`"),
        ("\"schema\":2", "\"schema\":\"2\"", "`schema`"), ("person:01P", "thing:01P", "`actor`"),
        ("00.123Z", "00.123", "`at`"), ("T09:15:00", "T9:15:00", "`effective`"),
        ("\"data\":{", "\"data\":1,{", "byte"),
        ("\"1ab2", "\"xab2", "`sealed`"), ("\"acted\"", "null", "`kind`"),
    ])
    func `what is no record is a defect that names the place`(part: String, other: String, sentence: String) throws {
        let text = String(decoding: Self.full.bytes, as: UTF8.self)
        let changed = part.isEmpty ? other : text.replacingOccurrences(of: part, with: other)
        do {
            _ = try EventRecord(bytes: Array(changed.utf8))
            Issue.record("read: \(changed)")
        } catch {
            guard case .defect(let why) = error else { throw error }
            #expect(why.contains(sentence))
        }
    }

    @Test func `10,000 random records equal Python's json dumps of the same values`() throws {
        var random = SeededGenerator.announced("EventRecordTests.python")
        let records = (0..<10_000).map { _ in EventRecord.random(using: &random) }
        let lines = records.map(\.bytes)
        let answer = try Python.dumped(lines)
        #expect(answer.count == lines.count)
        for (record, (ours, theirs)) in zip(records, zip(lines, answer)) {
            #expect(ours == theirs, "\(String(decoding: ours, as: UTF8.self))")
            #expect(try EventRecord(bytes: ours) == record)
        }
    }
}

extension EventRecord {
    fileprivate static func random(using random: inout SeededGenerator) -> EventRecord {
        func text(_ random: inout SeededGenerator) -> String { "x" + String.random(using: &random) }
        func maybe(_ random: inout SeededGenerator) -> String? { Bool.random(using: &random) ? nil : text(&random) }
        let moment = Moment(milliseconds: Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &random))
        let actors: [Actor] = [
            .person(text(&random)), .enterprise(text(&random)), .post(text(&random)), .system(text(&random)),
            .platform,
        ]
        return EventRecord(
            log: text(&random),
            place: Sealing.Place(
                stream: text(&random), version: Int.random(in: 1...Int.max, using: &random)),
            at: moment,
            body: EventBody(
                kind: text(&random), schema: Int.random(in: 1...9, using: &random),
                effective: Bool.random(using: &random) ? .day(moment.day) : .instant(moment),
                actor: actors[Int.random(in: actors.indices, using: &random)],
                actingFor: Bool.random(using: &random) ? nil : actors[Int.random(in: actors.indices, using: &random)],
                channel: maybe(&random), ground: maybe(&random),
                open: JSON.randomMap(depth: 3, using: &random), sealed: [:]),
            commitment: Bool.random(using: &random) ? nil : SM3.hash(Array(text(&random).utf8)))
    }
}
