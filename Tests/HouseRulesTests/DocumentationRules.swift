/// Whatever crosses a target border says what it means.
enum DocumentationRules {
    static let all = [documented]

    private static let rooms: Set<String> = [
        "Values", "Rules", "Definitions", "Casework", "Proofs", "Storage", "Web", "Documents",
    ]

    /// Types at the margin, functions, and initialisers that decide something.
    ///
    /// Left out on purpose: the parts of a value and its nested types, which its own comment explains, operators,
    /// memberwise initialisers, what a protocol of the standard library asks for, `html` of a component and
    /// `handle` of a middleware, which mean the same in all.
    static let documented = HouseRule(name: "every package type and function has a doc comment") { house in
        house.sources.filter { rooms.contains($0.target ?? "") }.flatMap { file in
            file.tokens.indices.compactMap { index -> Finding? in
                guard file.tokens[index].text == "package", let name = nameThatNeedsWords(at: index, in: file),
                    !hasDocComment(above: file.tokens[index].line, in: file)
                else { return nil }
                return Finding(path: file.path, line: file.tokens[index].line, message: "`\(name)` has no doc comment")
            }
        }
    }

    private static let standard: Set<String> = [
        "hash", "encode", "next", "makeIterator", "index", "appendLiteral", "appendInterpolation",
        "html", "handle", "handle",
    ]

    private static func nameThatNeedsWords(at index: Int, in file: SourceFile) -> String? {
        let modifiers: Set<String> = [
            "static", "final", "mutating", "nonisolated", "override", "indirect", "consuming",
        ]
        let rest = file.tokens[(index + 1)...]
        guard let keyword = rest.firstIndex(where: { !modifiers.contains($0.text) }),
            file.tokens.indices.contains(keyword + 1)
        else { return nil }
        let name = file.tokens[keyword + 1]
        switch file.tokens[keyword].text {
        case "struct", "enum", "class", "actor", "protocol", "typealias":
            return file.tokens[index].column == 0 ? name.text : nil
        case "func": return name.isWord && !standard.contains(name.text) ? name.text : nil
        case "init": return isMemberwise(keyword, in: file.tokens) ? nil : "init"
        default: return nil
        }
    }

    /// A body of nothing but `self.x = x`, or one that a literal protocol asks for.
    private static func isMemberwise(_ start: Int, in tokens: [Token]) -> Bool {
        if tokens.indices.contains(start + 2), tokens[start + 2].text.hasSuffix("Literal") { return true }
        let asked: Set<String> = ["stringInterpolation", "literalCapacity", "source"]
        if tokens.indices.contains(start + 2), asked.contains(tokens[start + 2].text) { return true }
        guard let open = tokens[start...].firstIndex(where: { $0.text == "{" }) else { return false }
        var index = open + 1
        while tokens.indices.contains(index), tokens[index].text != "}" {
            let hasSelf = tokens[index].text == "self"
            let name = hasSelf ? index + 2 : index
            guard tokens.indices.contains(name + 2), tokens[name].isWord, tokens[name + 1].text == "=",
                tokens[name + 2].isWord
            else { return false }
            index = name + 3
        }
        return true
    }

    private static func hasDocComment(above line: Int, in file: SourceFile) -> Bool {
        var above = line - 2
        // Attributes, and one-line declarations that share the comment above the first of them.
        while above >= 0, isSkipped(file.lines[above].drop { $0 == " " }) { above -= 1 }
        guard above >= 0 else { return false }
        let text = file.lines[above].drop { $0 == " " }
        return text.hasPrefix("///") || text.hasSuffix("*/")
    }

    private static func isSkipped(_ line: Substring) -> Bool {
        line.hasPrefix("@") || (line.hasPrefix("package ") && line.contains("(") && !line.hasSuffix("{"))
    }
}
