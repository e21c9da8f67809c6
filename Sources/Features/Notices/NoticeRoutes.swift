import Hummingbird
import Values
import Web

/// The pages of the inbox, of the ways to be told, and of the stand-ins' outbox.
package struct NoticeRoutes: Sendable {
    private let desk: NoticeDesk
    private let consents: ConsentDesk
    private let outbox: StandInOutboxDesk
    private static let pageLength = 20

    package init(desk: NoticeDesk, consents: ConsentDesk, outbox: StandInOutboxDesk) {
        self.desk = desk
        self.consents = consents
        self.outbox = outbox
    }

    package func add(to table: inout RouteTable) {
        table.page("/my/messages", .readMessages, showMessages)
        table.form("/my/messages/reading", .readMessages, upTo: .form, markAll)
        table.page("/my/messages/ways", .chooseWays, showWays)
        table.form("/my/messages/ways", .chooseWays, upTo: .form, chooseWays)
        table.page("/my/messages/{message}", .readMessages, showMessage)
        table.form("/my/messages/{message}/reading", .readMessages, upTo: .form, mark)
        table.page("/w/admin/outbox", .readOutbox, showOutbox)
    }

    @Sendable private func showMessages(_ visit: Visit) async throws -> Response {
        let session = try visit.session()
        let query = try visit.query()
        let onlyUnread = query["view"] == "unread"
        let before = query.filled("before").flatMap { InboxMessage.Place($0) }
        let found = try await desk.entries(
            of: session, onlyUnread: onlyUnread, before: before, limit: NoticeRoutes.pageLength + 1)
        let entries = Array(found.prefix(NoticeRoutes.pageLength))
        let next = found.count > entries.count ? entries.last?.notice.place.text : nil
        let more = next.map {
            MessagesPage.link.with([("view", onlyUnread ? "unread" : nil), ("before", $0)])
        }
        let page = MessagesPage(
            entries: entries, unread: try await desk.unread(of: session), onlyUnread: onlyUnread, more: more,
            standing: MySpace.standing(of: session, in: visit.language))
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    private func place(_ visit: Visit) throws(Failure) -> InboxMessage.Place {
        guard let place = InboxMessage.Place(visit.parameter("message")) else { throw .notFound(NoticeWords.missing) }
        return place
    }

    @Sendable private func showMessage(_ visit: Visit) async throws -> Response {
        let found = try await desk.message(try place(visit), of: try visit.session())
        let page = MessagePage(notice: found.notice, isRead: found.isRead, content: found.content)
        return visit.page(page.page(for: visit.reader, key: visit.formKey))
    }

    @Sendable private func mark(_ visit: Visit) async throws -> Response {
        try await desk.markRead(try place(visit), by: try visit.session())
        return Reply.see(MessagesPage.link)
    }

    @Sendable private func markAll(_ visit: Visit) async throws -> Response {
        if let position = visit.form["through"].flatMap({ Int($0) }) {
            try await desk.markRead(through: position, by: try visit.session())
        }
        return Reply.see(MessagesPage.link)
    }

    // MARK: Ways

    @Sendable private func showWays(_ visit: Visit) async throws -> Response {
        let chosen = try await consents.ways(of: try visit.session().person.id)
        return try await ways(visit, chosen, problems: [], status: .ok)
    }

    @Sendable private func chooseWays(_ visit: Visit) async throws -> Response {
        let chosen = Set(visit.form.all("ways").compactMap { NoticeWay(rawValue: $0) })
        do {
            try await consents.choose(
                chosen, by: try visit.session().person.id, try visit.acting("notices/choose-ways"))
        } catch Failure.problems(let problems) {
            return try await ways(visit, chosen, problems: problems, status: .unprocessableContent)
        }
        return Reply.see("/my/messages/ways?done=1")
    }

    private func ways(
        _ visit: Visit, _ chosen: Set<NoticeWay>, problems: [Problem], status: HTTPResponse.Status
    ) async throws -> Response {
        let page = WaysPage(
            chosen: chosen, contact: try await consents.accounts.contact(of: try visit.session().person.id),
            channels: desk.parcels.channels, problems: problems, isSaved: try visit.query()["done"] != nil)
        return visit.page(page.page(for: visit.reader, key: visit.formKey), status: status)
    }

    // MARK: Outbox

    @Sendable private func showOutbox(_ visit: Visit) async throws -> Response {
        let before = try visit.query().filled("before").flatMap { ParcelStore.Cursor($0) }
        let found = try await outbox.letters(before: before, limit: NoticeRoutes.pageLength + 1)
        let letters = Array(found.prefix(NoticeRoutes.pageLength))
        let next = found.count > letters.count ? letters.last?.cursor.text : nil
        let title = NoticeWords.outbox[visit.language]
        let page = OutboxPage(letters: letters, more: next.map { OutboxPage.link.with([("before", $0)]) })
        return try visit.staffPage(
            PageHeading(title: title, column: title), current: OutboxPage.link, body: page.body(in: visit.language))
    }
}
