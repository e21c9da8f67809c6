import Testing

@Suite struct ScannerTests {
    private func words(_ text: String) -> [String] { Scanner(text).tokens.map(\.text) }

    @Test func `comments and strings are no code`() {
        #expect(words("let a = \"try! \\\"x\" // as! y\nb /* c /* d */ e */ f") == ["let", "a", "=", "\"\"", "b", "f"])
        #expect(words("#\"fatalError \" \\( x\"# a") == ["\"\"", "a"])
        #expect(words("\"\"\"\n public \" \\(\n a + \"b\") \n\"\"\" c") == ["a", "+", "\"\"", "\"\"", "c"])
    }

    @Test func `code inside an interpolation is code`() {
        #expect(words("\"x \\(Date())\"") == ["Date", "(", ")", "\"\""])
        #expect(words("#\"x \\#(Date.now) \\(no)\"#") == ["Date", ".", "now", "\"\""])
    }

    @Test func `a name in backticks is one word`() {
        #expect(words("func `it must try! as! harder`() {}").dropFirst().first == "`it must try! as! harder`")
    }

    @Test func `lines are counted through strings and comments`() {
        let tokens = Scanner("/* 1\n2 */\n\"\"\"\n4\n\"\"\"\nlast").tokens
        #expect(tokens.last == Token(text: "last", line: 6, column: 0))
    }

    @Test func `a text that ends in the middle is read to its end`() {
        for text in ["\"abc", "\"\"\"\nabc", "/* abc", "`abc", "\"\\(", "#\"", "\"\\"] {
            #expect(Scanner(text).tokens.count <= 2)
        }
    }
}
