import Definitions
import Values

/// A figure as a fraction, so that nothing is rounded before it is compared.
package struct MetricValue: Hashable, Sendable {
    /// Already times 100 for what is told in per cent.
    package let part: Int
    /// At least 1.
    package let whole: Int
    /// How many were counted to get it.
    package let counted: Int

    /// Rounded down to hundredths.
    var hundredths: Int {
        let scaled = part * 100
        return scaled >= 0 ? scaled / whole : -((-scaled + whole - 1) / whole)
    }

    /// `46`, `98.7`, `0.33`: at most two digits behind the point.
    package var text: String {
        let (units, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(units)" }
        let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(units).\(digits)"
    }
}

extension Metric {
    /// The figure of some sums; nil when there is nothing to divide or to choose from.
    package func value(of figures: MetricFigures) -> MetricValue? {
        guard let part else { return nil }
        let values = figures.values(of: part.key)
        let times = values.reduce(0) { $0 + $1.times }
        let total = values.reduce(0) { $0 + ($1.value ?? 1) * $1.times }
        switch take {
        case .count: return MetricValue(part: times * scale, whole: 1, counted: times)
        case .sum: return MetricValue(part: total * scale, whole: 1, counted: times)
        case .average:
            return times > 0 ? MetricValue(part: total * scale, whole: times, counted: times) : nil
        case .share:
            guard let whole else { return nil }
            let of = figures.values(of: whole.key)
            let sum = of.reduce(0) { $0 + ($1.value ?? 1) * $1.times }
            let counted = of.reduce(0) { $0 + $1.times }
            return sum > 0 ? MetricValue(part: total * scale, whole: sum, counted: counted) : nil
        case .median: return Metric.median(of: values, times).map { $0.scaled(by: scale) }
        case .max:
            return values.compactMap(\.value).max().map { MetricValue(part: $0 * scale, whole: 1, counted: times) }
        }
    }

    private static func median(of values: [(value: Int?, times: Int)], _ times: Int) -> MetricValue? {
        guard times > 0 else { return nil }
        let sorted = values.map { ($0.value ?? 1, $0.times) }.sorted { $0.0 < $1.0 }
        func value(at place: Int) -> Int {
            var passed = 0
            for (value, count) in sorted {
                passed += count
                if passed > place { return value }
            }
            return sorted[sorted.count - 1].0
        }
        return MetricValue(part: value(at: (times - 1) / 2) + value(at: times / 2), whole: 2, counted: times)
    }
}

extension MetricValue {
    fileprivate func scaled(by scale: Int) -> MetricValue {
        MetricValue(part: part * scale, whole: whole, counted: counted)
    }
}

/// Whether a promise is kept (承诺状态).
package enum PromiseState: Hashable, Sendable {
    case kept
    /// Kept as a whole, but not in the latest month that has figures.
    case atRisk
    case broken
    /// Its day has not come, and it is not reached yet.
    case notYetDue(Day)
    /// Why it cannot be said here.
    case notMeasurable(Wording)

    /// - Parameters:
    ///   - value: over the whole period; nil when there was nothing to measure.
    ///   - months: by month, the oldest first.
    static func of(
        _ metric: Metric, value: MetricValue?, months: [(month: Int, value: MetricValue?)], on day: Day
    ) -> PromiseState? {
        guard let target = metric.target else { return nil }
        if let why = metric.elsewhere { return .notMeasurable(why) }
        if let from = target.from, day < from { return .notYetDue(from) }
        guard let value else { return .notMeasurable(BoardWords.nothingMeasured) }
        let holds = target.holds(value.part, over: value.whole)
        if !holds, let due = target.byDate, day <= due { return .notYetDue(due) }
        if !holds { return .broken }
        let latest = months.last { $0.value != nil }?.value
        // A month alone says nothing of how many there are in all.
        guard metric.take != .count, metric.take != .sum, let latest else { return .kept }
        return target.holds(latest.part, over: latest.whole) ? .kept : .atRisk
    }

    /// `kept`, `at_risk`, `broken`, `not_yet_due`, `not_measurable`.
    package var text: String {
        switch self {
        case .kept: "kept"
        case .atRisk: "at_risk"
        case .broken: "broken"
        case .notYetDue: "not_yet_due"
        case .notMeasurable: "not_measurable"
        }
    }
}
