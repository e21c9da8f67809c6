import Testing

@testable import Features

@Suite struct SearchDistanceTests {
    /// The table of the textbook, slow and plain.
    private func plain(_ word: [UInt8], _ text: [UInt8], isWhole: Bool) -> Int {
        var row = Array(0...word.count)
        var least = row[word.count]
        for (place, letter) in text.enumerated() {
            var next = [isWhole ? place + 1 : 0]
            for index in word.indices {
                next.append(min(row[index] + (word[index] == letter ? 0 : 1), row[index + 1] + 1, next[index] + 1))
            }
            row = next
            least = min(least, row[word.count])
        }
        return isWhole ? row[word.count] : least
    }

    @Test func `known distances are right`() throws {
        let word = try #require(SearchDistance("kitten"))
        #expect(word.toWhole(Array("sitting".utf8)) == 3)
        #expect(word.toPart(of: Array("a kitten sits".utf8)) == 0)
        #expect(word.toPart(of: Array("a kiten sits".utf8)) == 1)
        #expect(word.toPart(of: []) == 6)
    }

    @Test func `random words have the distances of the plain table`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        func draw(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(most))
        }
        for _ in 0..<2000 {
            let word = (0..<(1 + draw(64))).map { _ in UInt8(97 + draw(4)) }
            let text = (0..<draw(40)).map { _ in UInt8(97 + draw(4)) }
            let distance = try #require(SearchDistance(String(decoding: word, as: UTF8.self)))
            #expect(distance.toWhole(text) == plain(word, text, isWhole: true), "seed \(seed)")
            #expect(distance.toPart(of: text) == plain(word, text, isWhole: false), "seed \(seed)")
        }
    }

    @Test func `words that are too long, empty or not of Latin letters have none`() {
        #expect(SearchDistance("") == nil)
        #expect(SearchDistance(String(repeating: "a", count: 65)) == nil)
        #expect(SearchDistance("证") == nil)
    }
}
