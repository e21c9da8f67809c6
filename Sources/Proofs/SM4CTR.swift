import CCrypto

/// The block cipher of the national standard in counter mode (GB/T 32907, SM4; GB/T 17964, CTR).
///
/// Counter mode alone does not notice changes: use `Sealing`, which adds HMAC-SM3.
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
        precondition(text.count <= Int32.max, "\(text.count) bytes are too many for one call")
        guard !text.isEmpty else { return [] }
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        return [UInt8](unsafeUninitializedCapacity: text.count) { output, count in
            var written: Int32 = 0
            let done =
                EVP_EncryptInit_ex2(context, algorithm.handle, key, iv, nil) == 1
                && EVP_EncryptUpdate(context, output.baseAddress, &written, text, Int32(text.count)) == 1
            precondition(done && Int(written) == text.count, "OpenSSL could not apply SM4 to \(text.count) bytes")
            count = text.count
        }
    }

    /// Whether this machine's OpenSSL holds SM4; distributions may leave it out, so the start asks.
    package static var isAvailable: Bool { algorithm.handle != nil }

    private static let algorithm = FetchedCipher(name: "SM4-CTR")
}

/// Owns one `EVP_CIPHER`; unchecked because OpenSSL's fetched algorithms are immutable and shared by design.
private final class FetchedCipher: @unchecked Sendable {
    let handle: OpaquePointer?

    init(name: String) {
        handle = EVP_CIPHER_fetch(nil, name, nil)
    }

    deinit { EVP_CIPHER_free(handle) }
}
