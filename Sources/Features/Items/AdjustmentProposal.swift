import Casework
import Values

/// What an item manager proposes, as it was typed (调整建议).
package struct AdjustmentProposal: Hashable, Sendable {
    package var kind: ItemAdjustment.Kind
    package var item = ""
    package var region = ""
    package var nameInChinese = ""
    package var nameInEnglish = ""
    package var code = ""
    package var basis = ""
    package var level = ""
    package var authority = ""
    package var document = ""
    package var reason = ""
    package var from: Day?

    package init(kind: ItemAdjustment.Kind) {
        self.kind = kind
    }

    var namesItem: Bool { kind == .add || kind == .change }
    var movesItem: Bool { kind == .delegate || kind == .takeBack }

    /// As the case holds it; what does not belong to the kind is left out.
    func answers(levelNow: String?, proposer: String) -> [String: JSON] {
        var answers: [String: JSON] = [
            "adjustment_kind": .text(kind.rawValue), "adjustment_item": .text(item),
            "adjustment_region": .text(region), "adjustment_document": .text(document),
            "adjustment_reason": .text(reason), "proposers": [.text(proposer)],
        ]
        if let from { answers["adjustment_from"] = .text(from.description) }
        if namesItem {
            let named = [
                ("adjustment_name_zh", nameInChinese), ("adjustment_name_en", nameInEnglish),
                ("adjustment_basis", basis), ("adjustment_code", kind == .add ? code : ""),
            ]
            for (id, text) in named where !text.isEmpty { answers[id] = .text(text) }
        }
        if movesItem {
            answers["adjustment_level"] = .text(level)
            answers["adjustment_authority"] = .text(authority)
            if let levelNow { answers["adjustment_level_now"] = .text(levelNow) }
        }
        return answers
    }
}

extension ItemAdjustment {
    /// The event under which a case publishes its adjustment.
    static let published = "item_adjusted"
    static let service = "item-adjustment"

    /// From the events of a case that was published; nil for a case of another kind, or one whose facts are gone.
    ///
    /// The date of force is the approved one, unless the approver moved it afterwards.
    init?(case events: [PastEvent]) {
        guard let first = events.first, first.body.open["service"]?.text == ItemAdjustment.service,
            let facts = first.body.open["facts"]?.map,
            let kind = facts["adjustment_kind"]?.text.flatMap({ Kind(rawValue: $0) }),
            let item = facts["adjustment_item"]?.text, let region = facts["adjustment_region"]?.text,
            let approved = facts["adjustment_from"]?.text.flatMap({ Day($0) }),
            let document = facts["adjustment_document"]?.text
        else { return nil }
        let moved = events.last { $0.body.open["event"]?.text == "date_moved" }?.body.open["said"]?["from"]?.text
        self.init(
            kind: kind, item: item, region: region, from: moved.flatMap { Day($0) } ?? approved,
            name: facts["adjustment_name_zh"]?.text.map {
                Wording(zh: $0, en: facts["adjustment_name_en"]?.text ?? $0)
            },
            code: facts["adjustment_code"]?.text, basis: facts["adjustment_basis"]?.text,
            level: facts["adjustment_level"]?.text, authority: facts["adjustment_authority"]?.text,
            document: document, reason: facts["adjustment_reason"]?.text ?? "", caseID: first.stream)
    }
}
