import Proofs
import Testing

@Suite struct SM4CTRTests {
    private let key = Hexadecimal.bytes("0123456789abcdeffedcba9876543210") ?? []

    @Test func `SM4-CTR gives the ciphertext that OpenSSL's command line gives`() {
        let sealed = SM4CTR.apply(Array("hello sm4 cbc mode text".utf8), key: key, iv: Array(0...15))
        #expect(Hexadecimal.text(sealed) == "6efdf00d52861bc01ead94e0828894050b622d3f25db88")
    }

    /// GB/T 32907, appendix A.1: the block under its own key; in counter mode over a text of zeros the first
    /// counter is what is encrypted.
    @Test func `the first counter is encrypted as the standard's block`() {
        let block = SM4CTR.apply([UInt8](repeating: 0, count: 16), key: key, iv: key)
        #expect(Hexadecimal.text(block) == "681edf34d206965e86b3e94f536e4246")
    }

    @Test(arguments: [0, 1, 15, 16, 17, 1000]) func `applying twice gives the text again`(length: Int) {
        let text = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        let iv = [UInt8](repeating: 9, count: 16)
        #expect(SM4CTR.apply(SM4CTR.apply(text, key: key, iv: iv), key: key, iv: iv) == text)
    }
}
