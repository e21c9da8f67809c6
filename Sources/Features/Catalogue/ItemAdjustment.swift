import Definitions
import Values

/// One adjustment of the register of items, as it was approved and published (权责清单调整).
package struct ItemAdjustment: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case add, change, cancel, delegate
        case takeBack = "take_back"
    }

    package let kind: Kind
    /// Id of the item.
    package let item: String
    /// Where it holds: a region and all below it; the city for everywhere.
    package let region: String
    package let from: Day
    /// For adding and changing: what is said anew; nil stays as it was.
    package let name: Wording?
    package let code: String?
    package let basis: String?
    /// For delegating and taking back: `city`, `district` or `township`, and the name of the unit that takes over.
    package let level: String?
    package let authority: String?
    /// The document that asks for it, as printed.
    package let document: String
    package let reason: String
    /// The case in which it was approved.
    package let caseID: String

    package init(
        kind: Kind, item: String, region: String, from: Day, name: Wording?, code: String?, basis: String?,
        level: String?, authority: String?, document: String, reason: String, caseID: String
    ) {
        self.kind = kind
        self.item = item
        self.region = region
        self.from = from
        self.name = name
        self.code = code
        self.basis = basis
        self.level = level
        self.authority = authority
        self.document = document
        self.reason = reason
        self.caseID = caseID
    }
}

extension ItemAdjustment {
    /// From the open part of an event; nil when it lacks what every adjustment has.
    package init?(_ data: [String: JSON]) {
        guard let kind = data["kind"]?.text.flatMap({ Kind(rawValue: $0) }), let item = data["item"]?.text,
            let region = data["region"]?.text, let from = data["from"]?.text.flatMap({ Day($0) }),
            let document = data["document"]?.text, let caseID = data["case"]?.text
        else { return nil }
        self.init(
            kind: kind, item: item, region: region, from: from,
            name: data["name"]?["zh"]?.text.map { Wording(zh: $0, en: data["name"]?["en"]?.text ?? $0) },
            code: data["code"]?.text, basis: data["basis"]?.text, level: data["level"]?.text,
            authority: data["authority"]?.text, document: document, reason: data["reason"]?.text ?? "",
            caseID: caseID)
    }

    package var open: [String: JSON] {
        var data: [String: JSON] = [
            "kind": .text(kind.rawValue), "item": .text(item), "region": .text(region),
            "from": .text(from.description), "document": .text(document), "reason": .text(reason),
            "case": .text(caseID),
        ]
        if let name { data["name"] = ["zh": .text(name.zh), "en": .text(name.en)] }
        if let code { data["code"] = .text(code) }
        if let basis { data["basis"] = .text(basis) }
        if let level { data["level"] = .text(level) }
        if let authority { data["authority"] = .text(authority) }
        return data
    }
}

/// Kinds of an item's stream.
package enum ItemEventKind: String, Hashable, Sendable, CaseIterable {
    /// The entry as the folder says it.
    case published = "item-published"
    /// What a case approved about it.
    case adjusted = "item-adjusted"
}
