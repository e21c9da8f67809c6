import Rules

/// Reads boxed expressions.
enum BoxReader {
    static let kinds: Set<String> = [
        "literalExpression", "context", "list", "relation", "conditional", "filter", "for", "some", "every",
        "invocation", "functionDefinition", "decisionTable",
    ]

    /// The boxed expression that stands in an element; nil when there is none.
    static func only(in element: Markup) -> Box? {
        element.children.first { kinds.contains($0.name) }.map { box($0) }
    }

    private static func box(in element: Markup?, line: Int) -> Box {
        element.flatMap { only(in: $0) } ?? Box(.literal(nil), type: nil, line: element?.line ?? line)
    }

    static func box(_ element: Markup) -> Box {
        Box(form(element), type: element.typeRef, line: element.line)
    }

    private static func form(_ element: Markup) -> Box.Form {
        let line = element.line
        switch element.name {
        case "context": return .context(element.children("contextEntry").map { entry($0) })
        case "list": return .list(element.children.filter { kinds.contains($0.name) }.map { box($0) })
        case "relation":
            let rows = element.children("row").map { row in
                row.children.filter { kinds.contains($0.name) }.map { box($0) }
            }
            return .relation(columns: element.children("column").map(\.named), rows: rows)
        case "conditional":
            return .conditional(
                box(in: element.child("if"), line: line), then: box(in: element.child("then"), line: line),
                otherwise: box(in: element.child("else"), line: line))
        case "filter":
            return .filter(
                box(in: element.child("in"), line: line), match: box(in: element.child("match"), line: line))
        case "for", "some", "every": return iterator(element)
        case "invocation":
            let bindings = element.children("binding").map { binding in
                Box.Entry(
                    name: binding.child("parameter")?.named, type: binding.child("parameter")?.typeRef,
                    value: box(in: binding, line: binding.line))
            }
            return .invocation(box(in: element, line: line), bindings)
        case "functionDefinition": return function(element).form
        case "decisionTable": return .table(table(element))
        default: return .literal(element.text(of: "text"))
        }
    }

    private static func entry(_ element: Markup) -> Box.Entry {
        let variable = element.child("variable")
        return Box.Entry(name: variable?.named, type: variable?.typeRef, value: box(in: element, line: element.line))
    }

    private static func iterator(_ element: Markup) -> Box.Form {
        let variable = element.attributes["iteratorVariable"] ?? ""
        let list = box(in: element.child("in"), line: element.line)
        if element.name == "for" {
            return .loop(variable: variable, in: list, gives: box(in: element.child("return"), line: element.line))
        }
        return .quantified(
            isEvery: element.name == "every", variable: variable, in: list,
            satisfies: box(in: element.child("satisfies"), line: element.line))
    }

    static func function(_ element: Markup) -> Box {
        let parameters = element.children("formalParameter").map {
            ItemDefinition.Parameter(name: $0.named, type: $0.typeRef)
        }
        let isFEEL = ["FEEL", nil].contains(element.attributes["kind"])
        return Box(
            .function(
                Box.Function(parameters: parameters, isFEEL: isFEEL, body: box(in: element, line: element.line))),
            type: nil, line: element.line)
    }

    private static func table(_ element: Markup) -> Box.Table {
        let hit = Box.Table.HitPolicy(rawValue: element.attributes["hitPolicy"] ?? "UNIQUE") ?? .unique
        let aggregate = element.attributes["aggregation"].flatMap { DecisionTable.Aggregate(rawValue: $0.lowercased()) }
        return Box.Table(
            hit: hit, aggregate: aggregate,
            inputs: element.children("input").map { input in
                let expression = input.child("inputExpression")
                return Box.Table.Input(
                    expression: expression?.text(of: "text") ?? "", type: expression?.typeRef,
                    values: input.child("inputValues")?.text(of: "text"))
            },
            outputs: element.children("output").map { output in
                Box.Table.Output(
                    name: output.attributes["name"], type: output.typeRef,
                    values: output.child("outputValues")?.text(of: "text"),
                    otherwise: output.child("defaultOutputEntry")?.text(of: "text"))
            },
            rows: element.children("rule").map { rule in
                Box.Table.Row(
                    tests: rule.children("inputEntry").map { $0.text(of: "text") ?? "-" },
                    outputs: rule.children("outputEntry").map { $0.text(of: "text") ?? "" }, line: rule.line)
            })
    }
}
