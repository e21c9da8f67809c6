import Values

/// How a layer lies over what is below it: maps merge by key, all else replaces, `null` removes.
enum Merging {
    /// Maps that mean one value and so are replaced as a whole: a citation, a permission, a wording.
    private static let wholes: Set<String> = [
        "law", "promised_by", "because", "within", "after", "unit", "by", "extends", "silence", "name", "else", "ask",
        "in_force", "basis",
    ]

    /// `upper` over `lower`. New entries of a map whose order counts come after those that are there.
    static func merged(_ lower: JSON, with upper: JSON) -> JSON {
        guard case .map(var map) = lower, case .map(let over) = upper else { return upper }
        for (key, value) in inOrder(over) where key != "place" {
            if value.isNull {
                map[key] = .null
            } else if let below = map[key], case .map = below, case .map = value, !wholes.contains(key) {
                map[key] = merged(below, with: value)
            } else if let below = map[key] {
                map[key] = place(of: below).map { replacing(value, place: $0) } ?? value
            } else {
                map[key] = place(of: value) == nil ? value : replacing(value, place: nextPlace(in: map))
            }
        }
        return .map(map)
    }

    /// Without the `null`s that layers left to remove values.
    static func withoutNulls(_ json: JSON) -> JSON {
        switch json {
        case .map(let map): .map(map.filter { !$0.value.isNull }.mapValues(withoutNulls))
        case .list(let list): .list(list.map(withoutNulls))
        default: json
        }
    }

    /// Entries in the order of their `place`, then of their key.
    static func inOrder(_ map: [String: JSON]) -> [(key: String, value: JSON)] {
        map.sorted { (place(of: $0.value) ?? -1, $0.key) < (place(of: $1.value) ?? -1, $1.key) }
    }

    /// The value at a path of keys; nil when nothing stands there.
    static func value(at path: [String], in json: JSON) -> JSON? {
        var json = json
        for key in path {
            guard let next = json[key] else { return nil }
            json = next
        }
        return json
    }

    private static func place(of json: JSON) -> Int? { json["place"]?.number }

    private static func replacing(_ json: JSON, place: Int) -> JSON {
        guard case .map(var map) = json else { return json }
        map["place"] = .number(Int64(place))
        return .map(map)
    }

    static func nextPlace(in map: [String: JSON]) -> Int {
        (map.values.compactMap { place(of: $0) }.max() ?? -1) + 1
    }
}

/// Comparing two promises without a calendar.
enum PromiseOrder {
    /// Whether the first is surely not longer than the second, whatever the calendar says.
    static func isNotLonger(_ first: LegalPeriod, than second: LegalPeriod) -> Bool {
        if first.unit == second.unit { return first.amount <= second.amount }
        return span(first).upperBound <= span(second).lowerBound
    }

    /// Hours that may pass from the start to the due instant: at least, and at most.
    ///
    /// Workdays: in any five at least seven days pass but for make-up workdays, so no fewer than their number; the
    /// longest rests of a year (seven and nine days) are added once for each twenty workdays begun.
    private static func span(_ period: LegalPeriod) -> ClosedRange<Int> {
        let amount = period.amount
        switch period.unit {
        case .sameDay: return 0...24
        case .hours: return amount...amount
        case .days: return (amount * 24)...((amount + 1) * 24)
        case .workdays: return (amount * 24)...((amount * 7 / 5 + 2 + 9 * (amount / 20 + 1)) * 24)
        case .months: return (amount * 28 * 24)...((amount * 31 + 1) * 24)
        case .years: return (amount * 365 * 24)...((amount * 366 + 1) * 24)
        }
    }

    /// Limits as they stand in a definition: one period, or rows.
    static func periods(_ json: JSON?) -> [LegalPeriod] {
        if let text = json?.text { return LegalPeriod(text).map { [$0] } ?? [] }
        return (json?.list ?? []).compactMap { $0["limit"]?.text.flatMap { LegalPeriod($0) } }
    }

    /// Whether new limits are nowhere longer than the old ones: row by row where the conditions are the same,
    /// otherwise each new one against each old one.
    static func isNowhereLonger(_ new: JSON?, than old: JSON?) -> Bool {
        let (fresh, former) = (periods(new), periods(old))
        let same = conditions(new) == conditions(old) && fresh.count == former.count
        if same { return zip(fresh, former).allSatisfy { isNotLonger($0, than: $1) } }
        return fresh.allSatisfy { new in former.allSatisfy { isNotLonger(new, than: $0) } }
    }

    private static func conditions(_ json: JSON?) -> [String?] {
        (json?.list ?? []).map { $0["when"]?.text }
    }
}
