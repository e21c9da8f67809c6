/// A key prepared for message authentication with SM3 (GB/T 15852.2, HMAC).
package struct HMACSM3: Sendable {
    private let inner: [UInt8]
    private let outer: [UInt8]

    private static let blockLength = 64

    /// - Parameter key: of any length; keys over 64 bytes are hashed first, as the standard says.
    package init(key: [UInt8]) {
        var block = key.count > HMACSM3.blockLength ? SM3.hash(key) : key
        block += [UInt8](repeating: 0, count: HMACSM3.blockLength - block.count)
        inner = block.map { $0 ^ 0x36 }
        outer = block.map { $0 ^ 0x5C }
    }

    /// The 32-byte code of `message`.
    package func code(_ message: [UInt8]) -> [UInt8] {
        SM3.hash(outer, then: SM3.hash(inner, then: message))
    }

    /// The 32-byte code of `message` under `key`.
    package static func code(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        HMACSM3(key: key).code(message)
    }
}
