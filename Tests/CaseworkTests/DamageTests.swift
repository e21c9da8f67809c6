import Casework
import Definitions
import Testing
import Values

/// A check that cannot fail proves nothing: procedures with something taken out must be caught by the same walks.
@Suite struct DamageTests {
    struct Damage: Sendable, CustomTestStringConvertible {
        let name: String
        let harm: @Sendable (inout Plan) -> Void
        /// The invariants of which one must catch it.
        let caughtBy: [Invariants.Name]
        var testDescription: String { name }
    }

    static let licence: [Damage] = [
        Damage(
            name: "no task `approve`", harm: { $0.tasks.removeAll { $0.id == "approve" } },
            caughtBy: [.noSilentState]),
        Damage(
            name: "no task `deliver`", harm: { $0.tasks.removeAll { $0.id == "deliver" } },
            caughtBy: [.noSilentState]),
        Damage(
            name: "no task `hold_hearing`", harm: { $0.tasks.removeAll { $0.id == "hold_hearing" } },
            caughtBy: [.noSilentState]),
        Damage(
            name: "no task `watch_suspension`", harm: { $0.tasks.removeAll { $0.id == "watch_suspension" } },
            caughtBy: [.noSilentState]),
        Damage(
            name: "no clock `complete`", harm: { $0.clocks.removeAll { $0.id == "complete" } },
            caughtBy: [.noSilentState]),
        Damage(
            name: "no deed `finish_review`", harm: { $0.actions.removeAll { $0.id == "finish_review" } },
            caughtBy: [.noSilentState]),
        Damage(
            name: "`approve` without `not_by`",
            harm: { plan in
                plan.tasks = plan.tasks.map { $0.id == "approve" ? withoutNotBy($0) : $0 }
            }, caughtBy: [.nobodyOnBothSides]),
        Damage(
            name: "no obligation `deferred_evidence`",
            harm: { $0.obligations.removeAll { $0.id == "deferred_evidence" } },
            caughtBy: [.noDecisionWithoutEvidence]),
        Damage(
            name: "`accept` without its condition",
            harm: { plan in
                for index in plan.actions.indices where plan.actions[index].id == "accept" {
                    plan.actions[index].deed.when = nil
                }
            }, caughtBy: [.noDecisionWithoutEvidence]),
    ]

    private static func withoutNotBy(_ task: TaskRule) -> TaskRule {
        TaskRule(
            id: task.id, name: task.name, stage: task.stage, opens: task.opens, after: task.after, when: task.when,
            unit: task.unit, role: task.role, within: task.within, results: task.results, silence: task.silence,
            notBy: [], signedBy: task.signedBy, law: task.law)
    }

    @Test(arguments: licence)
    func `a damaged licence procedure is caught by the walks`(damage: Damage) throws {
        let day = Day(2026, 3, 2)
        let intact = try Fixture.service("food-business-licence", on: day)
        var plans = intact.plans
        for index in plans.indices { damage.harm(&plans[index]) }
        let damaged = intact.with(plans: plans)
        var tally = CaseWalkTests.Tally()
        let violation = CaseWalkTests().walkAll(
            damaged, intact: intact, from: day, seed: CaseWalkTests.seed, steps: 60_000, tally: &tally)
        let found = try #require(violation, "\(damage.name) was not caught in \(tally)")
        #expect(damage.caughtBy.contains(found.name), "\(found)")
    }
}

extension Definition {
    /// The same definition with other plans.
    func with(plans: [Plan]) -> Definition {
        Definition(
            hash: hash, service: service, region: region, scope: scope, fields: fields, questions: questions,
            form: form, plans: plans, tables: tables, lists: lists, messages: messages, certificates: certificates,
            guide: guide, origins: origins, document: document)
    }
}
