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

    /// Only the damaged text is read again.
    var library: Library { GoodLibrary.library.replacing([path: damaged]) }

    private var damaged: String? {
        var text = GoodLibrary.texts[path]?.replacing(old, with: new)
        for change in also { text = text?.replacing(change.old, with: change.new) }
        return text
    }

    /// The line of `at` in the damaged text, from 1.
    func line() throws -> Int {
        let lines = try #require(file == path ? damaged : GoodLibrary.texts[file]).split(
            separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.contains(at) }) + 1
    }
}
