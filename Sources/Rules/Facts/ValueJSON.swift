import Values

extension FEELValue {
    /// Reads what is recorded or answered, as the type of its name says; nil when it does not fit the type.
    ///
    /// Decimals and money are strings in JSON, so they need the type; with `.any` a string stays a text.
    /// JSON `null` is `null`; that a fact is not established is said by its absence, never here.
    package init?(_ json: JSON, as type: FactType) {
        switch (json, type) {
        case (.null, _): self = .null
        case (.bool(let bool), .boolean), (.bool(let bool), .any): self = .boolean(bool)
        case (.number(let number), .number), (.number(let number), .money), (.number(let number), .any):
            self = .number(Decimal(Int(number)))
        case (.text(let text), _):
            guard let value = FEELValue(text, as: type) else { return nil }
            self = value
        case (.list(let list), .list(let element)):
            guard let values = FEELValue.all(list, as: element) else { return nil }
            self = .list(values)
        case (.list(let list), .any):
            guard let values = FEELValue.all(list, as: .any) else { return nil }
            self = .list(values)
        case (.map(let map), .context(let types)): self.init(map, as: types)
        case (.map(let map), .any): self.init(map, as: [:])
        default: return nil
        }
    }

    private init?(_ text: String, as type: FactType) {
        switch type {
        case .any, .text, .choice: self = .text(text)
        case .number, .money:
            guard let number = Decimal(text) else { return nil }
            self = .number(number)
        case .day:
            guard let day = Day(text) else { return nil }
            self = .day(day)
        case .time, .dateTime, .duration, .daysDuration, .monthsDuration:
            guard let value = FEELValue.temporal(text, as: type) else { return nil }
            self = value
        default: return nil
        }
    }

    private static func temporal(_ text: String, as type: FactType) -> FEELValue? {
        if type == .dateTime, let day = Day(text) {
            return .dateTime(LocalDateTime(day: day, time: ClockTime(nanoseconds: 0, zone: .local)))
        }
        guard let value = ValueReading.temporal(text) else { return nil }
        switch (value, type) {
        case (.time, .time), (.dateTime, .dateTime), (.daysDuration, .duration), (.monthsDuration, .duration),
            (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration):
            return value
        default: return nil
        }
    }

    private init?(_ map: [String: JSON], as types: [String: FactType]) {
        var values: [String: FEELValue] = [:]
        for (key, json) in map {
            guard let value = FEELValue(json, as: types[key] ?? .any) else { return nil }
            values[key] = value
        }
        self = .context(FEELContext(values))
    }

    private static func all(_ list: [JSON], as type: FactType) -> [FEELValue]? {
        var values: [FEELValue] = []
        for json in list {
            guard let value = FEELValue(json, as: type) else { return nil }
            values.append(value)
        }
        return values
    }

    /// As it is recorded; nil when something in it is unknown, or a range. Numbers that are not whole become strings.
    package var json: JSON? {
        switch self {
        case .null: return .null
        case .unknown, .range, .function: return nil
        case .boolean(let boolean): return .bool(boolean)
        case .number(let number):
            guard number.scale == 0, let whole = Int64(exactly: number.coefficient) else {
                return .text(number.description)
            }
            return .number(whole)
        case .text(let text): return .text(text)
        case .day, .time, .dateTime, .daysDuration, .monthsDuration: return .text(written)
        case .list(let list):
            var all: [JSON] = []
            for value in list {
                guard let json = value.json else { return nil }
                all.append(json)
            }
            return .list(all)
        case .context(let context):
            var all: [String: JSON] = [:]
            for entry in context.entries {
                guard let json = entry.value.json else { return nil }
                all[entry.key] = json
            }
            return .map(all)
        }
    }
}
