import Values

/// The result of a check, said at once (有效、已过期、已注销、查不到).
package struct Verdict: Piece {
    package enum Kind: Hashable, Sendable, CaseIterable { case good, doubtful, bad }

    package let kind: Kind
    package let heading: String
    package let paragraphs: [HTML]

    package init(_ kind: Kind, heading: String, paragraphs: [HTML]) {
        self.kind = kind
        self.heading = heading
        self.paragraphs = paragraphs
    }

    /// The heading is the page's h1.
    package func html(in language: Language) -> HTML {
        let modifier: HTML
        let icon: Icon
        switch kind {
        case .good: (modifier, icon) = ("", .checkCircle)
        case .doubtful: (modifier, icon) = (" verdict--warn", .warning)
        case .bad: (modifier, icon) = (" verdict--bad", .warning)
        }
        return """
            <div class="verdict\(modifier)"><h1>\(icon.html)\(heading)</h1>\(paragraphs, { "<p>\($0)</p>" })</div>
            """
    }
}
