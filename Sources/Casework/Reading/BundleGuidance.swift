import Definitions
import Values

/// A bundle read with somebody's answers (一件事): which members come in, what each would ask by itself, and what the
/// bundle asks in their place. Pure.
package struct BundleGuidance: Sendable {
    /// One member by itself.
    package struct Part: Sendable {
        package let member: BundlePlan.Member
        package let standing: Guidance.Standing
        package let guidance: Guidance
    }

    /// What applicants do without the bundle, and with it.
    package struct Figures: Hashable, Sendable {
        package struct Pair: Hashable, Sendable {
            package let before: Int
            package let after: Int
        }

        /// Authorities to turn to.
        package let departments: Pair
        package let forms: Pair
        /// Questions and fields, counted once for each form on which they stand.
        package let fields: Pair
        /// Documents on the lists.
        package let materials: Pair
        package let visits: Pair
        package let daysBefore: [LegalPeriod]
        package let daysAfter: [LegalPeriod]
    }

    /// Every member, also those that do not come in.
    package let parts: [Part]
    /// Of the members that come in, or may.
    package let plan: BundlePlan
    package let figures: Figures

    /// Reads a bundle and its members.
    ///
    /// - Parameters:
    ///   - members: definitions of the members by service; one that is missing is left out.
    ///   - answers: by id, as for `Guidance.read`.
    package static func read(
        _ bundle: Definition, members: [String: Definition], answers: [String: JSON], at moment: Moment,
        calendar: WorkCalendar
    ) -> BundleGuidance {
        func read(_ definition: Definition) -> Guidance {
            Guidance.read(definition, answers: answers, track: ordinaryTrack, at: moment, calendar: calendar)
        }
        let whole = read(bundle)
        let blank = Facts.blank(of: bundle, answers: answers, at: moment, calendar: calendar)
        let parts = whole.plan.children.compactMap { rule -> Part? in
            guard let definition = rule.service.flatMap({ members[$0] }) else { return nil }
            let guidance = read(definition)
            let clock = guidance.plan.clocks.first { $0.id == guidance.plan.mainClock }
            let member = BundlePlan.Member(
                rule: rule, definition: definition,
                statutory: guidance.limits.statutory ?? clock.flatMap { longest($0.statutory) },
                promised: guidance.limits.promised ?? clock.flatMap { longest($0.promised) }, clock: clock)
            let standing: Guidance.Standing =
                switch blank.truth(rule.when) {
                case .yes: .needed
                case .no: .notNeeded
                case .notKnown(let names): .depends(on: names)
                }
            return Part(member: member, standing: standing, guidance: guidance)
        }
        let open = parts.filter { $0.standing != .notNeeded }
        let plan = BundlePlan(open.map(\.member))
        let ids = Set(plan.members.map(\.id))
        return BundleGuidance(
            parts: parts, plan: plan,
            figures: figures(bundle, whole, open.filter { ids.contains($0.member.id) }, plan))
    }

    /// While the answers leave it open, the longest counts: nobody is promised too much.
    private static func longest(_ rows: [ClockRule.LimitRow]) -> LegalPeriod? {
        rows.map(\.limit).max { $0.unit == $1.unit ? $0.amount < $1.amount : false }
    }

    private static func figures(
        _ bundle: Definition, _ whole: Guidance, _ open: [Part], _ plan: BundlePlan
    ) -> Figures {
        let clock = whole.plan.clocks.first { $0.id == whole.plan.mainClock }
        let promised = whole.limits.promised ?? clock.flatMap { longest($0.promised) }
        return Figures(
            departments: .init(before: Set(open.map(\.member.definition.service.authority)).count, after: 1),
            forms: .init(before: open.count, after: 1),
            fields: .init(
                before: open.reduce(0) { $0 + asked(of: $1.member.definition, $1.guidance) },
                after: asked(of: bundle, whole)),
            materials: .init(
                before: open.reduce(0) { $0 + $1.guidance.openNeeds.count }, after: whole.openNeeds.count),
            visits: .init(
                before: open.reduce(0) { $0 + $1.member.definition.service.visits }, after: bundle.service.visits),
            daysBefore: plan.inTurn(.promise), daysAfter: promised.map { [$0] } ?? plan.shortest(.promise))
    }

    /// Questions and fields that arise from the answers; what a register knows counts as well, in both.
    private static func asked(of definition: Definition, _ guidance: Guidance) -> Int {
        Set(definition.questions + definition.form.flatMap(\.fields)).count { guidance.fields[$0] != .notNeeded }
    }
}

extension Facts {
    /// Facts of a case that is nowhere and has only answers.
    fileprivate static func blank(
        of definition: Definition, answers: [String: JSON], at moment: Moment, calendar: WorkCalendar
    ) -> Facts {
        Facts(
            file: .blank(of: definition, answers: answers, track: ordinaryTrack, at: moment), definition: definition,
            plan: definition.plans[0], moment: moment, calendar: calendar, said: [:], each: nil)
    }
}
