import Values
import Yams

/// A YAML text as a tree of strings with line numbers: our schema gives the types, never YAML's guesses.
package struct YAMLNode: Sendable {
    package indirect enum Content: Sendable {
        /// The text, and whether it stood without quotation marks (only then may it be a number, a truth or `null`).
        case scalar(String, isPlain: Bool)
        case list([YAMLNode])
        /// In the order of the file; keys are unique.
        case map([Entry])
    }

    package struct Entry: Sendable {
        package let key: String
        package let mark: Mark
        package let value: YAMLNode

        package var line: Int { mark.line }
    }

    /// Where something begins, both from 1; the column is counted in characters.
    package struct Mark: Hashable, Sendable {
        package let line: Int
        package let column: Int
    }

    package let content: Content
    /// A quoted text begins with its quotation mark.
    package let mark: Mark

    package var line: Int { mark.line }

    /// A text longer than this is refused, in bytes.
    package static let sizeLimit = 512 * 1024
    /// Lists and maps may lie this deep in one another.
    package static let depthLimit = 32

    /// Reads one document.
    ///
    /// Throws the diagnostic that says why the text cannot be read: broken YAML, anchors, aliases, tags, duplicate
    /// keys, several documents, too large or too deep.
    package init(_ text: String, file: String) throws(Diagnostic) {
        guard text.utf8.count <= YAMLNode.sizeLimit else {
            throw Diagnostic(
                kind: .tooLarge, file: file, line: 1,
                message: Wording(zh: "文件过大", en: "the file is too large"),
                remedy: Wording(zh: "单个文件不超过 512 KB", en: "keep a file under 512 KB"))
        }
        self = try YAMLNode.compose(text, file: file)
    }

    private init(content: Content, mark: Mark) {
        self.content = content
        self.mark = mark
    }

    private static func compose(_ text: String, file: String) throws(Diagnostic) -> YAMLNode {
        do {
            // The parser is kept alive: a node refers to its anchor weakly.
            // With the basic resolver every scalar is a text, so the keys `1` and `"1"` are the same key.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else {
                    return YAMLNode(content: .map([]), mark: Mark(line: 1, column: 1))
                }
                return try converted(root, file: file, depth: 0, isKey: false)
            }
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw YAMLNode.diagnostic(of: error, text: text, file: file)
        }
    }

    private static func converted(_ node: Node, file: String, depth: Int, isKey: Bool) throws -> YAMLNode {
        let mark = Mark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        guard depth <= depthLimit else {
            throw Diagnostic(
                kind: .tooLarge, file: file, line: mark.line, column: mark.column,
                message: Wording(zh: "层级过深", en: "lists and maps lie too deep in one another"),
                remedy: Wording(zh: "最多 32 层", en: "at most 32 levels"))
        }
        if node.anchor != nil || node.isAlias {
            throw forbidden("锚点和别名（& *）", "anchors and aliases (& *)", file: file, at: mark)
        }
        // Yams names keys (when it compares them) and quoted texts `str` by itself.
        let isImplied = node.writtenTag == "tag:yaml.org,2002:str" && (isKey || !node.isPlain)
        if !node.writtenTag.isEmpty && !isImplied {
            throw forbidden("标签（!）", "tags (!)", file: file, at: mark)
        }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(content: .scalar(scalar.string, isPlain: scalar.style == .plain), mark: mark)
        case .sequence(let sequence):
            let list = try sequence.map { try converted($0, file: file, depth: depth + 1, isKey: false) }
            return YAMLNode(content: .list(list), mark: mark)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                let name = try converted(key, file: file, depth: depth + 1, isKey: true)
                guard case .scalar(let text, _) = name.content else {
                    throw forbidden("由列表或映射构成的键", "keys that are lists or maps", file: file, at: name.mark)
                }
                let child = try converted(value, file: file, depth: depth + 1, isKey: false)
                entries.append(Entry(key: text, mark: name.mark, value: child))
            }
            return YAMLNode(content: .map(entries), mark: mark)
        case .alias:
            throw forbidden("别名（*）", "aliases (*)", file: file, at: mark)
        }
    }

    private static func forbidden(_ zh: String, _ en: String, file: String, at mark: Mark) -> Diagnostic {
        Diagnostic(
            kind: .yamlForbidden, file: file, line: mark.line, column: mark.column,
            message: Wording(zh: "不允许使用\(zh)", en: "\(en) are not allowed here"),
            remedy: Wording(
                zh: "把内容直接写出来；文字里的特殊符号请加引号",
                en: "write the content out; quote a text that holds special characters"))
    }
}

extension Node {
    fileprivate var isAlias: Bool {
        if case .alias = self { return true }
        return false
    }

    fileprivate var isPlain: Bool { scalar?.style == .plain }

    /// The tag as written; empty when the text has none.
    fileprivate var writtenTag: String {
        switch self {
        case .scalar(let scalar): scalar.tag.description
        case .sequence(let sequence): sequence.tag.description
        case .mapping(let mapping): mapping.tag.description
        case .alias: ""
        }
    }
}

extension YAMLNode {
    /// What Yams says, as a diagnostic at the line where it says it.
    private static func diagnostic(of error: any Error, text: String, file: String) -> Diagnostic {
        switch error {
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let names = keys.joined(separator: ", ")
            return Diagnostic(
                kind: .duplicateKey, file: file, line: secondLine(of: keys.first, after: context.mark.line, in: text),
                message: Wording(zh: "键“\(names)”重复", en: "the key `\(names)` stands twice in one map"),
                remedy: Wording(zh: "删去一个，或改用另一个键", en: "remove one, or use another key"))
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            // What is never closed is noticed at the end of the text; the place to mend is where it begins.
            let isAtEnd = mark.line > text.split(separator: "\n").count || problem.contains("end of stream")
            let place = isAtEnd ? context?.mark ?? mark : mark
            return syntax(problem, file: file, line: place.line, column: place.column)
        default:
            return syntax("the text cannot be read", file: file, line: 1, column: 1)
        }
    }

    private static func syntax(_ problem: String, file: String, line: Int, column: Int) -> Diagnostic {
        Diagnostic(
            kind: .yamlSyntax, file: file, line: max(1, line), column: max(1, column),
            message: Wording(zh: "YAML 写法有误：\(problem)", en: "this is not YAML: \(problem)"),
            remedy: Wording(
                zh: "检查缩进、引号和括号；含有 : , ? 的文字请加引号",
                en: "look at indentation, quotes and braces; quote a text that holds : , or ?"))
    }

    /// Yams names the first of the equal keys; the one to remove is usually the next line that begins with it.
    private static func secondLine(of key: String?, after first: Int, in text: String) -> Int {
        guard let key else { return first }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for index in first..<max(first, lines.count) {
            let start = lines[index].drop { $0 == " " || $0 == "-" }
            let forms = [key, "\"\(key)\"", "'\(key)'"]
            if forms.contains(where: { start.hasPrefix($0 + ":") }) { return index + 1 }
        }
        return first
    }
}
