/// How Chinese characters are written in simplified script and read aloud: one entry for each of U+3400–U+9FFF.
///
/// Made once by `HanTableDesk` from the tables of ICU. A character outside of the span stands for itself and has no
/// reading, so a rare one (beyond the BMP too) is still found by being typed.
package struct HanTable: Sendable {
    package static let span: ClosedRange<UInt32> = 0x3400...0x9FFF

    /// Simplified code points, in the order of the span.
    private let simple: [UInt16]
    /// Places in `syllables`, in the order of the span; 0: no reading.
    private let places: [UInt16]
    /// Lower-case Latin letters without tones; the first one is empty.
    private let syllables: [String]
    /// Characters with more than one reading, the usual first.
    private var special: [UInt32: [String]] = [:]

    /// - Parameters:
    ///   - simple: the simplified character of each in the span.
    ///   - readings: the syllable of each, without tone; empty for none.
    package init(simple: [UInt16], readings: [String]) {
        let count = HanTable.span.count
        precondition(simple.count == count && readings.count == count, "the table must hold \(count) characters")
        self.simple = simple
        var known: [String: UInt16] = ["": 0]
        var syllables = [""]
        places = readings.map { reading in
            if let place = known[reading] { return place }
            let place = UInt16(syllables.count)
            known[reading] = place
            syllables.append(reading)
            return place
        }
        self.syllables = syllables
    }

    /// The same, with characters whose readings somebody wrote down.
    package func with(_ readings: [Unicode.Scalar: [String]]) -> HanTable {
        var table = self
        table.special = readings.reduce(into: [:]) { $0[$1.key.value] = $1.value }
        return table
    }

    func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard HanTable.span.contains(scalar.value) else { return scalar }
        return Unicode.Scalar(simple[Int(scalar.value - HanTable.span.lowerBound)]) ?? scalar
    }

    /// Every reading of a character, the usual first; none for what is no Chinese character of the span.
    func readings(of scalar: Unicode.Scalar) -> [String] {
        if let special = special[scalar.value] { return special }
        guard HanTable.span.contains(scalar.value) else { return [] }
        let place = Int(places[Int(scalar.value - HanTable.span.lowerBound)])
        return place == 0 ? [] : [syllables[place]]
    }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
