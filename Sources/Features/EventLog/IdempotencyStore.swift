import Proofs
import Storage
import Values

/// The key under which a command is done only once, however often it is sent.
package struct CommandKey: Hashable, Sendable {
    /// The person, post or connected system that sends it.
    package let actor: Actor
    /// The verb, such as `cases/file`.
    package let verb: String
    /// What the client chose; forms carry one made when the page was rendered.
    package let clientKey: String
    /// SM3 of the request, 32 bytes.
    package let request: [UInt8]

    /// - Parameter request: the bytes of the request, in a form that does not change when it is sent again.
    package init(actor: Actor, verb: String, clientKey: String, request: [UInt8]) {
        self.actor = actor
        self.verb = verb
        self.clientKey = clientKey
        self.request = SM3.hash(request)
    }
}

/// What a command had done when it was sent the first time.
package struct RememberedCommand: Hashable, Sendable {
    package let receipts: [Receipt]
    /// Ids and numbers only: this lies open in the database.
    package let result: JSON

    package init(receipts: [Receipt], result: JSON) {
        self.receipts = receipts
        self.result = result
    }

    /// As table `idempotency` takes it; written before `write`, which binds only.
    struct Texts: Sendable {
        let events: String
        let result: String
    }

    var texts: Texts { Texts(events: receiptsText, result: result.canonicalText) }

    /// `[{"leaf":…,"stream":…,"version":…}, …]`, as `JSON.canonicalText` writes it.
    private var receiptsText: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 + receipts.count * 140)
        for receipt in receipts {
            bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
            bytes.append(contentsOf: #"{"leaf":"#.utf8)
            JSON.write(receipt.leaf, into: &bytes)
            bytes.append(contentsOf: #","stream":"#.utf8)
            JSON.write(receipt.stream, into: &bytes)
            bytes.append(contentsOf: #","version":"#.utf8)
            bytes.append(contentsOf: String(receipt.version).utf8)
            bytes.append(UInt8(ascii: "}"))
        }
        if bytes.isEmpty { bytes.append(UInt8(ascii: "[")) }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// All SQL about commands that were sent twice.
package enum IdempotencyStore {
    /// What was answered under this key; nil when it is new.
    ///
    /// Throws `Failure.keyReused` when the key was used for another request.
    package static func recall(_ key: CommandKey, in connection: any Connection) throws -> RememberedCommand? {
        guard
            let row = try connection.first(
                """
                SELECT request, events, result FROM idempotency
                WHERE actor = $1 AND verb = $2 AND client_key = $3
                """, [SQLValue(key.actor.description), SQLValue(key.verb), SQLValue(key.clientKey)])
        else { return nil }
        guard try row.blob(0) == key.request else { throw Failure.keyReused }
        guard let list = JSON(text: try row.text(1))?.list, let result = JSON(text: try row.text(2)) else {
            throw Failure.defect("the answer remembered for \(key.verb) cannot be read")
        }
        let receipts = list.compactMap { receipt(from: $0) }
        guard receipts.count == list.count else {
            throw Failure.defect("the receipts remembered for \(key.verb) cannot be read")
        }
        return RememberedCommand(receipts: receipts, result: result)
    }

    /// Remembers an answer in the write that did the command.
    ///
    /// - Returns: false when the same key was written meanwhile; then the write must fail and the answer be recalled.
    static func remember(
        _ command: RememberedCommand.Texts, under key: CommandKey, at moment: Moment, in connection: any Connection
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO idempotency(actor, verb, client_key, request, events, result, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (actor, verb, client_key) DO NOTHING
            """,
            [
                SQLValue(key.actor.description), SQLValue(key.verb), SQLValue(key.clientKey), SQLValue(key.request),
                SQLValue(command.events), SQLValue(command.result), .int(moment.milliseconds),
            ]) == 1
    }

    /// Forgets what was answered before a moment; gives how many. The house keeps answers for 30 days.
    package static func sweep(before moment: Moment, in connection: any Connection) throws -> Int {
        try connection.execute("DELETE FROM idempotency WHERE at < $1", [.int(moment.milliseconds)])
    }

    private static func receipt(from json: JSON) -> Receipt? {
        guard let stream = json["stream"]?.text, let version = json["version"]?.number,
            let leaf = json["leaf"]?.text
        else { return nil }
        return Receipt(stream: stream, version: version, leaf: leaf)
    }
}
