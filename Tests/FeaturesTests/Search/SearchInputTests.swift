import Testing
import Values
import Web

@testable import Features

/// Everything that a public search box meets.
@Suite struct SearchInputTests {
    private static let nasty: [String] = [
        String(repeating: "食品", count: 2500), String(repeating: "a", count: 5000),
        String(repeating: "shipin ", count: 714), String(repeating: "🍜", count: 1250),
        "🍜 面馆 🏮", "𠮷野家 𡈽地 𪚥", "\u{202E}可许品食\u{202C}", "مطعم جديد", "שלום 食品",
        "' OR 1=1; DROP TABLE case_file; --", "\"; SELECT * FROM sealed", "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>", "{{7*7}} ${7*7} %00 %n", "\u{0}\u{1}\u{7F}食品", "食\u{301}品\u{FE0F}",
        "٣٤٥", "Ǆǅǆ ß ﬁ İ", "#0 #1", ".. /../../etc/passwd", "许" + String(repeating: "\u{300}", count: 3000),
    ]

    @Test func `whatever is typed is answered, shown as text, and breaks no page`() async throws {
        try await SearchSample.onSQLite { sample in
            for typed in Self.nasty {
                for path in ["/search?q=", "/search/suggestions?q="] {
                    let answer = try await sample.see(path + Link.encoded(typed))
                    #expect(answer.status == 200, "\(path) \(typed.prefix(20))")
                    for tag in ["<script>alert", "<img src=x", "onerror=alert(1)>"] {
                        #expect(!answer.text.contains(tag), "\(typed.prefix(20))")
                    }
                }
            }
        }
    }

    @Test func `a long text is searched by its beginning, and the page says so`() async throws {
        try await SearchSample.onSQLite { sample in
            let answer = try await sample.search("开一家面馆" + String(repeating: "。", count: 5000))
            #expect(answer.text.contains(SearchWords.shortened.zh))
            #expect(answer.text.contains("/guide/food-business-licence"))
        }
    }

    @Test(arguments: ["1", "1.2", "x.service.a", "1.nothing.a", "9999999999999999999.service.a", "-1.place./", "%FF"])
    func `a cursor of somebody's own making begins anew`(cursor: String) async throws {
        try await SearchSample.onSQLite { sample in
            let answer = try await sample.see("/search?q=\(Link.encoded("登记"))&after=\(cursor)")
            #expect(answer.status == 200)
        }
    }

    @Test func `parameters in floods and in bad encoding are refused or read, never a failure of ours`() async throws {
        try await SearchSample.onSQLite { sample in
            let flood = (0..<3000).map { "q=\($0)" }.joined(separator: "&")
            #expect(try await sample.see("/search?" + flood).status == 422)
            for query in [
                "q=%FF%FE%C3%28", "q=%", "q=%E9%A3", "q", "=&=&=", "q[]=1", "q=a&q=b", "region=yuzhong&region=x",
            ] {
                let status = try await sample.see("/search?" + query).status
                #expect(status == 200 || status == 404, "\(query) \(status)")
            }
        }
    }

    @Test func `random texts of every script are answered`() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        func draw(_ most: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(state >> 33) % most
        }
        try await SearchSample.onSQLite { sample in
            for _ in 0..<400 {
                var text = String.UnicodeScalarView()
                for _ in 0..<draw(60) {
                    let value = draw(4) == 0 ? draw(0x11_0000) : 0x4E00 + draw(0x5200)
                    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
                }
                let found = try await sample.matches(String(text))
                #expect(found.allSatisfy { (1...1025).contains($0.score) }, "seed \(seed)")
            }
        }
    }
}
