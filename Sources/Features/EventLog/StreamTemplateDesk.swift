import Proofs
import Storage
import Values

/// Reads streams with everything that follows from them, as templates; and writes their copies.
package struct StreamTemplateDesk: Sendable {
    private let database: Database
    private let reader: EventReader
    private let followers: [any Follower]
    /// Every table whose rows follow from one stream each.
    private let tables: [DerivedTable]

    /// - Parameter followers: all there are. Copies cause nothing, so those that only send commands go past them; one
    ///   whose rows follow from several streams finds its own way.
    package init(
        database: Database, reader: EventReader, projections: [any Projection], followers: [any Follower]
    ) {
        self.database = database
        self.reader = reader
        self.followers = followers.filter { $0.tables.allSatisfy { $0.stream != nil } }
        tables = (projections.flatMap(\.tables) + self.followers.flatMap(\.tables)).filter { $0.stream != nil }
    }

    /// For `CopiedStreams.init`.
    package var tableCount: Int { tables.count }

    /// What is known of a stream before it becomes a template.
    package struct Original: Sendable {
        package let stream: String
        package let events: [PastEvent]
        let stored: [StoredEvent]
        let isKeyed: Bool
        let rows: [Row]

        struct Row: Sendable {
            let table: Int
            let values: [SQLValue]
            /// Which value is a position in the log, and of the event with which version.
            let position: Int?
            let version: Int?
        }
    }

    /// Reads streams; those that are gone, or erased, are left out.
    package func originals(_ streams: [String]) async throws -> [Original] {
        let tables = tables
        let read = try await database.read { connection in
            try streams.map { stream in
                let rows = try tables.enumerated().flatMap { index, table in
                    let columns = table.position == nil ? [] : try DerivedStore.columns(of: table.name, in: connection)
                    let version = columns.firstIndex(of: "version")
                    return try DerivedStore.rows(of: stream, in: table, in: connection).map { values in
                        Original.Row(
                            table: index, values: values, position: columns.firstIndex { $0 == table.position },
                            version: version.flatMap { values[$0].number })
                    }
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
                values: row.values.enumerated().map { column, value in
                    if column == row.position, let version = row.version { return .position(version) }
                    return switch value {
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
        let (tables, followers) = (tables, followers)
        try await database.write { connection in
            let first = try LogStore.size(in: connection)
            try EventStore.load(
                keys: copied.keys, events: copied.events, sealed: copied.sealed, in: connection)
            try LogStore.load(copied.leaves, in: connection)
            for (table, rows) in zip(tables, copied.derived) where !rows.isEmpty {
                let columns = try DerivedStore.columns(of: table.name, in: connection)
                var rows = rows
                if let position = columns.firstIndex(where: { $0 == table.position }) {
                    for index in rows.indices {
                        rows[index][position] = SQLValue(rows[index][position].number.map { first + $0 })
                    }
                }
                try connection.load(TableRows(table: table.name, columns: columns, rows: rows))
            }
            let end = first + copied.leaves.count
            for follower in followers {
                guard try FollowerStore.move(follower.name, from: first, to: end, in: connection) else {
                    throw Failure.defect("the follower \(follower.name) has not seen everything before a copy")
                }
            }
        }
    }
}

extension SQLValue {
    fileprivate var number: Int? { if case .int(let number) = self { Int(number) } else { nil } }
}

extension [String: JSON] {
    /// The Chinese text of a notice, wherever it lies in a sealed part.
    fileprivate var notice: String? {
        self[Language.chinese.rawValue]?.text ?? values.lazy.compactMap { $0.map?.notice }.first
    }
}
