/// One file of the house, read once; its path counts from the root of the repository.
struct SourceFile: Sendable {
    let path: String
    let text: String
    let lines: [Substring]
    let tokens: [Token]
    let comments: [Passage]
    let strings: [Passage]
    private let words: Set<String>

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard path.hasSuffix(".swift") else {
            (tokens, comments, strings, words) = ([], [], [], [])
            return
        }
        let scanner = Scanner(text)
        (tokens, comments, strings) = (scanner.tokens, scanner.comments, scanner.strings)
        words = Set(tokens.map(\.text))
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    var isTest: Bool { path.hasPrefix("Tests/") && isSwift }

    /// `Casework` for `Sources/Casework/Clock.swift`; nil outside `Sources`.
    var target: String? { folder(0, under: "Sources/") }

    /// `Cases` for `Sources/Features/Cases/CaseStore.swift`; nil elsewhere.
    var feature: String? { folder(0, under: "Sources/Features/") }

    /// `CaseStore` for `Sources/Features/Cases/CaseStore.swift`.
    var name: String {
        let last = path.split(separator: "/").last ?? ""
        return String(last.split(separator: ".").first ?? "")
    }

    private func folder(_ index: Int, under prefix: String) -> String? {
        guard isSwift, path.hasPrefix(prefix) else { return nil }
        let parts = path.dropFirst(prefix.count).split(separator: "/")
        return parts.count > index + 1 ? String(parts[index]) : nil
    }

    /// Modules named by `import`, each with its line.
    var imports: [Token] {
        tokens.indices.compactMap { index in
            guard tokens[index].text == "import", tokens.indices.contains(index + 1) else { return nil }
            let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let isKind = kinds.contains(tokens[index + 1].text) && tokens.indices.contains(index + 2)
            return tokens[index + (isKind ? 2 : 1)]
        }
    }

    /// Names of declared types, each with its line; those at the margin only if asked so.
    func types(atMarginOnly: Bool) -> [Token] {
        let words: Set<String> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
        return tokens.indices.compactMap { index in
            guard words.contains(tokens[index].text), tokens.indices.contains(index + 1) else { return nil }
            let name = tokens[index + 1]
            let isMember = index > 0 && tokens[index - 1].text == "."
            guard name.isWord, name.text.first?.isUppercase == true, !isMember, name.line == tokens[index].line else {
                return nil
            }
            if atMarginOnly, firstColumn(ofLine: name.line) != 0 { return nil }
            return name
        }
    }

    private func firstColumn(ofLine line: Int) -> Int {
        lines[line - 1].prefix { $0 == " " }.count
    }

    /// Lines at which these tokens stand one after another.
    func places(of wanted: [String]) -> [Int] {
        guard wanted.allSatisfy(words.contains), tokens.count >= wanted.count else { return [] }
        return (0...(tokens.count - wanted.count)).compactMap { start in
            zip(tokens[start...], wanted).allSatisfy { $0.text == $1 } ? tokens[start].line : nil
        }
    }

    /// Whether a comment stands on the line or on the one above it.
    func hasComment(at line: Int) -> Bool {
        comments.contains { comment in
            let end = comment.line + comment.text.filter { $0 == "\n" }.count
            return comment.line == line || end == line - 1
        }
    }
}

/// What a rule found, and where.
struct Finding: Hashable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}

/// All files that the rules look at.
struct House: Sendable {
    let files: [SourceFile]

    var sources: [SourceFile] { files.filter { $0.target != nil } }
    var tests: [SourceFile] { files.filter(\.isTest) }
}

/// One rule of the house, as a function from files to findings.
struct HouseRule: Sendable, CustomStringConvertible {
    let name: String
    let findings: @Sendable (House) -> [Finding]

    var description: String { name }
}
