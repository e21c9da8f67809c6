import Definitions
import Proofs
import Storage
import Values

/// Kinds of the stream of the territory.
package enum TerritoryEventKind: String, Hashable, Sendable, CaseIterable {
    case published = "territory-published"
}

/// Publishes regions, units and calendars, and gives the newest ones.
package struct TerritoryDesk: Sendable {
    private let published: PublishedDocumentDesk<TerritoryMap>

    static let document = PublishedDocument(
        name: "territory", kind: TerritoryEventKind.published.rawValue, seed: "territory")

    package init(database: Database, events: EventDesk) {
        published = PublishedDocumentDesk(
            TerritoryDesk.document, database: database, events: events,
            empty: TerritoryMap(document: .map([:]), version: "0")
        ) { TerritoryMap(document: $0, version: String($1)) }
    }

    /// The territory as last seen; empty before the first `refresh`.
    package var current: TerritoryMap { published.current.content }

    /// What was read is old; the next page asks again.
    package func growOld() { published.growOld() }

    /// The same at most four times a second, for pages.
    package func refreshIfOld() async throws { try await published.refreshIfOld() }

    /// Reads the newest published one when it is newer than what is kept.
    package func refresh() async throws { try await published.refresh() }

    /// Publishes what the folder says when it differs from what is published; gives whether it did.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> Bool {
        try await published.publish(TerritoryDesk.document(of: library), by: actor, at: moment, entropy: entropy)
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
