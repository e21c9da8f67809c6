import Proofs
import Storage
import Values

/// Plays the providers of short messages and mail (短信与邮件替身): nothing leaves the machine, and what would have
/// left can be read in the demo.
///
/// Address and text are sealed under the key of the person, so that erasing a person erases them here too.
package struct StandInOutboxDesk: Sendable {
    let database: Database
    let events: EventDesk
    private static let use = "stand-in-letter"

    package init(database: Database, events: EventDesk) {
        self.database = database
        self.events = events
    }

    /// Both ways, each as its provider would be called.
    package var channels: [NoticeChannel] {
        [
            NoticeChannel(
                way: .sms, name: Wording(zh: "短信网关（替身）", en: "Short message gateway (stand-in)"), isStandIn: true,
                mapping: LetterMapping(
                    address: "mobile", subject: nil, text: "content", key: "out_id", signature: "【通办示例】"),
                send: { try await take($0, $1, by: .sms) }),
            NoticeChannel(
                way: .mail, name: Wording(zh: "邮件网关（替身）", en: "Mail gateway (stand-in)"), isStandIn: true,
                mapping: LetterMapping(
                    address: "to", subject: "subject", text: "text", key: "message_id", signature: ""),
                send: { try await take($0, $1, by: .mail) }),
        ]
    }

    /// Keeps what was sent. Throws `Failure.notFound` when the person was erased meanwhile.
    private func take(_ letter: Letter, _ body: JSON, by way: NoticeWay) async throws {
        guard let key = try await events.stream(letter.person.text).key else {
            throw Failure.notFound(AccountProblems.personNotFound)
        }
        // The key of a letter is never used for another text, so neither is the first counter that derives from it.
        let iv = Array(SM3.hash(Array(letter.key.utf8)).prefix(SM4CTR.ivLength))
        let sealed = key.sealing(for: StandInOutboxDesk.use)
            .seal(body.canonical, at: Sealing.Place(stream: letter.key, version: 1), iv: iv)
        let kept = ParcelStore.Kept(key: letter.key, way: way, person: letter.person, at: letter.at, sealed: sealed)
        try await database.write { try ParcelStore.keep(kept, in: $0) }
    }

    /// A letter of the outbox, opened for the page of the demo; the address is masked.
    package struct Shown: Hashable, Sendable {
        package let cursor: ParcelStore.Cursor
        package let way: NoticeWay
        /// nil: the person was erased.
        package let address: String?
        package let subject: String?
        package let text: String?
    }

    /// Letters that the stand-ins took, the newest first, at most `limit`.
    package func letters(before: ParcelStore.Cursor?, limit: Int) async throws -> [Shown] {
        let kept = try await database.read { try ParcelStore.letters(before: before, limit: limit, in: $0) }
        var shown: [Shown] = []
        for letter in kept {
            let key = try await events.stream(letter.person.text).key
            let bytes = key?.sealing(for: StandInOutboxDesk.use)
                .open(letter.sealed, at: Sealing.Place(stream: letter.key, version: 1))
            let body = bytes.flatMap { try? JSON(parsing: $0) }
            let mapping = channels.first { $0.way == letter.way }?.mapping
            let address = mapping.flatMap { body?[$0.address]?.text }
            shown.append(
                Shown(
                    cursor: .init(at: letter.at, key: letter.key), way: letter.way,
                    address: address.map { letter.way == .sms ? PhoneNumber($0)?.masked ?? "" : Masking.email($0) },
                    subject: mapping?.subject.flatMap { body?[$0]?.text },
                    text: mapping.flatMap { body?[$0.text]?.text }))
        }
        return shown
    }
}
