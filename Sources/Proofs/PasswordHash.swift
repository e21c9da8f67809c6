import CArgon2

/// A password as the database keeps it: argon2id in the form of the PHC string format.
package enum PasswordHash {
    /// 19 MiB, two passes, one lane: the first choice of the OWASP Password Storage Cheat Sheet for argon2id.
    private static let memoryInKiB: UInt32 = 19 * 1024
    private static let passes: UInt32 = 2
    private static let lanes: UInt32 = 1
    private static let length = 32

    /// `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`; takes about 20 to 40 ms of one core.
    ///
    /// - Parameter salt: 16 bytes or more from the command's entropy, new for every password.
    package static func make(_ password: String, salt: [UInt8]) -> String {
        precondition(salt.count >= 16, "a password's salt has 16 bytes or more, got \(salt.count)")
        let text = Array(password.utf8)
        let capacity = argon2_encodedlen(
            passes, memoryInKiB, lanes, UInt32(salt.count), UInt32(length), Argon2_id)
        var encoded = [CChar](repeating: 0, count: capacity)
        let result = argon2id_hash_encoded(
            passes, memoryInKiB, lanes, text, text.count, salt, salt.count, length, &encoded, capacity)
        precondition(result == ARGON2_OK.rawValue, "argon2id gave error \(result)")
        return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether `password` gave `hash`; compares in constant time. False for a text that is no argon2id hash.
    package static func verify(_ password: String, against hash: String) -> Bool {
        let text = Array(password.utf8)
        return argon2id_verify(hash, text, text.count) == ARGON2_OK.rawValue
    }

    /// Whether `hash` was made with other parameters than today's, so that the next sign-in makes it anew.
    package static func needsRenewal(_ hash: String) -> Bool {
        !hash.hasPrefix("$argon2id$v=19$m=\(memoryInKiB),t=\(passes),p=\(lanes)$")
    }
}
