import Features
import Proofs
import Storage
import Testing
import Values

@Suite struct LogAuditTests {
    private func filled(_ log: EventLogSample) async throws -> LogAudit {
        for stream in ["A", "B", "C"] {
            try await log.append([stream: [.sample("opened", sealed: ["name": "张三"]), .sample("acted")]])
        }
        try await log.placeAll()
        return LogAudit(database: log.database, reader: log.reader)
    }

    private func position(_ log: EventLogSample, _ stream: String, _ version: Int) async throws -> Int {
        try await log.database.read {
            try #require(try LogStore.position(of: stream, version: version, in: $0))
        }
    }

    @Test func `an untouched log is without fault and gives the root of its leaves`() async throws {
        try await EventLogSample.onBothEngines { log in
            let audit = try await filled(log)
            let report = try await audit.run(against: [])
            let leaves = try await log.database.read { try LogStore.leaves(from: 0, limit: 10, in: $0) }
            #expect(report.faults.isEmpty)
            #expect(report.head == TreeHead(size: 6, root: LogTree.root(of: leaves)))
            #expect(try await audit.run(against: [report.head]).faults.isEmpty)
        }
    }

    @Test func `a changed record is found by its leaf`() async throws {
        try await EventLogSample.onBothEngines { log in
            let audit = try await filled(log)
            try await log.database.write {
                try $0.execute(
                    """
                    UPDATE event SET record = replace(record, '"window"', '"online"')
                    WHERE stream = 'B' AND version = 2
                    """, [])
            }
            let place = try await position(log, "B", 2)
            #expect(
                try await audit.run(against: []).faults == [.changed(stream: "B", version: 2, position: place)])
        }
    }

    @Test func `a record that is gone is found, and no follower goes past it`() async throws {
        try await EventLogSample.onBothEngines { log in
            let audit = try await filled(log)
            try await log.database.write {
                try $0.execute("DELETE FROM event WHERE stream = 'B' AND version = 2", [])
            }
            let place = try await position(log, "B", 2)
            #expect(
                try await audit.run(against: []).faults == [.changed(stream: "B", version: 2, position: place)])
            let feed = try await log.feed()
            #expect(throws: Failure.self) { try log.reader.open(feed: feed, sealedParts: false) }
        }
    }

    @Test func `a record changed together with its leaf is found by an older tree head`() async throws {
        try await EventLogSample.onBothEngines { log in
            let audit = try await filled(log)
            let head = try await audit.run(against: []).head
            let stored = try await log.database.read { try EventStore.events(of: "B", after: 1, in: $0) }
            let record = stored[0].record.replacing("\"window\"", with: "\"online\"")
            try await log.database.write { connection in
                try connection.execute(
                    "UPDATE event SET record = $1 WHERE stream = 'B' AND version = 2", [SQLValue(record)])
                try connection.execute(
                    "UPDATE log SET leaf = $1 WHERE stream = 'B' AND version = 2",
                    [SQLValue(LogTree.leaf(Array(record.utf8)))])
            }
            #expect(try await audit.run(against: []).faults.isEmpty)
            #expect(try await audit.run(against: [head]).faults == [.otherRoot(size: 6)])
        }
    }

    @Test func `lost, swapped and unsealed events are found`() async throws {
        try await EventLogSample.onBothEngines { log in
            let audit = try await filled(log)
            let (first, second) = (try await position(log, "A", 1), try await position(log, "C", 2))
            try await log.database.write { connection in
                try connection.execute("DELETE FROM sealed WHERE stream = 'A'", [])
                try connection.execute("DELETE FROM log WHERE stream = 'C' AND version = 1", [])
            }
            let faults = try await audit.run(against: []).faults
            #expect(first < second)
            #expect(
                Set(faults) == [
                    .unreadable(
                        stream: "A", version: 1, why: .defect("the sealed part of A/1 is missing or was changed")),
                    .missing(position: second - 1), .outOfOrder(count: 1), .lost(count: 1),
                ])
        }
    }
}
