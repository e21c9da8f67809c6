import Definitions
import Values

/// A deed that somebody might do in a case now, and what stands against it: what a decision panel offers.
///
/// Asked of the kernel itself, so that a page never promises what the kernel then refuses. What depends on what will
/// be said with the deed is only known when it is said.
package struct Possibility: Sendable {
    package enum Place: Sendable {
        case action(Action)
        case result(TaskRule, TaskRun)
    }

    package let place: Place
    package let deed: Deed
    /// nil: it may be done now. `.forbidden` says who may, `.conflict` what is against it.
    package let obstacle: Failure?
    /// Signatures given so far under this very deed.
    package let signing: Signing?
    /// How many different people sign it.
    package let signedBy: Int

    /// It is not for this person: wrong role, unit or region, party to the case, or part of what must be checked.
    package var isForbidden: Bool {
        if case .forbidden = obstacle { return true }
        return false
    }

    /// Role ids that may do it.
    package var roles: [String] {
        switch place {
        case .action(let action): action.by.roles
        case .result(let rule, _): [rule.role]
        }
    }
}

extension CaseFile {
    /// The results of every open task and the actions of the stage, with what stands against each for this person.
    ///
    /// Actions of applicants and of the platform are left out for officers, and the other way round.
    package func possibilities(by definition: Definition, in around: Surroundings) -> [Possibility] {
        guard !isClosed, !isErased, !hasNewerEvent, let plan = definition.plan(ofVariant: header.variant) else {
            return []
        }
        let facts = Facts(
            file: self, definition: definition, plan: plan, moment: max(around.moment, lastAt),
            calendar: around.calendar, said: [:], each: nil)
        var all: [Possibility] = []
        for run in tasks where run.state == .open {
            guard let rule = plan.tasks.first(where: { $0.id == run.task }) else { continue }
            for deed in rule.results {
                let finish = Finish(
                    task: rule.id, number: run.number, result: deed.id, said: [:], brings: [], seen: [:])
                all.append(
                    Possibility(
                        place: .result(rule, run), deed: deed,
                        obstacle: obstacle(.finish(finish), deed, facts, definition, around),
                        signing: run.signing.flatMap { $0.result == deed.id ? $0 : nil }, signedBy: rule.signedBy))
            }
        }
        for action in plan.actions where action.stages.contains(stage) {
            let isForParties = action.by.roles.contains("applicant")
            let isForOffice = action.by.roles.contains { $0 != "applicant" && $0 != "platform" }
            guard around.acting.isOfficer ? isForOffice : isForParties else { continue }
            let act = Act(action: action.id, said: [:], brings: [], seen: [:])
            all.append(
                Possibility(
                    place: .action(action), deed: action.deed,
                    obstacle: obstacle(.act(act), action.deed, facts, definition, around),
                    signing: signings[action.id], signedBy: action.signedBy))
        }
        return all
    }

    /// What the kernel says against a deed with which nothing is said yet.
    private func obstacle(
        _ command: Command, _ deed: Deed, _ facts: Facts, _ definition: Definition, _ around: Surroundings
    ) -> Failure? {
        do {
            _ = try decide(command, on: self, by: definition, in: around)
            return nil
        } catch .problems {
            // Only what has to be said is missing; the condition is asked here, because the kernel asks it after that.
            return condition(of: deed, facts, definition)
        } catch {
            return error
        }
    }

    private func condition(of deed: Deed, _ facts: Facts, _ definition: Definition) -> Failure? {
        guard let condition = deed.when, !condition.source.contains("said.") else { return nil }
        switch facts.truth(condition) {
        case .yes: return nil
        case .no:
            return .conflict(.condition, sentence: deed.otherwise ?? Sentences.conditionFails, citation: deed.law)
        case .notKnown(let names):
            let sentence = Sentences.notKnown(names, fields: definition.fields, tasks: facts.plan.tasks)
            return .conflict(.notKnown, sentence: sentence, citation: deed.law)
        }
    }
}
