import Definitions
import Values

/// Which metric a figure of a document probably means; a person confirms it (指标建议).
package enum TargetMatching {
    /// What probably measures a figure.
    package struct Proposal: Sendable {
        package let metric: Metric
        /// The service that the sentence names; nil: none, or the metric is not counted by service.
        package let service: String?
    }

    /// The metric that comes nearest, over the service that the sentence names; nil where none does.
    ///
    /// - Parameter services: with their names.
    static func proposal(
        for target: AcceptedTarget, in book: MetricBook, services: [(id: String, name: Wording)]
    ) -> Proposal? {
        let service = named(in: target, services)
        var found = metric(for: target, in: book)
        // 食品经营许可办结时限压缩至3个工作日: how long a service takes, whatever the words.
        if found == nil, service != nil, unit(target.unit) == "工作日",
            [.atMost, .less, .equal].contains(target.comparator)
        {
            found = book.metric("time-longest") ?? book.metrics.first { $0.unit == "工作日" && $0.by.contains("service") }
        }
        guard let found else { return nil }
        return Proposal(metric: found, service: found.by.contains("service") ? service : nil)
    }

    /// The service with the longest name that stands in the sentence or above it.
    private static func named(in target: AcceptedTarget, _ services: [(id: String, name: Wording)]) -> String? {
        let text = letters(of: target.sentence + target.what + target.taskTitle)
        return services.map { ($0.id, letters(of: TargetMatching.plain($0.name.zh))) }
            .filter { $0.1.count >= 4 && text.contains($0.1) }
            .max { ($0.1.count, $1.0) < ($1.1.count, $0.0) }?.0
    }

    /// A name without what stands in brackets: 食品经营许可（新办）.
    private static func plain(_ name: String) -> String { String(name.prefix { $0 != "（" && $0 != "(" }) }

    /// The likeliest metric with the same unit of count; nil where none shares enough words.
    private static func metric(for target: AcceptedTarget, in book: MetricBook) -> Metric? {
        let unit = TargetMatching.unit(target.unit)
        let words = pairs(of: target.what + target.sentence + target.taskTitle)
        let scored = book.metrics.filter { self.unit($0.unit) == unit }.map { metric in
            (metric, likeness(of: metric, target, words))
        }
        guard let best = scored.max(by: { ($0.1, $1.0.id) < ($1.1, $0.0.id) }), best.1 >= least else { return nil }
        return best.0
    }

    /// Out of 100.
    private static let least = 40

    private static func likeness(of metric: Metric, _ target: AcceptedTarget, _ words: Set<String>) -> Int {
        if let known = metric.target, isSame(known.sentence, target.sentence) { return 100 }
        let name = pairs(of: metric.name.zh)
        guard !name.isEmpty else { return 0 }
        return name.intersection(words).count * 90 / name.count
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (one, other) = (letters(of: left), letters(of: right))
        return !one.isEmpty && !other.isEmpty && (one.contains(other) || other.contains(one))
    }

    private static func letters(of text: String) -> String { String(text.filter { $0.isLetter || $0.isNumber }) }

    /// Neighbouring letters, two by two.
    private static func pairs(of text: String) -> Set<String> {
        let letters = Array(text.filter(\.isLetter))
        return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
    }

    /// What is counted in pieces is one unit, whatever the piece is called.
    private static func unit(_ printed: String) -> String {
        switch printed {
        case "%", "％": return "%"
        case "工作日", "个工作日": return "工作日"
        case "天", "日", "个自然日": return "天"
        case "项", "种", "类", "个", "件", "张", "次", "份", "户": return "项"
        default: return printed.hasPrefix("个") ? unit(String(printed.dropFirst())) : printed
        }
    }
}

extension MetricTarget {
    /// The promise of a document as something to hold a metric against; nil where the document's figure is a change
    /// from a state that it does not print.
    ///
    /// - Parameter clock: of the service over which it is measured, which must be at least as strict where the figure
    ///   is a time limit.
    init?(_ target: AcceptedTarget, measuredBy metric: Metric, region: String?, clock: Limit?) {
        guard let (comparison, value) = MetricTarget.bound(of: target, measuredBy: metric) else { return nil }
        let isTime = metric.unit == "工作日" || metric.unit == "天"
        self.init(
            comparison: comparison, value: value, from: nil, byDate: target.due, region: region,
            limit: isTime && comparison == .atMost ? clock : nil,
            policy: target.documentNumber ?? target.documentTitle, article: target.task, sentence: target.sentence)
    }

    private static func bound(of target: AcceptedTarget, measuredBy metric: Metric) -> (Comparison, Decimal)? {
        switch target.comparator {
        case .atMost: return (.atMost, target.value)
        case .atLeast: return (.atLeast, target.value)
        case .less: return (.lessThan, target.value)
        case .more: return (.moreThan, target.value)
        case .equal: return (.equals, target.value)
        case .reduceBy:
            // 减少30% of what was is at most 70 % of it, where the metric is the share that is left.
            if target.unit == "%" {
                guard metric.take == .share else { return nil }
                return Decimal(100).subtracting(target.value).map { (.atMost, $0) }
            }
            return target.baseline?.subtracting(target.value).map { (.atMost, $0) }
        case .increaseBy:
            if target.unit == "%" { return nil }
            return target.baseline?.adding(target.value).map { (.atLeast, $0) }
        }
    }
}
