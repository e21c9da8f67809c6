import Definitions
import Rules
import Values

/// What about the grounds for refusal of a case is still open, and what would have changed them (未明事项、反事实).
///
/// Some hundred evaluations for each fact: read it for one page, not for a list.
package struct GroundsOutlook: Sendable {
    /// The single changes of a fact with which fewer grounds would stand, the smallest first; empty without grounds.
    package let turns: [Turn]
    /// Facts of the form and of registers that the grounds wait for, the one that decides most first; empty when they
    /// are known.
    package let questions: [OpenQuestion]

    /// What holds in the state at a moment; pure.
    package init(of file: CaseFile, by definition: Definition, at moment: Moment, calendar: WorkCalendar) {
        guard let plan = definition.plan(ofVariant: file.header.variant) else {
            turns = []
            questions = []
            return
        }
        let facts = Facts(
            file: file, definition: definition, plan: plan, moment: moment, calendar: calendar, said: [:], each: nil)
        let certain = facts.rows(of: "refusals").count { $0.isCertain }
        turns =
            certain == 0
            ? []
            : facts.turns(of: "refusals").filter {
                GroundsOutlook.isTold($0.name, in: definition) && ($0.outcome.list?.count ?? certain) < certain
            }
        questions = facts.questions(of: [], tables: ["refusals"]).filter { definition.fields[$0.name] != nil }
    }

    /// Fields, and the results of tasks; not what only the kernel counts.
    private static func isTold(_ name: String, in definition: Definition) -> Bool {
        definition.fields[name] != nil || (name.hasPrefix("tasks.") && name.hasSuffix(".result"))
    }
}
