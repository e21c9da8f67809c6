import Testing
import Values

@testable import Definitions

/// Lines and columns of what is wrong.
struct PlaceTests {
    @Test(arguments: [
        ("a: 1\n  b: [1", 2, 4), ("a: \"x\nb: 1", 1, 4), ("a: 1\nb: &x 2", 2, 4), ("a: 1\n\tb: 2", 2, 1),
        ("? [a]\n: 1", 1, 3), ("a: {b: }}", 1, 9),
    ]) func `broken YAML has a line and a column`(text: String, line: Int, column: Int) throws {
        let found = #expect(throws: Diagnostic.self) { try YAMLNode(text, file: "x.yaml") }
        #expect(found?.line == line)
        #expect(found?.column == column, "\(found?.message.en ?? "")")
        #expect(found?.place == "x.yaml:\(line):\(column)")
    }

    /// The `!` of each text is what is looked for; the place in the file is where it stands.
    @Test(arguments: [
        ("when: a ! b", 3), ("when: \"a ! b\"", 3), ("when: 'it''s ! b'", 6), ("when: \"a\\\"\\u4e2d ! b\"", 5),
        ("when: |\n  a\n  b ! c", 5), ("when: >\n  a\n  b ! c", 5), ("when: a\n  b ! c", 5), ("when:\n    'a ! b'", 3),
    ]) func `a character of an expression is found in the file`(text: String, column: Int) throws {
        guard case .map(let entries) = try YAMLNode(text, file: "x.yaml").content, let when = entries.first else {
            return
        }
        guard case .scalar(let read, _) = when.value.content else { return }
        #expect(Array(read.unicodeScalars)[column - 1] == "!")
        let mark = WrittenText(text, from: when.value.mark).mark(of: column)
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        #expect(lines[mark.line - 1][mark.column - 1] == "!")
    }
}
