import Storage
import Values

/// All SQL about the register of items: what its streams say, one row an event.
package enum ItemStore {
    static let table = DerivedTable(
        name: "item_event",
        sql: """
            CREATE TABLE item_event (
                stream TEXT NOT NULL,
                version BIGINT NOT NULL,
                item TEXT NOT NULL,
                kind TEXT NOT NULL,
                valid_from TEXT NOT NULL,
                recorded_on TEXT NOT NULL,
                content TEXT NOT NULL,
                PRIMARY KEY (stream, version)
            )
            """)

    /// How many events there are; a node asks whether it has seen them all.
    package static func count(in connection: any Connection) throws -> Int {
        try connection.first("SELECT COUNT(*) FROM item_event", [])?.int(0) ?? 0
    }

    /// Every event, by item and version. Throws `Failure.defect` for a row that cannot be read.
    package static func all(in connection: any Connection) throws -> [ItemEvent] {
        try connection.query(
            "SELECT version, kind, valid_from, recorded_on, content FROM item_event ORDER BY item, version", []
        ).map { row in
            guard let from = Day(try row.text(2)), let recorded = Day(try row.text(3)),
                let content = JSON(text: try row.text(4))?.map
            else { throw Failure.defect("a row of item_event cannot be read") }
            let body = EventBody(
                kind: try row.text(1), schema: 1, effective: .day(from), actor: .platform, actingFor: nil,
                channel: nil, ground: nil, open: content, sealed: [:])
            let past = PastEvent(
                stream: "", version: try row.int(0), at: Moment(recorded), body: body, isErased: false)
            guard let event = ItemEvent(past) else { throw Failure.defect("a row of item_event cannot be read") }
            return event
        }
    }

    static func save(_ events: [PastEvent], in connection: any Connection) throws {
        for event in events {
            try connection.execute(
                """
                INSERT INTO item_event(stream, version, item, kind, valid_from, recorded_on, content)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(stream, version) DO NOTHING
                """,
                [
                    .text(event.stream), SQLValue(event.version), .text(event.body.open["item"]?.text ?? ""),
                    .text(event.body.kind), .text(event.body.effective.day.description),
                    .text(event.at.day.description), .text(JSON.map(event.body.open).canonicalText),
                ])
        }
    }
}

/// What the streams of items say, as rows.
package struct ItemProjection: Projection {
    package let name = "items"
    package let version = 1
    package let tables = [ItemStore.table]

    package init() {}

    package func rows(of stream: [PastEvent]) throws(Failure) -> [PastEvent] {
        stream.filter { ItemEvent($0) != nil }
    }

    package func store(_ rows: [PastEvent], in connection: any Connection) throws {
        try ItemStore.save(rows, in: connection)
    }
}
