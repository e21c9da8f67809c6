/// A stream id: 128 bits, 48 of time first and 80 random, written as 26 characters of Crockford's base 32.
///
/// The text sorts as the bits do, on both engines, so newer ids come later.
package struct Identifier<Owner>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// Reads the written form; nil unless it is 26 characters of the alphabet, the first at most `7`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 26, bytes[0] <= 0x37, bytes.allSatisfy({ alphabetIndex($0) != nil }) else { return nil }
        self.text = text
    }

    /// - Parameter random: 10 random bytes or more; the first 10 are used.
    package init(at moment: Moment, random: [UInt8]) {
        precondition(random.count >= 10, "an identifier needs 10 random bytes, got \(random.count)")
        var bytes: [UInt8] = []
        let time = UInt64(bitPattern: moment.milliseconds)
        for shift in stride(from: 40, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: time >> UInt64(shift)))
        }
        text = written(bytes + random.prefix(10))
    }

    /// From 16 bytes, for ids that derive from others.
    package init(bytes: [UInt8]) {
        precondition(bytes.count == 16, "an identifier has 16 bytes, got \(bytes.count)")
        text = written(bytes)
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
    package var description: String { text }
}

private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

private func alphabetIndex(_ byte: UInt8) -> Int? { alphabet.firstIndex(of: byte) }

private func written(_ bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    var buffer = 0
    var bits = 2  // 130 bits are written for 128, so two zero bits lead.
    for byte in bytes {
        buffer = (buffer << 8) | Int(byte)
        bits += 8
        while bits >= 5 {
            bits -= 5
            characters.append(alphabet[(buffer >> bits) & 31])
        }
        buffer &= (1 << bits) - 1
    }
    return String(decoding: characters, as: UTF8.self)
}
