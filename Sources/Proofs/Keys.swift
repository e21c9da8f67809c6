/// The secret key of one stream, 32 bytes. To destroy it is to erase the personal data of the stream.
package struct StreamKey: Hashable, Sendable, CustomStringConvertible {
    package static let length = 32

    fileprivate let bytes: [UInt8]

    /// - Parameter bytes: 32 secret bytes, from the entropy of the command that opens the stream.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count == StreamKey.length, "a stream key has 32 bytes, got \(bytes.count)")
        self.bytes = bytes
    }

    /// - Parameter use: `event`, `file` or another kind of thing; uses share no sub-key.
    package func sealing(for use: String) -> Sealing { Sealing(key: bytes, use: use) }

    /// A public name of this key that tells nothing of it, for addresses of sealed files.
    package var id: [UInt8] { HMACSM3.code(Array("key-id".utf8), key: bytes) }

    /// Never the key itself: logs and failures print descriptions.
    package var description: String { "StreamKey(secret)" }
}

/// The key given at start, under which every stream key is wrapped, 32 bytes.
package struct MasterKey: Sendable, CustomStringConvertible {
    private let bytes: [UInt8]
    private let wrapping: Sealing

    /// nil unless there are exactly 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
        wrapping = Sealing(key: bytes, use: "wrap")
    }

    /// What the database keeps so that a wrong master key stops the start: HMAC-SM3 of `tongban`.
    package var checkValue: [UInt8] { HMACSM3.code(Array("tongban".utf8), key: bytes) }

    /// The stream key as the database may keep it.
    ///
    /// - Parameter iv: 16 bytes, never twice.
    package func wrap(_ key: StreamKey, for stream: String, iv: [UInt8]) -> [UInt8] {
        wrapping.seal(key.bytes, at: Sealing.Place(stream: stream, version: 0), iv: iv)
    }

    /// The stream key; nil when it was wrapped for another stream or under another master key.
    package func unwrap(_ wrapped: [UInt8], for stream: String) -> StreamKey? {
        guard let bytes = wrapping.open(wrapped, at: Sealing.Place(stream: stream, version: 0)),
            bytes.count == StreamKey.length
        else { return nil }
        return StreamKey(bytes)
    }

    /// A value that finds equal values without showing them: HMAC-SM3 of the normalised value.
    ///
    /// - Parameters:
    ///   - field: what the value is, such as `id-number`; equal values of two fields give different indexes.
    ///   - value: normalised by the caller, so that equal things are equal texts.
    package func blindIndex(field: String, value: String) -> [UInt8] {
        var message: [UInt8] = []
        message.append(measured: field)
        message.append(contentsOf: value.utf8)
        return HMACSM3.code(message, key: HMACSM3.code(Array("blind-index".utf8), key: bytes))
    }

    /// Never the key itself: logs and failures print descriptions.
    package var description: String { "MasterKey(secret)" }
}
