import Definitions
import Testing

/// One fault put into the good library, and the one diagnostic that must come of it.
struct Damage: Sendable, CustomTestStringConvertible {
    let kind: DiagnosticKind
    /// Where the change is made.
    let path: String
    let old: String
    let new: String
    /// A piece of the line that the diagnostic must name, in the damaged text.
    let at: String
    /// Where the diagnostic must point.
    let file: String
    /// More to change in the same text.
    let also: [(old: String, new: String)]

    init(
        _ kind: DiagnosticKind, _ path: String, _ old: String, _ new: String, at: String, in file: String? = nil,
        also: [(old: String, new: String)] = []
    ) {
        self.kind = kind
        self.path = path
        self.old = old
        self.new = new
        self.at = at
        self.file = file ?? path
        self.also = also
    }

    var testDescription: String { "\(kind.rawValue): \(new.prefix(60))" }

    var texts: [String: String] {
        var texts = GoodLibrary.texts
        texts[path] = texts[path]?.replacing(old, with: new)
        for change in also { texts[path] = texts[path]?.replacing(change.old, with: change.new) }
        return texts
    }

    /// The line of `at` in the damaged text, from 1.
    func line() throws -> Int {
        let lines = try #require(texts[file]).split(separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.contains(at) }) + 1
    }
}
