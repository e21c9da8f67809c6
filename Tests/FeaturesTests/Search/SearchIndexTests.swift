import Testing
import Values

@testable import Features

@Suite struct SearchIndexTests {
    @Test func `what people type finds what they mean first`() async throws {
        let pairs = try SearchSample.pairs()
        #expect(pairs.count >= 60)
        try await SearchSample.onSQLite { sample in
            for (typed, expected) in pairs {
                let found = try await sample.matches(typed)
                #expect(found.first?.id == expected, "\(typed): \(found.prefix(3).map { "\($0.id) \($0.score)" })")
            }
        }
    }

    @Test func `the order follows the score, and equals the order of ids`() async throws {
        try await SearchSample.onSQLite { sample in
            for typed in ["许可", "登记", "公司", "企业 登记", "开店"] {
                let found = try await sample.matches(typed)
                #expect(found.map(\.score) == found.map(\.score).sorted(by: >), "\(typed)")
                for (one, next) in zip(found, found.dropFirst()) where one.score == next.score {
                    #expect((one.kind.rawValue, one.id) < (next.kind.rawValue, next.id))
                }
            }
        }
    }

    @Test func `what has nothing to do with the city finds nothing`() async throws {
        try await SearchSample.onSQLite { sample in
            for typed in ["火星移民", "qwrtzpsdf", "🍜🍜🍜", "؟مرحبا", "𠮷𡈽𪚥", "<b>", "'; --", "", "   ", "。，！"] {
                let found = try await sample.matches(typed)
                #expect(found == [], "\(typed)")
            }
        }
    }

    @Test func `it tells by which words something was found that is called otherwise`() async throws {
        try await SearchSample.onSQLite { sample in
            let other = try await sample.matches("解押").first?.phrase
            #expect(other == "解押")
            let own = try await sample.matches("用水报装").first
            #expect(own?.id == "water-connection" && own?.phrase == nil)
        }
    }

    @Test func `what the district serves itself comes before what nobody serves there`() async throws {
        func entry(_ id: String, unit: String?, isLocal: Bool) -> Shelf.Entry {
            Shelf.Entry(
                id: id, name: Wording(zh: id, en: id), kind: "公共服务", applicants: ["person"],
                limits: Shelf.Limits(howLong: nil, isPromise: false, byLaw: nil), authority: "", unit: unit,
                isLocal: isLocal, marks: [], isBundle: false, policies: [])
        }
        try await SearchSample.onSQLite { sample in
            let shelf = Shelf(
                region: try await sample.desk.shelf(of: "yuzhong", at: PlatformSample.now).region, regions: [],
                entries: [
                    entry("a", unit: nil, isLocal: true), entry("b", unit: "city", isLocal: false),
                    entry("c", unit: "own", isLocal: true),
                ],
                vocabulary: Vocabulary(document: .map([:]), version: 0))
            func match(_ id: String, _ score: Int) -> SearchMatch {
                SearchMatch(kind: .service, id: id, score: score, phrase: nil)
            }
            let near = [match("a", 505), match("b", 502), match("c", 500), match("gone", 900)]
            #expect(shelf.ordered(near).map(\.id) == ["c", "b", "a"])
            // By a few points only: never against the words.
            #expect(shelf.ordered([match("a", 600), match("c", 500)]).map(\.id) == ["a", "c"])
        }
    }
}
