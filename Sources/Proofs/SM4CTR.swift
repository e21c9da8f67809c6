import CGcrypt

/// The block cipher of the national standard in counter mode (GB/T 32907, SM4; GB/T 17964, CTR).
///
/// Counter mode alone does not notice changes: use `Sealing`, which adds HMAC-SM3. By libgcrypt, four times faster than
/// OpenSSL 3.0 on the sealed part of an event.
package enum SM4CTR {
    package static let keyLength = 16
    package static let ivLength = 16

    /// Encrypts or decrypts: in counter mode both are the same.
    ///
    /// - Parameters:
    ///   - key: 16 bytes.
    ///   - iv: 16 bytes, the first counter; never twice with one key for different texts.
    package static func apply(_ text: [UInt8], key: [UInt8], iv: [UInt8]) -> [UInt8] {
        precondition(key.count == keyLength, "an SM4 key has 16 bytes, got \(key.count)")
        precondition(iv.count == ivLength, "a first counter has 16 bytes, got \(iv.count)")
        precondition(isAvailable, "libgcrypt cannot apply SM4")
        guard !text.isEmpty else { return [] }
        return [UInt8](unsafeUninitializedCapacity: text.count) { output, count in
            let fault = tongban_sm4_ctr(key, iv, output.baseAddress, text, text.count)
            precondition(fault == 0, "libgcrypt could not apply SM4 to \(text.count) bytes")
            count = text.count
        }
    }

    /// Whether this machine's libgcrypt holds SM4; distributions may leave it out, so the start asks.
    package static let isAvailable = Gcrypt.isStarted && tongban_has_sm4() != 0
}
