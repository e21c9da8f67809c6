import Features
import Proofs
import Storage
import Testing
import Values

/// One row for each stream: how many events it has, and a mask of the name.
private struct StreamList: Projection {
    let name = "stream-list"
    var version = 1
    let tables = [
        DerivedTable(
            name: "stream_list",
            sql: """
                CREATE TABLE stream_list (stream TEXT NOT NULL PRIMARY KEY, events BIGINT NOT NULL, mask TEXT);
                CREATE INDEX stream_list_by_size ON stream_list(events)
                """)
    ]

    func rows(of stream: [PastEvent]) throws(Failure) -> [[SQLValue]] {
        guard let first = stream.first else { return [] }
        let mask = first.body.data["name"]?.text.map { String($0.prefix(1)) + "*" }
        return [[SQLValue(first.stream), SQLValue(stream.count), SQLValue(mask)]]
    }

    func store(_ rows: [[SQLValue]], in connection: any Connection) throws {
        for row in rows {
            try connection.execute(
                """
                INSERT INTO stream_list(stream, events, mask) VALUES ($1, $2, $3)
                ON CONFLICT (stream) DO UPDATE SET events = excluded.events, mask = excluded.mask
                """, row)
        }
    }
}

@Suite struct RebuildTests {
    private func rebuild(_ log: EventLogSample, version: Int = 1) -> Rebuild {
        Rebuild(
            database: log.database, reader: log.reader, projections: [StreamList(version: version)],
            followers: [KindCounter()])
    }

    /// 250 streams, more than one batch, with rows as commands leave them.
    private func filled(_ log: EventLogSample) async throws {
        #expect(try await rebuild(log).prepare().isEmpty)
        let bodies = [EventBody.sample("opened", sealed: ["name": "张三"]), .sample("acted")]
        for tens in 0..<25 {
            let streams = (0..<10).map { "S\(tens)-\($0)" }
            try await log.append(Dictionary(uniqueKeysWithValues: streams.map { ($0, bodies) }))
            for stream in streams {
                let effect = try StreamList().effect(of: try await log.desk.stream(stream).events)
                try await log.database.write { try effect($0) }
            }
        }
        try await log.placeAll()
        let desk = FollowerDesk(database: log.database, reader: log.reader, recent: log.desk.recent)
        while try await desk.step(KindCounter(), limit: 100) > 0 {}
    }

    @Test func `a rebuild of an untouched database changes nothing`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await filled(log)
            for _ in 0..<2 {
                let report = try await rebuild(log).run()
                #expect(report.isClean && report.streams == 250)
                #expect(report.tables.map(\.rowsNow) == [250, 2] && report.tables.map(\.rowsBefore) == [250, 2])
            }
            #expect(try await rebuild(log).prepare().isEmpty)
        }
    }

    @Test func `a rebuild finds planted differences and puts them right`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await filled(log)
            try await log.database.write { connection in
                try connection.execute("UPDATE stream_list SET mask = '李*' WHERE stream = 'S3-3'", [])
                try connection.execute("DELETE FROM stream_list WHERE stream = 'S4-4'", [])
                try connection.execute("INSERT INTO stream_list(stream, events) VALUES ('X', 1)", [])
                try connection.execute("UPDATE kind_count SET n = n + 1 WHERE kind = 'acted'", [])
            }
            let report = try await rebuild(log).run()
            #expect(!report.isClean)
            #expect(
                report.tables == [
                    TableComparison(
                        table: "stream_list", rowsBefore: 250, rowsNow: 250,
                        onlyBefore: ["S3-3 | 2 | 李*", "X | 1 | null"],
                        onlyNow: ["S3-3 | 2 | 张*", "S4-4 | 2 | 张*"]),
                    TableComparison(
                        table: "kind_count", rowsBefore: 2, rowsNow: 2, onlyBefore: ["acted | 251"],
                        onlyNow: ["acted | 250"]),
                ])
            #expect(try await rebuild(log).run().isClean)
        }
    }

    @Test func `a new version of a projection asks for a rebuild, and an interrupted one asks again`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await filled(log)
            #expect(try await rebuild(log, version: 2).prepare() == ["stream-list"])
            #expect(try await rebuild(log, version: 2).prepare() == ["stream-list"])
            let report = try await rebuild(log, version: 2).run()
            #expect(report.tables.map(\.table) == ["kind_count"])
            #expect(try await rebuild(log, version: 2).prepare().isEmpty)
        }
    }

    @Test func `a stream that cannot be read is named, and the others are made`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await filled(log)
            try await log.database.write { connection in
                try connection.execute("DELETE FROM sealed WHERE stream = 'S1-1'", [])
            }
            let projection = Rebuild(
                database: log.database, reader: log.reader, projections: [StreamList()], followers: [])
            let report = try await projection.run()
            #expect(
                report.unreadable == ["S1-1": .defect("the sealed part of S1-1/1 is missing or was changed")])
            #expect(report.tables.map(\.rowsNow) == [249])
        }
    }

    @Test func `after erasure the rows made anew hold no mask`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await filled(log)
            try await log.database.write { connection in
                try EventStore.erase("S1-1", at: EventLogSample.morning, in: connection)
                try connection.execute("UPDATE stream_list SET mask = NULL WHERE stream = 'S1-1'", [])
            }
            #expect(try await rebuild(log).run().isClean)
        }
    }
}
