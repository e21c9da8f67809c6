import Casework
import Definitions
import Storage
import Values

/// Finds the words of a message: its neutral title for lists, and what it says for its own page.
package struct NoticeTextDesk: Sendable {
    let database: Database
    let events: EventDesk
    let catalogue: CatalogueDesk

    package init(database: Database, events: EventDesk, catalogue: CatalogueDesk) {
        self.database = database
        self.events = events
        self.catalogue = catalogue
    }

    /// Names no personal value: it stands in lists and leaves the platform.
    func title(of notice: InboxMessage) async throws -> Wording {
        let definition = try await definition(of: notice)
        switch notice.topic {
        case .document:
            let template = notice.detail["template"]?.text ?? ""
            let name = definition?.messages[template]?.name ?? NoticeWords.notice
            return NoticeWords.about(name, definition?.service.name)
        case .decided:
            return NoticeWords.about(
                NoticeWords.ended(notice.detail["outcome"]?.text ?? ""), definition?.service.name)
        case .certificateIssued, .certificateChanged, .certificateState:
            return NoticeWords.about(NoticeWords.topic(notice), NoticeWords.name(notice.detail["name"]))
        case .delegationGranted, .delegationEnded:
            return NoticeWords.topic(notice)
        case .asked, .owed, .broken, .missed, .expired, .recomputed, .corrected, .deadline:
            return NoticeWords.about(NoticeWords.topic(notice), definition?.service.name)
        }
    }

    /// What a message says, opened for its recipient.
    struct Content: Sendable {
        let title: Wording
        /// Of the notice as it was served; empty when there was none, or it was erased.
        let paragraphs: [Language: [String]]
        /// Masked names of both sides of a delegation.
        let names: (giver: String, agent: String)
        /// The served document that has a page of its own.
        let document: Int?
        let isErased: Bool
    }

    func content(of notice: InboxMessage) async throws -> Content {
        let title = try await title(of: notice)
        guard notice.topic == .document else {
            return Content(
                title: title, paragraphs: [:], names: try await names(of: notice), document: nil, isErased: false)
        }
        let event = try await events.stream(notice.stream).events.first { $0.version == notice.version }
        let fields = event?.body.sealed["fields"]?.map ?? event?.body.data["fields"]?.map ?? [:]
        var paragraphs: [Language: [String]] = [:]
        for language in Language.allCases {
            guard let text = (fields[language.rawValue] ?? fields[Language.chinese.rawValue])?.text else { continue }
            paragraphs[language] = text.split(separator: "\n").map(String.init)
        }
        return Content(
            title: title, paragraphs: paragraphs, names: ("", ""), document: notice.detail["document"]?.number,
            isErased: event?.isErased ?? true)
    }

    private func definition(of notice: InboxMessage) async throws -> Definition? {
        guard let hash = notice.definition else { return nil }
        return try await catalogue.definition(hash)
    }

    /// Masked names of both sides of a delegation.
    private func names(of notice: InboxMessage) async throws -> (giver: String, agent: String) {
        guard notice.topic == .delegationGranted || notice.topic == .delegationEnded else { return ("", "") }
        let giver = notice.detail["subject"]?.text.flatMap { Subject($0) }
        return try await database.read { connection in
            var name = "—"
            switch giver {
            case .person(let id): name = try AccountStore.person(id, in: connection)?.nameMask ?? name
            case .enterprise(let id): name = try AccountStore.enterprise(id, in: connection)?.name ?? name
            case nil: break
            }
            let agent = try notice.agent.flatMap { try AccountStore.person($0, in: connection)?.nameMask }
            return (name, agent ?? "—")
        }
    }
}
