import Values

/// What a unit's name stands for in a region on a day.
package enum UnitResolution: Hashable, Sendable {
    case one(String)
    case none
    case several([String])
}

extension Library {
    /// The unit of that name in a region: the sub-units of `authority` first, then all of the region.
    ///
    /// - Parameter authority: id of the deciding authority; nil when that itself is looked for.
    package func unit(named name: String, in region: String, under authority: String?, on day: Day) -> UnitResolution {
        let units = index.unitsByName[name, default: []].filter { $0.region == region && $0.force.contains(day) }
        let own = authority.map { above in units.filter { isBelow($0, above) } } ?? []
        let chosen = own.isEmpty ? units : own
        switch chosen.count {
        case 0: return .none
        case 1: return .one(chosen[0].id)
        default: return .several(chosen.map(\.id))
        }
    }

    private func isBelow(_ unit: LibraryIndex.Unit, _ authority: String) -> Bool {
        var seen: Set<String> = [unit.id]
        var next = unit.parent
        while let parent = next, seen.insert(parent).inserted {
            if parent == authority { return true }
            next = index.units[parent]?.parent
        }
        return unit.id == authority
    }

    /// The regions of a level that have any unit on a day: the city is the root, districts lie below it.
    func decidingRegions(level: String, on day: Day) -> [String] {
        let depth = DecidingLevel.depth(of: level)
        let staffed = Set(index.units.values.filter { $0.force.contains(day) }.map(\.region))
        return staffed.filter { index.chain(of: $0)?.count == depth }.sorted()
    }
}

/// Names of units in a service: each must be one unit wherever the service is decided.
struct UnitCheck {
    let library: Library
    let resolved: Resolved
    /// The region for which the document was resolved.
    let region: String
    let day: Day

    func run(into findings: inout Findings) {
        guard !library.index.units.isEmpty, let level = resolved.document["service"]?["level"]?.text,
            let authority = resolved.document["service"]?["authority"]?.text
        else { return }
        let own = Set(library.publishingRegions(service: resolved.base[0].file.folder))
        for place in library.decidingRegions(level: level, on: day) {
            // A region with a layer of its own is looked at in its own document.
            guard place == region || (region == library.rootRegion && !own.contains(place)) else { continue }
            check(authority, in: place, into: &findings)
        }
        if let depth = library.regionChain(region)?.count, depth > DecidingLevel.depth(of: level) {
            layerBelow(level, into: &findings)
        }
    }

    /// Nobody would ever apply it: who decides is of a region above.
    private func layerBelow(_ level: String, into findings: inout Findings) {
        guard let layer = resolved.base.last(where: { $0.layer == region }) else { return }
        findings.add(
            .layerForbidden, layer.file, "region",
            Wording(
                zh: "事项的行使层级是“\(level)”，“\(region)”不办理，不能另行规定",
                en: "the service is of level `\(level)`; `\(region)` does not decide it and can set nothing"),
            remedy: Wording(zh: "删去本文件，或改事项的 level", en: "remove the file, or change `level` of the service"))
    }

    private func check(_ authority: String, in place: String, into findings: inout Findings) {
        var above: String?
        switch library.unit(named: authority, in: place, under: nil, on: day) {
        case .one(let id): above = id
        case let other: report(authority, other, place, path: ["authority"], layers: resolved.base, into: &findings)
        }
        for (index, plan) in (resolved.document["plans"]?.list ?? []).enumerated() {
            for (id, task) in plan["tasks"]?.map ?? [:] {
                guard let name = task["unit"]?.text else { continue }
                let found = library.unit(named: name, in: place, under: above, on: day)
                if case .one = found { continue }
                report(
                    name, found, place, path: ["tasks", id, "unit"], layers: resolved.plans[index], into: &findings)
            }
        }
        guard let name = resolved.document["service"]?["contact"]?["unit"]?.text else { return }
        let found = library.unit(named: name, in: place, under: above, on: day)
        if case .one = found { return }
        report(name, found, place, path: ["contact", "unit"], layers: resolved.base, into: &findings)
    }

    private func report(
        _ name: String, _ found: UnitResolution, _ place: String, path: [String], layers: [Overlay],
        into findings: inout Findings
    ) {
        let (file, line) = Places.line(path, in: layers)
        if case .several(let ids) = found {
            let all = ids.joined(separator: ", ")
            findings.add(
                Diagnostic(
                    kind: .ambiguousUnit, file: file, line: line,
                    message: Wording(
                        zh: "区域“\(place)”有多个“\(name)”：\(all)",
                        en: "several units of `\(place)` are called `\(name)`: \(all)"),
                    remedy: Wording(zh: "改用不会混淆的单位名称", en: "use a name that only one unit has")))
            return
        }
        let known = library.index.units.values.filter { $0.region == place }.map(\.name)
        findings.add(
            Diagnostic(
                kind: .unknownUnit, file: file, line: line,
                message: Wording(zh: "区域“\(place)”没有单位“\(name)”", en: "no unit of `\(place)` is called `\(name)`"),
                remedy: Findings.remedy(for: name, known: known)))
    }
}
