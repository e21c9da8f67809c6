import Definitions
import Values

/// What can be applied for in one district on one day, grouped and ready to be listed (办事目录).
package struct Shelf: Sendable {
    /// What makes a service easy; shown at its name and used to narrow a list.
    package enum Mark: String, Hashable, Sendable, CaseIterable {
        /// 网上办: it can be filed online.
        case online
        /// 零跑腿: nobody has to come.
        case noVisit = "no-visit"
        /// 最多跑一次: one visit at most, and not none.
        case oneVisit = "one-visit"
        /// 即办: promised for the same day.
        case sameDay = "same-day"
    }

    /// A service as lists show it.
    package struct Entry: Hashable, Sendable {
        package let id: String
        package let name: Wording
        /// 行政许可, 公共服务 …
        package let kind: String
        /// `person`, `enterprise`.
        package let applicants: [String]
        package let limits: Limits
        /// Name of the deciding authority, as the service names it.
        package let authority: String
        /// The unit of that name in the region that decides; nil: nobody serves it there.
        package let unit: String?
        /// The visitor's own district decides, not the city.
        package let isLocal: Bool
        package let marks: [Mark]
        /// Several services behind one form (一件事).
        package let isBundle: Bool
        /// Numbers of the policy documents from which something of it comes.
        package let policies: Set<String>
    }

    /// How long a service takes, in words.
    package struct Limits: Hashable, Sendable {
        /// The shortest and longest promise, or the law's limit; nil when none is set.
        package let howLong: Wording?
        /// It is a promise, and not only what the law allows.
        package let isPromise: Bool
        /// What the law allows, when less is promised and both are known.
        package let byLaw: Wording?
    }

    package let region: TerritoryMap.Region
    /// Districts that can be chosen.
    package let regions: [(id: String, name: Wording)]
    /// By id, in the order of the ids.
    package let entries: [Entry]
    package let vocabulary: Vocabulary
    private let places: [String: Int]

    package init(
        region: TerritoryMap.Region, regions: [(id: String, name: Wording)], entries: [Entry], vocabulary: Vocabulary
    ) {
        self.region = region
        self.regions = regions
        self.entries = entries
        self.vocabulary = vocabulary
        places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
    }

    package subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

    /// Those of a list of ids that are on offer here, in the order of the list.
    package func entries(_ ids: [String]) -> [Entry] { ids.compactMap { self[$0] } }

    package func entries(for applicant: String) -> [Entry] { entries.filter { $0.applicants.contains(applicant) } }

    /// Groups of which something is on offer here, for somebody or (nil) anybody.
    package func groups(_ groups: [Vocabulary.Group], for applicant: String?) -> [(Vocabulary.Group, [Entry])] {
        groups.map { group in
            (group, entries(group.services).filter { applicant.map($0.applicants.contains) ?? true })
        }.filter { !$0.1.isEmpty }
    }

    /// Units that decide here, by name, each with what it decides.
    package var departments: [(unit: String, name: String, entries: [Entry])] {
        Dictionary(grouping: entries.filter { $0.unit != nil }, by: { $0.unit ?? "" })
            .map { ($0.key, $0.value[0].authority, $0.value) }
            .sorted { (-$0.entries.count, $0.unit) < (-$1.entries.count, $1.unit) }
    }

    /// What was found, in the order of this district: 20 points for what its own units serve, 10 for what others of the
    /// city serve, 5 for what is often asked. Services that are not on offer here are left out.
    func ordered(_ matches: [SearchMatch]) -> [SearchMatch] {
        matches.compactMap { match in
            guard match.kind == .service else { return match }
            guard let entry = self[match.id] else { return nil }
            let served = entry.unit == nil ? 0 : entry.isLocal ? 20 : 10
            let often = vocabulary.popular.contains(match.id) ? 5 : 0
            return SearchMatch(
                kind: match.kind, id: match.id, score: match.score + served + often, phrase: match.phrase)
        }.sorted { ($1.score, $0.kind.rawValue, $0.id) < ($0.score, $1.kind.rawValue, $1.id) }
    }
}

extension Shelf.Entry {
    /// Reads what lists need out of a definition.
    ///
    /// - Parameters:
    ///   - limits: as the guide says them.
    ///   - region: where the visitor is.
    init(
        _ definition: Definition, _ limits: Shelf.Limits, in region: TerritoryMap.Region, of territory: TerritoryMap,
        on day: Day
    ) {
        let service = definition.service
        id = service.id
        name = service.name
        kind = service.kind
        applicants = service.applicants
        self.limits = limits
        authority = service.authority
        let deciding = territory.deciding(service.level, for: region.id)
        isLocal = deciding == region.id
        unit = territory.unit(named: service.authority, in: deciding, under: nil, on: day)?.id
        isBundle = definition.plans.contains(where: \.hasMembers)
        marks = Shelf.Entry.marks(of: definition)
        policies = Shelf.Entry.policies(in: definition.document)
    }

    private static func marks(of definition: Definition) -> [Shelf.Mark] {
        let service = definition.service
        var marks: [Shelf.Mark] = []
        if service.channels.contains("online") { marks.append(.online) }
        if service.visits == 0 { marks.append(.noVisit) }
        if service.visits == 1 { marks.append(.oneVisit) }
        let promised = definition.plans.compactMap(\.mainClockRule).flatMap(\.promised).map(\.limit.description)
        if !promised.isEmpty, promised.allSatisfy({ $0 == "same day" }) { marks.append(.sameDay) }
        return marks
    }

    /// Every document that a definition cites, wherever.
    private static func policies(in json: JSON) -> Set<String> {
        switch json {
        case .map(let map):
            let own = map["policy"]?.text
            return map.values.reduce(into: own.map { [$0] } ?? []) { $0.formUnion(policies(in: $1)) }
        case .list(let list): return list.reduce(into: []) { $0.formUnion(policies(in: $1)) }
        default: return []
        }
    }
}
