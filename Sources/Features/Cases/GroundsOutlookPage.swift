import Casework
import Definitions
import Rules
import Values
import Web

/// What would have changed the grounds of a case, and what they still wait for, as officers and applicants read it.
struct GroundsOutlookPart {
    let outlook: GroundsOutlook
    let definition: Definition
    let plan: Plan
    /// Ids of facts whose present value is not shown.
    let masked: Set<String>

    /// Single changes with which fewer grounds would stand; nothing without any.
    func turns(under heading: Wording, in language: Language) -> HTML {
        guard !outlook.turns.isEmpty else { return .empty }
        return """
            <h3>\(heading, language)</h3><ul>\(outlook.turns, { turn in
                let isFree = turn.outcome.list?.isEmpty == true
                let words = turn.wording(
                    label: label, write: { name, value in
                        masked.contains(name) && value == turn.from ? GroundsOutlookWords.hidden : written(value, of: name)
                    }, outcome: isFree ? CatalogueWords.noReasonLeft : CatalogueWords.oneReasonLess)
                return "<li>\(words, language)</li>"
            })</ul>
            """
    }

    /// What is not known yet, and what to find out first; nothing when all is known.
    func questions(in language: Language) -> HTML {
        guard let words = OpenQuestion.wording(outlook.questions, label: label) else { return .empty }
        return "<p>\(words, language)</p>"
    }

    private func label(_ name: String) -> Wording {
        definition.fields[name]?.ask ?? task(of: name)?.name ?? Wording(zh: name, en: name)
    }

    /// The task whose result a name is: `tasks.<id>.result`.
    private func task(of name: String) -> TaskRule? {
        let parts = name.split(separator: ".")
        guard parts.count == 3, parts[0] == "tasks", parts[2] == "result" else { return nil }
        return plan.tasks.first { $0.id == parts[1] }
    }

    private func written(_ value: FEELValue, of name: String) -> Wording {
        if case .text(let id) = value, let said = task(of: name)?.results.first(where: { $0.id == id })?.name {
            return said
        }
        return GuideParts.written(value, of: definition.fields[name])
    }
}
