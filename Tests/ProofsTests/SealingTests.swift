import Proofs
import Testing

@Suite struct SealingTests {
    private let key = StreamKey(Array(0..<32))
    private let place = Sealing.Place(stream: "01S", version: 3)
    private let iv = Array(UInt8(100)...115)
    private let text = Array("申请人：张三".utf8)

    /// Fixed for ever: sealed parts of today must open in twenty years. The bytes come from OpenSSL's command line
    /// (`openssl enc -sm4-ctr`, `openssl dgst -sm3 -mac HMAC`), put together by a script outside this code.
    @Test func `the sealed form is the one of the first day`() {
        let sealed = key.sealing(for: "event").seal(text, at: place, iv: iv)
        #expect(
            Hexadecimal.text(sealed)
                == "016465666768696a6b6c6d6e6f70717273455d101a365d794baa785716cb377c2ba11f574ba3c4330adb9b748ef292"
                + "51fafa55dfe5b565efcce7886308011a97ee8e01")
    }

    @Test func `a sealed text opens at its place`() {
        let sealing = key.sealing(for: "event")
        #expect(sealing.open(sealing.seal(text, at: place, iv: iv), at: place) == text)
        #expect(sealing.open(sealing.seal([], at: place, iv: iv), at: place) == [])
    }

    @Test func `it opens under no other key, use, stream or version`() {
        let sealed = key.sealing(for: "event").seal(text, at: place, iv: iv)
        #expect(StreamKey(Array(1..<33)).sealing(for: "event").open(sealed, at: place) == nil)
        #expect(key.sealing(for: "file").open(sealed, at: place) == nil)
        let sealing = key.sealing(for: "event")
        #expect(sealing.open(sealed, at: Sealing.Place(stream: "01T", version: 3)) == nil)
        #expect(sealing.open(sealed, at: Sealing.Place(stream: "01S", version: 4)) == nil)
    }

    @Test func `any changed, missing or added byte is noticed`() {
        let sealing = key.sealing(for: "event")
        let sealed = sealing.seal(text, at: place, iv: iv)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 0x10
            #expect(sealing.open(changed, at: place) == nil, "byte \(index)")
            #expect(sealing.open(Array(sealed.prefix(index)), at: place) == nil, "first \(index) bytes")
        }
        #expect(sealing.open(sealed + [0], at: place) == nil)
    }

    @Test func `a commitment depends on every byte of text and salt`() {
        let salt = [UInt8](repeating: 5, count: 32)
        let commitment = Commitment.of(text, salt: salt)
        #expect(commitment == SM3.hash([2] + salt + text))
        #expect(commitment == Commitment.of(saltedText: salt + text))
        #expect(commitment != Commitment.of(text, salt: [UInt8](repeating: 6, count: 32)))
        #expect(commitment != Commitment.of(text + [0], salt: salt))
    }
}
