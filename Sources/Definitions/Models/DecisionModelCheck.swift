import Rules
import Values

/// What is wrong with a DMN document beyond its XML: words that are none, rows with too few or too many cells, names
/// that stand for two things, references that lead nowhere.
struct DecisionModelCheck {
    private var problems: [MarkupProblem] = []

    private init() {}

    static func problems(of root: Markup) -> [MarkupProblem] {
        var check = DecisionModelCheck()
        check.elements(of: root)
        check.inside(root)
        return check.problems
    }

    // MARK: - The model

    private mutating func elements(of root: Markup) {
        need("name", of: root)
        need("namespace", of: root)
        // The first element of each name and id.
        var (names, ids, types): ([String: Markup], [String: Markup], [String: Markup]) = ([:], [:], [:])
        for element in root.children {
            switch element.name {
            case "decision", "inputData", "businessKnowledgeModel", "decisionService":
                need("name", of: element)
                if !element.named.isEmpty { clash(element.named, element, in: &names) }
                if let id = element.attributes["id"] { clash(id, element, in: &ids) }
            case "itemDefinition":
                need("name", of: element)
                if !element.named.isEmpty { clash(element.named, element, in: &types) }
            case "import":
                need("namespace", of: element)
                need("name", of: element)
            default: break
            }
        }
        let known = Set(root.children.map(\.id))
        for element in root.children { references(in: element, known: known) }
    }

    private mutating func clash(_ name: String, _ element: Markup, in seen: inout [String: Markup]) {
        guard let first = seen[name] else {
            seen[name] = element
            return
        }
        report(
            element,
            Wording(
                zh: "“\(name)”在第 \(first.line) 行已经用过", en: "`\(name)` is used in line \(first.line) already"),
            Wording(zh: "改用另一个名称", en: "use another name"))
    }

    private mutating func need(_ attribute: String, of element: Markup) {
        guard element.attributes[attribute] == nil else { return }
        report(
            element,
            Wording(zh: "<\(element.name)> 缺少 \(attribute)", en: "<\(element.name)> lacks `\(attribute)`"),
            Wording(zh: "写 \(attribute)=\"…\"", en: "write \(attribute)=\"…\""))
    }

    private mutating func references(in element: Markup, known: Set<String>) {
        for child in element.children {
            if DecisionModelCheck.referring.contains(child.name) {
                need("href", of: child)
                if let reference = child.attributes["href"], reference.hasPrefix("#"),
                    !known.contains(String(reference.dropFirst()))
                {
                    report(
                        child,
                        Wording(zh: "没有 id 为“\(reference.dropFirst())”的元素", en: "there is no element `\(reference)`"),
                        remedy(String(reference.dropFirst()), known, sign: "#"))
                }
            } else {
                references(in: child, known: known)
            }
        }
    }

    private static let referring: Set<String> = [
        "requiredInput", "requiredDecision", "requiredKnowledge", "outputDecision", "encapsulatedDecision",
        "inputDecision",
    ]

    // MARK: - Within the elements

    private mutating func inside(_ element: Markup) {
        switch element.name {
        case "decisionTable": table(element)
        case "relation": relation(element)
        case "contextEntry", "binding": onlyOne(in: element)
        default: break
        }
        for child in element.children where DecisionModelReading.namespaces.contains(child.namespace) {
            guard DecisionModelCheck.elements.contains(child.name) else {
                report(
                    child,
                    Wording(zh: "DMN 中没有 <\(child.name)>", en: "DMN has no element <\(child.name)>"),
                    remedy(child.name, DecisionModelCheck.elements, sign: ""))
                continue
            }
            if child.name != "extensionElements" { inside(child) }
        }
    }

    private mutating func onlyOne(in element: Markup) {
        let count = element.children.count { BoxReader.kinds.contains($0.name) }
        guard count > 1 else { return }
        report(
            element,
            Wording(
                zh: "<\(element.name)> 中有 \(count) 个表达式", en: "<\(element.name)> holds \(count) expressions"),
            Wording(zh: "只保留一个", en: "keep one"))
    }

    private mutating func table(_ table: Markup) {
        word(
            table, "hitPolicy", Box.Table.HitPolicy.allCases.map(\.rawValue),
            what: Wording(zh: "命中规则", en: "hit policy"))
        word(table, "aggregation", ["SUM", "MIN", "MAX", "COUNT"], what: Wording(zh: "汇总方式", en: "aggregation"))
        let (inputs, outputs) = (table.children("input").count, table.children("output").count)
        let aggregate = table.attributes["aggregation"]
        if let aggregate, table.attributes["hitPolicy"] != "COLLECT" {
            report(
                table,
                Wording(zh: "只有 COLLECT 才能汇总（\(aggregate)）", en: "only COLLECT is aggregated (\(aggregate))"),
                Wording(
                    zh: "写 hitPolicy=\"COLLECT\"，或删去 aggregation",
                    en: "write hitPolicy=\"COLLECT\", or drop aggregation"))
        }
        if outputs == 0 {
            report(
                table, Wording(zh: "决策表没有 <output>", en: "the decision table has no <output>"),
                Wording(zh: "补上 <output/>", en: "write <output/>"))
        }
        for input in table.children("input") where input.child("inputExpression")?.text(of: "text") == nil {
            report(
                input, Wording(zh: "<input> 没有写明读取什么", en: "the <input> does not say what it reads"),
                Wording(
                    zh: "写 <inputExpression><text>…</text></inputExpression>",
                    en: "write <inputExpression><text>…</text></inputExpression>"))
        }
        for rule in table.children("rule") {
            count(rule.children("inputEntry").count, inputs, "inputEntry", in: rule)
            count(rule.children("outputEntry").count, max(1, outputs), "outputEntry", in: rule)
        }
    }

    private mutating func relation(_ relation: Markup) {
        let columns = relation.children("column").count
        for row in relation.children("row") {
            count(row.children.count { BoxReader.kinds.contains($0.name) }, columns, "expression", in: row)
        }
    }

    private mutating func count(_ found: Int, _ wanted: Int, _ what: String, in row: Markup) {
        guard found != wanted else { return }
        report(
            row,
            Wording(
                zh: "<\(row.name)> 有 \(found) 个 \(what)，应有 \(wanted) 个",
                en: "the <\(row.name)> has \(found) \(what), not \(wanted)"),
            found < wanted
                ? Wording(zh: "每列写一格；条件不限的写 -", en: "write one for each column, `-` for any value")
                : Wording(zh: "删去多余的，或补上缺少的列", en: "take out what is too many, or add the column"))
    }

    private mutating func word(_ element: Markup, _ attribute: String, _ words: [String], what: Wording) {
        guard let written = element.attributes[attribute], !words.contains(written) else { return }
        let all = words.joined(separator: ", ")
        report(
            element,
            Wording(zh: "没有\(what.zh)“\(written)”", en: "there is no \(what.en) `\(written)`"),
            Nearest.name(to: written, among: words).map {
                Wording(zh: "是否应为 \($0)？可写：\(all)", en: "did you mean \($0)? Write one of: \(all)")
            } ?? Wording(zh: "写下列之一：\(all)", en: "write one of: \(all)"))
    }

    private func remedy(_ name: String, _ known: Set<String>, sign: String) -> Wording {
        guard let near = Nearest.name(to: name, among: known) else {
            return Wording(zh: "改正名称，或补上该元素", en: "correct the name, or add the element")
        }
        return Wording(zh: "是否应为“\(sign)\(near)”？", en: "did you mean `\(sign)\(near)`?")
    }

    private mutating func report(_ element: Markup, _ message: Wording, _ remedy: Wording) {
        problems.append(
            MarkupProblem(line: element.line, column: element.column, message: message, remedy: remedy))
    }

    /// Every element of DMN 1.1 to 1.5.
    private static let elements: Set<String> = [
        "allowedAnswers", "allowedValues", "annotation", "annotationEntry", "artifact", "association",
        "authorityRequirement", "binding", "businessContextElement", "businessKnowledgeModel", "column",
        "conditional", "context", "contextEntry", "decision", "decisionMade", "decisionMaker", "decisionOwned",
        "decisionOwner", "decisionService", "decisionTable", "defaultOutputEntry", "definitions", "description",
        "drgElement", "elementCollection", "else", "encapsulatedDecision", "encapsulatedLogic", "every", "expression",
        "extensionElements", "filter", "for", "formalParameter", "functionDefinition", "functionItem", "group", "if",
        "impactedPerformanceIndicator", "impactingDecision", "import", "importedElement", "importedValues", "in",
        "informationItem", "informationRequirement", "input", "inputData", "inputDecision", "inputEntry",
        "inputExpression", "inputValues", "invocation", "itemComponent", "itemDefinition", "knowledgeRequirement",
        "knowledgeSource", "list", "literalExpression", "match", "organizationUnit", "output", "outputDecision",
        "outputEntry", "outputValues", "owner", "parameter", "parameters", "performanceIndicator", "question",
        "relation", "requiredAuthority", "requiredDecision", "requiredInput", "requiredKnowledge", "return", "row",
        "rule", "satisfies", "some", "sourceRef", "supportedObjective", "targetRef", "text", "textAnnotation", "then",
        "type", "typeConstraint", "typeRef", "usingProcess", "usingTask", "value", "variable",
    ]
}
