import Proofs
import Values

/// What measures a figure of an accepted document, as a person confirmed it (指标绑定).
package struct TargetBinding: Hashable, Sendable {
    /// Why nothing here measures it.
    package enum Unmeasured: String, Hashable, Sendable, CaseIterable {
        /// Nobody records here what would have to be counted.
        case noRecord = "no_record"
        /// Another system counts it.
        case otherSystem = "other_system"
        /// The sentence does not say what is counted.
        case unclear
    }

    /// What a person chose.
    package enum Choice: Hashable, Sendable {
        /// A metric, and what of the city it is measured over.
        case metric(String, MetricScope)
        case unmeasured(Unmeasured)
    }

    /// What a metric is measured over: the whole city, a region, or one service (指标口径).
    package struct MetricScope: Hashable, Sendable {
        /// nil: the whole city.
        package let region: String?
        /// nil: all services. Sums are kept by service for the whole city only.
        package let service: String?

        package init(region: String?, service: String?) {
            self.region = region
            self.service = service
        }
    }

    /// Id of the `AcceptedTarget`.
    package let target: String
    package let choice: Choice
    /// Version of the event in its stream: what a page that shows it has seen.
    package let revision: Int
    package let boundAt: Moment

    /// The stream of the figure's binding, the same in every deployment.
    static func stream(of target: String) -> String {
        let hash = SM3.hash(Array(("target-binding/" + target).utf8))
        return Identifier<TargetBinding>(bytes: Array(hash.prefix(16))).text
    }

    /// The newest one of its stream; nil for another stream.
    init?(folding events: [PastEvent]) {
        guard let last = events.last(where: { $0.body.kind == MetricEventKind.bound.rawValue }),
            let target = last.body.open["target"]?.text
        else { return nil }
        let open = last.body.open
        self.target = target
        revision = last.version
        boundAt = last.at
        if let metric = open["metric"]?.text {
            choice = .metric(metric, MetricScope(region: open["region"]?.text, service: open["service"]?.text))
        } else if let why = open["because"]?.text.flatMap({ Unmeasured(rawValue: $0) }) {
            choice = .unmeasured(why)
        } else {
            return nil
        }
    }

    init(target: String, choice: Choice, revision: Int, boundAt: Moment) {
        self.target = target
        self.choice = choice
        self.revision = revision
        self.boundAt = boundAt
    }

    static func body(
        _ choice: Choice, of target: String, by actor: Actor, for post: Actor?, at moment: Moment
    ) -> EventBody {
        var open: [String: JSON] = [
            "target": .text(target), "metric": .null, "region": .null, "service": .null, "because": .null,
        ]
        switch choice {
        case .metric(let id, let scope):
            open["metric"] = .text(id)
            open["region"] = scope.region.map { .text($0) } ?? .null
            open["service"] = scope.service.map { .text($0) } ?? .null
        case .unmeasured(let why): open["because"] = .text(why.rawValue)
        }
        return EventBody(
            kind: MetricEventKind.bound.rawValue, schema: 1, effective: .instant(moment), actor: actor,
            actingFor: post, channel: nil, ground: nil, open: open, sealed: [:])
    }
}
