import Definitions
import Rules
import Values

/// What holds for somebody who has answered so much and not yet filed: the guide, and the form while it is filled in.
package struct Guidance: Sendable {
    package enum Standing: Hashable, Sendable {
        case needed, notNeeded
        /// Depends on answers that are not given yet.
        case depends(on: [String])
    }

    package struct Need: Sendable {
        package let need: EvidenceNeed
        package let standing: Standing
    }

    /// The variant that the answers choose; nil: the ordinary plan, or not certain yet.
    package let plan: Plan
    /// Whether each field is asked, by id; those without a condition are needed.
    package let fields: [String: Standing]
    package let needs: [Need]
    /// Limits of the main clock, when the answers settle them.
    package let limits: Limits
    /// Grounds for refusal that are certain from the answers alone (table `refusals`, with its rows' citations).
    package let refusals: [Refusal]
    /// What single answer would leave fewer of them, the smallest change first; empty without refusals.
    ///
    /// Tried out when it is read, because only pages show it.
    package var turns: [Turn] { refusals.isEmpty ? [] : triedTurns() }
    /// Grounds that are certain from the answers and exclude a promise here; the ordinary road stays open.
    package let bars: [CommitmentBar]
    /// Values that break a `must`, as problems with the field as place.
    package let problems: [Problem]
    private let triedTurns: @Sendable () -> [Turn]

    /// Reads the definition with some answers; what is not answered is not established.
    ///
    /// - Parameters:
    ///   - answers: by id; `null` is the same as absent.
    ///   - moment: the day counts for dates of force and `today`.
    package static func read(
        _ definition: Definition, answers: [String: JSON], track: String, at moment: Moment, calendar: WorkCalendar
    ) -> Guidance {
        let blank = CaseFile.blank(of: definition, answers: answers, track: track, at: moment)
        @Sendable func facts(_ plan: Plan) -> Facts {
            Facts(
                file: blank, definition: definition, plan: plan, moment: moment, calendar: calendar, said: [:],
                each: nil)
        }
        let plan = definition.plans.dropFirst().first { facts($0).truth($0.when).isYes } ?? definition.plans[0]
        let known = facts(plan)
        var standings: [String: Standing] = [:]
        var problems: [Problem] = []
        for (id, field) in definition.fields {
            standings[id] = standing(known.truth(field.when))
            guard let must = field.must, answers[id].map({ !$0.isNull }) ?? false, known.truth(must) == .no else {
                continue
            }
            problems.append(
                Problem(
                    place: id,
                    message: field.otherwise
                        ?? Wording(zh: "\(field.ask.zh)不符合要求", en: "\(field.ask.en): not possible"),
                    remedy: Wording(zh: "改正后再继续", en: "Correct it and go on")))
        }
        let refusals = refusals(known)
        return Guidance(
            plan: plan, fields: standings,
            needs: plan.evidence.map { Need(need: $0, standing: standing(known.truth($0.when))) },
            limits: limits(of: plan, known), refusals: refusals,
            bars: CommitmentBar.certain(in: known), problems: problems,
            triedTurns: { turns(facts(plan), among: definition, fewerThan: refusals.count) })
    }

    private static func standing(_ truth: Truth) -> Standing {
        switch truth {
        case .yes: .needed
        case .no: .notNeeded
        case .notKnown(let names): .depends(on: names)
        }
    }

    private static func limits(of plan: Plan, _ facts: Facts) -> Limits {
        guard let clock = plan.clocks.first(where: { $0.id == plan.mainClock }) else {
            return Limits(statutory: nil, promised: nil)
        }
        return Limits(statutory: first(clock.statutory, facts), promised: first(clock.promised, facts))
    }

    /// The first true row; nil when a row before it is not known.
    private static func first(_ rows: [ClockRule.LimitRow], _ facts: Facts) -> LegalPeriod? {
        for row in rows {
            switch facts.truth(row.when) {
            case .yes: return row.limit
            case .no: continue
            case .notKnown: return nil
            }
        }
        return nil
    }

    /// Only of what people can answer.
    private static func turns(_ facts: Facts, among definition: Definition, fewerThan count: Int) -> [Turn] {
        facts.turns(of: "refusals").filter { turn in
            definition.fields[turn.name] != nil && (turn.outcome.list?.count ?? count) < count
        }
    }

    /// What materials, fields and grounds for refusal still wait for, what settles most of them first; only what people
    /// can answer.
    ///
    /// - Parameter answers: by id; `null` is the same as absent.
    package static func questions(
        _ definition: Definition, answers: [String: JSON], track: String, at moment: Moment, calendar: WorkCalendar
    ) -> [OpenQuestion] {
        let blank = CaseFile.blank(of: definition, answers: answers, track: track, at: moment)
        let facts = Facts(
            file: blank, definition: definition, plan: definition.plans[0], moment: moment, calendar: calendar,
            said: [:], each: nil)
        let conditions = facts.plan.evidence.compactMap(\.when) + definition.plans.dropFirst().compactMap(\.when)
        return facts.questions(of: conditions, tables: ["refusals"]).filter { definition.fields[$0.name] != nil }
    }

    private static func refusals(_ facts: Facts) -> [Refusal] {
        facts.rows(of: "refusals").filter(\.isCertain).map { row in
            Refusal(reason: row.output?.text ?? row.why.zh, citations: [row.law].compactMap { $0 })
        }
    }
}

extension CaseFile {
    /// A case that is nowhere and has only answers.
    package static func blank(
        of definition: Definition, answers: [String: JSON], track: String, at moment: Moment
    ) -> CaseFile {
        let header = CaseHeader(
            id: "", service: definition.service.id, procedure: definition.plans[0].procedure, variant: nil,
            definition: definition.hash, region: definition.region, unit: "", channel: nil, track: track,
            applicant: .platform, agent: nil, delegation: nil, subjects: [], openedBy: .applicant, parent: nil,
            filed: moment)
        var file = CaseFile(header: header, version: 0, lastAt: moment)
        for (id, value) in answers where !value.isNull {
            file.answers[id] = Answer(value: value, source: "applicant", grade: "C", at: moment, revision: 0)
        }
        return file
    }
}
