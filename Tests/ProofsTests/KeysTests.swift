import Proofs
import Testing

@Suite struct KeysTests {
    private let key = StreamKey(Array(0..<32))

    @Test func `a wrapped key unwraps for its stream under its master key only`() throws {
        let master = try #require(MasterKey([UInt8](repeating: 1, count: 32)))
        let other = try #require(MasterKey([UInt8](repeating: 2, count: 32)))
        let wrapped = master.wrap(key, for: "01S", iv: [UInt8](repeating: 0, count: 16))
        #expect(master.unwrap(wrapped, for: "01S") == key)
        #expect(master.unwrap(wrapped, for: "01T") == nil)
        #expect(other.unwrap(wrapped, for: "01S") == nil)
    }

    @Test func `a master key has 32 bytes and shows itself only by its check value`() throws {
        #expect(MasterKey([UInt8](repeating: 1, count: 31)) == nil)
        let master = try #require(MasterKey([UInt8](repeating: 1, count: 32)))
        #expect(master.checkValue == HMACSM3.code(Array("tongban".utf8), key: [UInt8](repeating: 1, count: 32)))
        #expect("\(master) \(key)" == "MasterKey(secret) StreamKey(secret)")
    }

    @Test func `a blind index is equal for equal values of one field only`() throws {
        let master = try #require(MasterKey([UInt8](repeating: 1, count: 32)))
        let index = master.blindIndex(field: "id-number", value: "11010519491231002X")
        #expect(index == master.blindIndex(field: "id-number", value: "11010519491231002X"))
        #expect(index != master.blindIndex(field: "id-number", value: "110105194912310021"))
        #expect(index != master.blindIndex(field: "passport", value: "11010519491231002X"))
        #expect(master.blindIndex(field: "ab", value: "c") != master.blindIndex(field: "a", value: "bc"))
    }
}
