/// Chance that anyone can run again: the same seed gives the same numbers (SplitMix64, Steele and others 2014).
///
/// For what only has to look right; ids, salts and keys come from `Entropy`.
struct SimulatedChance {
    private var state: UInt64

    /// - Parameter counter: each gives a row of numbers of its own.
    init(seed: UInt64, _ counter: Int) {
        state = SimulatedChance.mixed(seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(truncatingIfNeeded: counter &+ 1))
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return SimulatedChance.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// From 0 up to, and not including, 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func happens(_ probability: Double) -> Bool { share() < probability }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// One of them; the list must not be empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[number(0...list.count - 1)] }

    /// The index of one of them, each as often as its weight says; 0 when all weigh nothing.
    mutating func pick(weights: [Double]) -> Int {
        var left = share() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.lastIndex { $0 > 0 } ?? 0
    }
}
