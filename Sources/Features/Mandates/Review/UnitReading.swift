import Values

/// Whom a document means by the name of a unit: proposed by the program, confirmed by a person.
///
/// 市X局 is the city's, 区X局 that of the document's own region; other names of a unit, and groups such as 各区县人民政府,
/// stand in the list `unit-aliases`. What is in neither stays open: nobody is guessed.
package struct UnitReading: Sendable {
    package enum Meaning: Hashable, Sendable {
        /// The id of the one unit that is meant.
        case unit(String)
        /// A group, with all who belong to it on the day.
        case several([String])
        /// A person says who is meant (有关部门).
        case open
    }

    /// Where a name of the list is looked up.
    package enum Place: String, Hashable, Sendable, CaseIterable {
        /// In the document's region, or in the one that the name's prefix says.
        case own
        case city
        /// In every region directly below the document's.
        case below
    }

    /// Another name of a unit.
    package struct Alias: Hashable, Sendable {
        package let name: String
        /// Names in the register of units; in each region the first one that is there.
        package let means: [String]
        package let place: Place

        package init(name: String, means: [String], place: Place) {
            self.name = name
            self.means = means
            self.place = place
        }
    }

    /// The list of other names.
    package static let list = "unit-aliases"

    let territory: TerritoryMap
    let region: String
    let day: Day
    private let aliases: [String: Alias]
    private let units: [String: [String: [TerritoryMap.Unit]]]

    /// - Parameters:
    ///   - region: of the document.
    ///   - day: units that exist on it.
    package init(territory: TerritoryMap, aliases: [Alias], region: String, on day: Day) {
        self.territory = territory
        self.region = region
        self.day = day
        self.aliases = Dictionary(
            aliases.map { (UnitReading.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
        units = Dictionary(grouping: territory.units.values.filter { $0.exists(on: day) }, by: \.region)
            .mapValues { Dictionary(grouping: $0) { UnitReading.key($0.name) } }
    }

    /// Whom a printed name means.
    package func meaning(of name: String) -> Meaning {
        let key = UnitReading.key(name)
        guard !key.isEmpty else { return .open }
        if let alias = aliases[key], alias.place == .below { return expanded(alias) }
        if let unit = unit(key, in: region) { return .unit(unit) }
        for (prefix, place) in prefixes where key.hasPrefix(prefix) && key.count > prefix.count {
            if let unit = unit(String(key.dropFirst(prefix.count)), in: place) { return .unit(unit) }
        }
        return .open
    }

    /// 重庆市, 渝中区, then 市 and 区: the region's own name goes before the bare word.
    private var prefixes: [(prefix: String, region: String)] {
        var found: [(String, String)] = []
        for place in [region] + territory.above(region) {
            if let name = territory.regions[place]?.name.zh { found.append((name, place)) }
        }
        if let root = territory.root?.id {
            found += [("市", root), ("市级", root)]
            if region != root { found += [("区", region), ("县", region), ("区县", region)] }
        }
        return found
    }

    private func expanded(_ alias: Alias) -> Meaning {
        let found = territory.regions(below: region, on: day).compactMap { place in
            alias.means.lazy.compactMap { one($0, in: place.id) }.first
        }
        return found.isEmpty ? .open : .several(found)
    }

    /// By its own name, else by another one of the list.
    private func unit(_ key: String, in place: String) -> String? {
        if let own = one(key, in: place) { return own }
        guard let alias = aliases[key] else { return nil }
        let region = alias.place == .city ? territory.root?.id ?? place : place
        return alias.means.lazy.compactMap { one($0, in: region) }.first
    }

    /// The one unit of that name; of several, the one that stands under no other.
    private func one(_ name: String, in place: String) -> String? {
        let found = units[place]?[UnitReading.key(name)] ?? []
        if found.count == 1 { return found[0].id }
        let top = found.filter { $0.parent == nil }
        return top.count == 1 ? top[0].id : nil
    }

    // MARK: Showing and reading back

    /// `渝中区 市场监管局`; the id itself for a unit that there is not.
    package func shown(_ id: String) -> String {
        guard let unit = territory.units[id] else { return id }
        return "\(territory.regions[unit.region]?.name.zh ?? unit.region) \(unit.name)"
    }

    /// The unit that a person wrote: as `shown` writes it, or by a name that means one unit. nil for anything else.
    package func unit(written text: String) -> String? {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        if parts.count == 2, let place = territory.regions.values.first(where: { $0.name.zh == parts[0] }),
            let found = one(parts[1], in: place.id)
        {
            return found
        }
        if case .unit(let id) = meaning(of: text) { return id }
        return nil
    }

    /// Without brackets, spaces and the small words that names are written with or without.
    static func key(_ name: String) -> String {
        var depth = 0
        var kept = ""
        for character in name {
            switch character {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            case " ", "\u{3000}", "、", "和", "与", "及": continue
            default: if depth == 0 { kept.append(character) }
            }
        }
        return kept.replacing("委员会", with: "委")
    }
}

extension UnitReading.Alias {
    /// An entry of the list; nil for one that lacks a name.
    init?(_ entry: ListDocument.Entry) {
        guard let name = entry.values["name"]?.text, let means = entry.values["means"]?.text,
            let place = entry.values["place"]?.text.flatMap({ UnitReading.Place(rawValue: $0) })
        else { return nil }
        self.init(name: name, means: means.split(separator: " ").map(String.init), place: place)
    }
}
