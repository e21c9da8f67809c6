import Definitions
import Rules
import Values

/// How each need of evidence stands: answered, deferred, missing, or not known to be needed (材料齐备情况).
struct EvidencePosition {
    enum Standing: Hashable {
        case notNeeded, answered, deferred, missing
        case notKnown([String])
    }

    let standings: [(need: EvidenceNeed, standing: Standing)]

    init(_ facts: Facts) {
        standings = facts.plan.evidence.map { need in (need, EvidencePosition.standing(of: need, facts)) }
    }

    private static func standing(of need: EvidenceNeed, _ facts: Facts) -> Standing {
        let answer = facts.file.evidence[need.id]
        let isAnswered = answer.map { $0.expires.map { $0 >= facts.moment.day } ?? true } ?? false
        switch facts.truth(need.when) {
        case .no: return .notNeeded
        case .notKnown(let names): return isAnswered ? .answered : .notKnown(names)
        case .yes:
            if isAnswered { return .answered }
            let isDeferred = facts.file.deferred.contains(need.id) && need.deferrable != nil
            return isDeferred && facts.file.header.track == toleranceTrack ? .deferred : .missing
        }
    }

    /// Ids of needs that are neither answered nor deferred; unknown while it is not known whether one is needed.
    var missing: FEELValue {
        var missing: [FEELValue] = []
        var unknown: Unknown?
        for (need, standing) in standings {
            switch standing {
            case .missing: missing.append(.text(need.id))
            case .notKnown(let names):
                for name in names { unknown = unknown?.joined(with: Unknown(name)) ?? Unknown(name) }
            default: break
            }
        }
        return unknown.map { .unknown($0) } ?? .list(missing)
    }

    /// `{need, within}` for each deferred need, in the order of the file.
    var deferred: FEELValue {
        .list(
            standings.filter { $0.standing == .deferred }.map { need, _ in
                let within = need.deferrable.map { FEELValue.text($0.description) } ?? .null
                return .context(FEELContext(["need": .text(need.id), "within": within]))
            })
    }

    /// Needs that the case has in fact, in the order of the file.
    var needed: [EvidenceNeed] {
        standings.filter { $0.standing != .notNeeded }.map(\.need)
    }
}

/// The track on which needs may be handed in later (容缺受理).
let toleranceTrack = "tolerance"
/// The track without promise or deferral; children of a case are opened on it.
let ordinaryTrack = "ordinary"
