import Values

/// A part of a page: a small value that a page fills from its model, and its only form in HTML.
package protocol Piece: Sendable {
    func html(in language: Language) -> HTML
}

extension HTML.StringInterpolation {
    /// `\(clock, language)`.
    package mutating func appendInterpolation(_ piece: some Piece, _ language: Language) {
        appendInterpolation(piece.html(in: language))
    }

    /// `\(notice, language)`; nothing when there is no piece.
    package mutating func appendInterpolation(_ piece: (some Piece)?, _ language: Language) {
        if let piece { appendInterpolation(piece.html(in: language)) }
    }

    /// `\(notices, language)`: one after the other.
    package mutating func appendInterpolation(_ pieces: [some Piece], _ language: Language) {
        for piece in pieces { appendInterpolation(piece.html(in: language)) }
    }

    /// `\(Wording(zh: "受理", en: "Accepted"), language)`.
    package mutating func appendInterpolation(_ wording: Wording, _ language: Language) {
        appendInterpolation(wording[language])
    }
}

/// How urgent something is: always a shape and a word too, never the colour alone.
package enum Tone: Hashable, Sendable, CaseIterable {
    case plain, info, ok, warn, bad
}

extension Tone {
    /// The second class of a block, such as `tag--warn`, with its leading space.
    func modifier(of block: StaticString) -> HTML {
        let name: HTML
        switch self {
        case .plain: return .empty
        case .info: name = "--info"
        case .ok: name = "--ok"
        case .warn: name = "--warn"
        case .bad: name = "--bad"
        }
        return " \(HTML(stringLiteral: block))\(name)"
    }
}
