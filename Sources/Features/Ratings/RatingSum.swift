import Values

/// What is counted of service events and ratings, by month (好差评统计).
package enum RatingCount: Hashable, Sendable {
    /// Service events that happened.
    case handled
    /// Of these, those that can be rated by their channel.
    case open
    case rated(RatingGrade)
    /// Corrections opened: a bad rating each, with a name or without one.
    case bad(isNamed: Bool)
    /// Found to be malicious or plainly false.
    case excluded(RatingGrade, isNamed: Bool)
    case corrected
    case calledBack

    var text: String {
        switch self {
        case .handled: "handled"
        case .open: "open"
        case .rated(let grade): "rated-\(grade.number)"
        case .bad(let isNamed): isNamed ? "bad-named" : "bad"
        case .excluded(let grade, let isNamed): "excluded-\(grade.number)" + (isNamed ? "-named" : "")
        case .corrected: "corrected"
        case .calledBack: "called"
        }
    }

    static let all: [RatingCount] =
        [.handled, .open, .bad(isNamed: true), .bad(isNamed: false), .corrected, .calledBack]
        + RatingGrade.allCases.map { .rated($0) }
        + RatingGrade.allCases.flatMap { [.excluded($0, isNamed: true), .excluded($0, isNamed: false)] }

    private static let byText = Dictionary(uniqueKeysWithValues: all.map { ($0.text, $0) })

    init?(text: String) {
        guard let count = RatingCount.byText[text] else { return nil }
        self = count
    }
}

/// By what a sum is divided.
package enum RatingDimension: String, Hashable, Sendable, CaseIterable {
    case all, item, service, unit, channel
}

/// Where something counts.
struct RatingPlace: Hashable, Sendable {
    let region: String
    let unit: String
    let service: String
    let item: String?
    let channel: String
    let month: Int

    func value(of dimension: RatingDimension) -> String {
        switch dimension {
        case .all: ""
        case .item: item ?? service
        case .service: service
        case .unit: unit
        case .channel: channel
        }
    }
}

/// Changes of sums, gathered before they are written; their order does not matter.
struct RatingSumChanges: Hashable, Sendable {
    struct Key: Hashable, Comparable, Sendable {
        /// A region, or empty for the whole city.
        let region: String
        let dimension: String
        let value: String
        let month: Int
        let count: String

        static func < (left: Key, right: Key) -> Bool {
            (left.region, left.dimension, left.value, left.month, left.count)
                < (right.region, right.dimension, right.value, right.month, right.count)
        }
    }

    private(set) var changes: [Key: Int] = [:]

    mutating func add(_ number: Int, _ count: RatingCount, at place: RatingPlace) {
        for region in ["", place.region] {
            for dimension in RatingDimension.allCases {
                let key = Key(
                    region: region, dimension: dimension.rawValue, value: place.value(of: dimension),
                    month: place.month, count: count.text)
                changes[key, default: 0] += number
            }
        }
    }
}
