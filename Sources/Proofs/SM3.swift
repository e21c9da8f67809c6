import CCrypto

/// The hash of the national standard, 256 bits (GB/T 32905, SM3 密码杂凑算法).
package enum SM3 {
    /// Length of a hash in bytes.
    package static let length = 32

    /// The 32-byte hash of `bytes`.
    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { hash($0) }
    }

    /// The 32-byte hash of bytes that lie elsewhere, without copying them.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: length) { hash, count in
            let done = EVP_Digest(bytes.baseAddress, bytes.count, hash.baseAddress, nil, algorithm.handle, nil)
            precondition(done == 1, "OpenSSL could not compute SM3 of \(bytes.count) bytes")
            count = length
        }
    }

    /// Whether this machine's OpenSSL holds SM3; distributions may leave it out, so the start asks.
    package static var isAvailable: Bool { algorithm.handle != nil }

    private static let algorithm = FetchedDigest(name: "SM3")
}

/// Owns one `EVP_MD`; unchecked because OpenSSL's fetched algorithms are immutable and shared by design.
///
/// Fetched once for the process: `EVP_sm3()` would be looked up on every call (1.4 times slower on 64 bytes).
private final class FetchedDigest: @unchecked Sendable {
    let handle: OpaquePointer?

    init(name: String) {
        handle = EVP_MD_fetch(nil, name, nil)
    }

    deinit { EVP_MD_free(handle) }
}
