import Values

/// What a resolution gives: the document, and for each plan the layers it was made of.
struct Resolved: Sendable {
    let document: JSON
    /// In the order of `plans` in the document.
    let plans: [[Overlay]]
    /// The service file and the layers over it, the lowest level last; the procedure file alone for a bare procedure.
    let base: [Overlay]
    /// Table → the file in which it stands.
    let tables: [String: SourceFile]
    let diagnostics: [Diagnostic]
}

/// Brings a service, its procedure, what it uses and the layers of a region together, as in force on one day.
///
/// service ← city ← district ← township ← variant: maps merge by key, all else replaces, `null` removes.
struct Resolver {
    let library: Library
    let region: String
    let chain: [String]
    let day: Day
    var diagnostics: [Diagnostic] = []

    /// Throws `notFound` when the region is not known.
    init(_ library: Library, region: String, on day: Day) throws(Failure) {
        guard let chain = library.regionChain(region) else {
            throw .notFound(Wording(zh: "没有区域“\(region)”", en: "there is no region `\(region)`"))
        }
        self.library = library
        self.region = region
        self.chain = chain
        self.day = day
    }

    /// Throws `notFound` when no version of the service is in force that day.
    mutating func service(_ id: String) throws(Failure) -> Resolved {
        guard let base = overlays(of: id) else {
            throw .notFound(
                Wording(
                    zh: "\(day) 没有有效的办理事项“\(id)”", en: "no version of the service `\(id)` is in force on \(day)"))
        }
        let service = checkedMerge(base)
        var plans: [(JSON, [Overlay])] = []
        if let plan = plan(of: service, base: base, variant: nil) { plans.append(plan) }
        for (name, variant) in Merging.inOrder(service["variants"]?.map ?? [:]) {
            if let plan = plan(of: service, base: base, variant: (name, variant)) { plans.append(plan) }
        }
        var parts = Document(library: library, day: day)
        parts.service = header(service, id: id)
        parts.region = region
        parts.force = force(of: base)
        parts.questions = service["questions"]?.map ?? [:]
        parts.form = service["form"]?.list ?? []
        parts.plans = plans.map(\.0)
        if let members = service["members"]?.map { addMembers(members, to: &parts) }
        parts.addFacts(of: plans.compactMap { $0.1.first?.file })
        parts.addTables(rules: [base[0].file] + plans.compactMap { $0.1.first?.file })
        parts.addEmptyBars()
        parts.guide = guide(of: id)
        parts.origins = origins(plans.map(\.1), variants: plans.map { $0.0["variant"]?.text })
        let document = parts.finished(serviceId: id)
        return Resolved(
            document: document, plans: plans.map(\.1), base: base, tables: parts.tableFiles,
            diagnostics: diagnostics + parts.diagnostics)
    }

    /// A procedure tried by itself: no evidence, no form, no grounds for refusal beyond its own.
    ///
    /// Constants that it reads are false. Throws `notFound` when no version is in force that day.
    mutating func procedure(_ id: String) throws(Failure) -> Resolved {
        guard let file = library.inForce(library.index.procedures[id, default: []], on: day) else {
            throw .notFound(
                Wording(
                    zh: "\(day) 没有有效的程序“\(id)”", en: "no version of the procedure `\(id)` is in force on \(day)"))
        }
        let overlay = Overlay(
            layer: "procedure \(id)", file: file, start: "", content: file.content, because: nil,
            from: file.force?.lowerBound ?? day)
        var parts = Document(library: library, day: day)
        parts.plans = [PlanMaking.plan(procedure: file.content, over: [:], variant: nil)]
        parts.service = bareHeader(file.content, id: id)
        parts.region = region
        parts.force = file.content["in_force"] ?? .null
        parts.addFacts(of: [file])
        parts.addTables(rules: [file])
        parts.addEmptyRefusals()
        parts.addEmptyBars()
        parts.addFalseConstants()
        parts.origins = Origins.of([overlay], prefix: "")
        let document = parts.finished(serviceId: id)
        return Resolved(
            document: document, plans: [[overlay]], base: [overlay], tables: parts.tableFiles,
            diagnostics: diagnostics + parts.diagnostics)
    }

    // MARK: Layers

    /// The service file in force and the layers over it, from the city down; nil when there is no such service.
    func overlays(of id: String) -> [Overlay]? {
        guard let file = library.inForce(library.index.services[id, default: []], on: day) else { return nil }
        var list = [
            Overlay(
                layer: "service", file: file, start: "", content: file.content, because: nil,
                from: file.force?.lowerBound ?? day)
        ]
        let paths = library.index.layers[id, default: []]
        for region in chain {
            let own = paths.filter { library.files[$0]?.content["region"]?.text == region }
            guard let layer = library.inForce(own, on: day) else { continue }
            list.append(
                Overlay(
                    layer: region, file: layer, start: "set", content: layer.content["set"] ?? .map([:]),
                    because: layer.content["because"].flatMap { Citation($0) },
                    from: layer.force?.lowerBound ?? day))
        }
        return list
    }

    private mutating func checkedMerge(_ base: [Overlay]) -> JSON {
        var merged = base[0].content
        for layer in base.dropFirst() {
            diagnostics += LayerCheck(layer: layer, below: merged, service: base[0].content).diagnostics()
            merged = Merging.merged(merged, with: layer.cited)
        }
        return merged
    }

    /// Only what the layers and the service say of themselves: a later version does not change an earlier one.
    private func force(of base: [Overlay]) -> JSON {
        let forces = base.compactMap { $0.file.force }
        var map: [String: JSON] = [:]
        map["from"] = forces.map(\.lowerBound).max().map { .text($0.description) }
        let until = forces.map(\.upperBound).min().flatMap { $0 < Day(9999, 12, 31) ? $0 : nil }
        map["until"] = until.map { .text($0.description) }
        return .map(map)
    }

    // MARK: Plans

    private mutating func plan(of service: JSON, base: [Overlay], variant: (String, JSON)?) -> (JSON, [Overlay])? {
        let own = service["procedure"]?.text ?? ""
        let name = variant?.1["procedure"]?.text ?? own
        guard let file = library.inForce(library.index.procedures[name, default: []], on: day) else {
            let place = variant.map { "variants/\($0.0)/procedure" } ?? "procedure"
            report(
                .unknownProcedure, base[0], place,
                Wording(zh: "\(day) 没有有效的程序“\(name)”", en: "no procedure `\(name)` is in force on \(day)"),
                Wording(zh: "写 procedures/ 中的一个程序", en: "name one of the files of procedures/"))
            return nil
        }
        let bottom = Overlay(
            layer: "procedure \(name)", file: file, start: "", content: file.content, because: nil,
            from: file.force?.lowerBound ?? day)
        var over = (service.map ?? [:]).filter { ["tasks", "clocks", "evidence", "outcome"].contains($0.key) }
        if name != own { over = PlanMaking.fitting(over, to: file.content) }
        var plan = PlanMaking.plan(procedure: file.content, over: over, variant: variant)
        if case .map(var map) = plan {
            // What a service does not open is closed: a promise is taken only where somebody decided so.
            map["tracks"] = service["tracks"] ?? ["ordinary"]
            plan = .map(map)
        }
        let layers = [bottom] + base + variantOverlays(variant?.0, base: base)
        diagnostics += PlanMaking.incomplete(plan, layers: layers)
        return (plan, layers)
    }

    private func variantOverlays(_ variant: String?, base: [Overlay]) -> [Overlay] {
        guard let variant else { return [] }
        return base.compactMap { overlay in
            guard let content = overlay.content["variants"]?[variant] else { return nil }
            let start = overlay.place(["variants", variant])
            let layer = overlay.layer == "service" ? "variant \(variant)" : overlay.layer
            return Overlay(
                layer: layer, file: overlay.file, start: start, content: content, because: overlay.because,
                from: overlay.from)
        }
    }

    private func origins(_ plans: [[Overlay]], variants: [String?]) -> [String: JSON] {
        var all: [String: JSON] = [:]
        for (overlays, variant) in zip(plans, variants) {
            guard let variant else {
                all.merge(Origins.of(overlays, prefix: "")) { $1 }
                continue
            }
            let own = Origins.of(overlays, prefix: "")
            for (path, list) in own where all[path] != list { all["variants.\(variant).\(path)"] = list }
        }
        return all
    }

    mutating func report(
        _ kind: DiagnosticKind, _ overlay: Overlay, _ place: String, _ message: Wording, _ remedy: Wording
    ) {
        let line = overlay.file.line(of: overlay.place(place.split(separator: "/").map(String.init)))
        diagnostics.append(
            Diagnostic(kind: kind, file: overlay.file.path, line: line, message: message, remedy: remedy))
    }

    // MARK: Parts of the document

    private static let headerKeys = [
        "item", "name", "kind", "filing", "level", "authority", "basis", "in_force", "reform", "channels", "visits",
        "tracks", "concerns", "repairs", "instead", "applicants", "constants", "lower_levels", "contact", "place",
        "hours",
        "outcome",
    ]

    private func header(_ service: JSON, id: String) -> [String: JSON] {
        var header = (service.map ?? [:]).filter { Resolver.headerKeys.contains($0.key) }
        header["id"] = .text(id)
        return header
    }

    private func bareHeader(_ procedure: JSON, id: String) -> [String: JSON] {
        [
            "id": .text(id), "name": procedure["name"] ?? .null, "kind": "程序", "level": "city", "authority": "",
            "basis": procedure["basis"] ?? [], "in_force": procedure["in_force"] ?? .null, "channels": ["online"],
            "visits": 0, "applicants": ["person", "enterprise"], "contact": [:],
        ]
    }

    private func guide(of id: String) -> [String: JSON] {
        var guide: [String: JSON] = [:]
        for (language, path) in library.index.guides[id, default: [:]] {
            guide[language.rawValue] = library.files[path].map { .text($0.text) }
        }
        return guide
    }
}
