import Testing

@testable import Web

@Test func `a text stays a text`() {
    let html: HTML = "<p title=\"\("\"><script>")\">\("a<b & 'c'")</p>"
    #expect(html.text == "<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b &amp; &#39;c&#39;</p>")
}
