import Values

/// Turns what was read into what is evaluated, and collects the slots that are read.
struct Compiler {
    private(set) var slots: Set<Int> = []

    mutating func node(_ syntax: Syntax) -> Node {
        switch syntax.form {
        case .literal(let value): return .constant(value)
        case .stray: return .constant(.null)
        case .fact(let slot):
            slots.insert(slot)
            return .fact(slot)
        case .branch(_, let branches):
            slots.formUnion(branches.map(\.slot))
            return .branch(branches)
        case .local(let index): return .local(index)
        case .entry(let name, let item, let otherwise):
            return .entry(name, item: item, otherwise: otherwise.map { node($0) })
        case .negative(let operand): return folded(.negative(node(operand)))
        case .arithmetic(let left, let operation, let right):
            return folded(.arithmetic(node(left), operation, node(right)))
        case .compare(let left, let operation, let right): return .compare(node(left), operation, node(right))
        case .all(let parts): return .all(parts.map { node($0) })
        case .any(let parts): return .any(parts.map { node($0) })
        case .conditional(let condition, let then, let otherwise):
            return .conditional(node(condition), then: node(then), otherwise: node(otherwise))
        case .between(let value, let low, let high): return .between(node(value), node(low), node(high))
        case .isIn(let value, let test): return .isIn(node(value), self.test(test))
        case .instance(let value, let type): return .instance(node(value), type)
        default: return composite(syntax.form)
        }
    }

    private mutating func composite(_ form: Syntax.Form) -> Node {
        switch form {
        case .list(let items): return folded(.list(items.map { node($0) }))
        case .context(let entries): return .context(entries.map { ($0.key, node($0.value)) })
        case .path(let value, let key): return .path(node(value), key)
        case .filter(let value, let condition): return .filter(node(value), node(condition))
        case .range(let lower, let includesLower, let upper, let includesUpper):
            return folded(
                .range(node(lower), includesLower: includesLower, node(upper), includesUpper: includesUpper))
        case .quantified(let isEvery, let iterators, let condition):
            return .quantified(isEvery: isEvery, iterators.map { iterator($0) }, node(condition))
        case .loop(let iterators, let body, let readsPartial):
            return .loop(iterators.map { iterator($0) }, node(body), readsPartial: readsPartial)
        case .apply(let callee, let arguments):
            return .apply(node(callee), arguments.map { Node.Argument(name: $0.name, value: node($0.value)) })
        case .function(let definition): return function(definition)
        case .coerced(let value, let type, let isStrict): return .coerced(node(value), type, isStrict: isStrict)
        case .openRange(let operation, let end): return folded(.openRange(operation, node(end)))
        case .table(let table): return .table(self.table(table))
        case .call(let entry, let arguments): return folded(.call(entry, arguments.map { node($0) }))
        default: return .constant(.null)
        }
    }

    private mutating func function(_ definition: Syntax.FunctionDefinition) -> Node {
        guard let body = definition.body else { return .constant(.null) }
        var inner = Compiler()
        let node = inner.node(body)
        slots.formUnion(inner.slots)
        return .function(
            Node.FunctionNode(
                parameters: definition.parameters, firstLocal: definition.firstLocal, body: node,
                slots: inner.slots.sorted(), height: body.height, gives: definition.gives))
    }

    mutating func test(_ test: Test) -> CompiledTest {
        switch test {
        case .anything: .anything
        case .none(let tests): .none(of: tests.map { self.test($0) })
        case .any(let tests): .any(of: tests.map { self.test($0) })
        case .compare(let operation, let syntax): .compare(operation, node(syntax))
        case .matches(let syntax): .matches(node(syntax))
        case .condition(let syntax): .condition(node(syntax))
        }
    }

    private mutating func iterator(_ iterator: Syntax.Iterator) -> Node.Iterator {
        Node.Iterator(source: node(iterator.source), end: iterator.end.map { node($0) })
    }

    /// Works out what depends on constants alone, such as `duration("P3M")`.
    private func folded(_ node: Node) -> Node {
        switch node {
        case .negative(.constant(let value)): return .constant(Arithmetic.negated(value))
        case .arithmetic(.constant(let left), let operation, .constant(let right)):
            return .constant(Arithmetic.result(left, operation, right))
        case .list(let items):
            let values = items.compactMap(\.constant)
            return values.count == items.count ? .constant(.list(values)) : node
        case .range(.constant(let lower), let includesLower, .constant(let upper), let includesUpper):
            return .constant(
                .range(
                    FEELRange(lower: lower, includesLower: includesLower, upper: upper, includesUpper: includesUpper)))
        case .openRange(let operation, .constant(let end)):
            return .constant(.range(FEELRange(operation, end)))
        case .call(let entry, let arguments):
            let values = arguments.compactMap(\.constant)
            guard entry.isPure, values.count == arguments.count, entry.takes(values.count) else { return node }
            let outside = FunctionEntry.CallContext(
                moment: Moment(milliseconds: 0), lists: [:], meter: FunctionEntry.StepMeter(left: Pattern.mostSteps))
            return .constant(entry.body(values, outside))
        default: return node
        }
    }
}
