import Proofs
import Values

/// One event as it is kept for ever: the text of table `event`, whose bytes are a leaf of the log.
///
/// An object with exactly the keys `acting_for actor at channel data effective ground kind log schema sealed stream
/// version`, in this order, written as `JSON.canonical` writes. Absent is `null`. The stored bytes are never made
/// anew from what was read: another program must be able to hash them as they are.
package struct EventRecord: Hashable, Sendable {
    /// Which log: one per deployment, so that logs of several can lie side by side.
    package let log: String
    package let stream: String
    /// From 1, without gaps.
    package let version: Int
    package let at: Moment
    /// `open` is the record's `data`; `sealed` is always empty here.
    package let body: EventBody
    /// SM3(0x02 ‖ 32 random bytes ‖ sealed part); nil when the event has none.
    package let commitment: [UInt8]?

    package init(
        log: String, place: Sealing.Place, at: Moment, body: EventBody, commitment: [UInt8]?
    ) {
        self.log = log
        stream = place.stream
        version = place.version
        self.at = at
        self.body = EventRecord.openPart(of: body)
        self.commitment = commitment
    }

    /// Without the sealed part, and with an instant of effect in whole seconds, as it is written.
    private static func openPart(of body: EventBody) -> EventBody {
        var body = body
        body.sealed = [:]
        if case .instant(let moment) = body.effective { body.effective = .instant(moment.inWholeSeconds) }
        return body
    }

    /// The bytes that are stored and hashed.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.append(contentsOf: #"{"acting_for":"#.utf8)
        EventRecord.write(body.actingFor?.description, into: &bytes)
        bytes.append(contentsOf: #","actor":"#.utf8)
        JSON.write(body.actor.description, into: &bytes)
        bytes.append(contentsOf: #","at":"#.utf8)
        JSON.write(at.description, into: &bytes)
        bytes.append(contentsOf: #","channel":"#.utf8)
        EventRecord.write(body.channel, into: &bytes)
        bytes.append(contentsOf: #","data":"#.utf8)
        JSON.write(body.open, into: &bytes)
        bytes.append(contentsOf: #","effective":"#.utf8)
        JSON.write(body.effective.description, into: &bytes)
        bytes.append(contentsOf: #","ground":"#.utf8)
        EventRecord.write(body.ground, into: &bytes)
        bytes.append(contentsOf: #","kind":"#.utf8)
        JSON.write(body.kind, into: &bytes)
        bytes.append(contentsOf: #","log":"#.utf8)
        JSON.write(log, into: &bytes)
        bytes.append(contentsOf: #","schema":"#.utf8)
        bytes.append(contentsOf: String(body.schema).utf8)
        bytes.append(contentsOf: #","sealed":"#.utf8)
        EventRecord.write(commitment.map { Hexadecimal.text($0) }, into: &bytes)
        bytes.append(contentsOf: #","stream":"#.utf8)
        JSON.write(stream, into: &bytes)
        bytes.append(contentsOf: #","version":"#.utf8)
        bytes.append(contentsOf: String(version).utf8)
        bytes.append(0x7D)
        return bytes
    }

    /// The kind of event of a stored record, without reading the rest; nil when it is no record.
    ///
    /// Keys stand in their order and nothing behind the kind holds another, so the last one is the record's own.
    package static func kind(in record: String) -> String? {
        var record = record
        return record.withUTF8 { bytes in
            var index = bytes.count - kindKey.count
            while index >= 0 {
                if bytes[index] == kindKey[0], kindKey.indices.allSatisfy({ bytes[index + $0] == kindKey[$0] }) {
                    let start = index + kindKey.count
                    guard let end = bytes[start...].firstIndex(of: 0x22) else { return nil }
                    return String(decoding: bytes[start..<end], as: UTF8.self)
                }
                index -= 1
            }
            return nil
        }
    }

    /// Whether a stored record holds a text of plain ASCII, wherever.
    static func holds(_ text: String, in record: String) -> Bool {
        let text = Array(text.utf8)
        var record = record
        return record.withUTF8 { bytes in
            guard let first = text.first, bytes.count >= text.count else { return text.isEmpty }
            for index in 0...(bytes.count - text.count) where bytes[index] == first {
                if text.indices.allSatisfy({ bytes[index + $0] == text[$0] }) { return true }
            }
            return false
        }
    }

    private static let kindKey = Array(#","kind":"#.utf8) + [0x22]

    private static func write(_ text: String?, into bytes: inout [UInt8]) {
        if let text {
            JSON.write(text, into: &bytes)
        } else {
            bytes.append(contentsOf: "null".utf8)
        }
    }

    private static let keys = [
        "acting_for", "actor", "at", "channel", "data", "effective", "ground", "kind", "log", "schema", "sealed",
        "stream", "version",
    ]
}

extension EventRecord {
    /// Reads stored bytes.
    ///
    /// Throws `Failure.defect`, naming the key, when they are no record: somebody else wrote them, or a byte was
    /// changed.
    package init(bytes: [UInt8]) throws(Failure) {
        let map: [String: JSON]
        do {
            guard let object = try JSON(parsing: bytes).map else { throw Failure.defect("a record is no object") }
            map = object
        } catch let fault as JSONFault {
            throw Failure.defect("a record cannot be read: \(fault)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.defect("a record cannot be read: \(error)")
        }
        guard map.count == EventRecord.keys.count, EventRecord.keys.allSatisfy({ map[$0] != nil }) else {
            throw Failure.defect("a record has the keys \(map.keys.sorted())")
        }
        let fields = RecordFields(map: map)
        log = try fields.text("log")
        stream = try fields.text("stream")
        version = try fields.number("version")
        at = try fields.value("at") { Moment(utc: $0) }
        commitment = try fields.optional("sealed") { Hexadecimal.bytes($0) }
        guard let data = map["data"]?.map else { throw fields.fault("data") }
        body = EventBody(
            kind: try fields.text("kind"), schema: try fields.number("schema"),
            effective: try fields.value("effective") { Effective($0) },
            actor: try fields.value("actor") { Actor($0) },
            actingFor: try fields.optional("acting_for") { Actor($0) },
            channel: try fields.optional("channel") { $0 }, ground: try fields.optional("ground") { $0 },
            open: data, sealed: [:])
    }
}

/// Takes the fields of a record one by one; a wrong one is named.
private struct RecordFields {
    let map: [String: JSON]

    func fault(_ key: String) -> Failure { .defect("`\(key)` of a record is \(map[key]?.canonicalText ?? "missing")") }

    func text(_ key: String) throws(Failure) -> String {
        guard let text = map[key]?.text else { throw fault(key) }
        return text
    }

    /// At least 1.
    func number(_ key: String) throws(Failure) -> Int {
        guard let number = map[key]?.number, number >= 1 else { throw fault(key) }
        return number
    }

    func value<Value>(_ key: String, _ read: (String) -> Value?) throws(Failure) -> Value {
        guard let text = map[key]?.text, let value = read(text) else { throw fault(key) }
        return value
    }

    func optional<Value>(_ key: String, _ read: (String) -> Value?) throws(Failure) -> Value? {
        guard map[key]?.isNull == false else { return nil }
        return try value(key, read)
    }
}

extension Moment {
    /// The instant at which its second began; `effective` is written without milliseconds.
    var inWholeSeconds: Moment {
        let rest = milliseconds % 1000
        return Moment(milliseconds: milliseconds - (rest < 0 ? rest + 1000 : rest))
    }
}
