import Definitions
import Proofs
import Storage
import Synchronization
import Values

/// Kinds of the stream of the territory.
package enum TerritoryEventKind: String, Hashable, Sendable, CaseIterable {
    case published = "territory-published"
}

/// Publishes regions, units and calendars, and gives the newest ones.
///
/// A node keeps the value of the version it last saw; `refresh` asks whether there is a newer one.
package final class TerritoryDesk: Sendable {
    private let database: Database
    private let events: EventDesk
    private let freshness = Freshness()
    private let kept: Mutex<(version: Int, territory: TerritoryMap)>

    /// The stream, the same in every deployment.
    package static let stream = Identifier<TerritoryMap>(bytes: Array(SM3.hash(Array("territory".utf8)).prefix(16)))
        .text

    package init(database: Database, events: EventDesk) {
        self.database = database
        self.events = events
        kept = Mutex((0, TerritoryMap(document: .map([:]), version: "0")))
    }

    /// The territory as last seen; empty before the first `refresh`.
    package var current: TerritoryMap { kept.withLock { $0.territory } }

    /// What was read is old; the next page asks again.
    package func growOld() { freshness.growOld() }

    /// The same at most four times a second, for pages.
    package func refreshIfOld() async throws {
        if freshness.isOver() { try await refresh() }
    }

    /// Reads the newest published one when it is newer than what is kept.
    package func refresh() async throws {
        let seen = kept.withLock { $0.version }
        let newest = try await database.read { connection in
            try TerritoryStore.version(in: connection) > seen ? try TerritoryStore.newest(in: connection) : nil
        }
        guard let newest else { return }
        guard let document = JSON(text: newest.document) else {
            throw Failure.defect("the published territory cannot be read")
        }
        let territory = TerritoryMap(document: document, version: String(newest.version))
        kept.withLock { if $0.version < newest.version { $0 = (newest.version, territory) } }
    }

    /// Publishes what the folder says when it differs from what is published; gives whether it did.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> Bool {
        let document = TerritoryDesk.document(of: library)
        let stream = TerritoryDesk.stream
        let done = try await events.run(nil, entropy: entropy, at: moment) {
            let opened = try await events.stream(stream)
            let body = EventBody(
                kind: TerritoryEventKind.published.rawValue, schema: 1, effective: .instant(moment), actor: actor,
                actingFor: nil, channel: nil, ground: nil, open: ["document": document], sealed: [:])
            let isSame = opened.events.last?.body.open["document"] == document
            let change = StreamAppend(stream: stream, after: opened.events, bodies: isSame ? [] : [body], at: moment)
            return Decided(changes: [change], keys: .none, result: .bool(!isSame)) { new in
                try TerritoryProjection().effect(of: opened.events + new)
            }
        }
        try await refresh()
        return done.result.bool ?? false
    }

    /// `{regions, units, calendars}` out of the texts of `Territory/`; units that each region has are written out.
    package static func document(of library: Library) -> JSON {
        var document: [String: JSON] = [:]
        var calendars: [String: JSON] = [:]
        for (path, file) in library.files {
            switch file.kind {
            case .regions: document["regions"] = file.content["regions"]
            case .units: document["units"] = .map(library.unitEntries)
            case .calendar:
                let name = path.split(separator: "/").last.map(String.init) ?? path
                calendars[String(name.prefix(4))] = file.content
            default: break
            }
        }
        document["calendars"] = .map(calendars)
        return .map(document)
    }
}
