import Definitions
import Proofs
import Storage
import Synchronization
import Values

/// Publishes definitions, and gives them by hash and by what is in force.
///
/// A node keeps compiled definitions by hash, which never change, and the list of what is in force as last seen.
package final class CatalogueDesk: Sendable {
    private let database: Database
    private let events: EventDesk
    private let territory: TerritoryDesk
    private let freshness = Freshness()
    private let kept = Mutex(Kept())
    /// The register of items, which may close a service or move it to another level.
    package let items: ItemDesk

    private struct Kept {
        var count = 0
        var published: [PublishedDefinition] = [] {
            didSet { byService = Dictionary(grouping: published, by: \.service) }
        }
        /// The same by service, in the same order.
        private(set) var byService: [String: [PublishedDefinition]] = [:]
        var compiled: [String: Definition] = [:]
    }

    package init(database: Database, events: EventDesk, territory: TerritoryDesk) {
        self.database = database
        self.events = events
        self.territory = territory
        items = ItemDesk(database: database, events: events)
    }

    /// What was read is old; the next page asks again.
    package func growOld() { freshness.growOld() }

    /// The same at most four times a second, for pages.
    package func refreshIfOld() async throws {
        if freshness.isOver() { try await refresh() }
    }

    /// Reads what others published since.
    package func refresh() async throws {
        try await items.refresh()
        let seen = kept.withLock { $0.count }
        let published = try await database.read { connection in
            try CatalogueStore.count(in: connection) != seen ? try CatalogueStore.all(in: connection) : nil
        }
        guard let published else { return }
        kept.withLock {
            $0.count = published.count
            $0.published = published
        }
    }

    /// How many publications and adjustments of the register this node has seen: another number, another catalogue.
    package var revision: Int { kept.withLock { $0.count } + items.revision }

    /// A definition by its hash. Throws `Failure.defect` for a hash that was never published.
    package func definition(_ hash: String) async throws -> Definition {
        if let compiled = kept.withLock({ $0.compiled[hash] }) { return compiled }
        guard let text = try await database.read({ try CatalogueStore.document(hash, in: $0) }),
            let document = JSON(text: text)
        else { throw Failure.defect("definition \(hash) was never published") }
        let definition = try Definition.reading(document: document, hash: hash)
        kept.withLock { $0.compiled[hash] = definition }
        return definition
    }

    /// A definition that this node has compiled already; nil otherwise.
    package func compiled(_ hash: String) -> Definition? { kept.withLock { $0.compiled[hash] } }

    /// Compiles everything that was ever published: a rebuild folds cases of every age.
    package func compileAll() async throws {
        try await refresh()
        for hash in Set(kept.withLock { $0.published.map(\.hash) }) { _ = try await definition(hash) }
    }

    /// What a fact is called, by the definitions that this node has compiled; nil when none knows it.
    package func nameOfFact(_ id: String) -> Wording? {
        kept.withLock { kept in kept.compiled.values.lazy.compactMap { $0.fields[id]?.ask }.first }
    }

    /// Hash of what is in force for a service in a region on a day: that of the region, or of the nearest above it.
    package func inForce(_ service: String, region: String, on day: Day) -> String? {
        let chain = [region] + territory.current.above(region)
        let published = kept.withLock { $0.byService[service] } ?? []
        for place in chain {
            let found = published.last { $0.region == place && $0.holds(day) }
            if let found { return found.hash }
        }
        return nil
    }

    /// The members of a bundle (一件事) by service, as they are in force for the same region; empty for another service.
    /// One that is not offered there is left out.
    package func members(of bundle: Definition, on day: Day) async throws -> [String: Definition] {
        var members: [String: Definition] = [:]
        for service in Set(bundle.plans.flatMap(\.children).compactMap(\.service)) {
            do {
                members[service] = try await definition(of: service, region: bundle.region, on: day)
            } catch Failure.notFound {
                continue
            }
        }
        return members
    }

    /// Throws `Failure.notFound` when the service is not offered there that day.
    package func definition(of service: String, region: String, on day: Day) async throws -> Definition {
        guard let hash = inForce(service, region: region, on: day) else {
            throw Failure.notFound(
                Wording(
                    zh: "没有这个事项，或者它在这里还没有开通", en: "There is no such service, or it is not offered here"))
        }
        return try await definition(hash)
    }

    /// What the register of items says of a service in a region on a day.
    package func standing(of service: ServiceHeader, in region: String, on day: Day) -> ItemStanding {
        guard let item = service.item else { return .asPublished }
        return items.current.standing(of: item, in: [region] + territory.current.above(region), on: day)
    }

    /// The head of a service as it is handled in a region on a day: an adjustment may have moved it to another level
    /// and another unit.
    ///
    /// Throws `Failure.conflict` naming the document when the item is cancelled there.
    package func handled(_ service: ServiceHeader, in region: String, on day: Day) throws(Failure) -> ServiceHeader {
        let standing = standing(of: service, in: region, on: day)
        if let cancelled = standing.cancelled {
            throw .conflict(
                .condition, sentence: CatalogueWords.cancelled(cancelled),
                citation: .policy(number: cancelled.document, article: nil, sentence: nil))
        }
        guard let moved = standing.moved else { return service }
        var handled = service
        handled.level = moved.level ?? service.level
        handled.authority = moved.authority ?? service.authority
        return handled
    }

    /// Ids of the services in force in a region on a day, sorted.
    package func services(in region: String, on day: Day) -> [String] {
        let chain = Set([region] + territory.current.above(region))
        let published = kept.withLock { $0.published }
        return Set(published.filter { chain.contains($0.region) && $0.holds(day) }.map(\.service)).sorted()
    }

    /// Publishes every definition of the folder that differs from what is published; gives the services it touched.
    ///
    /// Nothing is published when one of them cannot be resolved or compiled: throws `Failure.problems`.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> [String] {
        try await refresh()
        let known = kept.withLock { $0.published }
        var documents: [String: String] = [:]
        var changes: [String: [PublishedDefinition]] = [:]
        for service in library.serviceIds {
            for region in library.publishingRegions(service: service) {
                for span in try CatalogueDesk.spans(of: service, region: region, in: library) {
                    documents[span.hash] = span.document
                    let row = PublishedDefinition(
                        service: service, region: region, from: span.from, until: span.until, hash: span.hash,
                        version: 0)
                    if !CatalogueDesk.isPublished(row, in: known) { changes[service, default: []].append(row) }
                }
            }
        }
        for (hash, text) in documents where kept.withLock({ $0.compiled[hash] }) == nil {
            guard let document = JSON(text: text) else { continue }
            let definition = try Definition.reading(document: document, hash: hash)
            kept.withLock { $0.compiled[hash] = definition }
        }
        guard !changes.isEmpty else { return [] }
        let toKeep = documents
        try await database.write { try CatalogueStore.keep(toKeep, in: $0) }
        try await append(changes, by: actor, at: moment, entropy: entropy)
        try await refresh()
        return changes.keys.sorted()
    }

    private func append(
        _ changes: [String: [PublishedDefinition]], by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws {
        for (index, change) in changes.sorted(by: { $0.key < $1.key }).enumerated() {
            let stream = CatalogueDesk.stream(of: change.key)
            _ = try await events.run(nil, entropy: entropy.part("publish", index), at: moment) {
                let opened = try await events.stream(stream)
                let bodies = change.value.map { $0.body(by: actor, at: moment) }
                let new = StreamAppend(stream: stream, after: opened.events, bodies: bodies, at: moment)
                return Decided(changes: [new], keys: .none, result: .null) { new in
                    try CatalogueProjection().effect(of: new)
                }
            }
        }
    }

    /// The stream of a service's publications.
    static func stream(of service: String) -> String {
        Identifier<PublishedDefinition>(bytes: Array(SM3.hash(Array(("service/" + service).utf8)).prefix(16))).text
    }

    private struct Span {
        let from: Day
        var until: Day?
        let hash: String
        let document: String
    }

    /// The documents of a service in a region from each day on which something changes, neighbours that are equal as
    /// one.
    private static func spans(of service: String, region: String, in library: Library) throws -> [Span] {
        var spans: [Span] = []
        for day in library.changeDays(service: service) {
            let document: JSON
            do {
                document = try library.document(service: service, region: region, on: day)
            } catch Failure.notFound {
                if let last = spans.last, last.until == nil { spans[spans.count - 1].until = day.previous }
                continue
            }
            let bytes = document.canonical
            let hash = Hexadecimal.text(SM3.hash(bytes))
            if let last = spans.last, last.hash == hash, last.until == nil { continue }
            if let last = spans.last, last.until == nil { spans[spans.count - 1].until = day.previous }
            spans.append(Span(from: day, until: nil, hash: hash, document: String(decoding: bytes, as: UTF8.self)))
        }
        return spans
    }

    private static func isPublished(_ row: PublishedDefinition, in known: [PublishedDefinition]) -> Bool {
        let newest = known.last { $0.service == row.service && $0.region == row.region && $0.holds(row.from) }
        return newest?.hash == row.hash && newest?.until == row.until && newest?.from == row.from
    }
}
