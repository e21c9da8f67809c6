import Proofs
import Storage
import Values

/// Records who looked at whose personal data, in a stream for each person and month, never in the case.
package struct LookDesk: Sendable {
    let accounts: AccountDesk

    /// How many months back the person's page goes.
    private static let monthsShown = 12

    package init(accounts: AccountDesk) {
        self.accounts = accounts
    }

    /// What is recorded of one look.
    package struct Seen: Sendable {
        package let person: Person.ID
        package let caseID: String
        /// Ids of the values that will be shown.
        package let facts: [String]
        /// Why, in the officer's words.
        package let ground: String

        package init(person: Person.ID, caseID: String, facts: [String], ground: String) {
            self.person = person
            self.caseID = caseID
            self.facts = facts
            self.ground = ground
        }
    }

    /// Records a look; only then may the values be shown.
    ///
    /// Throws `Failure.problems` when the ground is empty.
    package func record(_ seen: Seen, by acting: AccountActing) async throws {
        guard !seen.ground.comparisonKey.isEmpty else { throw Failure.problems([LookDesk.groundMissing]) }
        let stream = LookDesk.stream(of: seen.person, in: Month(acting.moment.day))
        _ = try await acting.run(on: accounts.events) {
            let past = try await accounts.events.stream(stream)
            guard !past.isErased else { throw EventStore.erasedFailure }
            let body = AccountEvents.seen(
                facts: seen.facts, of: seen.caseID, ground: seen.ground, by: acting.actor, at: acting.moment)
            let keys =
                past.key.map { StreamKeys(new: [:], saved: [stream: $0]) }
                ?? StreamKeys(new: [stream: acting.entropy.streamKey("look-key", 0)], saved: [:])
            return accounts.decided(
                [StreamAppend(stream: stream, after: past.events, bodies: [body], at: acting.moment)], keys: keys,
                result: ["looks": .text(stream)], also: { _ in })
        }
    }

    /// Who looked at the data of a person during the last twelve months, the newest first.
    package func looks(at person: Person.ID, until day: Day) async throws -> [Look] {
        var looks: [Look] = []
        for month in Month.all(from: day.adding(months: 1 - LookDesk.monthsShown), to: day) {
            let stream = try await accounts.events.stream(LookDesk.stream(of: person, in: month))
            looks += try await read(stream).reversed()
        }
        return looks
    }

    /// The id of the stream of a person and month; it derives from both, so that nobody has to look it up.
    static func stream(of person: Person.ID, in month: Month) -> String {
        let hash = SM3.hash(Array("looks:\(person.text):\(month.year)-\(month.month)".utf8))
        return Identifier<Look>(bytes: Array(hash.prefix(16))).text
    }

    private static let groundMissing = Problem(
        place: "ground", message: Wording(zh: "填写查看理由", en: "Enter why you need to see it"),
        remedy: Wording(zh: "写明办理哪一步需要", en: "say which step needs it"))

    private func read(_ stream: OpenedStream) async throws -> [Look] {
        let ids = stream.events.compactMap { event -> Post.ID? in
            if case .post(let id) = event.body.actor { return Post.ID(id) }
            return nil
        }
        let (posts, names) = try await accounts.database.read { connection in
            let posts = try Set(ids).compactMap { try AccountStore.post($0, in: connection) }
            var names: [Person.ID: String] = [:]
            for post in posts { names[post.person] = try AccountStore.person(post.person, in: connection)?.nameMask }
            return (posts, names)
        }
        return stream.events.map { event in
            let data = event.body.data
            let post = posts.first { Actor.post($0.id.text) == event.body.actor }
            return Look(
                at: event.at, actor: event.body.actor, post: post, officer: post.flatMap { names[$0.person] },
                caseID: data["case"]?.text ?? "", facts: data["facts"]?.list?.compactMap(\.text) ?? [],
                ground: data["ground"]?.text)
        }
    }
}
