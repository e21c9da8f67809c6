import Values

/// Where and when something counts: the finest cell of the sums.
struct MetricCell: Hashable, Comparable, Sendable {
    /// The day to which it belongs in law.
    let day: Day
    /// The day on which it was recorded.
    let posted: Day
    let service: String
    let unit: String
    let region: String
    let channel: String

    /// Its one name in the table.
    var id: String { [day.description, posted.description, service, unit, region, channel].joined(separator: "|") }

    static func < (left: MetricCell, right: MetricCell) -> Bool { left.id < right.id }
}

/// By what sums of months are taken apart.
package enum MetricDimension: String, Hashable, Sendable, CaseIterable {
    case city, region, unit, service, channel
}

/// The sums of a month, of the city or of one value of a dimension.
struct MetricMonth: Hashable, Comparable, Sendable {
    let dimension: MetricDimension
    /// Empty for the city.
    let value: String
    /// `202603`: the month to which it belongs.
    let month: Int
    /// The month in which it was recorded.
    let reported: Int

    var id: String { "\(dimension.rawValue)|\(value)|\(month)|\(reported)" }

    static func < (left: MetricMonth, right: MetricMonth) -> Bool { left.id < right.id }

    static func of(_ cell: MetricCell) -> [MetricMonth] {
        let values: [(MetricDimension, String)] = [
            (.city, ""), (.region, cell.region), (.unit, cell.unit), (.service, cell.service),
            (.channel, cell.channel),
        ]
        return values.map {
            MetricMonth(
                dimension: $0.0, value: $0.1, month: cell.day.metricMonth, reported: cell.posted.metricMonth)
        }
    }
}

extension Day {
    /// `202603`.
    var metricMonth: Int { year * 100 + month }
}

/// How many of each thing: by the key of what is counted, and behind `#` by its value.
package struct MetricFigures: Hashable, Sendable {
    private(set) var counts: [String: Int] = [:]

    package init() {}

    /// Reads `key=3 key#5=2`.
    init(text: String) {
        for entry in text.utf8.split(separator: 0x20) {
            guard let mark = entry.lastIndex(of: 0x3D), let number = Int(Substring(entry[entry.index(after: mark)...]))
            else { continue }
            counts[String(Substring(entry[..<mark]))] = number
        }
    }

    /// Sorted; what counts nothing is left out.
    var text: String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    var isEmpty: Bool { counts.isEmpty }

    mutating func add(_ number: Int, _ key: String) {
        let sum = counts[key, default: 0] + number
        counts[key] = sum == 0 ? nil : sum
    }

    mutating func add(_ other: MetricFigures) {
        for (key, number) in other.counts { add(number, key) }
    }

    /// The values that were counted under a key, each with how often; a key without values has the one value nil.
    func values(of key: String) -> [(value: Int?, times: Int)] {
        if let plain = counts[key] { return [(nil, plain)] }
        let start = key + "#"
        return counts.compactMap { entry in
            entry.key.hasPrefix(start) ? (Int(entry.key.dropFirst(start.count)), entry.value) : nil
        }
    }
}

/// What a case brought that a target does not want.
struct MetricFault: Hashable, Sendable {
    let metric: String
    let caseID: String
    let cell: MetricCell
    /// Its value; nil where it is one of many that lacks something.
    let value: Int?
}
