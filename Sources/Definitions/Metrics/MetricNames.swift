import Rules
import Values

/// Every name that the expressions of metrics may read, by what is counted.
struct MetricNames {
    /// Ids of clocks and names of events anywhere, and open facts with their types.
    let clocks: Set<String>
    let events: Set<String>
    let facts: [String: FactType]

    func scope(of source: MetricSource) -> Scope { Scope(names: names(of: source)) }

    private func names(of source: MetricSource) -> [String: FactType] {
        switch source {
        case .filing, .closed: caseNames
        case .deed, .event: caseNames.merging(MetricNames.deed) { $1 }
        case .evidence: caseNames.merging(MetricNames.evidence) { $1 }
        case .rating: MetricNames.rating
        case .service: MetricNames.service
        case .certificate: MetricNames.certificate
        case .list: [:]
        }
    }

    private var caseNames: [String: FactType] {
        var names = MetricNames.header
        for clock in clocks {
            for name in ["used", "statutory", "promised"] { names["clocks.\(clock).\(name)"] = .number }
            for name in ["ran", "missed", "late"] { names["clocks.\(clock).\(name)"] = .boolean }
        }
        for name in ["used", "statutory", "promised"] { names["main.\(name)"] = .number }
        for name in ["ran", "missed", "late"] { names["main.\(name)"] = .boolean }
        for event in events { names["happened.\(event).times"] = .number }
        return names.merging(facts) { own, _ in own }
    }

    /// Of every case: who handles what, where, and what became of it so far.
    private static let header: [String: FactType] = [
        "service": .text, "variant": .text, "procedure": .text, "track": .text, "channel": .text, "region": .text,
        "unit": .text, "opened_by": .text, "outcome": .text, "is_member": .boolean, "is_bundle": .boolean,
        "is_application": .boolean,
        "materials": .number, "uploads": .number, "certificates": .number, "registers": .number,
        "earlier_cases": .number, "promises": .number, "deferred": .number, "members": .number, "days": .number,
        "workdays": .number,
    ]

    private static let deed: [String: FactType] = [
        "event": .text, "issues": .text, "is_deemed": .boolean, "is_automatic": .boolean,
    ]

    private static let evidence: [String: FactType] = ["source": .text, "need": .text, "grade": .text]

    private static let rating: [String: FactType] = [
        "service": .text, "item": .text, "region": .text, "unit": .text, "channel": .text, "occasion": .text,
        "grade": .number, "is_further": .boolean,
    ]

    private static let service: [String: FactType] = [
        "service": .text, "kind": .text, "level": .text, "procedure": .text, "channels": .list(of: .text),
        "applicants": .list(of: .text), "tracks": .list(of: .text), "visits": .number, "steps": .number,
        "needs": .number, "asked_of_applicant": .list(of: .text), "evidence_sources": .list(of: .text),
        "statutory": .number, "promised": .number, "is_filing": .boolean, "is_bundle": .boolean, "is_at_once": .boolean,
        "members": .number, "ratable": .boolean, "is_committed": .boolean,
    ]

    private static let certificate: [String: FactType] = ["certificate": .text, "grade": .text, "is_public": .boolean]
}
