import Proofs
import Testing

@Suite struct SM3Tests {
    /// GB/T 32905, appendix A, and the empty text by OpenSSL, an independent Python implementation and gmssl.
    @Test(arguments: [
        ("", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"),
        ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (String(repeating: "abcd", count: 16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ])
    func `SM3 gives the published hashes`(text: String, hash: String) {
        #expect(Hexadecimal.text(SM3.hash(Array(text.utf8))) == hash)
    }

    @Test(arguments: [
        (Array("key".utf8), "28e63256e7c5a087b1f073265dc53092163f7b82729735d06f28f10af9d52393"),
        (Array(UInt8(0)...15), "83fd35b3ff6211428a38c070431ad42c23a86eaca25a5ea81a1ded4704a12c7c"),
    ])
    func `HMAC-SM3 of abc gives the published codes`(key: [UInt8], code: String) {
        #expect(Hexadecimal.text(HMACSM3.code(Array("abc".utf8), key: key)) == code)
    }

    @Test func `a key longer than a block counts as its hash`() {
        let key = [UInt8](repeating: 7, count: 65)
        let message = Array("message".utf8)
        #expect(HMACSM3.code(message, key: key) == HMACSM3.code(message, key: SM3.hash(key)))
        #expect(HMACSM3.code(message, key: Array(key.prefix(64))) != HMACSM3.code(message, key: key))
    }

    @Test func `hexadecimal reads what it writes and nothing else`() {
        #expect(Hexadecimal.bytes(Hexadecimal.text(Array(UInt8(0)...255))) == Array(UInt8(0)...255))
        #expect(Hexadecimal.bytes("0aFF") == [0x0A, 0xFF])
        #expect(Hexadecimal.bytes("") == [])
        for wrong in ["0", "0g", "０1", "+1"] { #expect(Hexadecimal.bytes(wrong) == nil) }
    }

    @Test func `secrets are equal only when every byte is`() {
        #expect(equalInConstantTime([], []))
        #expect(equalInConstantTime([1, 2, 3], [1, 2, 3]))
        #expect(!equalInConstantTime([1, 2, 3], [1, 2, 4]))
        #expect(!equalInConstantTime([1, 2, 3], [1, 2]))
    }

    @Test func `this machine holds the national algorithms`() {
        #expect(SM3.isAvailable && SM4CTR.isAvailable)
    }
}
