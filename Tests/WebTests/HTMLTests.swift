import Testing

@testable import Web

@Suite struct HTMLTests {
    @Test func `a text stays a text, in an element and in an attribute`() {
        let title = "\"><script>"
        let name = "a<b & 'c'"
        let html: HTML = "<p title=\"\(title)\">\(name)</p>"
        #expect(html.text == "<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b &amp; &#39;c&#39;</p>")
    }

    @Test func `no random text leaves its place, and none is lost`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SplitMix(seed: seed)
        let parts = [
            "<", ">", "\"", "'", "&", "=", " ", "</p>", "<script>", "-->", "<!--", "]]>", "onload=", "&lt;", "&#39",
            "\u{0}",
            "\u{1B}", "\u{7F}", "\n", "证照", "`", "javascript:", "\u{202E}", "😀", "{{", "\\",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int(random.next() % 12)).map { _ in parts[Int(random.next() % UInt64(parts.count))] }
                .joined()
            let written = HTML(escaping: text).text
            #expect(!written.contains { "<>\"'".contains($0) }, "seed \(seed): \(text.debugDescription)")
            #expect(unescaped(written) == withoutControls(text), "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test func `optional pieces, flags and attributes leave nothing behind when they are absent`() {
        let none: String? = nil
        let html: HTML = "<a\(attribute: "title", none)\(flag: "hidden", false)>\(none)</a>"
        #expect(html.text == "<a></a>")
        let some: HTML = "<a\(attribute: "title", "a\"b")\(flag: "hidden", true)>\(-12)\(Int.min)</a>"
        #expect(some.text == "<a title=\"a&quot;b\" hidden>-12-9223372036854775808</a>")
    }

    @Test func `a literal inside an interpolation is markup, and what it holds is escaped`() {
        let name: String? = "<i>"
        let isOpen = true
        let html: HTML = "\(name.map { "<b>\($0)</b>" })\(isOpen ? "<u>\(name)</u>" : "")"
        #expect(html.text == "<b>&lt;i&gt;</b><u>&lt;i&gt;</u>")
    }

    @Test func `pieces are joined with a separator between them`() {
        let mark = "<"
        let pieces: [HTML] = ["a", "b", "\(mark)"]
        #expect(pieces.joined(separator: ", ").text == "a, b, &lt;")
    }
}

@Suite struct LinkTests {
    @Test func `a value is one segment or one parameter`() {
        let link: Link = "/guide/\("食品/经营")?q=\("a&b=c#d e")"
        #expect(link.text == "/guide/%E9%A3%9F%E5%93%81%2F%E7%BB%8F%E8%90%A5?q=a%26b%3Dc%23d%20e")
    }

    @Test(arguments: [
        "//evil.example/", "https://evil.example/", "javascript:alert(1)", "", "a", "/\\evil", "/a\nb", "/a b",
    ])
    func `nobody is sent to another site`(text: String) {
        #expect(Link(onThisSite: text) == nil)
    }

    @Test(arguments: ["javascript:alert(1)", "http://example.org", "https://", "https://a b", "data:text/html,x"])
    func `only https leads outside`(text: String) {
        #expect(Link(outside: text) == nil)
    }

    @Test func `a page keeps its own parameters when others are added`() {
        let link: Link = "/w/inbox?view=due"
        #expect(link.with([("lang", "en"), ("page", nil)]).text == "/w/inbox?view=due&lang=en")
        #expect(Link(onThisSite: "/my/cases?a=1") != nil)
        #expect(Link.telephone("+86 0000-1234").text == "tel:+8600001234")
    }
}

/// Reads the five escapes back.
private func unescaped(_ text: String) -> String {
    var text = text
    for (escape, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.split(separator: escape, omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
}

private func withoutControls(_ text: String) -> String {
    String(
        String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F }))
}

/// Steele, Lea and Flood's SplitMix64: a small generator that gives the same row for the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
