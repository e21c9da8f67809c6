import Values

/// What a check has found so far, each thing once.
struct Findings {
    private(set) var list: [Diagnostic] = []
    private var seen: Set<Sentence> = []

    /// The same sentence at the same place is the same finding, whatever remedy each resolution suggests.
    private struct Sentence: Hashable {
        let kind: DiagnosticKind
        let place: String
        let message: Wording
    }

    mutating func add(_ diagnostic: Diagnostic) {
        let sentence = Sentence(kind: diagnostic.kind, place: diagnostic.place, message: diagnostic.message)
        if seen.insert(sentence).inserted { list.append(diagnostic) }
    }

    mutating func add(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { add(diagnostic) }
    }

    /// At a place of a file (`clocks/decide/promised`).
    mutating func add(
        _ kind: DiagnosticKind, _ file: SourceFile, _ place: String, _ message: Wording, remedy: Wording
    ) {
        add(
            Diagnostic(
                kind: kind, file: file.path, line: file.line(of: place), message: message, remedy: remedy))
    }

    /// A name that does not exist: the remedy is the nearest one that does.
    mutating func addUnknown(
        _ kind: DiagnosticKind, _ file: SourceFile, _ place: String, _ name: String, _ what: Wording,
        known: some Sequence<String>
    ) {
        add(
            Diagnostic(
                kind: kind, file: file.path, line: file.line(of: place), message: Findings.unknown(name, what),
                remedy: Findings.remedy(for: name, known: known)))
    }

    static func unknown(_ name: String, _ what: Wording) -> Wording {
        Wording(zh: "没有\(what.zh)“\(name)”", en: "there is no \(what.en) `\(name)`")
    }

    static func remedy(for name: String, known: some Sequence<String>) -> Wording {
        let known = Array(known)
        if let near = Nearest.name(to: name, among: known) {
            return Wording(zh: "是否应为“\(near)”？", en: "did you mean `\(near)`?")
        }
        guard !known.isEmpty, known.count <= 12 else {
            return Wording(zh: "改正名称，或先定义它", en: "correct the name, or define it first")
        }
        let all = known.sorted().joined(separator: ", ")
        return Wording(zh: "可用：\(all)", en: "there are: \(all)")
    }

    /// In the order of files and lines. That something cannot be resolved is said only when nothing says why.
    var sorted: [Diagnostic] {
        let isExplained = list.contains { $0.severity == .error && $0.kind != .notResolvable }
        let told = isExplained ? list.filter { $0.kind != .notResolvable } : list
        return told.sorted { ($0.file, $0.line, $0.id, $0.message.en) < ($1.file, $1.line, $1.id, $1.message.en) }
    }
}

/// The words used in messages for what can be missing.
enum What {
    static let event = Wording(zh: "事件", en: "event")
    static let task = Wording(zh: "任务", en: "task")
    static let stage = Wording(zh: "阶段", en: "stage")
    static let clock = Wording(zh: "期限", en: "clock")
    static let obligation = Wording(zh: "待履行事项", en: "obligation")
    static let concept = Wording(zh: "数据概念", en: "concept")
    static let list = Wording(zh: "清单", en: "list")
    static let certificate = Wording(zh: "证照类型", en: "kind of certificate")
    static let message = Wording(zh: "通知模板", en: "message")
    static let procedure = Wording(zh: "程序", en: "procedure")
    static let metric = Wording(zh: "指标", en: "metric")
    static let index = Wording(zh: "效能指数", en: "index")
    static let ranking = Wording(zh: "排名", en: "ranking")
    static let service = Wording(zh: "办理事项", en: "service")
    static let item = Wording(zh: "目录事项", en: "item of the catalogue")
    static let region = Wording(zh: "区域", en: "region")
    static let unit = Wording(zh: "单位", en: "unit")
    static let law = Wording(zh: "已登记的法律", en: "act in laws.yaml")
    static let document = Wording(zh: "已登记的文件", en: "document in documents.yaml")
    static let name = Wording(zh: "事实或表", en: "fact or table")
    static let result = Wording(zh: "任务结果", en: "result")
    static let action = Wording(zh: "操作", en: "action")
    static let need = Wording(zh: "材料", en: "need")
    static let member = Wording(zh: "成员事项", en: "member")
    static let variant = Wording(zh: "办理情形", en: "variant")
    static let said = Wording(zh: "随操作说明的内容", en: "thing said with the deed")
}
