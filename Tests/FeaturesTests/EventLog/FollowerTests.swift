import Features
import Proofs
import Storage
import Synchronization
import Testing
import Values

/// Counts events by kind, in a table of its own.
struct KindCounter: Follower {
    let name = "kind-counter"
    var version = 1
    let tables = [
        DerivedTable(name: "kind_count", sql: "CREATE TABLE kind_count (kind TEXT NOT NULL PRIMARY KEY, n BIGINT)")
    ]
    let readsSealedParts = false
    var kinds: Set<String>?
    /// Runs before the effect is stored: a test breaks off here, or looks at what is seen.
    var before: @Sendable ([PlacedEvent]) async throws -> Void = { _ in }

    func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        try await before(events)
        var counts: [String: Int] = [:]
        for event in events { counts[event.event.body.kind, default: 0] += 1 }
        let rows = counts.sorted { $0.key < $1.key }.map { [SQLValue($0.key), SQLValue($0.value)] }
        return { connection in
            for row in rows {
                try connection.execute(
                    """
                    INSERT INTO kind_count(kind, n) VALUES ($1, $2)
                    ON CONFLICT (kind) DO UPDATE SET n = kind_count.n + excluded.n
                    """, row)
            }
        }
    }

    static func counts(_ database: Database) async throws -> [String: Int] {
        try await database.read { connection in
            let rows = try connection.query("SELECT kind, n FROM kind_count", [])
            return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.text(0), try $0.int(1)) })
        }
    }
}

/// Keeps nothing; tells which events it was shown.
struct KindWatcher: Follower {
    let name: String
    let version = 1
    let tables: [DerivedTable] = []
    let readsSealedParts = false
    let kinds: Set<String>?
    let seen: @Sendable ([Int]) throws -> Void

    func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect {
        try seen(events.map(\.position))
        return { _ in }
    }
}

@Suite struct FollowerTests {
    private struct BrokenOff: Error {}

    private func filled(_ log: EventLogSample, _ follower: any Follower) async throws -> FollowerDesk {
        _ = try await Rebuild(database: log.database, reader: log.reader, projections: [], followers: [follower])
            .prepare()
        for stream in ["A", "B", "C"] {
            try await log.append([stream: [.sample("opened", sealed: ["name": "张三"]), .sample("acted")]])
        }
        try await log.placeAll()
        return FollowerDesk(database: log.database, reader: log.reader, recent: log.desk.recent)
    }

    @Test func `a follower sees every event once, in log order`() async throws {
        try await EventLogSample.onBothEngines { log in
            let seen = Mutex<[Int]>([])
            let follower = KindCounter(before: { events in
                seen.withLock { $0 += events.map(\.position) }
            })
            let desk = try await filled(log, follower)
            var steps: [Int] = []
            repeat { steps.append(try await desk.step(follower, limit: 4)) } while steps.last != 0
            #expect(steps == [4, 2, 0])
            #expect(seen.withLock { $0 } == Array(0..<6))
            #expect(try await KindCounter.counts(log.database) == ["opened": 3, "acted": 3])
            #expect(try await log.database.read { try FollowerStore.lag(of: "kind-counter", in: $0) } == 0)
        }
    }

    @Test func `a follower that was broken off sees the events again, and its table counts them once`() async throws {
        try await EventLogSample.onBothEngines { log in
            let desk = try await filled(log, KindCounter())
            let broken = KindCounter(before: { _ in throw BrokenOff() })
            await #expect(throws: BrokenOff.self) { try await desk.step(broken, limit: 4) }
            #expect(try await log.database.read { try FollowerStore.position(of: broken.name, in: $0) } == 0)
            #expect(try await desk.step(KindCounter(), limit: 10) == 6)
            #expect(try await KindCounter.counts(log.database) == ["opened": 3, "acted": 3])
        }
    }

    @Test func `followers led together see what each would see alone, and one that throws holds up no other`()
        async throws
    {
        try await EventLogSample.onBothEngines { log in
            let seen = Mutex<[String: [Int]]>([:])
            let acted = KindWatcher(
                name: "acted", kinds: ["acted"],
                seen: { positions in
                    seen.withLock { $0["acted", default: []] += positions }
                })
            let desk = try await filled(log, KindCounter())
            // One is further on already: it waits for the other.
            #expect(try await desk.step(KindCounter(), limit: 2) == 2)
            var steps: [Int] = []
            repeat {
                steps.append(try await desk.step(together: [KindCounter(), acted], limit: 3, before: .max))
            } while steps.last != 0
            #expect(steps == [2, 3, 1, 0])
            #expect(seen.withLock { $0["acted"] } == [1, 3, 5])
            #expect(try await KindCounter.counts(log.database) == ["opened": 3, "acted": 3])

            try await log.append(["D": [.sample("opened"), .sample("acted")]])
            try await log.placeAll()
            let broken = KindWatcher(name: "acted", kinds: ["acted"], seen: { _ in throw BrokenOff() })
            await #expect(throws: BrokenOff.self) {
                try await desk.step(together: [broken, KindCounter()], limit: 9, before: .max)
            }
            #expect(try await KindCounter.counts(log.database) == ["opened": 4, "acted": 4])
            #expect(try await log.database.read { try FollowerStore.position(of: "acted", in: $0) } == 6)
            // Nor in the rounds after that, where it lies behind.
            try await log.append(["E": [.sample("opened"), .sample("acted")]])
            try await log.placeAll()
            await #expect(throws: BrokenOff.self) {
                try await desk.step(together: [broken, KindCounter()], limit: 9, before: .max)
            }
            #expect(try await KindCounter.counts(log.database) == ["opened": 5, "acted": 5])
            // What is placed after a position waits.
            for (end, count) in [(7, 1), (7, 0), (Int.max, 3)] {
                #expect(try await desk.step(together: [acted, KindCounter()], limit: 9, before: end) == count)
            }
            #expect(seen.withLock { $0["acted"] } == [1, 3, 5, 7, 9])
        }
    }

    @Test func `two nodes that follow at once store an effect once`() async throws {
        try await EventLogSample.onBothEngines { log in
            let desk = try await filled(log, KindCounter())
            // While the first has computed its effect, the second overtakes it.
            let slow = KindCounter(before: { _ in _ = try await desk.step(KindCounter(), limit: 3) })
            #expect(try await desk.step(slow, limit: 5) == 0)
            #expect(try await log.database.read { try FollowerStore.position(of: slow.name, in: $0) } == 3)
            #expect(try await desk.step(KindCounter(), limit: 10) == 3)
            #expect(try await KindCounter.counts(log.database) == ["opened": 3, "acted": 3])
        }
    }

    @Test func `a follower that may not see personal values gets none`() async throws {
        try await EventLogSample.onBothEngines { log in
            let follower = KindCounter(before: { events in
                #expect(events.allSatisfy { $0.event.body.sealed.isEmpty })
            })
            let desk = try await filled(log, follower)
            #expect(try await desk.step(follower, limit: 10) == 6)
            let feed = try log.reader.open(feed: try await log.feed(), sealedParts: true)
            #expect(feed.filter { $0.event.body.data["name"] == "张三" }.count == 3)
        }
    }

    @Test func `a follower passes kinds that it does not look at`() async throws {
        try await EventLogSample.onBothEngines { log in
            let follower = KindCounter(kinds: ["acted"])
            let desk = try await filled(log, follower)
            #expect(try await desk.step(follower, limit: 10) == 6)
            #expect(try await KindCounter.counts(log.database) == ["acted": 3])
            #expect(try await desk.step(follower, limit: 10) == 0)
        }
    }

    @Test func `a follower that only sends commands begins where the log ends`() async throws {
        struct Sender: Follower {
            let name = "sender"
            let version = 1
            let tables: [DerivedTable] = []
            let readsSealedParts = true
            let kinds: Set<String>? = nil
            func effect(of events: [PlacedEvent], at positions: ClosedRange<Int>) async throws -> Effect { { _ in } }
        }
        try await EventLogSample.onBothEngines { log in
            let desk = try await filled(log, KindCounter())
            _ = try await Rebuild(database: log.database, reader: log.reader, projections: [], followers: [Sender()])
                .prepare()
            #expect(try await desk.step(Sender(), limit: 10) == 0)
            try await log.append(["D": [.sample("opened")]])
            try await log.placeAll()
            #expect(try await desk.step(Sender(), limit: 10) == 1)
        }
    }

    @Test func `a follower waits at an event of a newer version`() async throws {
        try await EventLogSample.onBothEngines { log in
            let desk = try await filled(log, KindCounter())
            let older = EventReader(masterKey: log.masterKey, kinds: EventKinds([EventKind("opened")]))
            let behind = FollowerDesk(database: log.database, reader: older, recent: RecentEvents(size: 0))
            await #expect(throws: Failure.self) { try await behind.step(KindCounter(), limit: 10) }
            #expect(try await log.database.read { try FollowerStore.position(of: "kind-counter", in: $0) } == 0)
            #expect(try await desk.step(KindCounter(), limit: 10) == 6)
        }
    }
}
