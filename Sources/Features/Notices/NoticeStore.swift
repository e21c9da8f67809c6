import Storage
import Values

/// All SQL about messages, what the notice centre remembers of streams, and what was read.
package enum NoticeStore {
    /// They follow from the log.
    static let tables = [
        DerivedTable(
            name: "notice_subject", stream: "stream",
            sql: """
                CREATE TABLE notice_subject (
                    stream TEXT NOT NULL PRIMARY KEY,
                    kind TEXT NOT NULL,
                    recipient TEXT NOT NULL,
                    agent TEXT,
                    case_id TEXT,
                    service TEXT,
                    definition TEXT,
                    variant TEXT,
                    detail TEXT NOT NULL,
                    told {bool} NOT NULL
                )
                """),
        DerivedTable(
            name: "inbox_message", stream: "stream", position: "position",
            sql: """
                CREATE TABLE inbox_message (
                    recipient TEXT NOT NULL,
                    position BIGINT NOT NULL,
                    number BIGINT NOT NULL,
                    topic TEXT NOT NULL,
                    stream TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    at BIGINT NOT NULL,
                    case_id TEXT,
                    service TEXT,
                    definition TEXT,
                    agent TEXT,
                    detail TEXT NOT NULL,
                    PRIMARY KEY (recipient, position, number)
                );
                CREATE INDEX inbox_message_by_position ON inbox_message(position, number)
                """),
        DerivedTable(
            name: "notice_deadline", stream: "case_id",
            sql: """
                CREATE TABLE notice_deadline (
                    case_id TEXT NOT NULL,
                    clock TEXT NOT NULL,
                    due TEXT NOT NULL,
                    PRIMARY KEY (case_id, clock)
                );
                CREATE INDEX notice_deadline_by_due ON notice_deadline(due, case_id, clock)
                """),
    ]

    /// What somebody has read says nothing about a matter; it is no part of the log.
    static let migration = Migration(
        id: "notices-001",
        sql: """
            CREATE TABLE notice_read (
                reader TEXT NOT NULL,
                recipient TEXT NOT NULL,
                position BIGINT NOT NULL,
                number BIGINT NOT NULL,
                PRIMARY KEY (reader, recipient, position, number)
            );
            CREATE TABLE notice_read_through (
                reader TEXT NOT NULL,
                recipient TEXT NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (reader, recipient)
            );
            \(ParcelStore.tables)
            """)

    // MARK: Writing what follows from the log

    static func save(_ reading: NoticeReading, in connection: any Connection) throws {
        for subject in reading.changed.values.sorted(by: { $0.stream < $1.stream }) {
            try save(subject, in: connection)
        }
        try connection.insert(reading.notices.map(values), by: insert)
        let deadlines = reading.deadlines.sorted { ($0.key.caseID, $0.key.clock) < ($1.key.caseID, $1.key.clock) }
        for (key, due) in deadlines {
            guard let due else {
                try connection.enqueue(
                    "DELETE FROM notice_deadline WHERE case_id = $1 AND clock = $2",
                    [.text(key.caseID), .text(key.clock)])
                continue
            }
            try connection.enqueue(
                """
                INSERT INTO notice_deadline(case_id, clock, due) VALUES ($1, $2, $3)
                ON CONFLICT(case_id, clock) DO UPDATE SET due = excluded.due
                """,
                [.text(key.caseID), .text(key.clock), .text(due.description)])
        }
    }

    private static func save(_ subject: NoticeSubject, in connection: any Connection) throws {
        try connection.enqueue(
            """
            INSERT INTO notice_subject(stream, kind, recipient, agent, case_id, service, definition, variant, detail,
                told)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT(stream) DO UPDATE SET definition = excluded.definition, told = excluded.told
            """,
            [
                .text(subject.stream), .text(subject.kind.rawValue), .text(subject.recipient.description),
                SQLValue(subject.agent?.text), SQLValue(subject.caseID), SQLValue(subject.service),
                SQLValue(subject.definition), SQLValue(subject.variant),
                .text(JSON.map(subject.detail).canonicalText), SQLValue(subject.isTold),
            ])
    }

    private static let insert = Insert(
        into: "inbox_message",
        columns: [
            "recipient", "position", "number", "topic", "stream", "version", "at", "case_id", "service", "definition",
            "agent", "detail",
        ])

    private static func values(_ notice: InboxMessage) -> [SQLValue] {
        [
            .text(notice.recipient.description), SQLValue(notice.place.position), SQLValue(notice.place.number),
            .text(notice.topic.rawValue), .text(notice.stream), SQLValue(notice.version),
            .int(notice.at.milliseconds), SQLValue(notice.caseID), SQLValue(notice.service),
            SQLValue(notice.definition), SQLValue(notice.agent?.text), .text(JSON.map(notice.detail).canonicalText),
        ]
    }

    /// What is remembered of these streams, by stream.
    static func subjects(
        of streams: [String], in connection: any Connection
    ) throws -> [String: NoticeSubject] {
        var found: [String: NoticeSubject] = [:]
        // Sixteen at a time, the last one repeated, so that one statement serves any number.
        for start in stride(from: 0, to: streams.count, by: 16) {
            var part = Array(streams[start..<min(start + 16, streams.count)])
            while part.count < 16, let last = part.last { part.append(last) }
            for row in try connection.query(selectSubjects, part.map { .text($0) }) {
                guard let subject = try subject(row) else { continue }
                found[subject.stream] = subject
            }
        }
        return found
    }

    private static let selectSubjects = """
        SELECT stream, kind, recipient, agent, case_id, service, definition, variant, detail, told
        FROM notice_subject WHERE stream IN (\((1...16).map { "$\($0)" }.joined(separator: ", ")))
        """

    private static func subject(_ row: Row) throws -> NoticeSubject? {
        guard let kind = NoticeSubject.Kind(rawValue: try row.text(1)), let recipient = Subject(try row.text(2)) else {
            return nil
        }
        return NoticeSubject(
            stream: try row.text(0), kind: kind, recipient: recipient,
            agent: try row.optionalText(3).flatMap { Person.ID($0) }, caseID: try row.optionalText(4),
            service: try row.optionalText(5), definition: try row.optionalText(6), variant: try row.optionalText(7),
            detail: JSON(text: try row.text(8))?.map ?? [:], isTold: try row.bool(9))
    }

    // MARK: Reading messages

    /// Whose messages are asked for, and by whom.
    package struct Inbox: Hashable, Sendable {
        package let recipient: Subject
        /// Whose read marks count: several people read what an enterprise is told.
        package let reader: Person.ID
        /// Only messages of these services; nil: all, also those of none.
        package let services: [String]?

        package init(recipient: Subject, reader: Person.ID, services: [String]?) {
            self.recipient = recipient
            self.reader = reader
            self.services = services
        }
    }

    /// Messages, the newest first, each with whether it was read.
    ///
    /// - Parameters:
    ///   - before: the last one of the page before; nil for the first page.
    ///   - limit: at most so many.
    package static func notices(
        of inbox: Inbox, onlyUnread: Bool, before: InboxMessage.Place?, limit: Int, in connection: any Connection
    ) throws -> [(notice: InboxMessage, isRead: Bool)] {
        let before = before ?? InboxMessage.Place(position: Int(Int64.max), number: 0)
        var arguments: [SQLValue] = [
            .text(inbox.recipient.description), .text(inbox.reader.text), SQLValue(before.position),
            SQLValue(before.number), SQLValue(limit),
        ]
        let services = clause(inbox.services, &arguments)
        return try connection.query(
            """
            SELECT \(columns), \(isRead) FROM inbox_message n
            WHERE n.recipient = $1 AND (n.position, n.number) < ($3, $4)\(services)
            \(onlyUnread ? "AND NOT \(isRead)" : "")
            ORDER BY n.position DESC, n.number DESC LIMIT $5
            """, arguments
        ).compactMap { row in
            guard let notice = try notice(row) else { return nil }
            return (notice, try row.bool(12))
        }
    }

    /// How many messages the reader has not read; counting stops at `limit`.
    package static func unread(of inbox: Inbox, limit: Int, in connection: any Connection) throws -> Int {
        var arguments: [SQLValue] = [
            .text(inbox.recipient.description), .text(inbox.reader.text), SQLValue(limit),
        ]
        let services = clause(inbox.services, &arguments)
        return try connection.first(
            """
            SELECT COUNT(*) FROM (SELECT 1 AS one FROM inbox_message n WHERE n.recipient = $1\(services)
            AND NOT \(isRead) LIMIT $3) AS counted
            """, arguments
        )?.int(0) ?? 0
    }

    /// One message; nil when there is none there, or it is another's.
    package static func notice(
        _ place: InboxMessage.Place, of inbox: Inbox, in connection: any Connection
    ) throws -> (notice: InboxMessage, isRead: Bool)? {
        var arguments: [SQLValue] = [
            .text(inbox.recipient.description), .text(inbox.reader.text), SQLValue(place.position),
            SQLValue(place.number),
        ]
        let services = clause(inbox.services, &arguments)
        let row = try connection.first(
            """
            SELECT \(columns), \(isRead) FROM inbox_message n
            WHERE n.recipient = $1 AND n.position = $3 AND n.number = $4\(services)
            """, arguments)
        guard let row, let notice = try notice(row) else { return nil }
        return (notice, try row.bool(12))
    }

    /// Messages of events from one position to another, both included, in log order.
    static func notices(from first: Int, to last: Int, in connection: any Connection) throws -> [InboxMessage] {
        try connection.query(
            """
            SELECT \(columns) FROM inbox_message n WHERE n.position >= $1 AND n.position <= $2
            ORDER BY n.position, n.number
            """, [SQLValue(first), SQLValue(last)]
        ).compactMap(notice)
    }

    /// One message by its place and recipient, for the queue.
    static func notice(
        _ place: InboxMessage.Place, to recipient: Subject, in connection: any Connection
    ) throws -> InboxMessage? {
        try connection.first(
            "SELECT \(columns) FROM inbox_message n WHERE n.recipient = $1 AND n.position = $2 AND n.number = $3",
            [.text(recipient.description), SQLValue(place.position), SQLValue(place.number)]
        ).flatMap(notice)
    }

    private static let columns = """
        n.recipient, n.position, n.number, n.topic, n.stream, n.version, n.at, n.case_id, n.service, n.definition, \
        n.agent, n.detail
        """

    /// Read by itself, or with all before it. `$1` is the recipient and `$2` the reader.
    private static let isRead = """
        (n.position <= coalesce((SELECT t.position FROM notice_read_through t
            WHERE t.reader = $2 AND t.recipient = $1), -1)
        OR EXISTS (SELECT 1 FROM notice_read r WHERE r.reader = $2 AND r.recipient = $1
            AND r.position = n.position AND r.number = n.number))
        """

    private static func clause(_ services: [String]?, _ arguments: inout [SQLValue]) -> String {
        guard let services else { return "" }
        if services.isEmpty { return " AND 1 = 0" }
        var places: [String] = []
        for service in services {
            arguments.append(.text(service))
            places.append("$\(arguments.count)")
        }
        return " AND n.service IN (\(places.joined(separator: ", ")))"
    }

    private static func notice(_ row: Row) throws -> InboxMessage? {
        guard let recipient = Subject(try row.text(0)), let topic = InboxMessage.Topic(rawValue: try row.text(3)) else {
            return nil
        }
        return InboxMessage(
            recipient: recipient, place: .init(position: try row.int(1), number: try row.int(2)), topic: topic,
            stream: try row.text(4), version: try row.int(5), at: Moment(milliseconds: Int64(try row.int(6))),
            caseID: try row.optionalText(7), service: try row.optionalText(8), definition: try row.optionalText(9),
            agent: try row.optionalText(10).flatMap { Person.ID($0) },
            detail: JSON(text: try row.text(11))?.map ?? [:])
    }

    // MARK: Read marks

    package static func markRead(
        _ place: InboxMessage.Place, of inbox: Inbox, in connection: any Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO notice_read(reader, recipient, position, number) VALUES ($1, $2, $3, $4)
            ON CONFLICT(reader, recipient, position, number) DO NOTHING
            """,
            [
                .text(inbox.reader.text), .text(inbox.recipient.description), SQLValue(place.position),
                SQLValue(place.number),
            ])
    }

    /// Everything up to a position is read; single marks below it are no longer needed.
    package static func markRead(
        through position: Int, of inbox: Inbox, in connection: any Connection
    ) throws {
        let who: [SQLValue] = [.text(inbox.reader.text), .text(inbox.recipient.description), SQLValue(position)]
        try connection.execute(
            """
            INSERT INTO notice_read_through(reader, recipient, position) VALUES ($1, $2, $3)
            ON CONFLICT(reader, recipient) DO UPDATE SET position = excluded.position
            WHERE notice_read_through.position < excluded.position
            """, who)
        try connection.execute(
            "DELETE FROM notice_read WHERE reader = $1 AND recipient = $2 AND position <= $3", who)
    }

    // MARK: Deadlines

    /// Deadlines up to a day, the nearest first.
    static func deadlines(through day: Day, limit: Int, in connection: any Connection) throws -> [NoticeDeadline] {
        try connection.query(
            "SELECT case_id, clock, due FROM notice_deadline WHERE due <= $1 ORDER BY due, case_id, clock LIMIT $2",
            [.text(day.description), SQLValue(limit)]
        ).compactMap { row in
            guard let due = Day(try row.text(2)) else { return nil }
            return NoticeDeadline(caseID: try row.text(0), clock: try row.text(1), due: due)
        }
    }
}
