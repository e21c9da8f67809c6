import Features
import Proofs
import Storage
import Synchronization
import Testing
import Values

@Suite struct EventDeskTests {
    private let acted = EventBody.sample("acted", open: ["event": "accepted"])
    private let moment = EventLogSample.morning

    private func key(_ client: String, request: String = "request") -> CommandKey {
        CommandKey(actor: .person("01P"), verb: "test/act", clientKey: client, request: Array(request.utf8))
    }

    private func run(
        _ log: EventLogSample, _ key: CommandKey?, stream: String, between: @Sendable () async throws -> Void = {}
    ) async throws -> Done {
        try await log.desk.run(key, entropy: EventLogSample.entropy, at: moment) {
            let opened = try await log.desk.stream(stream)
            try await between()
            return Decided(
                changes: [StreamAppend(stream: stream, after: opened.events, bodies: [acted], at: moment)], keys: .none,
                result: ["version": .number(Int64(opened.events.count + 1))], project: { _ in { _ in } })
        }
    }

    @Test func `the same key and request is done once and answered the same`() async throws {
        try await EventLogSample.onBothEngines { log in
            let first = try await run(log, key("k"), stream: "S")
            let second = try await run(log, key("k"), stream: "S")
            #expect(!first.isRepeated && second.isRepeated)
            #expect(first.result == second.result && first.receipts == second.receipts)
            #expect(first.receipts.map(\.version) == [1])
            #expect(try await log.desk.stream("S").events.count == 1)
            #expect(try await run(log, key("k2"), stream: "S").result == ["version": 2])
        }
    }

    @Test func `the same key for another request is refused`() async throws {
        try await EventLogSample.onBothEngines { log in
            _ = try await run(log, key("k"), stream: "S")
            await #expect(throws: Failure.keyReused) {
                try await run(log, key("k", request: "other"), stream: "S")
            }
            #expect(try await log.desk.stream("S").events.count == 1)
        }
    }

    @Test func `the same request sent many times at once is done once`() async throws {
        try await EventLogSample.onBothEngines { log in
            let done = try await withThrowingTaskGroup(of: Done.self) { group in
                // Each opens a stream of its own, so that only the key can tell them apart.
                for number in 0..<12 { group.addTask { try await run(log, key("k"), stream: "S\(number)") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(done.filter { !$0.isRepeated }.count == 1)
            #expect(Set(done.map(\.receipts)).count == 1)
            let streams = try await log.database.read { try LogStore.streams(after: "", limit: 100, in: $0) }
            #expect(streams == [done[0].receipts[0].stream])
        }
    }

    @Test func `a version conflict is decided again, three times`() async throws {
        try await EventLogSample.onBothEngines { log in
            let tries = Mutex(0)
            let done = try await run(log, nil, stream: "S") {
                let number = tries.withLock { tries in
                    tries += 1
                    return tries
                }
                if number <= 3 { try await log.append(["S": [acted]]) }
            }
            #expect(done.result == ["version": 4])
            await #expect(throws: Failure.staleVersion(stream: "S")) {
                try await run(log, nil, stream: "S") { try await log.append(["S": [acted]]) }
            }
        }
    }

    @Test func `a command that decides nothing writes and remembers nothing`() async throws {
        try await EventLogSample.onBothEngines { log in
            for _ in 0..<2 {
                let done = try await log.desk.run(key("k"), entropy: EventLogSample.entropy, at: moment) {
                    Decided(changes: [], keys: .none, result: "nothing", project: { _ in { _ in } })
                }
                #expect(done == Done(result: "nothing", receipts: [], isRepeated: false))
            }
        }
    }

    @Test func `projections see the events as they will be read, and share the fate of the write`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await log.database.migrate(
                EventLog.migrations + [
                    Migration(id: "test-001", sql: "CREATE TABLE seen (stream TEXT NOT NULL PRIMARY KEY, n BIGINT)")
                ])
            func decided(_ stream: String) -> Decided {
                Decided(
                    changes: [StreamAppend(stream: stream, after: [], bodies: [acted], at: moment)], keys: .none,
                    result: nil,
                    project: { events in
                        let rows = events.map { [SQLValue("same"), SQLValue($0.version)] }
                        return { connection in
                            for row in rows {
                                try connection.execute("INSERT INTO seen(stream, n) VALUES ($1, $2)", row)
                            }
                        }
                    })
            }
            let entropy = EventLogSample.entropy
            _ = try await log.desk.run(nil, entropy: entropy, at: moment) { decided("S") }
            await #expect(throws: StorageError.self) {
                try await log.desk.run(key("k"), entropy: entropy, at: moment) { decided("T") }
            }
            #expect(try await log.desk.stream("T").events.isEmpty)
            let recalled = try await log.database.read { try IdempotencyStore.recall(key("k"), in: $0) }
            #expect(recalled == nil)
        }
    }

    @Test func `answers are forgotten after their time`() async throws {
        try await EventLogSample.onBothEngines { log in
            _ = try await run(log, key("k"), stream: "S")
            let (early, late) = (moment, moment.adding(milliseconds: 1))
            #expect(try await log.database.write { try IdempotencyStore.sweep(before: early, in: $0) } == 0)
            #expect(try await log.database.write { try IdempotencyStore.sweep(before: late, in: $0) } == 1)
            #expect(try await !run(log, key("k"), stream: "S").isRepeated)
        }
    }
}
