import Definitions
import Testing

@Suite struct YAMLNodeTests {
    @Test func `scalars keep their text and say whether they were quoted`() throws {
        let node = try YAMLNode("a: no\nb: '12'\nc: 1e3\n", file: "x.yaml")
        guard case .map(let entries) = node.content else { throw Wrong() }
        #expect(entries.map(\.key) == ["a", "b", "c"])
        #expect(entries.map(\.line) == [1, 2, 3])
        var texts: [String] = []
        for entry in entries {
            guard case .scalar(let text, let isPlain) = entry.value.content else { throw Wrong() }
            texts.append("\(text) \(isPlain)")
        }
        #expect(texts == ["no true", "12 false", "1e3 true"])
    }

    @Test func `keys that YAML would guess are the texts that stand there`() throws {
        let node = try YAMLNode("on: 1\nyes: 2\n1: 3\n", file: "x.yaml")
        guard case .map(let entries) = node.content else { throw Wrong() }
        #expect(entries.map(\.key) == ["on", "yes", "1"])
    }

    @Test(arguments: [
        ("a: &x 1", "yaml-forbidden", 1), ("a: &x {b: 1}\nc: *x", "yaml-forbidden", 1),
        ("a: 1\nb: !!int 2", "yaml-forbidden", 2), ("a: !thing {b: 1}", "yaml-forbidden", 1),
        ("? [a]\n: 1", "yaml-forbidden", 1), ("a: 1\nb: 2\na: 3", "duplicate-key", 3),
        ("a: 1\n\"a\": 3", "duplicate-key", 2), ("a: {b: 1, b: 2}", "duplicate-key", 1),
        ("a: [1, 2", "yaml-syntax", 1), ("a: 1\n---\nb: 2", "yaml-syntax", 2), ("a: *x", "yaml-syntax", 1),
        ("a: 1\n\tb: 2", "yaml-syntax", 2),
    ])
    func `what we do not read is refused by file and line`(text: String, id: String, line: Int) throws {
        let diagnostic = try #require(refusal(of: text))
        #expect(diagnostic.id == id, "\(diagnostic.message.en)")
        #expect("\(diagnostic.file):\(diagnostic.line)" == "x.yaml:\(line)")
    }

    @Test func `size and depth are bounded`() {
        #expect(refusal(of: String(repeating: "# comment\n", count: 60_000))?.id == "too-large")
        #expect(refusal(of: String(repeating: "[", count: 40) + String(repeating: "]", count: 40))?.id == "too-large")
        #expect(refusal(of: String(repeating: "[", count: 50_000))?.id == "yaml-syntax")
        #expect(refusal(of: String(repeating: "[", count: 30) + String(repeating: "]", count: 30)) == nil)
    }

    @Test func `an empty text is an empty map`() throws {
        guard case .map(let entries) = try YAMLNode("# nothing\n", file: "x.yaml").content else { throw Wrong() }
        #expect(entries.isEmpty)
    }

    private func refusal(of text: String) -> Diagnostic? {
        do throws(Diagnostic) {
            _ = try YAMLNode(text, file: "x.yaml")
            return nil
        } catch {
            return error
        }
    }

    private struct Wrong: Error {}
}
