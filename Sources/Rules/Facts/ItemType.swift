/// A type as models declare it: the types of the language, put together, and narrowed by tests (数据类型定义).
package indirect enum ItemType: Sendable {
    case basic(FactType)
    case list(of: ItemType)
    case context([Component])
    case range(of: ItemType)
    case function(parameters: [ItemType], gives: ItemType)
    /// Values of a type that also pass tests.
    case allowed(ItemType, UnaryTests)
    /// A name that means no type; nothing is of it.
    case never(String)

    package struct Component: Sendable {
        package let name: String
        package let type: ItemType

        package init(name: String, type: ItemType) {
            self.name = name
            self.type = type
        }
    }

    /// Anything at all.
    package static let any = ItemType.basic(.any)

    /// What the check knows of it.
    package var fact: FactType {
        switch self {
        case .basic(let type): type
        case .list(let element): .list(of: element.fact)
        case .context(let components):
            .context(Dictionary(components.map { ($0.name, $0.type.fact) }, uniquingKeysWith: { $1 }))
        case .range(let end): .range(of: end.fact)
        case .function: .function
        case .allowed(let type, _): type.fact
        case .never: .any
        }
    }

    /// Without the tests that narrow it, as `instance of` asks.
    var plain: ItemType {
        switch self {
        case .basic, .never: self
        case .list(let element): .list(of: element.plain)
        case .range(let end): .range(of: end.plain)
        case .context(let components): .context(components.map { Component(name: $0.name, type: $0.type.plain) })
        case .function(let parameters, let gives):
            .function(parameters: parameters.map(\.plain), gives: gives.plain)
        case .allowed(let type, _): type.plain
        }
    }

    var isList: Bool {
        switch self {
        case .list, .basic(.list): true
        case .allowed(let type, _): type.isList
        default: false
        }
    }

    var isAny: Bool {
        if case .basic(.any) = self { return true }
        return false
    }

    var isDateTime: Bool {
        switch self {
        case .basic(.dateTime): true
        case .allowed(let type, _): type.isDateTime
        default: false
        }
    }
}

extension ItemType {
    /// Whether a value is of this type; `null` is of every type here, since it may stand for any value.
    func admits(_ value: FEELValue, in environment: Environment) throws(EvaluationFault) -> Bool {
        if value.isNull || value.isUnknown { return true }
        switch self {
        case .basic(let type): return value.isInstance(of: type) == .yes
        case .list(let element):
            guard let items = value.list else { return false }
            for item in items where !(try element.admits(item, in: environment)) { return false }
            return true
        case .context(let components):
            guard let context = value.context else { return false }
            for component in components {
                guard let entry = context[component.name] else { return false }
                if !(try component.type.admits(entry, in: environment)) { return false }
            }
            return true
        case .range(let end):
            guard case .range(let range) = value else { return false }
            let lower = try end.admits(range.lower, in: environment)
            return try end.admits(range.upper, in: environment) && lower
        case .function(let parameters, let gives):
            guard let function = value.function else { return false }
            return function.fits(parameters, gives)
        case .allowed(let type, let tests):
            guard try type.admits(value, in: environment) else { return false }
            return try tests.evaluate(value, in: environment) == .boolean(true)
        case .never: return false
        }
    }

    /// The value as this type takes it: a list of one for its item and the other way round, a day as the start of
    /// that day; null when it does not fit.
    func coerced(_ value: FEELValue, in environment: Environment) throws(EvaluationFault) -> FEELValue {
        if isAny || value.isNull || value.isUnknown { return value }
        if try admits(value, in: environment) { return value }
        if !isList, let items = value.list, items.count == 1 {
            return try admits(items[0], in: environment) ? items[0] : .null
        }
        if isList, value.list == nil {
            let list = FEELValue.list([value])
            return try admits(list, in: environment) ? list : .null
        }
        if isDateTime, case .day(let day) = value {
            let start = LocalDateTime(day: day, time: ClockTime(nanoseconds: 0, zone: .offset(seconds: 0)))
            return .dateTime(start)
        }
        return .null
    }

    /// Whether every value of this type is one of the other.
    func conforms(to other: ItemType) -> Bool {
        switch (self, other) {
        case (_, .basic(.any)): return true
        case (.allowed(let type, _), _): return type.conforms(to: other)
        case (_, .allowed(let type, _)): return conforms(to: type)
        case (.list(let one), .list(let two)), (.range(let one), .range(let two)): return one.conforms(to: two)
        case (.list, .basic(.list(.any))), (.context, .basic(.context)), (.range, .basic(.range(.any))),
            (.function, .basic(.function)):
            return true
        case (.context(let one), .context(let two)):
            return two.allSatisfy { wanted in
                one.contains { $0.name == wanted.name && $0.type.conforms(to: wanted.type) }
            }
        case (.function(let one, let oneGives), .function(let two, let twoGives)):
            return one.count == two.count && zip(two, one).allSatisfy { $0.conforms(to: $1) }
                && oneGives.conforms(to: twoGives)
        case (.basic(let one), .basic(let two)): return one == two
        default: return false
        }
    }
}

extension FEELFunction {
    /// Whether it takes at least these and gives at most that; what it does not declare may be anything.
    func fits(_ wanted: [ItemType], _ result: ItemType) -> Bool {
        if let entry { return entry.takes(wanted.count) }
        return wanted.count == parameters.count
            && zip(wanted, parameters).allSatisfy { wanted, own in own.type.map { wanted.conforms(to: $0) } ?? true }
            && (gives?.conforms(to: result) ?? true)
    }
}
