import Rules
import Values

/// Reads everything that `tongban check` says about a library (design.md §4): every problem at once, each with file,
/// line, message and remedy. A service with an error is not published.
package struct Checker: Sendable {
    package let library: Library

    package init(_ library: Library) {
        self.library = library
    }

    /// Everything. What situations exercise is not known here; see `unexercised`.
    package func check() -> [Diagnostic] {
        var findings = Findings()
        var compiled = CompiledDocuments()
        for file in library.files.values.sorted(by: { $0.path < $1.path }) { findings.add(file.diagnostics) }
        LibraryCheck(library: library).run(into: &findings)
        MetricCheck(library: library).run(into: &findings)
        ReportCheck(library: library).run(into: &findings)
        for id in library.procedureIds { ProcedureCheck(library: library, id: id).run(&compiled, into: &findings) }
        for id in library.serviceIds { ServiceCheck(library: library, id: id).run(&compiled, into: &findings) }
        return findings.sorted
    }

    /// One service alone with what it uses: quick enough for every keystroke that saves a file.
    ///
    /// With `library.replacing(_:)` only the changed text is read again.
    package func check(service id: String) -> [Diagnostic] {
        var findings = Findings()
        for file in library.files.values where file.path.hasPrefix("Services/\(id)/") || file.isShared {
            findings.add(file.diagnostics)
        }
        var compiled = CompiledDocuments()
        ServiceCheck(library: library, id: id).run(&compiled, into: &findings)
        return findings.sorted
    }
}

extension SourceFile {
    /// Whether services read it that do not own it.
    fileprivate var isShared: Bool {
        switch kind {
        case .service, .rules, .layer, .situation, .guide, .procedureSituation, .metrics, .reports, .text: false
        default: true
        }
    }
}

/// What was compiled during one check, so that the same document is compiled once.
struct CompiledDocuments {
    private var results: [JSON: Result<DefinitionCompiler.Output, Failure>] = [:]

    /// Fails when a part that the model needs is missing; then the texts were not read without a problem.
    mutating func result(of document: JSON) -> Result<DefinitionCompiler.Output, Failure> {
        if let known = results[document] { return known }
        let result = Result<DefinitionCompiler.Output, Failure> { () throws(Failure) in
            try DefinitionCompiler.compile(document, hash: "")
        }
        results[document] = result
        return result
    }

    mutating func output(of document: JSON) -> DefinitionCompiler.Output? {
        try? result(of: document).get()
    }
}

/// One procedure by itself: every version, and its situations.
struct ProcedureCheck {
    let library: Library
    let id: String

    func run(_ compiled: inout CompiledDocuments, into findings: inout Findings) {
        guard let region = library.rootRegion else { return }
        for path in library.index.procedures[id, default: []] {
            guard let file = library.files[path], let day = file.force?.lowerBound else { continue }
            var resolved: Resolved?
            if var resolver = try? Resolver(library, region: region, on: day) { resolved = try? resolver.procedure(id) }
            guard let resolved else { continue }
            findings.add(resolved.diagnostics)
            ResolvedCheck(library: library, resolved: resolved, service: nil).run(&compiled, into: &findings)
        }
        for path in library.index.procedureSituations {
            guard let file = library.files[path], file.content["procedure"]?.text == id else { continue }
            SituationCheck(library: library, file: file, service: nil).run(&compiled, into: &findings)
        }
    }
}

/// One service folder: every version of it, in every region with a layer, on every day on which something changes.
struct ServiceCheck {
    let library: Library
    let id: String

    func run(_ compiled: inout CompiledDocuments, into findings: inout Findings) {
        guard let first = library.index.services[id]?.first.flatMap({ library.files[$0] }) else { return }
        folder(first, into: &findings)
        for path in library.index.services[id, default: []] {
            guard let file = library.files[path], let force = file.force else { continue }
            header(file, into: &findings)
            for day in library.changeDays(service: id) where force.contains(day) {
                var heads: [SameAtAllLevels.Head] = []
                for region in library.publishingRegions(service: id) {
                    resolve(region, day, &compiled, &heads, into: &findings)
                }
                SameAtAllLevels.check(heads, into: &findings)
            }
        }
        for path in library.index.situations[id, default: []] {
            guard let file = library.files[path] else { continue }
            SituationCheck(library: library, file: file, service: id).run(&compiled, into: &findings)
        }
    }

    private func resolve(
        _ region: String, _ day: Day, _ compiled: inout CompiledDocuments, _ heads: inout [SameAtAllLevels.Head],
        into findings: inout Findings
    ) {
        guard var resolver = try? Resolver(library, region: region, on: day),
            let resolved = try? resolver.service(id)
        else { return }
        findings.add(resolved.diagnostics)
        ResolvedCheck(library: library, resolved: resolved, service: id).run(&compiled, into: &findings)
        UnitCheck(library: library, resolved: resolved, region: region, day: day).run(into: &findings)
        BundleCheck(library: library, resolved: resolved, region: region, day: day).run(into: &findings)
        CommitmentCheck(library: library, resolved: resolved).run(into: &findings)
        heads.append(SameAtAllLevels.Head(region: region, resolved: resolved))
    }

    private func folder(_ file: SourceFile, into findings: inout Findings) {
        if library.index.guides[id]?[.chinese] == nil {
            findings.add(
                .guideMissing, file, "", Wording(zh: "没有办事指南", en: "there is no guide"),
                remedy: Wording(zh: "加上 Services/\(id)/texts/guide.zh.md", en: "add Services/\(id)/texts/guide.zh.md"))
        }
        if library.index.situations[id, default: []].isEmpty {
            findings.add(
                .noSituation, file, "", Wording(zh: "没有情形样例", en: "there is no situation"),
                remedy: Wording(
                    zh: "在 Services/\(id)/situations/ 中至少写一个",
                    en: "write at least one in Services/\(id)/situations/"))
        }
        for path in library.index.layers[id, default: []] {
            guard let layer = library.files[path] else { continue }
            layerHeader(layer, into: &findings)
        }
    }

    private func layerHeader(_ layer: SourceFile, into findings: inout Findings) {
        if let overrides = layer.content["overrides"]?.text, overrides != id {
            findings.add(
                .layerOrphan, layer, "overrides",
                Wording(
                    zh: "本文件在“\(id)”目录中，却写明覆盖“\(overrides)”",
                    en: "the file lies in `\(id)` but overrides `\(overrides)`"),
                remedy: Wording(zh: "改为 overrides: \(id)，或移到该目录", en: "write `overrides: \(id)`, or move the file"))
        }
        if let region = layer.content["region"]?.text, library.index.regions[region] == nil {
            findings.addUnknown(
                .unknownRegion, layer, "region", region, What.region, known: library.index.regions.keys)
        }
    }

    private func header(_ file: SourceFile, into findings: inout Findings) {
        if let item = file.content["item"]?.text, !library.index.items.contains(item) {
            findings.addUnknown(.unknownItem, file, "item", item, What.item, known: library.index.items)
        }
        if let own = OwnValues.first(in: file), let path = library.index.guides[id]?[.chinese],
            let guide = library.files[path], !guide.text.contains("示例数据")
        {
            findings.add(
                .sampleNotSaid, guide, "",
                Wording(
                    zh: "事项含自定数值（\(own)），指南没有说明是示例数据",
                    en: "the service holds values of its own (\(own)); the guide does not say so"),
                remedy: Wording(zh: "在指南中写明“示例数据”", en: "say 示例数据 in the guide"))
        }
    }
}

/// Values that the city or office set by itself.
enum OwnValues {
    /// The place of the first one; nil when there is none.
    static func first(in file: SourceFile) -> String? { find(file.content, "") }

    private static func find(_ json: JSON, _ place: String) -> String? {
        switch json {
        case .map(let map):
            if map["own"]?.text != nil { return place }
            for (key, value) in map.sorted(by: { $0.key < $1.key }) {
                if let found = find(value, Reading.join(place, key)) { return found }
            }
        case .list(let list):
            for (index, value) in list.enumerated() {
                if let found = find(value, "\(place)/\(index)") { return found }
            }
        default: break
        }
        return nil
    }
}
