import Definitions
import Values

/// How often one must come in person (零跑腿、最多跑一次), from the definition.
package enum VisitMark: String, Hashable, Sendable, CaseIterable {
    case none, once

    /// nil when the ordinary road needs more than one visit.
    package init?(_ service: ServiceHeader) {
        switch service.visits {
        case 0: self = .none
        case 1: self = .once
        default: return nil
        }
    }

    package var name: Wording {
        switch self {
        case .none: Wording(zh: "零跑腿", en: "No visit")
        case .once: Wording(zh: "最多跑一次", en: "At most one visit")
        }
    }

    /// Whether a service may be shown when this is asked for: no visit at all is also at most one.
    package func holds(for service: ServiceHeader) -> Bool {
        switch self {
        case .none: service.visits == 0
        case .once: service.visits <= 1
        }
    }
}
