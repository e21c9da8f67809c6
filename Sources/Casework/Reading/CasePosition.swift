import Definitions
import Rules
import Values

/// How a case stands for whoever decides it: evidence, grounds for refusal that hold now, and what is not established
/// (材料、不予许可的理由、待明确事实).
package struct CasePosition: Sendable {
    package enum Standing: Hashable, Sendable {
        case notNeeded, answered
        /// Answered by something that has expired since.
        case expired(on: Day)
        case deferred, missing
        /// Whether it is needed depends on these facts.
        case notKnown([String])
    }

    package struct Need: Sendable {
        package let need: EvidenceNeed
        package let standing: Standing
        package let answer: EvidenceAnswer?
    }

    /// A row of the table of refusals.
    package struct Ground: Hashable, Sendable {
        /// From 1.
        package let row: Int
        package let why: Wording
        package let law: Citation?
        /// It hits; otherwise it may hit, as soon as what is not known is established.
        package let isCertain: Bool
    }

    package let needs: [Need]
    package let refusals: [Ground]
    /// Ids of facts that somebody has to establish, each once: those that tasks, evidence and refusals wait for.
    package let unknowns: [String]
    /// Ids of needs that the applicant still owes.
    package let owed: [String]

    /// What stands in the state at a moment; pure.
    package init(of file: CaseFile, by definition: Definition, at moment: Moment, calendar: WorkCalendar) {
        guard let plan = definition.plan(ofVariant: file.header.variant) else {
            needs = []
            refusals = []
            unknowns = []
            owed = []
            return
        }
        let facts = Facts(
            file: file, definition: definition, plan: plan, moment: max(moment, file.lastAt), calendar: calendar,
            said: [:], each: nil)
        let today = facts.moment.day
        var names: [String] = file.isClosed ? [] : file.tasks.filter { $0.state == .unclear }.flatMap(\.names)
        needs = EvidencePosition(facts).standings.map { need, standing in
            let answer = file.evidence[need.id]
            switch standing {
            case .notNeeded: return Need(need: need, standing: .notNeeded, answer: answer)
            case .answered: return Need(need: need, standing: .answered, answer: answer)
            case .deferred: return Need(need: need, standing: .deferred, answer: answer)
            case .missing:
                let expired = answer?.expires.flatMap { $0 < today ? $0 : nil }
                return Need(need: need, standing: expired.map { .expired(on: $0) } ?? .missing, answer: answer)
            case .notKnown(let missing):
                names += missing
                return Need(need: need, standing: .notKnown(missing), answer: answer)
            }
        }
        let rows = facts.rows(of: CasePosition.table)
        refusals = rows.map { Ground(row: $0.number, why: $0.why, law: $0.law, isCertain: $0.isCertain) }
        if case .unknown(let unknown)? = try? facts.value(of: CasePosition.table),
            definition.tables[CasePosition.table] != nil
        {
            names += unknown.names
        }
        var seen: Set<String> = []
        unknowns =
            file.isClosed ? [] : names.filter { definition.fields[$0] != nil && seen.insert($0).inserted }
        owed = file.obligations.filter { $0.state == .open }.compactMap { $0.each?["need"]?.text }
    }

    /// The table whose rows are grounds for refusal, in every service that has one.
    private static let table = "refusals"
}
