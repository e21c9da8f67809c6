import Casework
import Definitions
import Values

/// Decisions and documents as the interface shows them.
extension CaseAPIWriting {
    private typealias Write = InterfaceJSON

    /// What a deed rests on: rows of tables, facts with their sources, articles. Personal facts are masked.
    func decision(_ explanation: Explanation, _ event: PastEvent, by definition: Definition) -> JSON {
        let sealed = Set(
            (event.body.open["trace"]?["sealed_facts"]?.list ?? []).compactMap(\.text))
        return .map([
            "version": Write.number(event.version), "at": .text(event.at.description),
            "effective": .text(event.body.effective.description), "event": Write.optional(explanation.event),
            "name": Write.wording(explanation.name), "outcome": Write.optional(explanation.outcome),
            "outcome_name": Write.wording(
                explanation.outcome.map { CaseWords.outcome($0, of: definition.service.kind) }),
            "deemed": .bool(explanation.isDeemed), "automatic": .bool(explanation.isAutomatic),
            "grounds": .list(
                explanation.grounds.map { ground in
                    .map([
                        "table": Write.wording(ground.table), "row": Write.number(ground.row),
                        "why": Write.wording(ground.why), "law": Write.citation(ground.law),
                    ])
                }),
            "facts": .list(explanation.facts.map { fact($0, of: definition.fields[$0.id], sealed: sealed) }),
            "citations": .list(explanation.citations.map { Write.citation($0) }),
        ])
    }

    private func fact(_ fact: Explanation.Fact, of field: Field?, sealed: Set<String>) -> JSON {
        let isMasked = sealed.contains(fact.id) || field?.sensitivity.isSealed ?? false
        let masked = isMasked ? fact.value.map { ValueMask.text(of: $0, field: field) } : nil
        return .map([
            "id": .text(fact.id), "ask": Write.wording(fact.ask), "value": isMasked ? .null : fact.value ?? .null,
            "masked": Write.optional(masked), "source": Write.optional(fact.source),
        ])
    }

    func document(_ document: CaseDocument, by definition: Definition, withText: Bool) -> JSON {
        var map: [String: JSON] = [
            "number": Write.number(document.number), "template": .text(document.template),
            "name": Write.wording(definition.messages[document.template]?.name), "hash": .text(document.hash),
            "way": .text(document.way), "language": .text(document.language),
            "at": .text(document.at.description), "text": .null,
            "services": .list(document.services.map { .map(["way": .text($0.way), "on": .text($0.on.description)]) }),
        ]
        if withText {
            map["text"] = .map(
                Language.allCases.reduce(into: [:]) { texts, language in
                    let key = language == .chinese ? "zh" : "en"
                    texts[key] = Write.optional(document.fields[language.rawValue]?.text)
                })
        }
        return .map(map)
    }
}
