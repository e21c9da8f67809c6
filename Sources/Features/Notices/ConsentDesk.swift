import Storage
import Values

/// Records to which ways outside the portal a person agrees, and that he no longer does.
package struct ConsentDesk: Sendable {
    let database: Database
    let events: EventDesk
    let accounts: AccountDesk

    /// The ways to which the person agrees now.
    package func ways(of person: Person.ID) async throws -> Set<NoticeWay> {
        Set(try await database.read { try ConsentStore.ways(of: person, in: $0) })
    }

    /// From now on these ways and no others; what does not change is not recorded again.
    ///
    /// Throws `Failure.problems` when there is no address for one of them.
    package func choose(_ ways: Set<NoticeWay>, by person: Person.ID, _ acting: AccountActing) async throws {
        let contact = try await accounts.contact(of: person)
        let unreachable = ways.filter { contact.address(for: $0) == nil }
        guard unreachable.isEmpty else {
            throw Failure.problems(unreachable.sorted { $0.rawValue < $1.rawValue }.map(NoticeWords.noAddress))
        }
        let stream = NoticeEvents.consents(of: person)
        _ = try await acting.run(on: events) {
            let past = try await events.stream(stream).events
            let now = Set(try ConsentProjection().rows(of: past).since.keys)
            let bodies = NoticeWay.allCases.filter { ways.contains($0) != now.contains($0) }.map { way in
                NoticeEvents.consent(ways.contains(way), to: way, by: person, at: acting.moment)
            }
            let result: JSON = ["ways": .list(ways.map(\.rawValue).sorted().map { .text($0) })]
            guard !bodies.isEmpty else {
                return Decided(changes: [], keys: .none, result: result) { _ in { _ in } }
            }
            let change = StreamAppend(stream: stream, after: past, bodies: bodies, at: acting.moment)
            return Decided(changes: [change], keys: .none, result: result) { new in
                try ConsentProjection().effect(of: past + new)
            }
        }
    }
}

extension Contact {
    /// Where the person is reached by this way; nil when that was not told, or a fixed line takes no message.
    func address(for way: NoticeWay) -> String? {
        switch way {
        case .sms: phone.flatMap { $0.kind == .mobile ? $0.text : nil }
        case .mail: mail?.text
        }
    }
}
