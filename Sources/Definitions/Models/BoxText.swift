import Rules
import Values

/// Reads boxed expressions from YAML.
enum BoxText {
    /// One of these says what a box is.
    static let starts = [
        "expression", "table", "context", "list", "relation", "if", "filter", "for", "some", "every", "invoke",
        "function",
    ]
    /// Those, and what may stand beside them.
    static let keys = starts + ["then", "else"]

    /// A text is an expression; a map says what it is.
    static func box(_ node: YAMLNode, in reading: inout ModelText) -> Box {
        if let text = reading.plain(node) { return Box(.literal(text), type: nil, line: node.line) }
        let own = reading.entries(of: node, allowed: ["type"] + keys)
        return box(own, at: node.mark, in: &reading)
    }

    static func box(_ own: [String: YAMLNode], at mark: YAMLNode.Mark, in reading: inout ModelText) -> Box {
        let found = starts.filter { own[$0] != nil }
        guard found.count == 1, let kind = found.first, let node = own[kind] else {
            reading.report(
                found.isEmpty ? .missingKey : .wrongType, mark,
                found.isEmpty
                    ? Wording(zh: "没有写怎样决定", en: "it is not said how this is decided")
                    : Wording(
                        zh: "同时写了 \(found.joined(separator: "、"))",
                        en: "it says \(found.joined(separator: " and ")) at once"),
                Wording(
                    zh: "只写一个：\(starts.joined(separator: "、"))", en: "write one of: \(starts.joined(separator: ", "))"))
            return Box(.literal(nil), type: nil, line: mark.line)
        }
        let type = reading.text(own["type"])
        return Box(form(kind, node, own, mark, in: &reading), type: type, line: node.line)
    }

    private static func form(
        _ kind: String, _ node: YAMLNode, _ own: [String: YAMLNode], _ mark: YAMLNode.Mark, in reading: inout ModelText
    ) -> Box.Form {
        switch kind {
        case "expression": return .literal(reading.text(node))
        case "table": return .table(table(node, in: &reading))
        case "context":
            var entries: [Box.Entry] = []
            for item in reading.items(node) {
                let own = reading.entries(of: item, allowed: ["name", "type"] + keys)
                var inner = own
                inner["type"] = nil
                entries.append(
                    Box.Entry(
                        name: reading.text(own["name"]), type: reading.text(own["type"]),
                        value: box(inner, at: item.mark, in: &reading)))
            }
            return .context(entries)
        case "list": return .list(reading.items(node).map { box($0, in: &reading) })
        case "relation":
            let own = reading.entries(of: node, allowed: ["columns", "rows"])
            let columns = reading.texts(own["columns"])
            var rows: [[Box]] = []
            for row in reading.items(own["rows"]) {
                let cells = reading.items(row).map { box($0, in: &reading) }
                count(cells.count, columns.count, row.mark, in: &reading)
                rows.append(cells)
            }
            return .relation(columns: columns, rows: rows)
        case "if":
            return .conditional(
                box(node, in: &reading), then: part(own["then"], "then", mark, in: &reading),
                otherwise: part(own["else"], "else", mark, in: &reading))
        default: return steps(kind, node, in: &reading)
        }
    }

    private static func steps(_ kind: String, _ node: YAMLNode, in reading: inout ModelText) -> Box.Form {
        switch kind {
        case "filter":
            let own = reading.entries(of: node, allowed: ["in", "where"])
            return .filter(
                part(own["in"], "in", node.mark, in: &reading),
                match: part(own["where"], "where", node.mark, in: &reading))
        case "for":
            let own = reading.entries(of: node, allowed: ["each", "in", "gives"])
            return .loop(
                variable: reading.text(own["each"]) ?? "item", in: part(own["in"], "in", node.mark, in: &reading),
                gives: part(own["gives"], "gives", node.mark, in: &reading))
        case "some", "every":
            let own = reading.entries(of: node, allowed: ["each", "in", "satisfies"])
            return .quantified(
                isEvery: kind == "every", variable: reading.text(own["each"]) ?? "item",
                in: part(own["in"], "in", node.mark, in: &reading),
                satisfies: part(own["satisfies"], "satisfies", node.mark, in: &reading))
        case "invoke":
            let own = reading.entries(of: node, allowed: ["function", "with"])
            let bindings = reading.named(own["with"]).map { name, value in
                Box.Entry(name: name, type: nil, value: box(value, in: &reading))
            }
            return .invocation(part(own["function"], "function", node.mark, in: &reading), bindings)
        default:
            let own = reading.entries(of: node, allowed: ["parameters"] + keys)
            var inner = own
            inner["parameters"] = nil
            return .function(
                Box.Function(
                    parameters: reading.parameters(own["parameters"]), isFEEL: true,
                    body: box(inner, at: node.mark, in: &reading)))
        }
    }

    private static func part(_ node: YAMLNode?, _ key: String, _ mark: YAMLNode.Mark, in reading: inout ModelText)
        -> Box
    {
        if let node { return box(node, in: &reading) }
        reading.report(
            .missingKey, mark, Wording(zh: "缺少“\(key)”", en: "`\(key)` is missing"),
            Wording(zh: "写 \(key): …", en: "write `\(key): …`"))
        return Box(.literal(nil), type: nil, line: mark.line)
    }

    private static func count(_ found: Int, _ wanted: Int, _ mark: YAMLNode.Mark, in reading: inout ModelText) {
        guard found != wanted else { return }
        reading.report(
            .wrongType, mark,
            Wording(zh: "有 \(found) 格，应有 \(wanted) 格", en: "there are \(found) cells, not \(wanted)"),
            Wording(zh: "每列写一格，不限的写 -", en: "write a cell for each column, `-` for any value"))
    }

    // MARK: - Tables

    /// `hit`, `inputs`, `outputs`, `rules` with `if` and `then`.
    private static func table(_ node: YAMLNode, in reading: inout ModelText) -> Box.Table {
        let own = reading.entries(of: node, allowed: ["hit", "aggregate", "inputs", "outputs", "rules"])
        let inputs = reading.items(own["inputs"]).map { input($0, in: &reading) }
        var outputs = reading.items(own["outputs"]).map { output($0, in: &reading) }
        if outputs.isEmpty { outputs = [Box.Table.Output(name: nil, type: nil, values: nil, otherwise: nil)] }
        var rows: [Box.Table.Row] = []
        for rule in reading.items(own["rules"]) {
            let cells = reading.entries(of: rule, allowed: ["if", "then"])
            let tests = reading.texts(cells["if"])
            let results = cells["then"].map { reading.plain($0).map { [$0] } ?? reading.texts($0) } ?? []
            count(tests.count, inputs.count, rule.mark, in: &reading)
            count(results.count, outputs.count, rule.mark, in: &reading)
            rows.append(Box.Table.Row(tests: tests, outputs: results, line: rule.line))
        }
        return Box.Table(
            hit: hit(own["hit"], in: &reading), aggregate: aggregate(own["aggregate"], in: &reading), inputs: inputs,
            outputs: outputs, rows: rows)
    }

    private static func hit(_ node: YAMLNode?, in reading: inout ModelText) -> Box.Table.HitPolicy {
        guard let node, let text = reading.text(node) else { return .unique }
        let written = text.uppercased().split(separator: "_").joined(separator: " ")
        if let hit = Box.Table.HitPolicy(rawValue: written) { return hit }
        let known = Box.Table.HitPolicy.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
        reading.report(
            .badWord, node.mark, Wording(zh: "没有命中规则“\(text)”", en: "there is no hit policy `\(text)`"),
            Wording(zh: "写下列之一：\(known)", en: "write one of: \(known)"))
        return .unique
    }

    private static func aggregate(_ node: YAMLNode?, in reading: inout ModelText) -> DecisionTable.Aggregate? {
        guard let node, let text = reading.text(node) else { return nil }
        if let aggregate = DecisionTable.Aggregate(rawValue: text.lowercased()) { return aggregate }
        reading.report(
            .badWord, node.mark, Wording(zh: "没有汇总方式“\(text)”", en: "there is no aggregation `\(text)`"),
            Wording(zh: "写 sum、min、max 或 count", en: "write sum, min, max or count"))
        return nil
    }

    private static func input(_ node: YAMLNode, in reading: inout ModelText) -> Box.Table.Input {
        if let text = reading.plain(node) { return Box.Table.Input(expression: text, type: nil, values: nil) }
        let own = reading.entries(of: node, allowed: ["expression", "type", "values"])
        return Box.Table.Input(
            expression: reading.text(own["expression"]) ?? "", type: reading.text(own["type"]),
            values: reading.text(own["values"]))
    }

    private static func output(_ node: YAMLNode, in reading: inout ModelText) -> Box.Table.Output {
        if let text = reading.plain(node) {
            return Box.Table.Output(name: text, type: nil, values: nil, otherwise: nil)
        }
        let own = reading.entries(of: node, allowed: ["name", "type", "values", "otherwise"])
        return Box.Table.Output(
            name: reading.text(own["name"]), type: reading.text(own["type"]), values: reading.text(own["values"]),
            otherwise: reading.text(own["otherwise"]))
    }
}
