import Rules
import Values

/// Names below `happened`, `tasks`, `clocks`, `obligations` and `said` in the expressions of one plan.
///
/// The scope of a definition holds the names of all its plans; here each plan answers for itself.
struct NameCheck {
    let context: PlanContext

    /// Gives the paths of expressions about which something was said, so that it is not said twice.
    func run(into findings: inout Findings) -> Set<[String]> {
        var named: Set<[String]> = []
        for (path, source) in PlanExpressions.all(in: context.json) {
            for word in PlanExpressions.names(in: source) {
                guard let diagnostic = check(word, at: path) else { continue }
                findings.add(diagnostic)
                named.insert(path)
            }
        }
        return named
    }

    private func check(_ word: String, at path: [String]) -> Diagnostic? {
        let parts = word.split(separator: ".").map(String.init)
        guard parts.count > 1 else { return nil }
        switch parts[0] {
        case "happened": return happened(parts, at: path)
        case "tasks":
            return entry(
                parts, ["result", "times", "tries"], context.plan.tasks.map(\.id), .unknownTask, What.task, path)
        case "clocks":
            let keys = ["state", "due", "used", "statutory", "ahead"]
            return entry(parts, keys, context.plan.clocks.map(\.id), .unknownClock, What.clock, path)
        case "obligations":
            return entry(parts, [], context.plan.obligations.map(\.id), .unknownObligation, What.obligation, path)
        case "said": return said(parts, at: path)
        default: return nil
        }
    }

    private func happened(_ parts: [String], at path: [String]) -> Diagnostic? {
        let events = context.events
        guard let given = events[parts[1]] else {
            return context.unknown(.unknownEvent, at: path, parts[1], What.event, known: events.keys)
        }
        guard parts.count > 2 else { return nil }
        if parts[2] == "said", parts.count > 3, !given.contains(parts[3]) {
            return context.unknown(.unknownName, at: path, parts[3], What.said, known: given)
        }
        if ["times", "on", "said"].contains(parts[2]) { return nil }
        return context.unknown(.unknownName, at: path, parts[2], What.name, known: ["times", "on", "said"])
    }

    private func entry(
        _ parts: [String], _ keys: [String], _ known: [String], _ kind: DiagnosticKind, _ what: Wording,
        _ path: [String]
    ) -> Diagnostic? {
        guard known.contains(parts[1]) else { return context.unknown(kind, at: path, parts[1], what, known: known) }
        guard parts.count > 2, !keys.contains(parts[2]) else { return nil }
        return context.unknown(.unknownName, at: path, parts[2], What.name, known: keys)
    }

    /// In a deed: what is said with it. In `kept_when`: what is said with the events that keep the obligation.
    private func said(_ parts: [String], at path: [String]) -> Diagnostic? {
        var known: Set<String> = []
        if path.count > 1, path[0] == "obligations",
            let obligation = context.plan.obligations.first(where: { $0.id == path[1] })
        {
            for event in obligation.keptBy { known.formUnion(context.events[event] ?? []) }
        }
        for (deed, own) in context.deeds where path.starts(with: own) { known.formUnion(deed.gives.map(\.id)) }
        if known.contains(parts[1]) { return nil }
        return context.unknown(.unknownName, at: path, parts[1], What.said, known: known)
    }
}

/// Where expressions stand in a plan.
enum PlanExpressions {
    private static let keys: Set<String> = ["when", "until", "per", "kept_when", "is", "within"]

    static func all(in plan: JSON) -> [(path: [String], source: String)] {
        var list: [([String], String)] = []
        walk(plan, [], into: &list)
        return list
    }

    private static func walk(_ json: JSON, _ path: [String], into list: inout [([String], String)]) {
        switch json {
        case .map(let map):
            for (key, value) in map.sorted(by: { $0.key < $1.key }) {
                let here = path + [key]
                if let text = value.text {
                    let isExpression = keys.contains(key) && LegalPeriod(text) == nil
                    if isExpression || path.last == "passes" { list.append((here, text)) }
                } else {
                    walk(value, here, into: &list)
                }
            }
        case .list(let members):
            for (index, value) in members.enumerated() { walk(value, path + ["\(index)"], into: &list) }
        default: break
        }
    }

    /// Dotted names outside quotation marks, whole.
    static func names(in source: String) -> [String] {
        var names: [String] = []
        for (index, piece) in source.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        where index.isMultiple(of: 2) {
            for run in piece.split(whereSeparator: {
                !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "."))
            }) {
                let name = run.trimmingDots
                if let first = name.first, first.isLetter, !names.contains(name) { names.append(name) }
            }
        }
        return names
    }
}

extension Substring {
    /// `area.` at the end of an interval `[area..` is `area`.
    fileprivate var trimmingDots: String {
        var text = self
        while text.last == "." { text.removeLast() }
        while text.first == "." { text.removeFirst() }
        return String(text.split(separator: "..").first ?? text)
    }
}
