/// How many letters must be changed, added or left out until a word is another one, or a part of it: Myers'
/// bit-parallel algorithm (Journal of the ACM 46, 1999), one step a letter.
struct SearchDistance: Sendable {
    private let masks: [UInt64]
    private let length: Int

    /// nil unless the word has 1 to 64 letters, all of them ASCII.
    init?(_ word: String) {
        let letters = Array(word.utf8)
        guard (1...64).contains(letters.count), letters.allSatisfy({ $0 < 128 }) else { return nil }
        var masks = [UInt64](repeating: 0, count: 128)
        for (place, letter) in letters.enumerated() { masks[Int(letter)] |= 1 << UInt64(place) }
        self.masks = masks
        length = letters.count
    }

    /// To the nearest part of a text.
    func toPart(of text: [UInt8]) -> Int { run(text, isWhole: false).least }

    /// To the whole text.
    func toWhole(_ text: [UInt8]) -> Int { run(text, isWhole: true).last }

    private func run(_ text: [UInt8], isWhole: Bool) -> (least: Int, last: Int) {
        var positive = UInt64.max
        var negative: UInt64 = 0
        let top: UInt64 = 1 << UInt64(length - 1)
        var score = length
        var least = length
        for letter in text {
            let equal = letter < 128 ? masks[Int(letter)] : 0
            let vertical = equal | negative
            let horizontal = (((equal & positive) &+ positive) ^ positive) | equal
            var up = negative | ~(horizontal | positive)
            var down = positive & horizontal
            if up & top != 0 { score += 1 } else if down & top != 0 { score -= 1 }
            up = up << 1 | (isWhole ? 1 : 0)
            down <<= 1
            positive = down | ~(vertical | up)
            negative = up & vertical
            least = min(least, score)
        }
        return (least, score)
    }

    /// How many wrong letters are forgiven: none below 6, then one, two from 10, three from 16.
    static func forgiven(_ length: Int) -> Int {
        switch length {
        case ..<6: 0
        case ..<10: 1
        case ..<16: 2
        default: 3
        }
    }
}
