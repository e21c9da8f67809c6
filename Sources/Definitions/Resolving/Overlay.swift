import Values

/// One layer of a resolution: what it sets, where that stands, and why.
struct Overlay: Sendable {
    /// `procedure licence`, `service`, a region id, `variant new`.
    let layer: String
    let file: SourceFile
    /// Where `content` begins in the file: empty, `set`, `variants/new`.
    let start: String
    let content: JSON
    /// The citation of a layer as a whole; nil where each value carries its own.
    let because: Citation?
    let from: Day

    /// A place in `content` as a place of the file.
    func place(_ path: [String]) -> String {
        ([start] + path).filter { !$0.isEmpty }.joined(separator: "/")
    }

    /// The citation that stands with a value: `promised_by` beside `promised`, otherwise `law`, otherwise the layer's.
    func citation(for path: [String]) -> Citation? {
        if let because { return because }
        guard let last = path.last else { return nil }
        let owner = Merging.value(at: Array(path.dropLast()), in: content)
        let beside = last == "promised" ? owner?["promised_by"] ?? owner?["law"] : owner?["law"]
        let inside = last == "within" ? Merging.value(at: path, in: content)?["law"] : nil
        return (inside ?? beside).flatMap { Citation($0) } ?? content["basis"]?.list?.first.flatMap { Citation($0) }
    }
}

extension Overlay {
    /// The content with the layer's `because` as `promised_by` beside each promise that it sets without naming a source
    /// itself: who made a promise shorter is who promised it (docs/decisions/010).
    var cited: JSON {
        guard let because, case .map(var map) = content else { return content }
        map["clocks"] = Overlay.cited(map["clocks"], because)
        if let variants = map["variants"]?.map {
            map["variants"] = .map(
                variants.mapValues { variant in
                    guard case .map(var entry) = variant else { return variant }
                    entry["clocks"] = Overlay.cited(entry["clocks"], because)
                    return .map(entry)
                })
        }
        return .map(map)
    }

    private static func cited(_ clocks: JSON?, _ because: Citation) -> JSON? {
        guard case .map(let map)? = clocks else { return clocks }
        return .map(
            map.mapValues { clock in
                guard case .map(var entry) = clock, let promised = entry["promised"], !promised.isNull,
                    entry["promised_by"] == nil
                else { return clock }
                entry["promised_by"] = because.definitionJSON
                return .map(entry)
            })
    }
}

/// "Why is this value in force here?": which layers set a value, the last one wins.
enum Origins {
    /// The paths whose origin is kept, by the section and the key of an entry.
    private static let kept: [String: Set<String>] = [
        "clocks": ["statutory", "promised", "until"], "tasks": ["within", "unit"],
    ]

    static func of(_ overlays: [Overlay], prefix: String) -> [String: JSON] {
        var origins: [String: JSON] = [:]
        for path in paths(in: overlays) {
            let list = overlays.compactMap { entry(of: path, in: $0) }
            if !list.isEmpty { origins[prefix + path.joined(separator: ".")] = .list(list) }
        }
        return origins
    }

    private static func paths(in overlays: [Overlay]) -> [[String]] {
        var paths: Set<[String]> = []
        for overlay in overlays {
            for (section, keys) in kept {
                for (id, entry) in overlay.content[section]?.map ?? [:] {
                    for key in keys where entry[key] != nil { paths.insert([section, id, key]) }
                }
            }
            for key in overlay.content["contact"]?.map?.keys ?? [:].keys { paths.insert(["contact", key]) }
            for key in ["place", "hours", "visits", "channels"] where overlay.content[key] != nil {
                paths.insert([key])
            }
        }
        return paths.sorted { $0.joined(separator: ".") < $1.joined(separator: ".") }
    }

    private static func entry(of path: [String], in overlay: Overlay) -> JSON? {
        guard let value = Merging.value(at: path, in: overlay.content) else { return nil }
        var map: [String: JSON] = [
            "layer": .text(overlay.layer), "value": .text(value.text ?? value.canonicalText),
            "from": .text(overlay.from.description),
        ]
        if let citation = overlay.citation(for: path) { map["because"] = citation.definitionJSON }
        return .map(map)
    }
}

extension Citation {
    /// As it stands in a definition; nil when it is none of the three forms.
    package init?(_ json: JSON) {
        if let law = json["law"]?.text {
            self = .law(
                name: law, article: json["article"]?.text, paragraph: json["paragraph"]?.number,
                item: json["item"]?.text)
        } else if let number = json["policy"]?.text {
            self = .policy(number: number, article: json["article"]?.text, sentence: json["sentence"]?.text)
        } else if let own = json["own"]?.text {
            self = .own(own)
        } else {
            return nil
        }
    }

    var definitionJSON: JSON {
        var map: [String: JSON] = [:]
        switch self {
        case .law(let name, let article, let paragraph, let item):
            map["law"] = .text(name)
            map["article"] = article.map { .text($0) }
            map["paragraph"] = paragraph.map { .number(Int64($0)) }
            map["item"] = item.map { .text($0) }
        case .policy(let number, let article, let sentence):
            map["policy"] = .text(number)
            map["article"] = article.map { .text($0) }
            map["sentence"] = sentence.map { .text($0) }
        case .own(let text): map["own"] = .text(text)
        }
        return .map(map)
    }
}
