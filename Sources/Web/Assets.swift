/// A file of the interface, kept in memory and served under an address that holds the hash of its content.
package struct Asset: Sendable {
    package let name: String
    package let mediaType: String
    package let bytes: [UInt8]
    /// 16 hexadecimal characters that follow from the content (FNV-1a, 64 bits): a name, not a proof.
    package let hash: String
    /// `/assets/<hash>/<name>`; may be cached for ever, because another content has another address.
    package let link: Link

    init(name: String, mediaType: String, text: String) {
        self.name = name
        self.mediaType = mediaType
        bytes = Array(text.utf8)
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(sum, radix: 16)
        hash = String(repeating: "0", count: 16 - digits.utf8.count) + digits
        link = "/assets/\(hash)/\(name)"
    }

    /// All files, in the order in which a page asks for them.
    package static let all = [tokens, interface, enhance, favicon]

    /// nil when there is no such file; an old hash finds the present content, so that a page from before an upgrade
    /// still looks right.
    package static func named(_ name: String) -> Asset? {
        all.first { $0.name == name }
    }
}
