import Values

/// One text being read: collects what is wrong and remembers the line of every place.
package struct Reading: Sendable {
    package let file: String
    package private(set) var diagnostics: [Diagnostic] = []
    /// Place (keys and indexes joined by `/`) → line.
    package private(set) var lines: [String: Int] = [:]
    /// Where the texts of the places begin, with their quotation marks.
    package private(set) var starts: [String: YAMLNode.Mark] = [:]

    package init(file: String) {
        self.file = file
    }

    /// Notes a problem at a place of the file that is being read.
    package mutating func report(
        _ kind: DiagnosticKind, at mark: YAMLNode.Mark, _ message: Wording, remedy: Wording
    ) {
        diagnostics.append(
            Diagnostic(
                kind: kind, file: file, line: mark.line, column: mark.column, message: message, remedy: remedy))
    }

    /// Reads a node; nil when nothing usable stands there, and then a diagnostic says why.
    package mutating func read(_ node: YAMLNode, as shape: Shape, at place: String) -> JSON? {
        lines[place] = node.line
        switch shape {
        case .orNull(let inner):
            return node.isNull ? .null : read(node, as: inner, at: place)
        case .form(let scalar, let list, let map):
            return readForm(node, [scalar, list, map], shape, at: place)
        case .list(let inner, let least): return readList(node, inner, least, shape, at: place)
        case .map(let key, let value, let placed):
            return readMap(node, key: key, value: value, isPlaced: placed, shape, at: place)
        case .keys(let keys): return readRecord(node, keys, shape, at: place)
        case .oneOf(let records): return readOneOf(node, records, shape, at: place)
        case .gives: return readGives(node, at: place)
        case .anything: return readAnything(node, at: place)
        default:
            starts[place] = node.mark
            return readScalar(node, shape)
        }
    }

    // MARK: Lists and maps

    private mutating func readForm(_ node: YAMLNode, _ forms: [Shape?], _ shape: Shape, at place: String) -> JSON? {
        let chosen: Shape? =
            switch node.content {
            case .scalar: forms[0]
            case .list: forms[1]
            case .map: forms[2]
            }
        guard let chosen else { return mistyped(node, shape) }
        return read(node, as: chosen, at: place)
    }

    private mutating func readList(
        _ node: YAMLNode, _ inner: Shape, _ least: Int, _ shape: Shape, at place: String
    ) -> JSON? {
        guard case .list(let nodes) = node.content else { return mistyped(node, shape) }
        if nodes.count < least {
            report(
                .missingKey, at: node.mark, Wording(zh: "列表不得为空", en: "the list may not be empty"),
                remedy: Wording(zh: "至少写 \(least) 项", en: "give at least \(least)"))
        }
        var list: [JSON] = []
        for (index, child) in nodes.enumerated() {
            if let json = read(child, as: inner, at: "\(place)/\(index)") { list.append(json) }
        }
        return .list(list)
    }

    private mutating func readMap(
        _ node: YAMLNode, key: Shape, value: Shape, isPlaced: Bool, _ shape: Shape, at place: String
    ) -> JSON? {
        guard case .map(let entries) = node.content else { return mistyped(node, shape) }
        var map: [String: JSON] = [:]
        for (index, entry) in entries.enumerated() {
            guard checkId(entry.key, as: key, at: entry.mark) else { continue }
            let at = Reading.join(place, entry.key)
            guard var json = read(entry.value, as: value, at: at) else { continue }
            lines[at] = entry.line
            if isPlaced, case .map(var inner) = json {
                inner["place"] = .number(Int64(index))
                json = .map(inner)
            }
            map[entry.key] = json
        }
        return .map(map)
    }

    private mutating func readRecord(_ node: YAMLNode, _ keys: [Shape.Key], _ shape: Shape, at place: String) -> JSON? {
        guard case .map(let entries) = node.content else { return mistyped(node, shape) }
        var map: [String: JSON] = [:]
        for entry in entries {
            guard let key = keys.first(where: { $0.name == entry.key }) else {
                unknownKey(entry, among: keys)
                continue
            }
            let at = Reading.join(place, entry.key)
            if let json = read(entry.value, as: key.shape, at: at) { map[entry.key] = json }
            lines[at] = entry.line
        }
        for key in keys where key.isNeeded && !entries.contains(where: { $0.key == key.name }) {
            report(
                .missingKey, at: node.mark,
                Wording(zh: "缺少“\(key.name)”", en: "`\(key.name)` is missing"),
                remedy: Wording(
                    zh: "补上“\(key.name)”：\(key.shape.described.zh)",
                    en: "add `\(key.name)`: \(key.shape.described.en)"))
        }
        return .map(map)
    }

    private mutating func unknownKey(_ entry: YAMLNode.Entry, among keys: [Shape.Key]) {
        let names = keys.map(\.name)
        let near = Nearest.name(to: entry.key, among: names)
        let all = names.joined(separator: ", ")
        report(
            .unknownKey, at: entry.mark,
            Wording(zh: "不认识的键“\(entry.key)”", en: "`\(entry.key)` is not a key here"),
            remedy: near.map { Wording(zh: "是否应为“\($0)”？", en: "did you mean `\($0)`?") }
                ?? Wording(zh: "可用的键：\(all)", en: "keys here: \(all)"))
    }

    private mutating func readOneOf(_ node: YAMLNode, _ records: [[Shape.Key]], _ shape: Shape, at place: String)
        -> JSON?
    {
        guard case .map(let entries) = node.content else { return mistyped(node, shape) }
        let keys = records.first { record in entries.contains { $0.key == record[0].name } }
        if let keys { return readRecord(node, keys, shape, at: place) }
        let names = records.map { $0[0].name }
        let all = names.joined(separator: " / ")
        report(
            .missingKey, at: node.mark, Wording(zh: "缺少 \(all) 之一", en: "one of \(all) is missing"),
            remedy: Wording(zh: "写明其中一个", en: "give one of them"))
        return nil
    }

    /// `reason: text`, `unit: optional unit`, `ground: choice suspension-grounds`.
    private mutating func readGives(_ node: YAMLNode, at place: String) -> JSON? {
        guard case .map(let entries) = node.content else { return mistyped(node, .gives) }
        var map: [String: JSON] = [:]
        for (index, entry) in entries.enumerated() {
            lines[Reading.join(place, entry.key)] = entry.line
            guard checkId(entry.key, as: .event, at: entry.mark) else { continue }
            guard case .scalar(let text, _) = entry.value.content, let kind = Reading.kind(text) else {
                report(
                    .badWord, at: entry.mark,
                    Wording(zh: "“\(entry.key)”的类型不认识", en: "the kind of `\(entry.key)` is not known"),
                    remedy: Wording(
                        zh: "可用：\(Reading.kinds.joined(separator: "、"))、choice <清单>，前面可加 optional",
                        en: "use \(Reading.kinds.joined(separator: ", ")), `choice <list id>`, `optional <kind>`"
                    ))
                continue
            }
            map[entry.key] = .map(kind.merging(["place": .number(Int64(index))]) { $1 })
        }
        return .map(map)
    }

    static let kinds = [
        "text", "number", "boolean", "date", "list", "citations", "answers", "limit", "case", "unit", "money", "grade",
    ]

    private static func kind(_ text: String) -> [String: JSON]? {
        var words = text.split(separator: " ").map(String.init)
        var map: [String: JSON] = [:]
        if words.first == "optional" {
            map["optional"] = true
            words.removeFirst()
        }
        if words.count == 1, kinds.contains(words[0]) {
            map["kind"] = .text(words[0])
            return map
        }
        guard words.count == 2, words[0] == "choice", IdForm.isId(words[1]) else { return nil }
        map["kind"] = "choice"
        map["list"] = .text(words[1])
        return map
    }

    static func join(_ place: String, _ key: String) -> String { place.isEmpty ? key : place + "/" + key }
}

extension YAMLNode {
    var isNull: Bool {
        if case .scalar(let text, true) = content { return text == "null" || text == "~" || text.isEmpty }
        return false
    }

    var described: Wording {
        switch content {
        case .scalar(let text, _):
            text.isEmpty
                ? Wording(zh: "空白", en: "nothing")
                : Wording(
                    zh: "“\(text.prefix(40))”",
                    en: "`\(text.prefix(40))`")
        case .list: Wording(zh: "列表", en: "a list")
        case .map: Wording(zh: "映射", en: "a map")
        }
    }
}
