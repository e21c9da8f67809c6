import Proofs
import Storage
import Values

/// Reads streams with everything that follows from them, as templates; and writes their copies.
package struct StreamTemplateDesk: Sendable {
    private let database: Database
    private let reader: EventReader
    /// Every table whose rows follow from one stream each.
    private let tables: [DerivedTable]

    package init(database: Database, reader: EventReader, projections: [any Projection]) {
        self.database = database
        self.reader = reader
        tables = projections.flatMap(\.tables).filter { $0.stream != nil }
    }

    /// For `CopiedStreams.init`.
    package var tableCount: Int { tables.count }

    /// What is known of a stream before it becomes a template.
    package struct Original: Sendable {
        package let stream: String
        package let events: [PastEvent]
        let stored: [StoredEvent]
        let isKeyed: Bool
        let rows: [(table: Int, values: [SQLValue])]
    }

    /// Reads streams; those that are gone, or erased, are left out.
    package func originals(_ streams: [String]) async throws -> [Original] {
        let tables = tables
        let read = try await database.read { connection in
            try streams.map { stream in
                let rows = try tables.enumerated().flatMap { index, table in
                    try DerivedStore.rows(of: stream, in: table, in: connection).map { (table: index, values: $0) }
                }
                return (
                    stream, try EventStore.events(of: stream, after: 0, in: connection),
                    try EventStore.key(of: stream, in: connection), rows
                )
            }
        }
        return try read.compactMap { stream, stored, key, rows in
            guard !stored.isEmpty, key != .erased else { return nil }
            return Original(
                stream: stream, events: try reader.open(stored, key: key), stored: stored, isKeyed: key != .none,
                rows: rows)
        }
    }

    /// The template of a stream.
    ///
    /// - Parameters:
    ///   - needles: what differs from copy to copy; commitments and hashes are added.
    ///   - bytes: byte values that differ from copy to copy, by their number.
    package func template(
        of original: Original, needles: inout Needles, bytes: [[UInt8]: Int], since day: Day
    ) -> StreamTemplate? {
        // All numbers first: a text is searched for all of them.
        let marks = zip(original.stored, original.events).map { stored, event in
            let notice = event.body.sealed.notice
            let hash = event.body.open["hash"]?.text
            let isHash = notice.map { Hexadecimal.text(SM3.hash(Array($0.utf8))) == hash } ?? false
            let commitment = JSON(text: stored.record)?["sealed"]?.text
            return (
                notice: isHash ? notice : nil, hash: isHash ? hash.flatMap { needles.add($0) } : nil,
                commitment: commitment.flatMap { needles.add($0) }
            )
        }
        guard let name = needles.add(original.stream), let first = original.events.first else { return nil }
        let found = needles
        func template(_ text: String) -> TextTemplate { TextTemplate(text.utf8, needles: found, since: day) }
        let events = original.stored.indices.map { index in
            let sealed = original.events[index].body.sealed
            return StreamTemplate.Event(
                record: template(original.stored[index].record),
                sealed: sealed.isEmpty ? nil : template(JSON.map(sealed).canonicalText),
                notice: marks[index].notice.map { template($0) }, commitment: marks[index].commitment,
                hash: marks[index].hash)
        }
        let rows = original.rows.map { row in
            StreamTemplate.Row(
                table: row.table,
                values: row.values.map { value in
                    switch value {
                    case .text(let text): .text(template(text))
                    // The house keeps instants in whole milliseconds; no count comes near them.
                    case .int(let number) where number > 1_000_000_000_000: .instant(number)
                    case .blob(let blob): bytes[blob].map { .bytes($0) } ?? .fixed(value)
                    default: .fixed(value)
                    }
                })
        }
        return StreamTemplate(
            name: name, isKeyed: original.isKeyed, events: events, rows: rows, begun: first.at)
    }

    /// Writes copies as one change; on both engines they are placed at once, for whoever is alone at the database.
    package func load(_ copied: CopiedStreams) async throws {
        let tables = tables
        try await database.write { connection in
            try EventStore.load(
                keys: copied.keys, events: copied.events, sealed: copied.sealed, in: connection)
            try LogStore.load(copied.leaves, in: connection)
            for (table, rows) in zip(tables, copied.derived) where !rows.isEmpty {
                let columns = try DerivedStore.columns(of: table.name, in: connection)
                try connection.load(TableRows(table: table.name, columns: columns, rows: rows))
            }
        }
    }
}

extension [String: JSON] {
    /// The Chinese text of a notice, wherever it lies in a sealed part.
    fileprivate var notice: String? {
        self[Language.chinese.rawValue]?.text ?? values.lazy.compactMap { $0.map?.notice }.first
    }
}
