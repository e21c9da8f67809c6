import Proofs
import Storage
import Testing
import Values

@testable import Features

/// What a node committed a moment ago, beside what the tables say.
@Suite struct RecentEventsTests {
    /// Written by this node.
    private func command(_ log: EventLogSample, _ stream: String, _ bodies: [EventBody]) async throws {
        let opened = try await log.desk.stream(stream)
        var keys = StreamKeys.none
        if let key = opened.key { keys.saved[stream] = key } else { keys.new[stream] = EventLogSample.key(stream) }
        let change = StreamAppend(stream: stream, after: opened.events, bodies: bodies, at: EventLogSample.morning)
        let decided = Decided(
            changes: [change], keys: keys, result: .null, project: { (_: [PastEvent]) -> Effect in { _ in } })
        _ = try await log.desk.run(nil, entropy: EventLogSample.entropy, at: EventLogSample.morning) { decided }
    }

    private static let bodies: [EventBody] = [
        .sample(
            "opened", open: ["area": 40, "names": ["甲", "b\u{1F600}"], "deep": ["x": .null, "y": false]],
            sealed: ["name": "张三"]),
        .sample("acted", open: ["rate": .text("0.50"), "deep": ["z": ["k": .map([:])]]]),
    ]

    @Test func `an event is shown as it would be read, whoever wrote it`() async throws {
        try await EventLogSample.onBothEngines { log in
            for round in 0..<3 {
                for stream in ["A", "C"] { try await command(log, stream, Self.bodies) }
                // Another node's, between them.
                try await log.append(["B\(round)": Self.bodies])
                try await log.placeAll()
            }
            try await log.database.write { try EventStore.erase("C", at: EventLogSample.morning, in: $0) }
            let recent = log.desk.recent
            for (from, limit) in [(0, 100), (0, 5), (3, 4), (4, 2), (17, 9), (18, 1), (7, 0)] {
                let (read, kept) = try await log.database.read { connection in
                    (
                        try LogStore.openFeed(from: from, limit: limit, in: connection),
                        try recent.feed(from: from, limit: limit, in: connection)
                    )
                }
                let expected = try log.reader.open(feed: read, sealedParts: false)
                #expect(try log.reader.open(feed: kept, sealedParts: false) == expected)
                #expect(kept.map(\.event.record) == read.map(\.event.record))
                #expect(kept.map { $0.opened != nil } == read.map { !$0.event.stream.hasPrefix("B") })
                #expect(expected.allSatisfy { $0.event.isErased == ($0.event.stream == "C") })
                #expect(expected.count == max(0, min(limit, 18 - from)))
            }
        }
    }

    @Test func `it keeps no more than it may, and the newest`() async throws {
        try await EventLogSample.onBothEngines { log in
            let recent = RecentEvents(size: 4)
            for number in 0..<10 {
                let change = StreamAppend(
                    stream: "S\(number)", expectedVersion: 0, lastAt: nil,
                    bodies: [.sample("opened"), .sample("acted")],
                    at: EventLogSample.morning)
                let prepared = try log.writer.prepare([change], keys: .none, entropy: EventLogSample.entropy)
                try await log.database.write { try EventStore.append(prepared, in: $0) }
                try await log.placeAll()
                recent.keep(prepared)
            }
            let feed = try await log.database.read { try recent.feed(from: 0, limit: 100, in: $0) }
            #expect(feed.count == 20)
            let kept = feed.filter { $0.opened != nil }.map(\.event.stream)
            #expect(kept.count <= 8 && kept.suffix(2) == ["S9", "S9"], "\(kept)")
        }
    }
}
