/// Encryption that notices any change: SM4-CTR, then HMAC-SM3 over place, first counter and ciphertext.
///
/// A sealed part is `0x01 ‖ first counter (16) ‖ ciphertext ‖ code (32)`; the leading byte numbers this form.
/// The code covers that byte, the place (stream with its length, version in 8 bytes), the first counter and the
/// ciphertext, so a sealed part cannot be moved to another event. SM4-GCM is not in OpenSSL 3.0.
package struct Sealing: Sendable {
    private let encryptionKey: [UInt8]
    private let authentication: HMACSM3

    private static let form: UInt8 = 1
    private static let overhead = 1 + SM4CTR.ivLength + SM3.length

    /// - Parameters:
    ///   - key: 32 secret bytes.
    ///   - use: what is sealed, such as `event`; two uses of one key share no sub-key.
    package init(key: [UInt8], use: String) {
        precondition(key.count == 32, "a sealing key has 32 bytes, got \(key.count)")
        let derivation = HMACSM3(key: key)
        encryptionKey = Array(derivation.code(Array((use + "/encrypt").utf8)).prefix(SM4CTR.keyLength))
        authentication = HMACSM3(key: derivation.code(Array((use + "/authenticate").utf8)))
    }

    /// Where a sealed part lies: it opens nowhere else.
    package struct Place: Hashable, Sendable {
        package let stream: String
        package let version: Int

        package init(stream: String, version: Int) {
            self.stream = stream
            self.version = version
        }
    }

    /// - Parameter iv: 16 bytes from the command's entropy, never twice for different texts under one key.
    package func seal(_ text: [UInt8], at place: Place, iv: [UInt8]) -> [UInt8] {
        let ciphertext = SM4CTR.apply(text, key: encryptionKey, iv: iv)
        var sealed: [UInt8] = []
        sealed.reserveCapacity(Sealing.overhead + text.count)
        sealed.append(Sealing.form)
        sealed += iv
        sealed += ciphertext
        return sealed + code(of: sealed, at: place)
    }

    /// The text; nil when the key is another one, the place is another one, or a byte was changed.
    package func open(_ sealed: [UInt8], at place: Place) -> [UInt8]? {
        guard sealed.count >= Sealing.overhead, sealed[0] == Sealing.form else { return nil }
        let body = Array(sealed.dropLast(SM3.length))
        guard equalInConstantTime(code(of: body, at: place), Array(sealed.suffix(SM3.length))) else { return nil }
        let iv = Array(body[1..<(1 + SM4CTR.ivLength)])
        return SM4CTR.apply(Array(body.dropFirst(1 + SM4CTR.ivLength)), key: encryptionKey, iv: iv)
    }

    private func code(of body: [UInt8], at place: Place) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(body.count + place.stream.utf8.count + 16)
        message.append(measured: place.stream)
        message.append(bigEndian: place.version)
        message += body
        return authentication.code(message)
    }
}

/// What an event shows of its sealed part: SM3(0x02 ‖ 32 random bytes ‖ plain bytes).
///
/// The random bytes lie inside the sealed part, so the commitment tells nothing even of a short value,
/// and nothing at all once the key is destroyed.
package enum Commitment {
    package static let saltLength = 32

    /// The commitment to a text under 32 random bytes.
    package static func of(_ text: [UInt8], salt: [UInt8]) -> [UInt8] {
        precondition(salt.count == saltLength, "a commitment needs 32 random bytes, got \(salt.count)")
        return of(saltedText: salt + text)
    }

    /// The commitment to a sealed part as it is encrypted: 32 random bytes, then the text.
    package static func of(saltedText: [UInt8]) -> [UInt8] { SM3.hash([0x02], then: saltedText) }
}
