import Values

/// The light of a clock (灯): 正常 ●, 黄灯 ▲, 红灯 ■, 暂停 ‖, always with its word.
package struct Light: Piece {
    package enum State: Hashable, Sendable, CaseIterable {
        case normal, warn, bad, pause
    }

    package let state: State
    package let word: String

    package init(_ state: State, _ word: String) {
        self.state = state
        self.word = word
    }

    package func html(in language: Language) -> HTML {
        switch state {
        case .normal: "<span class=\"light\">\(word)</span>"
        case .warn: "<span class=\"light light--warn\">\(word)</span>"
        case .bad: "<span class=\"light light--bad\">\(word)</span>"
        case .pause: "<span class=\"light light--pause\">\(word)</span>"
        }
    }
}

/// A short status word in a box (标签), such as 审查中 or 要补正.
package struct Tag: Piece {
    package let tone: Tone
    package let word: String

    package init(_ tone: Tone, _ word: String) {
        self.tone = tone
        self.word = word
    }

    package func html(in language: Language) -> HTML {
        "<span class=\"tag\(tone.modifier(of: "tag"))\">\(word)</span>"
    }
}
