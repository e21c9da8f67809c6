import Values

/// A small random source whose seed can be printed and given again (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    /// A new seed, printed so that a failure can be run again.
    package static func announced(_ test: String) -> SeededGenerator {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("\(test): seed \(seed)")
        return SeededGenerator(seed: seed)
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSON {
    /// Any value the writer can be given, at most `depth` levels deep.
    package static func random(depth: Int, using random: inout SeededGenerator) -> JSON {
        let length = Int.random(in: 0..<5, using: &random)
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .number(Int64.random(in: Int64.min...Int64.max, using: &random))
        case 3: return .number(Int64.random(in: -100...100, using: &random))
        case 4, 5: return .text(String.random(using: &random))
        case 6: return .list((0..<length).map { _ in self.random(depth: depth - 1, using: &random) })
        default: return .map(randomMap(depth: depth - 1, using: &random))
        }
    }

    package static func randomMap(depth: Int, using random: inout SeededGenerator) -> [String: JSON] {
        var map: [String: JSON] = [:]
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
            map[String.random(using: &random)] = self.random(depth: depth, using: &random)
        }
        return map
    }
}

extension String {
    /// Characters from every part of Unicode that a record may hold, control characters among them.
    package static func random(using random: inout SeededGenerator) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x00...0x1F, 0x20...0x7F, 0x20...0x7F, 0x80...0x7FF, 0x4E00...0x9FFF, 0x2000...0x2FFF,
            0xE000...0xFFFF, 0x1_0000...0x10_FFFF,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0..<12, using: &random) {
            let range = ranges[Int.random(in: ranges.indices, using: &random)]
            let code = UInt32.random(in: range, using: &random)
            if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
        }
        return text
    }
}
