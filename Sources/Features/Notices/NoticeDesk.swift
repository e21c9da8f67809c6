import Proofs
import Storage
import Values

/// The inbox of whom a person acts for, and what the notice centre does by itself.
package struct NoticeDesk: Sendable {
    let database: Database
    let texts: NoticeTextDesk
    let parcels: ParcelDesk
    let reminders: ReminderDesk
    let followers: (notices: NoticeFollower, posting: NoticePostingFollower)
    let leading: FollowerDesk

    /// More unread messages than this are told as `99+`.
    package static let countedUnread = 100

    /// A message with its title, as lists show it.
    package struct Entry: Sendable {
        package let notice: InboxMessage
        package let isRead: Bool
        package let title: Wording
    }

    /// Whose messages the session reads: those of whom the person acts for, within the delegation.
    func inbox(of session: Session) -> NoticeStore.Inbox {
        NoticeStore.Inbox(
            recipient: session.applicant, reader: session.person.id, services: session.actingFor?.delegation.services)
    }

    /// Messages, the newest first.
    package func entries(
        of session: Session, onlyUnread: Bool, before: InboxMessage.Place?, limit: Int
    ) async throws -> [Entry] {
        let inbox = inbox(of: session)
        let found = try await database.read {
            try NoticeStore.notices(of: inbox, onlyUnread: onlyUnread, before: before, limit: limit, in: $0)
        }
        var entries: [Entry] = []
        for (notice, isRead) in found {
            entries.append(Entry(notice: notice, isRead: isRead, title: try await texts.title(of: notice)))
        }
        return entries
    }

    /// How many are unread, at most `countedUnread`.
    package func unread(of session: Session) async throws -> Int {
        let inbox = inbox(of: session)
        return try await database.read {
            try NoticeStore.unread(of: inbox, limit: NoticeDesk.countedUnread, in: $0)
        }
    }

    /// One message with what it says. Throws `Failure.notFound` for another's.
    func message(
        _ place: InboxMessage.Place, of session: Session
    ) async throws -> (notice: InboxMessage, isRead: Bool, content: NoticeTextDesk.Content) {
        let inbox = inbox(of: session)
        guard let found = try await database.read({ try NoticeStore.notice(place, of: inbox, in: $0) }) else {
            throw Failure.notFound(NoticeWords.missing)
        }
        return (found.notice, found.isRead, try await texts.content(of: found.notice))
    }

    /// Marks one message as read. Throws `Failure.notFound` for another's.
    package func markRead(_ place: InboxMessage.Place, by session: Session) async throws {
        let inbox = inbox(of: session)
        try await database.write { connection in
            guard try NoticeStore.notice(place, of: inbox, in: connection) != nil else {
                throw Failure.notFound(NoticeWords.missing)
            }
            try NoticeStore.markRead(place, of: inbox, in: connection)
        }
    }

    /// Marks everything up to the newest message that the page showed.
    package func markRead(through position: Int, by session: Session) async throws {
        let inbox = inbox(of: session)
        try await database.write { connection in
            // Never further than there are messages: what comes later must be seen.
            let newest = try NoticeStore.notices(
                of: inbox, onlyUnread: false, before: nil, limit: 1, in: connection
            ).first?.notice.place.position
            guard let newest else { return }
            try NoticeStore.markRead(through: min(position, newest), of: inbox, in: connection)
        }
    }

    // MARK: By itself

    /// Turns what was placed since into messages, and messages into parcels; gives how many events it went through.
    @discardableResult
    package func follow(limit: Int) async throws -> Int {
        var seen = 0
        while true {
            let step = try await leading.step(followers.notices, limit: limit)
            seen += step
            if step < limit { break }
        }
        // Only as far as the messages have come, which other nodes may write too.
        while true {
            let (notices, posting) = try await database.read { connection in
                (
                    try FollowerStore.position(of: followers.notices.name, in: connection),
                    try FollowerStore.position(of: followers.posting.name, in: connection)
                )
            }
            let behind = min(limit, notices - posting)
            guard behind > 0, try await leading.step(followers.posting, limit: behind) > 0 else { return seen }
        }
    }

    /// Sends what waits.
    @discardableResult
    package func send(at moment: Moment, limit: Int) async throws -> Int {
        try await parcels.send(at: moment, limit: limit)
    }

    /// Records the reminders that are due.
    @discardableResult
    package func remind(at moment: Moment, entropy: Entropy, limit: Int) async throws -> Int {
        try await reminders.remind(at: moment, entropy: entropy, limit: limit)
    }
}
