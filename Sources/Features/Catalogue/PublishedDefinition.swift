import Values

/// Which definition of a service is in force in a region in a span of days (已发布的事项版本).
package struct PublishedDefinition: Hashable, Sendable {
    package let service: String
    package let region: String
    package let from: Day
    /// nil: until something else is published.
    package let until: Day?
    package let hash: String
    /// Number of the event in the service's stream; of two that hold a day, the later one counts.
    package let version: Int

    package init(service: String, region: String, from: Day, until: Day?, hash: String, version: Int) {
        self.service = service
        self.region = region
        self.from = from
        self.until = until
        self.hash = hash
        self.version = version
    }

    package func holds(_ day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

/// Kinds of a service's stream.
package enum CatalogueEventKind: String, Hashable, Sendable, CaseIterable {
    case published = "definition-published"
    /// The service is no longer offered in a region from a day on.
    case withdrawn = "definition-withdrawn"
}

extension PublishedDefinition {
    package init?(_ event: PastEvent) {
        let data = event.body.open
        guard event.body.kind == CatalogueEventKind.published.rawValue, let service = data["service"]?.text,
            let region = data["region"]?.text, let hash = data["definition"]?.text,
            let from = data["from"]?.text.flatMap({ Day($0) })
        else { return nil }
        self.init(
            service: service, region: region, from: from, until: data["until"]?.text.flatMap { Day($0) },
            hash: hash, version: event.version)
    }

    package func body(by actor: Actor, at moment: Moment) -> EventBody {
        EventBody(
            kind: CatalogueEventKind.published.rawValue, schema: 1, effective: .day(from), actor: actor,
            actingFor: nil, channel: nil, ground: nil,
            open: [
                "service": .text(service), "region": .text(region), "from": .text(from.description),
                "until": until.map { .text($0.description) } ?? .null, "definition": .text(hash),
            ],
            sealed: [:])
    }
}
