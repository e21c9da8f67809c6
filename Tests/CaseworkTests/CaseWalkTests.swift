import Casework
import Definitions
import Foundation
import Testing
import Values

/// Random walks over every procedure: right and wrong people, unknown facts, long waits. `TONGBAN_SEED` repeats a run.
@Suite struct CaseWalkTests {
    /// Services that between them use every procedure, and the procedures that stand by themselves.
    static let subjects: [(service: String?, procedure: String?, day: Day)] = [
        ("food-business-licence", nil, Day(2026, 3, 2)), ("water-connection", nil, Day(2026, 4, 7)),
        ("real-estate-registration", nil, Day(2026, 2, 10)), ("business-premises-filing", nil, Day(2026, 9, 18)),
        ("plant-quarantine-transfer", nil, Day(2026, 4, 28)), ("unemployment-benefit", nil, Day(2026, 6, 17)),
        ("electricity-connection", nil, Day(2026, 3, 2)), ("passenger-transport-licence", nil, Day(2026, 2, 10)),
        ("start-a-business", nil, Day(2026, 3, 2)), ("company-name", nil, Day(2026, 3, 2)),
        ("real-estate-inheritance", nil, Day(2026, 3, 2)), ("inspection-body-qualification", nil, Day(2026, 2, 10)),
        (nil, "licence", Day(2026, 1, 5)), (nil, "credit-repair", Day(2026, 4, 2)),
        (nil, "enforcement", Day(2026, 3, 2)), (nil, "rectification", Day(2026, 4, 30)),
        (nil, "supervised-task", Day(2026, 2, 2)), (nil, "ticket", Day(2026, 3, 2)),
        (nil, "ticket", Day(2026, 12, 24)), (nil, "licence", Day(2026, 11, 20)),
    ]

    static let seed: UInt64 = {
        let given = ProcessInfo.processInfo.environment["TONGBAN_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 1...999_999_999)
        print("seed \(seed)")
        return seed
    }()

    static let stepsPerSubject = 6_500

    @Test(arguments: subjects.indices)
    func `whatever people and time do, every case keeps the law`(index: Int) throws {
        let subject = CaseWalkTests.subjects[index]
        let definition = try Fixture.definition(subject.service, subject.procedure, "yuzhong", subject.day)
        var tally = Tally()
        let violation = walkAll(
            definition, intact: definition, from: subject.day, seed: CaseWalkTests.seed &+ UInt64(index),
            steps: CaseWalkTests.stepsPerSubject, tally: &tally)
        if let violation { Issue.record("seed \(CaseWalkTests.seed): \(definition.service.id): \(violation)") }
        print("\(definition.service.id): \(tally)")
        print("   never done: \(deeds(of: definition).subtracting(tally.deeds).sorted())")
        #expect(tally.steps >= CaseWalkTests.stepsPerSubject || violation != nil)
        #expect(tally.closed > 0, "no case of \(definition.service.id) was ever finished")
    }

    private func deeds(of definition: Definition) -> Set<String> {
        var all: Set<String> = []
        for plan in definition.plans {
            all.formUnion(plan.actions.map { "actions." + $0.id })
            for task in plan.tasks {
                let acting = task.results.filter { $0.event != nil && !$0.isAgain }
                all.formUnion(acting.map { "tasks.\(task.id).\($0.id)" })
            }
            all.formUnion(plan.clocks.filter { $0.expires != nil }.map { "clocks." + $0.id })
            all.formUnion(plan.obligations.filter { $0.expires != nil }.map { "obligations." + $0.id })
        }
        return all
    }

    struct Tally: CustomStringConvertible {
        var cases = 0, steps = 0, refused = 0, closed = 0, events = 0
        var outcomes: [String: Int] = [:]
        /// Deeds that were done at least once, by their path.
        var deeds: Set<String> = []
        var description: String {
            let ends = outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            return "\(cases) cases, \(steps) steps, \(refused) refused, \(events) events, \(closed) closed (\(ends))"
        }
    }

    /// Walks case after case until enough steps were made; the first violation ends it.
    func walkAll(
        _ definition: Definition, intact: Definition, from day: Day, seed: UInt64, steps: Int, tally: inout Tally
    ) -> Invariants.Violation? {
        var dice = Dice(seed: seed)
        while tally.steps < steps {
            tally.cases += 1
            let start = day.adding(days: Int.random(in: 0...20, using: &dice))
            var walk = CaseWalk(definition: definition, dice: Dice(seed: dice.next()), start: start)
            do {
                try walkOne(&walk, Invariants(intact: intact, definition: definition), number: tally.cases)
            } catch {
                let place = "case \(tally.cases), step \(walk.steps), \(walk.file?.stage ?? "-")"
                return Invariants.Violation(name: error.name, text: "\(error.text) (\(place))")
            }
            tally.steps += max(walk.steps, 1)
            tally.refused += walk.refused
            tally.events += walk.log.count
            if walk.file?.isClosed == true { tally.closed += 1 }
            if let outcome = walk.file?.outcome { tally.outcomes[outcome, default: 0] += 1 }
            tally.deeds.formUnion(walk.log.compactMap { $0.body.open["deed"]?.text })
        }
        return nil
    }

    private func walkOne(
        _ walk: inout CaseWalk, _ fresh: Invariants, number: Int
    ) throws(Invariants.Violation) {
        var invariants = fresh
        guard walk.file(as: "case\(number)") else { return }
        try invariants.check(walk)
        var afterEnd = 0
        for _ in 0..<80 {
            let before = walk.steps % 8 == 0 ? walk.file : nil
            let events = walk.log.count
            let failure = walk.step()
            if failure != nil, let before { try invariants.checkRefusal(before, walk, events: events) }
            if case .defect(let text)? = failure {
                throw Invariants.Violation(name: .noSilentState, text: "defect: " + text)
            }
            try invariants.check(walk)
            if walk.file?.isClosed == true {
                afterEnd += 1
                if afterEnd > 2 { break }
            }
        }
        try invariants.checkFolds(walk)
    }
}
