import Values

extension FEELValue {
    /// What `.key` gives: an entry of a context, a part of a day, time or period, or that of each item of a list.
    func member(_ key: String) -> FEELValue {
        switch self {
        case .context(let context): context[key] ?? .null
        case .unknown: self
        case .list(let list): .list(list.map { $0.member(key) })
        case .day(let day): FEELValue.part(key, of: day) ?? .null
        case .time(let time): FEELValue.part(key, of: time) ?? .null
        case .dateTime(let dateTime):
            FEELValue.part(key, of: dateTime.day) ?? FEELValue.part(key, of: dateTime.time) ?? .null
        case .monthsDuration(let months):
            switch key {
            case "years": .number(months / 12)
            case "months": .number(months % 12)
            default: .null
            }
        case .daysDuration(let nanoseconds): FEELValue.part(key, ofPeriod: nanoseconds) ?? .null
        case .range(let range):
            switch key {
            case "start": range.lower
            case "end": range.upper
            case "start included": .boolean(range.includesLower)
            case "end included": .boolean(range.includesUpper)
            default: .null
            }
        default: .null
        }
    }

    private static func part(_ key: String, of day: Day) -> FEELValue? {
        switch key {
        case "year": .number(day.year)
        case "month": .number(day.month)
        case "day": .number(day.dayOfMonth)
        case "weekday": .number(day.weekday)
        default: nil
        }
    }

    private static func part(_ key: String, of time: ClockTime) -> FEELValue? {
        switch key {
        case "hour": .number(time.hour)
        case "minute": .number(time.minute)
        case "second": .number(time.second)
        case "timezone":
            if case .named(let name) = time.zone { .text(name) } else { .null }
        case "time offset":
            if case .offset(let seconds) = time.zone {
                .daysDuration(nanoseconds: Int128(seconds) * Int128(nanosecondsPerSecond))
            } else {
                .null
            }
        default: nil
        }
    }

    private static func part(_ key: String, ofPeriod nanoseconds: Int128) -> FEELValue? {
        let seconds = nanoseconds / Int128(nanosecondsPerSecond)
        let part: Int128? =
            switch key {
            case "days": seconds / 86_400
            case "hours": seconds / 3600 % 24
            case "minutes": seconds / 60 % 60
            case "seconds": seconds % 60
            default: nil
            }
        return part.map { .number(Int($0)) }
    }

    /// Whether it is of a plain type; null is of none.
    func isInstance(of type: FactType) -> Truth {
        switch (self, type) {
        case (.unknown(let unknown), _): return type == .any ? .yes : .unknown(unknown)
        case (.null, _): return .no
        case (_, .any): return .yes
        case (.boolean, .boolean), (.number, .number), (.text, .text), (.day, .day), (.time, .time),
            (.dateTime, .dateTime), (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration),
            (.context, .context), (.daysDuration, .duration), (.monthsDuration, .duration), (.function, .function),
            (.text, .choice), (.number, .money):
            return .yes
        case (.list(let list), .list(let element)):
            if element == .any { return .yes }
            return list.reduce(Truth.yes) { $0.and($1.isNull ? .yes : $1.isInstance(of: element)) }
        case (.range(let range), .range(let end)):
            if end == .any { return .yes }
            return range.lower.isInstance(of: end).and(range.upper.isInstance(of: end))
        default: return .no
        }
    }
}

extension FEELContext {
    /// The same with a value deep inside, making the contexts on the way.
    func putting(_ value: FEELValue, at path: ArraySlice<String>) -> FEELContext {
        guard let key = path.first else { return self }
        var context = self
        if path.count == 1 {
            context[key] = value
        } else {
            let inner = context[key]?.context ?? FEELContext()
            context[key] = .context(inner.putting(value, at: path.dropFirst()))
        }
        return context
    }
}
