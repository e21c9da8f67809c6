import Values

/// What the files of a library say about each other: names, dates of force, citations, concepts, lists, regions, units.
struct LibraryCheck {
    let library: Library

    func run(into findings: inout Findings) {
        for file in library.files.values.sorted(by: { $0.path < $1.path }) {
            name(of: file, into: &findings)
            CitationCheck(library: library, file: file).run(into: &findings)
            switch file.kind {
            case .certificate: certificate(file, into: &findings)
            case .list: list(file, into: &findings)
            case .items: ItemCheck(library: library, file: file).run(into: &findings)
            case .regions: regions(file, into: &findings)
            case .units: units(file, into: &findings)
            case .themes, .search: FindingCheck(library: library, file: file).run(into: &findings)
            case .layer where library.index.services[file.folder] == nil:
                findings.addUnknown(
                    .layerOrphan, file, "overrides", file.folder, What.service, known: library.serviceIds)
            default: break
            }
        }
        for versions in library.index.versioned { overlaps(versions, into: &findings) }
        for path in library.unknownPaths { unknownFile(path, into: &findings) }
        conceptPrefixes(into: &findings)
        if library.rootRegion == nil { withoutRegions(into: &findings) }
    }

    /// Without regions nothing is resolved, so nothing else could be said.
    private func withoutRegions(into findings: inout Findings) {
        findings.add(
            Diagnostic(
                kind: .missingFile, file: "Territory/regions.yaml", line: 1,
                message: Wording(zh: "没有任何区域", en: "there is no region"),
                remedy: Wording(zh: "至少写明城市本身", en: "write down the city itself at least")))
    }

    private func unknownFile(_ path: String, into findings: inout Findings) {
        findings.add(
            Diagnostic(
                kind: .unknownFile, file: path, line: 1,
                message: Wording(zh: "这个文件不属于任何一类", en: "this file is of no known kind"),
                remedy: Wording(
                    zh: "移到 rules/、territory/、situations/ 或 texts/，或删去",
                    en: "move it to rules/, territory/, situations/ or texts/, or remove it")))
    }

    // MARK: Names and dates

    private func name(of file: SourceFile, into findings: inout Findings) {
        let key: String
        let wanted: String
        switch file.kind {
        case .service: (key, wanted) = ("service", file.folder)
        case .procedure: (key, wanted) = ("procedure", file.stem)
        case .certificate: (key, wanted) = ("certificate", file.stem)
        case .message: (key, wanted) = ("message", file.stem)
        case .list: (key, wanted) = ("list", file.stem)
        default: return
        }
        guard let written = file.content[key]?.text, written != wanted else { return }
        findings.add(
            .wrongName, file, key,
            Wording(
                zh: "“\(written)”与文件的位置“\(wanted)”不一致",
                en: "`\(written)` is not what the file's place says: `\(wanted)`"),
            remedy: Wording(zh: "写 \(key): \(wanted)", en: "write `\(key): \(wanted)`"))
    }

    /// A later version replaces an earlier one from its first day; two of one day, or an end after that day, overlap.
    private func overlaps(_ paths: [String], into findings: inout Findings) {
        let files = paths.compactMap { library.files[$0] }.filter { $0.force != nil }
            .sorted {
                ($0.force?.lowerBound ?? Day(1, 1, 1), $0.path) < ($1.force?.lowerBound ?? Day(1, 1, 1), $1.path)
            }
        for (earlier, later) in zip(files, files.dropFirst()) {
            guard let first = earlier.force, let second = later.force else { continue }
            let ends = earlier.content["in_force"]?["until"]?.text != nil
            guard first.lowerBound == second.lowerBound || (ends && first.upperBound >= second.lowerBound) else {
                continue
            }
            findings.add(
                .overlappingForce, later, "in_force",
                Wording(zh: "施行日期与 \(earlier.path) 重叠", en: "the dates of force overlap those of \(earlier.path)"),
                remedy: Wording(zh: "改正 from 或前一版的 until", en: "correct `from`, or the `until` of the earlier one"))
        }
    }

    private func conceptPrefixes(into findings: inout Findings) {
        guard let file = library.files["Services/concepts.yaml"] else { return }
        let ids = library.index.concepts.keys.sorted()
        for (id, next) in zip(ids, ids.dropFirst()) where next.hasPrefix(id + ".") {
            findings.add(
                .leafAndPrefix, file, "concepts/\(id)",
                Wording(zh: "“\(id)”既是名称，又是“\(next)”的前缀", en: "`\(id)` is both a name and the beginning of `\(next)`"),
                remedy: Wording(zh: "给其中一个改名", en: "rename one of them"))
        }
    }

    // MARK: Kinds of file

    private func certificate(_ file: SourceFile, into findings: inout Findings) {
        let fields = (file.content["fields"]?.list ?? []).compactMap(\.text)
        for (index, id) in fields.enumerated() where library.index.concepts[id] == nil {
            concept(id, file, "fields/\(index)", into: &findings)
        }
        if let number = file.content["number"]?["concept"]?.text, library.index.concepts[number] == nil {
            concept(number, file, "number/concept", into: &findings)
        }
        for (key, list) in [("many", file.content["many"]), ("layout/order", file.content["layout"]?["order"])] {
            for (index, id) in (list?.list ?? []).compactMap(\.text).enumerated() where !fields.contains(id) {
                findings.addUnknown(.unknownConcept, file, "\(key)/\(index)", id, What.concept, known: fields)
            }
        }
    }

    private func concept(_ id: String, _ file: SourceFile, _ place: String, into findings: inout Findings) {
        findings.addUnknown(.unknownConcept, file, place, id, What.concept, known: library.index.concepts.keys)
    }

    private func list(_ file: SourceFile, into findings: inout Findings) {
        let columns = file.content["columns"]?.map ?? [:]
        let serviceColumns = columns.filter { $0.value["kind"] == "service" || $0.value == "service" }.keys
        for (index, entry) in (file.content["entries"]?.list ?? []).enumerated() {
            for key in (entry.map ?? [:]).keys.sorted() where columns[key] == nil {
                findings.addUnknown(.unknownKey, file, "entries/\(index)/\(key)", key, What.name, known: columns.keys)
            }
            if file.content["kind"] == "choice" {
                for key in ["key", "name"] where entry[key] == nil {
                    findings.add(
                        .missingKey, file, "entries/\(index)",
                        Wording(zh: "可选项缺少“\(key)”", en: "a choice lacks `\(key)`"),
                        remedy: Wording(zh: "写明 key 和 name", en: "give `key` and `name`"))
                }
            }
            for key in serviceColumns {
                guard let id = entry[key]?.text, library.index.services[id] == nil else { continue }
                findings.addUnknown(
                    .unknownService, file, "entries/\(index)/\(key)", id, What.service, known: library.serviceIds)
            }
        }
    }

    private func regions(_ file: SourceFile, into findings: inout Findings) {
        for (id, region) in file.content["regions"]?.map ?? [:] {
            var named = [region["parent"]?.text]
            named += region["successor"]?.list?.map(\.text) ?? [region["successor"]?.text]
            for name in named.compactMap({ $0 }) where library.index.regions[name] == nil {
                findings.addUnknown(
                    .unknownRegion, file, "regions/\(id)", name, What.region, known: library.index.regions.keys)
            }
        }
    }

    private func units(_ file: SourceFile, into findings: inout Findings) {
        UnitsInEach.check(file, regions: library.index.regionEntries, into: &findings)
        for (id, unit) in file.content["units"]?.map ?? [:] {
            if let region = unit["region"]?.text, library.index.regions[region] == nil {
                findings.addUnknown(
                    .unknownRegion, file, "units/\(id)/region", region, What.region, known: library.index.regions.keys)
            }
            if let code = unit["code"]?.text, UnifiedSocialCreditCode(code) == nil {
                findings.add(
                    .badUnitCode, file, "units/\(id)/code",
                    Wording(zh: "“\(code)”不是统一社会信用代码", en: "`\(code)` is no unified social credit code"),
                    remedy: Wording(zh: "核对 18 位代码和校验位（GB 32100）", en: "check its 18 characters (GB 32100)"))
            }
            for key in ["parent", "successor"] {
                guard let name = unit[key]?.text, library.index.units[name] == nil else { continue }
                findings.addUnknown(
                    .unknownUnit, file, "units/\(id)/\(key)", name, What.unit, known: library.index.units.keys)
            }
        }
    }
}

/// Every citation of a file is in the list of laws, in the registry of documents, or marked as the office's own.
struct CitationCheck {
    let library: Library
    let file: SourceFile

    func run(into findings: inout Findings) {
        guard ![.laws, .documents, .situation, .procedureSituation].contains(file.kind) else { return }
        walk(file.content, "", into: &findings)
    }

    private func walk(_ json: JSON, _ place: String, into findings: inout Findings) {
        switch json {
        case .map(let map):
            if let law = map["law"]?.text, !library.index.laws.contains(law) {
                findings.addUnknown(
                    .unknownCitation, file, Reading.join(place, "law"), law, What.law, known: library.index.laws)
            }
            if let policy = map["policy"]?.text, !library.index.documents.contains(policy) {
                findings.addUnknown(
                    .unknownCitation, file, Reading.join(place, "policy"), policy, What.document,
                    known: library.index.documents)
            }
            for (key, value) in map.sorted(by: { $0.key < $1.key }) {
                walk(value, Reading.join(place, key), into: &findings)
            }
        case .list(let list):
            for (index, value) in list.enumerated() { walk(value, "\(place)/\(index)", into: &findings) }
        default: break
        }
    }
}
