import Values

/// Reads the object that a system sent, and collects everything that must be put right.
///
/// A name that nobody reads is a problem too: a misspelt one would otherwise be dropped in silence.
struct InterfaceReading {
    private let map: [String: JSON]
    /// Before every name, such as `applicant.`.
    private let prefix: String
    private var read: Set<String> = []
    private(set) var problems: [Problem] = []

    /// Values may lie this deep in one another.
    private static let deepest = 16

    init(_ json: JSON, prefix: String = "") {
        self.prefix = prefix
        map = json.map ?? [:]
        if json.map == nil { note(prefix.isEmpty ? "body" : String(prefix.dropLast()), InterfaceReading.object) }
    }

    /// The value under a name; nil when absent or null.
    mutating func value(_ name: String) -> JSON? {
        read.insert(name)
        guard let value = map[name], !value.isNull else { return nil }
        guard InterfaceReading.isPlain(value, depth: 0) else {
            note(prefix + name, InterfaceReading.plain)
            return nil
        }
        return value
    }

    mutating func text(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.text, !text.isEmpty else { return wrong(name, InterfaceReading.text) }
        return text
    }

    /// A text that must be there; empty with a problem otherwise.
    mutating func neededText(_ name: String) -> String {
        guard map[name].map({ !$0.isNull }) ?? false else { return missing(name) ?? "" }
        return text(name) ?? ""
    }

    /// A whole number from 0.
    mutating func number(_ name: String) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.number, number >= 0 else { return wrong(name, InterfaceReading.number) }
        return number
    }

    mutating func day(_ name: String) -> Day? {
        guard let text = text(name) else { return nil }
        return Day(text) ?? wrong(name, InterfaceReading.day)
    }

    mutating func object(_ name: String) -> [String: JSON] {
        guard let value = value(name) else { return [:] }
        return value.map ?? wrong(name, InterfaceReading.object) ?? [:]
    }

    mutating func list(_ name: String) -> [JSON] {
        guard let value = value(name) else { return [] }
        return value.list ?? wrong(name, InterfaceReading.list) ?? []
    }

    mutating func texts(_ name: String) -> [String] {
        let list = list(name)
        let texts = list.compactMap(\.text)
        if texts.count != list.count { note(prefix + name, InterfaceReading.texts) }
        return texts
    }

    mutating func identifier<Owner>(_ name: String) -> Identifier<Owner>? {
        guard let text = text(name) else { return nil }
        return Identifier(text) ?? wrong(name, InterfaceReading.identifier)
    }

    mutating func add(_ more: [Problem]) { problems += more }

    mutating func add(_ place: String, zh: String, en: String) {
        problems.append(
            Problem(place: prefix + place, message: Wording(zh: zh, en: en), remedy: InterfaceReading.remedy))
    }

    mutating func missing<Value>(_ name: String) -> Value? {
        read.insert(name)
        add(name, zh: "缺少 \(prefix)\(name)", en: "`\(prefix)\(name)` is missing")
        return nil
    }

    /// Throws every problem that was found, those of unread names among them.
    func check() throws(Failure) {
        var all = problems
        for name in map.keys.sorted() where !read.contains(name) {
            all.append(
                Problem(
                    place: prefix + name, message: Wording(zh: "这里没有这一项", en: "There is no such entry here"),
                    remedy: InterfaceReading.remedy))
        }
        if !all.isEmpty { throw .problems(all) }
    }

    private mutating func wrong<Value>(_ name: String, _ message: Wording) -> Value? {
        note(prefix + name, message)
        return nil
    }

    private mutating func note(_ place: String, _ message: Wording) {
        problems.append(Problem(place: place, message: message, remedy: InterfaceReading.remedy))
    }

    /// Not deeper than a record can hold, and no NUL, which PostgreSQL cannot store.
    private static func isPlain(_ json: JSON, depth: Int) -> Bool {
        guard depth <= deepest else { return false }
        switch json {
        case .null, .bool, .number: return true
        case .text(let text): return !text.utf8.contains(0)
        case .list(let list): return list.allSatisfy { isPlain($0, depth: depth + 1) }
        case .map(let map):
            return map.allSatisfy { !$0.key.utf8.contains(0) && isPlain($0.value, depth: depth + 1) }
        }
    }

    private static let day = Wording(zh: "应为日期，例如 2026-03-02", en: "A date such as 2026-03-02 is expected")
    private static let object = Wording(zh: "应为对象", en: "An object is expected")
    private static let list = Wording(zh: "应为列表", en: "A list is expected")
    private static let text = Wording(zh: "应为非空文字", en: "A text that is not empty is expected")
    private static let texts = Wording(zh: "应为文字的列表", en: "A list of texts is expected")
    private static let number = Wording(zh: "应为从 0 起的整数", en: "A whole number from 0 is expected")
    private static let identifier = Wording(zh: "应为 26 个字符的编号", en: "An id of 26 characters is expected")
    private static let plain = Wording(zh: "内容层级过深或含有空字符", en: "It lies too deep or holds a NUL character")
    private static let remedy = Wording(zh: "按 openapi.yaml 改正", en: "correct it as openapi.yaml says")
}
