/// A file is one thing; a function fits in view.
///
/// Text of another language in a multi-line string (a style sheet, SQL) is not Swift and does not count; a row of a
/// table in a doc comment cannot be broken.
enum LengthRules {
    static let all = [lines, files, functions]

    static let longestLine = 120
    static let longestFile = 400
    static let longestFunction = 60

    static let lines = HouseRule(name: "a line has at most 120 characters") { house in
        house.files.filter(\.isSwift).flatMap { file in
            let foreign = linesOfStrings(in: file)
            return file.lines.enumerated().compactMap { index, line -> Finding? in
                guard line.count > longestLine, !foreign.contains(index + 1), !line.hasPrefix("/// |") else {
                    return nil
                }
                return Finding(path: file.path, line: index + 1, message: "\(line.count) characters")
            }
        }
    }

    static let files = HouseRule(name: "a file has at most 400 lines") { house in
        house.files.filter { $0.isSwift && lineCount($0) > longestFile }.map {
            Finding(path: $0.path, line: longestFile + 1, message: "\(lineCount($0)) lines")
        }
    }

    static let functions = HouseRule(name: "a function has at most 60 lines") { house in
        house.files.filter(\.isSwift).flatMap { file in
            bodies(in: file).filter { $0.lines > longestFunction }.map {
                Finding(path: file.path, line: $0.line, message: "\($0.name) has \($0.lines) lines")
            }
        }
    }

    private static func lineCount(_ file: SourceFile) -> Int {
        file.lines.count - (file.lines.last == "" ? 1 : 0) - linesOfStrings(in: file).count
    }

    /// Lines inside multi-line strings, without the one on which each begins.
    private static func linesOfStrings(in file: SourceFile) -> Set<Int> {
        var inside: Set<Int> = []
        for string in file.strings {
            let count = string.text.utf8.count { $0 == 0x0A }
            if count > 0 { inside.formUnion((string.line + 1)...(string.line + count)) }
        }
        return inside
    }

    private static func bodies(in file: SourceFile) -> [(name: String, line: Int, lines: Int)] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            guard ["func", "init", "subscript"].contains(tokens[index].text), isDeclaration(index, in: tokens),
                let open = openingBrace(after: index, in: tokens), let close = closingBrace(of: open, in: tokens)
            else { return nil }
            let name = tokens[index].text == "func" ? tokens[index + 1].text : tokens[index].text
            return (name, tokens[index].line, tokens[close].line - tokens[index].line + 1)
        }
    }

    /// Not `self.init(…)` or `map(Line.init)`.
    private static func isDeclaration(_ index: Int, in tokens: [Token]) -> Bool {
        guard tokens.indices.contains(index + 1) else { return false }
        return index == 0 || tokens[index - 1].text != "."
    }

    /// The brace that opens the body; nil for a requirement of a protocol.
    private static func openingBrace(after start: Int, in tokens: [Token]) -> Int? {
        var depth = 0
        for index in tokens.indices.dropFirst(start + 1) {
            switch tokens[index].text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return index
            case "}" where depth == 0, "func" where depth == 0, "var" where depth == 0: return nil
            default: continue
            }
        }
        return nil
    }

    private static func closingBrace(of open: Int, in tokens: [Token]) -> Int? {
        var depth = 0
        for index in tokens.indices.dropFirst(open) {
            if tokens[index].text == "{" { depth += 1 }
            if tokens[index].text == "}" {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }
}
