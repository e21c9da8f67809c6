import Values

/// What people wrote, as it may be shown to everybody: numbers by which somebody could be found are masked.
///
/// A name in plain words cannot be found by a machine; so words are shown only when who wrote them agreed to it.
enum PublishedWords {
    /// Runs of five or more digits, also with spaces or hyphens between, and mail addresses, become asterisks.
    static func masked(_ words: String) -> String {
        words.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.contains("@") ? String(repeating: "*", count: word.count) : String(word)
        }.joined(separator: " ").maskedDigits
    }
}

extension String {
    fileprivate var maskedDigits: String {
        var shown: [Character] = []
        var run: [Character] = []
        func end() {
            let digits = run.count { $0.isNumber || $0 == "X" || $0 == "x" }
            shown += digits >= 5 ? run.map { $0.isWhitespace ? $0 : "*" } : run
            run = []
        }
        for character in self {
            let isDigit = character.isNumber || (!run.isEmpty && (character == "X" || character == "x"))
            let isBetween = !run.isEmpty && (character == "-" || character == " ")
            if isDigit || isBetween {
                run.append(character)
            } else {
                end()
                shown.append(character)
            }
        }
        end()
        return String(shown)
    }
}
