import Casework
import Definitions
import Values

extension MetricCase {
    /// What a definition says of every case that pins it.
    struct Kind: Hashable, Sendable {
        let mainClock: String
        let isApplication: Bool
        let isBundle: Bool

        init(mainClock: String, isApplication: Bool, isBundle: Bool) {
            self.mainClock = mainClock
            self.isApplication = isApplication
            self.isBundle = isBundle
        }

        init(_ definition: Definition, variant: String?) {
            let plan = definition.plan(ofVariant: variant) ?? definition.plans.first
            mainClock = plan?.mainClock ?? ""
            isApplication = definition.takesApplications
            isBundle = definition.isBundle
        }
    }

    /// nil when the event opens nothing.
    ///
    /// - Parameter read: the facts that some metric reads.
    init?(opening event: PastEvent, kind: Kind, read: Set<String>) {
        let open = event.body.open
        guard let service = open["service"]?.text, let procedure = open["procedure"]?.text,
            let region = open["region"]?.text, let unit = open["unit"]?.text
        else { return nil }
        self.init(
            service: service, variant: open["variant"]?.text, procedure: procedure, track: open["track"]?.text ?? "",
            channel: event.body.channel ?? "", region: region, unit: unit, openedBy: open["opened_by"]?.text ?? "",
            isMember: open["parent"]?.map != nil, isApplication: kind.isApplication, isBundle: kind.isBundle,
            mainClock: kind.mainClock, filed: event.body.effective.day)
        take(facts: open["facts"], read: read)
        take(evidence: open["evidence"])
        counts["deferred"] = open["deferred"]?.list?.count ?? 0
    }

    /// The state after one more event of the case.
    mutating func take(_ event: PastEvent, read: Set<String>) {
        let open = event.body.open
        switch CaseEventKind(rawValue: event.body.kind) {
        case .answered: take(facts: open["facts"], read: read)
        case .evidenceAdded: take(evidence: open["evidence"])
        case .acted:
            if let name = open["event"]?.text { happened[name, default: 0] += 1 }
            if let outcome = open["outcome"]?.text { self.outcome = outcome }
        case .clockStarted: start(open, on: event.body.effective)
        case .clockLimited:
            change(open) { clock in
                clock.statutory = open["statutory"]?.text.flatMap { LegalPeriod($0) }
                clock.promised = open["promised"]?.text.flatMap { LegalPeriod($0) }
            }
        case .clockStopped, .clockResumed, .clockMissed, .clockExpired, .clockEnded: move(event)
        case .childOpened: counts["members", default: 0] += 1
        default: break
        }
    }

    private mutating func take(facts json: JSON?, read: Set<String>) {
        for (name, value) in json?.map ?? [:] where read.contains(name) { facts[name] = value.isNull ? nil : value }
    }

    private mutating func take(evidence json: JSON?) {
        for answer in json?.list ?? [] {
            counts["materials", default: 0] += 1
            if let count = answer["source"]?.text.flatMap({ MetricCase.count(ofSource: $0) }) {
                counts[count, default: 0] += 1
            }
        }
    }

    /// Under which name answers of a source are counted.
    private static func count(ofSource source: String) -> String? {
        switch EvidenceNeed.Source(rawValue: source) {
        case .certificate: "certificates"
        case .register: "registers"
        case .earlierCase: "earlier_cases"
        case .promise: "promises"
        case .upload: "uploads"
        case nil: nil
        }
    }

    // MARK: Clocks

    private mutating func start(_ open: [String: JSON], on effective: Effective) {
        guard let id = open["clock"]?.text, let asOf = open["as_of"]?.text.flatMap({ Day($0) }) else { return }
        let earlier = clocks[id]
        clocks[id] = Clock(
            asOf: asOf, from: open["from"]?.text.flatMap { Moment(local: $0) } ?? effective.moment,
            statutory: open["statutory"]?.text.flatMap { LegalPeriod($0) },
            promised: open["promised"]?.text.flatMap { LegalPeriod($0) }, isMissed: earlier?.isMissed ?? false,
            isLate: earlier?.isLate ?? false)
    }

    private mutating func move(_ event: PastEvent) {
        let open = event.body.open
        let day = event.body.effective.day
        let name = open["while"]?.text ?? ""
        let onlyPromised = open["only"]?.text == "promised"
        change(open) { clock in
            switch CaseEventKind(rawValue: event.body.kind) {
            case .clockStopped:
                let from = open["from"]?.text.flatMap { Day($0) } ?? day
                clock.stops.append(Clock.Stop(whileOpen: name, onlyPromised: onlyPromised, from: from, to: nil))
            case .clockResumed:
                let last = clock.stops.lastIndex {
                    $0.to == nil && $0.whileOpen == name && $0.onlyPromised == onlyPromised
                }
                if let last { clock.stops[last].to = open["to"]?.text.flatMap { Day($0) } ?? day }
            case .clockMissed: clock.isMissed = true
            case .clockExpired:
                clock.isMissed = true
                if clock.statutory != nil { clock.isLate = true }
            default:
                for index in clock.stops.indices where clock.stops[index].to == nil {
                    clock.stops[index].to = max(day, clock.stops[index].from)
                }
                clock.ended = day
            }
        }
    }

    private mutating func change(_ open: [String: JSON], _ change: (inout Clock) -> Void) {
        guard let id = open["clock"]?.text, var clock = clocks[id] else { return }
        change(&clock)
        clocks[id] = clock
    }
}

extension Definition {
    /// One matter handled in one go (一件事).
    var isBundle: Bool { plans.contains { !$0.children.isEmpty } }
}
