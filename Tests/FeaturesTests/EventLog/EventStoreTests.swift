import Features
import Proofs
import Storage
import Testing
import Values

@Suite struct EventStoreTests {
    private let opened = EventBody.sample("opened", open: ["n": 1], sealed: ["name": "张三"])
    private let acted = EventBody.sample("acted", open: ["event": "accepted"])

    @Test func `what was appended is read again, with its key`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await log.append(["S": [opened, acted]])
            try await log.append(["S": [acted]])
            let stream = try await log.desk.stream("S")
            #expect(stream.events.map(\.version) == [1, 2, 3])
            #expect(stream.events.map(\.body) == [opened, acted, acted])
            #expect(stream.key == EventLogSample.key("S") && !stream.isErased)
            let later = try await log.database.read { try EventStore.events(of: "S", after: 2, in: $0) }
            #expect(later.map(\.version) == [3])
            #expect(try await log.desk.stream("T").events.isEmpty)
        }
    }

    @Test func `one append writes many streams and more events than one statement takes`() async throws {
        try await EventLogSample.onBothEngines { log in
            let many = [opened] + Array(repeating: acted, count: 44)
            try await log.append(["B": many, "A": [opened, acted], "C": [acted]])
            for (stream, count) in ["A": 2, "B": 45, "C": 1] {
                #expect(try await log.desk.stream(stream).events.map(\.version) == Array(1...count))
            }
            try await log.placeAll()
            #expect(try await log.feed().map(\.position) == Array(0..<48))
        }
    }

    @Test(arguments: [0, 1, 3, 7])
    func `another expected version is stale and writes nothing`(expected: Int) async throws {
        try await EventLogSample.onBothEngines { log in
            try await log.append(["S": [opened, acted]])
            let changes = [
                StreamAppend(
                    stream: "A", expectedVersion: 0, lastAt: nil, bodies: [acted], at: EventLogSample.morning),
                StreamAppend(
                    stream: "S", expectedVersion: expected, lastAt: nil, bodies: [acted, acted],
                    at: EventLogSample.morning),
            ]
            await #expect(throws: Failure.staleVersion(stream: "S")) { try await log.write(changes, .none) }
            #expect(try await log.desk.stream("S").events.count == 2)
            #expect(try await log.desk.stream("A").events.isEmpty)
            try await log.placeAll()
            #expect(try await log.feed().count == 2)
        }
    }

    @Test func `an erased stream keeps its records and takes no sealed part any more`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await log.append(["S": [opened], "T": [opened]])
            let moment = EventLogSample.morning
            try await log.database.write { try EventStore.erase("S", at: moment, in: $0) }
            try await log.database.write { try EventStore.erase("S", at: moment.adding(hours: 1), in: $0) }
            let stream = try await log.desk.stream("S")
            #expect(stream.isErased && stream.key == nil)
            #expect(stream.events[0].isErased && stream.events[0].body.sealed.isEmpty)
            #expect(try await log.desk.stream("T").events[0].body == opened)

            // A desk that had read the key before decides on the old state: the write finds the key gone.
            let late = StreamAppend(stream: "S", after: stream.events, bodies: [opened], at: moment)
            let keys = StreamKeys(new: [:], saved: ["S": EventLogSample.key("S")])
            await #expect(throws: EventStore.erasedFailure) { try await log.write([late], keys) }
            try await log.write(
                [StreamAppend(stream: "S", after: stream.events, bodies: [.sample("corrected")], at: moment)], .none)
            #expect(try await log.desk.stream("S").events.count == 2)
            try await log.placeAll()
            let audit = try await LogAudit(database: log.database, reader: log.reader).run(against: [])
            #expect(audit.faults.isEmpty && audit.head.size == 3)
        }
    }

    @Test func `of an erasure and an append at the same moment either comes first, and nothing sealed is left`()
        async throws
    {
        try await EventLogSample.onBothEngines { log in
            let streams = (0..<25).map { "S\($0)" }
            for stream in streams { try await log.append([stream: [opened]]) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for stream in streams {
                    let change = StreamAppend(
                        stream: stream, after: try await log.desk.stream(stream).events, bodies: [opened],
                        at: EventLogSample.morning)
                    group.addTask {
                        let keys = StreamKeys(new: [:], saved: [stream: EventLogSample.key(stream)])
                        do {
                            try await log.write([change], keys)
                        } catch {
                            #expect(error as? Failure == EventStore.erasedFailure)
                        }
                    }
                    group.addTask {
                        try await log.database.write {
                            try EventStore.erase(stream, at: EventLogSample.morning, in: $0)
                        }
                    }
                }
                try await group.waitForAll()
            }
            for stream in streams { #expect(try await log.desk.stream(stream).isErased) }
            let left = try await log.database.read { try $0.first("SELECT count(*) FROM sealed", [])?.int(0) }
            #expect(left == 0)
        }
    }

    @Test func `concurrent appends give dense positions and keep each stream in order`() async throws {
        try await EventLogSample.onBothEngines { log in
            let streams = (0..<12).map { "S\($0)" }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for stream in streams {
                    group.addTask { for _ in 0..<10 { try await log.append([stream: [acted, acted]]) } }
                }
                group.addTask {
                    // Two leaders at once, while others write.
                    for _ in 0..<40 {
                        async let one = log.desk.place(limit: 7)
                        async let other = log.desk.place(limit: 7)
                        _ = try await (one, other)
                    }
                }
                try await group.waitForAll()
            }
            try await log.placeAll()
            let feed = try await log.feed()
            #expect(feed.map(\.position) == Array(0..<240))
            for stream in streams {
                #expect(feed.filter { $0.event.stream == stream }.map(\.event.version) == Array(1...20))
            }
            let waiting = try await log.database.read { try $0.first("SELECT count(*) FROM unplaced", [])?.int(0) }
            #expect(waiting == 0)
        }
    }

    @Test func `of many who append to one state exactly one wins`() async throws {
        try await EventLogSample.onBothEngines { log in
            try await log.append(["S": [opened]])
            let change = StreamAppend(
                stream: "S", after: try await log.desk.stream("S").events, bodies: [acted], at: EventLogSample.morning)
            let wins = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            try await log.write([change], .none)
                            return true
                        } catch {
                            #expect(error as? Failure == .staleVersion(stream: "S"))
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            #expect(try await log.desk.stream("S").events.count == 2)
        }
    }

    @Test func `a placed event is proved by its leaf and the tree`() async throws {
        try await EventLogSample.onBothEngines { log in
            for number in 0..<9 { try await log.append(["S\(number)": [opened, acted]]) }
            try await log.placeAll()
            let stored = try await log.database.read { try EventStore.events(of: "S4", after: 1, in: $0) }
            let (position, leaves) = try await log.database.read { connection in
                (
                    try LogStore.position(of: "S4", version: 2, in: connection),
                    try LogStore.leaves(from: 0, limit: 100, in: connection)
                )
            }
            let index = try #require(position)
            let proof = LogTree.inclusionProof(of: index, in: leaves)
            let leaf = LogTree.leaf(Array(stored[0].record.utf8))
            #expect(leaves.count == 18)
            #expect(
                LogTree.isIncluded(leaf, at: index, size: 18, proof: proof, root: LogTree.root(of: leaves)))
            #expect(try await log.database.read { try LogStore.size(in: $0) } == 18)
        }
    }
}
