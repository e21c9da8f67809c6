import Proofs
import Testing
import Values

@Suite struct EntropyTests {
    private let entropy = Entropy([UInt8](repeating: 3, count: 32))

    @Test func `the same bytes give the same values, another label or number gives others`() {
        let again = Entropy([UInt8](repeating: 3, count: 32))
        #expect(entropy.bytes("id", 1) == again.bytes("id", 1))
        let place = Sealing.Place(stream: "01S", version: 1)
        let values: Set<[UInt8]> = [
            entropy.bytes("id", 1), entropy.bytes("id", 2), entropy.bytes("salt", 1),
            entropy.part("id", 1).bytes("id", 1), entropy.bytes("id", at: place, more: []),
            entropy.bytes("id", at: place, more: [1]),
            entropy.bytes("id", at: Sealing.Place(stream: "01S", version: 2), more: []),
            Entropy([UInt8](repeating: 4, count: 32)).bytes("id", 1),
        ]
        #expect(values.count == 8)
        #expect("\(entropy)" == "Entropy(secret)")
    }

    @Test func `an identifier begins with its moment`() {
        let earlier: Identifier<Int> = entropy.identifier("case", 0, at: Moment(2026, 3, 2))
        let later: Identifier<Int> = entropy.identifier("case", 0, at: Moment(2026, 3, 3))
        #expect(earlier < later)
        #expect(earlier.text.count == 26)
    }
}
