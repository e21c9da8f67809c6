import Casework
import Definitions
import Values

/// Regions, units and work calendars as published (区划、机构、工作日历); a value made from one published document.
///
/// Regions and units are ids with dates and successors, not codes: cases keep the name of their day.
package final class TerritoryMap: Sendable {
    package struct Region: Hashable, Sendable {
        package let id: String
        package let name: Wording
        package let parent: String?
        package let codes: [Code]
        package let from: Day
        package let until: Day?

        package struct Code: Hashable, Sendable {
            package let code: String
            package let from: Day
            package let until: Day?
        }
    }

    package struct Unit: Hashable, Sendable {
        package let id: String
        package let name: String
        package let region: String
        package let parent: String?
        package let from: Day
        package let until: Day?
        package let successor: String?
        /// Its unified social credit code; nil in the samples.
        package let code: String?

        package func exists(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
    }

    package let regions: [String: Region]
    package let units: [String: Unit]
    package let calendar: WorkCalendar
    /// The document itself: `{regions, units, calendars}` as read from `Territory/`.
    package let document: JSON
    private let unitsByPlace: [String: [Unit]]

    /// Reads a published document; what it lacks is not there.
    ///
    /// - Parameter version: names this state of the calendars, recorded with due dates.
    package init(document: JSON, version: String) {
        self.document = document
        regions = (document["regions"]?.map ?? [:]).reduce(into: [:]) { $0[$1.key] = Region($1.key, $1.value) }
        units = (document["units"]?.map ?? [:]).reduce(into: [:]) { $0[$1.key] = Unit($1.key, $1.value) }
        let years = (document["calendars"]?.map ?? [:]).compactMap { WorkCalendar.Year($0.key, $0.value) }
        calendar = WorkCalendar(years: years, version: version)
        unitsByPlace = Dictionary(grouping: units.values) { $0.region + "/" + $0.name }
    }

    /// The region and those above it, nearest first; the region itself is not among them.
    package func above(_ region: String) -> [String] {
        var above: [String] = []
        var next = regions[region]?.parent
        while let id = next, !above.contains(id) {
            above.append(id)
            next = regions[id]?.parent
        }
        return above
    }

    /// The region that decides for somebody of a region (办理地): the one at the level of the service that the region
    /// is or lies in; the region itself when it lies no lower, so that the city may be asked directly.
    package func deciding(_ level: String, for region: String) -> String {
        let chain = [region] + above(region)
        return chain[max(0, chain.count - DecidingLevel.depth(of: level))]
    }

    /// The city: the region with districts below it and none above.
    package var root: Region? {
        let parents = Set(regions.values.compactMap(\.parent))
        return regions.values.filter { $0.parent == nil && parents.contains($0.id) }.min { $0.id < $1.id }
    }

    /// The districts of a region that exist on a day, in the order of their codes; those without a code last.
    package func regions(below parent: String, on day: Day) -> [Region] {
        regions.values.filter { region in
            region.parent == parent && region.from <= day && (region.until.map { day <= $0 } ?? true)
        }.sorted { ($0.code(on: day) ?? "9", $0.id) < ($1.code(on: day) ?? "9", $1.id) }
    }

    /// The one unit of that name in a region on a day, the authority's own sub-units first; nil: none, or two.
    package func unit(named name: String, in region: String, under authority: String?, on day: Day) -> Unit? {
        let found = unitsByPlace[region + "/" + name, default: []].filter { $0.exists(on: day) }
        if let authority, let own = found.first(where: { isBelow($0, authority) }) { return own }
        return found.count == 1 ? found[0] : nil
    }

    /// The unit itself and the units above it, nearest first.
    package func chain(ofUnit unit: String) -> [String] {
        var chain: [String] = []
        var next: String? = unit
        while let id = next, !chain.contains(id) {
            chain.append(id)
            next = units[id]?.parent
        }
        return chain
    }

    private func isBelow(_ unit: Unit, _ authority: String) -> Bool {
        chain(ofUnit: unit.id).dropFirst().contains(authority)
    }
}

extension TerritoryMap.Region {
    /// The code it has on a day; nil for a functional zone.
    package func code(on day: Day) -> String? {
        codes.first { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }?.code
    }

    fileprivate init?(_ id: String, _ json: JSON) {
        guard let zh = json["name"]?["zh"]?.text else { return nil }
        self.id = id
        name = Wording(zh: zh, en: json["name"]?["en"]?.text ?? zh)
        parent = json["parent"]?.text
        codes = (json["codes"]?.list ?? []).compactMap { code in
            code["code"]?.text.map {
                Code(code: $0, from: code.day("from") ?? Day(1, 1, 1), until: code.day("until"))
            }
        }
        from = json.day("from") ?? Day(1, 1, 1)
        until = json.day("until")
    }
}

extension TerritoryMap.Unit {
    fileprivate init?(_ id: String, _ json: JSON) {
        guard let name = json["name"]?.text, let region = json["region"]?.text else { return nil }
        self.id = id
        self.name = name
        self.region = region
        parent = json["parent"]?.text
        from = json.day("from") ?? Day(1, 1, 1)
        until = json.day("until")
        successor = json["successor"]?.text
        code = json["code"]?.text
    }
}

extension WorkCalendar.Year {
    fileprivate init?(_ year: String, _ json: JSON) {
        guard let number = Int(year) else { return nil }
        self.init(
            year: number, notice: json["notice"]?.text ?? "", off: json.days("off"), work: json.days("work"))
    }
}

extension JSON {
    fileprivate func day(_ key: String) -> Day? { self[key]?.text.flatMap { Day($0) } }

    fileprivate func days(_ key: String) -> Set<Day> {
        Set((self[key]?.list ?? []).compactMap { $0.text.flatMap { Day($0) } })
    }
}

extension TerritoryMap {
    /// What the kernel may ask about places on a day.
    ///
    /// - Parameters:
    ///   - authority: the unit that leads the case; its own sub-units come first.
    ///   - staff: persons who may act in a role for a unit, as known when the command began.
    package func places(
        on day: Day, authority: String?, staff: @escaping @Sendable (String, String) -> [String]?
    ) -> Places {
        Places(
            unit: { self.unit(named: $0, in: $1, under: authority, on: day)?.id },
            unitAbove: { self.units[$0]?.parent },
            regionsAbove: { self.above($0) },
            staff: staff)
    }
}
