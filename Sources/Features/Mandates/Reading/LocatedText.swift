import Values

/// A character's place in the source: the index of its line, and how many characters stand before it there.
package struct SourcePoint: Hashable, Sendable, Comparable {
    package let line: Int
    package let offset: Int

    package static func < (left: SourcePoint, right: SourcePoint) -> Bool {
        (left.line, left.offset) < (right.line, right.offset)
    }
}

/// From the first character of a passage to its last, in the source.
package struct SourcePassage: Hashable, Sendable {
    package let from: SourcePoint
    package let to: SourcePoint

    package init(from: SourcePoint, to: SourcePoint) {
        self.from = from
        self.to = to
    }
}

/// Text in its normal form, each character with what is printed and where: widths and brackets are made the same,
/// spaces that mean nothing are gone.
struct LocatedText: Hashable, Sendable {
    private(set) var normal: [Unicode.Scalar] = []
    private(set) var printed: [Unicode.Scalar] = []
    private(set) var points: [SourcePoint] = []

    var count: Int { normal.count }
    var isEmpty: Bool { normal.isEmpty }
    var last: Unicode.Scalar? { normal.last }
    var first: Unicode.Scalar? { normal.first }

    mutating func append(_ scalar: Unicode.Scalar, printed: Unicode.Scalar, at point: SourcePoint) {
        normal.append(scalar)
        self.printed.append(printed)
        points.append(point)
    }

    mutating func append(_ other: LocatedText) {
        normal += other.normal
        printed += other.printed
        points += other.points
    }

    subscript(range: Range<Int>) -> LocatedText {
        var part = LocatedText()
        part.normal = Array(normal[range])
        part.printed = Array(printed[range])
        part.points = Array(points[range])
        return part
    }

    /// Without what is blank at both ends.
    var trimmed: LocatedText {
        var from = 0
        var to = count
        while from < to, normal[from] == " " { from += 1 }
        while to > from, normal[to - 1] == " " { to -= 1 }
        return from == 0 && to == count ? self : self[from..<to]
    }

    /// In its normal form, for comparing and searching.
    var string: String { LocatedText.string(normal) }

    /// As it is printed.
    var printedString: String { LocatedText.string(printed) }

    var passage: SourcePassage? {
        guard let from = points.first, let to = points.last else { return nil }
        return SourcePassage(from: from, to: to)
    }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The same text without some of its parts.
    func without(_ ranges: [Range<Int>]) -> LocatedText {
        var rest = LocatedText()
        var at = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= at {
            rest.append(self[at..<range.lowerBound])
            at = range.upperBound
        }
        rest.append(self[at..<count])
        return rest
    }

    /// Parts between any of these marks, without empty ones.
    func split(at marks: Set<Unicode.Scalar>) -> [LocatedText] {
        var parts: [LocatedText] = []
        var start = 0
        for index in 0...count where index == count || marks.contains(normal[index]) {
            if index > start { parts.append(self[start..<index]) }
            start = index + 1
        }
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }
}

/// A fixed set of words, found at a place in a text: the longest one first.
struct WordSet: Sendable {
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

    init(_ words: String) {
        let all = words.split { $0 == " " || $0 == "\n" }.map { Array(String($0).unicodeScalars) }
        byFirst = Dictionary(grouping: all, by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// How long the longest word is that stands at this place; nil when none does.
    func length(at index: Int, in text: [Unicode.Scalar]) -> Int? {
        guard index >= 0, index < text.count, let words = byFirst[text[index]] else { return nil }
        for word in words where index + word.count <= text.count {
            if word.indices.allSatisfy({ word[$0] == text[index + $0] }) { return word.count }
        }
        return nil
    }

    /// The longest word that ends before this place; nil when none does.
    func lengthBefore(_ end: Int, in text: [Unicode.Scalar]) -> Int? {
        for length in stride(from: min(12, end), to: 0, by: -1) {
            guard let words = byFirst[text[end - length]] else { continue }
            let isThere = words.contains { word in
                word.count == length && word.indices.allSatisfy { word[$0] == text[end - length + $0] }
            }
            if isThere { return length }
        }
        return nil
    }

    /// Whether any of the words stands anywhere in the text.
    func isIn(_ text: [Unicode.Scalar]) -> Bool { text.indices.contains { length(at: $0, in: text) != nil } }

    /// Whether the text is one of the words.
    func holds(_ text: [Unicode.Scalar]) -> Bool { length(at: 0, in: text) == text.count }

    /// Whether the text begins with one of the words.
    func begins(_ text: [Unicode.Scalar]) -> Bool { length(at: 0, in: text) != nil }
}
