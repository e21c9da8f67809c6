import Values

/// Finds units by what a person typed, or by what a document printed (查找单位). It proposes and decides nothing.
extension UnitReading {
    /// Units whose name, with that of their region, holds every word that was typed; those of the document's region
    /// first, then those of the city. A group gives all who belong to it, another name of a unit that unit.
    func found(_ typed: String) -> [String] {
        let words = typed.split(whereSeparator: \.isWhitespace).map { UnitReading.key(String($0)) }
            .filter { !$0.isEmpty }
        guard !words.isEmpty else { return [] }
        let meant = proposed(for: typed)
        let holding = existing.filter { unit in
            let name = whole(unit)
            return words.allSatisfy { name.contains($0) }
        }
        return meant + holding.map(\.id).filter { !meant.contains($0) }
    }

    /// Whom the program takes a printed name to mean; empty where only a person can say.
    func proposed(for printed: String) -> [String] {
        switch meaning(of: printed) {
        case .unit(let id): [id]
        case .several(let ids): ids
        case .open: []
        }
    }

    /// Units of the document's region and of those above it that share at least three characters in a row with a
    /// printed name; the likest first, at most five.
    func similar(to printed: String) -> [String] {
        let key = Array(UnitReading.key(printed))
        let places = Set([region] + territory.above(region))
        let near = existing.filter { places.contains($0.region) }.map { unit in
            (id: unit.id, common: UnitReading.common(key, Array(UnitReading.key(unit.name))))
        }
        return near.filter { $0.common > 2 }.sorted { $0.common > $1.common }.prefix(5).map(\.id)
    }

    /// The longest run of characters that both have.
    private static func common(_ left: [Character], _ right: [Character]) -> Int {
        var longest = 0
        var before = [Int](repeating: 0, count: right.count + 1)
        for character in left {
            var now = [Int](repeating: 0, count: right.count + 1)
            for (place, other) in right.enumerated() where other == character {
                now[place + 1] = before[place] + 1
                longest = max(longest, now[place + 1])
            }
            before = now
        }
        return longest
    }

    /// All that exist on the day, in the order in which they are proposed.
    private var existing: [TerritoryMap.Unit] {
        let root = territory.root?.id
        func rank(_ unit: TerritoryMap.Unit) -> (Int, String, Int, String) {
            let place = unit.region == region ? 0 : unit.region == root ? 1 : 2
            let code = territory.regions[unit.region]?.code(on: day) ?? "9"
            return (place, code + unit.region, unit.parent == nil ? 0 : 1, unit.id)
        }
        return territory.units.values.filter { $0.exists(on: day) }.sorted { rank($0) < rank($1) }
    }

    private func whole(_ unit: TerritoryMap.Unit) -> String {
        UnitReading.key((territory.regions[unit.region]?.name.zh ?? "") + unit.name)
    }

    /// What stands in the way of choosing a unit; nil when nothing does.
    func fault(of id: String) -> Wording? {
        guard let unit = territory.units[id] else { return UnitChoiceWords.unknown(id) }
        if unit.exists(on: day) { return nil }
        guard let until = unit.until, until < day else { return UnitChoiceWords.notYet(shown(id), unit.from) }
        return UnitChoiceWords.ended(shown(id), until, successor: unit.successor.map { shown($0) })
    }
}
