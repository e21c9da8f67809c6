import Values

/// All texts of `Services/` and `Territory/`: read, indexed, ready to be checked and resolved.
///
/// A value: `replacing` gives a new library in which only the changed texts were read again.
package struct Library: Sendable {
    package private(set) var files: [String: SourceFile]
    /// Texts that are of no known kind.
    package private(set) var unknownPaths: [String]
    let index: LibraryIndex

    /// - Parameter texts: path (`Services/street-stall/service.yaml`, `Territory/regions.yaml`) → content.
    ///   Never fails: what cannot be read becomes a diagnostic.
    package init(texts: [String: String]) {
        var files: [String: SourceFile] = [:]
        for (path, text) in texts {
            guard let kind = FileKind(path: path) else { continue }
            files[path] = SourceFile(path: path, text: text, kind: kind)
        }
        self.init(files: files, unknownPaths: texts.keys.filter { FileKind(path: $0) == nil }.sorted())
    }

    private init(files: [String: SourceFile], unknownPaths: [String]) {
        self.files = files
        self.unknownPaths = unknownPaths
        index = LibraryIndex(files)
    }

    /// The same with some texts changed, added or (nil) removed; only those are read.
    package func replacing(_ texts: [String: String?]) -> Library {
        var files = files
        for (path, text) in texts {
            let kind = FileKind(path: path)
            files[path] = text.flatMap { text in kind.map { SourceFile(path: path, text: text, kind: $0) } }
        }
        let unknown = Set(unknownPaths).subtracting(texts.keys)
        let added = texts.filter { $0.value != nil && FileKind(path: $0.key) == nil }.keys
        return Library(files: files, unknownPaths: unknown.union(added).sorted())
    }

    /// Ids of all services, bundles included, sorted.
    package var serviceIds: [String] { index.services.keys.sorted() }
    package var procedureIds: [String] { index.procedures.keys.sorted() }

    /// The region above all others (the city), for what is said of no region in particular.
    /// A region of another province, which lies below none here either, has no districts.
    package var rootRegion: String? {
        let parents = Set(index.regions.values.compactMap(\.parent))
        let tops = index.regions.filter { $0.value.parent == nil }.keys
        return tops.filter { parents.contains($0) }.min() ?? tops.min()
    }

    /// All units by id as entries of `Territory/units.yaml`, those that stand there for each region written out.
    package var unitEntries: [String: JSON] { index.unitEntries }

    /// The regions above a region, the highest first, and itself; nil when it is not known.
    package func regionChain(_ region: String) -> [String]? { index.chain(of: region) }

    /// The regions for which a service resolves differently from the region above them: the root, and each with a
    /// layer.
    package func publishingRegions(service: String) -> [String] {
        let own = index.layers[service, default: []].compactMap { files[$0]?.content["region"]?.text }
        return ([rootRegion].compactMap { $0 } + Set(own).sorted()).reduce(into: []) { list, region in
            if !list.contains(region) { list.append(region) }
        }
    }

    /// The days on which something of a service begins or ceases to be in force, sorted: what is to be published.
    package func changeDays(service: String) -> [Day] {
        var paths = index.services[service, default: []] + index.layers[service, default: []]
        for path in index.services[service, default: []] {
            guard let content = files[path]?.content else { continue }
            var names = [content["procedure"]?.text].compactMap { $0 }
            names += (content["variants"]?.map ?? [:]).values.compactMap { $0["procedure"]?.text }
            for name in names { paths += index.procedures[name, default: []] }
        }
        let forces = paths.compactMap { files[$0]?.force }
        let ends = forces.map(\.upperBound).filter { $0 < Day(9999, 12, 31) }.map(\.next)
        return Set(forces.map(\.lowerBound) + ends).sorted()
    }

    /// The file of several versions that is in force on a day: of those whose dates hold it, the latest.
    func inForce(_ paths: [String], on day: Day) -> SourceFile? {
        paths.compactMap { files[$0] }
            .filter { $0.force?.contains(day) ?? false }
            .max { ($0.force?.lowerBound ?? day) < ($1.force?.lowerBound ?? day) }
    }
}

/// Where everything is: ids to paths.
struct LibraryIndex: Sendable {
    struct Region: Sendable {
        let parent: String?
        let name: Wording
        let force: ClosedRange<Day>
    }

    struct Unit: Sendable {
        let id: String
        let name: String
        let region: String
        let parent: String?
        let force: ClosedRange<Day>
    }

    private(set) var services: [String: [String]] = [:]
    private(set) var procedures: [String: [String]] = [:]
    private(set) var layers: [String: [String]] = [:]
    private(set) var situations: [String: [String]] = [:]
    private(set) var procedureSituations: [String] = []
    private(set) var guides: [String: [Language: String]] = [:]
    private(set) var messages: [String: [String]] = [:]
    private(set) var certificates: [String: [String]] = [:]
    private(set) var lists: [String: [String]] = [:]
    private(set) var concepts: [String: JSON] = [:]
    private(set) var regions: [String: Region] = [:]
    private(set) var units: [String: Unit] = [:]
    /// The same as texts: what is published of them.
    private(set) var unitEntries: [String: JSON] = [:]
    private(set) var regionEntries: [String: JSON] = [:]
    private(set) var unitsByName: [String: [Unit]] = [:]
    private(set) var laws: Set<String> = []
    private(set) var documents: Set<String> = []
    private(set) var items: Set<String> = []

    /// The files of everything that may have several versions, one list for each id and region.
    private(set) var versioned: [[String]] = []

    init(_ files: [String: SourceFile]) {
        for (path, file) in files.sorted(by: { $0.key < $1.key }) { add(file, at: path) }
        for file in files.values where file.kind == .units {
            addUnits(UnitsInEach(regions: regionEntries, content: file.content).entries)
        }
        versioned = [services, procedures, messages, certificates, lists].flatMap { $0.values }
        for paths in layers.values {
            let byRegion = Dictionary(grouping: paths) { files[$0]?.content["region"]?.text ?? "" }
            versioned += byRegion.values
        }
    }

    private mutating func add(_ file: SourceFile, at path: String) {
        let content = file.content
        switch file.kind {
        case .service: services[file.folder, default: []].append(path)
        case .procedure: procedures[file.stem, default: []].append(path)
        case .layer: layers[file.folder, default: []].append(path)
        case .situation: situations[file.folder, default: []].append(path)
        case .procedureSituation: procedureSituations.append(path)
        case .guide: guides[file.folder, default: [:]][path.hasSuffix(".zh.md") ? .chinese : .english] = path
        case .message: messages[file.stem, default: []].append(path)
        case .certificate: certificates[file.stem, default: []].append(path)
        case .list: lists[file.stem, default: []].append(path)
        case .concepts: concepts = content["concepts"]?.map ?? [:]
        case .laws: laws = Set((content["laws"]?.map ?? [:]).keys)
        case .documents: documents = Set((content["documents"]?.map ?? [:]).keys)
        case .items: items = Set((content["items"]?.map ?? [:]).keys)
        case .regions: addRegions(content["regions"]?.map ?? [:])
        case .units, .rules, .procedureRules, .metrics, .reports, .calendar, .text, .themes, .search: break
        }
    }

    private mutating func addRegions(_ map: [String: JSON]) {
        regionEntries = map
        for (id, json) in map {
            regions[id] = Region(parent: json["parent"]?.text, name: json.wording("name"), force: json.ownForce)
        }
    }

    private mutating func addUnits(_ map: [String: JSON]) {
        unitEntries = map
        for (id, json) in map.sorted(by: { $0.key < $1.key }) {
            guard let name = json["name"]?.text, let region = json["region"]?.text else { continue }
            let unit = Unit(
                id: id, name: name, region: region, parent: json["parent"]?.text, force: json.ownForce)
            units[id] = unit
            unitsByName[name, default: []].append(unit)
        }
    }

    func chain(of region: String) -> [String]? {
        var chain: [String] = []
        var next: String? = region
        while let id = next {
            guard let entry = regions[id], !chain.contains(id) else { return nil }
            chain.append(id)
            next = entry.parent
        }
        return chain.reversed()
    }
}

extension JSON {
    func wording(_ key: String) -> Wording {
        Wording(zh: self[key]?["zh"]?.text ?? "", en: self[key]?["en"]?.text ?? "")
    }

    /// From the keys `from` and `until` of the map itself.
    var ownForce: ClosedRange<Day> {
        let from = self["from"]?.text.flatMap { Day($0) } ?? Day(1, 1, 1)
        let until = self["until"]?.text.flatMap { Day($0) } ?? Day(9999, 12, 31)
        return from...max(from, until)
    }
}
