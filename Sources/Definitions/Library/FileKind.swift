/// What a text of the library is, told by its path.
package enum FileKind: Hashable, Sendable {
    case service, rules, layer, situation, guide
    case procedure, procedureRules, procedureSituation
    case concepts, metrics, reports, items, laws, documents
    /// How the public site groups services, and what people call them.
    case themes, search
    case certificate, message, list
    case regions, units, calendar
    /// A text beside the definitions (`texts/`), kept as it is.
    case text

    /// nil: nothing that belongs into the library.
    package init?(path: String) {
        let parts = path.split(separator: "/").map(String.init)
        guard
            let kind = parts.first == "Services"
                ? FileKind.inServices(Array(parts.dropFirst()))
                : parts.first == "Territory" ? FileKind.inTerritory(Array(parts.dropFirst())) : nil
        else { return nil }
        self = kind
    }

    private static func inServices(_ parts: [String]) -> FileKind? {
        guard let last = parts.last else { return nil }
        let isYAML = last.hasSuffix(".yaml")
        switch (parts.count, parts[0]) {
        case (1, "concepts.yaml"): return .concepts
        case (1, "metrics.yaml"): return .metrics
        case (1, "reports.yaml"): return .reports
        case (1, "items.yaml"): return .items
        case (1, "laws.yaml"): return .laws
        case (1, "documents.yaml"): return .documents
        case (1, "themes.yaml"): return .themes
        case (1, "search.yaml"): return .search
        case (2, "procedures") where isYAML: return .procedure
        case (3, "procedures") where isYAML && parts[1] == "rules": return .procedureRules
        case (3, "procedures") where isYAML && parts[1] == "situations": return .procedureSituation
        case (2, "certificates") where isYAML: return .certificate
        case (2, "messages") where isYAML: return .message
        case (2, "lists") where isYAML: return .list
        case (_, "texts"): return .text
        case (_, "procedures"), (_, "certificates"), (_, "messages"), (_, "lists"), (1, _): return nil
        default: return inService(Array(parts.dropFirst()), isYAML: isYAML)
        }
    }

    private static func inService(_ parts: [String], isYAML: Bool) -> FileKind? {
        switch (parts.count, parts[0]) {
        case (1, let name) where isYAML && (name == "service.yaml" || name.hasPrefix("service@")): return .service
        case (1, _) where isYAML: return .rules
        case (2, "rules") where isYAML: return .rules
        case (2, "territory") where isYAML: return .layer
        case (2, "situations") where isYAML: return .situation
        case (2, "texts") where parts[1] == "guide.zh.md" || parts[1] == "guide.en.md": return .guide
        case (2, "texts"): return .text
        default: return nil
        }
    }

    private static func inTerritory(_ parts: [String]) -> FileKind? {
        switch (parts.count, parts.first) {
        case (1, "regions.yaml"): return .regions
        case (1, "units.yaml"): return .units
        case (2, "calendars") where parts[1].hasSuffix(".yaml"): return .calendar
        default: return nil
        }
    }

    /// nil for texts that are not YAML.
    var shape: Shape? {
        switch self {
        case .service: .service
        case .rules, .procedureRules: .rules
        case .layer: .layer
        case .situation, .procedureSituation: .situation
        case .procedure: .procedure
        case .concepts: .concepts
        case .metrics: .metrics
        case .reports: .reports
        case .items: .items
        case .laws: .laws
        case .documents: .documents
        case .themes: .themes
        case .search: .search
        case .certificate: .certificate
        case .message: .message
        case .list: .list
        case .regions: .regions
        case .units: .units
        case .calendar: .calendar
        case .guide, .text: nil
        }
    }
}
