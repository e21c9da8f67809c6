import Values

/// Units that every region directly below another one has (各区县同名机构): `in_each` of `Territory/units.yaml`.
///
/// `in_each: {chongqing: {units: {market: {name: 市场监管局, from: 2019-01-01}}}}` gives `wanzhou-market`,
/// `yuzhong-market` and so on, each as long as both its region and the entry are there. When the region ends, the
/// same unit of its successor takes over. An entry of `units` with such an id stands in place of the made one.
struct UnitsInEach {
    let regions: [String: JSON]
    let content: JSON

    /// All units by id, the single ones and the made ones, each with every key of an entry of `units`.
    var entries: [String: JSON] {
        var all: [String: JSON] = [:]
        for (above, group) in content["in_each"]?.map ?? [:] {
            for region in UnitsInEach.regions(below: above, among: regions) {
                for (key, entry) in group["units"]?.map ?? [:] {
                    if let unit = unit(key, entry, in: region) { all["\(region)-\(key)"] = unit }
                }
            }
        }
        return all.merging(content["units"]?.map ?? [:]) { $1 }
    }

    /// Ids of the regions directly below one, sorted; ended ones too.
    static func regions(below above: String, among regions: [String: JSON]) -> [String] {
        regions.filter { $0.value["parent"]?.text == above }.keys.sorted()
    }

    /// nil when the region had ended before the unit came, or came after it was gone.
    private func unit(_ key: String, _ entry: JSON, in region: String) -> JSON? {
        let place = regions[region] ?? .null
        let force = entry.ownForce.clamped(to: place.ownForce)
        guard entry.ownForce.overlaps(place.ownForce) else { return nil }
        let isOver = entry["until"]?.text != nil && entry.ownForce.upperBound <= place.ownForce.upperBound
        let successor =
            isOver
            ? entry["successor"]?.text.map { "\(region)-\($0)" } : place["successor"]?.text.map { "\($0)-\(key)" }
        return .map([
            "name": entry["name"] ?? .null, "region": .text(region),
            "parent": entry["parent"]?.text.map { .text("\(region)-\($0)") } ?? .null,
            "from": .text(force.lowerBound.description),
            "until": force.upperBound < Day(9999, 12, 31) ? .text(force.upperBound.description) : .null,
            "successor": successor.map { .text($0) } ?? .null,
        ])
    }
}

extension UnitsInEach {
    /// What the check has to say of `in_each`: regions that are none or have none below, parents of no entry.
    static func check(_ file: SourceFile, regions: [String: JSON], into findings: inout Findings) {
        for (above, group) in file.content["in_each"]?.map ?? [:] {
            let place = "in_each/\(above)"
            if regions[above] == nil {
                findings.addUnknown(.unknownRegion, file, place, above, What.region, known: regions.keys)
            } else if UnitsInEach.regions(below: above, among: regions).isEmpty {
                findings.add(
                    .unknownRegion, file, place,
                    Wording(zh: "“\(above)”之下没有区域", en: "no region lies below `\(above)`"),
                    remedy: Wording(zh: "写上一级区域，或在 regions.yaml 加上下级", en: "name the region above those meant"))
            }
            let entries = group["units"]?.map ?? [:]
            for (key, entry) in entries {
                for word in ["parent", "successor"] {
                    guard let name = entry[word]?.text, entries[name] == nil else { continue }
                    findings.addUnknown(
                        .unknownUnit, file, "\(place)/units/\(key)/\(word)", name, What.unit, known: entries.keys)
                }
            }
        }
    }
}
