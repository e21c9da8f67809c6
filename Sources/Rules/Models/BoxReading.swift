import Values

/// Turns boxed expressions into one expression each, reading every text in the names that are in sight there.
struct BoxReading {
    let scope: Scope
    /// Type by the name that a model gives it.
    let types: ModelTypes
    var locals: [Parser.Local] = []
    var problems: [ModelProblem] = []

    init(scope: Scope, types: ModelTypes) {
        self.scope = scope
        self.types = types
    }

    mutating func syntax(_ box: Box) -> Syntax {
        let inner = form(box)
        guard let type = box.type else { return inner }
        guard let known = types.named(type) else {
            problems.append(.noType(type, of: "", line: box.line, known: types.names))
            return inner
        }
        return known.isAny ? inner : made(.coerced(inner, known, isStrict: false), [inner], box.line)
    }

    private mutating func form(_ box: Box) -> Syntax {
        switch box.form {
        case .literal(let text): return expression(text, line: box.line)
        case .context(let entries): return context(entries, line: box.line)
        case .list(let items):
            let items = items.map { syntax($0) }
            return made(.list(items), items, box.line)
        case .relation(let columns, let rows): return relation(columns, rows, line: box.line)
        case .conditional(let condition, let then, let otherwise):
            let parts = [syntax(condition), syntax(then), syntax(otherwise)]
            let whole = made(.conditional(parts[0], then: parts[1], otherwise: parts[2]), parts, box.line)
            return guarded(whole, by: self.condition(parts[0], box.line), box.line)
        case .filter(let list, let match):
            let list = syntax(list)
            let condition = bound([Parser.Local(kind: .item, tokens: ["item"])]) { $0.syntax(match) }
            let whole = made(.filter(list, condition), [list, condition], box.line)
            return guarded(whole, by: everywhere(condition, in: list, box.line), box.line)
        case .loop(let variable, let list, let body):
            let list = syntax(list)
            let locals = [local(variable), Parser.Local(kind: .name, tokens: ["partial"])]
            let body = bound(locals) { $0.syntax(body) }
            let iterator = Syntax.Iterator(name: variable, source: list, end: nil)
            return made(.loop([iterator], body, readsPartial: true), [list, body], box.line)
        case .quantified(let isEvery, let variable, let list, let condition):
            let list = syntax(list)
            let condition = bound([local(variable)]) { $0.syntax(condition) }
            let iterator = Syntax.Iterator(name: variable, source: list, end: nil)
            let whole = made(.quantified(isEvery: isEvery, [iterator], condition), [list, condition], box.line)
            return guarded(whole, by: everywhere(condition, in: list, box.line), box.line)
        case .invocation(let callee, let bindings): return invocation(callee, bindings, line: box.line)
        case .function(let function): return self.function(function, line: box.line)
        case .table(let table): return self.table(table, line: box.line)
        }
    }

    // MARK: - Texts

    mutating func expression(_ text: String?, line: Int) -> Syntax {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return nothing(line) }
        do throws(RuleProblem) {
            var parser = try Parser(text, scope: scope, locals: locals)
            let syntax = try parser.wholeExpression()
            problems += parser.strays.map { ModelProblem(line: line, problem: $0) }
            return syntax
        } catch {
            problems.append(ModelProblem(line: line, problem: error))
            return nothing(line)
        }
    }

    private mutating func test(_ text: String, line: Int) -> Test {
        let trimmed = text.allSatisfy(\.isWhitespace) ? "-" : text
        do throws(RuleProblem) {
            var parser = try Parser(trimmed, scope: scope, locals: locals)
            let test = try parser.wholeTest()
            problems += parser.strays.map { ModelProblem(line: line, problem: $0) }
            return test
        } catch {
            problems.append(ModelProblem(line: line, problem: error))
            return .any(of: [])
        }
    }

    private func nothing(_ line: Int) -> Syntax { Syntax(form: .literal(.null), column: 1, height: 1) }

    /// A part; one that is too high is a problem and null.
    private mutating func made(_ form: Syntax.Form, _ parts: [Syntax], _ line: Int) -> Syntax {
        let height = 1 + (parts.map(\.height).max() ?? 0)
        guard height <= 2 * Parser.deepestNesting else {
            problems.append(
                ModelProblem(line: line, problem: .tooDeep(column: 1, limit: 2 * Parser.deepestNesting)))
            return nothing(line)
        }
        return Syntax(form: form, column: 1, height: height)
    }

    // In a box a condition that is neither true, false nor null makes the whole null.

    private mutating func condition(_ value: Syntax, _ line: Int) -> Syntax {
        let isBoolean = made(.instance(value, .basic(.boolean)), [value], line)
        let isNull = made(.compare(value, .equal, nothing(line)), [value], line)
        return made(.any([isBoolean, isNull]), [isBoolean, isNull], line)
    }

    private mutating func everywhere(_ value: Syntax, in list: Syntax, _ line: Int) -> Syntax {
        let condition = condition(value, line)
        let iterator = Syntax.Iterator(name: "item", source: list, end: nil)
        let every = made(.quantified(isEvery: true, [iterator], condition), [list, condition], line)
        // A list that is null has no items that could be wrong.
        let isNull = made(.compare(list, .equal, nothing(line)), [list], line)
        return made(.any([isNull, every]), [isNull, every], line)
    }

    private mutating func guarded(_ whole: Syntax, by condition: Syntax, _ line: Int) -> Syntax {
        made(.conditional(condition, then: whole, otherwise: nothing(line)), [condition, whole], line)
    }

    private func local(_ name: String) -> Parser.Local {
        Parser.Local(kind: .name, tokens: Lexer.nameTokens(name))
    }

    private mutating func bound(_ more: [Parser.Local], _ body: (inout BoxReading) -> Syntax) -> Syntax {
        locals += more
        defer { locals.removeLast(more.count) }
        return body(&self)
    }

    // MARK: - Contexts, functions, calls

    private mutating func context(_ entries: [Box.Entry], line: Int) -> Syntax {
        let outer = locals.count
        var parts: [(key: String, value: Syntax)] = []
        var hasResult = false
        for entry in entries {
            var value = syntax(entry.value)
            if let name = entry.type, let type = types.named(name), !type.isAny {
                value = made(.coerced(value, type, isStrict: false), [value], line)
            }
            hasResult = hasResult || entry.name == nil
            // The entry without a name is the result of the whole context.
            parts.append((entry.name ?? "", value))
            locals.append(local(entry.name ?? ""))
        }
        locals.removeLast(locals.count - outer)
        let context = made(.context(parts), parts.map(\.value), line)
        return hasResult ? made(.path(context, ""), [context], line) : context
    }

    private mutating func relation(_ columns: [String], _ rows: [[Box]], line: Int) -> Syntax {
        var items: [Syntax] = []
        for row in rows {
            let cells = row.map { syntax($0) }
            items.append(made(.context(Array(zip(columns, cells)).map { (key: $0, value: $1) }), cells, line))
        }
        return made(.list(items), items, line)
    }

    private mutating func invocation(_ callee: Box, _ bindings: [Box.Entry], line: Int) -> Syntax {
        let callee = syntax(callee)
        let arguments = bindings.map { Syntax.Argument(name: $0.name, value: syntax($0.value)) }
        return made(.apply(callee, arguments), [callee] + arguments.map(\.value), line)
    }

    mutating func function(_ function: Box.Function, line: Int) -> Syntax {
        let parameters = function.parameters.map { parameter in
            FEELFunction.Parameter(name: parameter.name, type: parameter.type.flatMap { types.named($0) })
        }
        guard function.isFEEL else {
            problems.append(ModelProblem(line: line, problem: .external(column: 1)))
            return nothing(line)
        }
        let first = locals.count
        let body = bound(parameters.map { local($0.name) }) { $0.syntax(function.body) }
        let definition = Syntax.FunctionDefinition(parameters: parameters, firstLocal: first, body: body, gives: nil)
        return made(.function(definition), [body], line)
    }

    // MARK: - Tables

    private mutating func table(_ table: Box.Table, line: Int) -> Syntax {
        var height = 1
        var inputs: [TableSyntax.Input] = []
        for input in table.inputs {
            let value = expression(input.expression, line: line)
            height = max(height, value.height)
            inputs.append(
                TableSyntax.Input(
                    value: value, type: input.type.flatMap { types.named($0) } ?? .any,
                    values: input.values.map { asked($0, line: line) }))
        }
        var outputs: [TableSyntax.Output] = []
        for output in table.outputs {
            outputs.append(
                TableSyntax.Output(
                    name: output.name ?? "", type: output.type.flatMap { types.named($0) } ?? .any,
                    values: output.values.map { listed($0, line: line) } ?? [],
                    otherwise: output.otherwise.map { expression($0, line: line) }))
        }
        var rows: [TableSyntax.Row] = []
        for row in table.rows {
            let tests = row.tests.map { asked($0, line: row.line) }
            let outputs = row.outputs.map { expression($0, line: row.line) }
            height = max(height, tests.flatMap(\.expressions).map(\.height).max() ?? 1)
            height = max(height, outputs.map(\.height).max() ?? 1)
            rows.append(TableSyntax.Row(tests: tests, outputs: outputs))
        }
        let whole = TableSyntax(
            hit: table.hit, aggregate: table.aggregate, inputs: inputs, outputs: outputs, rows: rows,
            texts: table.inputs.map(\.expression),
            lines: Dictionary(
                table.rows.enumerated().map { ($0 + 1, $1.line) } + [(0, line)], uniquingKeysWith: { $1 }))
        return Syntax(form: .table(whole), column: 1, height: 1 + height)
    }

    private mutating func asked(_ text: String, line: Int) -> Test {
        locals.append(Parser.Local(kind: .question, tokens: []))
        defer { locals.removeLast() }
        return test(text, line: line)
    }

    /// The values of a list such as `"a", "b"`.
    private mutating func listed(_ text: String, line: Int) -> [Syntax] {
        let list = expression("[" + text + "]", line: line)
        if case .list(let items) = list.form { return items }
        return []
    }
}
