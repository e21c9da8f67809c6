import Values

/// What a scheduled report holds (日扫描、周调度、月通报、季分析、年考核): a definition over the metrics.
package struct ReportPlan: Hashable, Sendable {
    /// For whom it is made, each region its own.
    package enum Reach: String, Hashable, Sendable, CaseIterable { case city, districts }

    /// Which promises a part lists.
    package enum Promises: String, Hashable, Sendable, CaseIterable { case all, unkept }

    package enum Content: Hashable, Sendable {
        /// Figures of metrics, each held against the last period and its target.
        case measures([String])
        /// The same metrics by region or unit.
        case compared([String], by: RankingPlan.Places)
        case promises(Promises)
        /// Tasks of documents that are late or nearly so.
        case tasks
        case ranking(String)
        case index(String)
    }

    package struct Part: Hashable, Sendable {
        package let name: Wording
        package let content: Content
    }

    package let id: String
    package let name: Wording
    package let every: ReportSpan.Every
    package let reach: [Reach]
    /// Whether posts of the regions below read the city's report as well (通报).
    package let isCirculated: Bool
    package let parts: [Part]
}

/// By which index places are ranked, and which have too few cases for it (排名).
package struct RankingPlan: Hashable, Sendable {
    /// What is ranked: districts of a region, or its units.
    package enum Places: String, Hashable, Sendable, CaseIterable { case region, unit }

    package let id: String
    package let name: Wording
    package let of: Places
    package let index: String
    /// The metric that says how many cases a place has.
    package let counted: String
    /// With fewer a place is not ranked; at least 1.
    package let least: Int
}

/// An efficiency index (效能指数): metrics, each scored between two figures, with weights that sum to 100.
package struct EfficiencyIndex: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package let metric: String
        /// In per cent, at least 1.
        package let weight: Int
        /// The figure that gives no points, in hundredths.
        package let none: Int
        /// The figure that gives 100 points, in hundredths; less than `none` where less is better.
        package let full: Int

        package init(metric: String, weight: Int, none: Int, full: Int) {
            self.metric = metric
            self.weight = weight
            self.none = none
            self.full = full
        }
    }

    package let id: String
    package let name: Wording
    package let basis: Citation
    /// So many per cent of the weight must be measurable, or there is no index.
    package let needs: Int
    package let parts: [Part]
}

/// All reports, rankings and indexes as they were published.
package struct ReportBook: Hashable, Sendable {
    package let reports: [ReportPlan]
    package let rankings: [RankingPlan]
    package let indexes: [EfficiencyIndex]

    package static let empty = ReportBook(reports: [], rankings: [], indexes: [])

    /// nil when there is none of that id; the same for rankings and indexes.
    package func report(_ id: String) -> ReportPlan? { reports.first { $0.id == id } }
    /// How places are ranked.
    package func ranking(_ id: String) -> RankingPlan? { rankings.first { $0.id == id } }
    /// How an index is computed.
    package func index(_ id: String) -> EfficiencyIndex? { indexes.first { $0.id == id } }

    private init(reports: [ReportPlan], rankings: [RankingPlan], indexes: [EfficiencyIndex]) {
        self.reports = reports
        self.rankings = rankings
        self.indexes = indexes
    }

    /// Reads `Services/reports.yaml`, or what was published of it; what is incomplete is left out, and the check says
    /// so before.
    package init(_ document: JSON) {
        func read<Value>(_ key: String, _ one: (String, JSON) -> Value?) -> [Value] {
            Merging.inOrder(document[key]?.map ?? [:]).compactMap { one($0, $1) }
        }
        reports = read("reports") { ReportPlan($0, $1) }
        rankings = read("rankings") { RankingPlan($0, $1) }
        indexes = read("indexes") { EfficiencyIndex($0, $1) }
    }
}

extension ReportPlan {
    fileprivate init?(_ id: String, _ json: JSON) {
        guard let every = json["every"]?.text.flatMap({ ReportSpan.Every(rawValue: $0) }) else { return nil }
        self.init(
            id: id, name: json.wording("name"), every: every,
            reach: (json["for"]?.list ?? []).compactMap { $0.text.flatMap { Reach(rawValue: $0) } },
            isCirculated: json["circulated"]?.bool ?? false,
            parts: (json["parts"]?.list ?? []).compactMap { part in
                Content(part).map { Part(name: part.wording("name"), content: $0) }
            })
    }
}

extension ReportPlan.Content {
    fileprivate init?(_ json: JSON) {
        if let measures = json["measures"]?.list {
            let ids = measures.compactMap(\.text)
            let by = json["by"]?.text.flatMap { RankingPlan.Places(rawValue: $0) }
            self = by.map { .compared(ids, by: $0) } ?? .measures(ids)
        } else if let promises = json["promises"]?.text.flatMap({ ReportPlan.Promises(rawValue: $0) }) {
            self = .promises(promises)
        } else if json["tasks"] != nil {
            self = .tasks
        } else if let ranking = json["ranking"]?.text {
            self = .ranking(ranking)
        } else if let index = json["index"]?.text {
            self = .index(index)
        } else {
            return nil
        }
    }
}

extension RankingPlan {
    fileprivate init?(_ id: String, _ json: JSON) {
        guard let of = json["of"]?.text.flatMap({ Places(rawValue: $0) }), let index = json["index"]?.text,
            let counted = json["counted"]?.text, let least = json["least"]?.number
        else { return nil }
        self.init(id: id, name: json.wording("name"), of: of, index: index, counted: counted, least: max(1, least))
    }
}

extension EfficiencyIndex {
    fileprivate init?(_ id: String, _ json: JSON) {
        guard let needs = json["needs"]?.number, let basis = json["basis"].flatMap({ Citation($0) }) else { return nil }
        self.init(
            id: id, name: json.wording("name"), basis: basis, needs: needs,
            parts: Merging.inOrder(json["parts"]?.map ?? [:]).compactMap { metric, part in
                guard let weight = part["weight"]?.number, let none = part["none"]?.hundredths,
                    let full = part["full"]?.hundredths, none != full
                else { return nil }
                return Part(metric: metric, weight: weight, none: none, full: full)
            })
    }
}

extension JSON {
    /// A number with at most two digits behind the point, in hundredths; nil for anything else.
    var hundredths: Int? {
        if let number { return number.multipliedReportingOverflow(by: 100).overflow ? nil : number * 100 }
        return text.flatMap { Decimal($0) }?.multiplied(by: Decimal(100))?.whole
    }
}
