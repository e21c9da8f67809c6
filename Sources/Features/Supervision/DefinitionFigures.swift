import Definitions
import Rules
import Values

/// What metrics count of the definitions in force in one region on one day; pure.
struct DefinitionFigures {
    private let listening: MetricListening
    private(set) var figures = MetricFigures()

    init(_ listening: MetricListening) {
        self.listening = listening
    }

    /// - Parameter lists: number of entries of each list in force.
    static func of(
        _ definitions: [Definition], lists: [String: Int], _ listening: MetricListening, on day: Day
    ) -> MetricFigures {
        var counted = DefinitionFigures(listening)
        var certificates: [String: CertificateKind] = [:]
        for definition in definitions where definition.takesApplications {
            counted.count(.service, on: day) { ServiceNames(definition: definition).value(of: $0) }
        }
        for definition in definitions { certificates.merge(definition.certificates) { known, _ in known } }
        for (id, kind) in certificates {
            counted.count(.certificate, on: day) { name in
                switch name {
                case "certificate": .text(id)
                case "grade": .text(kind.grade)
                default: .boolean(kind.isPublic)
                }
            }
        }
        for (list, entries) in lists {
            for part in listening.parts[.list(list)] ?? [] where part.condition == nil {
                counted.figures.add(entries, part.key, nil)
            }
        }
        return counted.figures
    }

    private mutating func count(_ source: MetricSource, on day: Day, _ value: @escaping (String) -> FEELValue) {
        let environment = Environment(
            scope: MetricListening.noNames, facts: { name throws(EvaluationFault) in value(name) },
            moment: Moment(day), lists: [:])
        for part in listening.parts[source] ?? [] {
            guard let amount = MetricCounter.amount(part, in: environment) else { continue }
            figures.add(1, part.key, amount.value)
        }
    }
}

/// The names that expressions may ask of a service (`MetricNames`), of its ordinary plan.
struct ServiceNames {
    let definition: Definition

    private var plan: Plan { definition.plans[0] }
    private var mainClock: ClockRule? { plan.clocks.first { $0.id == plan.mainClock } }

    /// Needs that nothing but an upload answers: what can be shared is never asked for.
    private var asked: [EvidenceNeed] { plan.evidence.filter { $0.from == [.upload] } }

    func value(of name: String) -> FEELValue {
        let service = definition.service
        switch name {
        case "service": return .text(service.id)
        case "kind": return .text(service.kind)
        case "level": return .text(service.level)
        case "procedure": return .text(plan.procedure)
        case "channels": return texts(service.channels)
        case "applicants": return texts(service.applicants)
        case "tracks": return texts(service.tracks)
        case "visits": return .number(service.visits)
        case "steps": return .number(plan.stages.count { !$0.isFinal && $0.waitsFor == .office })
        case "needs": return .number(plan.evidence.count)
        case "asked_of_applicant": return texts(asked.map(\.id))
        case "evidence_sources":
            return texts(Set(plan.evidence.flatMap(\.from).map(\.rawValue)).sorted())
        case "members": return .number(plan.children.count)
        default: return truthOrTime(name)
        }
    }

    private func truthOrTime(_ name: String) -> FEELValue {
        switch name {
        case "is_filing": .boolean(definition.service.isFiling)
        case "is_bundle": .boolean(definition.isBundle)
        case "is_at_once": .boolean(longest(mainClock?.promised) == 0)
        case "is_committed":
            .boolean(
                definition.service.tracks.contains("commitment") || plan.evidence.contains { $0.commitment != nil })
        // Each channel of filing but the hotline has a way to rate (decision 022).
        case "ratable": .boolean(!definition.service.channels.isEmpty)
        case "statutory": longest(mainClock?.statutory).map { .number($0) } ?? .null
        case "promised": longest(mainClock?.promised).map { .number($0) } ?? .null
        default: .null
        }
    }

    private func texts(_ texts: [String]) -> FEELValue { .list(texts.map { .text($0) }) }

    /// The longest of the rows in workdays; nil where none is told in workdays or as the same day.
    private func longest(_ rows: [ClockRule.LimitRow]?) -> Int? {
        let days = (rows ?? []).map { row -> Int? in
            switch row.limit.unit {
            case .workdays: row.limit.amount
            case .sameDay: 0
            default: nil
            }
        }
        guard !days.isEmpty, !days.contains(nil) else { return nil }
        return days.compactMap { $0 }.max()
    }
}
