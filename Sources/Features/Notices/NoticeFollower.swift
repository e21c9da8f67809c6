import Definitions
import Storage
import Values

/// Turns placed events into messages for whom they concern. Its tables follow from the log alone, so a rebuild makes
/// them again and compares.
package struct NoticeFollower: Follower {
    package let name = "notices"
    package let version = 1
    package let tables = NoticeStore.tables
    /// Messages point to what is sealed and repeat none of it.
    package let readsSealedParts = false
    package let kinds: Set<String>? = NoticeReading.kinds
    let database: Database
    /// A definition by its hash.
    let definition: @Sendable (String) async throws -> Definition

    package init(database: Database, definition: @escaping @Sendable (String) async throws -> Definition) {
        self.database = database
        self.definition = definition
    }

    /// Reads what it remembers of the streams concerned; writes nothing before the effect.
    package func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        let concerned = events.filter { NoticeReading.subject(of: $0.event) != nil }
        let streams = Set(concerned.compactMap { NoticeReading.subject(of: $0.event) }).sorted()
        let known = try await database.read { try NoticeStore.subjects(of: streams, in: $0) }
        var reading = NoticeReading(subjects: known)
        for placed in concerned {
            let stream = NoticeReading.subject(of: placed.event) ?? ""
            let hash = reading.subjects[stream]?.definition ?? placed.event.body.open["definition"]?.text
            let pinned: Definition? = if let hash { try await definition(hash) } else { nil }
            reading.take(placed, by: pinned)
        }
        let done = reading
        return { try NoticeStore.save(done, in: $0) }
    }
}

/// Puts messages into the queue of those ways to which the person agreed.
///
/// It keeps no tables, so a rebuild never sends it back: what was queued once is never queued again. It must not run
/// ahead of `NoticeFollower`, whose rows it reads; see `NoticeDesk.follow`.
package struct NoticePostingFollower: Follower {
    package let name = "notice-posting"
    package let version = 1
    package let tables: [DerivedTable] = []
    package let readsSealedParts = false
    /// It reads messages and not events.
    package let kinds: Set<String>? = []
    let database: Database

    package init(database: Database) {
        self.database = database
    }

    package func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        let (first, last) = (positions.lowerBound, positions.upperBound)
        let parcels = try await database.read { connection -> [Parcel] in
            guard try FollowerStore.position(of: "notices", in: connection) > last else {
                throw Failure.unavailable(
                    Wording(zh: "消息还没有生成到这里", en: "The messages have not come this far yet"))
            }
            return try NoticeStore.notices(from: first, to: last, in: connection).flatMap { notice in
                try NoticePostingFollower.parcels(of: notice, in: connection)
            }
        }
        return { connection in for parcel in parcels { try ParcelStore.queue(parcel, in: connection) } }
    }

    /// Who is told by which way: the person himself and who acts for him; for an enterprise its agent in the case, or
    /// its legal representative.
    private static func parcels(of notice: InboxMessage, in connection: any Connection) throws -> [Parcel] {
        var persons: [Person.ID] = []
        switch notice.recipient {
        case .person(let id): persons = [id]
        case .enterprise(let id):
            if notice.agent == nil, let enterprise = try AccountStore.enterprise(id, in: connection) {
                persons = [enterprise.representative]
            }
        }
        // The agent of a delegation has a message of his own.
        if let agent = notice.agent, notice.caseID != nil, !persons.contains(agent) { persons.append(agent) }
        return try persons.flatMap { person in
            try ConsentStore.ways(of: person, in: connection).map { Parcel(notice: notice, person: person, way: $0) }
        }
    }
}
