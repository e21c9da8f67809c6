import Definitions
import Proofs
import Storage
import Values

/// Kinds of the stream of the search's words.
package enum SearchEventKind: String, Hashable, Sendable, CaseIterable {
    case published = "vocabulary-published"
}

/// Publishes how services are grouped and called, and gives what was published last.
package struct VocabularyDesk: Sendable {
    private let published: PublishedDocumentDesk<Vocabulary>

    static let document = PublishedDocument(
        name: "vocabulary", kind: SearchEventKind.published.rawValue, seed: "vocabulary")

    package init(database: Database, events: EventDesk) {
        published = PublishedDocumentDesk(
            VocabularyDesk.document, database: database, events: events,
            empty: Vocabulary(document: .map([:]), version: 0)
        ) { Vocabulary(document: $0, version: $1) }
    }

    /// The words as last seen; empty before the first `refresh`.
    package var current: Vocabulary { published.current.content }

    /// What was read is old; the next page asks again.
    package func growOld() { published.growOld() }

    /// The same at most four times a second, for pages.
    func refreshIfOld() async throws { try await published.refreshIfOld() }

    /// Reads the newest published ones when they are newer than what is kept.
    package func refresh() async throws { try await published.refresh() }

    /// Publishes what the folder says when it differs from what is published; gives whether it did.
    package func publish(
        _ library: Library, by actor: Actor, at moment: Moment, entropy: Entropy
    ) async throws -> Bool {
        try await published.publish(VocabularyDesk.document(of: library), by: actor, at: moment, entropy: entropy)
    }

    /// `{themes, search, documents, items}` out of the texts of `Services/`.
    package static func document(of library: Library) -> JSON {
        var document: [String: JSON] = [:]
        for file in library.files.values {
            switch file.kind {
            case .themes: document["themes"] = file.content
            case .search: document["search"] = file.content
            case .documents: document["documents"] = file.content["documents"]
            case .items: document["items"] = file.content["items"]
            default: break
            }
        }
        return .map(document)
    }
}
