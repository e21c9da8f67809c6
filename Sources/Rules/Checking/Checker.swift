import Values

/// Follows the types through an expression and collects what cannot be meant.
///
/// Where a type is not known (`any`), nothing is said: the check never refuses what may be right.
struct Checker {
    let scope: Scope
    var problems: [RuleProblem] = []
    /// Types of the locals, by number.
    var locals: [FactType] = []

    init(scope: Scope) {
        self.scope = scope
    }

    mutating func type(of syntax: Syntax) -> FactType {
        switch syntax.form {
        case .literal(let value): return value.type
        case .stray: return .any
        case .fact(let slot): return scope.storage.types[slot]
        case .branch(_, let branches): return branchType(branches)
        case .local(let index): return index < locals.count ? locals[index] : .any
        case .entry(let name, let item, let otherwise): return entryType(name, item, otherwise)
        case .negative(let operand): return type(of: operand)
        case .arithmetic(let left, let operation, let right):
            return arithmetic(type(of: left), operation, type(of: right), column: syntax.column)
        case .compare(let left, let operation, let right):
            compare(left, operation, right, column: syntax.column)
            return .boolean
        case .all(let parts), .any(let parts):
            for part in parts { expectBoolean(part) }
            return .boolean
        case .conditional(let condition, let then, let otherwise):
            expectBoolean(condition)
            return type(of: then).joined(with: type(of: otherwise))
        case .between(let value, let low, let high):
            let value = type(of: value)
            expectComparable(value, low, .less)
            expectComparable(value, high, .less)
            return .boolean
        case .isIn(let value, let test):
            check(test, against: type(of: value))
            return .boolean
        case .instance(let value, _):
            _ = type(of: value)
            return .boolean
        default: return composite(syntax)
        }
    }

    private mutating func composite(_ syntax: Syntax) -> FactType {
        switch syntax.form {
        case .list(let items):
            let types = items.map { type(of: $0) }
            return .list(of: types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) })
        case .context(let entries): return contextType(entries)
        case .path(let value, let key): return member(key, of: type(of: value), column: syntax.column)
        case .filter(let value, let condition): return filtered(value, condition)
        case .range(let lower, _, let upper, _):
            let lowerType = type(of: lower)
            expectComparable(lowerType, upper, .less)
            return .range(of: lowerType.kind)
        case .quantified(_, let iterators, let condition):
            let outer = locals.count
            for iterator in iterators { bind(iterator) }
            expectBoolean(condition)
            locals.removeLast(locals.count - outer)
            return .boolean
        case .loop(let iterators, let body, _):
            let outer = locals.count
            for iterator in iterators { bind(iterator) }
            locals.append(.list(of: .any))
            let element = type(of: body)
            locals.removeLast(locals.count - outer)
            return .list(of: element)
        case .call(let entry, let arguments): return call(entry, arguments)
        case .apply(let callee, let arguments):
            _ = type(of: callee)
            for argument in arguments { _ = type(of: argument.value) }
            return .any
        case .coerced(let value, _, _): return type(of: value)
        case .openRange(_, let end): return .range(of: type(of: end).kind)
        case .function(let definition):
            let outer = locals.count
            for parameter in definition.parameters { locals.append(parameter.type?.fact ?? .any) }
            if let body = definition.body { _ = type(of: body) }
            locals.removeLast(locals.count - outer)
            return .function
        default: return .any
        }
    }

    // MARK: - Names and paths

    private func branchType(_ branches: [NameEntry.Branch]) -> FactType {
        var types: [String: [NameEntry.Branch]] = [:]
        var leaves: [String: FactType] = [:]
        for branch in branches {
            if branch.path.count == 1 {
                leaves[branch.path[0]] = scope.storage.types[branch.slot]
            } else {
                let below = NameEntry.Branch(path: Array(branch.path.dropFirst()), slot: branch.slot)
                types[branch.path[0], default: []].append(below)
            }
        }
        return .context(types.mapValues { branchType($0) }.merging(leaves) { $1 })
    }

    private mutating func entryType(_ name: String, _ item: Int, _ otherwise: Syntax?) -> FactType {
        if item < locals.count, case .context(let entries) = locals[item], let type = entries[name] { return type }
        return otherwise.map { type(of: $0) } ?? .any
    }

    private mutating func contextType(_ entries: [(key: String, value: Syntax)]) -> FactType {
        var types: [String: FactType] = [:]
        let outer = locals.count
        for entry in entries {
            let type = type(of: entry.value)
            types[entry.key] = type
            locals.append(type)
        }
        locals.removeLast(locals.count - outer)
        return types.isEmpty ? .context([:]) : .context(types)
    }

    private mutating func member(_ key: String, of type: FactType, column: Int) -> FactType {
        switch type {
        case .list(let element): return .list(of: member(key, of: element, column: column))
        case .context(let entries):
            if entries.isEmpty { return .any }
            if let type = entries[key] { return type }
            problems.append(.unknownName(key, column: column, known: Array(entries.keys).sorted()))
            return .any
        case .day, .dateTime, .time, .duration, .daysDuration, .monthsDuration:
            if key == "timezone" { return .text }
            return key == "time offset" ? .daysDuration : .number
        case .any, .range: return .any
        default:
            problems.append(.noEntries(type, key, column: column))
            return .any
        }
    }

    // MARK: - Lists

    private mutating func filtered(_ value: Syntax, _ condition: Syntax) -> FactType {
        let list = type(of: value)
        let element: FactType
        if case .list(let inner) = list { element = inner } else { element = list }
        locals.append(element)
        let condition = type(of: condition)
        locals.removeLast()
        if condition.kind == .number { return element }
        return condition == .boolean ? .list(of: element) : .any
    }

    private mutating func bind(_ iterator: Syntax.Iterator) {
        let source = type(of: iterator.source)
        if let end = iterator.end { expectComparable(source, end, .less) }
        switch source {
        case .list(let element), .range(let element): locals.append(element)
        default: locals.append(iterator.end != nil ? source : .any)
        }
    }

    private mutating func call(_ entry: FunctionEntry, _ arguments: [Syntax]) -> FactType {
        let types = arguments.map { type(of: $0) }
        for (index, type) in types.enumerated() {
            guard let wanted = entry.kinds.indices.contains(index) ? entry.kinds[index] : entry.kinds.last else {
                continue
            }
            if !wanted.compares(with: type) {
                problems.append(.wrongArgument(entry, wanted, type, column: arguments[index].column))
            }
        }
        checkList(entry, arguments)
        return resultType(entry, types)
    }

    private mutating func checkList(_ entry: FunctionEntry, _ arguments: [Syntax]) {
        guard entry.name == "listed", let lists = scope.storage.lists, let first = arguments.first,
            case .literal(.text(let list)) = first.form, !lists.contains(list)
        else { return }
        problems.append(.unknownList(list, column: first.column, known: lists))
    }

    private func resultType(_ entry: FunctionEntry, _ types: [FactType]) -> FactType {
        switch (entry.gives, types.first) {
        case (.fixed(let type), _): return type
        case (.sameAsFirst, let first?): return types.count > 1 && entry.takesMany ? joined(types) : first
        case (.elementOfFirst, .list(let element)?): return element
        case (.elementOfFirst, _?): return joined(types)
        case (.listOfFirst, let first?): return .list(of: first)
        default: return .any
        }
    }

    private func joined(_ types: [FactType]) -> FactType {
        types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) }
    }
}

extension FEELValue {
    /// The type of a literal; null fits everywhere.
    var type: FactType {
        switch self {
        case .null, .unknown: .any
        case .boolean: .boolean
        case .number: .number
        case .text: .text
        case .day: .day
        case .time: .time
        case .dateTime: .dateTime
        case .daysDuration: .daysDuration
        case .monthsDuration: .monthsDuration
        case .list: .list(of: .any)
        case .context: .context([:])
        case .range(let range): .range(of: range.lower.type)
        case .function: .function
        }
    }
}
