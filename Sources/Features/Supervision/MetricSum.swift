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

/// How many of each thing: by the key of what is counted, and by its value (nil where each counts as one).
package struct MetricFigures: Hashable, Sendable {
    private(set) var counts: [String: [Int?: Int]] = [:]

    package init() {}

    /// Reads `key=3 key#5=2`.
    ///
    /// - Parameter keys: only these; nil: all.
    init(text: String, only keys: Set<String>?) {
        for entry in text.utf8.split(separator: 0x20) {
            guard let mark = entry.lastIndex(of: 0x3D), let number = Int(Substring(entry[entry.index(after: mark)...]))
            else { continue }
            let name = entry[..<mark]
            let end = name.lastIndex(of: 0x23) ?? name.endIndex
            let key = String(Substring(name[..<end]))
            if let keys, !keys.contains(key) { continue }
            let value = end == name.endIndex ? nil : Int(Substring(name[name.index(after: end)...]))
            counts[key, default: [:]][value] = number
        }
    }

    /// Sorted; what counts nothing is left out.
    var text: String {
        let entries = counts.flatMap { key, values in
            values.map { value, number in (value.map { "\(key)#\($0)" } ?? key, number) }
        }
        return entries.sorted { $0.0 < $1.0 }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }

    var isEmpty: Bool { counts.isEmpty }

    mutating func add(_ number: Int, _ key: String, _ value: Int?) {
        let sum = (counts[key]?[value] ?? 0) + number
        if sum != 0 {
            counts[key, default: [:]][value] = sum
        } else {
            counts[key]?[value] = nil
            if counts[key]?.isEmpty == true { counts[key] = nil }
        }
    }

    /// What was counted under some keys alone.
    func only(_ keys: Set<String>) -> MetricFigures {
        var part = MetricFigures()
        for key in keys { part.counts[key] = counts[key] }
        return part
    }

    mutating func add(_ other: MetricFigures) { add(other, times: 1) }

    /// - Parameter times: −1 takes it away.
    mutating func add(_ other: MetricFigures, times: Int) {
        for (key, values) in other.counts {
            for (value, number) in values { add(number * times, key, value) }
        }
    }

    /// The values that were counted under a key, each with how often.
    func values(of key: String) -> [(value: Int?, times: Int)] { (counts[key] ?? [:]).map { ($0.key, $0.value) } }
}

/// What a case brought that a target does not want.
struct MetricFault: Hashable, Sendable {
    let metric: String
    let caseID: String
    let cell: MetricCell
    /// Its value; nil where it is one of many that lacks something.
    let value: Int?
}
