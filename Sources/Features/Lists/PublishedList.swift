import Values

/// One version of a list as it was published (清单的一个版本). Its content is a document addressed by its hash.
package struct PublishedList: Hashable, Sendable {
    /// The id that rules name in `listed(list, key)`.
    package let list: String
    /// Number of the event in the list's stream; of two that hold a day, the later one counts.
    package let version: Int
    package let name: Wording
    /// `negative`, `fee` and so on, as in the file.
    package let kind: String
    /// Who answers for it, as printed.
    package let owner: String
    /// The owner's own name of the version, such as `sample-1`.
    package let label: String
    package let from: Day
    /// nil: until something else is published.
    package let until: Day?
    /// SM3 of the canonical bytes of the document, 64 hexadecimal digits.
    package let hash: String
    package let entries: Int
    package let publishedOn: Day

    package func holds(_ day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

/// Kinds of a list's stream.
package enum ListEventKind: String, Hashable, Sendable, CaseIterable {
    case published = "list-published"
}

extension PublishedList {
    /// Of a document as `Services/lists/` gives it; nil for one that lacks its head.
    init?(document: JSON, hash: String, at moment: Moment) {
        guard let list = document["list"]?.text, let kind = document["kind"]?.text,
            let owner = document["owner"]?.text, let label = document["version"]?.text,
            let from = document["in_force"]?["from"]?.text.flatMap({ Day($0) }),
            let name = ListDocument.wording(document["name"])
        else { return nil }
        self.init(
            list: list, version: 0, name: name, kind: kind, owner: owner, label: label, from: from,
            until: document["in_force"]?["until"]?.text.flatMap { Day($0) }, hash: hash,
            entries: document["entries"]?.list?.count ?? 0, publishedOn: moment.day)
    }

    init?(_ event: PastEvent) {
        let data = event.body.open
        guard event.body.kind == ListEventKind.published.rawValue, let list = data["list"]?.text,
            let kind = data["kind"]?.text, let owner = data["owner"]?.text, let label = data["label"]?.text,
            let hash = data["document"]?.text, let from = data["from"]?.text.flatMap({ Day($0) }),
            let name = ListDocument.wording(data["name"])
        else { return nil }
        self.init(
            list: list, version: event.version, name: name, kind: kind, owner: owner, label: label, from: from,
            until: data["until"]?.text.flatMap { Day($0) }, hash: hash, entries: data["entries"]?.number ?? 0,
            publishedOn: event.at.day)
    }

    func body(by actor: Actor) -> EventBody {
        EventBody(
            kind: ListEventKind.published.rawValue, schema: 1, effective: .day(from), actor: actor, actingFor: nil,
            channel: nil, ground: nil,
            open: [
                "list": .text(list), "name": ["zh": .text(name.zh), "en": .text(name.en)], "kind": .text(kind),
                "owner": .text(owner), "label": .text(label), "from": .text(from.description),
                "until": until.map { .text($0.description) } ?? .null, "document": .text(hash),
                "entries": .number(Int64(entries)),
            ],
            sealed: [:])
    }
}
