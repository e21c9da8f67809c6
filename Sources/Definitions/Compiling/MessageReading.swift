import Rules
import Values

/// Notices: `{FEEL}`, `{if FEEL: text}` and `{for x in FEEL: text}`, not nested.
extension ExpressionCompiler {
    mutating func message(_ id: String, _ part: Part, scope: Scope) throws(Failure) -> MessageTemplate {
        let text = try part.need("text")
        var texts: [Language: [MessageTemplate.Piece]] = [:]
        for (language, key) in [(Language.chinese, "zh"), (.english, "en")] {
            texts[language] = pieces(try text.text(key), at: text.path + [key], scope: scope, isInner: false)
        }
        for (index, said) in part.texts("must_say").enumerated() where !["outcome", "appeal", "service"].contains(said)
        {
            _ = compile(said, at: part.path + ["must_say", "\(index)"], in: scope)
        }
        var appeal: [String: (within: LegalPeriod, law: Citation)] = [:]
        for (way, one) in part.entries("appeal") {
            guard let within = try one.period("within") else { throw one.defect("`within` is missing") }
            appeal[way] = (within, try one.neededCitation("law"))
        }
        return MessageTemplate(
            id: id, name: try part.wording("name"), ways: part.texts("ways"), isDocument: part.isTrue("document"),
            law: part.citation("law"), mustSay: part.texts("must_say"), text: texts, appeal: appeal)
    }

    private mutating func pieces(_ text: String, at path: [String], scope: Scope, isInner: Bool)
        -> [MessageTemplate.Piece]
    {
        var pieces: [MessageTemplate.Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let close = MessageText.closing(of: open, in: rest) else {
                report(MessageText.problem(.unclosed, path: path, source: text))
                return pieces
            }
            let inner = rest[rest.index(after: open)..<close]
            if let piece = piece(String(inner), at: path, scope: scope, isInner: isInner) { pieces.append(piece) }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    private mutating func piece(_ inner: String, at path: [String], scope: Scope, isInner: Bool)
        -> MessageTemplate.Piece?
    {
        let isCondition = inner.hasPrefix("if ")
        guard isCondition || inner.hasPrefix("for ") else {
            return compile(inner, at: path, in: scope).map { .value($0) }
        }
        guard !isInner else {
            report(MessageText.problem(.nested, path: path, source: inner))
            return nil
        }
        guard let (head, body) = MessageText.split(inner) else {
            report(MessageText.problem(.noColon, path: path, source: inner))
            return nil
        }
        if isCondition {
            let condition = compile(String(head.dropFirst(3)), at: path, in: scope)
            let inside = pieces(body, at: path, scope: scope, isInner: true)
            return condition.map { .conditional($0, inside) }
        }
        return loop(head, body, at: path, scope: scope)
    }

    private mutating func loop(_ head: String, _ body: String, at path: [String], scope: Scope)
        -> MessageTemplate.Piece?
    {
        let words = head.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true).map(String.init)
        guard words.count == 4, words[2] == "in", IdForm.isEvent(words[1]) else {
            report(MessageText.problem(.badLoop, path: path, source: head))
            return nil
        }
        let list = compile(words[3], at: path, in: scope)
        var element = FactType.any
        if case .list(let inner)? = list?.type { element = inner }
        let inside = pieces(body, at: path, scope: loopScope(words[1], element, in: scope), isInner: true)
        return list.map { .each(variable: words[1], $0, inside) }
    }
}

/// The form of a message text.
enum MessageText {
    enum Fault { case unclosed, nested, noColon, badLoop }

    /// The brace that closes the one at `open`.
    static func closing(of open: Substring.Index, in text: Substring) -> Substring.Index? {
        var depth = 0
        var index = open
        while index < text.endIndex {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" {
                depth -= 1
                if depth == 0 { return index }
            }
            index = text.index(after: index)
        }
        return nil
    }

    /// `if FEEL: text` at the first colon outside quotation marks and brackets.
    static func split(_ text: String) -> (String, String)? {
        var isQuoted = false
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "\"": isQuoted.toggle()
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            case ":" where !isQuoted && depth == 0:
                let body = text[text.index(after: index)...].drop { $0 == " " }
                return (String(text[..<index]), String(body))
            default: break
            }
        }
        return nil
    }

    /// Whether a sentence is one of these faults and not of an expression inside.
    static func isOwn(_ message: Wording) -> Bool {
        [Fault.unclosed, .nested, .noColon, .badLoop].contains { problem($0, path: [], source: "").message == message }
    }

    static func problem(_ fault: Fault, path: [String], source: String) -> CompileProblem {
        let message: Wording
        let remedy: Wording
        switch fault {
        case .unclosed:
            message = Wording(zh: "花括号没有结束", en: "a brace is not closed")
            remedy = Wording(zh: "补上 }", en: "add }")
        case .nested:
            message = Wording(zh: "if 和 for 不得互相嵌套", en: "`if` and `for` are not nested")
            remedy = Wording(zh: "拆成两段", en: "write two pieces")
        case .noColon:
            message = Wording(zh: "条件之后缺少冒号", en: "the colon after the condition is missing")
            remedy = Wording(zh: "写成 {if 条件: 文字}", en: "write {if condition: text}")
        case .badLoop:
            message = Wording(zh: "循环的写法不对", en: "this is not a loop")
            remedy = Wording(zh: "写成 {for x in 列表: 文字}", en: "write {for x in list: text}")
        }
        return CompileProblem(path: path, source: source, column: 1, message: message, remedy: remedy)
    }
}
